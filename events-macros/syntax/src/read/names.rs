//! What the names of types stand for.

use std::collections::HashMap;
use std::rc::Rc;

use events_schema::export::{rust_member, rust_name};
use events_schema::{Dictionary, KeySet, Kind, Literal, Union, Vocabulary, closest};
use quote::ToTokens;
use syn::{GenericArgument, Path, PathArguments, PathSegment, Type};

use super::Scope;
use super::scan::Module;
use crate::ast::Value;
use crate::dictionary::{self, Carries};
use crate::errors::Errors;
use crate::names;
use crate::schema::{Types, last};

/// How often a name may stand for another name.
const LONGEST: usize = 16;

/// An enumeration or a union of the sources.
pub(super) struct Declared {
    pub(super) module: usize,
    /// Its name in Rust.
    pub(super) ident: String,
    /// What it is, once that is known.
    pub(super) kind: Option<Kind>,
}

/// The names of all sources.
pub(super) struct Names<'s> {
    pub(super) scope: &'s Scope,
    pub(super) modules: Vec<Module>,
    pub(super) types: Vec<Declared>,
    /// The members of the enumerations of the sources, by the documented name of the enumeration and their names in Rust.
    pub(super) members: HashMap<(String, String), Literal>,
    /// The dictionary of the sources, and its module.
    pub(super) dictionary: Option<(usize, Rc<dictionary::Input>)>,
    /// Its key sets, with their names in Rust.
    pub(super) key_sets: Vec<(String, KeySet)>,
    /// Whether the dictionary of the scope was needed.
    pub(super) used_scope: bool,
}

/// Why a name stands for nothing.
enum Missing {
    /// Nothing is called so.
    Unknown,
    /// Several are, and nothing tells them apart.
    Ambiguous,
}

/// The names as a module sees them; what stands for nothing is a mistake.
pub(super) struct View<'n, 's> {
    pub(super) names: &'n mut Names<'s>,
    pub(super) module: usize,
    pub(super) errors: &'n mut Errors,
}

impl Types for View<'_, '_> {
    fn kind(&mut self, ty: &Type) -> Option<Kind> {
        let shown = shown(ty);
        match self.names.kind(ty, self.module, 0) {
            Ok(kind) => Some(kind),
            Err(Missing::Ambiguous) => {
                let message = format!(
                    "several types here are called `{shown}`, say which one is meant: `module::{shown}`"
                );
                self.errors.push(ty, message);
                None
            }
            Err(Missing::Unknown) if self.names.is_tag(&shown) => {
                let message = format!(
                    "`{shown}` holds the event's name, write `#[tag({shown})]` above the family or a type behind it"
                );
                self.errors.push(ty, message);
                None
            }
            Err(Missing::Unknown) => {
                let meant = self.names.closest(&shown);
                // The name stands for something, which is a mistake of its own.
                if meant.as_deref() == Some(&*shown) {
                    return None;
                }
                let remedy = match meant {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "give the file that declares it, too".to_owned(),
                };
                let message = format!(
                    "`{shown}` is no entry of the dictionary, no vocabulary and no union here, {remedy}"
                );
                self.errors.push(ty, message);
                None
            }
        }
    }

    fn member(&mut self, ty: &Type, path: &Path) -> Option<Literal> {
        // A type that is not known is a mistake of its row already.
        let kind = self.names.kind(ty, self.module, 0).ok()?;
        let (name, shown) = (last(path), shown(ty));
        let Kind::Enumeration(vocabulary) = &kind else {
            let message = format!(
                "`{name}` is no value of `{shown}`, which carries {}",
                kind.name()
            );
            self.errors.push(path, message);
            return None;
        };
        let found = self.names.find_member(vocabulary, &name);
        if found.is_none() {
            let names = vocabulary.members.iter().map(|member| &*member.name);
            let remedy = match closest(&name, names) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "write one of its members".to_owned(),
            };
            let message = format!("`{shown}` has no member `{name}`, {remedy}");
            self.errors.push(path, message);
        }
        found
    }

    fn key_set(&mut self, path: &Path) -> Option<KeySet> {
        if let Some(set) = self.known_keys(path) {
            return Some(set);
        }
        let name = last(path);
        let given = &self.names.scope.dictionary.key_sets;
        let own = self.names.key_sets.iter().map(|(ident, _)| &**ident);
        let known = own.chain(given.iter().map(|set| &*set.name));
        let remedy = match closest(&name, known) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "give the file that declares it, too".to_owned(),
        };
        let message = format!("`{name}` is no key set of the dictionary here, {remedy}");
        self.errors.push(path, message);
        None
    }
}

