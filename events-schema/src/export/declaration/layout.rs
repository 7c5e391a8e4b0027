//! Doc comments, and lines that are not too long.

/// How long a line may be.
pub(super) const WIDTH: usize = 110;

/// Lines of source.
#[derive(Default)]
pub(super) struct Source(String);

impl Source {
    /// A line, indented by so many levels.
    pub(super) fn line(&mut self, level: usize, line: &str) {
        if !line.is_empty() {
            self.0.push_str(&"    ".repeat(level));
            self.0.push_str(line);
        }
        self.0.push('\n');
    }

    pub(super) fn lines(&mut self, level: usize, lines: impl IntoIterator<Item = String>) {
        for line in lines {
            self.line(level, &line);
        }
    }

    /// A text as a doc comment.
    pub(super) fn docs(&mut self, level: usize, text: &str) {
        let room = WIDTH.saturating_sub(4 * level + 4);
        for line in wrap(text, room) {
            self.line(level, format!("/// {line}").trim_end());
        }
    }

    /// A text as a comment.
    pub(super) fn comment(&mut self, level: usize, text: &str) {
        let room = WIDTH.saturating_sub(4 * level + 3);
        for line in wrap(text, room) {
            self.line(level, format!("// {line}").trim_end());
        }
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A text in lines of at most so many letters, with an empty line between its paragraphs.
fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.trim().lines().map(str::trim) {
        if paragraph.is_empty() {
            if lines.last().is_some_and(|line| !line.is_empty()) {
                lines.push(String::new());
            }
            continue;
        }
        // A control character cannot stand in a comment.
        let paragraph: String = paragraph
            .chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter })
            .collect();
        fill(&paragraph, room, &mut lines);
    }
    lines
}

fn fill(paragraph: &str, room: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in paragraph.split(' ') {
        let length = line.chars().count() + 1 + word.chars().count();
        // Two spaces in a row survive only inside a line, and some words begin a list or a heading there.
        let breakable = !word.is_empty() && !line.ends_with(' ') && !begins_block(word);
        if line.is_empty() {
        } else if length > room && breakable {
            lines.push(std::mem::take(&mut line));
        } else {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
}

/// Whether a word at the beginning of a line is Markdown.
fn begins_block(word: &str) -> bool {
    let number = word.trim_end_matches(['.', ')']);
    let numbered = number.len() < word.len() && number.bytes().all(|byte| byte.is_ascii_digit());
    numbered || word.starts_with(['-', '*', '+', '>', '#', '=', '|', '~', '`'])
}

/// Items in lines of at most so many letters, each with a comma behind it.
pub(super) fn fill_items(items: &[String], room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if line.chars().count() + item.chars().count() + 2 <= room => {
                line.push(' ');
                line.push_str(item);
                line.push(',');
            }
            _ => lines.push(format!("{item},")),
        }
    }
    lines
}

/// Cells of rows, the first of each as wide as the widest.
pub(super) fn align(rows: &[(String, String)]) -> Vec<String> {
    let widest = rows.iter().map(|(cell, _)| cell.chars().count()).max();
    let width = widest.unwrap_or_default() + 2;
    rows.iter()
        .map(|(cell, rest)| format!("{cell:width$}{rest}"))
        .collect()
}

/// Lines with so many spaces before them.
pub(super) fn deeper(lines: Vec<String>, by: usize) -> impl Iterator<Item = String> {
    let indent = " ".repeat(by);
    lines.into_iter().map(move |line| format!("{indent}{line}"))
}
