//! Where declarations stand in a file of Rust.

use std::collections::HashMap;

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::Type;

use crate::errors::Errors;
use crate::names;

/// The deepest that modules and blocks may be nested.
const DEEPEST: usize = 128;
/// The most tokens that may be strung together or nested in a declaration, without a comma or a doc comment between them:
/// each may begin what ends only behind it.
const LONGEST: usize = 500;

/// The macros whose calls are looked for.
const MACROS: [&str; 5] = [
    "event",
    "dictionary",
    "vocabulary",
    "union",
    "specification",
];

/// A module, with the names that it brings into scope.
#[derive(Default)]
pub(super) struct Module {
    pub(super) name: String,
    /// What `use` brings in by name.
    pub(super) uses: HashMap<String, Vec<String>>,
    /// What `type` calls otherwise.
    pub(super) aliases: HashMap<String, Type>,
}

/// A call of a macro.
pub(super) struct Call {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) tokens: TokenStream,
    /// The module that it stands in.
    pub(super) module: usize,
}

/// What matters in a file, in its order.
pub(super) enum Item {
    Call(Call),
    /// `mod name;`, behind the names of the modules around it.
    File(Vec<String>),
}

/// The reader of a file.
pub(super) struct Scan<'a> {
    pub(super) errors: &'a mut Errors,
    /// All modules so far.
    pub(super) modules: &'a mut Vec<Module>,
    pub(super) items: Vec<Item>,
    /// The names of the modules around.
    inside: Vec<String>,
    depth: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(errors: &'a mut Errors, modules: &'a mut Vec<Module>) -> Self {
        Self {
            errors,
            modules,
            items: Vec::new(),
            inside: Vec::new(),
            depth: 0,
        }
    }

    /// Reads a file, which is the module `name`.
    pub(super) fn file(&mut self, name: &str, tokens: TokenStream) {
        let module = self.module(name);
        self.tokens(module, tokens);
    }

    fn module(&mut self, name: &str) -> usize {
        self.modules.push(Module {
            name: name.to_owned(),
            ..Module::default()
        });
        self.modules.len() - 1
    }

    fn group(&mut self, module: usize, group: &Group) {
        if self.depth == DEEPEST {
            let message =
                format!("this is nested in more than {DEEPEST} others, which is not read");
            return self.errors.push_at(group.span_open(), message);
        }
        self.depth += 1;
        self.tokens(module, group.stream());
        self.depth -= 1;
    }

    fn tokens(&mut self, module: usize, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
            at += self.item(module, rest);
        }
    }

    /// Reads what stands next; gives how many tokens it takes.
    fn item(&mut self, module: usize, rest: &[TokenTree]) -> usize {
        match rest {
            [
                TokenTree::Punct(sign),
                TokenTree::Group(attribute),
                after @ ..,
            ] if sign.as_char() == '#' => {
                // Tests have declarations of their own.
                if is_test(attribute) {
                    2 + end(after)
                } else {
                    2
                }
            }
            [TokenTree::Ident(word), TokenTree::Punct(sign), after @ ..]
                if sign.as_char() == '!' && word == "macro_rules" =>
            {
                let length = end(after);
                self.rules(&after[..length], 0);
                2 + length
            }
            [
                TokenTree::Ident(word),
                TokenTree::Punct(sign),
                TokenTree::Group(body),
                ..,
            ] if sign.as_char() == '!' && MACROS.iter().any(|name| word == name) => {
                if is_declaration(body) {
                    self.call(module, &names::text(word), word.span(), body);
                }
                3
            }
            [
                TokenTree::Ident(word),
                TokenTree::Ident(name),
                TokenTree::Group(body),
                ..,
            ] if word == "mod" => {
                let name = names::text(name);
                let inner = self.module(&name);
                self.inside.push(name);
                self.group(inner, body);
                self.inside.pop();
                3
            }
            [
                TokenTree::Ident(word),
                TokenTree::Ident(name),
                TokenTree::Punct(_),
                ..,
            ] if word == "mod" => {
                let mut path = self.inside.clone();
                path.push(names::text(name));
                self.items.push(Item::File(path));
                3
            }
            [TokenTree::Ident(word), after @ ..] if word == "use" => {
                let length = semicolon(after);
                let tokens = &after[..length];
                if too_deep(&tokens.iter().cloned().collect(), 0).is_none() {
                    let mut uses = Uses(&mut self.modules[module].uses);
                    uses.tree(tokens, &[]);
                }
                1 + length
            }
            [
                TokenTree::Ident(word),
                TokenTree::Ident(name),
                TokenTree::Punct(sign),
                after @ ..,
            ] if word == "type" && sign.as_char() == '=' => {
                let length = semicolon(after);
                let ty = after[..length.saturating_sub(1)].iter().cloned().collect();
                if too_deep(&ty, 0).is_none()
                    && let Ok(ty) = syn::parse2(ty)
                {
                    let aliases = &mut self.modules[module].aliases;
                    aliases.insert(names::text(name), ty);
                }
                3 + length
            }
            [TokenTree::Group(group), ..] => {
                self.group(module, group);
                1
            }
            _ => 1,
        }
    }

    /// Tells of the declarations in the rules of a macro: what they declare depends on its calls.
    fn rules(&mut self, tokens: &[TokenTree], depth: usize) {
        for (at, token) in tokens.iter().enumerate() {
            let TokenTree::Group(group) = token else {
                continue;
            };
            let called = match at.checked_sub(2).map(|from| &tokens[from..at]) {
                Some([TokenTree::Ident(word), TokenTree::Punct(sign)])
                    if sign.as_char() == '!' && MACROS.iter().any(|name| word == name) =>
                {
                    Some(word)
                }
                _ => None,
            };
            match called {
                Some(word) if is_declaration(group) && !is_forwarded(group) => {
                    let message = format!(
                        "`{word}!` in the rules of a macro is not read, write what it declares outside of it"
                    );
                    self.errors.push_at(word.span(), message);
                }
                _ if depth == DEEPEST => {}
                _ => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    self.rules(&inner, depth + 1);
                }
            }
        }
    }

    fn call(&mut self, module: usize, name: &str, span: Span, body: &Group) {
        let tokens = body.stream();
        if let Some(span) = too_deep(&tokens, 0) {
            let message =
                format!("more than {LONGEST} tokens hang together here, which is not read");
            return self.errors.push_at(span, message);
        }
        self.items.push(Item::Call(Call {
            name: name.to_owned(),
            span,
            tokens,
            module,
        }));
    }
}

