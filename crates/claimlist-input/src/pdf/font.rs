//! A font of a page: from the codes of a string to characters and their widths.

use std::collections::HashMap;

use lopdf::{Dictionary, Object};

use super::file::File;
use super::metrics;
use super::unicode_map::UnicodeMap;

/// Bytes of the largest map of characters, unpacked.
const LARGEST_MAP: usize = 4 << 20;

/// What stands for a sign that a font does not name.
pub(super) const UNKNOWN: &str = "\u{FFFD}";

/// A code's characters and width.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    /// The characters: often one, more where letters are joined.
    pub(super) text: String,
    /// Width in sizes.
    pub(super) width: f32,
    /// The space of one byte, which word spacing widens.
    pub(super) is_space: bool,
}

/// A font.
#[derive(Debug)]
pub(super) struct Font {
    /// Bytes of a code.
    length: usize,
    letters: HashMap<u32, Letter>,
    map: Option<UnicodeMap>,
    /// Characters by code, of fonts whose codes have one byte.
    encoding: Vec<Option<String>>,
    widths: Widths,
    name: String,
    /// Codes are UTF-16.
    is_utf_16: bool,
    pub(super) is_bold: bool,
}

#[derive(Debug)]
enum Widths {
    /// By code; those that are not there are of a default width.
    Known(HashMap<u32, f32>, f32),
    /// As in fonts that every reader has.
    Standard,
}

impl Font {
    /// The font that a page describes so.
    pub(super) fn new(file: &File, font: &Dictionary) -> Self {
        let name = |dictionary: &Dictionary, key: &[u8]| {
            let name = file.get(dictionary, key).and_then(|name| name.as_name().ok());
            String::from_utf8_lossy(name.unwrap_or_default()).into_owned()
        };
        let base = name(font, b"BaseFont");
        let kind = name(font, b"Subtype");
        let is_composite = kind == "Type0";
        let parts = file.get(font, b"DescendantFonts").and_then(|fonts| fonts.as_array().ok());
        let part = parts.and_then(|fonts| file.resolve(fonts.first()?)?.as_dict().ok());
        let described = if is_composite { part.unwrap_or(font) } else { font };
        let descriptor = file.dictionary(described, b"FontDescriptor");
        let map = file.get(font, b"ToUnicode").and_then(|stream| {
            let stream = stream.as_stream().ok()?;
            stream.get_plain_content_with_limit(LARGEST_MAP).ok()
        });
        Self {
            length: if is_composite { 2 } else { 1 },
            letters: HashMap::new(),
            map: map.map(|source| UnicodeMap::read(&source)),
            encoding: if is_composite { Vec::new() } else { encoding(file, font, &kind, &base) },
            widths: if is_composite {
                composite_widths(file, described)
            } else {
                simple_widths(file, font, descriptor)
            },
            is_utf_16: is_composite
                && ["UCS2", "UTF16"].iter().any(|code| name(font, b"Encoding").contains(code)),
            is_bold: is_bold(file, descriptor, &base),
            name: base,
        }
    }

    /// The letters of a string, one a code.
    pub(super) fn letters(&mut self, string: &[u8], mut each: impl FnMut(&Letter)) {
        for code in string.chunks(self.length) {
            let number = code.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
            if !self.letters.contains_key(&number) {
                let letter = self.letter(number);
                self.letters.insert(number, letter);
            }
            if let Some(letter) = self.letters.get(&number) {
                each(letter);
            }
        }
    }

    fn letter(&self, code: u32) -> Letter {
        let mapped = self.map.as_ref().and_then(|map| {
            // Some maps give codes of one byte as two.
            map.get(self.length, code).or_else(|| map.get(3 - self.length, code))
        });
        let text = mapped
            .filter(|text| !text.starts_with(['\0', '\u{FFFD}']))
            .or_else(|| self.encoding.get(code as usize).cloned().flatten())
            .or_else(|| char::from_u32(code).filter(|_| self.is_utf_16).map(String::from))
            .unwrap_or_else(|| UNKNOWN.to_owned());
        let text = readable(&text);
        let width = match &self.widths {
            Widths::Known(widths, default) => widths.get(&code).copied().unwrap_or(*default),
            Widths::Standard => text.chars().map(|c| metrics::width(&self.name, c)).sum(),
        };
        Letter { text, width: width.clamp(0.0, 10.0), is_space: self.length == 1 && code == 32 }
    }
}

