//! Runs the operators of pages, and hands each letter on with its place.

use std::collections::HashMap;
use std::io::Read as _;
use std::rc::Rc;

use flate2::read::DeflateDecoder;
use lopdf::content::Content;
use lopdf::{Dictionary, Object, Stream};

use super::file::File;
use super::font::{Font, Letter};
use super::pieces::{Piece, Writer};
use super::{broken, excessive};
use crate::ReadError;

/// Bytes that the content of all pages may have, unpacked, and that of one.
const LARGEST: usize = 256 << 20;
const LARGEST_PAGE: usize = 32 << 20;

/// Operators of all pages, those in forms counted as often as they are drawn.
const OPERATORS: usize = 5_000_000;

/// How deep forms may be drawn in each other.
const DEEPEST: usize = 12;

/// States that may be kept.
const STATES: usize = 256;

/// The pieces of text on every page.
///
/// # Errors
/// When a page is damaged or asks for too much, or there is no text.
pub(super) fn pages(file: &File) -> Result<Vec<Vec<Piece>>, ReadError> {
    let mut budget = Budget { bytes: LARGEST, operators: OPERATORS };
    let mut fonts = HashMap::new();
    let mut pages = Vec::new();
    let (mut letters, mut unknown) = (0, 0);
    for (number, page) in (1..).zip(file.pages()) {
        let mut run = Run::new(file, &mut budget, &mut fonts, visible(file, page));
        run.page(page).map_err(|fault| fault.on_page(number))?;
        letters += run.writer.letters;
        unknown += run.writer.unknown;
        pages.push(run.writer.finish());
    }
    if letters == 0 {
        return Err(without_text(file.has_pictures()));
    }
    if unknown * 4 > letters {
        return Err(ReadError::Broken {
            problem: "its fonts do not say which letters their signs stand for".to_owned(),
            remedy: "have its text recognized (OCR, for example with ocrmypdf --force-ocr), or give its text in a .txt file",
            position: None,
        });
    }
    Ok(pages)
}

fn without_text(has_pictures: bool) -> ReadError {
    if !has_pictures {
        return ReadError::Empty;
    }
    ReadError::Broken {
        problem: "it holds pictures of its pages, as a scanner makes them, and no text".to_owned(),
        remedy: "have its text recognized (OCR, for example with ocrmypdf), or give its text in a .txt file",
        position: None,
    }
}

/// What is left of what a document may ask for.
struct Budget {
    bytes: usize,
    operators: usize,
}

/// What is wrong with a page.
#[derive(Clone, Copy, Debug)]
enum Fault {
    Damaged,
    Excessive,
}

impl Fault {
    fn on_page(self, number: u32) -> ReadError {
        match self {
            Self::Damaged => broken(format!("page {number} is damaged")),
            Self::Excessive => excessive(format!("page {number} asks for far more work than a page of text")),
        }
    }
}

/// The part of a page that shows: left, bottom, right, top.
fn visible(file: &File, page: &Dictionary) -> Option<[f32; 4]> {
    let of = |key: &[u8]| {
        let numbers = file.inherited(page, key)?.as_array().ok()?;
        let numbers: Vec<_> =
            numbers.iter().filter_map(|number| file.resolve(number)?.as_float().ok()).collect();
        let &[x, y, z, w] = numbers.as_slice() else { return None };
        let visible = [x.min(z), y.min(w), x.max(z), y.max(w)];
        (visible[2] - visible[0] > 1.0 && visible[3] - visible[1] > 1.0).then_some(visible)
    };
    of(b"CropBox").or_else(|| of(b"MediaBox"))
}

