//! What the program and a plugin's child process say to each other: frames of a length and a message.
//!
//! The messages are written by postcard. Both ends are the same program, so that the format needs no version; the
//! length is checked before memory is asked for.

use std::borrow::Cow;
use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

/// The longest frame, in bytes: an article of 4 GiB is refused here rather than sent.
const LONGEST: u32 = 1 << 30;

/// To the child.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Request<'a> {
    /// Load the library, the first request; answered by [`Reply::Ready`] or [`Reply::Refused`].
    Load {
        /// Where it is.
        path: &'a str,
        /// What its bytes have to hash to.
        sha256: [u8; 32],
        /// Address space that the child may use, in bytes.
        memory: u64,
    },
    /// Make an instance from this configuration, a JSON object; answered by [`Reply::Created`] or [`Reply::Refused`].
    Create(&'a str),
    /// Check the [`Article`] that follows as a message of its own; answered by [`Reply::Answer`].
    Check,
    /// Put the library to a trial; answered by [`Reply::Tried`].
    Try {
        /// Its number in [`super::trials::TRIALS`].
        trial: u32,
        /// The configuration to make instances from.
        config: &'a str,
    },
}

/// From the child.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Reply {
    /// The library is loaded.
    Ready(Info),
    /// It cannot be used, and why.
    Refused(String),
    /// The instance is made.
    Created,
    /// A message to the user, at level 0 (debug) to 2 (warning).
    Log(u32, String),
    /// What came of an article.
    Answer(Answer),
    /// What came of a trial.
    Tried(Verdict),
}

/// What a plugin says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Info {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Who made it.
    pub author: String,
    /// What it checks.
    pub description: String,
    /// The version of the plugin interface that it is made for.
    pub abi: (u16, u16),
    /// Whether a panic of it ends its whole process.
    pub panic_aborts: bool,
    /// Whether several instances of it may live at once.
    pub multi_instance: bool,
}

/// What came of a trial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It did well.
    Passed,
    /// It could not be put to this trial, and why.
    Skipped(String),
    /// It did not, and how.
    Failed(String),
}

/// An article with its claims, as it goes over the border.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Article<'a> {
    pub(super) path: &'a str,
    pub(super) title: &'a str,
    pub(super) text: &'a str,
    pub(super) language: &'a str,
    #[serde(borrow)]
    pub(super) date: Cow<'a, str>,
    /// Start, end and kind of block of each sentence.
    pub(super) sentences: Vec<(u32, u32, u32)>,
    #[serde(borrow)]
    pub(super) claims: Vec<ClaimData<'a>>,
}

/// A claim, as it goes over the border.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct ClaimData<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    pub(super) kind: &'a str,
    pub(super) text: &'a str,
    pub(super) speaker: &'a str,
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) sentence: u32,
    pub(super) line: u32,
    pub(super) worth_permille: u32,
    pub(super) quoted: bool,
    #[serde(borrow)]
    pub(super) facts: Vec<FactData<'a>>,
}

/// A fact, as it goes over the border.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct FactData<'a> {
    pub(super) key: &'a str,
    #[serde(borrow)]
    pub(super) text: Cow<'a, str>,
    pub(super) number: Option<f64>,
}

/// What came of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Answer {
    /// The code that `check` returned.
    pub(super) code: i32,
    /// What the plugin said of its failure.
    pub(super) failure: Option<String>,
    /// The hints that were taken.
    pub(super) hints: Vec<GivenHint>,
    /// How many hints were refused, and why the first one was.
    pub(super) refused: u32,
    pub(super) first_refusal: Option<String>,
}

/// A hint that was taken. The receiver checks it again: the child is the plugin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct GivenHint {
    /// Index of the claim; `u32::MAX` for the whole article.
    pub(super) claim: u32,
    pub(super) check: String,
    pub(super) text: String,
    pub(super) url: String,
    pub(super) priority: u32,
    pub(super) finding: u32,
}

/// Appends one message to `bytes`.
pub(super) fn append(bytes: &mut Vec<u8>, message: &impl Serialize) -> io::Result<()> {
    let message = postcard::to_stdvec(message).map_err(io::Error::other)?;
    let length = u32::try_from(message.len()).ok().filter(|length| *length <= LONGEST);
    let length = length.ok_or_else(|| io::Error::other("the article is too long for a plugin"))?;
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(&message);
    Ok(())
}

/// Writes one message.
pub(super) fn send(out: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let mut bytes = Vec::new();
    append(&mut bytes, message)?;
    out.write_all(&bytes)?;
    out.flush()
}

/// Reads the bytes of one message into `buffer`; `None` at the end of the stream.
pub(super) fn receive<'b>(input: &mut impl Read, buffer: &'b mut Vec<u8>) -> io::Result<Option<&'b [u8]>> {
    let mut length = [0; 4];
    match input.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        result => result?,
    }
    let length = u32::from_le_bytes(length);
    if length > LONGEST {
        return Err(io::Error::other(format!("a message of {length} bytes")));
    }
    // Read as it comes: a length that lies does not make memory be asked for.
    buffer.clear();
    input.take(u64::from(length)).read_to_end(buffer)?;
    if buffer.len() < length as usize {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some(buffer))
}

/// The message in these bytes.
pub(super) fn decode<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> io::Result<T> {
    postcard::from_bytes(bytes).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_arrive_as_they_were_sent_and_cut_ones_are_errors() {
        let mut bytes = Vec::new();
        send(&mut bytes, &Reply::Log(1, "é".to_owned())).unwrap();
        let mut buffer = Vec::new();
        let message = receive(&mut bytes.as_slice(), &mut buffer).unwrap().unwrap();
        assert!(matches!(decode(message).unwrap(), Reply::Log(1, text) if text == "é"));
        assert!(receive(&mut &b""[..], &mut buffer).unwrap().is_none());
        assert!(receive(&mut &bytes[..bytes.len() - 1], &mut buffer).is_err());
        assert!(receive(&mut &[0xff; 9][..], &mut buffer).is_err());
        assert!(decode::<Reply>(&[9, 9, 9]).is_err());
    }
}
