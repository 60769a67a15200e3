//! The office or word for somebody right before a name, and what only looks like one: sides, firms, what one does to another.

use super::{before_period, is_adherent, is_constable, is_hyphened};
use crate::lex::{Case, TokenKind, Words};
use crate::lexicon::{Classes, Lexicon};
use crate::recognize::name::shape::{is_capital, is_common, is_field, office_of};
use crate::tag::Pos;

/// The token of the title right before `name`, before a period that belongs to it.
pub(super) fn head_before(words: Words<'_>, name: usize, lexicon: &Lexicon) -> Option<usize> {
    let k = before_period(words, name)?;
    let k = before_bracket(words, k).unwrap_or(k);
    if is_constable(words, k) || is_hyphened(words, k, lexicon) || is_adherent(words, k, lexicon) {
        return Some(k);
    }
    let given = words.has(name, Classes::GIVEN_NAME) || is_initial(words, name);
    let title = lexicon.titles.get(words.word(k));
    // "chief of staff Jane Doe"
    if given && title.collective && words.is(k.wrapping_sub(1), "of") {
        return office_of_field(words, k, name, lexicon);
    }
    // "Superintendent of Police Mohita Rao"
    let of_office = || is_capital(words, k) && office_of(words, k, lexicon).is_some();
    if is_other(words, k, name, lexicon) && !of_office() {
        return None;
    }
    // "Resident Jane Doe" at the start of a sentence.
    let first = k == 0 || words.kind(k - 1) != Some(TokenKind::Word);
    let person = words.has(k, Classes::PERSON_NOUN) && (words.case(k) == Case::Lower || first);
    if title.office || title.dignity || title.honorific || person {
        return Some(k);
    }
    if !is_capital(words, k) {
        return office_of_field(words, k, name, lexicon).filter(|_| given);
    }
    // "Secretary of State Marco Rubio", "Chief of Staff Jane Doe", "Minister for Trade Jo Roe": capitals up to "of" and an office.
    let of = (k.saturating_sub(3)..=k).rev().find(|&at| !is_capital(words, at))?;
    let first = of + 1;
    let office = office_of(words, first, lexicon).filter(|&office| is_capital(words, office))?;
    // Not "Minister for Defence Procurement".
    let full = is_capital(words, name + 1) || words.is_any(name + 1, &[".", "-"]) && words.glued(name + 1);
    let named = || full && !is_common(words, name) && !is_field(words, name, lexicon);
    let fields = || (first..=k).all(|at| is_field(words, at, lexicon));
    (given || fields() && named()).then_some(office)
}

/// "Justice | (Retd) Jane Roe", "Commissioner of Police | (South East) Asha Rao": the token before the brackets that close at token `k`, in which
/// an office is narrowed down.
fn before_bracket(words: Words<'_>, k: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    if words.mark(k) != ')' {
        return None;
    }
    let open = (k.saturating_sub(LONGEST)..k).rev().find(|&at| words.mark(at) == '(')?;
    let inside =
        |at: usize| is_capital(words, at) || words.is_any(at, &["and", "&", "retd", "rtd", "retired"]);
    (open + 1 < k && (open + 1..k).all(inside)).then(|| open.checked_sub(1)).flatten()
}

/// "J. R. Doe": whether a letter with a period stands at `k`.
fn is_initial(words: Words<'_>, k: usize) -> bool {
    words.case(k) == Case::Upper && words.word(k).len() == 1 && words.mark(k + 1) == '.' && words.glued(k + 1)
}

/// Whether the word at token `k` is no office of the person named behind it, whatever it is elsewhere: a verb, a side, a firm, several people.
fn is_other(words: Words<'_>, k: usize, name: usize, lexicon: &Lexicon) -> bool {
    // "Rovers, who have won twice, host United"
    let verb = words.pos(k).is_verb() && words.case(k) == Case::Lower && !is_ing_field(words, k);
    if verb
        || is_member(words, k, name, lexicon)
        || ends_office_of_chief(words, k, name, lexicon)
        || is_hosted(words, k, name)
    {
        return true;
    }
    // "market leader Vale" is a firm, "10-man Rovers" a side.
    let leads = words.is(k, "leader") && k > 0 && lexicon.titles.fields.has(words.word(k - 1));
    let manned = words.is(k, "man") && k > 1 && words.mark(k - 1) == '-' && words.pos(k - 2) == Pos::Number;
    let title = lexicon.titles.get(words.word(k));
    // "a major Novak exhibition", but "director general Omar Hadi".
    let small = title.capital && words.case(k) == Case::Lower;
    let second = k > 0 && lexicon.titles.get(words.word(k - 1)).office;
    // "estate agents James Pendle", "rivals Leeds": a firm or side is named, not several people. "brothers Al and Bo Roe"
    let plural = words.pos(k) == Pos::PluralNoun;
    let people = words.has(k, Classes::PERSON_NOUN.or(Classes::TITLE));
    let several = plural && people && (words.is(name + 1, "and") || is_firm_of(words, name));
    // "rail operator Northline", "airport operators Skyways Ltd and Aerogate"
    let firm =
        title.body && (plural || !is_capital(words, name + 1)) && !words.has(name, Classes::GIVEN_NAME);
    leads || manned || title.collective || several || firm || small && !second
}

/// "the hon. Lady", "the hon. Member": whether token `name` behind "hon" names nobody, as members of a parliament speak of one another.
fn is_member(words: Words<'_>, k: usize, name: usize, lexicon: &Lexicon) -> bool {
    words.is(k, "hon")
        && (words.has(name, Classes::TITLE.or(Classes::PERSON_NOUN))
            || lexicon.titles.members.has(words.word(name)))
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

/// "head of marketing": whether token `k` is what an office is of, though it may be a verb.
pub(super) fn is_ing_field(words: Words<'_>, k: usize) -> bool {
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
    let office = of.checked_sub(1).filter(|&office| words.pos(office).is_noun())?;
    // "Jane Doe", "J. R. Doe", "Jean-Luc Doe", "Ann van Doe"
    let particle = |k: usize| lexicon.names.leading_particles.has(words.word(k));
    let tied = words.mark(name + 1) == '-' && words.glued(name + 1) || particle(name + 1);
    let full = is_capital(words, name + 1) || tied && is_capital(words, name + 2) || is_initial(words, name);
    (full && !words.is(k, "and") && lexicon.titles.get(words.word(office)).office).then_some(office)
}

/// "league leaders Chelsea", "rivals Leeds United": whether only one name stands behind a plural for people. No other follows, and nothing that
/// tells where the first one belongs.
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
    // "rivals Leeds at home", but "researchers Al Roe at Hale"
    let person = words.has(name, Classes::GIVEN_NAME) && end > name + 1;
    let told =
        words.is_any(end, &["and", "&", "of", "from", "(", "/", "or"]) || person && words.is(end, "at");
    !other && !told
}
