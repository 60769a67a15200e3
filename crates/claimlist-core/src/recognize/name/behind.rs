//! Appositions behind a name: `Jane Doe, a spokeswoman for the ministry`, `John Roe, chief executive of Acme`, `Lars Eide, who
//! leads the squadron`, `Jane Doe of Oxfam`.

use super::before::{is_head, possessive, role};
use super::shape::{is_capital, is_common, is_field};
use super::{Role, Sort};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

/// An apposition has at most so many tokens.
const LONGEST: usize = 18;

/// What is said of the person whose name ends before token `end`.
pub(super) fn apposition(words: Words<'_>, end: usize, sort: Sort, lexicon: &Lexicon) -> Option<Role> {
    if words.is_spaced_dash(end) && sort == Sort::Person {
        return between_dashes(words, end, lexicon);
    }
    // "Sir, Your article on buses (April 3)": whom a letter is written to.
    if end == 1 && words.is_any(0, &["sir", "madam", "sirs"]) {
        return None;
    }
    // "Jane Doe (Lab)", but "Renters (Reform) Bill"
    let full = end > 1 && is_capital(words, end - 2);
    if let Some(role) = bracketed_party(words, end, lexicon).filter(|_| full) {
        return Some(role);
    }
    if !words.is(end, ",") {
        // "Jane Doe of Oxfam", but "Friends of Parliament".
        return of_body(words, end, lexicon)
            .filter(|role| sort == Sort::Person || speaks_for(words, end, role));
    }
    // "Jane Doe, of the weather agency Aemet,", "Jane Doe, from the Coast Service, says"
    if words.is_any(end + 1, &["of", "from"])
        && let Some(role) = of_body(words, end + 1, lexicon)
        && (words.is(end + 1, "of") || sort == Sort::Person && words.is(role.end, ","))
    {
        return Some(role);
    }
    let mut start = end + 1;
    // "Jane Doe, 42, a nurse"
    if words.kind(start) == Some(TokenKind::Number) && words.is(start + 1, ",") {
        start += 2;
    }
    if words.is(start, "who") {
        return who(words, start, lexicon);
    }
    // "off the coast of Java, the coast guard said": who says it. Of "Jane Doe, a nurse in Leeds said" a comma is left out.
    let described = words.is_any(start, &["a", "an"]) && sort == Sort::Person;
    noun_phrase(words, start, words.len(), lexicon)
        .filter(|role| described || !words.pos(role.end).is_finite())
}

/// "Arvo Lill from the Coast Service says": somebody by two names that no list knows, who speaks for a body.
fn speaks_for(words: Words<'_>, end: usize, role: &Role) -> bool {
    let says = words.pos(role.end).is_finite() && words.has(role.end, Classes::SPEECH);
    says && words.is(end, "from") && end > 1 && is_capital(words, end - 1) && is_capital(words, end - 2)
}

/// `Jane Doe - the bank's chief economist -`
fn between_dashes(words: Words<'_>, dash: usize, lexicon: &Lexicon) -> Option<Role> {
    // What a single dash opens may go on to the end of the sentence.
    let close = (dash + 2..words.len().min(dash + LONGEST)).find(|&k| words.is_spaced_dash(k))?;
    noun_phrase(words, dash + 1, close, lexicon).filter(|role| role.end == close)
}

/// "Dr Jane Doe, a specialist at the clinic": a title that only honours, with what the apposition behind the name says besides.
pub(super) fn with_apposition(words: Words<'_>, role: Role, end: usize, lexicon: &Lexicon) -> Role {
    if let Some(party) = bracketed_party(words, end, lexicon).filter(|_| role.end <= end) {
        return Role { end: party.end, organisation: role.organisation.or(party.organisation), ..role };
    }
    if let Some(body) = body_behind(words, &role, end, lexicon) {
        return Role { end: body.end, organisation: body.organisation, ..role };
    }
    let Some((from, to)) = role.title.filter(|_| role.end <= end && words.is(end, ",")) else { return role };
    let dignity = |k: usize| words.is(k, ".") || lexicon.titles.get(words.word(k)).dignity;
    let honours = (from..to).all(dignity);
    // "Dr Jane Doe, president of the society"
    let title = words.has(end + 1, Classes::TITLE.or(Classes::PERSON_NOUN))
        || lexicon.titles.get(words.word(end + 1)).modifier;
    let office = title && !is_capital(words, end + 1);
    // "Dr Jane Doe, Acme's chief chemist"
    let owned = is_capital(words, end + 1) && (end + 2..end + 6).any(|k| possessive(words, k));
    let described = (office || owned || words.has(end + 1, Classes::DETERMINER))
        .then(|| noun_phrase(words, end + 1, words.len(), lexicon))
        .flatten();
    // "Sgt. Jane Doe, a spokeswoman for the police" tells the office, "Sgt. Jane Doe, a mother of two" does not.
    let office =
        |(first, last): (usize, usize)| (first..last).any(|k| lexicon.titles.get(words.word(k)).office);
    let serves = described.as_ref().and_then(|more| more.title).is_some_and(office)
        && (from..to).all(|k| dignity(k) || lexicon.titles.ranks.has(words.word(k)));
    match described.filter(|_| honours || serves) {
        Some(more) => Role {
            start: role.start,
            end: more.end,
            title: more.title.or(role.title),
            organisation: more.organisation.or(role.organisation),
        },
        None => role,
    }
}

