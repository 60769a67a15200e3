//! `claimlist stream`: JSON lines in, JSON lines out, one an article, in the same order and with bounded memory.

use std::io::{self, BufRead, BufReader, BufWriter, Write as _};

use claimlist_core::checklist::{ClaimEntry, DocumentEntry, MentionEntry, SentenceEntry};
use claimlist_core::{Checked, Checker, Document, Hint};
use claimlist_input::{Format, ReadError};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::args::{self, Stream};
use crate::articles::{CRASHED, or_crash};
use crate::batch::{BATCH, check_all};
use crate::check::list_problems;
use crate::exit::Exit;
use crate::{parallel, plugins};

/// A line of the input.
#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    text: Option<String>,
    date: Option<String>,
    format: Option<String>,
}

/// A line of the output.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer<'a> {
    Checked {
        id: &'a Value,
        /// The text in which offsets count, where it is not the one that was sent.
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<&'a str>,
        sentences: &'a [SentenceEntry],
        claims: &'a [ClaimEntry],
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        hints: &'a [Hint],
        #[serde(skip_serializing_if = "Option::is_none")]
        mentions: Option<&'a [MentionEntry]>,
        /// What went wrong with plugins: their hints may be missing.
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        problems: &'a [String],
    },
    Failed {
        id: &'a Value,
        error: Failure,
    },
}

#[derive(Serialize)]
struct Failure {
    /// Line of the input, from 1.
    line: usize,
    /// What is wrong and what to do.
    message: String,
}

/// What a batch of lines comes to.
struct Answers {
    json: Vec<u8>,
    failed: bool,
}

pub(crate) fn run(args: &Stream) -> anyhow::Result<Exit> {
    let (rules, config) = match args.rules.load(&[]) {
        Ok(loaded) => loaded,
        Err(exit) => return Ok(exit),
    };
    let checker = Checker::new(rules).with_ranker(config.ranker());
    let (plugins, problems) = args.plugins.start(&config, args.verbose);
    list_problems(&problems)?;
    let checker = checker.with_plugins(plugins).with_date_order(args.date_order.into());
    let mentions = args.mentions;
    let batches = Batches { input: BufReader::with_capacity(BATCH, io::stdin()), lines: 0 };
    let answer = move |batch: io::Result<Batch>| Ok(answer_batch(&checker, mentions, &batch?));
    let mut results = parallel::map_in_order(args::jobs(args.jobs), batches, answer);
    let mut out = BufWriter::with_capacity(BATCH, io::stdout().lock());
    let mut exit = if problems.is_empty() { Exit::Done } else { Exit::InputFailed };
    while let Some(result) = results.next() {
        let answers: Answers = result
            .map_err(|error: io::Error| anyhow::Error::new(error).context("cannot read standard input"))?;
        out.write_all(&answers.json)?;
        if answers.failed {
            exit = Exit::InputFailed;
        }
        // Whoever sends a line and waits for its answer is to get it.
        if results.must_wait() {
            out.flush()?;
        }
    }
    out.flush()?;
    Ok(exit)
}

/// Some whole lines of the input.
struct Batch {
    /// Lines before these.
    before: usize,
    bytes: Vec<u8>,
}

/// The input in batches. A batch ends early where the next line is not there yet.
struct Batches<R> {
    input: BufReader<R>,
    lines: usize,
}

impl<R: io::Read> Iterator for Batches<R> {
    type Item = io::Result<Batch>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut batch = Batch { before: self.lines, bytes: Vec::new() };
        while batch.bytes.is_empty() || (batch.bytes.len() < BATCH && self.input.buffer().contains(&b'\n')) {
            match self.input.read_until(b'\n', &mut batch.bytes) {
                Ok(0) => break,
                Ok(_) => self.lines += 1,
                Err(error) => return Some(Err(error)),
            }
        }
        (!batch.bytes.is_empty()).then_some(Ok(batch))
    }
}

