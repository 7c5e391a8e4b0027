//! Sources of Rust become a model: what `event!` and its companions declare there, by the grammar of the macros.
//!
//! ```
//! use events_schema::{Dictionary, Kind};
//! use events_syntax::read::{Scope, Source, read};
//!
//! let source = Source {
//!     name: "docks.rs".to_owned(),
//!     text: r#"
//!         use events_core::event;
//!
//!         event! {
//!             /// What docks report.
//!             <Docks>
//!
//!             /// A dock was looked at.
//!             DockReported = 12 {
//!                 Event       Mandatory,
//!                 dock: u16   Mandatory,
//!                 bike: Bike  Optional,
//!             }
//!         }
//!     "#
//!     .to_owned(),
//! };
//! let read = read(&[source], &Scope::new(Dictionary::EMPTY));
//! let event = &read.specification.families[0].events[0];
//! assert_eq!(event.attribute("dock").map(|row| &row.kind), Some(&Kind::integer(0, 65_535)));
//! assert_eq!(
//!     read.mistakes[0].to_string(),
//!     "docks.rs:12:23: `Bike` is no entry of the dictionary, no vocabulary and no union here, \
//!      give the file that declares it, too"
//! );
//! ```

mod demand;
mod lower;
mod names;
mod order;
mod scan;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;
use std::thread;

use events_schema::demand::{mischosen, mistaken_example};
use events_schema::{Dictionary, Family, Kind, Specification};
use proc_macro2::{Span, TokenStream};

use self::names::{Declared, Names, View};
use self::scan::{Call, Scan};
use crate::errors::Errors;
use crate::{ast, check, dictionary, model, union, vocabulary};

/// What reading takes of the stack at most, with much to spare: how deep tokens are nested is bounded.
const STACK: usize = 64 << 20;

/// A file of Rust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its path. `mod` finds a file by the path of the one that it stands in, which tells their order.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// What names mean that the sources do not declare.
#[derive(Debug, Clone, PartialEq)]
pub struct Scope {
    /// What attribute names mean.
    pub dictionary: Dictionary,
    /// What types carry, by their names in Rust.
    pub types: Vec<(String, Kind)>,
}

impl Scope {
    /// The names of a dictionary, and of the enumerations and unions in it.
    #[must_use]
    pub fn new(dictionary: Dictionary) -> Self {
        Self {
            types: names::of_dictionary(&dictionary),
            dictionary,
        }
    }
}

/// What sources declare.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// What could be read. Where there are mistakes it is not whole: it lacks the rows and rules that have them.
    pub specification: Specification,
    /// Whatever is wrong, in the order of the sources.
    pub mistakes: Vec<Mistake>,
}

/// A mistake in a source. It prints as its place and the sentence that the macro would say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The path of the source.
    pub file: String,
    /// The line, from 1 on.
    pub line: usize,
    /// The column, from 1 on.
    pub column: usize,
    /// What is wrong, and the way out.
    pub message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            message,
        } = self;
        write!(f, "{file}:{line}:{column}: {message}")
    }
}

impl std::error::Error for Mistake {}

/// Reads what sources declare with `event!`, `dictionary!`, `vocabulary!` and `union!`.
///
/// Types are entries of a dictionary, enumerations and unions, of the sources or of the scope, and the types of
/// events-core; a name that stands for nothing is a mistake. Declarations under `#[cfg(test)]` are left out.
#[must_use]
pub fn read(sources: &[Source], scope: &Scope) -> Read {
    thread::scope(|threads| {
        // The places of tokens belong to their thread, and go with it.
        let reader = thread::Builder::new().stack_size(STACK);
        let reader = reader.spawn_scoped(threads, || Reader::new(scope).read(sources));
        reader.map_or_else(
            |_| Reader::new(scope).read(sources),
            |reader| match reader.join() {
                Ok(read) => read,
                Err(panic) => std::panic::resume_unwind(panic),
            },
        )
    })
}

/// A checked family, with where it stands.
struct Declaration {
    family: model::Family,
    file: usize,
    module: usize,
}

