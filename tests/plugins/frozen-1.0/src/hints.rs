//! The hints that a plugin gives.

use std::marker::PhantomData;
use std::ops::Range;

use crate::{Claim, Claims, Log, abi};

/// How urgent a hint is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// When there is time.
    Low,
    /// In the ordinary course.
    #[default]
    Medium,
    /// Before print.
    High,
}

/// What the plugin itself found out. A false alarm is worse than silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// What could be computed bears the claim out.
    Agrees,
    /// It contradicts the claim; the hint's text shows the sum or the difference.
    Conflicts,
}

/// One thing to verify.
///
/// ```
/// use claimlist_plugin::{Finding, Hint, Priority};
///
/// let hint = Hint::new("percent-change", "From 40 to 50 is a rise of 25%, not 20%.")
///     .priority(Priority::High)
///     .finding(Finding::Conflicts);
/// assert_eq!(hint.text, "From 40 to 50 is a rise of 25%, not 20%.");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint<'h> {
    /// Name of the check that gives it, in kebab case: `percent-change`.
    pub check: &'h str,
    /// What to verify, one line, at most 4 KiB.
    pub text: &'h str,
    /// Where, or empty.
    pub url: &'h str,
    /// How urgent it is.
    pub priority: Priority,
    /// What was computed.
    pub finding: Option<Finding>,
}

impl<'h> Hint<'h> {
    /// A hint of medium priority.
    #[must_use]
    pub fn new(check: &'h str, text: &'h str) -> Self {
        Self { check, text, url: "", priority: Priority::Medium, finding: None }
    }

    /// The same with another priority.
    #[must_use]
    pub fn priority(self, priority: Priority) -> Self {
        Self { priority, ..self }
    }

    /// The same with what was computed.
    #[must_use]
    pub fn finding(self, finding: Finding) -> Self {
        Self { finding: Some(finding), ..self }
    }

    /// The same with the address to check at.
    #[must_use]
    pub fn url(self, url: &'h str) -> Self {
        Self { url, ..self }
    }
}

/// Takes the hints of one article.
#[derive(Debug)]
pub struct Hints<'a> {
    host: &'a abi::Host,
    stopped: bool,
    /// Valid on the thread of the call alone.
    not_send: PhantomData<*const ()>,
}

impl<'a> Hints<'a> {
    pub(crate) fn new(host: &'a abi::Host) -> Self {
        Self { host, stopped: false, not_send: PhantomData }
    }

    /// Gives a hint on a claim.
    pub fn add(&mut self, claim: &Claim<'_>, priority: Priority, check: &str, text: &str) {
        self.on(claim, Hint::new(check, text).priority(priority));
    }

    /// Gives a hint on a claim.
    pub fn on(&mut self, claim: &Claim<'_>, hint: Hint<'_>) {
        self.give(claim.index(), hint);
    }

    /// Gives a hint on these bytes of a sentence: on the claim that they belong to (see [`Claims::near`]), or on the article
    /// where the sentence has none.
    pub fn near(&mut self, claims: &Claims<'_>, sentence: usize, bytes: Range<usize>, hint: Hint<'_>) {
        match claims.near(sentence, bytes.start, bytes.end) {
            Some(claim) => self.on(&claim, hint),
            None => self.on_document(hint),
        }
    }

    /// Gives a hint on the article as a whole.
    pub fn on_document(&mut self, hint: Hint<'_>) {
        self.give(abi::WHOLE_DOCUMENT, hint);
    }

    /// Whether the program takes no more: a good moment to return.
    #[must_use]
    pub fn stopped(&self) -> bool {
        self.stopped
    }

    /// The program's log.
    #[must_use]
    pub fn log(&self) -> Log<'a> {
        Log(self.host)
    }

    #[allow(unsafe_code, reason = "calls the program")]
    fn give(&mut self, claim_index: u32, hint: Hint<'_>) {
        let Some(take) = self.host.hint.filter(|_| !self.stopped) else { return };
        let hint = abi::Hint {
            struct_size: size_of::<abi::Hint>() as u32,
            claim_index,
            check: hint.check.into(),
            text: hint.text.into(),
            url: hint.url.into(),
            priority: hint.priority as u32,
            finding: hint.finding.map_or(0, |finding| finding as u32 + 1),
        };
        // SAFETY: the program gave function and context for this call; hint and texts live until it returns.
        let answer = unsafe { take(self.host.ctx, &raw const hint) };
        self.stopped = answer == abi::HINT_STOP;
    }
}
