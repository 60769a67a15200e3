//! Which format a file is of, by how it begins and by its name; and what is often given in place of an article.

use crate::{Format, ReadError, pdf};

const SAVE: &str = "save its text as a .txt file and give that";
const RECOGNIZE: &str = "give a file of its text";
const UNPACK: &str = "unpack it and give the texts in it";

/// First bytes of formats, what they are, and what to do.
const FORMATS: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "a PDF document", "read it as one, with --input-format pdf or none"),
    (
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "a document of an older Microsoft Office, or one with a password",
        SAVE,
    ),
    (b"{\\rtf", "an RTF document", SAVE),
    (b"\x89PNG\r\n\x1A\n", "a PNG image", RECOGNIZE),
    (b"\xFF\xD8\xFF", "a JPEG image", RECOGNIZE),
    (b"GIF87a", "a GIF image", RECOGNIZE),
    (b"GIF89a", "a GIF image", RECOGNIZE),
    (b"II*\0", "a TIFF image", RECOGNIZE),
    (b"MM\0*", "a TIFF image", RECOGNIZE),
    (b"ID3", "an MP3 recording", RECOGNIZE),
    (b"OggS", "an Ogg recording", RECOGNIZE),
    (b"\x1F\x8B", "a gzip archive", UNPACK),
    (b"BZh", "a bzip2 archive", UNPACK),
    (b"\xFD7zXZ\0", "an xz archive", UNPACK),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive", UNPACK),
    (b"Rar!\x1A\x07", "a RAR archive", UNPACK),
    (b"\x28\xB5\x2F\xFD", "a Zstandard archive", UNPACK),
    (b"\x7FELF", "a program", RECOGNIZE),
    (b"\xCF\xFA\xED\xFE", "a program", RECOGNIZE),
    (b"SQLite format 3\0", "an SQLite database", RECOGNIZE),
];

/// The format of a file: what it begins like counts more than how its name ends.
pub(crate) fn tell(bytes: &[u8], name: &str) -> Result<Format, ReadError> {
    if let Some(format) = archive(bytes) {
        return Ok(format);
    }
    if pdf::begins(bytes) {
        return Ok(Format::Pdf);
    }
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    let named = extension.and_then(Format::of_extension).unwrap_or(Format::Text);
    // A damaged document may have lost the names of its parts: its reader says what is wrong.
    if matches!(named, Format::Docx | Format::Odt | Format::Epub) && parts(bytes) == Some(Parts::Other) {
        return Ok(named);
    }
    if let Some((what, remedy)) = recognize(bytes) {
        return Err(ReadError::NotText { what, remedy });
    }
    let start = start(bytes);
    let told = Format::of_start(start.trim_start());
    if told != Format::Text {
        return Ok(told);
    }
    // Text under the name of a document of parts: what it is counts.
    let is_archive = matches!(named, Format::Docx | Format::Odt | Format::Epub | Format::Pdf);
    Ok(if is_archive { Format::Text } else { named })
}

/// The format of a document that is an archive of its parts.
fn archive(bytes: &[u8]) -> Option<Format> {
    match parts(bytes)? {
        Parts::Epub => Some(Format::Epub),
        Parts::OpenDocument
            if bytes.windows(24).take(1 << 10).any(|window| window == b"vnd.oasis.opendocument.t") =>
        {
            Some(Format::Odt)
        }
        Parts::Word => Some(Format::Docx),
        _ => None,
    }
}

/// The first characters, whatever the encoding.
fn start(bytes: &[u8]) -> String {
    const START: usize = 4096;
    let bytes = bytes.get(..START).unwrap_or(bytes);
    let encoding = encoding_rs::Encoding::for_bom(bytes).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
    encoding.decode(bytes).0.into_owned()
}

/// What the file is, and what to do, where it is not text.
pub(crate) fn recognize(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let known = FORMATS.iter().find(|(magic, ..)| bytes.starts_with(magic));
    if let Some(&(magic, what, remedy)) = known {
        // "ID3" and "BZh" could also begin a text; the formats have control characters soon.
        let short = magic.len() == 3 && magic.is_ascii();
        let control = bytes.iter().take(64).any(|byte| *byte < 0x09);
        return (!short || control).then_some((what, remedy));
    }
    if let Some(parts) = parts(bytes) {
        return Some(zip(parts));
    }
    match bytes.get(4..12)? {
        [b'f', b't', b'y', b'p', ..] => Some(("a video or a photo of a phone", RECOGNIZE)),
        [.., b'W', b'E', b'B', b'P'] if bytes.starts_with(b"RIFF") => Some(("a WebP image", RECOGNIZE)),
        [.., b'W', b'A', b'V', b'E'] if bytes.starts_with(b"RIFF") => Some(("a WAV recording", RECOGNIZE)),
        _ => None,
    }
}

/// What an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Parts {
    Epub,
    OpenDocument,
    Word,
    Excel,
    PowerPoint,
    Office,
    Other,
}

/// Documents that are ZIP archives of their parts, told by the names of these: the first ones, or those in the list at the end.
fn parts(bytes: &[u8]) -> Option<Parts> {
    const PART: usize = 1 << 13;
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let ends = [&bytes[..bytes.len().min(PART)], &bytes[bytes.len().saturating_sub(PART)..]];
    let has = |name: &[u8]| ends.iter().any(|end| end.windows(name.len()).any(|window| window == name));
    Some(match () {
        () if has(b"application/epub") => Parts::Epub,
        () if has(b"application/vnd.oasis.opendocument") => Parts::OpenDocument,
        () if has(b"word/") => Parts::Word,
        () if has(b"xl/") => Parts::Excel,
        () if has(b"ppt/") => Parts::PowerPoint,
        () if has(b"[Content_Types].xml") => Parts::Office,
        () => Parts::Other,
    })
}

fn zip(parts: Parts) -> (&'static str, &'static str) {
    match parts {
        Parts::Epub => ("an EPUB book", SAVE),
        Parts::OpenDocument => ("an OpenDocument file", SAVE),
        Parts::Word => ("a Word document", SAVE),
        Parts::Excel => ("an Excel workbook", SAVE),
        Parts::PowerPoint => ("a PowerPoint presentation", SAVE),
        Parts::Office => ("a Microsoft Office document", SAVE),
        Parts::Other => ("a ZIP archive", UNPACK),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_first_bytes() {
        for (bytes, what) in [
            (b"%PDF-1.7\n".as_slice(), Some("a PDF document")),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", Some("a JPEG image")),
            (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml word/document.xml", Some("a Word document")),
            (
                b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text",
                Some("an OpenDocument file"),
            ),
            (b"PK\x03\x04\x14\0\0\0article.txt", Some("a ZIP archive")),
            (b"\0\0\0\x18ftypheic\0\0", Some("a video or a photo of a phone")),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Some("a WebP image")),
            (b"ID3\x03\0\0\0", Some("an MP3 recording")),
            (b"ID3 cards were given out in Leeds.", None),
            (b"BZh was the name of the band, which broke up in 1998 after a row.", None),
            (b"It rained.", None),
            (b"", None),
        ] {
            assert_eq!(recognize(bytes).map(|(what, _)| what), what, "{bytes:?}");
        }
    }
}
