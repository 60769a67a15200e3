//! The patterns for times: what each finds, and which words have to stand there for it to be tried.

use super::{
    Found, Scene, clock, date, decade, duration, elapsed, frequency, holiday, named, numeric, part, range,
    relative, shift, stage, weekday, year,
};
use crate::lexicon::Classes;

/// A pattern: the time that starts at a token, if one does, and what has to stand there for it to be tried.
#[derive(Clone, Copy)]
pub(super) struct Pattern {
    pub(super) find: fn(Scene<'_>, usize) -> Option<Found>,
    /// The classes of which the first word has to be one.
    first: Classes,
    /// The classes of the second word where the first is "the".
    behind_the: Classes,
    /// The classes of which a word near by has to be one, see [`Scene::near`]; none if that does not matter.
    pub(super) near: Classes,
    group: Group,
    /// Whether it finds periods that another time may be a part of.
    whole: bool,
}

/// The patterns that are tried together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Point,
    Clock,
    Range,
    Other,
}

impl Pattern {
    const fn new(find: fn(Scene<'_>, usize) -> Option<Found>, first: Classes, behind_the: Classes) -> Self {
        Self { find, first, behind_the, near: NONE, group: Group::Point, whole: false }
    }

    /// The same, where one of these classes has to stand near by.
    const fn near(self, near: Classes) -> Self {
        Self { near, ..self }
    }

    /// The same in a group of its own.
    const fn of(self, group: Group) -> Self {
        Self { group, ..self }
    }

    /// The same, for the period that a part lies in.
    const fn whole(self) -> Self {
        Self { whole: true, ..self }
    }
}

/// Digits, number words, ordinals, and the marks before digits: see [`Scene::opening`].
pub(super) const NUMBER: Classes = Classes::NUMBER.or(Classes::ORDINAL);
pub(super) const NONE: Classes = Classes::empty();
const LEAD: Classes = Classes::TIME_LEAD;
const STAGE: Classes = Classes::TIME_STAGE;
const AMOUNT: Classes = Classes::TIME_AMOUNT;
const OTHER: Classes = Classes::TIME_OTHER;
const OCCASION: Classes = Classes::TIME_OCCASION;
const DAY: Classes = NUMBER.or(Classes::WEEKDAY).or(LEAD);
const LENGTH: Classes = NUMBER.or(AMOUNT).or(Classes::TIME_UNIT);
const ANY: Classes = NUMBER
    .or(LEAD)
    .or(STAGE)
    .or(AMOUNT)
    .or(OTHER)
    .or(OCCASION)
    .or(Classes::MONTH)
    .or(Classes::WEEKDAY)
    .or(Classes::SEASON)
    .or(Classes::TIME_WORD)
    .or(Classes::HOLIDAY);

/// Words for lengths of time, which short ones are too.
const UNITS: Classes = Classes::TIME_UNIT.or(Classes::TIME_BEHIND);
/// Words for periods and parts of them.
const PERIODS: Classes = UNITS.or(Classes::SEASON).or(Classes::TIME_WORD).or(Classes::WEEKDAY);

/// All patterns. Of two that find times as long, the earlier one counts.
pub(super) static PATTERNS: &[Pattern] = &[
    // Dates and periods, which others build on: ranges, "early", "two days before".
    Pattern::new(numeric::date, DAY, NONE),
    Pattern::new(date::day_first, DAY, NUMBER).near(Classes::MONTH.or(Classes::TIME_UNIT)),
    Pattern::new(date::month_first, Classes::MONTH.or(Classes::WEEKDAY).or(LEAD), NONE)
        .near(Classes::MONTH)
        .whole(),
    Pattern::new(date::relative_month, LEAD, NONE).near(Classes::MONTH),
    Pattern::new(date::year_first, NUMBER, NONE).near(Classes::MONTH),
    Pattern::new(date::nth, DAY, NUMBER),
    Pattern::new(year::year, NUMBER.or(OTHER), NUMBER.or(OTHER)).whole(),
    Pattern::new(
        decade::decade,
        NUMBER.or(STAGE).or(Classes::TIME_WORD),
        NUMBER.or(STAGE).or(Classes::TIME_WORD),
    )
    .whole(),
    Pattern::new(decade::century, NUMBER.or(STAGE), NUMBER.or(STAGE)).near(Classes::TIME_UNIT).whole(),
    Pattern::new(part::season, Classes::SEASON.or(LEAD).or(STAGE), Classes::SEASON)
        .near(Classes::SEASON)
        .whole(),
    Pattern::new(
        part::quarter,
        NUMBER.or(LEAD).or(OTHER).or(OCCASION),
        NUMBER.or(LEAD).or(OTHER).or(OCCASION),
    )
    .near(Classes::FRACTION)
    .whole(),
    Pattern::new(part::nth_unit, NUMBER.or(OTHER).or(STAGE), NUMBER.or(OTHER).or(STAGE))
        .near(PERIODS.or(Classes::MONTH)),
    Pattern::new(stage::modified, STAGE, STAGE),
    Pattern::new(weekday::weekday, LEAD.or(Classes::WEEKDAY), LEAD).near(Classes::WEEKDAY).whole(),
    Pattern::new(relative::day, LEAD.or(Classes::TIME_WORD).or(OTHER), OTHER).near(PERIODS),
    Pattern::new(relative::unit, LEAD.or(OTHER), LEAD.or(OTHER).or(Classes::TIME_WORD)).near(PERIODS).whole(),
    Pattern::new(relative::lengths, LEAD.or(OTHER), LEAD.or(Classes::TIME_UNIT)).near(UNITS),
    Pattern::new(holiday::holiday, Classes::HOLIDAY.or(LEAD).or(NUMBER), NONE).near(Classes::HOLIDAY).whole(),
    Pattern::new(named::occasion, OCCASION, OCCASION).near(Classes::TIME_UNIT),
    Pattern::new(named::of_life, OCCASION, OCCASION),
    Pattern::new(named::numbered, OTHER, NONE),
    // A range of them, and a clock time.
    Pattern::new(range::range, ANY, ANY.or(Classes::TIME_UNIT)).of(Group::Range),
    Pattern::new(clock::clock, NUMBER.or(AMOUNT).or(OTHER).or(Classes::TIME_WORD), NONE).of(Group::Clock),
    // Everything else.
    Pattern::new(duration::with_length, LENGTH, Classes::TIME_UNIT).near(UNITS).of(Group::Other),
    Pattern::new(elapsed::elapsed, NUMBER, NONE).of(Group::Other),
    Pattern::new(shift::the_ended, NONE, NUMBER.or(AMOUNT)).near(Classes::TIME_UNIT).of(Group::Other),
    Pattern::new(frequency::every, OTHER, NONE).of(Group::Other),
    Pattern::new(frequency::times, OTHER.or(NUMBER), NONE).of(Group::Other),
    Pattern::new(frequency::adverb, Classes::TIME_WORD, NONE).of(Group::Other),
    Pattern::new(frequency::running, NUMBER.or(AMOUNT), NUMBER).of(Group::Other),
    Pattern::new(named::back, LEAD.or(OTHER), OTHER).of(Group::Other),
];

/// Some of the [`PATTERNS`], a bit for each.
pub(super) type Picks = u32;

pub(super) const POINTS: Picks = in_group(Group::Point);
pub(super) const CLOCKS: Picks = in_group(Group::Clock);
pub(super) const RANGES: Picks = in_group(Group::Range);
pub(super) const OTHERS: Picks = in_group(Group::Other);
/// The patterns for the period that a part lies in.
pub(super) const WHOLES: Picks = {
    let (mut picks, mut at) = (0, 0);
    while at < PATTERNS.len() {
        picks |= (PATTERNS[at].whole as Picks) << at;
        at += 1;
    }
    picks
};

const fn in_group(group: Group) -> Picks {
    let (mut picks, mut at) = (0, 0);
    while at < PATTERNS.len() {
        picks |= ((PATTERNS[at].group as u8 == group as u8) as Picks) << at;
        at += 1;
    }
    picks
}

/// The patterns that a word of each class may open, by itself and behind "the": most tokens open few, and so the others need not
/// be asked one by one.
pub(super) static OPENED: [[Picks; Classes::BITS]; 2] = {
    let mut opened = [[0; Classes::BITS]; 2];
    let mut at = 0;
    while at < PATTERNS.len() {
        let mut class = 0;
        while class < Classes::BITS {
            opened[0][class] |= (PATTERNS[at].first.holds_bit(class) as Picks) << at;
            opened[1][class] |= (PATTERNS[at].behind_the.holds_bit(class) as Picks) << at;
            class += 1;
        }
        at += 1;
    }
    opened
};

/// The patterns of these bits, in their order.
pub(super) fn picked(mut picks: Picks) -> impl Iterator<Item = &'static Pattern> {
    std::iter::from_fn(move || {
        let pattern = PATTERNS.get(picks.trailing_zeros() as usize)?;
        picks &= picks - 1;
        Some(pattern)
    })
}
