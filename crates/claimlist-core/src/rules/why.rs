//! Why a rule holds for a claim or not: the first condition that fails, with what stands there instead.

use std::ops::Range;

use super::condition::{Condition, Field, Number, Scope, Test};
use super::fields::{number_of, text_of};
use super::rule::Rule;
use super::scene::{Groups, Scene};
use super::{RuleSet, wording};
use crate::{Claim, Document, Hint, Sentence, Span, Value};

/// How much of a text is shown at most, in characters.
const SHOWN: usize = 90;

/// What a rule makes of one claim.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It holds: this is its hint.
    Holds(Hint),
    /// A condition of `when` fails.
    Fails(Reason),
    /// `when` holds, and `except` does so too.
    TakenBack(Reason),
}

/// A condition that decided, and what decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Bytes of the rule's file: the key of the condition.
    pub span: Range<usize>,
    /// What stands there instead, without capital and period.
    pub found: String,
}

impl RuleSet {
    /// What a rule of this set makes of each claim of a document, whatever other rules say and however often it has
    /// given its hint.
    #[must_use]
    pub fn verdicts(
        &self,
        rule: &Rule,
        document: &Document,
        sentences: &[Sentence],
        claims: &[Claim],
    ) -> Vec<Verdict> {
        let mut scene = self.scene(document, sentences, claims);
        let mut verdict = |(at, claim)| {
            let mut groups = Groups::new();
            if !scene.holds(&rule.when, at, &mut groups) {
                return Verdict::Fails(scene.reason(&rule.when, at));
            }
            match &rule.except {
                Some(except) if scene.holds(except, at, &mut Groups::new()) => Verdict::TakenBack(Reason {
                    span: except.span.clone(),
                    found: "`except` holds".to_owned(),
                }),
                _ => Verdict::Holds(Self::hint(&scene, document, rule, claim, &groups, &mut String::new())),
            }
        };
        claims.iter().enumerate().map(&mut verdict).collect()
    }
}

impl Scene<'_> {
    /// Why a condition, which fails, fails for the claim at an index.
    fn reason(&mut self, condition: &Condition, at: usize) -> Reason {
        let reason = |found: String| Reason { span: condition.span.clone(), found };
        let Some(claim) = self.claims().get(at) else { return reason(String::new()) };
        match &condition.test {
            Test::All(conditions) => {
                let mut failing: Vec<_> =
                    conditions.iter().filter(|c| !self.holds(c, at, &mut Groups::new())).collect();
                failing.sort_by_key(|condition| condition.span.start);
                failing.first().map_or_else(|| reason(String::new()), |first| self.reason(first, at))
            }
            Test::Any(conditions) => match conditions.as_slice() {
                [only] => self.reason(only, at),
                [first, ..] => {
                    let first = self.reason(first, at);
                    reason(format!("none of these holds; of the first, {}", first.found))
                }
                [] => reason("there is nothing in it".to_owned()),
            },
            Test::Not(_) => reason("what must not hold does".to_owned()),
            Test::Kind(_) => reason(format!("the claim is of kind {}", claim.kind.name())),
            Test::Block(_) => {
                let block = self.block(claim.sentence).map_or("no block", |block| block.kind.name());
                reason(format!("the claim stands in a {block}"))
            }
            Test::Language(_) => reason("the article is in another language".to_owned()),
            Test::Quoted(true) => reason("the claim stands in no quotation".to_owned()),
            Test::Quoted(false) => reason("the claim stands in a quotation".to_owned()),
            Test::Has { field, .. } | Test::Is { field, .. } => reason(field_found(claim, *field)),
            Test::Number { number, .. } => reason(number_found(claim, *number)),
            Test::Near { words, .. } => {
                reason(format!("around the claim stands {}", self.shown(self.around(claim, *words))))
            }
            Test::Phrases { scope, .. } | Test::Pattern { scope, .. } => {
                let part = self.span(*scope, claim);
                reason(match part {
                    None => "the article has no title".to_owned(),
                    part => format!("the {} is {}", scope.name(), self.shown(part)),
                })
            }
            Test::With { scope, condition, .. } => reason(self.others(*scope, condition, at)),
        }
    }

    /// The other claims of a scope, and why the first of them is not the one that is wanted.
    fn others(&mut self, scope: Scope, condition: &Condition, at: usize) -> String {
        let mut others = self.claims_of(scope, at).filter(|&other| other != at);
        match others.next() {
            None => format!("the {} has no other claim", scope.name()),
            Some(first) => {
                let shown = self.claims().get(first).map(|claim| claim.span);
                let shown = self.shown(shown);
                let why = self.reason(condition, first).found;
                format!("no other claim of the {} will do; the first is {shown}: {why}", scope.name())
            }
        }
    }

    /// A part of the text in quotation marks, shortened.
    fn shown(&self, span: Option<Span>) -> String {
        let text = span.map_or("", |span| span.of(self.text()));
        shortened(text)
    }
}

/// A text in quotation marks, with single spaces, shortened.
pub(crate) fn shortened(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("\"{}…\"", &words[..end]),
        None => format!("\"{words}\""),
    }
}

fn field_found(claim: &Claim, field: Field) -> String {
    let name = field.name();
    let flag = match field {
        Field::Fact(slot) => claim.facts.get(slot),
        Field::Speaker => None,
    };
    match (text_of(claim, field), flag) {
        (Some(text), _) => format!("`{name}` is {}", shortened(text)),
        (None, Some(Value::Flag(flag))) => format!("`{name}` is {flag}"),
        (None, Some(Value::Number(number))) => format!("`{name}` is {}", wording::number(*number)),
        (None, _) => format!("the claim has no `{name}`"),
    }
}

fn number_found(claim: &Claim, number: Number) -> String {
    let name = match number {
        Number::Fact(slot) => slot.name(),
        Number::Worth => "worth",
        Number::Year => "year",
    };
    match number_of(claim, number) {
        Some(value) if number == Number::Year => format!("the year is {value}"),
        Some(value) => format!("`{name}` is {}", wording::number(value)),
        None => format!("the claim has no `{name}`"),
    }
}
