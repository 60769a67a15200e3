//! The formats, each with its reader: how files of it are told, and what is made of them.

use claimlist_core::Document;

use crate::{ReadError, feed, html, mail, markdown, office, pdf, subtitles, text};

/// A file as it was found.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The encoding that whoever sent it names, such as `windows-1252`.
    pub charset: Option<String>,
}

/// The articles in a file, or what is wrong with one of them.
pub type Articles = Vec<Result<Document, ReadError>>;

/// Reads files of one format.
pub trait Reader: Sync {
    /// Which one.
    fn format(&self) -> Format;

    /// The endings of file names, in lower case, without the dot.
    fn extensions(&self) -> &'static [&'static str];

    /// The names by which web servers send files of the format.
    fn media_types(&self) -> &'static [&'static str] {
        &[]
    }

    /// Whether a file without a telling name, which begins like this, is of this format. The start is at least 1 KiB, or all
    /// there is; without a byte order mark and white space before it.
    fn begins(&self, start: &str) -> bool;

    /// The articles in the file.
    ///
    /// # Errors
    /// See [`ReadError`]; one that stands in the way of all articles.
    fn read(&self, source: Source) -> Result<Articles, ReadError>;
}

/// A format that articles are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown (CommonMark with tables and footnotes), with or without front matter.
    Markdown,
    /// A web page.
    Html,
    /// SubRip subtitles.
    Srt,
    /// WebVTT subtitles.
    Vtt,
    /// A Word document.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// An EPUB book.
    Epub,
    /// A PDF document.
    Pdf,
    /// A mail.
    Eml,
    /// A feed, RSS or Atom, with several articles.
    Feed,
}

/// Every reader. Where several recognize the start of a file, the first has it.
static READERS: &[&dyn Reader] = &[
    &html::Html,
    &markdown::Markdown,
    &subtitles::Srt,
    &subtitles::Vtt,
    &office::Docx,
    &office::Odt,
    &office::Epub,
    &pdf::Pdf,
    &mail::Eml,
    &feed::Feed,
    &text::Text,
];

impl Format {
    /// Every format, in the order of the documentation.
    pub const ALL: &[Self] = &[
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Srt,
        Self::Vtt,
        Self::Docx,
        Self::Odt,
        Self::Epub,
        Self::Pdf,
        Self::Eml,
        Self::Feed,
    ];

    /// The name that options and streams use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Srt => "srt",
            Self::Vtt => "vtt",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Epub => "epub",
            Self::Pdf => "pdf",
            Self::Eml => "eml",
            Self::Feed => "feed",
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// The format of files whose names end so, in any case.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let is_own =
            |reader: &&&dyn Reader| reader.extensions().iter().any(|own| own.eq_ignore_ascii_case(extension));
        READERS.iter().find(is_own).map(|reader| reader.format())
    }

    /// The format that web servers send under this name, such as `text/html`, in any case.
    #[must_use]
    pub fn of_media_type(name: &str) -> Option<Self> {
        let is_own =
            |reader: &&&dyn Reader| reader.media_types().iter().any(|own| own.eq_ignore_ascii_case(name));
        READERS.iter().find(is_own).map(|reader| reader.format())
    }

    /// The usual ending of its files, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.reader().extensions().first().copied().unwrap_or("txt")
    }

    /// The format of text that begins so and has no telling name.
    pub(crate) fn of_start(start: &str) -> Self {
        READERS.iter().find(|reader| reader.begins(start)).map_or(Self::Text, |reader| reader.format())
    }

    pub(crate) fn reader(self) -> &'static dyn Reader {
        READERS.iter().copied().find(|reader| reader.format() == self).unwrap_or(&text::Text)
    }
}