/// "Prof. Jane Doe, of the University of Leeds,", "Chief Inspector John Roe of Kent Police": the body of somebody whose title tells
/// none.
fn body_behind(words: Words<'_>, role: &Role, end: usize, lexicon: &Lexicon) -> Option<Role> {
    let comma = usize::from(words.is(end, ","));
    let fits =
        role.organisation.is_none() && role.title.is_some() && role.end <= end && words.is(end + comma, "of");
    let body = of_body(words, end + comma, lexicon).filter(|_| fits)?;
    // "of the Coast and Geodetic Survey"
    let half = body.organisation.is_some_and(|(from, to)| from + 1 == to) && words.is(body.end, "and");
    (!half).then_some(body)
}

/// "Jane Doe (Lab, Harlow)", "Jane Doe (D-Ohio)": the party in the brackets that open at token `open`, with what is in them.
fn bracketed_party(words: Words<'_>, open: usize, lexicon: &Lexicon) -> Option<Role> {
    const LONGEST_INSIDE: usize = 10;
    let first = open + 1;
    if !words.is(open, "(") || !is_capital(words, first) || !lexicon.titles.parties.has(words.word(first)) {
        return None;
    }
    let close = (first..open + LONGEST_INSIDE).find(|&k| words.is(k, ")"))?;
    let end = (first..close).find(|&k| words.is_any(k, &[",", "-", "\u{2013}"])).unwrap_or(close);
    // "(D-Ohio)", but "(R)" may be a mark of another kind.
    let letter = words.word(first).len() == 1;
    let named = (first..end).all(|k| is_capital(words, k) || words.is_any(k, &["of", "the"]));
    let goes_on = is_capital(words, close + 1);
    (named && !goes_on && (!letter || end < close && end == first + 1)).then_some(Role {
        start: open,
        end: close + 1,
        title: None,
        organisation: Some((first, end)),
    })
}

/// "a spokeswoman for the ministry": its head is a word for a person by office or kind. It ends at token `last` at the latest.
fn noun_phrase(words: Words<'_>, start: usize, last: usize, lexicon: &Lexicon) -> Option<Role> {
    // "Jane Doe, once the head of the bank"
    let start = start
        + usize::from(words.is_any(start, &["once", "now", "then", "formerly", "currently", "previously"]));
    let mut end = phrase_end(words, start).min(last);
    while end > start && matches!(words.pos(end - 1), Pos::Preposition | Pos::Determiner | Pos::Coordinator) {
        end -= 1;
    }
    // "Acme, its old partner", "Doe, after he left", "Doe, her mother and her sister".
    let things = words.is_any(start, &["its", "their", "our"]);
    let opens =
        words.pos(start).in_noun_phrase() || words.has(start, Classes::TITLE.or(Classes::PERSON_NOUN));
    let list = words.is_any(start, &["his", "her"]) && (start..end).any(|k| words.pos(k) == Pos::Coordinator);
    // "for information, Hon. Jane Roe": the next name with its title.
    let next = words.is(start + 1, ".") && words.glued(start + 1) && words.has(start, Classes::TITLE);
    let next = next && is_capital(words, start + 2) || is_next_with_title(words, start, end, lexicon);
    if things || !opens || list || next {
        return None;
    }
    // "one of the founders of the site"
    let one_of = words.is_phrase(start, "one of");
    let from = past_owner(words, start, end).unwrap_or(start + 2 * usize::from(one_of));
    let head = (from..end)
        .take_while(|&k| !words.has(k, Classes::PREPOSITION) || words.has(k, Classes::TITLE))
        .filter(|&k| is_head(words, k, lexicon))
        .last()?;
    // Not the next name of a list: "Jane Doe, President John Roe and ...".
    let names = (start..end)
        .filter(|&k| words.has(k, Classes::GIVEN_NAME) && is_capital(words, k) && is_capital(words, k + 1))
        // "a Booker Prize-winner", "owner of Taylor Holdings"
        .any(|k| !words.is(k + 2, "-") && words.pos(k + 2) != Pos::Noun && !is_in_body(words, k));
    let plural = words.pos(head) == Pos::PluralNoun || words.word(head).ends_with("men");
    // "The Hawks, Doctor Fox": one word with a capital is the next of a list.
    // "Jane Doe, MP, left" tells her office.
    let letters = words.case(start) == Case::Upper && words.has(start, Classes::TITLE) && words.is(end, ",");
    let next_of_list = end == start + 1 && is_capital(words, start) && !letters;
    // "a popular tourist destination"
    let describes = matches!(words.pos(head + 1), Pos::Noun | Pos::PluralNoun) && head + 1 < end;
    if names || describes || plural && !one_of || next_of_list {
        return None;
    }
    Some(divided(words, start, head, end, lexicon))
}

