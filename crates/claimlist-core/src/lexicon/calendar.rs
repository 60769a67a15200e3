//! `calendar.toml`: months, weekdays, units of time, seasons, holidays and words for times.

use serde::Deserialize;

use super::{Classes, WordList};

/// Months, weekdays, units of time, seasons, holidays and words for times.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {}

impl WordList for Calendar {
    const NAME: &str = "calendar.toml";
    const TOML: &str = include_str!("../../lexicon/en/calendar.toml");

    fn classes(&self, _add: &mut dyn FnMut(&str, Classes)) {}
}
