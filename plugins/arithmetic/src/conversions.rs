//! Converted units in brackets: `10 miles (16 km)`, `40C (104F)`, and the rates of converted money, which have to agree within
//! one article.

use claimlist_plugin::Finding::{Agrees, Conflicts};

use crate::figures::{Figure, Hedge, Unit, show};
use crate::line::{Found, Line};

/// What a unit measures, and how many of the base unit it is. Some words are two units: a gallon, a ton.
const UNITS: &[(&str, Kind, &[f64])] = &[
    ("mile", Kind::Length, &[1609.344]),
    ("kilometre", Kind::Length, &[1000.0]),
    ("metre", Kind::Length, &[1.0]),
    ("centimetre", Kind::Length, &[0.01]),
    ("millimetre", Kind::Length, &[0.001]),
    ("foot", Kind::Length, &[0.3048]),
    ("inch", Kind::Length, &[0.0254]),
    ("yard", Kind::Length, &[0.9144]),
    ("kilogram", Kind::Mass, &[1.0]),
    ("gram", Kind::Mass, &[0.001]),
    ("pound", Kind::Mass, &[0.453_592_37]),
    ("stone", Kind::Mass, &[6.350_293]),
    ("ounce", Kind::Mass, &[0.028_349_5]),
    ("tonne", Kind::Mass, &[1000.0]),
    ("ton", Kind::Mass, &[907.184_74, 1000.0, 1016.047]),
    ("acre", Kind::Area, &[4046.856]),
    ("hectare", Kind::Area, &[10_000.0]),
    ("square mile", Kind::Area, &[2_589_988.0]),
    ("square kilometre", Kind::Area, &[1_000_000.0]),
    ("square metre", Kind::Area, &[1.0]),
    ("square foot", Kind::Area, &[0.092_903]),
    ("litre", Kind::Volume, &[1.0]),
    ("gallon", Kind::Volume, &[3.785_41, 4.546_09]),
    ("pint", Kind::Volume, &[0.473_176, 0.568_261]),
    ("mile an hour", Kind::Speed, &[1.609_344]),
    ("kilometre an hour", Kind::Speed, &[1.0]),
    ("celsius", Kind::Celsius, &[1.0]),
    ("fahrenheit", Kind::Fahrenheit, &[1.0]),
];

/// What texts write for the units above, the longest first.
const WRITTEN: &[(&[&str], &str)] = &[
    (&["square", "miles"], "square mile"),
    (&["square", "kilometres"], "square kilometre"),
    (&["square", "kilometers"], "square kilometre"),
    (&["sq", "miles"], "square mile"),
    (&["sq", "km"], "square kilometre"),
    (&["square", "metres"], "square metre"),
    (&["square", "meters"], "square metre"),
    (&["sq", "m"], "square metre"),
    (&["square", "feet"], "square foot"),
    (&["sq", "ft"], "square foot"),
    (&["miles", "per", "hour"], "mile an hour"),
    (&["miles", "an", "hour"], "mile an hour"),
    (&["kilometres", "per", "hour"], "kilometre an hour"),
    (&["kilometers", "per", "hour"], "kilometre an hour"),
    (&["km", "/", "h"], "kilometre an hour"),
    (&["mph"], "mile an hour"),
    (&["kph"], "kilometre an hour"),
    (&["kmh"], "kilometre an hour"),
    (&["\u{b0}", "C"], "celsius"),
    (&["\u{b0}", "F"], "fahrenheit"),
    (&["degrees", "Celsius"], "celsius"),
    (&["degrees", "Fahrenheit"], "fahrenheit"),
    (&["C"], "celsius"),
    (&["F"], "fahrenheit"),
    (&["Celsius"], "celsius"),
    (&["Fahrenheit"], "fahrenheit"),
    (&["mile"], "mile"),
    (&["miles"], "mile"),
    (&["km"], "kilometre"),
    (&["kilometre"], "kilometre"),
    (&["kilometres"], "kilometre"),
    (&["kilometer"], "kilometre"),
    (&["kilometers"], "kilometre"),
    (&["metre"], "metre"),
    (&["metres"], "metre"),
    (&["meter"], "metre"),
    (&["meters"], "metre"),
    (&["m"], "metre"),
    (&["cm"], "centimetre"),
    (&["centimetres"], "centimetre"),
    (&["centimeters"], "centimetre"),
    (&["mm"], "millimetre"),
    (&["millimetres"], "millimetre"),
    (&["feet"], "foot"),
    (&["foot"], "foot"),
    (&["ft"], "foot"),
    (&["inches"], "inch"),
    (&["inch"], "inch"),
    (&["in"], "inch"),
    (&["yards"], "yard"),
    (&["kg"], "kilogram"),
    (&["kilograms"], "kilogram"),
    (&["kilos"], "kilogram"),
    (&["g"], "gram"),
    (&["grams"], "gram"),
    (&["lb"], "pound"),
    (&["lbs"], "pound"),
    (&["stone"], "stone"),
    (&["oz"], "ounce"),
    (&["ounces"], "ounce"),
    (&["tonnes"], "tonne"),
    (&["tonne"], "tonne"),
    (&["tons"], "ton"),
    (&["acres"], "acre"),
    (&["acre"], "acre"),
    (&["hectares"], "hectare"),
    (&["ha"], "hectare"),
    (&["litres"], "litre"),
    (&["liters"], "litre"),
    (&["gallons"], "gallon"),
    (&["pints"], "pint"),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Length,
    Mass,
    Area,
    Volume,
    Speed,
    Celsius,
    Fahrenheit,
}

