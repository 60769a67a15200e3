//! The bytes of a web page, a mail or a feed; the first byte says which.

#![no_main]

mod sound;

use claimlist_input::{Format, Source, read_file};
use libfuzzer_sys::fuzz_target;

const FORMATS: [Format; 3] = [Format::Html, Format::Eml, Format::Feed];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let format = FORMATS[usize::from(*first) % FORMATS.len()];
    let charset = (*first > 127).then(|| "windows-1252".to_owned());
    sound::check(read_file(Source { bytes: bytes.to_vec(), charset }, "", Some(format)));
});
