//! Finds the passage of a transcript that is nearest to a quotation, word by word.

use crate::transcript::Transcript;

/// Words that stand in more places than this tell too little about where a passage may be.
const COMMON: usize = 400;
/// So many passages are compared word by word.
const PASSAGES: usize = 8;
/// What a word costs that is put in or left out, against one that both have. More than the longest quotation has words.
const EDIT: i32 = 1000;
/// Longer quotations are compared by their first words.
const LONGEST: usize = 400;

/// A passage of a transcript, with what differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    /// The first word, and the one behind the last.
    pub(crate) words: (usize, usize),
    /// Words of the quotation or the transcript that have no counterpart.
    pub(crate) edits: usize,
    /// The differences: what is quoted, and what the transcript has for it; either may be empty.
    pub(crate) differences: Vec<(String, String)>,
}

/// The passage of the transcript nearest to the quotation, if any shares a telling word with it.
pub(crate) fn nearest(transcript: &Transcript, quoted: &[String]) -> Option<Passage> {
    let quoted = &quoted[..quoted.len().min(LONGEST)];
    let mut best: Option<Passage> = None;
    for start in starts(transcript, quoted) {
        let passage = compared(transcript, quoted, start);
        if best.as_ref().is_none_or(|best| passage.edits < best.edits) {
            best = Some(passage);
        }
    }
    best
}

/// Where the passage may start: the places that most words of the quotation point to.
fn starts(transcript: &Transcript, quoted: &[String]) -> Vec<usize> {
    let mut votes: Vec<i64> = Vec::new();
    for (offset, word) in quoted.iter().enumerate() {
        let Some(places) = transcript.places.get(word) else { continue };
        if places.len() <= COMMON {
            votes.extend(places.iter().map(|&place| i64::from(place) - offset as i64));
        }
    }
    if votes.is_empty() {
        // Nothing but common words: try where the first of them stands, at most so often.
        let first = quoted.first().and_then(|word| transcript.places.get(word));
        votes.extend(first.into_iter().flatten().take(COMMON * 10).map(|&place| i64::from(place)));
    }
    votes.sort_unstable();
    // Words left out or put in move what stands behind them: votes near each other are for one place.
    let mut counted: Vec<(usize, i64)> = Vec::new();
    for vote in votes {
        match counted.last_mut() {
            Some((count, start)) if vote - *start <= 4 => *count += 1,
            _ => counted.push((1, vote)),
        }
    }
    counted.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    counted.iter().take(PASSAGES).map(|&(_, start)| start.max(0) as usize).collect()
}

/// Compares the quotation with the words from about `start` on: the fewest words that have to be put in or left out, where the
/// passage may start and end anywhere.
fn compared(transcript: &Transcript, quoted: &[String], start: usize) -> Passage {
    let room = 5 + quoted.len() / 4;
    let from = start.saturating_sub(room).min(transcript.words.len());
    let to = (start + quoted.len() + room).min(transcript.words.len());
    let said = &transcript.words[from..to];
    let width = said.len() + 1;
    // costs[i][j]: of the first i quoted words against the words before j. Of passages with as many edits, the one with more
    // words in common is the better.
    let mut costs = vec![0_i32; (quoted.len() + 1) * width];
    for i in 1..=quoted.len() {
        costs[i * width] = i as i32 * EDIT;
        for j in 1..width {
            let left = costs[(i - 1) * width + j].min(costs[i * width + j - 1]) + EDIT;
            let both = costs[(i - 1) * width + j - 1] - 1;
            costs[i * width + j] = if quoted[i - 1] == said[j - 1].word { left.min(both) } else { left };
        }
    }
    let last = quoted.len() * width;
    let end = (0..width).min_by_key(|&j| costs[last + j]).unwrap_or(0);
    let (first, differences) = differences(quoted, said, &costs, end);
    let count = |words: &String| words.split(' ').filter(|word| !word.is_empty()).count();
    let edits = differences.iter().map(|(ours, theirs)| count(ours) + count(theirs)).sum();
    Passage { words: (from + first, from + end), edits, differences }
}

/// Goes back over the costs: where the passage starts, and the runs of words that differ.
fn differences(
    quoted: &[String],
    said: &[crate::transcript::Spoken],
    costs: &[i32],
    end: usize,
) -> (usize, Vec<(String, String)>) {
    let width = said.len() + 1;
    let (mut i, mut j) = (quoted.len(), end);
    let mut runs: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    let mut open = false;
    while i > 0 {
        let here = costs[i * width + j];
        if j > 0 && quoted[i - 1] == said[j - 1].word && here == costs[(i - 1) * width + j - 1] - 1 {
            (i, j) = (i - 1, j - 1);
            open = false;
            continue;
        }
        if !open {
            runs.push((Vec::new(), Vec::new()));
            open = true;
        }
        let Some((ours, theirs)) = runs.last_mut() else { break };
        if here == costs[(i - 1) * width + j] + EDIT {
            i -= 1;
            ours.push(&quoted[i]);
        } else if j > 0 {
            j -= 1;
            theirs.push(&said[j].word);
        } else {
            break;
        }
    }
    let join = |mut words: Vec<&str>| {
        words.reverse();
        words.join(" ")
    };
    (j, runs.into_iter().rev().map(|(ours, theirs)| (join(ours), join(theirs))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transcript::spoken;

    fn found(said: &str, quoted: &str) -> Option<Passage> {
        nearest(&Transcript::read("t", said), &spoken(quoted))
    }

    const SAID: &str =
        "Thank you all. A contract is not a blank cheque, and we will sign when the figures add up.";

    #[test]
    fn a_passage_is_found_verbatim() {
        let passage = found(SAID, "We will sign when the figures add up").unwrap();
        assert_eq!((passage.words, passage.edits), ((11, 19), 0));
        assert!(passage.differences.is_empty());
    }

    #[test]
    fn differences_are_shown() {
        let passage = found(SAID, "A contract is no blank cheque, and we will soon sign").unwrap();
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(passage.differences, [pair("no", "not a"), pair("soon", "")]);
        assert_eq!(passage.edits, 4);
    }

    #[test]
    fn other_words_are_far_or_nowhere() {
        assert_eq!(found(SAID, "Nothing matches"), None);
        assert!(found(SAID, "The figures of another year were never shown to anybody").unwrap().edits > 6);
        assert_eq!(found("", "Nothing"), None);
    }
}
