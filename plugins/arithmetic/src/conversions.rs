//! Converted units in brackets: `10 miles (16 km)`, `40C (104F)`, and the rates of converted money, which have to agree within
//! one article.

use claimlist_plugin::Finding::{Agrees, Conflicts};

use crate::figures::{Figure, Hedge, Unit, show};
use crate::line::{Found, Line};

/// The units that are converted.
const UNITS: &[Measure] = &[
    Measure::new("miles", Kind::Length, &[1609.344]),
    Measure::new("kilometres", Kind::Length, &[1000.0]),
    Measure::new("metres", Kind::Length, &[1.0]),
    Measure::new("centimetres", Kind::Length, &[0.01]),
    Measure::new("millimetres", Kind::Length, &[0.001]),
    Measure::new("feet", Kind::Length, &[0.3048]),
    Measure::new("inches", Kind::Length, &[0.0254]),
    Measure::new("yards", Kind::Length, &[0.9144]),
    Measure::new("kilograms", Kind::Mass, &[1.0]),
    Measure::new("grams", Kind::Mass, &[0.001]),
    Measure::new("pounds", Kind::Mass, &[0.453_592_37]),
    Measure::new("stone", Kind::Mass, &[6.350_293]),
    Measure::new("ounces", Kind::Mass, &[0.028_349_5]),
    Measure::new("tonnes", Kind::Mass, &[1000.0]),
    Measure::new("tons", Kind::Mass, &[907.184_74, 1000.0, 1016.047]),
    Measure::new("acres", Kind::Area, &[4046.856]),
    Measure::new("hectares", Kind::Area, &[10_000.0]),
    Measure::new("square miles", Kind::Area, &[2_589_988.0]),
    Measure::new("square kilometres", Kind::Area, &[1_000_000.0]),
    Measure::new("square metres", Kind::Area, &[1.0]),
    Measure::new("square feet", Kind::Area, &[0.092_903]),
    Measure::new("litres", Kind::Volume, &[1.0]),
    Measure::new("gallons", Kind::Volume, &[3.785_41, 4.546_09]),
    Measure::new("pints", Kind::Volume, &[0.473_176, 0.568_261]),
    Measure::new("miles an hour", Kind::Speed, &[1.609_344]),
    Measure::new("kilometres an hour", Kind::Speed, &[1.0]),
    Measure::new("\u{b0}C", Kind::Celsius, &[1.0]),
    Measure::new("\u{b0}F", Kind::Fahrenheit, &[1.0]),
];

/// What texts write for the units above, the longest first.
const WRITTEN: &[(&[&str], &str)] = &[
    (&["square", "miles"], "square miles"),
    (&["square", "kilometres"], "square kilometres"),
    (&["square", "kilometers"], "square kilometres"),
    (&["sq", "miles"], "square miles"),
    (&["sq", "km"], "square kilometres"),
    (&["square", "metres"], "square metres"),
    (&["square", "meters"], "square metres"),
    (&["sq", "m"], "square metres"),
    (&["square", "feet"], "square feet"),
    (&["sq", "ft"], "square feet"),
    (&["miles", "per", "hour"], "miles an hour"),
    (&["miles", "an", "hour"], "miles an hour"),
    (&["kilometres", "per", "hour"], "kilometres an hour"),
    (&["kilometers", "per", "hour"], "kilometres an hour"),
    (&["km", "/", "h"], "kilometres an hour"),
    (&["mph"], "miles an hour"),
    (&["kph"], "kilometres an hour"),
    (&["kmh"], "kilometres an hour"),
    (&["\u{b0}", "C"], "\u{b0}C"),
    (&["\u{b0}", "F"], "\u{b0}F"),
    (&["degrees", "Celsius"], "\u{b0}C"),
    (&["degrees", "Fahrenheit"], "\u{b0}F"),
    (&["C"], "\u{b0}C"),
    (&["F"], "\u{b0}F"),
    (&["Celsius"], "\u{b0}C"),
    (&["Fahrenheit"], "\u{b0}F"),
    (&["mile"], "miles"),
    (&["miles"], "miles"),
    (&["km"], "kilometres"),
    (&["kilometre"], "kilometres"),
    (&["kilometres"], "kilometres"),
    (&["kilometer"], "kilometres"),
    (&["kilometers"], "kilometres"),
    (&["metre"], "metres"),
    (&["metres"], "metres"),
    (&["meter"], "metres"),
    (&["meters"], "metres"),
    (&["m"], "metres"),
    (&["cm"], "centimetres"),
    (&["centimetres"], "centimetres"),
    (&["centimeters"], "centimetres"),
    (&["mm"], "millimetres"),
    (&["millimetres"], "millimetres"),
    (&["feet"], "feet"),
    (&["foot"], "feet"),
    (&["ft"], "feet"),
    (&["inches"], "inches"),
    (&["inch"], "inches"),
    (&["in"], "inches"),
    (&["yards"], "yards"),
    (&["kg"], "kilograms"),
    (&["kilograms"], "kilograms"),
    (&["kilos"], "kilograms"),
    (&["g"], "grams"),
    (&["grams"], "grams"),
    (&["lb"], "pounds"),
    (&["lbs"], "pounds"),
    (&["stone"], "stone"),
    (&["oz"], "ounces"),
    (&["ounces"], "ounces"),
    (&["tonnes"], "tonnes"),
    (&["tonne"], "tonnes"),
    (&["tons"], "tons"),
    (&["acres"], "acres"),
    (&["acre"], "acres"),
    (&["hectares"], "hectares"),
    (&["ha"], "hectares"),
    (&["litres"], "litres"),
    (&["liters"], "litres"),
    (&["gallons"], "gallons"),
    (&["pints"], "pints"),
];

