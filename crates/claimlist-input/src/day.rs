//! Days of publication as files state them.

use jiff::civil::Date;
use jiff::fmt::rfc2822::DateTimeParser;

/// The day of `2025-02-27`, `2025-02-27T10:00:00+01:00`, `Thu, 27 Feb 2025 10:00:00 GMT`, where it is written so: no day is
/// guessed. It is the day at the place that the time is given for.
pub(crate) fn day(text: &str) -> Option<Date> {
    const RFC_2822: DateTimeParser = DateTimeParser::new().relaxed_weekday(true);
    let text = text.trim();
    let iso = text.get(..10).and_then(|day| day.replace('/', "-").parse().ok());
    iso.filter(|_| !text[10..].starts_with(|c: char| c.is_ascii_digit()))
        .or_else(|| Some(RFC_2822.parse_zoned_datetime(text).ok()?.date()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        let wanted = Some(jiff::civil::date(2025, 2, 27));
        for text in [
            "2025-02-27",
            " 2025-02-27T23:59:00+01:00",
            "2025/02/27 10:00",
            "Thu, 27 Feb 2025 10:00:00 GMT",
            "27 Feb 2025 10:00 +0100",
        ] {
            assert_eq!(day(text), wanted, "{text}");
        }
        for text in ["", "2025", "2025-02-30", "27 February", "2025-02-271", "yesterday", "2025-0é-27"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