impl View<'_, '_> {
    /// A family names the dictionary of the sources, where they have one, as it is called or imported.
    pub(super) fn check_dictionary(&mut self, path: Option<&Path>) {
        let (Some(path), Some((_, dictionary))) = (path, &self.names.dictionary) else {
            return;
        };
        let name = last(path);
        let uses = &self.names.modules[self.module].uses;
        let found = uses.get(&name).and_then(|path| path.last());
        let declared = names::text(&dictionary.ident);
        if *found.unwrap_or(&name) != declared && closest(&name, [&*declared]).is_some() {
            let message = format!("`{name}` is no dictionary here, did you mean `{declared}`?");
            self.errors.push(path, message);
        }
    }

    /// The key set of a name, if that is known.
    pub(super) fn known_keys(&mut self, path: &Path) -> Option<KeySet> {
        let name = last(path);
        let mut own = self.names.key_sets.iter();
        if let Some((_, set)) = own.find(|(ident, _)| *ident == name) {
            return Some(set.clone());
        }
        let mut given = self.names.scope.dictionary.key_sets.iter();
        let found = given.find(|set| rust_name(&set.name) == name)?;
        self.names.used_scope = true;
        Some(found.clone())
    }

    /// What a type carries, if that is known.
    pub(super) fn known(&mut self, ty: &Type) -> Option<Kind> {
        self.names.kind(ty, self.module, 0).ok()
    }

