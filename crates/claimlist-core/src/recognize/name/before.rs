//! Titles before a name: `former US President Barack Obama`, `Acme chief executive Jane Doe`, `the ministry's spokesman,
//! Joe Bloggs`.
//!
//! The chain of titles is read from the name to the left: an office or rank comes first, then what may stand before one.

use super::shape::is_capital;
use super::{Role, Sort};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::tag::Pos;

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
        let whole = words.span(k - 2, k + 1).of(words.text);
        words.glued(k - 1) && lexicon.titles.hyphened.has(whole)
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

/// `the ministry's spokesman, Joe Bloggs,`: a noun phrase for somebody, a comma, the name, and the end of it.
pub(super) fn apposition(words: Words<'_>, name: usize, end: usize, lexicon: &Lexicon) -> Option<Role> {
    let comma = name.checked_sub(1).filter(|&k| words.is(k, ","))?;
    // "its lawyer, Jane Doe of Roe and Co"
    let place = Classes::PLACE.or(Classes::NATIONALITY);
    let of_body = words.is(end, "of") && is_capital(words, end + 1) && !words.has(end + 1, place);
    let ends = end >= words.len() || matches!(words.mark(end), ',' | '.' | ';' | ')' | '(');
    // "Governor of Lorne, Al Reed told": at the start of a sentence the second comma may be left out.
    let opens =
        words.pos(end).is_finite() && words.pos(0).is_noun() && (0..comma).all(|k| in_phrase(words, k));
    if !ends && !of_body && !opens {
        return None;
    }
    let lowest = comma.saturating_sub(LONGEST);
    // The head: right before the comma, or before "of ..." or "for ..." that stands there.
    let head = (lowest..comma).rev().take_while(|&k| in_phrase(words, k)).find(|&k| {
        // Not "police" of "the head of the police, Jane Doe".
        is_head(words, k, lexicon)
            && (!lexicon.titles.get(words.word(k)).collective && words.pos(k) != Pos::PluralNoun
                || one_of(words, k, lexicon))
            && (k + 1 == comma
                || words.is_any(k + 1, &["of", "for", "at", "in"])
                || is_in_law(words, k, comma))
    })?;
    let mut start = chain_start(words, head, lexicon);
    // "its lawyer", but "reports | that Roe's envoy"
    let article = start.wrapping_sub(1);
    if words.has(article, Classes::DETERMINER) && !words.is(article, "that") {
        start -= 1;
    }
    if words.is_phrase(start.wrapping_sub(2), "one of") {
        start -= 2;
    }
    let known = start < head || words.has(start, Classes::DETERMINER) || opens && head + 1 < comma;
    known.then(|| role(words, start, comma, start, end, lexicon))
}

/// "her brother-in-law": whether the word at `k` and "in-law" are all that stands before token `end`.
fn is_in_law(words: Words<'_>, k: usize, end: usize) -> bool {
    k + 5 == end && words.is(k + 2, "in") && words.is(k + 4, "law")
}

/// "one of the survivors": whether the plural at token `head` is that of which somebody is one.
fn one_of(words: Words<'_>, head: usize, lexicon: &Lexicon) -> bool {
    let mut of = head;
    while of > 0 && head - of < 4 && words.pos(of - 1).in_noun_phrase() {
        of -= 1;
        if words.is_phrase(of.wrapping_sub(2), "one of") {
            // "One of the men, Al Roe" says nothing of him that could be wrong.
            return words.has(of, Classes::DETERMINER) && !lexicon.titles.indistinct.has(words.word(head));
        }
    }
    false
}

/// `her doctor, Dr Jane Doe`: of a title that only honours, the apposition before it says more.
pub(super) fn with_apposition(words: Words<'_>, role: Role, end: usize, lexicon: &Lexicon) -> Role {
    let Some((from, to)) = role.title.filter(|title| title.0 == role.start) else { return role };
    // So does one of a single word: "the committee's chairman, Cllr Jane Doe".
    let single = from + 1 == to || from + 2 == to && words.is(to - 1, ".");
    let honours = single || (from..to).all(|k| words.is(k, ".") || lexicon.titles.get(words.word(k)).dignity);
    let described = honours.then(|| apposition(words, from, end, lexicon)).flatten();
    // Not "Senator Baker, Speaker Roe".
    let owned = |role: &Role| (role.start..from).any(|k| possessive(words, k));
    let described =
        described.filter(|role| !single || words.has(role.start, Classes::DETERMINER) || owned(role));
    described.unwrap_or(role)
}

