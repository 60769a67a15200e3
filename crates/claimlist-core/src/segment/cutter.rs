//! The way through a block, from one place where a sentence could end to the next.

use super::decide::Place;
use super::list::List;
use super::stop::Stop;
use super::{credit, decide, fused, list};
use crate::lexicon::Lexicon;

/// Brackets that stay open for longer than this are taken for a slip.
const LONGEST_BRACKET: usize = 400;

/// Offsets at which the sentences of a block end, the last its length. White space between sentences may be on either side.
pub(super) fn ends(text: &str, lexicon: &Lexicon) -> Vec<usize> {
    let mut cutter = Cutter {
        text,
        lexicon,
        start: 0,
        ends: Vec::new(),
        list: List::default(),
        double_quotes: 0,
        bracket: None,
    };
    cutter.run();
    cutter.ends
}

struct Cutter<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    /// Where the sentence starts that is being read, behind white space.
    start: usize,
    ends: Vec<usize>,
    list: List,
    /// Straight double quotation marks so far.
    double_quotes: usize,
    /// The last bracket that was opened and not closed.
    bracket: Option<usize>,
}

/// What a byte is to [`next_mark`]: looked at by itself, looked at as a space before what may begin a sentence, that beginning.
const LOOKED_AT: u8 = 1;
const SPACE: u8 = 2;
const BEGINNING: u8 = 4;

static ROLES: [u8; 256] = {
    let mut roles = [0; 256];
    let marks = b".!?\xE2\xE3\xEF\"()[]:";
    let mut at = 0;
    while at < marks.len() {
        roles[marks[at] as usize] = LOOKED_AT;
        at += 1;
    }
    let mut byte = 0;
    while byte < 128 {
        if fused::may_begin(byte) {
            roles[byte as usize] = BEGINNING;
        }
        byte += 1;
    }
    roles[b' ' as usize] = SPACE;
    roles
};

/// The first place from `at` on where a sentence may end, or where what counts for that stands. Most bytes are letters: they are
/// passed with one test that is nearly always the same.
fn next_mark(bytes: &[u8], at: usize) -> Option<usize> {
    let mut before = 0;
    for (at, &byte) in bytes.iter().enumerate().skip(at) {
        let role = ROLES[usize::from(byte)];
        if role & LOOKED_AT != 0 {
            return Some(at);
        }
        if before & SPACE << 1 & role != 0 {
            return Some(at - 1);
        }
        before = role << 1;
    }
    None
}

impl Cutter<'_> {
    fn run(&mut self) {
        self.start = self.text.len() - self.text.trim_start().len();
        self.list.begin(self.text, self.start);
        let opening = credit::behind_dateline(self.text, self.start, self.lexicon)
            .or_else(|| credit::label_behind_date(self.text, self.start, self.lexicon));
        if let Some(start) = opening {
            self.cut(start);
        }
        let bytes = self.text.as_bytes();
        let mut at = self.start;
        while let Some(next) = next_mark(bytes, at) {
            at = next;
            let byte = bytes[at];
            at = match byte {
                b'.' | b'!' | b'?' => self.stop(at),
                // Lead bytes of "…", bullets and the wide marks.
                0xE2 | 0xE3 | 0xEF => self.wide(at),
                b'"' => {
                    self.double_quotes += 1;
                    at + 1
                }
                b'(' | b'[' => {
                    self.bracket.get_or_insert(at);
                    at + 1
                }
                b')' | b']' => {
                    self.bracket = None;
                    if byte == b')' {
                        self.item(at);
                    }
                    at + 1
                }
                b':' => {
                    if let Some(start) = credit::start(self.text, self.start, at, self.lexicon) {
                        self.cut(start);
                    }
                    at + 1
                }
                b' ' => {
                    if self.bracket.is_none() && fused::begins(self.text, self.start, at + 1, self.lexicon) {
                        self.cut(at + 1);
                    }
                    at + 1
                }
                _ => at + 1,
            };
        }
        if let Some(start) = credit::date_line(self.text, self.start, self.lexicon) {
            self.cut(start);
        }
        self.ends.push(self.text.len());
    }

    /// Ends the sentence before `end`.
    fn cut(&mut self, end: usize) {
        let after = &self.text[end..];
        self.ends.push(end);
        self.start = end + (after.len() - after.trim_start().len());
        self.bracket = None;
        self.list.begin(self.text, self.start);
    }

    /// Characters of more than one byte that may end a sentence or begin one.
    fn wide(&mut self, at: usize) -> usize {
        // A lead byte of a character: it always stands on a boundary.
        let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else { return at + 1 };
        match c {
            '…' | '。' | '．' | '！' | '？' | '｡' => self.stop(at),
            c if list::is_bullet(c) => {
                if at > self.start && self.text[..at].ends_with(char::is_whitespace) {
                    self.cut(at);
                }
                at + c.len_utf8()
            }
            c => at + c.len_utf8(),
        }
    }

    /// The closing marks at `at`. Gives back where to read on.
    fn stop(&mut self, at: usize) -> usize {
        self.item(at);
        let stop = Stop::read(self.text, at, self.double_quotes % 2 == 1);
        self.double_quotes += self.text[at..stop.end].bytes().filter(|&byte| byte == b'"').count();
        if self.text[at..stop.end].contains([')', ']']) {
            self.bracket = None;
        }
        let place =
            Place { text: self.text, lexicon: self.lexicon, start: self.start, stop, inside: self.inside() };
        if let Some(end) = decide::end(&place) {
            self.cut(end);
        }
        stop.end.max(self.start.min(self.text.len()))
    }

    /// Whether an open bracket, which did not begin the sentence, is closed further on.
    fn inside(&mut self) -> bool {
        let Some(open) = self.bracket else { return false };
        open > self.start
            && self.text.as_bytes()[open..]
                .iter()
                .take(LONGEST_BRACKET)
                .any(|byte| matches!(byte, b')' | b']'))
    }

    /// Cuts before the next item of the list that is running, if its marker ends at `at`.
    fn item(&mut self, at: usize) {
        if let Some(start) =
            self.list.next_item(self.text, at, self.lexicon).filter(|&start| start > self.start)
        {
            self.cut(start);
        }
    }
}
