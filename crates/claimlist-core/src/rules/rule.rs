//! Rules and packs as they are used.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::condition::{Condition, Kinds};
use super::fault::RuleFile;
use super::template::Template;
use super::why::Reason;
use crate::{BlockKind, Priority, Source};

/// A rule, compiled.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `pack/rule`.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// How urgent its check is.
    pub priority: Priority,
    /// How far it can be relied on.
    pub status: Status,
    /// The rule to use instead of a deprecated one.
    pub replaced_by: Option<String>,
    /// Subjects.
    pub tags: Vec<String>,
    /// The areas in whose articles it applies; everywhere if empty.
    pub regions: Vec<String>,
    /// The hint, with its gaps.
    pub hint: String,
    /// How to check it, at more length.
    pub how: Option<String>,
    /// Where to check it.
    pub sources: Vec<RuleSource>,
    /// Texts in which it must give its hint, and others in which it must not.
    pub examples: Vec<Example>,
    /// Where it is known to be wrong.
    pub false_alarms: Vec<String>,
    /// What it is founded on.
    pub references: Vec<String>,
    /// Whether it gives its hint once a document.
    pub once: bool,
    /// Whether it gives its hint only to claims to which no other rule gives one.
    pub fallback: bool,
    /// The file that it was read from.
    pub file: Arc<RuleFile>,
    /// The bytes of its id in the file.
    pub span: Range<usize>,
    /// The bytes of `when = ..` and of `except = ..` in the file.
    pub(crate) written: (Range<usize>, Option<Range<usize>>),
    pub(crate) when: Condition,
    pub(crate) except: Option<Condition>,
    /// The kinds of claims of which it can hold.
    pub(crate) kinds: Kinds,
    pub(crate) template: Template,
    /// What all its hints have in common; of most rules nobody asks.
    pub(crate) given: OnceLock<Given>,
}

/// What all hints of a rule have in common, see [`Hint`](crate::Hint).
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub(crate) from: Arc<str>,
    pub(crate) how: Option<Arc<str>>,
    pub(crate) sources: Arc<[Source]>,
    pub(crate) tags: Arc<[String]>,
}

/// How far a rule can be relied on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// It can.
    #[default]
    Stable,
    /// It is on trial.
    Experimental,
    /// It is to be used no longer.
    Deprecated,
}

impl Status {
    /// The name in rules.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Experimental => "experimental",
            Self::Deprecated => "deprecated",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Stable, Self::Experimental, Self::Deprecated].into_iter().find(|status| status.name() == name)
    }
}

/// A place to check against, as a pack describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    /// Title and address, as hints show them.
    pub source: Source,
    /// What sort of source it is, such as `official-statistics`.
    pub kind: Option<String>,
    /// The areas that it covers; any if empty.
    pub regions: Vec<String>,
}

/// A text that a rule must, or must not, give its hint in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The text, one block.
    pub text: String,
    /// The block that it stands in.
    pub block: BlockKind,
    /// Whether the rule must give its hint.
    pub matches: bool,
    /// The words of the claim that gets it, if the example tells.
    pub claim: Option<String>,
    /// The hint as it is given, if the example tells.
    pub hint: Option<String>,
    /// Its bytes in the rule's file.
    pub span: Range<usize>,
}

impl Rule {
    /// Whether the rule applies to articles of a region.
    #[must_use]
    pub fn applies_in(&self, region: &str) -> bool {
        covers(&self.regions, region)
    }
}

impl Rule {
    /// What all its hints have in common.
    pub(crate) fn given(&self) -> &Given {
        self.given.get_or_init(|| Given {
            from: format!("rule {}", self.id).into(),
            how: self.how.as_deref().map(Into::into),
            sources: self.sources.iter().map(|source| source.source.clone()).collect(),
            tags: self.tags.as_slice().into(),
        })
    }

    /// The line of its file in which its id stands, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.file.text.get(..self.span.start).unwrap_or_default().matches('\n').count() + 1
    }

    /// The key of the condition that decided, as it stands in the file.
    #[must_use]
    pub fn key_at(&self, reason: &Reason) -> &str {
        self.file.text.get(reason.span.clone()).unwrap_or_default()
    }
}

/// Whether these areas, any if there are none, hold a region.
pub(crate) fn covers(areas: &[String], region: &str) -> bool {
    areas.is_empty() || areas.iter().any(|area| area == region || area == "international")
}
