//! Times: dates, clock times, durations and frequencies, resolved against the article's date.

use jiff::civil::Date;

use super::Mention;
use crate::lex::Words;
use crate::lexicon::Lexicon;

/// Recognizes times sentence by sentence, in the order of the document: a later one may lean on an earlier one
/// ("in March the same year").
#[derive(Debug)]
pub(crate) struct Recognizer<'l> {
    _lexicon: &'l Lexicon,
    _published: Option<Date>,
}

impl<'l> Recognizer<'l> {
    /// A recognizer for one document with its day of publication.
    pub(crate) fn new(lexicon: &'l Lexicon, published: Option<Date>) -> Self {
        Self { _lexicon: lexicon, _published: published }
    }

    /// Appends the times of the next sentence.
    pub(crate) fn recognize(&mut self, _words: Words<'_>, _sentence: u32, _mentions: &mut Vec<Mention>) {}
}