/// `Labour's Jane Doe`, `Norway's Lars Eide`: the body, nation or place that a person is told to belong to.
pub(super) fn owner(words: Words<'_>, name: super::shape::Name, lexicon: &Lexicon) -> Option<Role> {
    let mark = name.start.checked_sub(1).filter(|&k| possessive(words, k))?;
    // "London's Victoria Station" and "the BBC's World Service" are no people.
    if name.sort != Sort::Person || lexicon.names.things.has(words.word(name.end - 1)) {
        return None;
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

/// Whether token `k` may stand in the noun phrase of an apposition.
fn in_phrase(words: Words<'_>, k: usize) -> bool {
    words.pos(k).in_noun_phrase()
        || words.is_any(k, &["of", "for", "at", "in", "and", "-"])
        || is_ing_field(words, k)
        || words.has(k, Classes::TITLE.or(Classes::PERSON_NOUN))
}

/// Whether token `k` is a word for one person by office or kind.
pub(super) fn is_head(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    let title = lexicon.titles.get(words.word(k));
    // "peer-to-peer networks"
    let paired = words.mark(k + 1) == '-' && words.is_any(k + 2, &["to", "on", "by"]);
    words.kind(k) == Some(TokenKind::Word) && (title.office || words.has(k, Classes::PERSON_NOUN)) && !paired
}

/// The token of the title right before `name`, before a period that belongs to it.
fn head_before(words: Words<'_>, name: usize, lexicon: &Lexicon) -> Option<usize> {
    let k = before_period(words, name)?;
    if is_constable(words, k) || is_hyphened(words, k, lexicon) || is_adherent(words, k, lexicon) {
        return Some(k);
    }
    if words.pos(k).is_verb() && words.case(k) == Case::Lower && !is_ing_field(words, k) {
        return None; // "Rovers, who have won twice, host United"
    }
    if is_member(words, k, name) {
        return None;
    }
    if ends_office_of_chief(words, k, name, lexicon) {
        return None;
    }
    // "market leader Vale" is a firm.
    if words.is(k, "leader") && k > 0 && lexicon.titles.fields.has(words.word(k - 1)) {
        return None;
    }
    // "10-man Rovers" is a side.
    if words.is(k, "man") && k > 1 && words.mark(k - 1) == '-' && words.pos(k - 2) == Pos::Number {
        return None;
    }
    let title = lexicon.titles.get(words.word(k));
    // "a major Novak exhibition", but "director general Omar Hadi".
    let small = title.capital && words.case(k) == Case::Lower;
    let second = k > 0 && lexicon.titles.get(words.word(k - 1)).office;
    if is_hosted(words, k, name) {
        return None;
    }
    // "estate agents James Pendle": a firm is named, not several people.
    if words.pos(k) == Pos::PluralNoun && is_firm_of(words, name) {
        return None;
    }
    // "brothers Al and Bo Roe"
    let several = words.pos(k) == Pos::PluralNoun && (words.is(name + 1, "and") || is_side(words, k, name));
    if title.collective || several || small && !second {
        return None;
    }
    // "rail operator Northline", "airport operators Skyways Ltd and Aerogate"
    let firm = words.pos(k) == Pos::PluralNoun || !is_capital(words, name + 1);
    if title.body && firm && !words.has(name, Classes::GIVEN_NAME) {
        return None;
    }
    // "Resident Jane Doe" at the start of a sentence.
    let first = k == 0 || words.kind(k - 1) != Some(TokenKind::Word);
    let person = words.has(k, Classes::PERSON_NOUN) && (words.case(k) == Case::Lower || first);
    if title.office || title.dignity || title.honorific || person {
        return Some(k);
    }
    if !words.has(name, Classes::GIVEN_NAME) {
        return None;
    }
    if !is_capital(words, k) {
        return office_of_field(words, k, name, lexicon);
    }
    // "Secretary of State Marco Rubio", "Chief of Staff Jane Doe", "Minister for Trade Jo Roe": capitals up to "of" and an office.
    let of = (k.saturating_sub(3)..=k).rev().find(|&at| !is_capital(words, at))?;
    let of = if words.is(of, "the") { of.checked_sub(1)? } else { of };
    let office = of.checked_sub(1).filter(|_| words.is_any(of, &["of", "for"]))?;
    (lexicon.titles.get(words.word(office)).office && is_capital(words, office)).then_some(office)
}

/// "the hon. Lady", "the hon. Member": whether token `name` behind "hon" names nobody, as members of a parliament speak of one another.
fn is_member(words: Words<'_>, k: usize, name: usize) -> bool {
    words.is(k, "hon")
        && (words.has(name, Classes::TITLE.or(Classes::PERSON_NOUN))
            || words.is_any(name, &["lady", "gentleman", "friend", "member"]))
}

/// "the Lord Chief Justice": whether the word behind "chief" at token `k` is no name but the end of the office. Behind a noun, as in "Fire
/// Chief Dean", it is a surname where it may be one.
fn ends_office_of_chief(words: Words<'_>, k: usize, name: usize, lexicon: &Lexicon) -> bool {
    let word = words.word(name);
    let field = k > 0 && words.pos(k - 1).is_noun() && !words.has(k - 1, Classes::TITLE);
    words.is(k, "chief")
        && lexicon.titles.get(word).office
        && !is_capital(words, name + 1)
        && !(field && lexicon.titles.surnames.has(word))
}

/// "The Reds host Vale": whether "host" at token `k` is what a side does to another, with no verb behind the name.
fn is_hosted(words: Words<'_>, k: usize, name: usize) -> bool {
    let side = k > 0 && words.case(k - 1) == Case::Title && words.pos(k - 1).is_noun();
    let end = (name..name + 4).find(|&at| !is_capital(words, at)).unwrap_or(name);
    words.is(k, "host")
        && side
        && !words.has(name, Classes::GIVEN_NAME)
        && words.case(k) == Case::Lower
        && !words.pos(end).is_finite()
        && !words.is(end, ",")
}

/// "league leaders Chelsea", "rivals Leeds United": whether a plural stands before one name alone, which is that of a side or firm then.
fn is_side(words: Words<'_>, head: usize, name: usize) -> bool {
    let end = (name..name + 4).find(|&k| !is_capital(words, k)).unwrap_or(name);
    let person = words.has(name, Classes::GIVEN_NAME) && end > name + 1;
    !person
        && words.word(head).ends_with('s')
        && !matches!(words.mark(end), ',' | '&' | '-' | ';' | '(')
        && !words.is_any(end, &["and", "of", "from"])
}

/// "head of marketing": whether token `k` is what an office is of, though it may be a verb.
fn is_ing_field(words: Words<'_>, k: usize) -> bool {
    words.pos(k) == Pos::VerbIng && words.is_any(k.wrapping_sub(1), &["of", "and"])
}

/// "minister of sport John Roe", "head of sales and marketing Jane Doe": the office, whose field ends at token `k`. A field has no
/// article, and so has nothing that is not said of everybody in the office: "the death of singer John Roe".
fn office_of_field(words: Words<'_>, k: usize, name: usize, lexicon: &Lexicon) -> Option<usize> {
    let part = |k: &usize| {
        matches!(words.pos(*k), Pos::Noun | Pos::PluralNoun | Pos::Adjective | Pos::VerbIng)
            && words.case(*k) == Case::Lower
            || words.is(*k, "and")
    };
    let of = (k.saturating_sub(4)..=k).rev().find(|k| !part(k)).filter(|&of| of < k && words.is(of, "of"))?;
    let office = of.checked_sub(1).filter(|&office| words.pos(office) == Pos::Noun)?;
    let full = is_capital(words, name + 1) && !words.is(k, "and");
    (full && lexicon.titles.get(words.word(office)).office).then_some(office)
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

/// Where the chain of titles with its head at `head` starts.
fn chain_start(words: Words<'_>, head: usize, lexicon: &Lexicon) -> usize {
    let lowest = head.saturating_sub(LONGEST);
    let mut start = head;
    while start > lowest {
        let k = start - 1;
        if matches!(words.mark(k), '-' | '\u{2010}' | '\u{2011}')
            && words.glued(k)
            && words.glued(start)
            && k > lowest
            && !words.pos(start).is_verb()
        {
            start = k - 1;
            continue;
        }
        // "four-times finalist", "2-time champion"
        let times = words.is_any(k, &["time", "times"]) && k > lowest + 1 && words.mark(k - 1) == '-';
        if times && words.pos(k - 2) == Pos::Number {
            start = k - 2;
            continue;
        }
        if possessive(words, k) && k > lowest {
            return possessor_start(words, k, lowest);
        }
        if words.is(k, "and")
            && k > lowest
            && (both_fields(words, k, lexicon)
                || both_former(words, k, lexicon)
                || both_offices(words, k, lexicon))
        {
            start = k - 1;
            continue;
        }
        // "Culture, Media and Sport Secretary"
        if words.is(k, ",") && k > lowest && words.is(start + 1, "and") && both_fields(words, k, lexicon) {
            start = k - 1;
            continue;
        }
        // "Lt. Col.", "Acme Corp. Chief Executive"
        if words.is(k, ".") && words.glued(k) && k > lowest && is_short_form(words, k - 1) {
            start = k - 1;
            continue;
        }
        if k > lowest + 3 && is_short_name(words, k, head) {
            start = k - 2;
            continue;
        }
        if k > lowest && joins_office(words, k, lexicon) {
            start = k - 1;
            continue;
        }
        if !may_stand_before(words, k, lexicon) {
            break;
        }
        start = k;
    }
    start
}

/// "Trades Union Council (TUC) president": whether a bracket with the short name of the body before it closes at token `k`, of one person's
/// office at token `head`.
fn is_short_name(words: Words<'_>, k: usize, head: usize) -> bool {
    words.mark(k) == ')'
        && words.mark(k - 2) == '('
        && words.case(k - 1) == Case::Upper
        && is_capital(words, k - 3)
        && words.pos(head) != Pos::PluralNoun
        && !words.word(head).ends_with('s')
}

/// "Secretary of State", "Commission for Racial Equality chairman": whether "of" or "for" at token `k` joins an office or a body with what
/// is behind it.
fn joins_office(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    let joins = words.is_any(k, &["of", "for"]) && is_capital(words, k - 1);
    let office = |k: usize| words.is(k + 1, "of") && lexicon.titles.get(words.word(k)).office;
    let body = |k: usize| {
        is_capital(words, k + 2)
            && (words.has(k, Classes::ORGANISATION) || lexicon.names.bodies.has(words.word(k)))
    };
    joins && (office(k - 1) || body(k - 1))
}

/// Whether only one name stands behind a plural for people: no other follows, and nothing that tells where the first one belongs.
fn is_firm_of(words: Words<'_>, name: usize) -> bool {
    // "Lee Cheuk-yan", "P. J."
    let inside = |k: usize| {
        is_capital(words, k)
            || words.glued(k) && (words.is_any(k, &["-", "."]) || words.is(k.wrapping_sub(1), "-"))
    };
    let end = (name..name + 8).find(|&k| !inside(k)).unwrap_or(name);
    let next = usize::from(words.is(end, ","));
    // "officers Jo Roe, 34, and Al Doe": "and" with another name, past what a comma sets off.
    let joined = |k: usize| words.is(k, "and") && is_capital(words, k + 1);
    let other = next == 1 && (is_capital(words, end + 1) || (end + 2..end + 12).any(joined));
    !other && !words.is_any(end, &["and", "&", "of", "from", "at", "(", "/", "or"])
}

/// "Lt", and "Corp" or "Inc" with a capital: a title, or the word that ends the name of a firm, before its period.
fn is_short_form(words: Words<'_>, k: usize) -> bool {
    words.has(k, Classes::TITLE) || words.is_any(k, &["corp", "inc", "co", "ltd"]) && is_capital(words, k)
}

/// Whether token `k` may stand before an office: part of its name, a body, a nation, or a noun.
fn may_stand_before(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    if words.kind(k) != Some(TokenKind::Word) {
        return false;
    }
    let title = lexicon.titles.get(words.word(k));
    if title.modifier || title.office || title.dignity || title.honorific {
        return !words.is(k, "under") && !words.is(k, "late") || words.case(k) == Case::Title;
    }
    if words.is_any(k, &["v", "vs"]) {
        return false; // "Roe v Crown Estates"
    }
    let closed = Classes::DETERMINER
        .or(Classes::PRONOUN)
        .or(Classes::PREPOSITION)
        .or(Classes::SUBORDINATOR)
        .or(Classes::COORDINATOR)
        .or(Classes::AUXILIARY)
        .or(Classes::MODAL)
        .or(Classes::NUMBER)
        .or(Classes::ADVERB);
    if words.has(k, closed) && !words.has(k, Classes::NATIONALITY) {
        return false;
    }
    if is_capital(words, k) {
        // "On Tuesday President ..."
        return !words.has(k, Classes::WEEKDAY.or(Classes::MONTH));
    }
    matches!(words.pos(k), Pos::Noun | Pos::Adjective)
        && !words.has(k, Classes::TIME_UNIT.or(Classes::TIME_WORD))
}

pub(super) fn possessive(words: Words<'_>, k: usize) -> bool {
    // "it's Senator Roe"
    if k > 0 && words.has(k - 1, Classes::PRONOUN) && !words.is(k - 1, "one") {
        return false;
    }
    words.is_any(k, &["'s", "\u{2019}s"])
        || words.is_any(k, &["'", "\u{2019}"]) && words.glued(k) && words.word(k - 1).ends_with('s')
}

/// Where the noun phrase before the possessive `k` starts: "the company's", "Saudi Arabia's".
fn possessor_start(words: Words<'_>, k: usize, lowest: usize) -> usize {
    let mut start = k;
    while start > lowest {
        let before = start - 1;
        if words.has(before, Classes::DETERMINER) {
            // "reports | that Roe's envoy"
            return before + usize::from(words.is(before, "that"));
        }
        // "the Herald-Mail's editor"
        if words.mark(before) == '-' && words.glued(before) && words.glued(start) && before > lowest {
            start = before - 1;
            continue;
        }
        let part = is_capital(words, before)
            || matches!(words.pos(before), Pos::Noun | Pos::PluralNoun | Pos::Adjective);
        if !part || words.has(before, Classes::PREPOSITION.or(Classes::SUBORDINATOR).or(Classes::COORDINATOR))
        {
            break;
        }
        start = before;
    }
    start
}

/// "Business and Trade Secretary": both words beside "and" are fields of an office.
fn both_fields(words: Words<'_>, and: usize, lexicon: &Lexicon) -> bool {
    let field =
        |k: usize| lexicon.titles.get(words.word(k)).modifier || lexicon.titles.portfolios.has(words.word(k));
    field(and - 1) && field(and + 1)
}

/// "Co-founder and chief executive", "chairman and managing director": two offices that one person holds, as owners and chairs do.
fn both_offices(words: Words<'_>, and: usize, lexicon: &Lexicon) -> bool {
    let first = lexicon.titles.shared.has(words.word(and - 1));
    let second = lexicon.titles.get(words.word(and + 1));
    first && (second.office || second.modifier) && !is_capital(words, and + 1)
}

/// "former Rovers and England captain": whether two bodies of one office stand beside "and", which a word for a time of it opens.
fn both_former(words: Words<'_>, and: usize, lexicon: &Lexicon) -> bool {
    let tenure = |k: usize| lexicon.titles.tenures.has(words.word(k));
    let first = (and.saturating_sub(4)..and).rev().find(|&k| tenure(k) || !is_capital(words, k));
    is_capital(words, and + 1) && first.is_some_and(|k| k + 1 < and && tenure(k))
}

/// A role whose title is tokens `from..to`, with its organisation taken out of it.
pub(super) fn role(
    words: Words<'_>,
    from: usize,
    to: usize,
    start: usize,
    end: usize,
    lexicon: &Lexicon,
) -> Role {
    let mut organisation = None;
    let mut title = from;
    // "Labour leader Sir Ken Roe": the form of address is no part of the office.
    let period = to - usize::from(to > from + 1 && words.is(to - 1, "."));
    let addressed = period > from + 1 && words.is_any(period - 1, &["sir", "dame", "dr", "mr", "mrs", "ms"]);
    let to = if addressed { period - 1 } else { to };
    if let Some(k) = (from..to).find(|&k| possessive(words, k)) {
        let first = from + usize::from(words.has(from, Classes::DETERMINER) && is_capital(words, from + 1));
        if k > first && k + 1 < to {
            organisation = Some((first, k));
            title = k + 1;
        }
    } else {
        // "US President", "Civil Defense Authority director": capitals that are no part of an office.
        let office = |k: usize| {
            let title = lexicon.titles.get(words.word(k));
            title.office || title.dignity || title.honorific
        };
        let first_office = (from..to).find(|&k| office(k)).unwrap_or(to);
        let body = (from..first_office)
            .take_while(|&k| is_capital(words, k) || words.is_any(k, &["of", "for"]))
            // "TV presenter Jane Doe"
            .filter(|&k| {
                !lexicon.names.acronyms.has(words.word(k))
                    || words.has(k, Classes::NATIONALITY.or(Classes::PLACE))
            })
            // "State Senator Jane Doe"
            .filter(|&k| !(words.has(k, Classes::DETERMINER) || k == from && words.is(k, "state")))
            .filter(|&k| {
                words.has(k, Classes::ORGANISATION.or(Classes::NATIONALITY).or(Classes::PLACE))
                    || lexicon.names.bodies.has(words.word(k))
                    || !lexicon.titles.get(words.word(k)).modifier
            })
            .last();
        let body = body.map(|last| common_body(words, from, last, first_office, lexicon));
        let hyphen = |k: usize| matches!(words.mark(k), '-' | '\u{2010}' | '\u{2011}');
        // Of "Rovers and Norway defender" neither is the organisation alone.
        let one = |last: &usize| last + 1 < to && !hyphen(last + 1) && !words.is(last + 1, "and");
        if let Some(last) = body.filter(one) {
            let first = (from..last).find(|&k| !is_former(words, k, lexicon)).unwrap_or(last);
            // "Trades Union Council (TUC)"
            let end = last + 1 + if words.mark(last + 1) == '(' && last + 4 < to { 3 } else { 0 };
            organisation = Some((first, end));
            title = end + usize::from(words.is(end, ".") && end + 1 < to);
        }
    }
    // "a sister", "his predecessor"
    let title = title + usize::from(title + 1 < to && words.has(title, Classes::DETERMINER));
    let title = (title < to).then_some((title, to));
    Role { start, end, title, organisation }
}

/// The last token of a body that starts a sentence without an article: "Coast guard" in "Coast guard spokesman", of which only the
/// first word has a capital.
fn common_body(words: Words<'_>, from: usize, last: usize, office: usize, lexicon: &Lexicon) -> usize {
    let opens = from == last && words.kind(from.wrapping_sub(1)) != Some(TokenKind::Word);
    let common = |k: &usize| words.pos(*k) == Pos::Noun && !lexicon.titles.get(words.word(*k)).modifier;
    if !opens || words.has(from, Classes::NATIONALITY.or(Classes::PLACE)) {
        return last;
    }
    (last + 1..office).take_while(common).last().unwrap_or(last)
}

fn is_former(words: Words<'_>, k: usize, lexicon: &Lexicon) -> bool {
    words.is(k, "-") || lexicon.titles.tenures.has(words.word(k))
}
