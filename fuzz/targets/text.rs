//! The bytes of a file in a format of text: plain, Markdown, subtitles; the first byte says which.

#![no_main]

mod sound;

use claimlist_input::{Format, Source, read_file};
use libfuzzer_sys::fuzz_target;

const FORMATS: [Format; 4] = [Format::Text, Format::Markdown, Format::Srt, Format::Vtt];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let format = FORMATS[usize::from(*first) % FORMATS.len()];
    sound::check(read_file(Source { bytes: bytes.to_vec(), charset: None }, "", Some(format)));
});
