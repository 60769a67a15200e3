//! Subtitles: SubRip (.srt) and WebVTT (.vtt).
//!
//! ```
//! use claimlist_input::{Format, read_text_as};
//!
//! let text = "1\n00:00:01,000 --> 00:00:02,000\nIt cost <i>about</i>\n\n2\n00:00:02,100 --> 00:00:03,000\n£2m.\n";
//! let document = read_text_as(text.to_owned(), Format::Srt)?.remove(0)?;
//! assert_eq!(document.text(), "It cost about £2m.");
//! assert_eq!(document.place(14), Some("cue 2 at 00:00:02"));
//! assert_eq!(document.position(14).line, 7);
//! # Ok::<(), claimlist_input::ReadError>(())
//! ```
//!
//! Sentences run over cues: cues of one speaker are one block, up to a pause behind a sentence.

use claimlist_core::{BlockKind, Document};

use crate::blocks::Blocks;
use crate::reader::{Articles, Format, Reader, Source};
use crate::{ReadError, decode};

/// Reads SubRip subtitles.
pub(crate) struct Srt;

/// Reads WebVTT subtitles.
pub(crate) struct Vtt;

/// A pause of so many milliseconds behind a sentence ends the block.
const PAUSE: u64 = 1500;

/// Bytes of text behind which the end of a sentence ends the block.
const LONG: usize = 600;

impl Reader for Srt {
    fn format(&self) -> Format {
        Format::Srt
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["srt"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["application/x-subrip"]
    }

    fn begins(&self, start: &str) -> bool {
        let mut lines = start.lines();
        let number = lines.next().is_some_and(|line| line.trim().parse::<u32>().is_ok());
        number && lines.next().is_some_and(|line| times(line).is_some())
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        Ok(vec![read(&decode::decode_text(source)?)])
    }
}

impl Reader for Vtt {
    fn format(&self) -> Format {
        Format::Vtt
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["vtt"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["text/vtt"]
    }

    fn begins(&self, start: &str) -> bool {
        start
            .strip_prefix("WEBVTT")
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        Ok(vec![read(&decode::decode_text(source)?)])
    }
}

/// The words of all cues.
fn read(source: &str) -> Result<Document, ReadError> {
    let mut writer = Writer::default();
    let (mut in_cue, mut start) = (false, 0);
    for line in source.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let line = line.trim_end();
        if let Some((from, to)) = times(line) {
            in_cue = true;
            writer.cue(line, from, to);
        } else if line.is_empty() {
            in_cue = false;
        } else if in_cue {
            writer.line(line, at);
        }
    }
    if writer.cues == 0 {
        return Err(ReadError::Broken {
            problem: "it has no cue with times, such as \"00:00:01,000 --> 00:00:04,000\"".to_owned(),
            remedy: "give it as plain text with --input-format text",
            position: None,
        });
    }
    writer.blocks.finish_marked(Some(source))
}

/// The two times of a line with an arrow, in milliseconds.
fn times(line: &str) -> Option<(u64, u64)> {
    let (from, to) = line.split_once("-->")?;
    Some((time(from.trim())?, time(to.split_whitespace().next()?)?))
}

/// `01:02:03,456` or `02:03.456` in milliseconds.
fn time(text: &str) -> Option<u64> {
    let (clock, fraction) = text.split_once([',', '.'])?;
    let mut seconds = 0_u64;
    for part in clock.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.parse::<u32>().ok()?.into())?;
    }
    seconds.checked_mul(1000)?.checked_add(fraction.get(..3).unwrap_or(fraction).parse().ok()?)
}

#[derive(Default)]
struct Writer {
    blocks: Blocks,
    cues: usize,
    /// When the last cue ended.
    ended: u64,
    speaker: String,
    /// The place of the cue, until its words come.
    place: Option<String>,
    begins: bool,
}

impl Writer {
    fn cue(&mut self, line: &str, from: u64, to: u64) {
        self.cues += 1;
        let clock = line.split(['.', ',']).next().unwrap_or_default().trim();
        self.place = Some(format!("cue {} at {clock}", self.cues));
        let words = self.blocks.words();
        let closed = words.trim_end().ends_with(['.', '!', '?', '…', '”', '"']);
        self.begins = closed && (from.saturating_sub(self.ended) >= PAUSE || words.len() > LONG);
        self.ended = to;
        self.blocks.space();
    }

