//! Hints: what to verify about a claim, how, and where.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// How much a hint deserves the checker's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// When there is time.
    Low,
    /// In the ordinary course.
    Medium,
    /// Before print.
    High,
}

impl Priority {
    /// The name that rules and JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// The priority of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [Self::Low, Self::Medium, Self::High].into_iter().find(|priority| priority.name() == name)
    }
}

/// What the program itself could compute about a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Finding {
    /// The article's own figures bear the claim out.
    Agrees,
    /// They contradict it; the hint's text shows the sum.
    Conflicts,
}

impl Finding {
    /// The name that JSON uses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Conflicts => "conflicts",
        }
    }
}

/// A place to check a claim against.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Source {
    /// Name of the publication or body.
    pub title: String,
    /// Its public address, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One thing to verify about a claim. What is the same in all hints of a rule is held once for all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// Who says so: `rule economy/share-of-gdp` or `plugin arithmetic/percent-change`.
    pub from: Arc<str>,
    /// How urgent it is.
    pub priority: Priority,
    /// What to check, in one line.
    pub text: String,
    /// How to check it, at more length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<Arc<str>>,
    /// Where to check it.
    #[serde(default)]
    pub sources: Arc<[Source]>,
    /// Subjects by which checklists are filtered, those of its rule.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub tags: Arc<[String]>,
    /// What the program found out itself.
    #[serde(default)]
    pub finding: Option<Finding>,
}
