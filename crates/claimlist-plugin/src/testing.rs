//! Runs a plugin without the program, for its tests.
//!
//! The plugin is called through its extern functions, as the program calls it, with strides wider than the structs: what
//! works here works at the border.
//!
//! ```no_run
//! # use claimlist_plugin::*;
//! # struct Sums;
//! # impl Plugin for Sums {
//! #     const METADATA: Metadata = cargo_metadata!();
//! #     fn configure(_: &Config, _: &Log<'_>) -> Result<Self, Error> { Ok(Self) }
//! #     fn check(&mut self, _: &Document<'_>, _: &Claims<'_>, _: &mut Hints<'_>) -> Result<(), Error> { Ok(()) }
//! # }
//! let article = testing::Article::new("Sales rose from 40 to 50, or 20%.")
//!     .date("2025-02-27")
//!     .claim_with("quantity", "40", &[("value", 40.0.into())])
//!     .claim_with("quantity", "20%", &[("value", 20.0.into()), ("unit", "percent".into())]);
//! let hints = testing::run::<Sums>("{}", &article)?;
//! assert_eq!(hints[0].finding, Some(Finding::Conflicts));
//! # Ok::<(), Error>(())
//! ```

use std::ffi::c_void;

use crate::{ABI_MAJOR, ABI_MINOR, Error, Finding, Plugin, Priority, abi};

/// An article to test with.
#[derive(Clone, Debug, Default)]
pub struct Article {
    text: String,
    title: String,
    date: String,
    claims: Vec<ClaimSpec>,
}

#[derive(Clone, Debug)]
struct ClaimSpec {
    kind: String,
    start: usize,
    end: usize,
    speaker: String,
    quoted: bool,
    facts: Vec<(String, FactValue)>,
}

/// The value of a fact.
#[derive(Clone, Debug, PartialEq)]
pub enum FactValue {
    /// A number.
    Number(f64),
    /// Words, a date.
    Text(String),
}

impl From<f64> for FactValue {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for FactValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A hint that a plugin gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The words of the claim that it is about; `None` for the whole article.
    pub claim: Option<String>,
    /// Name of the check.
    pub check: String,
    /// What to verify.
    pub text: String,
    /// Where, or empty.
    pub url: String,
    /// How urgent it is.
    pub priority: Priority,
    /// What was computed.
    pub finding: Option<Finding>,
}

impl Article {
    /// An article of this text. Its sentences end at a line break, and at `.`, `!` or `?` before a space and a capital.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// The same with its day of publication, `2025-02-27`.
    #[must_use]
    pub fn date(mut self, date: &str) -> Self {
        self.date = date.to_owned();
        self
    }

    /// The same with a title, which has to be the first line of the text.
    #[must_use]
    pub fn title(mut self, title: &str) -> Self {
        self.title = title.to_owned();
        self
    }

    /// The same with one more claim, whose words have to stand in the text behind the claim before (or, if they do not, anywhere).
    ///
    /// # Panics
    /// Where they do not stand there.
    #[must_use]
    pub fn claim(self, kind: &str, words: &str) -> Self {
        self.claim_with(kind, words, &[])
    }

    /// The same with one more claim that has facts.
    ///
    /// # Panics
    /// Where its words do not stand in the text.
    #[must_use]
    pub fn claim_with(mut self, kind: &str, words: &str, facts: &[(&str, FactValue)]) -> Self {
        let behind = self.claims.last().map_or(0, |claim| claim.start);
        let start = self.text[behind..]
            .match_indices(words)
            .map(|(at, _)| behind + at)
            .find(|&at| !self.claims.iter().any(|claim| (claim.kind.as_str(), claim.start) == (kind, at)))
            .or_else(|| self.text.find(words))
            .unwrap_or_else(|| panic!("{words:?} does not stand in the text"));
        self.claims.push(ClaimSpec {
            kind: kind.to_owned(),
            start,
            end: start + words.len(),
            speaker: String::new(),
            quoted: false,
            facts: facts.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
        });
        self
    }

    /// The same with a speaker for the last claim.
    #[must_use]
    pub fn speaker(mut self, speaker: &str) -> Self {
        if let Some(claim) = self.claims.last_mut() {
            claim.speaker = speaker.to_owned();
        }
        self
    }

    /// The same with the last claim standing inside a direct quotation.
    #[must_use]
    pub fn quoted(mut self) -> Self {
        if let Some(claim) = self.claims.last_mut() {
            claim.quoted = true;
        }
        self
    }

