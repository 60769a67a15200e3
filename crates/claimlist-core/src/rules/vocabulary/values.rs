//! What facts can be: units, and the values of those that have few.

use crate::Slot;
use crate::lexicon::Lexicon;

/// Units that are neither money nor measures.
pub(crate) const UNITS: &[&str] = &["percent", "percentage-point", "ratio", "count", "year"];

/// Whether quantities can have this unit.
pub(crate) fn is_unit(lexicon: &Lexicon, unit: &str) -> bool {
    UNITS.contains(&unit)
        || lexicon.currencies.is_currency(unit)
        || lexicon.units.codes().any(|code| code == unit)
}

/// Whether one name in rules stands for several units: `money`, `length`.
pub(crate) fn names_units(lexicon: &Lexicon, name: &str) -> bool {
    name == "money" || lexicon.units.measuring(name).next().is_some()
}

/// The units that one name in rules stands for: `money` for any currency, `length` for what measures it; empty for a unit.
pub(crate) fn units_named<'l>(lexicon: &'l Lexicon, name: &str) -> Vec<&'l str> {
    if name == "money" { lexicon.currencies.codes() } else { lexicon.units.measuring(name).collect() }
}

/// Whether a template's gap of this name is filled by a fact or the claim itself.
pub(crate) fn is_slot(name: &str) -> bool {
    crate::rules::template::ALWAYS.contains(&name) || Slot::named(name).is_some()
}

/// The values that a fact can have, where they are a closed list.
pub(crate) fn values(slot: Slot) -> &'static [&'static str] {
    match slot {
        Slot::Modifier => &["at-least", "at-most", "more-than", "less-than", "about", "nearly", "exactly"],
        Slot::Change => &["up", "down"],
        Slot::Relation => &[
            "on", "by", "since", "until", "before", "after", "for", "ago", "ahead-of", "behind", "every",
            "ordinal",
        ],
        Slot::Weekday => &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        Slot::Stance => &[
            "says", "claims", "denies", "warns", "promises", "asks", "suggests", "agrees", "finds",
            "believes",
        ],
        Slot::Degree => &["superlative", "comparative", "first", "record", "rank"],
        Slot::Direction => &["cause", "effect", "purpose"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_a_fact_are_those_that_its_meaning_tells() {
        for &slot in Slot::ALL {
            for value in values(slot).iter().filter(|_| slot != Slot::Weekday) {
                assert!(slot.meaning().contains(&format!("`{value}`")), "{}: {value}", slot.name());
            }
        }
    }

    #[test]
    fn names_of_units_stand_for_units_and_are_none_themselves() {
        let lexicon = Lexicon::english();
        let money = units_named(lexicon, "money");
        for code in ["GBP", "USD", "XXX", "NOK", "XBT"] {
            assert!(money.contains(&code), "{code}");
        }
        assert!(money.is_sorted() && money.iter().all(|code| is_unit(lexicon, code)));
        assert!(units_named(lexicon, "length").contains(&"[mi_i]"));
        assert_eq!(units_named(lexicon, "percent"), Vec::<&str>::new());
        assert!(!is_unit(lexicon, "money") && !is_unit(lexicon, "length"));
    }
}