/// "the Bank of England's | deputy governor": the token behind the body whose name holds an "of", if it is the owner of what follows.
fn past_owner(words: Words<'_>, start: usize, end: usize) -> Option<usize> {
    let name = |k: usize| is_capital(words, k) || words.is_any(k, &["the", "of"]);
    let mark = (start..end).find(|&k| !name(k))?;
    (mark > start && possessive(words, mark)).then_some(mark + 1)
}

/// "the base, Ibaka, Captain Jane Roe": whether tokens `start..end` are a title and a name, and so tell of somebody else.
fn is_next_with_title(words: Words<'_>, start: usize, end: usize, lexicon: &Lexicon) -> bool {
    let name = start + 1;
    words.has(start, Classes::TITLE)
        && name + 1 < end
        && (start..end).all(|k| is_capital(words, k))
        && !words.has(name, Classes::TITLE)
        && !is_common(words, name)
        && !is_field(words, name, lexicon)
}

/// The role of a noun phrase in the tokens `start..end`, with the title and the body that its head at token `head` parts.
pub(super) fn divided(words: Words<'_>, start: usize, head: usize, end: usize, lexicon: &Lexicon) -> Role {
    let first = start + usize::from(words.is_any(start, &["a", "an", "the"]));
    // "a journalist based in Cairo", "a driver living in Leeds": neither is a part of the office.
    let placed =
        (head + 1..end).find(|&k| words.is_any(k, &["based", "living", "born", "working", "serving"]));
    // "the guard killed in the raid", "a lawyer known for the case": what became of somebody is no part of the office either.
    let told = (head + 1..placed.unwrap_or(end)).find(|&k| words.pos(k) == Pos::VerbParticiple);
    // "an actor best known for it"
    let known = words.is_any(head + 1, &["best", "better", "well", "widely"])
        && words.is_any(head + 2, &["known", "remembered", "loved"]);
    if known || told.is_some_and(|told| told == head + 1 && first < told) {
        return Role { start, end, title: Some((first, head + 1)), organisation: None };
    }
    let (title_end, organisation) = match (affiliation(words, head, placed.unwrap_or(end), lexicon), placed) {
        // "a clerk working at the bank"
        // "a driver serving in the army"
        ((_, None), Some(placed))
            if words.is_any(placed + 1, &["at", "for", "with"]) || words.is_phrase(placed + 1, "in the") =>
        {
            (placed, affiliation(words, placed, end, lexicon).1)
        }
        (found, _) => found,
    };
    // "Libya's oil minister", "the bank's chief economist"; not "the girl's mother", "last year's winner"
    let owner = (first + 1..head).find(|&k| possessive(words, k));
    if let Some(mark) = owner.filter(|&mark| organisation.is_none() && is_owner(words, first, mark, lexicon))
    {
        return Role { start, end, title: Some((mark + 1, title_end)), organisation: Some((first, mark)) };
    }
    // "a Rutgers University economist"; not "a Catholic priest"
    let body = first < head && (is_in_body(words, first) || is_body(words, first, lexicon));
    if organisation.is_none() && owner.is_none() && body {
        return Role { start, end, ..role(words, first, title_end, first, title_end, lexicon) };
    }
    let title = (first < title_end).then_some((first, title_end));
    Role { start, end, title, organisation }
}