    /// A line of a cue, which stands at this offset.
    fn line(&mut self, line: &str, at: usize) {
        let dash = line.starts_with("- ") || line.starts_with(">>") || line.starts_with('–');
        if dash || is_label(line) {
            self.open(BlockKind::Turn);
        } else if self.begins || !self.blocks.is_open() {
            self.open(BlockKind::Paragraph);
        }
        let skipped =
            if dash { line.len() - line.trim_start_matches(['-', '–', '>', ' ']).len() } else { 0 };
        let mut from = skipped;
        while let Some(rest) = line.get(from..).filter(|rest| !rest.is_empty()) {
            let length = match rest.find(['<', '{', '&']) {
                Some(0) => self.mark(rest, at + from),
                Some(length) => {
                    self.words(&rest[..length], at + from);
                    length
                }
                None => {
                    self.words(rest, at + from);
                    rest.len()
                }
            };
            from += length;
        }
        self.blocks.space();
    }

    fn open(&mut self, kind: BlockKind) {
        self.blocks.open(kind);
        self.begins = false;
    }

    fn words(&mut self, words: &str, at: usize) {
        if let Some(place) = self.place.take() {
            self.blocks.place(place);
        }
        self.blocks.push_from(words, at as u32);
    }

    /// A tag, a style or a character reference at the start of `rest`. Gives back its length.
    fn mark(&mut self, rest: &str, at: usize) -> usize {
        let end = |mark: char| rest.find(mark).map(|end| end + 1);
        if let Some(end) = end('>').filter(|_| rest.starts_with('<')) {
            if let Some(name) = rest[..end - 1].strip_prefix("<v").and_then(|voice| voice.split_once(' ')) {
                self.voice(name.1.trim(), at);
            }
            return end;
        }
        if let Some(end) = end('}').filter(|_| rest.starts_with("{\\")) {
            return end;
        }
        for (reference, c) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " ")] {
            if rest.starts_with(reference) {
                self.words(c, at);
                return reference.len();
            }
        }
        let length = rest.chars().next().map_or(1, char::len_utf8);
        self.words(&rest[..length], at);
        length
    }

    /// Another speaker begins a turn, with the name before it as in a transcript.
    fn voice(&mut self, name: &str, at: usize) {
        if self.speaker != name {
            name.clone_into(&mut self.speaker);
            self.open(BlockKind::Turn);
            self.words(&format!("{name}: "), at + "<v ".len());
        }
    }
}

/// `ADA ROE: It is late.`
fn is_label(line: &str) -> bool {
    line.split_once(": ").is_some_and(|(name, _)| {
        name.len() <= 40 && name.contains(char::is_alphabetic) && !name.contains(char::is_lowercase)
    })
}

#[cfg(test)]
mod tests {
    use claimlist_core::BlockKind::{self, Paragraph, Turn};

    use super::*;

    fn check(source: &str, wanted: &[(BlockKind, &str, &str, u32)]) {
        let document = read(source).unwrap();
        let got: Vec<_> = document
            .blocks
            .iter()
            .map(|block| {
                let start = block.span.start;
                let place = document.place(start).unwrap();
                (block.kind, block.span.of(document.text()), place, document.position(start).line)
            })
            .collect();
        assert_eq!(got, wanted, "{source:?}");
    }

    #[test]
    fn sentences_run_over_cues_and_speakers_begin_turns() {
        check(
            "1\r\n00:00:01,000 --> 00:00:02,000\r\nIt cost\r\n<b>£2m</b>.\r\n\r\n2\r\n00:01:04,000 --> 00:01:05,500\r\n\
             {\\an8}Nobody\r\n\r\n3\r\n00:01:05,600 --> 00:01:06,000\r\nknew.\r\n\r\n4\r\n00:01:06,000 --> 00:01:07,000\r\n\
             - Why?\r\n- Who &amp; when?\r\n",
            &[
                (Paragraph, "It cost £2m.", "cue 1 at 00:00:01", 3),
                (Paragraph, "Nobody knew.", "cue 2 at 00:01:04", 8),
                (Turn, "Why?", "cue 4 at 00:01:06", 16),
                (Turn, "Who & when?", "cue 4 at 00:01:06", 17),
            ],
        );
        check(
            "WEBVTT - flood\n\nNOTE\nnot this\n\nSTYLE\n::cue {}\n\nintro\n00:01.000 --> 00:02.000 align:left\n<v Ada Roe>It cost\n\n\
             00:02.000 --> 00:03.000\n<v Ada Roe>£2m.</v>\n\n00:03.000 --> 00:04.000\n<v.loud Bo Ames>No.\nBO AMES: Never.\n",
            &[
                (Turn, "Ada Roe: It cost £2m.", "cue 1 at 00:01", 11),
                (Turn, "Bo Ames: No.", "cue 3 at 00:03", 17),
                (Turn, "BO AMES: Never.", "cue 3 at 00:03", 18),
            ],
        );
    }

    #[test]
    fn a_file_without_cues_is_refused() {
        assert!(matches!(read("It rained.\n"), Err(ReadError::Broken { .. })));
        assert!(matches!(read("1\n00:00:01,000 --> 00:00:02,000\n\n"), Err(ReadError::Empty)));
    }
}
