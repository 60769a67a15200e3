//! The known name that was most likely meant.

/// How alike two names have to be (Jaro-Winkler, 0 to 1) for one to be offered for the other.
const ALIKE: f64 = 0.82;

/// Words of other tools, and ours.
const SYNONYMS: &[(&str, &str)] = &[
    ("severity", "priority"),
    ("level", "priority"),
    ("message", "hint"),
    ("advice", "hint"),
    ("condition", "when"),
    ("conditions", "when"),
    ("unless", "except"),
    ("name", "id"),
    ("summary", "title"),
    ("examples", "match"),
    ("link", "references"),
    ("url", "sources"),
    ("source", "sources"),
    ("tag", "tags"),
    ("phrase", "phrases"),
    ("tokens", "phrases"),
    ("terms", "phrases"),
    ("regex", "pattern"),
    ("patterns", "pattern"),
    ("min", "at-least"),
    ("max", "at-most"),
    ("gt", "above"),
    ("lt", "below"),
    ("ge", "at-least"),
    ("le", "at-most"),
    ("or", "any"),
    ("and", "all"),
    ("scope", "in"),
    ("rules", "rule"),
    ("list", "lists"),
];

/// The name in `names` that `name` was most likely meant for, if there is one very like it.
pub(super) fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let lower = name.to_lowercase().replace(['_', ' '], "-");
    let mut best = None;
    for known in names {
        if known == lower || SYNONYMS.contains(&(&lower, known)) {
            return Some(known);
        }
        let likeness = strsim::jaro_winkler(&lower, known);
        if likeness >= ALIKE && best.is_none_or(|(other, _)| likeness > other) {
            best = Some((likeness, known));
        }
    }
    best.map(|(_, known)| known)
}

/// A remedy: the name that was meant, or all that are allowed; empty if there are none.
pub(in crate::rules) fn did_you_mean<'n>(
    name: &str,
    names: impl IntoIterator<Item = &'n str> + Clone,
) -> String {
    match nearest(name, names.clone()) {
        Some(known) => format!("did you mean `{known}`?"),
        None => {
            let names: Vec<_> = names.into_iter().collect();
            if names.is_empty() { String::new() } else { format!("allowed: {}", names.join(", ")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_is_found_and_what_is_not_is_not() {
        let names = ["id", "title", "priority", "hint", "when", "at-least"];
        for (name, meant) in [
            ("hnt", Some("hint")),
            ("Title", Some("title")),
            ("at_least", Some("at-least")),
            ("severity", Some("priority")),
            ("xyzzy", None),
        ] {
            assert_eq!(nearest(name, names), meant, "{name}");
        }
    }
}
