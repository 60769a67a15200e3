//! Typed facts of mentions and claims, and the one table that names every slot.
//!
//! Rules test slots, templates fill them in, plugins receive them and JSON prints them, all by the names of this table.

use serde::ser::{Serialize, SerializeMap, Serializer};
use smol_str::SmolStr;

/// The type of a slot's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SlotType {
    /// A finite 64-bit number.
    Number,
    /// Words, of the article or from a list of names.
    Text,
    /// An ISO 8601 date (as precise as the text), time or duration.
    Iso,
    /// True or false.
    Flag,
}

/// The value of a slot.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// See [`SlotType::Number`].
    Number(f64),
    /// See [`SlotType::Text`] and [`SlotType::Iso`].
    Text(SmolStr),
    /// See [`SlotType::Flag`].
    Flag(bool),
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<SmolStr> for Value {
    fn from(text: SmolStr) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl std::fmt::Display for Value {
    /// Numbers are written without trailing zeros and without an exponent.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
            Self::Flag(flag) => write!(f, "{flag}"),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            // Whole numbers are printed as JSON integers: 17, not 17.0.
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 9.0e15 => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}

macro_rules! slots {
    ($($variant:ident $name:literal $type:ident [$($kind:literal),*] $meaning:literal;)*) => {
        /// The name of a fact. [`Slot::ALL`] lists them with name, type, kinds of claims and meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Slot { $(#[doc = $meaning] $variant,)* }

        impl Slot {
            /// Every slot, in the order in which facts are printed.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name in rules, templates and JSON.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The type of its value.
            #[must_use]
            pub fn slot_type(self) -> SlotType {
                match self { $(Self::$variant => SlotType::$type,)* }
            }

            /// The kinds of claims that may have it, by name.
            #[must_use]
            pub fn kinds(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($kind),*],)* }
            }

            /// What it says, with unit and bounds.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }

            /// The slot of that name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

slots! {
    Value "value" Number ["quantity"] "The figure, scaled: `$1.3 billion` is 1300000000, `a third` 0.3333, `2.5%` 2.5 with unit percent.";
    High "high" Number ["quantity"] "The upper end of a range, scaled like `value`, which is its lower end.";
    Unit "unit" Text ["quantity"] "`percent`, `percentage-point`, an ISO 4217 code for money, a UCUM code for measures, `year` for ages, `ratio` for fractions and multiples, `count`.";
    Counted "counted" Text ["quantity"] "The words for what is counted: `people`.";
    Of "of" Text ["quantity"] "The words for the whole that a share is of: `GDP`.";
    Per "per" Text ["quantity"] "The words for the base of a rate: `100,000 people`.";
    Modifier "modifier" Text ["quantity"] "`at-least`, `at-most`, `more-than`, `less-than`, `about`, `nearly` or `exactly`.";
    Change "change" Text ["quantity"] "`up` or `down`, where the figure is a change.";
    Age "age" Flag ["quantity"] "True where the figure is the age of somebody or something.";
    Score "score" Flag ["quantity"] "True where the figures are the result of a match or a vote.";
    When "when" Iso ["quantity", "time", "event", "forecast"] "The date, as precise as the text (`2027`, `2025-02`, `2025-02-27`), resolved against the article's date where the text is relative.";
    From "from" Iso ["quantity", "time"] "The first day, month or year of a period.";
    To "to" Iso ["quantity", "time"] "The last day, month or year of a period.";
    Duration "duration" Iso ["time"] "ISO 8601 duration: `P3Y`.";
    Clock "clock" Iso ["time"] "The time of day: `18:30`, with the zone's offset where the text gives one.";
    Relation "relation" Text ["time"] "`on`, `by`, `since`, `until`, `before`, `after`, `for`, `ago`, `ahead-of`, `behind`, `every` or `ordinal`.";
    Anchor "anchor" Text ["time"] "The words for what the time is reckoned from: `schedule`.";
    Weekday "weekday" Text ["time"] "The day of the week that the text names, in lower case: `tuesday`.";
    Unclear "unclear" Flag ["time", "quote", "reported"] "True where the text does not settle which time or speaker is meant.";
    Words "words" Text ["quote"] "The quoted words without their marks.";
    Fragment "fragment" Flag ["quote"] "True where the quotation is a part of a sentence.";
    Verb "verb" Text ["quote", "reported", "event"] "The verb: of reporting, or of the event.";
    Stance "stance" Text ["reported"] "`says`, `claims`, `denies`, `warns`, `promises`, `asks`, `suggests`, `agrees`, `finds` or `believes`.";
    Sourced "sourced" Flag ["reported"] "False where nobody is named: `some`, `critics`, `reports say`.";
    Name "name" Text ["role"] "The person's name as it stands in the article.";
    Title "title" Text ["role"] "The office, title or description given to the person.";
    Organisation "organisation" Text ["role"] "The body or place of the office.";
    Person "person" Text ["role"] "The fullest form of the name in the article, which ties variants of one name together.";
    Degree "degree" Text ["comparison"] "`superlative`, `comparative`, `first`, `record` or `rank`.";
    Rank "rank" Number ["comparison"] "The place in the ranking, from 1.";
    Reference "reference" Text ["comparison"] "The words for what is compared with.";
    Since "since" Iso ["comparison"] "The date from which the record is reckoned.";
    Connective "connective" Text ["causal"] "The word that states the cause: `due to`.";
    Direction "direction" Text ["causal"] "`cause` where the words behind the connective are the cause, `effect` where they are the consequence, `purpose`.";
    Negator "negator" Text ["absence"] "The word that denies: `no`, `never`.";
    Subject "subject" Text ["event", "forecast"] "The words for who or what acts.";
    Cue "cue" Text ["forecast"] "The word that looks ahead: `will`, `expected to`.";
}

/// The facts of a mention or claim, at most one value a slot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts(Vec<(Slot, Value)>);

impl Facts {
    /// No facts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a slot, replacing what it held. A number that is not finite is no fact and is left out.
    pub fn set(&mut self, slot: Slot, value: impl Into<Value>) {
        let value = value.into();
        if matches!(value, Value::Number(number) if !number.is_finite()) {
            return;
        }
        if self.0.capacity() == 0 {
            // What a list would take for its first fact anyway; asked for at once, it does not have to grow.
            self.0 = Vec::with_capacity(4);
        }
        // Facts are few, and most are set in order.
        match self.0.iter().rposition(|entry| entry.0 <= slot) {
            Some(at) if self.0[at].0 == slot => self.0[at].1 = value,
            Some(at) if at + 1 == self.0.len() => self.0.push((slot, value)),
            at => self.0.insert(at.map_or(0, |at| at + 1), (slot, value)),
        }
    }

    /// The same facts with one more.
    #[must_use]
    pub fn with(mut self, slot: Slot, value: impl Into<Value>) -> Self {
        self.set(slot, value);
        self
    }

    /// Takes a slot's value out.
    pub fn remove(&mut self, slot: Slot) {
        self.0.retain(|entry| entry.0 != slot);
    }

    /// A slot's value.
    #[must_use]
    pub fn get(&self, slot: Slot) -> Option<&Value> {
        self.0.iter().find(|entry| entry.0 == slot).map(|(_, value)| value)
    }

    /// A slot's number, if it holds one.
    #[must_use]
    pub fn number(&self, slot: Slot) -> Option<f64> {
        match self.get(slot) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// A slot's words, if it holds any.
    #[must_use]
    pub fn text(&self, slot: Slot) -> Option<&str> {
        match self.get(slot) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// Whether a slot holds true.
    #[must_use]
    pub fn flag(&self, slot: Slot) -> bool {
        matches!(self.get(slot), Some(Value::Flag(true)))
    }

    /// Whether there are no facts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The facts in the order of [`Slot::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Slot, &Value)> {
        self.0.iter().map(|(slot, value)| (*slot, value))
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (slot, value) in &self.0 {
            map.serialize_entry(slot.name(), value)?;
        }
        map.end()
    }
}

impl<'de> serde::Deserialize<'de> for Facts {
    /// Unknown names and values of the wrong type are errors, so that a misspelt fact is not lost in silence.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error as _;

        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Raw {
            Flag(bool),
            Number(f64),
            Text(String),
        }
        let raw = std::collections::BTreeMap::<String, Raw>::deserialize(deserializer)?;
        let mut facts = Self::new();
        for (name, raw) in raw {
            let slot =
                Slot::named(&name).ok_or_else(|| D::Error::custom(format!("unknown fact `{name}`")))?;
            let value = match (slot.slot_type(), raw) {
                (SlotType::Flag, Raw::Flag(flag)) => Value::Flag(flag),
                (SlotType::Number, Raw::Number(number)) => Value::Number(number),
                (SlotType::Text | SlotType::Iso, Raw::Text(text)) => Value::Text(text.into()),
                (slot_type, _) => {
                    return Err(D::Error::custom(format!("fact `{name}` must be a {slot_type:?}")));
                }
            };
            facts.set(slot, value);
        }
        Ok(facts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_round_trip_through_json_in_the_order_of_the_table() {
        let facts = Facts::new()
            .with(Slot::When, "2027")
            .with(Slot::Value, 2.5)
            .with(Slot::Unit, "percent")
            .with(Slot::Age, true);
        let json = serde_json::to_string(&facts).unwrap();
        assert_eq!(json, r#"{"value":2.5,"unit":"percent","age":true,"when":"2027"}"#);
        assert_eq!(serde_json::from_str::<Facts>(&json).unwrap(), facts);
    }

    #[test]
    fn whole_numbers_are_written_without_a_point() {
        assert_eq!(
            serde_json::to_string(&Facts::new().with(Slot::Value, 1.3e9)).unwrap(),
            r#"{"value":1300000000}"#
        );
    }

    #[test]
    fn a_misspelt_fact_is_an_error() {
        assert!(
            serde_json::from_str::<Facts>(r#"{"valeu": 1}"#).unwrap_err().to_string().contains("`valeu`")
        );
        assert!(serde_json::from_str::<Facts>(r#"{"value": "1"}"#).is_err());
    }
}