/// A unit of measurement.
#[derive(Debug)]
struct Measure {
    /// What several of it are called.
    name: &'static str,
    kind: Kind,
    /// How many of the base unit one of it is. Some words are two units: a gallon, a ton.
    sizes: &'static [f64],
}

impl Measure {
    const fn new(name: &'static str, kind: Kind, sizes: &'static [f64]) -> Self {
        Self { name, kind, sizes }
    }
}

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

/// The unit behind a figure, and the place behind it.
fn unit_behind(line: &Line<'_>, figure: &Figure<'_>) -> Option<(&'static Measure, usize)> {
    // "pounds" behind a figure are money to every other check.
    let (name, end) = if figure.unit == Unit::Money("pounds") {
        ("pounds", figure.end)
    } else if figure.unit == Unit::Plain {
        let (written, name) = WRITTEN.iter().find(|(written, _)| {
            written.iter().enumerate().all(|(at, word)| line.text(figure.end + at) == *word)
        })?;
        (*name, figure.end + written.len())
    } else {
        return None;
    };
    Some((UNITS.iter().find(|unit| unit.name == name)?, end))
}

fn measure(line: &Line<'_>, stated: &Figure<'_>, converted: &Figure<'_>) -> Option<Found> {
    let (unit, end) = unit_behind(line, stated)?;
    let (other, close) = unit_behind(line, converted)?;
    // "5 feet 10 inches (1.78 m)": the feet belong to it.
    let continued = line.figures.iter().any(|figure| {
        figure.first < stated.first && unit_behind(line, figure).is_some_and(|(_, end)| end == stated.first)
    });
    if continued {
        return None;
    }
    let bracket = end + 1 == converted.first || (end + 2 == converted.first && line.words[end].is_letters());
    if !bracket || line.text(close) != ")" {
        return None;
    }
    let (off, exact) = nearest(unit, other, stated, converted)?;
    let measured: Vec<&str> = line.words[stated.first..end].iter().map(|word| word.text).collect();
    let is = format!("{} makes {} {}", measured.join(" "), show(exact), other.name);
    let (finding, text) = if off <= converted.value.abs() * 0.005 {
        (Agrees, format!("{is}."))
    } else if off > converted.value.abs() * 0.05 {
        (Conflicts, format!("{is}, not {}.", show(converted.value)))
    } else {
        return None;
    };
    Some(Found { check: "conversion", text, finding, words: (stated.first, close) })
}

/// By how much more than rounding the converted figure is off, and what it should be, by those sizes of the units that fit best.
fn nearest(
    unit: &Measure,
    other: &Measure,
    stated: &Figure<'_>,
    converted: &Figure<'_>,
) -> Option<(f64, f64)> {
    let convert = |value: f64, size: f64, other_size: f64| match (unit.kind, other.kind) {
        (Kind::Celsius, Kind::Fahrenheit) => Some(value * 1.8 + 32.0),
        (Kind::Fahrenheit, Kind::Celsius) => Some((value - 32.0) / 1.8),
        (Kind::Celsius | Kind::Fahrenheit, _) => None,
        (kind, other) => (kind == other).then(|| value * size / other_size),
    };
    let mut best: Option<(f64, f64)> = None;
    for &size in unit.sizes {
        for &other_size in other.sizes {
            let exact = convert(stated.value, size, other_size)?;
            let low = convert(stated.value - stated.step / 2.0, size, other_size)?;
            let slack = (exact - low).abs() + converted.step / 2.0;
            let off = ((exact - converted.value).abs() - slack).max(0.0);
            if best.is_none_or(|(best, _)| off < best) {
                best = Some((off, exact));
            }
        }
    }
    best
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