/// How many tokens there are up to the end of an item: its block or its semicolon.
fn end(tokens: &[TokenTree]) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(sign) => sign.as_char() == ';',
        _ => false,
    };
    let end = tokens.iter().position(ends);
    end.map_or(tokens.len(), |end| end + 1)
}

/// How many tokens there are up to the end of a `use` or a `type`, whose braces are no block.
fn semicolon(tokens: &[TokenTree]) -> usize {
    let ends = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ';');
    let end = tokens.iter().position(ends);
    end.map_or(tokens.len(), |end| end + 1)
}

/// `#[cfg(test)]`.
fn is_test(attribute: &Group) -> bool {
    let tokens: Vec<TokenTree> = attribute.stream().into_iter().collect();
    let [TokenTree::Ident(word), TokenTree::Group(of)] = &*tokens else {
        return false;
    };
    let of: Vec<TokenTree> = of.stream().into_iter().collect();
    word == "cfg" && matches!(&*of, [TokenTree::Ident(word)] if word == "test")
}

/// A macro of another crate may have the same name: a declaration stands in braces, or begins with its description or its
/// family.
fn is_declaration(body: &Group) -> bool {
    body.delimiter() == Delimiter::Brace
        || matches!(
            body.stream().into_iter().next(),
            Some(TokenTree::Punct(sign)) if matches!(sign.as_char(), '#' | '<')
        )
}

/// Whether a macro of events-core gives what it was given to the procedural one, behind its `$crate`.
fn is_forwarded(body: &Group) -> bool {
    matches!(
        body.stream().into_iter().next(),
        Some(TokenTree::Group(first)) if first.delimiter() == Delimiter::Parenthesis
    )
}

/// Where so many tokens hang together that reading them would take more memory than there is.
fn too_deep(tokens: &TokenStream, before: usize) -> Option<Span> {
    let mut run = before;
    for token in tokens.clone() {
        run += 1;
        if run > LONGEST {
            return Some(token.span());
        }
        match token {
            TokenTree::Group(group) => {
                if let Some(span) = too_deep(&group.stream(), run) {
                    return Some(span);
                }
            }
            TokenTree::Punct(sign) if matches!(sign.as_char(), ',' | ';' | '#') => run = before,
            _ => {}
        }
    }
    None
}

/// The names that `use` brings in.
struct Uses<'a>(&'a mut HashMap<String, Vec<String>>);

impl Uses<'_> {
    /// Reads `a::b::{c, d as e, f::*};` behind the names of `before`.
    fn tree(&mut self, tokens: &[TokenTree], before: &[String]) {
        let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(sign) if matches!(sign.as_char(), ',' | ';'));
        for tokens in tokens.split(is_comma) {
            let mut path = before.to_vec();
            let mut called = None;
            let mut tokens = tokens.iter();
            while let Some(token) = tokens.next() {
                match token {
                    TokenTree::Ident(word) if word == "as" => {
                        if let Some(TokenTree::Ident(name)) = tokens.next() {
                            called = Some(names::text(name));
                        }
                    }
                    TokenTree::Ident(word) if word == "self" => {}
                    TokenTree::Ident(word) => path.push(names::text(word)),
                    TokenTree::Group(group) => {
                        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                        self.tree(&inner, &path);
                        path.clear();
                    }
                    TokenTree::Punct(sign) if sign.as_char() == '*' => path.clear(),
                    _ => {}
                }
            }
            if let Some(last) = path.last() {
                let name = called.unwrap_or_else(|| last.clone());
                self.0.insert(name, path);
            }
        }
    }
}
