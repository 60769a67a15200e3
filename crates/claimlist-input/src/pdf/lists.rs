//! Looks at the lists of objects in a document (object streams) before it is opened.
//!
//! A list names its objects and says where in it each begins. One that says so of very many objects and one place makes a reader
//! copy what stands there as often, until memory ends; the library that opens documents believes it. Lists of encrypted documents
//! cannot be looked at so early: for them there is the limit of time.

use std::io::Read as _;

use flate2::read::DeflateDecoder;
use memchr::memmem;

use super::excessive;
use crate::ReadError;

/// Bytes that all lists may have, and one, unpacked.
const LARGEST: usize = 128 << 20;
pub(super) const LARGEST_LIST: usize = 16 << 20;

/// Objects that may begin in one place: there is no reason for more than one.
const MOST: usize = 4;

/// Bytes between the keys of a list and what it holds.
const KEYS: usize = 4096;

/// Ways of packing that no program packs lists in, but that would hide them.
const PACKED: [&str; 6] = ["Hex", "85", "LZW", "RunLength", "Brotli", "Predictor"];

/// An error if a list of objects asks for more than its size lets expect.
pub(super) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    let hostile = || Err(excessive("its lists of objects ask for far more memory than its size lets expect"));
    let mut left = LARGEST;
    let mut last = 0;
    for at in memchr::memchr_iter(b'/', bytes) {
        let Some((keys, content)) = list(bytes, at).filter(|(_, content)| *content > last) else { continue };
        last = content;
        let keys = String::from_utf8_lossy(keys);
        if keys.contains('#')
            || keys.matches("FlateDecode").count() > 1
            || PACKED.iter().any(|way| keys.contains(way))
        {
            return hostile();
        }
        let packed = bytes.get(content..).unwrap_or_default();
        let mut unpacked = Vec::new();
        let limit = LARGEST_LIST.min(left) as u64 + 1;
        // What is not compressed, or damaged, gives nothing, and is looked at as it is.
        drop(DeflateDecoder::new(packed.get(2..).unwrap_or_default()).take(limit).read_to_end(&mut unpacked));
        if unpacked.len() as u64 == limit {
            return hostile();
        }
        left -= unpacked.len();
        let first = first(&keys);
        if [unpacked.as_slice(), packed].iter().any(|list| repeats(list.get(..first).unwrap_or(list))) {
            return hostile();
        }
    }
    Ok(())
}

/// The keys of the list whose first key may stand here, and where its content begins.
fn list(bytes: &[u8], at: usize) -> Option<(&[u8], usize)> {
    if name(bytes.get(at + 1..)?) != *b"First" {
        return None;
    }
    let behind = bytes.get(at..(at + KEYS).min(bytes.len()))?;
    let stream = memmem::find(behind, b"stream")?;
    if memmem::find(&behind[..stream], b"endobj").is_some() {
        return None;
    }
    let before = bytes.get(at.saturating_sub(KEYS)..at)?;
    let begins = memmem::rfind(before, b"obj").map_or(0, |object| object + 3);
    let start = at - before.len() + begins;
    let mut content = at + stream + "stream".len();
    while matches!(bytes.get(content), Some(b'\r' | b'\n')) && content < at + stream + 8 {
        content += 1;
    }
    Some((bytes.get(start..at + stream)?, content))
}

/// The first letters of a name, those that are written as numbers (`#46`) too.
fn name(bytes: &[u8]) -> [u8; 5] {
    let mut letters = [0; 5];
    let mut at = 0;
    for letter in &mut letters {
        let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        let numbered = digit(at + 1).zip(digit(at + 2)).filter(|_| bytes.get(at) == Some(&b'#'));
        *letter = numbered
            .map_or_else(|| bytes.get(at).copied().unwrap_or(0), |(high, low)| (high << 4 | low) as u8);
        at += if numbered.is_some() { 3 } else { 1 };
    }
    letters
}

/// Where the objects of a list begin; of several places that it states the last.
fn first(keys: &str) -> usize {
    let stated = keys.split("First").skip(1).filter_map(|rest| {
        let digits = rest.trim_start();
        digits.get(..digits.bytes().take_while(u8::is_ascii_digit).count())?.parse().ok()
    });
    stated.max().unwrap_or(usize::MAX)
}

/// Whether a list has many of its objects in one place: `11 0 12 0 13 0 14 0 15 0`.
fn repeats(list: &[u8]) -> bool {
    let mut places = std::collections::HashMap::new();
    let numbers = list
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty())
        .map_while(|word| word.iter().all(u8::is_ascii_digit).then_some(word));
    for place in numbers.skip(1).step_by(2) {
        let place = std::str::from_utf8(place).ok().and_then(|place| place.parse::<u32>().ok());
        let count: &mut usize = places.entry(place).or_default();
        *count += 1;
        if *count > MOST {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_whose_objects_are_all_in_one_place_are_refused() {
        let list = |keys: &str, index: &str| {
            format!(
                "6 0 obj\n<</Type/ObjStm/N 9{keys}/Length 9>>\nstream\n{index} 7 7 7 7 7 7 7 7 7 7 7 7\nendstream\nendobj\n"
            )
        };
        let sound = "11 0 12 2 13 4 14 6 15 8 16 10";
        let hostile = "11 0 12 0 13 0 14 0 15 0 16 0";
        assert!(check(list("/First 30", sound).as_bytes()).is_ok());
        assert!(check(list("/First 29", hostile).as_bytes()).is_err());
        assert!(check(list("/First 1/First 29", hostile).as_bytes()).is_err());
        assert!(check(list("/F#69rst 29", sound).as_bytes()).is_err());
        assert!(check(list("/Filter[/ASCIIHexDecode/FlateDecode]/First 29", sound).as_bytes()).is_err());
        assert!(check(b"1 0 obj\n<</Type/Outlines/First 2 0 R/Last 3 0 R>>\nendobj\n").is_ok());
        for cut in ["/", "/First", "/First stream", "/F#", "/F#6"] {
            assert!(check(cut.as_bytes()).is_ok(), "{cut}");
        }
    }
}
