//! The claims of the article.

use crate::abi;
use crate::view::{Rows, text};

/// All claims of an article, in the order of the text, for the length of one call.
#[derive(Clone, Copy, Debug)]
pub struct Claims<'a> {
    rows: Rows<'a, abi::Claim>,
    fact_stride: u32,
}

/// A claim.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    raw: abi::Claim,
    facts: Rows<'a, abi::Fact>,
    index: u32,
}

/// A typed fact of a claim. The names and meanings are listed in claimlist's docs/facts.md.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact<'a> {
    /// `value`, `unit`, `when`, ...
    pub name: &'a str,
    /// The value in words: `2.5`, `percent`, `2027`.
    pub text: &'a str,
    /// The value, where it is a number; always finite.
    pub number: Option<f64>,
}

#[allow(unsafe_code, reason = "reads what the program lent for this call")]
impl<'a> Claims<'a> {
    /// The claims of a batch, if it is one.
    ///
    /// # Safety
    /// The batch's pointers, counts and strides are true, and what they name is readable and unchanged for `'a`.
    pub(crate) unsafe fn read(batch: &abi::Batch) -> Option<Self> {
        // SAFETY: passed on.
        let rows =
            unsafe { Rows::new(batch.claims, batch.claim_count, batch.claim_stride, abi::CLAIM_V1_0) }?;
        Some(Self { rows, fact_stride: batch.fact_stride })
    }

    /// The claims, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Claim<'a>> + use<'a> {
        let claims = *self;
        (0..self.rows.len()).map(move |index| claims.read_claim(index))
    }

    /// A claim by its number, from 0.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Claim<'a>> {
        (index < self.rows.len()).then(|| self.read_claim(index))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.len() == 0
    }

    /// The claim that these bytes of the article belong to: of the claims of their sentence the one that shares most with
    /// them, or else lies nearest; of several the shortest.
    #[must_use]
    pub fn near(&self, sentence: usize, start: usize, end: usize) -> Option<Claim<'a>> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.read_claim(middle).sentence() < sentence { low = middle + 1 } else { high = middle }
        }
        let distance = |claim: &Claim<'_>| {
            let shared = end.min(claim.end()).saturating_sub(start.max(claim.start()));
            let apart = start.saturating_sub(claim.end()).max(claim.start().saturating_sub(end));
            (std::cmp::Reverse(shared), apart, claim.end() - claim.start().min(claim.end()))
        };
        (low..self.len())
            .map(|index| self.read_claim(index))
            .take_while(|claim| claim.sentence() == sentence)
            .min_by_key(distance)
    }

    fn read_claim(&self, index: usize) -> Claim<'a> {
        // SAFETY: zeros are an empty claim.
        let raw = self.rows.get(index).unwrap_or_else(|| unsafe { std::mem::zeroed() });
        // SAFETY: the program lent the claim's facts together with it.
        let facts = unsafe { Rows::new(raw.facts, raw.fact_count, self.fact_stride, abi::FACT_V1_0) }
            // SAFETY: no rows, no memory.
            .or_else(|| unsafe { Rows::new(std::ptr::null(), 0, 0, 0) });
        match facts {
            Some(facts) => Claim { raw, facts, index: index as u32 },
            None => unreachable!("no rows are always there"),
        }
    }
}

#[allow(unsafe_code, reason = "reads what the program lent for this call")]
impl<'a> Claim<'a> {
    /// Its number among the article's claims, from 0.
    #[must_use]
    pub fn index(&self) -> u32 {
        self.index
    }

    /// Its name, which stays while other parts of the article change.
    #[must_use]
    pub fn id(&self) -> &'a str {
        // SAFETY: the program lent this text for `'a`; so it is below.
        unsafe { text(self.raw.id) }
    }

    /// Its kind: `quantity`, `time`, `quote`, `reported`, `role`, `comparison`, `causal`, `absence`, `event`, `forecast`.
    #[must_use]
    pub fn kind(&self) -> &'a str {
        // SAFETY: see `id`.
        unsafe { text(self.raw.kind) }
    }

    /// Its words.
    #[must_use]
    pub fn text(&self) -> &'a str {
        // SAFETY: see `id`.
        unsafe { text(self.raw.text) }
    }

    /// Who said it, if the article says who.
    #[must_use]
    pub fn speaker(&self) -> Option<&'a str> {
        // SAFETY: see `id`.
        Some(unsafe { text(self.raw.speaker) }).filter(|speaker| !speaker.is_empty())
    }

    /// Its first byte in the article's text.
    #[must_use]
    pub fn start(&self) -> usize {
        self.raw.start as usize
    }

    /// Behind its last byte.
    #[must_use]
    pub fn end(&self) -> usize {
        self.raw.end as usize
    }

    /// The number of its sentence, from 0.
    #[must_use]
    pub fn sentence(&self) -> usize {
        self.raw.sentence as usize
    }

    /// Its line in the source, from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.raw.line
    }

    /// Its check-worthiness, 0 to 1.
    #[must_use]
    pub fn worth(&self) -> f64 {
        f64::from(self.raw.worth_permille.min(1000)) / 1000.0
    }

    /// Whether it stands inside a direct quotation.
    #[must_use]
    pub fn quoted(&self) -> bool {
        self.raw.flags & abi::CLAIM_QUOTED != 0
    }

    /// Its facts.
    pub fn facts(&self) -> impl Iterator<Item = Fact<'a>> + use<'a> {
        let facts = self.facts;
        (0..facts.len()).filter_map(move |index| facts.get(index)).map(|fact| Fact {
            // SAFETY: see `id`.
            name: unsafe { text(fact.key) },
            // SAFETY: see `id`.
            text: unsafe { text(fact.text) },
            number: (fact.flags & abi::FACT_HAS_NUMBER != 0 && fact.number.is_finite())
                .then_some(fact.number),
        })
    }

    /// A fact by its name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<Fact<'a>> {
        self.facts().find(|fact| fact.name == name)
    }

    /// A fact's number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        self.fact(name)?.number
    }

    /// A fact's words.
    #[must_use]
    pub fn words(&self, name: &str) -> Option<&'a str> {
        Some(self.fact(name)?.text)
    }
}
