//! The HTML reference in a real browser. Skipped, with a line that says so, where there is no Chromium.

mod run;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use events_core::families;
use events_core::schema::{Event, Presence, Specification, Status};
use run::{Run, events};

/// A browser with a directory for its pages, which is removed in the end.
struct Browser {
    program: PathBuf,
    directory: PathBuf,
}

impl Browser {
    /// The first Chromium on the path, or the one that `CHROMIUM` names.
    fn find(name: &str) -> Option<Self> {
        let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let program = named.or_else(|| {
            let programs = ["chromium", "chromium-browser", "google-chrome"];
            let mut places = std::env::split_paths(&path)
                .flat_map(|place| programs.map(|program| place.join(program)));
            places.find(|place| place.is_file())
        });
        let Some(program) = program else {
            eprintln!("skipped: no Chromium on the path, and CHROMIUM names none");
            return None;
        };
        let name = format!("events-browser-{}-{name}", std::process::id());
        let directory = std::env::temp_dir().join(name);
        fs::create_dir_all(&directory).unwrap();
        Some(Self { program, directory })
    }

    /// The document after its scripts ran, and what it said on the console.
    fn open(&self, page: &str, query: &str) -> (String, Vec<String>) {
        let file = self.directory.join("page.html");
        fs::write(&file, page).unwrap();
        let output = Command::new(&self.program)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
            .args(["--enable-logging=stderr", "--virtual-time-budget=5000"])
            .arg(format!("--user-data-dir={}", self.directory.display()))
            .arg(format!("file://{}{query}", Path::display(&file)))
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let console = String::from_utf8_lossy(&output.stderr)
            .lines()
            .filter(|line| line.contains("CONSOLE"))
            .map(str::to_owned)
            .collect();
        (String::from_utf8(output.stdout).unwrap(), console)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.directory);
    }
}

fn page() -> String {
    let run = Run::of(events().args(["docs", "--format", "html"]), &[]);
    assert_eq!((run.status, &*run.err), (0, ""));
    run.out
}

/// How many cells the matrix must have: all, Mandatory ones, ones with a condition.
fn cells(specification: &Specification) -> [usize; 3] {
    let families = specification.families.iter();
    let mut counts = [0; 3];
    for event in families.flat_map(|family| family.events.iter()) {
        for row in event.attributes.iter() {
            counts[0] += 1;
            counts[1] += usize::from(row.presence == Presence::Mandatory);
            let condition = |letter: &str| {
                let note = Event::footnote(event, letter);
                note.is_some_and(|note| note.status != Status::Remark)
            };
            counts[2] += usize::from(row.marks.iter().any(|mark| condition(&mark.letter)));
        }
    }
    counts
}

/// Asks the page itself, as who reads it would: what its matrix has, what the keys do.
const PROBE: &str = r#"<script>
const count = (what) => document.querySelectorAll(`.matrix tbody ${what}`).length;
const cell = document.querySelector(".matrix .c a"), tip = document.getElementById("tip");
const said = [count("td.m, td.o"), count("td.m"), count("td.c")];
said.push(tip.hidden);
cell.focus();
said.push(tip.hidden, tip.textContent.length > 20, tip.textContent.includes("AgentID in EventRegistered"));
cell.blur();
said.push(tip.hidden);
document.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
said.push(document.activeElement.id);
const theme = document.getElementById("theme");
const colour = () => getComputedStyle(document.body).backgroundColor;
theme.click(); const light = colour(); theme.click();
said.push(document.documentElement.dataset.theme, light !== colour());
document.body.dataset.said = said.join(" ");
</script></body>"#;

#[test]
fn the_page_works_in_a_browser() {
    let Some(browser) = Browser::find("works") else {
        return;
    };
    let probed = page().replace("</body>", PROBE);
    let (document, console) = browser.open(&probed, "");
    assert_eq!(console, [] as [String; 0]);
    let [all, mandatory, conditional] = cells(&families::specification());
    let expected = format!(
        "data-said=\"{all} {mandatory} {conditional} true false true true true search dark true\""
    );
    let said = document.split_once("data-said=").map(|(_, said)| said);
    assert!(
        document.contains(&expected),
        "{expected}: {:?}",
        said.map(|said| &said[..120])
    );
}

#[test]
fn a_console_error_would_be_seen() {
    let Some(browser) = Browser::find("console") else {
        return;
    };
    let broken = page().replace("</body>", "<script>throw new Error('seen')</script></body>");
    let (_, console) = browser.open(&broken, "");
    assert!(
        console.iter().any(|line| line.contains("seen")),
        "{console:?}"
    );
}

#[test]
fn the_search_finds() {
    let Some(browser) = Browser::find("search") else {
        return;
    };
    let page = page();
    for (query, expected) in [
        ("EventAgentLogin", "href=\"#event.EventAgentLogin\""),
        ("thisdn", "href=\"#attribute.ThisDN\""),
        (
            "AddressTypeRouteQueue",
            "href=\"#value.TAddressType.AddressTypeRouteQueue\"",
        ),
        ("position%20or%20dn", "href=\"#note.EventRegistered.a\""),
    ] {
        let (document, console) = browser.open(&page, &format!("?q={query}"));
        assert_eq!(console, [] as [String; 0]);
        let (_, found) = document.split_once("id=\"results\"").unwrap();
        let (found, _) = found.split_once("</ul>").unwrap();
        assert!(found.contains(expected), "{query}: {found}");
    }
    let (document, _) = browser.open(&page, "?q=no-such-thing");
    assert!(document.contains("Nothing found"));
}