/// A rate at which an article converts money.
#[derive(Clone, Debug)]
pub(crate) struct Rate {
    from: String,
    to: String,
    low: f64,
    high: f64,
    shown: String,
}

/// Checks the conversions of a sentence; the rates of money are kept in `rates` for the sentences that follow.
pub(crate) fn check(line: &Line<'_>, rates: &mut Vec<Rate>, into: &mut Vec<Found>) {
    for pair in line.figures.windows(2) {
        let [stated, converted] = pair else { continue };
        if line.text(converted.first.wrapping_sub(1)) == "(" && stated.hedge == Hedge::None {
            into.extend(measure(line, stated, converted).or_else(|| money(line, stated, converted, rates)));
        }
    }
}

/// The unit behind a figure: its name, what it is, and the place behind it.
fn unit_behind(line: &Line<'_>, figure: &Figure<'_>) -> Option<(&'static str, Kind, &'static [f64], usize)> {
    // "pounds" behind a figure are money to every other check.
    let (name, end) = if figure.unit == Unit::Money("pounds") {
        ("pound", figure.end)
    } else if figure.unit == Unit::Plain {
        let (written, name) = WRITTEN.iter().find(|(written, _)| {
            written.iter().enumerate().all(|(at, word)| line.text(figure.end + at) == *word)
        })?;
        (*name, figure.end + written.len())
    } else {
        return None;
    };
    let &(name, kind, sizes) = UNITS.iter().find(|(unit, ..)| *unit == name)?;
    Some((name, kind, sizes, end))
}

fn measure(line: &Line<'_>, stated: &Figure<'_>, converted: &Figure<'_>) -> Option<Found> {
    let (_, kind, sizes, end) = unit_behind(line, stated)?;
    let (name, other, other_sizes, close) = unit_behind(line, converted)?;
    // "5 feet 10 inches (1.78 m)": the feet belong to it.
    let continued = line.figures.iter().any(|figure| {
        figure.first < stated.first && unit_behind(line, figure).is_some_and(|(.., end)| end == stated.first)
    });
    if continued {
        return None;
    }
    let bracket = end + 1 == converted.first || (end + 2 == converted.first && line.words[end].is_letters());
    if !bracket || line.text(close) != ")" {
        return None;
    }
    let convert = |value: f64, size: f64, other_size: f64| match (kind, other) {
        (Kind::Celsius, Kind::Fahrenheit) => Some(value * 1.8 + 32.0),
        (Kind::Fahrenheit, Kind::Celsius) => Some((value - 32.0) / 1.8),
        _ if kind == other && !matches!(kind, Kind::Celsius | Kind::Fahrenheit) => {
            Some(value * size / other_size)
        }
        _ => None,
    };
    let mut best: Option<(f64, f64)> = None;
    for &size in sizes {
        for &other_size in other_sizes {
            let exact = convert(stated.value, size, other_size)?;
            let low = convert(stated.value - stated.step / 2.0, size, other_size)?;
            let slack = (exact - low).abs() + converted.step / 2.0;
            let off = ((exact - converted.value).abs() - slack).max(0.0);
            if best.is_none_or(|(best, _)| off < best) {
                best = Some((off, exact));
            }
        }
    }
    let (off, exact) = best?;
    let words = (stated.first, close);
    let unit = if name == "foot" { "feet".to_owned() } else { format!("{name}s").replace("inchs", "inches") };
    let unit = match other {
        Kind::Celsius => "\u{b0}C".to_owned(),
        Kind::Fahrenheit => "\u{b0}F".to_owned(),
        _ => unit
            .replace(" an hours", "s an hour")
            .replace("square foots", "square feet")
            .replace("stones", "stone"),
    };
    let is = format!(
        "{} makes {} {unit}",
        line.words[stated.first..end_of(line, stated)]
            .iter()
            .map(|word| word.text)
            .collect::<Vec<_>>()
            .join(" "),
        show(exact)
    );
    if off <= converted.value.abs() * 0.005 {
        Some(Found { check: "conversion", text: format!("{is}."), finding: Agrees, words })
    } else if off > converted.value.abs() * 0.05 {
        Some(Found {
            check: "conversion",
            text: format!("{is}, not {}.", show(converted.value)),
            finding: Conflicts,
            words,
        })
    } else {
        None
    }
}

