//! The order of what sources declare: that of their modules.

use std::collections::HashMap;

use proc_macro2::{TokenStream, TokenTree};

use super::scan::{Call, Item};
use crate::names;

/// The module that a file is, by its path.
pub(super) fn module(path: &str) -> &str {
    let (directory, stem) = parts(path);
    if is_root(stem) {
        parts(directory).1
    } else {
        stem
    }
}

/// The directory of a path, and the name of its file without what is behind the dot.
fn parts(path: &str) -> (&str, &str) {
    let (directory, file) = path.rsplit_once(['/', '\\']).unwrap_or(("", path));
    (directory, file.strip_suffix(".rs").unwrap_or(file))
}

/// Whether the modules of a file stand beside it.
fn is_root(stem: &str) -> bool {
    matches!(stem, "mod" | "lib" | "main")
}

/// The calls of all files with the number of their file, where `mod` puts each file in the place of the call.
pub(super) fn calls(files: &[String], items: Vec<Vec<Item>>) -> Vec<(usize, Call)> {
    let numbers: HashMap<String, usize> = files
        .iter()
        .enumerate()
        .map(|(number, path)| (path.replace('\\', "/"), number))
        .collect();
    let child = |file: usize, inside: &[String]| {
        let (directory, stem) = parts(&files[file]);
        let mut path: Vec<&str> = vec![directory];
        path.extend((!is_root(stem)).then_some(stem));
        path.extend(inside.iter().map(|name| &**name));
        path.retain(|part| !part.is_empty());
        let path = path.join("/").replace('\\', "/");
        let begins = if files[file].starts_with('/') && !path.starts_with('/') {
            "/"
        } else {
            ""
        };
        let candidates = [
            format!("{begins}{path}.rs"),
            format!("{begins}{path}/mod.rs"),
        ];
        candidates
            .iter()
            .find_map(|path| numbers.get(path))
            .copied()
    };
    let mut children: Vec<usize> = Vec::new();
    for (file, items) in items.iter().enumerate() {
        children.extend(items.iter().filter_map(|item| match item {
            Item::File(inside) => child(file, inside).filter(|child| *child != file),
            Item::Call(_) => None,
        }));
    }
    let mut waiting: Vec<Option<Vec<Item>>> = items.into_iter().map(Some).collect();
    let mut calls = Vec::new();
    let roots = (0..waiting.len()).filter(|file| !children.contains(file));
    // Files that are only modules of each other are roots, too.
    for root in roots.chain(0..files.len()).collect::<Vec<_>>() {
        let mut open = vec![(root, take(&mut waiting, root))];
        while let Some((file, items)) = open.last_mut() {
            let file = *file;
            match items.next() {
                Some(Item::Call(call)) => calls.push((file, call)),
                Some(Item::File(inside)) => {
                    if let Some(child) = child(file, &inside) {
                        let items = take(&mut waiting, child);
                        open.push((child, items));
                    }
                }
                None => drop(open.pop()),
            }
        }
    }
    calls
}

/// The items of a file, once.
fn take(waiting: &mut [Option<Vec<Item>>], file: usize) -> std::vec::IntoIter<Item> {
    waiting[file].take().unwrap_or_default().into_iter()
}

/// The names of the families of a `specification!`, in its order.
pub(super) fn families(tokens: TokenStream) -> Vec<String> {
    let variants = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == proc_macro2::Delimiter::Brace => {
            Some(group.stream())
        }
        _ => None,
    });
    let types = variants.flatten().filter_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == proc_macro2::Delimiter::Parenthesis => {
            group.stream().into_iter().last()
        }
        _ => None,
    });
    let names = types.filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(names::text(&ident)),
        _ => None,
    });
    names.collect()
}
