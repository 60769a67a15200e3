//! Bytes of a file into text: UTF-8 with or without a byte order mark, UTF-16 with one. Whatever else they are is named,
//! with what to do about it.

use claimlist_core::Position;

use encoding_rs::Encoding;

use crate::reader::Source;
use crate::{ReadError, format};

const SAVE_AS_UTF_8: &str = "save it as plain text in UTF-8";

/// The text without its byte order mark.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, ReadError> {
    if let Some((what, remedy)) = format::recognize(&bytes) {
        return Err(ReadError::NotText { what, remedy });
    }
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => utf_8(bytes),
    }
}

/// The text of a source that may say in which encoding it is: as its byte order mark, else its sender says, else as
/// [`decode`] does.
pub(crate) fn decode_text(source: Source) -> Result<String, ReadError> {
    let Source { bytes, charset } = source;
    let named = charset.as_deref().and_then(|label| Encoding::for_label(label.as_bytes()));
    match named.filter(|encoding| *encoding != encoding_rs::UTF_8) {
        Some(encoding) if Encoding::for_bom(&bytes).is_none() && format::recognize(&bytes).is_none() => {
            Ok(encoding.decode(&bytes).0.into_owned())
        }
        _ => decode(bytes),
    }
}

/// The text of a page: as its byte order mark, its sender or its own head says; else UTF-8 or, if it is not that,
/// Windows-1252, as browsers do. Broken characters come out as `�`.
pub(crate) fn decode_html(source: Source) -> Result<String, ReadError> {
    let Source { bytes, charset } = source;
    if let Some((what, remedy)) = format::recognize(&bytes) {
        return Err(ReadError::NotText { what, remedy });
    }
    let named = charset.as_deref().and_then(|label| Encoding::for_label(label.as_bytes()));
    if Encoding::for_bom(&bytes).is_none() && named.or_else(|| charset_in_head(&bytes)).is_none() {
        return match String::from_utf8(bytes) {
            Ok(text) => Ok(text),
            Err(error) => Ok(encoding_rs::WINDOWS_1252.decode(error.as_bytes()).0.into_owned()),
        };
    }
    let encoding = named.or_else(|| charset_in_head(&bytes)).unwrap_or(encoding_rs::UTF_8);
    Ok(encoding.decode(&bytes).0.into_owned())
}

/// The encoding that a page names in its first bytes: `<meta charset="windows-1252">`, `<?xml encoding="..."?>`.
fn charset_in_head(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes)).to_ascii_lowercase();
    let declared = head.starts_with("<?xml").then(|| head.split_once("encoding=")).flatten();
    let (_, label) = head.split_once("charset=").or(declared)?;
    let label = label.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.'))?;
    // A page that can name its encoding in ASCII is in none of two bytes a character.
    Encoding::for_label(&label.as_bytes()[..end]).map(|encoding| {
        if encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE {
            encoding_rs::UTF_8
        } else {
            encoding
        }
    })
}

fn utf_8(mut bytes: Vec<u8>) -> Result<String, ReadError> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        not_utf_8(error.as_bytes(), position_behind(&before))
    })?;
    match text.find('\0') {
        None => Ok(text),
        Some(at) => Err(with_nuls(text.as_bytes(), position_behind(&text[..at]))),
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ReadError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let error = |text: &str| ReadError::Encoding {
        problem: "it begins like UTF-16 text, but is broken here",
        remedy: SAVE_AS_UTF_8,
        position: position_behind(text),
    };
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match c {
            Ok(c) if c != '\0' => text.push(c),
            _ => return Err(error(&text)),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(error(&text)) }
}

fn not_utf_8(bytes: &[u8], position: Position) -> ReadError {
    if bytes.contains(&0) {
        return with_nuls(bytes, position);
    }
    let (problem, remedy) = if is_windows_1252(bytes) {
        (
            "it is not UTF-8 text, but looks like Windows-1252 (Western European)",
            "convert it, for example with \"iconv -f WINDOWS-1252 -t UTF-8\"",
        )
    } else {
        ("it is not UTF-8 text", SAVE_AS_UTF_8)
    };
    ReadError::Encoding { problem, remedy, position }
}

/// NUL bytes are in no plain text, except in one of UTF-16, which has them in every other place.
fn with_nuls(bytes: &[u8], position: Position) -> ReadError {
    let start = &bytes[..bytes.len().min(1024)];
    let nuls = |odd: usize| start.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, half) = (nuls(0), nuls(1), start.len() / 2);
    if half > 0 && (even * 3 > half * 2 && odd * 10 < half || odd * 3 > half * 2 && even * 10 < half) {
        return ReadError::Encoding {
            problem: "it looks like UTF-16 text without a byte order mark",
            remedy: SAVE_AS_UTF_8,
            position,
        };
    }
    ReadError::NotText { what: "binary data (it has NUL bytes)", remedy: "give a file of plain text" }
}