/// Behind a figure and its unit.
fn end_of(line: &Line<'_>, figure: &Figure<'_>) -> usize {
    unit_behind(line, figure).map_or(figure.end, |(.., end)| end)
}

/// `£10m ($13m)`: no rate is known here, but one article has one rate.
fn money(
    line: &Line<'_>,
    stated: &Figure<'_>,
    converted: &Figure<'_>,
    rates: &mut Vec<Rate>,
) -> Option<Found> {
    let (Unit::Money(from), Unit::Money(to)) = (stated.unit, converted.unit) else { return None };
    let adjacent = stated.end + 1 == converted.first && line.text(converted.end) == ")";
    if from == to || !adjacent || stated.value <= 0.0 || converted.value <= 0.0 || rates.len() > 1000 {
        return None;
    }
    let half = |figure: &Figure<'_>| figure.step / 2.0;
    let rate = Rate {
        from: from.to_owned(),
        to: to.to_owned(),
        low: (converted.value - half(converted)) / (stated.value + half(stated)),
        high: (converted.value + half(converted)) / (stated.value - half(stated)).max(stated.value * 0.01),
        shown: format!(
            "{} ({}), {} to one",
            Line::shown(stated),
            Line::shown(converted),
            (converted.value / stated.value * 1000.0).round() / 1000.0
        ),
    };
    let other = rates.iter().find(|other| other.from == rate.from && other.to == rate.to);
    let found =
        other.filter(|other| rate.low > other.high * 1.08 || rate.high < other.low * 0.92).map(|other| {
            Found {
                check: "exchange-rate",
                text: format!("Two rates in one article: {}, but {}.", rate.shown, other.shown),
                finding: Conflicts,
                words: (stated.first, converted.end),
            }
        });
    rates.push(rate);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<Found> {
        let mut into = Vec::new();
        let mut rates = Vec::new();
        for sentence in text.split_inclusive(". ") {
            check(&Line::read(sentence), &mut rates, &mut into);
        }
        into
    }

    #[test]
    fn conversions_are_recomputed() {
        for (text, finding, says) in [
            ("The town is 10 miles (16 km) away.", Agrees, "16.1 kilometres"),
            ("The town is 10 miles (20km) away.", Conflicts, "10 miles makes 16.1 kilometres, not 20"),
            ("It reached 40C (104F).", Agrees, "104 \u{b0}F"),
            ("It reached 40\u{b0}C (94\u{b0}F).", Conflicts, "104 \u{b0}F, not 94"),
            ("It weighs 100 kg (150 lb).", Conflicts, "220 pounds"),
            ("It weighs 220 pounds (100kg).", Agrees, "99.8 kilograms"),
            ("The farm has 200 acres (81 hectares).", Agrees, "80.9 hectares"),
            ("It is 20 feet (6.1 metres) long.", Agrees, "6.1 metres"),
            ("It does 60 mph (97 km/h).", Agrees, "96.6 kilometres an hour"),
            ("It holds 100 gallons (455 litres).", Agrees, "455 litres"),
        ] {
            let [found] = &all(text)[..] else { panic!("{text}: {:?}", all(text)) };
            assert_eq!(found.finding, finding, "{text}: {}", found.text);
            assert!(found.text.contains(says), "{text}: {}", found.text);
        }
    }

    #[test]
    fn one_article_has_one_rate() {
        assert!(all("It cost £10m ($13m). The next cost £5m ($6.5m). ").is_empty());
        let found = all("It cost £10m ($13m). The next cost £5m ($9m). ");
        assert!(found.len() == 1 && found[0].text.contains("1.8 to one, but"), "{found:?}");
    }

    #[test]
    fn brackets_that_convert_nothing() {
        for text in [
            "It is 10 miles (3 hours) away.",
            "He ran 10 km (his 16 miles were over).",
            "About 10 miles (20 km) on.",
            "He is 5 feet 10 inches (1.78 m) tall.",
        ] {
            assert!(all(text).is_empty(), "{text}: {:?}", all(text));
        }
    }
}