/// The text without joined letters, signs of private use and control characters.
fn readable(text: &str) -> String {
    let mut readable = String::new();
    for c in text.chars() {
        match c {
            'ﬀ' => readable.push_str("ff"),
            'ﬁ' => readable.push_str("fi"),
            'ﬂ' => readable.push_str("fl"),
            'ﬃ' => readable.push_str("ffi"),
            'ﬄ' => readable.push_str("ffl"),
            'ﬅ' | 'ﬆ' => readable.push_str("st"),
            // The signs of symbol fonts, in articles bullets nearly always.
            '\u{F020}'..='\u{F0FF}' => readable.push('•'),
            '\t' | '\r' | '\n' => readable.push(' '),
            '\u{200B}' | '\u{FEFF}' => {}
            c if c.is_control() => {}
            c => readable.push(c),
        }
    }
    readable
}

fn is_bold(file: &File, descriptor: Option<&Dictionary>, name: &str) -> bool {
    const FORCED: i64 = 1 << 18;
    let number = |key: &[u8]| file.get(descriptor?, key)?.as_float().ok();
    ["Bold", "Black", "Heavy", "bold"].iter().any(|word| name.contains(word))
        || number(b"FontWeight").is_some_and(|weight| weight >= 600.0)
        || number(b"Flags").is_some_and(|flags| flags as i64 & FORCED != 0)
}

/// The widths of a font whose codes have one byte.
fn simple_widths(file: &File, font: &Dictionary, descriptor: Option<&Dictionary>) -> Widths {
    let Some(widths) = file.get(font, b"Widths").and_then(|widths| widths.as_array().ok()) else {
        return Widths::Standard;
    };
    // Fonts that are drawn by operators have a measure of their own.
    let matrix = file.numbers(font, b"FontMatrix").and_then(|matrix| matrix.first().copied());
    let unit = matrix.filter(|unit| unit.is_finite() && *unit != 0.0).map_or(0.001, f32::abs);
    let first = file.get(font, b"FirstChar").and_then(|first| first.as_i64().ok()).unwrap_or(0);
    let first = u32::try_from(first).unwrap_or(0);
    let width = |object| file.resolve(object).and_then(|width| width.as_float().ok());
    let known =
        (first..=255).zip(widths).filter_map(|(code, object)| Some((code, width(object)? * unit))).collect();
    let missing = descriptor
        .and_then(|descriptor| file.get(descriptor, b"MissingWidth")?.as_float().ok())
        .map_or(0.5, |width| width * unit);
    Widths::Known(known, missing)
}

/// The widths of a font whose codes have two bytes: `[1 [500 600] 10 20 555]`.
fn composite_widths(file: &File, font: &Dictionary) -> Widths {
    const CODES: i64 = 1 << 16;
    let default = file.get(font, b"DW").and_then(|width| width.as_float().ok()).unwrap_or(1000.0) / 1000.0;
    let mut known = HashMap::new();
    let list = file.get(font, b"W").and_then(|list| list.as_array().ok());
    let mut objects = list.into_iter().flatten().filter_map(|object| file.resolve(object));
    // Ranges may overlap: no more is done than there are codes, twice.
    let mut left = 2 * CODES;
    while let Some((first, then)) =
        objects.next().and_then(|first| Some((first.as_i64().ok()?, objects.next()?)))
    {
        let first = first.clamp(0, CODES);
        match then {
            Object::Array(widths) => {
                for (code, width) in (first..CODES).zip(widths) {
                    let width = file.resolve(width).and_then(|width| width.as_float().ok());
                    known.extend(width.map(|width| (code as u32, width / 1000.0)));
                }
            }
            last => {
                let last = last.as_i64().unwrap_or(0).clamp(0, CODES);
                let Some(width) = objects.next().and_then(|width| width.as_float().ok()) else { break };
                left -= (last - first).max(0);
                if left < 0 {
                    break;
                }
                known.extend((first..=last).map(|code| (code as u32, width / 1000.0)));
            }
        }
    }
    Widths::Known(known, default)
}