/// Whether the bytes could be text in Windows-1252 or its subset Latin-1: no control characters, and letters of ASCII in
/// the majority.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1 << 16)];
    let control = |byte: &u8| {
        (*byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C))
            || matches!(byte, 0x7F | 0x81 | 0x8D | 0x8F | 0x90 | 0x9D)
    };
    let ascii = start.iter().filter(|byte| byte.is_ascii()).count();
    ascii * 2 > start.len() && !start.iter().any(control)
}

/// The place behind this text.
fn position_behind(text: &str) -> Position {
    let mut position = Position { line: 1, column: 1 };
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\n' | '\r' => position = Position { line: position.line + 1, column: 1 },
            _ => position.column += 1,
        }
        last = c;
    }
    position
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(bytes: &[u8]) -> String {
        let error = decode(bytes.to_vec()).unwrap_err();
        match error.position() {
            Some(Position { line, column }) => format!("{line}:{column}: {error}"),
            None => error.to_string(),
        }
    }

    #[test]
    fn byte_order_marks_are_no_text() {
        assert_eq!(decode(b"\xEF\xBB\xBFCaf\xC3\xA9".to_vec()).unwrap(), "Café");
        assert_eq!(decode(b"Caf\xC3\xA9".to_vec()).unwrap(), "Café");
        let utf_16: Vec<u16> = "\u{feff}Café 𝄞\n".encode_utf16().collect();
        let little: Vec<u8> = utf_16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = utf_16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(decode(little).unwrap(), "Café 𝄞\n");
        assert_eq!(decode(big).unwrap(), "Café 𝄞\n");
    }

    #[test]
    fn the_sender_of_a_text_tells_its_encoding() {
        let text = |bytes: &[u8], charset: &str| {
            decode_text(Source { bytes: bytes.to_vec(), charset: Some(charset.to_owned()) })
        };
        assert_eq!(text(b"Caf\xE9 \xA3", "ISO-8859-1").unwrap(), "Café £");
        assert_eq!(text(b"Caf\xC3\xA9", "utf-8").unwrap(), "Café");
        assert_eq!(text(b"\xEF\xBB\xBFCaf\xC3\xA9", "iso-8859-1").unwrap(), "Café");
        assert!(text(b"Caf\xE9", "utf-8").is_err() && text(b"Caf\xE9", "klingon").is_err());
        assert!(text(b"%PDF-1.7", "iso-8859-1").is_err());
    }

    #[test]
    fn pages_tell_their_encoding() {
        let page = |bytes: &[u8], charset: Option<&str>| {
            decode_html(Source { bytes: bytes.to_vec(), charset: charset.map(str::to_owned) }).unwrap()
        };
        for (bytes, charset, end) in [
            (b"<meta charset=\"windows-1251\">\xCC\xE8\xF0".as_slice(), None, "Мир"),
            (
                b"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>Caf\xE9 \x80",
                None,
                "Café €",
            ),
            (b"<?xml version='1.0' encoding='iso-8859-15'?>Caf\xE9 \xA4", None, "Café €"),
            (b"<p>Caf\xE9", Some("latin1"), "Café"),
            (b"<p>Caf\xE9", None, "Café"),
            (b"<p>Caf\xC3\xA9", None, "Café"),
            (b"\xEF\xBB\xBF<meta charset=latin1>Caf\xC3\xA9", Some("latin1"), "Café"),
            (b"\xFF\xFE<\0p\0>\0\xE9\0", None, "é"),
            (b"<meta charset=utf-16>Caf\xC3\xA9", None, "Café"),
        ] {
            let text = page(bytes, charset);
            assert!(text.ends_with(end) && !text.starts_with('\u{feff}'), "{text}");
        }
    }

    #[test]
    fn bad_bytes_are_named_with_their_place() {
        for (bytes, start) in [
            (b"One\r\nCaf\xE9 prices".as_slice(), "2:4: it is not UTF-8 text, but looks like Windows-1252"),
            (b"One\rCaf\xC3", "2:4: it is not UTF-8 text, but looks like Windows-1252"),
            (b"\xF0\x9F\x01\x02 a", "1:1: it is not UTF-8 text: save it"),
            (b"\xFF\xFEa\0\n\0b", "2:1: it begins like UTF-16 text"),
            (b"\xFF\xFEa\0\0\xD8b\0", "1:2: it begins like UTF-16 text"),
            (b"a\0b\0c\0d\0", "1:2: it looks like UTF-16 text without"),
            (b"One\n\0two three", "it is not text but binary data"),
        ] {
            assert!(error(bytes).starts_with(start), "{}", error(bytes));
        }
    }
}
