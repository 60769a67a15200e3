//! Titles before a name: `former US President Barack Obama`, `Acme chief executive Jane Doe`, `the ministry's spokesman,
//! Joe Bloggs`.
//!
//! The chain of titles is read from the name to the left: an office or rank comes first, then what may stand before one.

mod apposition;
mod chain;
mod head;
mod role;

pub(super) use apposition::{apposition, with_apposition};
use chain::chain_start;
use head::head_before;
pub(super) use role::role;

use super::shape::is_capital;
use super::{Role, Sort};
use crate::lex::{TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};

/// A chain of titles has at most so many tokens.
const LONGEST: usize = 14;

/// The title that ends right before token `name`; none if there is only a form of address.
pub(super) fn title(words: Words<'_>, name: usize, lexicon: &Lexicon) -> Option<Role> {
    let head = head_before(words, name, lexicon)?;
    // "Dean Arkwright" in "said that Dean Arkwright": a first name that is an office too.
    let given = |k: usize| words.has(k, Classes::GIVEN_NAME);
    let bare = head == 0 || !is_capital(words, head - 1) && !words.is_any(head - 1, &["the", "a", "former"]);
    let called = || words.is_any(head.wrapping_sub(1), &["named", "called"]);
    if given(head)
        && is_capital(words, head)
        && bare
        && (!given(name) || called())
        && !is_capital(words, name + 1)
    {
        return None;
    }
    let start = chain_start(words, head, lexicon);
    let offices = (start..name).any(|k| {
        let title = lexicon.titles.get(words.word(k));
        title.office
            || title.dignity
            || words.has(k, Classes::PERSON_NOUN)
            || is_constable(words, k)
            || is_hyphened(words, k, lexicon)
            || is_adherent(words, k, lexicon)
    });
    offices.then(|| role(words, start, name, start, name, lexicon))
}

/// "PC Jane Doe", "Det Con Jane Doe": ranks of the police that are other words without a first name behind them.
pub(super) fn is_constable(words: Words<'_>, k: usize) -> bool {
    let rank = match words.word(k) {
        "PC" | "WPC" | "PCSO" => true,
        "Con" => words.is_any(k.wrapping_sub(1), &["det", "temp"]),
        _ => false,
    };
    rank && words.has(k + 1, Classes::GIVEN_NAME) && is_capital(words, k + 2)
}

/// "fly-half", "club-mate": whether token `k` ends an office that a hyphen makes.
fn is_hyphened(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    k > 1 && words.mark(k - 1) == '-' && words.glued(k) && {
        // "Governor-elect"
        let chosen = words.is_any(k, &["elect", "designate"]) && lexicon.titles.get(words.word(k - 2)).office;
        let whole = words.span(k - 2, k + 1).of(words.text);
        words.glued(k - 1) && (chosen || lexicon.titles.hyphened.has(whole))
    }
}

/// "Republican Jane Doe": a member of a party by that word, with a first name and a surname behind it.
pub(super) fn is_adherent(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    words.has(k + 1, Classes::GIVEN_NAME)
        && is_capital(words, k)
        && is_capital(words, k + 1)
        && is_capital(words, k + 2)
        && lexicon.titles.adherents.has(words.word(k))
}

/// Whether a form of address ("Mr") stands right before token `name`, and where.
pub(super) fn honorific(words: Words<'_>, name: usize, lexicon: &Lexicon) -> Option<usize> {
    let k = before_period(words, name)?;
    lexicon.titles.get(words.word(k)).honorific.then_some(k)
}

/// `Labour's Jane Doe`, `Norway's Lars Eide`: the body, nation or place that a person is told to belong to.
pub(super) fn owner(words: Words<'_>, name: super::shape::Name, lexicon: &Lexicon) -> Option<Role> {
    let mark = name.start.checked_sub(1).filter(|&k| possessive(words, k))?;
    // "London's Victoria Station" and "the BBC's World Service" are no people.
    if name.sort != Sort::Person || lexicon.names.things.has(words.word(name.end - 1)) {
        return None;
    }
    // "the council's Jane Roe"
    let the = mark.checked_sub(2).filter(|&k| words.is(k, "the") && words.has(k + 1, Classes::ORGANISATION));
    if let Some(the) = the.filter(|&the| !is_capital(words, the + 1) && name.end > name.start + 1) {
        let organisation = Some((the + 1, mark));
        return Some(Role { start: the, end: name.end, title: None, organisation });
    }
    let first = (mark.saturating_sub(LONGEST)..mark)
        .rev()
        .take_while(|&k| is_capital(words, k) || words.is_any(k, &["of", "and"]))
        .filter(|&k| is_capital(words, k) && !words.has(k, Classes::DETERMINER))
        .last()?;
    let body = super::shape::at(words, first, lexicon)
        .is_some_and(|owner| owner.sort == Sort::Body && owner.end == mark);
    let land = (first..mark).all(|k| words.has(k, Classes::PLACE.or(Classes::NATIONALITY)));
    (body || land).then_some(Role {
        start: first,
        end: name.end,
        title: None,
        organisation: Some((first, mark)),
    })
}

/// Whether token `k` is a word for one person by office or kind.
pub(super) fn is_head(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    let title = lexicon.titles.get(words.word(k));
    // "peer-to-peer networks"
    let paired = words.mark(k + 1) == '-' && words.is_any(k + 2, &["to", "on", "by"]);
    words.kind(k) == Some(TokenKind::Word) && (title.office || words.has(k, Classes::PERSON_NOUN)) && !paired
}

/// The token before `name`, past a period of a short form.
fn before_period(words: Words<'_>, name: usize) -> Option<usize> {
    let k = name.checked_sub(1)?;
    if words.is(k, ".") && words.glued(k) && k > 0 && words.has(k - 1, Classes::TITLE) {
        Some(k - 1)
    } else {
        Some(k)
    }
}

pub(super) fn possessive(words: Words<'_>, k: usize) -> bool {
    // "it's Senator Roe"
    if k > 0 && words.has(k - 1, Classes::PRONOUN) && !words.is(k - 1, "one") {
        return false;
    }
    words.is_any(k, &["'s", "\u{2019}s"])
        || words.is_any(k, &["'", "\u{2019}"]) && words.glued(k) && words.word(k - 1).ends_with('s')
}
