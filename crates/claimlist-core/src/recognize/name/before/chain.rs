//! Where the chain of titles starts: offices, ranks, bodies, nations and fields before the word that ends it.

use super::{LONGEST, possessive};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::name::shape::{FUNCTION_WORDS, is_capital};
use crate::tag::Pos;

/// Where the chain of titles with its head at `head` starts.
pub(super) fn chain_start(words: Words<'_>, head: usize, lexicon: &Lexicon) -> usize {
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
                || both_offices(words, k, lexicon)
                || is_bare_office(words, lowest, k, lexicon))
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
        // "King of the Hill director"
        if k > lowest + 1 && start < head && is_capital(words, start) && names_of_the(words, k) {
            start = k - 2;
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

/// "King of the Hill": whether "of the" that ends at token `k` stands behind a name in capitals that begins no sentence by itself.
fn names_of_the(words: Words<'_>, k: usize) -> bool {
    words.is(k, "the") && words.is(k - 1, "of") && is_capital(words, k - 2)
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
    // "is defending Dr Jane Roe"
    if words.pos(k) == Pos::VerbIng && words.has(k.wrapping_sub(1), Classes::BE) && is_capital(words, k + 1) {
        return false;
    }
    if title.modifier || title.office || title.dignity || title.honorific {
        return !words.is(k, "under") && !words.is(k, "late") || words.case(k) == Case::Title;
    }
    if words.is_any(k, &["v", "vs"]) {
        return false; // "Roe v Crown Estates"
    }
    if words.has(k, FUNCTION_WORDS) && !words.has(k, Classes::NATIONALITY) {
        return false;
    }
    if is_capital(words, k) {
        // "On Tuesday President ..."
        return !words.has(k, Classes::WEEKDAY.or(Classes::MONTH));
    }
    // "sales director"; but "told reporters President"
    let plural = || {
        words.pos(k) == Pos::PluralNoun
            && words.pos(k + 1) == Pos::Noun
            && words.case(k + 1) == Case::Lower
            && !words.has(k, Classes::PERSON_NOUN)
    };
    (matches!(words.pos(k), Pos::Noun | Pos::Adjective) || plural())
        && !words.has(k, Classes::TIME_UNIT.or(Classes::TIME_WORD))
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
        // "the Bank of England's governor"
        if words.is(before, "of") && before > lowest && is_capital(words, start) && is_body_of(words, before)
        {
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

/// "the Bank | of England": whether a word for bodies with a capital stands before "of" at token `of`.
fn is_body_of(words: Words<'_>, of: usize) -> bool {
    is_capital(words, of - 1)
        && (words.has(of - 1, Classes::ORGANISATION)
            || Lexicon::english().names.bodies.has(words.word(of - 1)))
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

/// "Historian and broadcaster", "with Labour leader and MP": whether an office stands before "and" without an article, which is that of the
/// person named behind the next. "The mayor and" somebody are two.
fn is_bare_office(words: Words<'_>, lowest: usize, and: usize, lexicon: &Lexicon) -> bool {
    let last = and - 1;
    let title = lexicon.titles.get(words.word(last));
    let somebody = title.office && !title.collective || words.has(last, Classes::PERSON_NOUN);
    let relative = |k: usize| lexicon.titles.relatives.has(words.word(k));
    if !somebody
        || !matches!(words.pos(last), Pos::Noun | Pos::ProperNoun | Pos::Adjective)
        || title.honorific
        || relative(last) && relative(and + 1)
    {
        return false;
    }
    let part = |k: usize| words.mark(k) == '-' && words.glued(k) || may_stand_before(words, k, lexicon);
    let Some(start) = (lowest..=last).rev().take_while(|&k| part(k)).last() else { return false };
    let Some(before) = start.checked_sub(1) else { return true };
    let pos = words.pos(before);
    start > lowest
        && !words.has(before, Classes::DETERMINER)
        && !matches!(pos, Pos::Possessive | Pos::Number | Pos::Coordinator)
        && !words.is_any(before, &[",", "between"])
}

/// "former Rovers and England captain": whether two bodies of one office stand beside "and", which a word for a time of it opens.
fn both_former(words: Words<'_>, and: usize, lexicon: &Lexicon) -> bool {
    let tenure = |k: usize| lexicon.titles.tenures.has(words.word(k));
    let first = (and.saturating_sub(4)..and).rev().find(|&k| tenure(k) || !is_capital(words, k));
    is_capital(words, and + 1) && first.is_some_and(|k| k + 1 < and && tenure(k))
}
