//! The versions that are compared.

use std::path::{Path, PathBuf};

use events_core::schema::{Dictionary, Family, Specification};
use events_schema::import::{Options, import};

use crate::import::document;
use crate::model::{self, Model};
use crate::source::{self, Form};

/// The name of the version that the program has in it.
const DECLARED: &str = "declared";

/// A version of a specification.
pub(super) struct Version {
    pub(super) specification: Specification,
    /// What of it was not understood.
    pub(super) open: Vec<String>,
}

/// What an argument names.
enum Named {
    Model(Specification),
    Document(PathBuf, Vec<u8>),
}

/// The versions that two arguments name, or what is wrong with them.
pub(super) fn load(versions: [&str; 2], model: &Model) -> Result<[Version; 2], Vec<String>> {
    let [before, after] = versions.map(|version| named(version, model));
    match (before, after) {
        (Ok(before), Ok(after)) => both(before, after, model).map_err(|error| vec![error]),
        (before, after) => Err([before.err(), after.err()].into_iter().flatten().collect()),
    }
}

fn named(version: &str, model: &Model) -> Result<Named, String> {
    if version == DECLARED {
        return Ok(Named::Model(model.specification().clone()));
    }
    let path = Path::new(version);
    match source::form(path)? {
        Form::Model(bytes) => model::parse(path, &bytes).map(Named::Model),
        Form::Sources(sources) => {
            let dictionary = &model.specification().dictionary;
            source::read(&sources, Some(dictionary))
                .and_then(|read| model::without_faults(read, version))
                .map(Named::Model)
        }
        Form::Document(bytes) => Ok(Named::Document(path.to_owned(), bytes)),
    }
}

/// A document means what the dictionary of the other version says, and is held against the families that it has events of.
fn both(before: Named, after: Named, model: &Model) -> Result<[Version; 2], String> {
    let whole = |specification| Version {
        specification,
        open: Vec::new(),
    };
    Ok(match (before, after) {
        (Named::Model(before), Named::Model(after)) => [whole(before), whole(after)],
        (Named::Model(before), Named::Document(path, bytes)) => {
            let after = read(&path, &bytes, &before.dictionary)?;
            [whole(covered(before, &after)), after]
        }
        (Named::Document(path, bytes), Named::Model(after)) => {
            let before = read(&path, &bytes, &after.dictionary)?;
            let after = whole(covered(after, &before));
            [before, after]
        }
        (Named::Document(old, before), Named::Document(new, after)) => {
            let dictionary = &model.specification().dictionary;
            [
                read(&old, &before, dictionary)?,
                read(&new, &after, dictionary)?,
            ]
        }
    })
}

fn read(path: &Path, bytes: &[u8], dictionary: &Dictionary) -> Result<Version, String> {
    let options = Options {
        dictionary: dictionary.clone(),
        ..Options::default()
    };
    let draft = import(&[document(path, bytes)?], &options);
    let open = draft.ledgers.iter().flat_map(|ledger| {
        let entries = ledger.open();
        entries.map(|(entry, ..)| format!("{}: {entry}", ledger.document))
    });
    Ok(Version {
        open: open.collect(),
        specification: draft.specification,
    })
}

/// A specification with the families alone that a document has events of.
fn covered(mut specification: Specification, document: &Version) -> Specification {
    let documented = &document.specification.families;
    let is_there = |family: &Family| {
        let mut events = family.events.iter();
        events.any(|event| {
            documented
                .iter()
                .any(|family| family.event(&event.name).is_some())
        })
    };
    specification.families.to_mut().retain(is_there);
    specification
}