/// A matrix of a transformation: a, b, c, d, e, f.
type Matrix = [f32; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First the one, then the other.
fn then(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = second;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/// The state that operators change and `q` and `Q` keep.
#[derive(Clone)]
struct State {
    to_page: Matrix,
    font: Option<Rc<std::cell::RefCell<Font>>>,
    size: f32,
    letter_space: f32,
    word_space: f32,
    /// Stretch across, 1 for none.
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// Whether a stream is compressed in the usual way, and in no other besides.
fn is_deflated(stream: &Stream) -> bool {
    stream.filters().is_ok_and(|filters| filters == [b"FlateDecode"]) && !stream.dict.has(b"DecodeParms")
}

/// Unpacks a compressed content. The library would give what there is of one that is damaged; a checksum that is missing or
/// wrong, as some programs leave it, does no harm.
fn inflate(content: &[u8], limit: usize) -> Result<Vec<u8>, Fault> {
    const HEAD: usize = 2;
    let mut unpacked = Vec::new();
    let decoder = DeflateDecoder::new(content.get(HEAD..).unwrap_or_default());
    let read = decoder.take(limit as u64 + 1).read_to_end(&mut unpacked);
    match read {
        _ if unpacked.len() > limit => Err(Fault::Excessive),
        Ok(_) => Ok(unpacked),
        Err(_) => Err(Fault::Damaged),
    }
}

fn unfilter(stream: &Stream, limit: usize) -> Result<Vec<u8>, Fault> {
    stream.get_plain_content_with_limit(limit).map_err(|error| match error {
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => Fault::Excessive,
        _ => Fault::Damaged,
    })
}

struct Run<'f> {
    file: &'f File,
    budget: &'f mut Budget,
    fonts: &'f mut HashMap<*const Dictionary, Rc<std::cell::RefCell<Font>>>,
    writer: Writer,
    state: State,
    kept: Vec<State>,
    text: Matrix,
    line: Matrix,
    marks: Vec<Mark>,
}

/// What a stretch of content is marked as.
enum Mark {
    Other,
    /// No part of the text: running heads, backgrounds.
    Artifact,
    /// Stands for this text, whatever is drawn.
    Text,
}

impl<'f> Run<'f> {
    fn new(
        file: &'f File,
        budget: &'f mut Budget,
        fonts: &'f mut HashMap<*const Dictionary, Rc<std::cell::RefCell<Font>>>,
        visible: Option<[f32; 4]>,
    ) -> Self {
        let state = State {
            to_page: IDENTITY,
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        Self {
            file,
            budget,
            fonts,
            writer: Writer::new(visible),
            state,
            kept: Vec::new(),
            text: IDENTITY,
            line: IDENTITY,
            marks: Vec::new(),
        }
    }

    fn page(&mut self, page: &'f Dictionary) -> Result<(), Fault> {
        let mut content = Vec::new();
        for stream in self.file.contents(page) {
            content.extend(self.unpack(stream, LARGEST_PAGE.saturating_sub(content.len()))?);
            // Streams of one page are apart by white space.
            content.push(b'\n');
        }
        if self.file.lacks_content(page) {
            return Err(Fault::Damaged);
        }
        let resources =
            self.file.inherited(page, b"Resources").and_then(|resources| resources.as_dict().ok());
        self.run(content, resources, 0)
    }

    fn unpack(&mut self, stream: &Stream, limit: usize) -> Result<Vec<u8>, Fault> {
        let limit = limit.min(self.budget.bytes);
        let content =
            if is_deflated(stream) { inflate(&stream.content, limit)? } else { unfilter(stream, limit)? };
        self.budget.bytes = self.budget.bytes.saturating_sub(content.len());
        Ok(content)
    }

    /// Runs the operators of a content, which is told to be whole by an operator of our own behind it: what cannot be read
    /// ends the operators without an error.
    fn run(
        &mut self,
        mut content: Vec<u8>,
        resources: Option<&'f Dictionary>,
        depth: usize,
    ) -> Result<(), Fault> {
        const END: &str = "EndOfContent";
        content.push(b'\n');
        content.extend_from_slice(END.as_bytes());
        for operation in Content::decode_iter(&content) {
            let operation = operation.map_err(|_| Fault::Damaged)?;
            if operation.operator == END {
                return Ok(());
            }
            if self.writer.is_full() {
                return Err(Fault::Excessive);
            }
            self.budget.operators = self.budget.operators.checked_sub(1).ok_or(Fault::Excessive)?;
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "Do" => self.draw(operands, resources, depth)?,
                "Tf" => self.font(operands, resources),
                "BMC" | "BDC" => self.mark(operands, resources),
                "EMC" => self.unmark(),
                operator => self.operate(operator, operands),
            }
        }
        Err(Fault::Damaged)
    }

    /// Operators that change the state, or show text.
    fn operate(&mut self, operator: &str, operands: &[Object]) {
        let number =
            |index: usize| operands.get(index).and_then(|number| number.as_float().ok()).unwrap_or(0.0);
        let matrix = || [0, 1, 2, 3, 4, 5].map(number);
        match operator {
            "q" if self.kept.len() < STATES => self.kept.push(self.state.clone()),
            "Q" => self.state = self.kept.pop().unwrap_or_else(|| self.state.clone()),
            "cm" => self.state.to_page = then(matrix(), self.state.to_page),
            "BT" => (self.text, self.line) = (IDENTITY, IDENTITY),
            "Tc" => self.state.letter_space = number(0),
            "Tw" => self.state.word_space = number(0),
            "Tz" => self.state.stretch = number(0) / 100.0,
            "TL" => self.state.leading = number(0),
            "Ts" => self.state.rise = number(0),
            "Td" => self.next_line(number(0), number(1)),
            "TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            "T*" => self.next_line(0.0, -self.state.leading),
            "Tm" => (self.text, self.line) = (matrix(), matrix()),
            "Tj" => self.show(operands),
            "TJ" => {
                self.show(
                    operands.first().and_then(|array| array.as_array().ok()).map_or(&[], Vec::as_slice),
                );
            }
            "'" => {
                self.next_line(0.0, -self.state.leading);
                self.show(operands);
            }
            "\"" => {
                self.state.word_space = number(0);
                self.state.letter_space = number(1);
                self.next_line(0.0, -self.state.leading);
                self.show(operands.get(2..).unwrap_or_default());
            }
            _ => {}
        }
    }

    fn next_line(&mut self, across: f32, up: f32) {
        self.line = then([1.0, 0.0, 0.0, 1.0, across, up], self.line);
        self.text = self.line;
    }

    /// Shows strings, and moves by the numbers between them.
    fn show(&mut self, objects: &[Object]) {
        let Some(font) = self.state.font.clone() else { return };
        let mut font = font.borrow_mut();
        let bold = font.is_bold;
        for object in objects {
            match object {
                Object::String(string, _) => font.letters(string, |letter| self.letter(letter, bold)),
                number => {
                    let by = number.as_float().unwrap_or(0.0) / 1000.0 * self.state.size * self.state.stretch;
                    self.text = then([1.0, 0.0, 0.0, 1.0, -by, 0.0], self.text);
                }
            }
        }
    }

    fn letter(&mut self, letter: &Letter, bold: bool) {
        let state = &self.state;
        let spread = letter.width * state.size + state.letter_space;
        let word = if letter.is_space { state.word_space } else { 0.0 };
        let place = then([state.size, 0.0, 0.0, state.size, 0.0, state.rise], then(self.text, state.to_page));
        let across = spread * state.stretch;
        let end = then([1.0, 0.0, 0.0, 1.0, across, state.rise], then(self.text, state.to_page));
        self.writer.letter(&letter.text, place, [end[4], end[5]], bold);
        self.text = then([1.0, 0.0, 0.0, 1.0, across + word * state.stretch, 0.0], self.text);
    }

    fn font(&mut self, operands: &[Object], resources: Option<&'f Dictionary>) {
        let [Object::Name(name), size] = operands else { return };
        self.state.size = size.as_float().unwrap_or(0.0);
        let fonts = resources.and_then(|resources| self.file.dictionary(resources, b"Font"));
        let font = fonts.and_then(|fonts| self.file.dictionary(fonts, name));
        self.state.font = font.map(|font| {
            let made = || Rc::new(std::cell::RefCell::new(Font::new(self.file, font)));
            Rc::clone(self.fonts.entry(std::ptr::from_ref(font)).or_insert_with(made))
        });
    }

    /// Draws a form: content of its own, with resources of its own.
    fn draw(
        &mut self,
        operands: &[Object],
        resources: Option<&'f Dictionary>,
        depth: usize,
    ) -> Result<(), Fault> {
        let objects = resources.and_then(|resources| self.file.dictionary(resources, b"XObject"));
        let form = operands.first().and_then(|name| name.as_name().ok()).and_then(|name| {
            let stream = self.file.get(objects?, name)?.as_stream().ok()?;
            (self.file.get(&stream.dict, b"Subtype")?.as_name().ok()? == b"Form").then_some(stream)
        });
        let Some(form) = form else { return Ok(()) };
        if depth == DEEPEST {
            return Err(Fault::Excessive);
        }
        let content = self.unpack(form, LARGEST_PAGE)?;
        let before = (self.state.clone(), std::mem::take(&mut self.kept), self.text, self.line);
        if let Some(&[a, b, c, d, e, f]) = self.file.numbers(&form.dict, b"Matrix").as_deref() {
            self.state.to_page = then([a, b, c, d, e, f], self.state.to_page);
        }
        let marks = self.marks.len();
        self.run(content, self.file.dictionary(&form.dict, b"Resources").or(resources), depth + 1)?;
        while self.marks.len() > marks {
            self.unmark();
        }
        (self.state, self.kept, self.text, self.line) = before;
        Ok(())
    }

    fn mark(&mut self, operands: &[Object], resources: Option<&'f Dictionary>) {
        let properties = match operands.get(1) {
            Some(Object::Dictionary(properties)) => Some(properties),
            Some(Object::Name(name)) => resources
                .and_then(|resources| self.file.dictionary(resources, b"Properties"))
                .and_then(|all| self.file.dictionary(all, name)),
            _ => None,
        };
        let text = properties.and_then(|properties| self.file.get(properties, b"ActualText"));
        let is_artifact = operands.first().and_then(|tag| tag.as_name().ok()) == Some(b"Artifact");
        let mark = match text.and_then(|text| lopdf::decode_text_string(text).ok()) {
            Some(text) if !self.marks.iter().any(|mark| matches!(mark, Mark::Text)) => {
                self.writer.instead(Some(text));
                Mark::Text
            }
            _ if is_artifact => {
                self.writer.artifacts += 1;
                Mark::Artifact
            }
            _ => Mark::Other,
        };
        self.marks.push(mark);
    }

    fn unmark(&mut self) {
        match self.marks.pop() {
            Some(Mark::Text) => self.writer.instead(None),
            Some(Mark::Artifact) => self.writer.artifacts -= 1,
            Some(Mark::Other) | None => {}
        }
    }
}