/// Where the title with its head at token `head` ends, and the organisation that the rest of the phrase names: "head of design | at the
/// | Museum", "a fellow | at the | Institute | in Leeds".
fn affiliation(
    words: Words<'_>,
    head: usize,
    end: usize,
    lexicon: &Lexicon,
) -> (usize, Option<(usize, usize)>) {
    // Not the "in" of "editor-in-chief".
    // Nor the "to" of "the cabinet to be sworn in".
    let joins = |k: usize| {
        words.is_any(k, &["of", "for", "at", "with", "from", "in", "to"])
            && !words.glued(k)
            && words.pos(k) != Pos::To
    };
    let end = (head + 1..end).find(|&k| words.pos(k) == Pos::To && words.is(k + 1, "be")).unwrap_or(end);
    // "a fellow at the Institute and a former minister": the second office is no part of the first one's body.
    let second = |k: &usize| {
        words.is(*k, "and") && words.is_any(*k + 1, &["a", "an", "former", "then", "ex"]) && *k > head + 1
    };
    let end = (head + 1..end).find(second).unwrap_or(end);
    // "a son of Jane Doe"
    if lexicon.titles.relatives.has(words.word(head)) {
        return (end, None);
    }
    // "Secretary of Defence", but "the general secretary of Unite"
    let minister = (head.saturating_sub(4)..=head).any(|k| {
        words.is(k, "minister") || is_capital(words, k) && lexicon.titles.departments.has(words.word(k))
    });
    let opens_field = |k: usize| {
        let of = words.is_any(k, &["of", "for"]);
        of && (opens_field(words, k, end) || minister && opens_portfolio(words, k))
    };
    let joint = (head + 1..end).find(|&k| joins(k) && !opens_field(k));
    let Some(at) = joint else { return (end, None) };
    let place = (at..end).rev().find(|&k| joins(k)).filter(|&k| is_where(words, k, lexicon));
    // "adviser to the governor | on health"
    let field = (at + 1..end).find(|&k| words.is(k, "on"));
    let narrowed = place.or(field).unwrap_or(end);
    if narrowed == at {
        return (if words.is(at, "in") { at } else { end }, None);
    }
    let last = (at + 1..narrowed).rev().find(|&k| joins(k) && !words.is(k, "of")).unwrap_or(at);
    let from = last + 1 + usize::from(words.is_any(last + 1, &["the", "a", "an"]));
    // "a mother of two" belongs to no body.
    let counted = from + 1 == narrowed && words.pos(from) == Pos::Number;
    let named = from < narrowed && !counted;
    (if named { last } else { narrowed }, named.then_some((from, narrowed)))
}

/// "head | of policy", "chief | of staff", "minister | for health": whether what an office is of stands behind the preposition at `k`, which
/// has no article. Behind "for" it may be somebody: "spokesman for police".
fn opens_field(words: Words<'_>, k: usize, end: usize) -> bool {
    let whom = words.is(k, "for");
    let field = |at: &usize| {
        words.case(*at) == Case::Lower
            && matches!(words.pos(*at), Pos::Noun | Pos::PluralNoun | Pos::Adjective | Pos::VerbIng)
            && !(whom && words.has(*at, Classes::PERSON_NOUN))
    };
    let past = (k + 1..end).find(|at| !field(at)).unwrap_or(end);
    past > k + 1 && !words.pos(past).is_noun()
}

/// "Minister | of Ports", but "Minister | of the Crown", "secretary | of Acme Ltd": whether what a minister's office is for stands behind the
/// preposition at `k`.
fn opens_portfolio(words: Words<'_>, k: usize) -> bool {
    const LANDS: Classes = Classes::PLACE.or(Classes::NATIONALITY).or(Classes::ORGANISATION);
    // "for the Environment"
    let first = k + 1 + usize::from(words.is_phrase(k, "for the"));
    let name = (first..first + 5).take_while(|&at| is_capital(words, at));
    is_capital(words, first) && !name.into_iter().any(|at| words.has(at, LANDS))
}

/// Whether the preposition at `k` says where somebody works or comes from, not for which body: "in Leeds", "from Dallas", "in a small
/// town".
fn is_where(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    if !words.is_any(k, &["in", "from"]) {
        return false;
    }
    let open =
        words.is_any(k + 1, &["a", "an"]) && !(k + 2..k + 6).any(|at| words.has(at, Classes::ORGANISATION));
    let place = words.is(k, "in") || words.has(k + 1, Classes::PLACE);
    open || place && is_capital(words, k + 1) && !is_body(words, k + 1, lexicon)
}

