//! What the blocks of a plain text are, where it tells: without marks of its own, only what is likely enough is named.

use std::collections::HashSet;

use claimlist_core::{Block, BlockKind};

use super::layout::has_break;
use super::line::{self, Marker};

/// Characters of the longest title.
const TITLE: usize = 160;

/// Characters and words of the longest heading: longer lines without a closing mark are standfirsts, captions and the like.
const HEADING: (usize, usize) = (60, 9);

/// Characters of the longest label of a speaker.
const SPEAKER: usize = 40;

/// What captions begin with, before a colon.
const CAPTIONS: [&str; 8] =
    ["caption", "photo", "photograph", "picture", "image", "graphic", "chart", "illustration"];

/// Gives the blocks their kinds, but for those that have one.
pub(super) fn tell(text: &str, blocks: &mut [Block]) {
    let words = |block: &Block| block.span.of(text);
    let markers: Vec<_> = blocks.iter().map(|block| line::marker(words(block))).collect();
    let transcript = is_transcript(blocks.iter().filter_map(|block| speaker(words(block))), blocks.len());
    let titled = blocks.iter().any(|block| block.kind == BlockKind::Title);
    for index in 0..blocks.len() {
        if blocks[index].kind != BlockKind::Paragraph {
            continue;
        }
        let block = words(&blocks[index]);
        let before = index.checked_sub(1).and_then(|index| markers[index]);
        let after = markers.get(index + 1).copied().flatten();
        let next = blocks.get(index + 1).map(words);
        blocks[index].kind = if transcript && speaker(block).is_some() {
            BlockKind::Turn
        } else if markers[index].is_some_and(|marker| is_item(before, marker, after)) {
            BlockKind::ListItem
        } else if is_caption(block) {
            BlockKind::Caption
        } else if index == 0 && !titled && next.is_some() && is_title(block) {
            BlockKind::Title
        } else if !has_break(text, blocks[index].span) && next.is_some_and(is_prose) && is_heading(block) {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        };
    }
}

/// A short text without a closing mark; a question may be a title.
fn is_title(block: &str) -> bool {
    within(block, TITLE)
        && (!line::is_closed(block) || block.ends_with(['?', '!']))
        && !block.ends_with([',', ';', ':'])
        && is_name_like(block)
}

fn is_heading(block: &str) -> bool {
    let (characters, words) = HEADING;
    within(block, characters)
        && block.split_whitespace().count() <= words
        && (!line::is_closed(block) || block.ends_with('?'))
        && !block.ends_with([',', ';', ':', '-', '–', '—', '"', '”'])
        // `[Applause]`, `(Laughter)`.
        && !(block.starts_with(['[', '(']) && block.ends_with([']', ')']))
        && is_name_like(block)
        && !is_byline(block)
}

fn is_name_like(block: &str) -> bool {
    block.trim_start_matches(['"', '\'', '“', '‘', '(', '[']).starts_with(|c: char| {
        c.is_alphabetic() && !c.is_lowercase() || c.is_numeric() || matches!(c, '£' | '$' | '€')
    })
}

/// `By Ada Roe`, `Reporting by Ada Roe`.
fn is_byline(block: &str) -> bool {
    let mut words = block.split_whitespace();
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    first.eq_ignore_ascii_case("by") || second == "by" && first.ends_with("ing")
}

fn is_prose(block: &str) -> bool {
    line::is_closed(block) || block.len() > 120
}

fn within(block: &str, characters: usize) -> bool {
    block.len() <= characters * 4 && block.chars().count() <= characters
}

/// `Photo: the old bridge`, `The old bridge at dawn Photo: Ada Roe`.
fn is_caption(block: &str) -> bool {
    const LONGEST: usize = 300;
    within(block, LONGEST)
        && block.match_indices(": ").any(|(at, _)| {
            let before = &block[..at];
            let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let start = before.len() - word.len();
            CAPTIONS.iter().any(|caption| caption.eq_ignore_ascii_case(word))
                && word.starts_with(char::is_uppercase)
                && (start == 0 || !line::is_closed(block) && before[..start].ends_with([' ', '\n']))
        })
}

/// Whether a marker makes an item of a list: bullets do, others only beside one of their like.
fn is_item(before: Option<Marker>, marker: Marker, after: Option<Marker>) -> bool {
    match marker {
        Marker::Bullet(_) => true,
        Marker::Number(number) => {
            before == number.checked_sub(1).map(Marker::Number)
                || after == number.checked_add(1).map(Marker::Number)
        }
        Marker::Dash(_) | Marker::Letter => before == Some(marker) || after == Some(marker),
    }
}

/// Who speaks in a line such as `ADA ROE: It is late.`
fn speaker(block: &str) -> Option<&str> {
    let at = block.char_indices().take(SPEAKER).find(|(_, c)| *c == ':')?.0;
    let (name, words) = (&block[..at], &block[at + 1..]);
    let named = name.split_whitespace().count() <= 5
        && name.split_whitespace().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || c == '(')
                || matches!(word, "of" | "the" | "de" | "van" | "von" | "al" | "el")
        })
        && name.starts_with(char::is_uppercase)
        && !name.contains(['.', '"', '“', '!', '?'])
        || is_titled(name);
    let word = name.rsplit(' ').next().unwrap_or_default();
    let caption = CAPTIONS.iter().any(|caption| caption.eq_ignore_ascii_case(word));
    (named && !caption && words.starts_with([' ', '\t', '\n'])).then_some(name)
}

/// `MR. ROE`, `Dr. Roe`.
fn is_titled(name: &str) -> bool {
    name.split_once(". ").is_some_and(|(title, rest)| {
        (2..=4).contains(&title.len())
            && title.starts_with(char::is_uppercase)
            && rest.starts_with(char::is_uppercase)
            && rest.split_whitespace().count() <= 3
            && !rest.contains(['"', '“', '!', '?'])
    })
}

/// Whether labels are those of speakers: three at least, in a third of the blocks, and speakers speak more than once.
fn is_transcript<'t>(labels: impl Iterator<Item = &'t str>, blocks: usize) -> bool {
    let mut names = HashSet::new();
    let mut turns = 0;
    for label in labels {
        turns += 1;
        names.insert(label);
    }
    turns >= 3 && turns * 3 >= blocks && names.len() < turns
}
