//! Comparatives and superlatives of the adjectives that are compared by ending: `dry`, `drier`, `driest`.

use super::Classes;

/// Adds the comparative and the superlative of every adjective of the two lists of `cues.toml`.
pub(super) fn add_forms(compared: &str, irregular: &str, add: &mut dyn FnMut(&str, Classes)) {
    let comparative = Classes::COMPARATIVE;
    let superlative = Classes::SUPERLATIVE;
    for entry in compared.split_whitespace() {
        let stem = stem(entry);
        add(&format!("{stem}er"), comparative.or(Classes::ADJECTIVE));
        // "latest" is a word for "newest", not for a rank.
        if stem != "lat" {
            add(&format!("{stem}est"), superlative.or(Classes::ADJECTIVE));
        }
    }
    for line in irregular.lines() {
        let mut forms = line.split_whitespace();
        for class in [comparative, superlative] {
            let forms = forms.next().unwrap_or_default().split('|').filter(|form| *form != "-");
            forms.for_each(|form| add(form, class));
        }
    }
}

/// An adjective as -er and -est find it.
fn stem(entry: &str) -> String {
    let base = entry.trim_end_matches('+');
    let last = base.chars().next_back().unwrap_or_default();
    if entry.ends_with('+') {
        format!("{base}{last}")
    } else if let Some(stem) = base.strip_suffix('e') {
        stem.to_owned()
    } else if base.ends_with('y') && !base.ends_with("ey") {
        format!("{}i", &base[..base.len() - 1])
    } else {
        base.strip_suffix("ey").map_or_else(|| base.to_owned(), |stem| format!("{stem}i"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn forms_are_spelt_as_they_should_be() {
        for (form, class) in [
            ("biggest", Classes::SUPERLATIVE),
            ("driest", Classes::SUPERLATIVE),
            ("largest", Classes::SUPERLATIVE),
            ("priciest", Classes::SUPERLATIVE),
            ("strongest", Classes::SUPERLATIVE),
            ("worst", Classes::SUPERLATIVE),
            ("hotter", Classes::COMPARATIVE),
            ("fewer", Classes::COMPARATIVE),
        ] {
            assert!(Lexicon::english().classes(form).intersects(class), "{form}");
        }
        for form in ["latest", "request", "-", "bigest"] {
            assert!(!Lexicon::english().classes(form).intersects(Classes::SUPERLATIVE), "{form}");
        }
    }
}
