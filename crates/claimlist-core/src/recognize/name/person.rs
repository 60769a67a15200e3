//! Forms of one name tied together: "Starmer" and "Mr Starmer" are "Keir Starmer" where the article names him so.

use rustc_hash::FxHashMap;

use super::{Found, Sort};
use crate::Span;

/// What the document calls people by one last name.
#[derive(Clone, Copy, Debug)]
struct Bearer {
    /// The fullest form.
    fullest: Span,
    /// Whether two people bear the name.
    shared: bool,
}

/// Sets `person` of every name of somebody, and makes persons of unknown names that are a person's last name.
pub(super) fn tie(text: &str, found: &mut [Found]) {
    let mut bearers: FxHashMap<&str, Bearer> = FxHashMap::default();
    for person in found.iter().filter(|found| found.sort == Sort::Person) {
        let name = person.name.of(text);
        let bearer = bearers.entry(last_name(name)).or_insert(Bearer { fullest: person.name, shared: false });
        let known = bearer.fullest.of(text);
        let (first, known_first) = (first_name(name), first_name(known));
        match (first, known_first) {
            (Some(a), Some(b)) if !same_first(a, b) => bearer.shared = true,
            _ if name.len() > known.len() => bearer.fullest = person.name,
            _ => {}
        }
    }
    for name in found.iter_mut().filter(|found| found.sort != Sort::Body) {
        let words = name.name.of(text);
        let one_word = behind_last_space(words) == 0;
        let bearer = bearers.get(last_name(words));
        if one_word && bearer.is_some() {
            name.sort = Sort::Person;
        }
        if name.sort == Sort::Person {
            let fullest = bearer.filter(|bearer| !bearer.shared).map(|bearer| bearer.fullest);
            // A last name that two people bear ties to neither.
            name.person = fullest.or((!one_word).then_some(name.name));
        }
    }
}

/// Where the last white space of a name ends; 0 if there is none.
fn behind_last_space(name: &str) -> usize {
    if name.is_ascii() {
        let space = name.bytes().rposition(|byte| matches!(byte, b' ' | b'\t'..=b'\r'));
        return space.map_or(0, |at| at + 1);
    }
    name.rfind(char::is_whitespace).map_or(0, |at| at + name[at..].chars().next().map_or(0, char::len_utf8))
}

/// The part by which a person is called: "Starmer", "al-Hadi", without "Jr.".
fn last_name(name: &str) -> &str {
    let name = name.trim_end_matches('.');
    let name = name.strip_suffix(" Jr").or_else(|| name.strip_suffix(" Sr")).unwrap_or(name);
    let name = name.trim_end_matches(',');
    &name[behind_last_space(name)..]
}

/// The first part, if there are two.
fn first_name(name: &str) -> Option<&str> {
    let mut parts = name.split_whitespace();
    let first = parts.next()?;
    parts.next().map(|_| first)
}

/// Whether two first names may be one person's: the same, or one is the other's initial.
fn same_first(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim_end_matches('.'), b.trim_end_matches('.'));
    let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    a == b || initial(a, b) || initial(b, a)
}
