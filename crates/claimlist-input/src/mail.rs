//! Mails (.eml), such as press releases: the subject as title, and the body. Attachments are left out.

use claimlist_core::{BlockKind, Document};
use mail_parser::{Address, Message, MessageParser};

use crate::blocks::Blocks;
use crate::reader::{Articles, Format, Reader, Source};
use crate::{ReadError, html, text};

/// Reads mails.
pub(crate) struct Eml;

/// Bytes of the largest mail.
const LARGEST: usize = 64 << 20;

/// Fields that only mails begin with.
const FIELDS: &[&str] = &[
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "delivered-to",
    "dkim-signature",
    "x-mozilla-status",
];

impl Reader for Eml {
    fn format(&self) -> Format {
        Format::Eml
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["eml"]
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["message/rfc822"]
    }

    fn begins(&self, start: &str) -> bool {
        // A first word with a colon could be anything's; the head of a mail has one of these fields too.
        let names =
            start.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with([' ', '\t']));
        let mut known = false;
        for line in names {
            let Some((name, _)) = line.split_once(':') else { return false };
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
                return false;
            }
            known |= FIELDS.contains(&name.to_ascii_lowercase().as_str());
        }
        known
    }

    fn read(&self, source: Source) -> Result<Articles, ReadError> {
        ReadError::check_size(source.bytes.len(), LARGEST, "a mail")?;
        let message =
            MessageParser::default().parse(&source.bytes).filter(|message| !message.headers().is_empty());
        let Some(message) = message else {
            return Err(ReadError::Broken {
                problem: "it is damaged or no mail: it has no fields such as \"Subject:\"".to_owned(),
                remedy: "give its text in a .txt file",
                position: None,
            });
        };
        Ok(vec![read(&message)])
    }
}

fn read(message: &Message<'_>) -> Result<Document, ReadError> {
    let mut blocks = Blocks::default();
    if let Some(subject) = message.subject() {
        blocks.open_at(BlockKind::Title, "subject".to_owned());
        blocks.push(subject);
        blocks.close();
    }
    let titles = blocks.closed().len();
    let mut paragraph = 0;
    let mut place = || {
        paragraph += 1;
        format!("paragraph {paragraph}")
    };
    let plain = message.text_bodies().next().filter(|part| part.is_text() && !part.is_text_html());
    match (plain.and_then(|part| part.text_contents()), message.body_html(0)) {
        (Some(body), _) => {
            let body = text::read(body.to_owned())?;
            for block in &body.blocks {
                // The title is the subject.
                let kind = if block.kind == BlockKind::Title { BlockKind::Paragraph } else { block.kind };
                blocks.open_at(kind, place());
                blocks.push(block.span.of(body.text()));
            }
        }
        (None, Some(body)) => html::whole(&body, &mut blocks, &mut || Some(place()))?,
        (None, None) => {}
    }
    blocks.close();
    if blocks.closed().len() == titles {
        return Err(ReadError::Empty);
    }
    let date = message.date().and_then(|date| {
        jiff::civil::Date::new(
            i16::try_from(date.year).ok()?,
            i8::try_from(date.month).ok()?,
            i8::try_from(date.day).ok()?,
        )
        .ok()
    });
    let mut document = blocks.finish_marked(None)?.dated(date);
    document.byline = message.from().and_then(Address::first).and_then(|from| from.name()).map(str::to_owned);
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_file;

    fn mail(bytes: &str, name: &str) -> Result<Document, ReadError> {
        read_file(Source { bytes: bytes.as_bytes().to_vec(), charset: None }, name, None)?.remove(0)
    }

    const HEAD: &str = "Received: from a.example\r\nFrom: Ada Roe <ada@example.org>\r\nDate: Thu, 27 Feb 2025 10:00:00 +0000\r\n\
                        Subject: =?utf-8?Q?Caf=C3=A9_closed?=\r\nMIME-Version: 1.0\r\n";

    #[test]
    fn a_plain_body() {
        let text = format!(
            "{HEAD}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
             It cost =A32m to close the caf=E9, the coun=\r\ncil said.\r\n\r\nNobody knew.\r\n"
        );
        let document = mail(&text, "a.txt").unwrap();
        assert_eq!(
            document.text(),
            "Café closed\n\nIt cost £2m to close the café, the council said.\n\nNobody knew."
        );
        assert_eq!(document.title(), Some("Café closed"));
        assert_eq!(document.place(20), Some("paragraph 1"));
        assert_eq!(document.byline.as_deref(), Some("Ada Roe"));
        assert_eq!(document.date, Some(jiff::civil::date(2025, 2, 27)));
    }

    #[test]
    fn a_body_of_html_alone() {
        let text = format!(
            "{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n<p>It cost <b>£2m</b>.</p><p>Why?</p>\r\n"
        );
        assert_eq!(mail(&text, "").unwrap().text(), "Café closed\n\nIt cost £2m.\n\nWhy?");
    }

    #[test]
    fn no_mails() {
        assert!(matches!(mail(HEAD, "a.eml"), Err(ReadError::Empty)));
        // What begins like fields is none yet.
        let text = "Where: Leeds\nWhen: Friday\n\nIt rained.\n";
        assert!(mail(text, "a.txt").unwrap().text().starts_with("Where"));
    }
}