    /// Byte ranges of the sentences, with the number of their block's kind.
    fn sentences(&self) -> Vec<(usize, usize, u32)> {
        let mut sentences = Vec::new();
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let block = if start == 0 && line.trim() == self.title && !self.title.is_empty() { 0 } else { 2 };
            let mut from = start;
            for (at, mark) in line.match_indices(['.', '!', '?']) {
                let behind = line[at + mark.len()..].trim_start_matches(['"', '\u{201d}', ')']);
                let next = behind.trim_start().chars().next();
                if behind.starts_with(' ')
                    && next.is_some_and(|c| c.is_uppercase() || "\"\u{201c}".contains(c))
                {
                    let end = start + line.len() - behind.len();
                    sentences.push((from, end, block));
                    from = end;
                }
            }
            sentences.push((from, start + line.len(), block));
            start += line.len();
        }
        let trim = |(start, end, block): (usize, usize, u32)| {
            let words = &self.text[start..end];
            let from = start + words.len() - words.trim_start().len();
            (from, from + words.trim().len(), block)
        };
        sentences.into_iter().map(trim).filter(|(start, end, _)| start < end).collect()
    }
}

/// A struct of the ABI in a row with a stride wider than it knows, as a later program would send it.
#[derive(Clone, Copy)]
#[repr(C)]
struct Wider<T> {
    known: T,
    appended: [u64; 2],
}

fn wider<T>(known: T) -> Wider<T> {
    Wider { known, appended: [u64::MAX; 2] }
}

/// What the callbacks write to.
#[derive(Default)]
struct Sink {
    hints: Vec<(u32, Given)>,
    failure: Option<String>,
    refused: Vec<String>,
}

/// Gives the article to a plugin with this configuration (a JSON object) and returns its hints, in the order given.
///
/// # Errors
/// What the plugin says is wrong; that it panicked; or that it gave a hint which the program would refuse.
pub fn run<P: Plugin>(config: &str, article: &Article) -> Result<Vec<Given>, Error> {
    let mut results = run_all::<P>(config, std::slice::from_ref(article))?;
    Ok(results.pop().unwrap_or_default())
}

/// Gives several articles to one instance, one after the other.
///
/// # Errors
/// As for [`run`].
#[allow(unsafe_code, reason = "calls the plugin through the border, as the program does")]
pub fn run_all<P: Plugin>(config: &str, articles: &[Article]) -> Result<Vec<Vec<Given>>, Error> {
    let plugin = crate::descriptor::<P>();
    let (Some(create), Some(check), Some(destroy)) = (plugin.create, plugin.check, plugin.destroy) else {
        return Err(Error::new("the descriptor lacks a function"));
    };
    let mut sink = Sink::default();
    let mut instance: *mut c_void = std::ptr::null_mut();
    let host = host(&mut sink);
    // SAFETY: host, configuration and place for the instance live until the call returns.
    let code = unsafe { create(&raw const host, config.into(), &raw mut instance) };
    if code != abi::OK {
        return Err(Error::new(sink.failure.unwrap_or_else(|| format!("create answered {code}"))));
    }
    let results = articles.iter().map(|article| check_one(check, instance, article)).collect();
    // SAFETY: `create` made it, and it is not used again.
    unsafe { destroy(instance) };
    results
}

fn host(sink: &mut Sink) -> abi::Host {
    abi::Host {
        struct_size: size_of::<abi::Host>() as u32,
        abi_major: ABI_MAJOR,
        abi_minor: ABI_MINOR,
        ctx: std::ptr::from_mut(sink).cast(),
        log: None,
        fail: Some(fail),
        hint: Some(hint),
    }
}

/// The values of a claim's facts in words.
fn texts_of_facts(claim: &ClaimSpec) -> Vec<String> {
    let text = |(_, value): &(String, FactValue)| match value {
        FactValue::Number(number) => number.to_string(),
        FactValue::Text(text) => text.clone(),
    };
    claim.facts.iter().map(text).collect()
}

/// A claim's facts as they cross the border; they point into the claim and into `texts`, its values in words.
fn border_facts(claim: &ClaimSpec, texts: &[String]) -> Vec<Wider<abi::Fact>> {
    let fact = |((name, value), text): (&(String, FactValue), &String)| {
        let number = if let FactValue::Number(number) = value { Some(*number) } else { None };
        wider(abi::Fact {
            key: name.as_str().into(),
            text: text.as_str().into(),
            number: number.unwrap_or_default(),
            flags: u32::from(number.is_some()) * abi::FACT_HAS_NUMBER,
            reserved: 0,
        })
    };
    claim.facts.iter().zip(texts).map(fact).collect()
}

/// A claim as it crosses the border; it points into the article, `facts` and `id`.
fn border_claim(
    article: &Article,
    sentences: &[(usize, usize, u32)],
    claim: &ClaimSpec,
    facts: &[Wider<abi::Fact>],
    id: &str,
) -> Wider<abi::Claim> {
    let sentence = sentences.iter().rposition(|span| span.0 <= claim.start).unwrap_or_default();
    wider(abi::Claim {
        id: id.into(),
        kind: claim.kind.as_str().into(),
        text: article.text[claim.start..claim.end].into(),
        speaker: claim.speaker.as_str().into(),
        start: claim.start as u64,
        end: claim.end as u64,
        sentence: sentence as u32,
        line: article.text[..claim.start].matches('\n').count() as u32 + 1,
        worth_permille: 500,
        flags: u32::from(claim.quoted) * abi::CLAIM_QUOTED,
        facts: facts.as_ptr().cast(),
        fact_count: facts.len(),
    })
}

