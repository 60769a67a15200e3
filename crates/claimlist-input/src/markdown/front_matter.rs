//! The lines before a Markdown text that say what it is: `title: Bridge closed`, as YAML or TOML.
//!
//! Only the simple lines that articles have are read: title, date and authors, each on one line or authors as a list below.

use jiff::civil::Date;

use crate::day::day;

/// What the front matter says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// The title, and the offset at which it stands.
    pub(super) title: Option<(String, usize)>,
    pub(super) date: Option<Date>,
    pub(super) byline: Option<String>,
}

/// Reads front matter with the lines `---` or `+++` around it.
pub(super) fn read(text: &str) -> FrontMatter {
    let mut found = FrontMatter::default();
    let mut authors: Vec<&str> = Vec::new();
    let mut in_authors = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        if let Some(item) = line.trim().strip_prefix("- ").filter(|_| in_authors) {
            authors.push(unquoted(item.trim_start_matches("name:")));
            continue;
        }
        let Some((key, value)) = line.split_once([':', '=']).filter(|(key, _)| !key.starts_with([' ', '\t']))
        else {
            continue;
        };
        let value = unquoted(value);
        let key = key.trim().to_ascii_lowercase();
        in_authors = matches!(key.as_str(), "author" | "authors" | "byline");
        match key.as_str() {
            "title" | "headline" if found.title.is_none() && !value.is_empty() => {
                found.title = Some((value.to_owned(), at + line.find(value).unwrap_or_default()));
            }
            "date" | "published" | "pubdate" | "publishdate" | "date_published" => {
                found.date = found.date.or_else(|| day(value));
            }
            _ if in_authors => {
                authors.extend(
                    value.trim_matches(['[', ']']).split(',').map(unquoted).filter(|name| !name.is_empty()),
                );
            }
            _ => {}
        }
    }
    found.byline = match authors.as_slice() {
        [] => None,
        [one] => Some((*one).to_owned()),
        [before @ .., last] => Some(format!("{} and {last}", before.join(", "))),
    };
    found
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    ['"', '\''].iter().find_map(|&mark| value.strip_prefix(mark)?.strip_suffix(mark)).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_and_toml() {
        let wanted = FrontMatter {
            title: Some(("Bridge closed".to_owned(), 11)),
            date: Some(jiff::civil::date(2025, 2, 27)),
            byline: Some("Ada Roe and Bo Ames".to_owned()),
        };
        let yaml = "---\ntitle: Bridge closed\ndate: 2025-02-27T10:00:00Z\nauthors:\n  - Ada Roe\n  - 'Bo Ames'\ntags:\n  - x\n---\n";
        assert_eq!(read(yaml), wanted);
        let wanted = FrontMatter { title: Some(("Bridge closed".to_owned(), 13)), ..wanted };
        let toml =
            "+++\ntitle = \"Bridge closed\"\ndate = 2025-02-27\nauthor = [\"Ada Roe\", \"Bo Ames\"]\n+++\n";
        assert_eq!(read(toml), wanted);
        assert_eq!(read("---\n---\n"), FrontMatter::default());
        assert_eq!(read("---\ntitle:\ndate: soon\n"), FrontMatter::default());
    }
}
