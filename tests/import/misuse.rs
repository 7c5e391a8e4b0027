//! The misuses of the macros in `tests/ui`: the reader says of each what the compiler says, at the same place.

use std::fs;
use std::path::{Path, PathBuf};

use events_core::tlibrary::DICTIONARY;
use events_syntax::read::{Scope, Source, read};

/// What is said where: line, column and sentence.
type Said = (usize, usize, String);

fn cases() -> Vec<PathBuf> {
    fn collect(directory: &Path, cases: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(directory).expect("a directory") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                collect(&path, cases);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                cases.push(path);
            }
        }
    }
    let mut cases = Vec::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("ui"),
        &mut cases,
    );
    cases.sort();
    cases
}

fn mistakes(path: &Path) -> Vec<Said> {
    let source = Source {
        name: path.display().to_string(),
        text: fs::read_to_string(path).expect("a source"),
    };
    let found = read(&[source], &Scope::new(DICTIONARY.clone()));
    let mistakes = found.mistakes.into_iter();
    mistakes
        .map(|mistake| (mistake.line, mistake.column, mistake.message))
        .collect()
}

/// What the compiler says; `None` where the words are its own.
fn compiler(stderr: &str) -> Option<Vec<Said>> {
    let mut said = Vec::new();
    let mut lines = stderr.lines();
    while let Some(line) = lines.next() {
        let message = match line.strip_prefix("error") {
            None => continue,
            Some(line) => line
                .strip_prefix(": ")
                .or_else(|| line.strip_prefix("[E0080]: evaluation panicked: "))?,
        };
        let place: Vec<&str> = lines.next().expect("a place").rsplitn(3, ':').collect();
        let number = |text: &str| text.parse().expect("a number");
        said.push((number(place[1]), number(place[0]), message.to_owned()));
    }
    Some(said)
}

/// A line, a column and what is said there.
type Expected = (usize, usize, &'static str);

/// What the reader says where the compiler has words of its own, or says more than one of the two.
const OTHERWISE: [(&str, &[Expected]); 14] = [
    // Warnings, which the cases make errors.
    ("event/unexamined_denied", &[]),
    ("footnote/proposed_denied", &[]),
    // The table stands in a macro of the case.
    (
        "row/too_many",
        &[(
            5,
            9,
            "`event!` in the rules of a macro is not read, write what it declares outside of it",
        )],
    ),
    (
        "rule/is_of_text",
        &[
            (
                14,
                13,
                "`bike` is no key-value list and has no keys, remove the test of them",
            ),
            (
                14,
                21,
                "`Frame` is no key set of the dictionary here, give the file that declares it, too",
            ),
        ],
    ),
    // A builder lacks an attribute: no mistake of the declaration.
    ("rustc/missing_attribute", &[]),
    (
        "rustc/no_value",
        &[(
            12,
            15,
            "`Rc<str>` is no entry of the dictionary, no vocabulary and no union here, give the file that declares it, too",
        )],
    ),
    (
        "rustc/unknown_fixed_member",
        &[(
            11,
            23,
            "`AddressType` has no member `AddressTypeQeue`, did you mean `AddressTypeQueue`?",
        )],
    ),
    (
        "rustc/unknown_key_set",
        &[(
            15,
            27,
            "`AddressInfoQueueStatu` is no key set of the dictionary here, did you mean `AddressInfoQueueStatus`?",
        )],
    ),
    (
        "rustc/unknown_member",
        &[(
            15,
            28,
            "`AddressType` has no member `AddressTypeQeue`, did you mean `AddressTypeQueue`?",
        )],
    ),
    (
        "rustc/unknown_type",
        &[(
            11,
            9,
            "`ThisDM` is no entry of the dictionary, no vocabulary and no union here, did you mean `ThisDN`?",
        )],
    ),
    ("rustc/unparsed_text", &[]),
    // What stands in two declarations is a fault of the model that they make.
    ("specification/same_name", &[]),
    ("specification/same_number", &[]),
    (
        "union/unknown_value",
        &[(
            17,
            23,
            "`Measured` has no member `Batery`, did you mean `Battery`?",
        )],
    ),
];

#[test]
fn the_reader_says_what_the_compiler_says() {
    let (mut compared, mut otherwise) = (0, Vec::new());
    for path in cases() {
        let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().display().to_string();
        let name = format!(
            "{}/{}",
            part(path.parent().and_then(Path::file_name)),
            part(path.file_stem())
        );
        let found = mistakes(&path);
        let stderr = fs::read_to_string(path.with_extension("stderr"));
        let expected = stderr.map_or(Some(Vec::new()), |stderr| compiler(&stderr));
        if Some(&found) == expected.as_ref() {
            compared += found.len();
        } else {
            otherwise.push((name, found));
        }
    }
    println!("{compared} mistakes in the words of the compiler");
    assert!(compared > 120, "{compared}");
    let expected = OTHERWISE.map(|(name, said)| {
        let said = said.iter();
        let said = said.map(|(line, column, message)| (*line, *column, (*message).to_owned()));
        (name.to_owned(), said.collect::<Vec<_>>())
    });
    assert_eq!(otherwise, expected);
}
