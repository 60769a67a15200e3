//! A transcript as words, with who speaks them: `MARWOOD: We will sign when the figures add up.`

use std::collections::HashMap;

use claimlist_plugin::words::words;

/// A transcript.
#[derive(Debug)]
pub(crate) struct Transcript {
    /// Its file's name, for the hints.
    pub(crate) name: String,
    pub(crate) words: Vec<Spoken>,
    /// Places of each word in `words`, in order.
    pub(crate) places: HashMap<String, Vec<u32>>,
    /// The speakers as they are written.
    pub(crate) speakers: Vec<String>,
}

/// A word of a transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spoken {
    /// In small letters.
    pub(crate) word: String,
    /// Line of the file, from 1.
    pub(crate) line: u32,
    /// Number of the speaker in [`Transcript::speakers`].
    pub(crate) speaker: Option<u32>,
}

impl Transcript {
    /// Reads a transcript.
    pub(crate) fn read(name: &str, text: &str) -> Self {
        let mut transcript =
            Self { name: name.to_owned(), words: Vec::new(), places: HashMap::new(), speakers: Vec::new() };
        let mut speaker = None;
        for (number, line) in text.lines().enumerate() {
            let line = line.trim_start_matches('\u{feff}');
            let said = match speaker_of(line) {
                Some((name, said)) => {
                    speaker = Some(transcript.speaker(name));
                    said
                }
                None => line,
            };
            for word in spoken(said) {
                let place = transcript.words.len() as u32;
                transcript.places.entry(word.clone()).or_default().push(place);
                transcript.words.push(Spoken { word, line: number as u32 + 1, speaker });
            }
        }
        transcript
    }

    fn speaker(&mut self, name: &str) -> u32 {
        let known = self.speakers.iter().position(|known| known == name);
        let number = known.unwrap_or_else(|| {
            self.speakers.push(name.to_owned());
            self.speakers.len() - 1
        });
        number as u32
    }
}

/// The words of a text in small letters with straight apostrophes, without marks.
pub(crate) fn spoken(text: &str) -> Vec<String> {
    words(text)
        .iter()
        .filter(|word| word.is_letters() || word.is_digits())
        .map(|word| word.text.to_lowercase().replace('\u{2019}', "'"))
        .collect()
}

/// The name at the start of a line and what is said behind it: `Helen Marwood: We will ..`, `[00:12] MR PELL: No.`
fn speaker_of(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let line = match (line.starts_with(['[', '(']), line.find([']', ')'])) {
        (true, Some(close)) if close < 20 => line[close + 1..].trim_start(),
        _ => line,
    };
    let (name, said) = line.split_once(':')?;
    let parts: Vec<&str> = name.split_whitespace().collect();
    let capitals = parts.iter().all(|part| part.starts_with(|c: char| c.is_uppercase() || c == '('));
    let plain =
        !name.contains(['.', '!', '?', '"', '\u{201c}']) || name.starts_with("Mr") || name.starts_with("Dr");
    ((1..=6).contains(&parts.len()) && capitals && plain).then_some((name.trim(), said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_name_their_speakers() {
        let transcript = Transcript::read(
            "t",
            "HELEN MARWOOD: We will sign.\nWhen it adds up: not before.\n[00:12] Mr. Pell: No.\nQ: Why?",
        );
        assert_eq!(transcript.speakers, ["HELEN MARWOOD", "Mr. Pell", "Q"]);
        let told = |word: &str| {
            let place = transcript.places[word][0] as usize;
            (transcript.words[place].line, transcript.words[place].speaker)
        };
        assert_eq!(told("sign"), (1, Some(0)));
        assert_eq!(told("before"), (2, Some(0)));
        assert_eq!(told("no"), (3, Some(1)));
        assert_eq!(told("why"), (4, Some(2)));
    }

    #[test]
    fn words_are_compared_without_marks_and_case() {
        assert_eq!(spoken("\u{201c}We can\u{2019}t \u{2014} 2.5%!\u{201d}"), ["we", "can't", "2.5"]);
    }
}