/// Whether tokens `first..mark` are a body or land to which somebody may belong.
fn is_owner(words: Words<'_>, first: usize, mark: usize, lexicon: &Lexicon) -> bool {
    // "Acme plc's"
    let last = mark - 1 - usize::from(mark > first + 1 && words.is_any(mark - 1, &["plc", "ltd", "inc"]));
    let place = words.has(last, Classes::PLACE);
    let named = is_capital(words, last)
        && (!words.has(last, Classes::GIVEN_NAME) || place)
        && !lexicon.titles.get(words.word(first)).honorific;
    let body = words.has(last, Classes::ORGANISATION) && words.is(first.wrapping_sub(1), "the");
    (named || body) && !words.is(last, "world")
}

/// "head of the Roe James Group": whether the capital at `k` stands before a word for bodies in one name with it.
fn is_in_body(words: Words<'_>, k: usize) -> bool {
    (k..k + 6).take_while(|&at| is_capital(words, at)).any(|at| words.has(at, Classes::ORGANISATION))
}

fn is_body(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    super::shape::at(words, k, lexicon).is_some_and(|name| name.sort == Sort::Body)
}

/// The end of a noun phrase with its prepositions: a comma, another mark, a verb or a relative pronoun.
fn phrase_end(words: Words<'_>, start: usize) -> usize {
    let last = words.len().min(start + LONGEST);
    (start..last)
        .find(|&k| {
            let mark = words.kind(k) == Some(TokenKind::Punct)
                && !matches!(words.mark(k), '-' | '\u{2019}' | '\'' | '\u{2010}')
                && !(words.is(k, ".") && words.glued(k) && k + 1 < words.len() && is_capital(words, k + 1));
            let verb = words.pos(k).is_finite() && k > start;
            mark || verb || words.is_any(k, &["who", "which", "whose", "that", "while", "but", "when"])
        })
        .unwrap_or(last)
}

/// "who leads the squadron"
fn who(words: Words<'_>, who: usize, lexicon: &Lexicon) -> Option<Role> {
    let verb =
        who + 1 + usize::from(words.is_any(who + 1, &["now", "also", "currently", "previously", "once"]));
    if !lexicon.titles.get(words.word(verb)).affiliates {
        return None;
    }
    let end = phrase_end(words, verb + 1);
    if end <= verb + 1 {
        return None;
    }
    // "who now serves as finance minister": an office and no body
    if words.is(verb + 1, "as") {
        return (end > verb + 2).then_some(Role {
            start: who,
            end,
            title: Some((verb + 2, end)),
            organisation: None,
        });
    }
    let from = verb + 1 + usize::from(words.is(verb + 1, "the"));
    let organisation = (from < end).then_some((from, end));
    Some(Role { start: who, end, title: Some((verb, end)), organisation })
}

/// "the weather agency | Aemet": the token behind nouns that say of which kind a body is; `from` if there are none.
fn past_kind(words: Words<'_>, from: usize) -> usize {
    let kind = |k: &usize| {
        matches!(words.pos(*k), Pos::Noun | Pos::Adjective) && !is_capital(words, *k)
            || words.has(*k, Classes::NATIONALITY)
    };
    let end = (from..from + 4).find(|k| !kind(k)).unwrap_or(from);
    if end > from && words.has(end - 1, Classes::ORGANISATION) && !is_capital(words, end - 1) {
        end
    } else {
        from
    }
}

/// "Jane Doe of Oxfam", "John Roe from the University of Leeds", "Ada Roe of the New Democrats".
fn of_body(words: Words<'_>, of: usize, lexicon: &Lexicon) -> Option<Role> {
    if !words.is_any(of, &["of", "from", "at"]) {
        return None;
    }
    let the = words.is(of + 1, "the");
    let from = past_kind(words, of + 1 + usize::from(the));
    let body = super::shape::at(words, from, lexicon)?;
    // A name that is not known to be a body's is one by its form where somebody is "of" it: of two words, or of "the".
    let land = (body.start..body.end).all(|k| words.has(k, Classes::PLACE.or(Classes::NATIONALITY)));
    let several = (body.start..body.end).filter(|&k| is_capital(words, k)).count() > 1;
    // "of the Social Welfare constituency", "of New People's Party"
    let open = words.pos(body.end).is_noun() || words.pos(body.end) == Pos::Possessive;
    let unknown = body.sort == Sort::Unknown && words.is(of, "of") && (the || several) && !land && !open;
    // Not "the United" of "the United States".
    let whole = body.start == from && body.start < body.end && !is_capital(words, body.end);
    (whole && (body.sort == Sort::Body || unknown)).then_some(Role {
        start: of,
        end: body.end,
        title: None,
        organisation: Some((body.start, body.end)),
    })
}