struct Reader<'s> {
    names: Names<'s>,
    mistakes: Vec<(usize, Mistake)>,
    families: Vec<Declaration>,
    unions: Vec<(usize, union::Union, usize)>,
    /// The families of `specification!`, in its order.
    order: Vec<String>,
    dictionary_file: usize,
    files: Vec<String>,
}

impl<'s> Reader<'s> {
    fn new(scope: &'s Scope) -> Self {
        Self {
            names: Names {
                scope,
                modules: Vec::new(),
                types: Vec::new(),
                members: HashMap::new(),
                dictionary: None,
                key_sets: Vec::new(),
                used_scope: false,
            },
            mistakes: Vec::new(),
            families: Vec::new(),
            unions: Vec::new(),
            order: Vec::new(),
            dictionary_file: 0,
            files: Vec::new(),
        }
    }

    fn read(mut self, sources: &[Source]) -> Read {
        self.files = sources.iter().map(|source| source.name.clone()).collect();
        let mut files = Vec::new();
        for (at, source) in sources.iter().enumerate() {
            let mut errors = Errors::default();
            let mut scan = Scan::new(&mut errors, &mut self.names.modules);
            match source.text.parse::<TokenStream>() {
                Ok(tokens) => scan.file(order::module(&source.name), tokens),
                Err(error) => {
                    let message =
                        "this is no Rust from here on, so that nothing of the file is read";
                    scan.errors.push_at(error.span(), message);
                }
            }
            files.push(scan.items);
            self.tell(at, None, errors);
        }
        for (file, call) in order::calls(&self.files, files) {
            self.call(file, call);
        }
        let unions = std::mem::take(&mut self.unions);
        for (at, union, file) in unions {
            let module = self.names.types[at].module;
            let lowered = self.within(file, module, |view| {
                demand::check(&union.demands, view);
                lower::union(&union, view)
            });
            self.names.types[at].kind = Some(Kind::Union(Cow::Owned(lowered)));
        }
        let dictionary = self.dictionary();
        let named = self.families.iter();
        let named = named.filter(|declaration| declaration.family.dictionary.is_some());
        let is_named = named.count() > 0;
        let families = self.lower_families();
        let dictionary = dictionary.unwrap_or_else(|| {
            if is_named || self.names.used_scope {
                self.names.scope.dictionary.clone()
            } else {
                Dictionary::EMPTY
            }
        });
        let mut mistakes = self.mistakes;
        mistakes.sort_by(|(one, left), (other, right)| {
            (one, left.line, left.column).cmp(&(other, right.line, right.column))
        });
        // A type that nobody knows may be asked for by a row and by its rules.
        mistakes.dedup();
        Read {
            specification: Specification {
                name: dictionary.name.clone(),
                dictionary,
                families: families.into(),
            },
            mistakes: mistakes.into_iter().map(|(_, mistake)| mistake).collect(),
        }
    }

    /// Adds mistakes of a file. Those that stand nowhere stand at the call.
    fn tell(&mut self, file: usize, call: Option<Span>, errors: Errors) {
        for error in errors.finish().into_iter().flatten() {
            let span = error.span();
            let span = if span.byte_range().is_empty() {
                call.unwrap_or(span)
            } else {
                span
            };
            let start = span.start();
            let mistake = Mistake {
                file: self.files[file].clone(),
                line: start.line,
                column: start.column + 1,
                message: error.to_string(),
            };
            self.mistakes.push((file, mistake));
        }
    }

