//! The styles of the table, in one place. No meaning hangs on a colour alone: marks and words say the same.
//!
//! Only the sixteen colours that a terminal's own theme sets are used, so that both light and dark themes stay readable.

use anstyle::{AnsiColor, Style};
use claimlist_core::Priority;

/// Titles and the head of the table.
pub(crate) const TITLE: Style = Style::new().bold();

/// What may be skipped: paths, numbers, sources, totals.
pub(crate) const FAINT: Style = Style::new().dimmed();

/// What needs no style.
pub(crate) const PLAIN: Style = Style::new();

/// A worth at or above this is set off.
const HIGH_WORTH: f64 = 0.7;

/// The style of a worth: set off, plain or faint.
pub(crate) fn worth(worth: f64) -> Style {
    if worth >= HIGH_WORTH {
        TITLE
    } else if worth >= HIGH_WORTH / 2.0 {
        PLAIN
    } else {
        FAINT
    }
}

/// The mark of a priority, two columns wide.
pub(crate) fn mark(priority: Priority) -> (&'static str, Style) {
    match priority {
        Priority::High => ("!!", Style::new().bold().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Red)))),
        Priority::Medium => ("! ", Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Magenta)))),
        Priority::Low => ("· ", FAINT),
    }
}

/// When to follow up a hint of a priority.
pub(crate) fn in_words(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "before print",
        Priority::Medium => "in the ordinary course",
        Priority::Low => "when there is time",
    }
}

/// `text` in a style; the bare text where there is none or nothing to style.
pub(crate) fn styled(text: &str, style: Style) -> String {
    if style.is_plain() || text.is_empty() { text.to_owned() } else { format!("{style}{text}{style:#}") }
}

/// `text` as a link for a terminal (OSC 8); the bare text where there is nothing on the web that it could lead to.
pub(crate) fn linked(text: &str, url: &str) -> String {
    let web = url.starts_with("https://") || url.starts_with("http://");
    if !web || text.is_empty() {
        return text.to_owned();
    }
    let mut address = String::with_capacity(url.len());
    for byte in url.bytes() {
        match byte {
            b'!'..=b'~' => address.push(char::from(byte)),
            byte => address += &format!("%{byte:02X}"),
        }
    }
    format!("\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\")
}