#[allow(unsafe_code, reason = "calls the plugin through the border, as the program does")]
fn check_one(check: abi::Check, instance: *mut c_void, article: &Article) -> Result<Vec<Given>, Error> {
    let spans = article.sentences();
    let sentences: Vec<_> = spans
        .iter()
        .map(|&(start, end, block)| {
            wider(abi::SentenceSpan { start: start as u64, end: end as u64, block, reserved: 0 })
        })
        .collect();
    let texts: Vec<Vec<String>> = article.claims.iter().map(texts_of_facts).collect();
    let facts: Vec<Vec<_>> =
        article.claims.iter().zip(&texts).map(|(claim, texts)| border_facts(claim, texts)).collect();
    let ids: Vec<_> = (0..article.claims.len()).map(|index| format!("test{index:04}")).collect();
    let claims: Vec<_> = article
        .claims
        .iter()
        .zip(&facts)
        .zip(&ids)
        .map(|((claim, facts), id)| border_claim(article, &spans, claim, facts, id))
        .collect();
    let document = abi::Document {
        struct_size: size_of::<abi::Document>() as u32,
        sentence_stride: size_of::<Wider<abi::SentenceSpan>>() as u32,
        path: "test.txt".into(),
        title: article.title.as_str().into(),
        text: article.text.as_str().into(),
        language: "en".into(),
        date: article.date.as_str().into(),
        sentences: sentences.as_ptr().cast(),
        sentence_count: sentences.len(),
    };
    let batch = abi::Batch {
        struct_size: size_of::<abi::Batch>() as u32,
        claim_stride: size_of::<Wider<abi::Claim>>() as u32,
        fact_stride: size_of::<Wider<abi::Fact>>() as u32,
        reserved: 0,
        document: &raw const document,
        claims: claims.as_ptr().cast(),
        claim_count: claims.len(),
    };
    let mut sink = Sink::default();
    let host = host(&mut sink);
    // SAFETY: `create` made the instance; host, batch and all that they point at live until the call returns.
    let code = unsafe { check(instance, &raw const host, &raw const batch) };
    if code != abi::OK {
        return Err(Error::new(sink.failure.unwrap_or_else(|| format!("check answered {code}"))));
    }
    if let Some(refused) = sink.refused.first() {
        return Err(Error::new(format!("a hint would be refused: {refused}")));
    }
    let name = |(index, mut given): (u32, Given)| {
        given.claim =
            article.claims.get(index as usize).map(|claim| article.text[claim.start..claim.end].to_owned());
        let known = index == abi::WHOLE_DOCUMENT || given.claim.is_some();
        if known { Ok(given) } else { Err(Error::new(format!("there is no claim {index}"))) }
    };
    sink.hints.into_iter().map(name).collect()
}

#[allow(unsafe_code, reason = "called by the plugin through the border")]
unsafe extern "C" fn fail(ctx: *mut c_void, message: abi::Str) {
    // SAFETY: `ctx` is the sink that this call's host was made with; nobody else uses it during the call.
    let sink = unsafe { &mut *ctx.cast::<Sink>() };
    // SAFETY: the plugin lends the message for this call.
    sink.failure = Some(unsafe { crate::view::text(message) }.to_owned());
}

#[allow(unsafe_code, reason = "called by the plugin through the border")]
unsafe extern "C" fn hint(ctx: *mut c_void, hint: *const abi::Hint) -> i32 {
    // SAFETY: as in `fail`.
    let sink = unsafe { &mut *ctx.cast::<Sink>() };
    // SAFETY: the plugin's hint is as large as it says.
    let Some(hint) = (unsafe { abi::read_sized(hint, abi::HINT_V1_0) }) else {
        sink.refused.push("it is too short".to_owned());
        return -1;
    };
    // SAFETY: the plugin lends its texts for this call.
    let [check, text, url] = unsafe { [hint.check.get(), hint.text.get(), hint.url.get()] };
    let priority = [Priority::Low, Priority::Medium, Priority::High].get(hint.priority as usize).copied();
    let finding = [None, Some(Finding::Agrees), Some(Finding::Conflicts)].get(hint.finding as usize).copied();
    match (check, text, url, priority, finding) {
        (Some(check), Some(text), Some(url), Some(priority), Some(finding))
            if !text.is_empty() && text.len() <= abi::LONGEST_TEXT && abi::is_name(check) =>
        {
            let given = Given {
                claim: None,
                check: check.to_owned(),
                text: text.to_owned(),
                url: url.to_owned(),
                priority,
                finding,
            };
            sink.hints.push((hint.claim_index, given));
            abi::HINT_TAKEN
        }
        _ => {
            sink.refused.push(format!("{check:?} {text:?}"));
            -1
        }
    }
}