    /// Reads and checks a call.
    fn call(&mut self, file: usize, call: Call) {
        let Call {
            name,
            span,
            tokens,
            module,
        } = call;
        let mut errors = Errors::default();
        // In place of the `$crate` of the front end.
        let input = quote::quote!((::events_core) #tokens);
        match &*name {
            "event" => {
                let input = crate::parse(&mut errors, ast::Input::parse, input);
                if let Some(input) = input {
                    self.families.push(Declaration {
                        family: check::check(&mut errors, input),
                        file,
                        module,
                    });
                }
            }
            "vocabulary" => {
                let input = crate::parse(&mut errors, vocabulary::Input::parse, input);
                if let Some(input) = input {
                    let checked = vocabulary::check(&mut errors, input);
                    self.vocabulary(module, &checked);
                }
            }
            "union" => {
                let input = crate::parse(&mut errors, union::Input::parse, input);
                if let Some(input) = input {
                    let checked = union::check(&mut errors, input);
                    self.names.types.push(Declared {
                        module,
                        ident: crate::names::text(&checked.ident),
                        kind: None,
                    });
                    self.unions
                        .push((self.names.types.len() - 1, checked, file));
                }
            }
            "dictionary" => {
                let input = crate::parse(&mut errors, dictionary::Input::parse, input);
                if let Some(input) = input {
                    let checked = dictionary::check(&mut errors, input);
                    if self.names.dictionary.is_some() {
                        let message = "this is a second dictionary and a model has one, read the files of each apart";
                        errors.push(&checked.ident, message);
                    } else {
                        self.names.dictionary = Some((module, Rc::new(checked)));
                        self.dictionary_file = file;
                    }
                }
            }
            _ => self.order.extend(order::families(tokens)),
        }
        self.tell(file, Some(span), errors);
    }

    fn vocabulary(&mut self, module: usize, checked: &vocabulary::Vocabulary) {
        let lowered = lower::vocabulary(checked);
        for (member, known) in checked.members.iter().zip(lowered.members.iter()) {
            let key = (lowered.name.to_string(), crate::names::text(&member.ident));
            let literal = events_schema::Literal::Member {
                name: known.name.clone(),
                number: known.number,
            };
            self.names.members.insert(key, literal);
        }
        self.names.types.push(Declared {
            module,
            ident: crate::names::text(&checked.ident),
            kind: Some(Kind::Enumeration(Cow::Owned(lowered))),
        });
    }

    /// Does something with the names as a module sees them.
    fn within<T>(
        &mut self,
        file: usize,
        module: usize,
        work: impl FnOnce(&mut View<'_, 's>) -> T,
    ) -> T {
        let mut errors = Errors::default();
        let done = work(&mut View {
            names: &mut self.names,
            module,
            errors: &mut errors,
        });
        self.tell(file, None, errors);
        done
    }

    /// The dictionary of the sources.
    fn dictionary(&mut self) -> Option<Dictionary> {
        let (module, input) = self.names.dictionary.clone()?;
        let lowered = self.within(self.dictionary_file, module, |view| {
            lower::dictionary(&input, view)
        });
        if let Some(complaint) = mistaken_example(&lowered) {
            self.within(self.dictionary_file, module, |view| {
                view.errors.push(&input.ident, complaint.text());
            });
        }
        let idents = input.key_sets.iter().map(|set| &set.spelling.ident);
        let idents = idents.map(crate::names::text);
        self.names.key_sets = idents.zip(lowered.key_sets.iter().cloned()).collect();
        Some(lowered)
    }

    fn lower_families(&mut self) -> Vec<Family> {
        let mut families = std::mem::take(&mut self.families);
        families.sort_by_key(|declaration| {
            let ident = declaration.family.ident.to_string();
            let place = self.order.iter().position(|family| *family == ident);
            place.unwrap_or(usize::MAX)
        });
        let lower = |declaration: Declaration| {
            let Declaration {
                family,
                file,
                module,
            } = declaration;
            self.within(file, module, |view| {
                for event in &family.events {
                    demand::check(&event.demands, view);
                }
                view.check_dictionary(family.dictionary.as_ref());
                let lowered = family.lower(view);
                for (event, table) in family.events.iter().zip(lowered.events.iter()) {
                    if let Some(complaint) = mischosen(&table.name, &table.attributes) {
                        view.errors.push(&event.ident, complaint.text());
                    }
                }
                lowered
            })
        };
        families.into_iter().map(lower).collect()
    }
}