fn answer_batch(checker: &Checker, mentions: bool, batch: &Batch) -> Answers {
    let lines = batch.bytes.strip_suffix(b"\n").unwrap_or(&batch.bytes).split(|&byte| byte == b'\n');
    let lines = lines.enumerate().filter(|(_, line)| !line.trim_ascii().is_empty());
    let requests: Vec<_> = lines.map(|(index, line)| (batch.before + index + 1, read_line(line))).collect();
    let documents: Vec<_> =
        requests.iter().filter_map(|(_, read)| Some(&read.as_ref().ok()?.document)).collect();
    let mut checked = check_all(&documents, |documents| checker.check_all(documents)).into_iter();
    let mut answers = Answers { json: Vec::with_capacity(batch.bytes.len() * 4), failed: false };
    for (line, read) in &requests {
        let found = read.as_ref().map_err(|(id, message)| (id, message.clone())).and_then(|article| {
            let checked = checked.next().unwrap_or_else(|| Err(CRASHED.to_owned()));
            checked
                .and_then(|checked| article.entry(checked, mentions))
                .map_err(|message| (&article.id, message))
        });
        let written = match found {
            Ok(Found { article, document, problems }) => {
                answers.failed |= !problems.is_empty();
                let answer = Answer::Checked {
                    id: &article.id,
                    text: article.extracted.then_some(document.text.as_str()),
                    sentences: &document.sentences,
                    claims: &document.claims,
                    hints: &document.hints,
                    mentions: document.mentions.as_deref(),
                    problems: &problems,
                };
                serde_json::to_writer(&mut answers.json, &answer)
            }
            Err((id, message)) => {
                answers.failed = true;
                let error = Failure { line: *line, message };
                serde_json::to_writer(&mut answers.json, &Answer::Failed { id, error })
            }
        };
        // Neither the memory that is written to nor these types can fail to serialize.
        debug_assert!(written.is_ok());
        answers.json.push(b'\n');
    }
    answers
}

/// The article in a line.
struct Article {
    id: Value,
    document: Document,
    /// The text was taken out of markup.
    extracted: bool,
}

/// What is found in an article.
struct Found<'a> {
    article: &'a Article,
    document: DocumentEntry,
    problems: Vec<String>,
}

impl Article {
    fn entry(&self, checked: Checked, mentions: bool) -> Result<Found<'_>, String> {
        or_crash(|| {
            let problems = checked.faults.iter().filter_map(|fault| plugins::problem("", fault));
            let problems = problems.map(|problem| problem.message).collect();
            let document = DocumentEntry::new("-", &self.document, checked, mentions);
            Found { article: self, document, problems }
        })
    }
}

/// The article in a line; or the line's id and what is wrong.
fn read_line(line: &[u8]) -> Result<Article, (Value, String)> {
    let request = parse(line)?;
    let id = request.id;
    if !matches!(id, Value::String(_) | Value::Number(_) | Value::Null) {
        return Err((id, "\"id\" has to be a string or a number".to_owned()));
    }
    let read = (|| {
        let text = request.text.ok_or("there is no \"text\" in it")?;
        let format = request.format.as_deref().map_or(Ok(Format::Text), format)?;
        let date = request.date.as_deref().map(day).transpose()?;
        let document = or_crash(|| document(text, format))??;
        Ok((if date.is_some() { document.dated(date) } else { document }, format != Format::Text))
    })();
    match read {
        Ok((document, extracted)) => Ok(Article { id, document, extracted }),
        Err(message) => Err((id, message)),
    }
}

/// The formats that a line may have: those that are text.
fn format(name: &str) -> Result<Format, String> {
    [Format::Text, Format::Markdown, Format::Html]
        .into_iter()
        .find(|format| format.name() == name)
        .ok_or_else(|| format!("format \"{name}\" is not supported: send \"text\", \"markdown\" or \"html\""))
}

fn document(text: String, format: Format) -> Result<Document, String> {
    if format == Format::Text {
        return claimlist_input::text::read(text).map_err(|error| error.to_string());
    }
    let articles = claimlist_input::read_text_as(text, format).map_err(|error| error.to_string())?;
    let first = articles.into_iter().next().unwrap_or(Err(ReadError::Empty));
    first.map_err(|error| error.to_string())
}

fn day(date: &str) -> Result<Date, String> {
    date.parse().map_err(|_| format!("\"date\" has to be a day such as \"2009-05-08\", not \"{date}\""))
}

fn parse(line: &[u8]) -> Result<Request, (Value, String)> {
    if let Err(error) = std::str::from_utf8(line) {
        // What can be read of the line may still tell its id.
        let id = id_of(String::from_utf8_lossy(line).as_bytes());
        return Err((
            id,
            format!("not UTF-8 from byte {} of the line on: send UTF-8", error.valid_up_to() + 1),
        ));
    }
    // An array of as many values would do for the fields, in their order.
    if !line.trim_ascii_start().starts_with(b"{") {
        return Err((
            Value::Null,
            "not a JSON object as expected: send an object with a \"text\"".to_owned(),
        ));
    }
    serde_json::from_slice(line).map_err(|error| {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let message = error.to_string();
        let message = message.strip_suffix(&place).unwrap_or(&message);
        (id_of(line), format!("not a JSON object as expected: {message} (column {})", error.column()))
    })
}

/// The id of a line that is no proper request, if it can be found.
fn id_of(line: &[u8]) -> Value {
    let id =
        serde_json::from_slice::<Value>(line).ok().and_then(|mut line| line.get_mut("id").map(Value::take));
    id.unwrap_or_default()
}
