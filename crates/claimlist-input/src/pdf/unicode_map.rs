//! The map from a font's codes to characters that a document carries beside the font (`ToUnicode`).
//!
//! Only what such maps consist of is read: `beginbfchar <01> <0041>` and `beginbfrange <01> <05> <0041>`, in hexadecimal.

use std::collections::BTreeMap;

/// Most entries of a map: there are no more codes.
const MOST: usize = 1 << 16;

/// UTF-16 units that a code stands for at most: joined letters have a few.
const LONGEST: usize = 32;

/// Codes and what they stand for.
#[derive(Debug, Default)]
pub(super) struct UnicodeMap {
    /// By first code, with its length in bytes: the last code, and the characters of the first as UTF-16.
    ranges: BTreeMap<(usize, u32), (u32, Vec<u16>)>,
}

impl UnicodeMap {
    /// Reads a map. What is not understood of it is passed over.
    pub(super) fn read(source: &[u8]) -> Self {
        let mut map = Self::default();
        let mut tokens = Tokens(source);
        let mut range = None;
        let mut codes: Vec<Vec<u8>> = Vec::new();
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(b"beginbfchar") => (range, codes) = (Some(false), Vec::new()),
                Token::Word(b"beginbfrange") => (range, codes) = (Some(true), Vec::new()),
                Token::Word(_) => range = None,
                Token::Open => {
                    let mut code = codes.first().map_or(0, |first| number(first));
                    let length = codes.first().map_or(0, Vec::len);
                    while let Some(Token::Bytes(text)) = tokens.next() {
                        map.insert(length, code, code, &text);
                        code = code.saturating_add(1);
                    }
                    codes.clear();
                }
                Token::Bytes(bytes) => {
                    codes.push(bytes);
                    match (range, codes.as_slice()) {
                        (Some(false), [code, text]) => {
                            map.insert(code.len(), number(code), number(code), text);
                            codes.clear();
                        }
                        (Some(true), [first, last, text]) => {
                            map.insert(first.len(), number(first), number(last), text);
                            codes.clear();
                        }
                        (None, _) => codes.clear(),
                        _ => {}
                    }
                }
            }
        }
        map
    }

    fn insert(&mut self, length: usize, first: u32, last: u32, text: &[u8]) {
        if self.ranges.len() < MOST && (1..=4).contains(&length) && first <= last {
            let text = match text {
                [one] => vec![u16::from(*one)],
                text => text
                    .chunks_exact(2)
                    .take(LONGEST)
                    .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                    .collect(),
            };
            self.ranges.insert((length, first), (last, text));
        }
    }

    /// The characters of a code of so many bytes, if it has any.
    pub(super) fn get(&self, length: usize, code: u32) -> Option<String> {
        let (&(_, first), (last, text)) = self
            .ranges
            .range((length, 0)..=(length, code))
            .next_back()
            .filter(|(_, (last, _))| code <= *last)?;
        let mut text = text.clone();
        if let Some(end) = text.last_mut() {
            *end = end.wrapping_add((code.min(*last) - first) as u16);
        }
        let text = String::from_utf16_lossy(&text);
        (!text.is_empty()).then_some(text)
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

enum Token<'s> {
    Word(&'s [u8]),
    Bytes(Vec<u8>),
    Open,
}

struct Tokens<'s>(&'s [u8]);

impl<'s> Iterator for Tokens<'s> {
    type Item = Token<'s>;

    fn next(&mut self) -> Option<Token<'s>> {
        loop {
            let (&first, rest) = self.0.split_first()?;
            match first {
                b'<' if rest.first() == Some(&b'<') => self.0 = &rest[1..],
                b'<' => {
                    let end = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
                    self.0 = rest.get(end + 1..).unwrap_or_default();
                    return Some(Token::Bytes(hexadecimal(&rest[..end])));
                }
                b'[' => {
                    self.0 = rest;
                    return Some(Token::Open);
                }
                // The end of a list of texts, which whoever reads it waits for.
                b']' => {
                    self.0 = rest;
                    return Some(Token::Word(b"]"));
                }
                b'%' => {
                    let end =
                        rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
                    self.0 = &rest[end..];
                }
                byte if byte.is_ascii_alphanumeric() => {
                    let end =
                        self.0.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(self.0.len());
                    let (word, rest) = self.0.split_at(end);
                    self.0 = rest;
                    return Some(Token::Word(word));
                }
                _ => self.0 = rest,
            }
        }
    }
}

/// The bytes of hexadecimal digits; an odd last one stands for itself and a nought.
fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<_> = digits.iter().filter_map(|byte| char::from(*byte).to_digit(16)).collect();
    digits.chunks(2).map(|pair| (pair[0] << 4 | pair.get(1).unwrap_or(&0)) as u8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_to_characters() {
        let map = UnicodeMap::read(
            b"/CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange % a comment <00>\n\
              2 beginbfchar <0003> <0020> <0010> <00660069> endbfchar\n\
              2 beginbfrange <0024> <0026> <0041> <0030><0031>[<20AC> <D83DDE00>] endbfrange 1 beginbfchar <05> <61> endbfchar",
        );
        let of = |code| map.get(2, code);
        assert_eq!(
            [0x03, 0x10, 0x24, 0x26, 0x30, 0x31].map(|code| of(code).unwrap()),
            [" ", "fi", "A", "C", "€", "😀"].map(str::to_owned)
        );
        assert_eq!([of(0x27), of(0x00), of(0xFFFF), map.get(1, 3)], [const { None }; 4]);
        assert_eq!(map.get(1, 5).as_deref(), Some("a"));
    }

    #[test]
    fn broken_maps_are_harmless() {
        for source in [
            "beginbfrange <00> <FFFFFFFF> <0041>",
            "beginbfrange <05> <01> <0041>",
            "beginbfchar <> <>",
            "beginbfchar <0",
            "beginbfrange <01> <02> [",
            "beginbfrange [<01>]",
            "<<<<>>>>",
        ] {
            let map = UnicodeMap::read(source.as_bytes());
            assert!(
                (0..4).all(|length| map.get(length, u32::MAX).is_none_or(|text| !text.is_empty())),
                "{source}"
            );
        }
    }
}