/// The characters of a font's 256 codes: a base, and what differs from it.
fn encoding(file: &File, font: &Dictionary, kind: &str, name: &str) -> Vec<Option<String>> {
    let encoding = file.get(font, b"Encoding");
    let differing = encoding.and_then(|encoding| encoding.as_dict().ok());
    let base = match (encoding, differing) {
        (Some(Object::Name(name)), _) => Some(name.as_slice()),
        (_, Some(encoding)) => file.get(encoding, b"BaseEncoding").and_then(|base| base.as_name().ok()),
        _ => None,
    };
    if ["Symbol", "Dingbats", "Wingdings"].iter().any(|font| name.contains(font)) && differing.is_none() {
        return (0..=255_u8).map(|code| Some(if code == 32 { " " } else { "•" }.to_owned())).collect();
    }
    let known = |name: &&[u8]| characters(Object::Name(name.to_vec()), b'A').is_some();
    let base = base.filter(known).unwrap_or(if kind == "TrueType" {
        b"WinAnsiEncoding"
    } else {
        b"StandardEncoding"
    });
    let mut codes: Vec<_> = (0..=255).map(|code| characters(Object::Name(base.to_vec()), code)).collect();
    let differences = differing.and_then(|encoding| file.get(encoding, b"Differences")?.as_array().ok());
    let mut code = 0;
    for object in differences.into_iter().flatten() {
        match file.resolve(object) {
            Some(Object::Name(name)) => {
                if let Some(place) = codes.get_mut(code) {
                    *place = glyph(name);
                }
                code += 1;
            }
            Some(number) => {
                code = number.as_i64().ok().and_then(|code| usize::try_from(code).ok()).unwrap_or(256);
            }
            None => {}
        }
    }
    codes
}

/// The characters that an encoding, given as fonts give it, has for a code.
fn characters(encoding: Object, code: u8) -> Option<String> {
    let font = Dictionary::from_iter([("Type", Object::Name(b"Font".to_vec())), ("Encoding", encoding)]);
    let document = lopdf::Document::new();
    let text = font.get_font_encoding_with_limit(&document, 0).ok()?.bytes_to_string(&[code]).ok()?;
    (!text.is_empty()).then_some(text)
}

/// The characters of a glyph's name: `eacute`, `uni20AC`, `u1F600`, `f_i`, `one.oldstyle`, and `a65` of fonts made of pictures.
fn glyph(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    let differences = Object::Array(vec![0.into(), Object::Name(name.as_bytes().to_vec())]);
    let encoding = Dictionary::from_iter([("Differences", differences)]);
    let known = || characters(Object::Dictionary(encoding), 0).filter(|_| !name.is_empty());
    let hexadecimal = |digits: &str| char::from_u32(u32::from_str_radix(digits, 16).ok()?).map(String::from);
    let parts = || name.split('_').map(|part| glyph(part.as_bytes())).collect::<Option<String>>();
    let number = || {
        let number = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let code = number.parse::<u8>().ok().filter(|_| name.len() - number.len() <= 2)?;
        (code.is_ascii_graphic()).then(|| char::from(code).to_string())
    };
    let unicode = || {
        let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
        (digits.len() >= 4).then(|| hexadecimal(digits.get(..digits.len().min(6))?)).flatten()
    };
    match name {
        "" | "notdef" => None,
        "space" | "nbspace" | "nonbreakingspace" => Some(" ".to_owned()),
        _ => known().or_else(unicode).or_else(|| if name.contains('_') { parts() } else { number() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_have_characters() {
        for (name, wanted) in [
            ("A", "A"),
            ("eacute", "é"),
            ("sterling", "£"),
            ("fi", "ﬁ"),
            ("uni20AC", "€"),
            ("u1F600", "😀"),
            ("f_f_i", "ffi"),
            ("one.oldstyle", "1"),
            ("a65", "A"),
            ("space", " "),
        ] {
            let text = glyph(name.as_bytes()).map(|text| readable(&text));
            assert_eq!(text.as_deref(), Some(readable(wanted).as_str()), "{name}");
        }
        for name in ["", ".notdef", "glyph1234", "uniD800", "_", "nosuchglyph"] {
            assert_eq!(glyph(name.as_bytes()), None, "{name}");
        }
    }

    #[test]
    fn codes_have_characters() {
        let code = |encoding: &str, code| characters(Object::Name(encoding.as_bytes().to_vec()), code);
        assert_eq!(code("WinAnsiEncoding", 0xA3).as_deref(), Some("£"));
        assert_eq!(code("MacRomanEncoding", 0x8E).as_deref(), Some("é"));
        assert_eq!(code("StandardEncoding", 0x27).as_deref(), Some("’"));
        assert_eq!(code("NoSuchEncoding", b'A'), None);
    }
}
