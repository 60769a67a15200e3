//! Text in HTML: whatever stands in an article stays text.

use std::fmt::{self, Write as _};

/// A text as it is written between tags or between the quotes of an attribute.
pub(super) struct Escaped<'t>(&'t str);

pub(super) fn escaped(text: &str) -> Escaped<'_> {
    Escaped(text)
}

impl Escaped<'_> {
    /// Whether nothing of it is to be seen.
    pub(super) fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut from = 0;
        for (at, c) in self.0.char_indices() {
            let Some(replacement) = replacement(c) else { continue };
            f.write_str(&self.0[from..at])?;
            f.write_str(replacement)?;
            from = at + c.len_utf8();
        }
        f.write_str(&self.0[from..])
    }
}

/// What stands for a character that HTML would read as its own, or that no page may hold.
fn replacement(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        '\t' | '\n' | '\r' => None,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => Some("\u{fffd}"),
        _ => None,
    }
}

/// Writes a source: a link where its address is one of the web, else its bare title.
pub(super) fn source(title: &str, url: Option<&str>) -> String {
    let mut html = String::new();
    // Writing to a string does not fail.
    let _ = match url {
        Some(url) if is_web(url) => write!(
            html,
            "<a class=\"source\" href=\"{}\" target=\"_blank\" rel=\"noreferrer noopener\">{}</a>",
            escaped(url),
            escaped(title)
        ),
        Some(url) if url != title => {
            write!(html, "<span class=\"source\">{} ({})</span>", escaped(title), escaped(url))
        }
        _ => write!(html, "<span class=\"source\">{}</span>", escaped(title)),
    };
    html
}

/// Whether an address may become a link: `javascript:` and the like may not.
fn is_web(url: &str) -> bool {
    let scheme =
        |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    scheme("https://") || scheme("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_stays_text() {
        assert_eq!(
            escaped("</script><b a='1' b=\"2\">&amp;\0\x1b é 👩‍👩‍👧").to_string(),
            "&lt;/script&gt;&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;\u{fffd}\u{fffd} é 👩‍👩‍👧"
        );
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert!(
            source("A register", Some("https://example.org/?a=1&b=2"))
                .contains("href=\"https://example.org/?a=1&amp;b=2\"")
        );
        for url in ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://x"] {
            assert!(!source("A register", Some(url)).contains("href"), "{url}");
        }
    }
}