    /// The number of a member of an enumeration, if that is known.
    pub(super) fn number(&mut self, ty: &Type, path: &Path) -> Option<i64> {
        match self.known(ty)? {
            Kind::Enumeration(vocabulary) => {
                match self.names.find_member(&vocabulary, &last(path))? {
                    Literal::Member { number, .. } => Some(number),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// A type as the user wrote it.
fn shown(ty: &Type) -> String {
    let text = ty.to_token_stream().to_string();
    text.replace(" :: ", "::")
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace(" ,", ",")
}

impl Names<'_> {
    fn kind(&mut self, ty: &Type, module: usize, depth: usize) -> Result<Kind, Missing> {
        let path = match ty {
            Type::Paren(inner) => return self.kind(&inner.elem, module, depth),
            Type::Group(inner) => return self.kind(&inner.elem, module, depth),
            Type::Path(path) if path.qself.is_none() && depth < LONGEST => &path.path,
            _ => return Err(Missing::Unknown),
        };
        let segment = path.segments.last().ok_or(Missing::Unknown)?;
        if !matches!(segment.arguments, PathArguments::None) {
            return bounded(segment).ok_or(Missing::Unknown);
        }
        let mut written = path
            .segments
            .iter()
            .map(|segment| names::text(&segment.ident));
        let first = written.next().unwrap_or_default();
        let around = &self.modules[module];
        if path.segments.len() == 1
            && let Some(alias) = around.aliases.get(&first).cloned()
        {
            return self.kind(&alias, module, depth + 1);
        }
        let mut names = around
            .uses
            .get(&first)
            .cloned()
            .unwrap_or_else(|| vec![first]);
        names.extend(written);
        let name = names.pop().unwrap_or_default();
        // Where a path begins says nothing that the rest of it does not.
        let qualifier = names
            .pop()
            .filter(|name| !matches!(&**name, "crate" | "super" | "self"));
        match qualifier {
            None => {
                if let Some(kind) = self.declared(&name, |declared| declared.module == module)? {
                    return Ok(kind);
                }
                if let Some(kind) = self.defined(&name, depth)? {
                    return Ok(kind);
                }
                self.elsewhere(&name, None)
            }
            Some(qualifier) if self.is_dictionary(&qualifier) => {
                self.defined(&name, depth)?.ok_or(Missing::Unknown)
            }
            Some(qualifier) => match self.elsewhere(&name, Some(&qualifier)) {
                Err(Missing::Unknown) => self.defined(&name, depth)?.ok_or(Missing::Unknown),
                found => found,
            },
        }
    }

    /// Whether the dictionary of the sources says of an attribute that it holds the event's name.
    fn is_tag(&self, name: &str) -> bool {
        let entries = self
            .dictionary
            .iter()
            .flat_map(|(_, dictionary)| &dictionary.entries);
        let mut tags = entries.filter(|entry| matches!(entry.carries, Carries::Event));
        tags.any(|entry| entry.name.text == name)
    }

    /// Whether a module is that of a dictionary.
    fn is_dictionary(&self, module: &str) -> bool {
        match &self.dictionary {
            Some((own, _)) => self.modules[*own].name == module,
            None => module == "dictionary",
        }
    }

    /// The enumeration or union of a name among some of the sources'.
    fn declared(
        &self,
        name: &str,
        among: impl Fn(&Declared) -> bool,
    ) -> Result<Option<Kind>, Missing> {
        let types = self
            .types
            .iter()
            .filter(|known| known.ident == name && among(known));
        let mut kinds: Vec<&Kind> = types.filter_map(|known| known.kind.as_ref()).collect();
        kinds.dedup();
        match &*kinds {
            [] => Ok(None),
            [kind] => Ok(Some((*kind).clone())),
            _ => Err(Missing::Ambiguous),
        }
    }

    /// What an entry of a dictionary of this name carries.
    fn defined(&mut self, name: &str, depth: usize) -> Result<Option<Kind>, Missing> {
        if let Some((module, dictionary)) = &self.dictionary {
            let mut entries = dictionary.entries.iter();
            let called = |entry: &&dictionary::Entry| {
                dictionary::alias(entry).is_some_and(|alias| names::text(&alias) == name)
            };
            let entry = entries.find(called).map(|entry| match &entry.carries {
                Carries::Event => None,
                Carries::Type(ty) => Some((**ty).clone()),
            });
            let module = *module;
            match entry {
                Some(Some(ty)) => return self.kind(&ty, module, depth + 1).map(Some),
                Some(None) => return Ok(Some(Kind::Event)),
                None => {}
            }
        }
        // Of two names that make the same type, the first does.
        let mut definitions = self.scope.dictionary.definitions.iter();
        let found = definitions.find(|definition| {
            let alias = definition.name.rsplit('.').next().unwrap_or_default();
            rust_name(alias).trim_start_matches("r#") == name
        });
        self.used_scope |= found.is_some();
        Ok(found.map(|definition| definition.kind.clone()))
    }

    /// What is called so outside of the module: in another one of the sources, in the scope, or in events-core.
    fn elsewhere(&self, name: &str, qualifier: Option<&str>) -> Result<Kind, Missing> {
        let modules = &self.modules;
        let there = |declared: &Declared| Some(&*modules[declared.module].name) == qualifier;
        if let Some(kind) = self.declared(name, there)? {
            return Ok(kind);
        }
        if let Some(kind) = self.declared(name, |_| true)? {
            return Ok(kind);
        }
        let mut types = self.scope.types.iter();
        if let Some((_, kind)) = types.find(|(known, _)| known == name) {
            return Ok(kind.clone());
        }
        plain(name).ok_or(Missing::Unknown)
    }

    fn find_member(&self, vocabulary: &Vocabulary, name: &str) -> Option<Literal> {
        let key = (vocabulary.name.to_string(), name.to_owned());
        if let Some(member) = self.members.get(&key) {
            return Some(member.clone());
        }
        let mut members = vocabulary.members.iter();
        let found =
            members.find(|member| rust_member(&member.name).trim_start_matches("r#") == name)?;
        Some(Literal::Member {
            name: found.name.clone(),
            number: found.number,
        })
    }

    /// The type that was probably meant.
    fn closest(&self, name: &str) -> Option<String> {
        let own = self
            .dictionary
            .iter()
            .flat_map(|(_, dictionary)| &dictionary.entries);
        let own = own
            .filter_map(dictionary::alias)
            .map(|alias| names::text(&alias));
        let scope = self.scope.dictionary.definitions.iter();
        let scope = scope.map(|definition| definition.name.to_string());
        let types = self.types.iter().map(|known| known.ident.clone());
        let given = self.scope.types.iter().map(|(name, _)| name.clone());
        let all: Vec<String> = own.chain(scope).chain(types).chain(given).collect();
        closest(name, all.iter().map(|name| &**name)).map(str::to_owned)
    }
}

/// The types of events-core and of Rust that take no bounds.
fn plain(name: &str) -> Option<Kind> {
    let integer = |min: i128, max: i128| Some(Kind::integer(min, max));
    match name {
        "Text" => Some(Kind::Text),
        "bool" => Some(Kind::Boolean),
        "f64" => Some(Kind::Real),
        "Timestamp" => Some(Kind::Time),
        "KeyValueList" => Some(Kind::List),
        "u8" => integer(0, u8::MAX.into()),
        "u16" => integer(0, u16::MAX.into()),
        "u32" => integer(0, u32::MAX.into()),
        "u64" => integer(0, u64::MAX.into()),
        "i8" => integer(i8::MIN.into(), i8::MAX.into()),
        "i16" => integer(i16::MIN.into(), i16::MAX.into()),
        "i32" => integer(i32::MIN.into(), i32::MAX.into()),
        "i64" => integer(i64::MIN.into(), i64::MAX.into()),
        _ => None,
    }
}

/// `Whole<0, 100>`, `WholeOrNone<0, 255, 255>` or `Hex<8>`.
fn bounded(segment: &PathSegment) -> Option<Kind> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    let number = |argument: &GenericArgument| match syn::parse2(argument.to_token_stream()).ok()? {
        Value::Integer { value, .. } => Some(value),
        _ => None,
    };
    let numbers: Option<Vec<i128>> = arguments.args.iter().map(number).collect();
    match (&*names::text(&segment.ident), &*numbers?) {
        ("Whole", &[min, max]) => Some(Kind::integer(min, max)),
        ("WholeOrNone", &[min, max, none]) => Some(Kind::Integer {
            min,
            max,
            none: Some(none),
        }),
        ("Hex", &[digits]) => Some(Kind::Hex {
            digits: u8::try_from(digits).ok()?,
        }),
        _ => None,
    }
}

/// The enumerations and unions that a dictionary names, by their names in Rust.
pub(super) fn of_dictionary(dictionary: &Dictionary) -> Vec<(String, Kind)> {
    fn add(kind: &Kind, types: &mut Vec<(String, Kind)>) {
        let name = match kind {
            Kind::Enumeration(vocabulary) => &vocabulary.name,
            Kind::Union(union) => {
                let union: &Union = union;
                union
                    .members
                    .iter()
                    .for_each(|member| add(&member.kind, types));
                &union.name
            }
            _ => return,
        };
        let name = rust_name(name);
        if types.iter().all(|(known, _)| *known != name) {
            types.push((name, kind.clone()));
        }
    }
    let mut types = Vec::new();
    let definitions = dictionary
        .definitions
        .iter()
        .map(|definition| &definition.kind);
    let keys = dictionary.key_sets.iter().flat_map(|set| set.keys.iter());
    let keys = keys.flat_map(|key| key.kinds.iter());
    definitions
        .chain(keys)
        .for_each(|kind| add(kind, &mut types));
    types
}
