//! XML as a run of elements and words. Entities other than those of XML itself are not expanded: nothing grows.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::ReadError;

/// What stands next.
pub(crate) enum Node<'a> {
    /// An element begins; its name without a prefix.
    Start(&'a str, &'a BytesStart<'a>),
    /// It ends.
    End(&'a str),
    /// Words in it.
    Words(&'a str),
}

/// Elements in elements that are followed.
const DEEPEST: usize = 1000;

/// Hands every element and every word to `handle`. `what` is the file with its article: "a Word document".
///
/// # Errors
/// When it is no XML, or not all of it.
pub(crate) fn walk(source: &str, what: &str, mut handle: impl FnMut(Node<'_>)) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(source);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(broken(what, "its elements are nested too deep"));
                }
                handle(Node::Start(element.local_name().into_inner(), &element));
            }
            Ok(Event::End(element)) => {
                depth = depth.saturating_sub(1);
                handle(Node::End(element.local_name().into_inner()));
            }
            Ok(Event::Text(words)) => handle(Node::Words(&words)),
            Ok(Event::CData(words)) => handle(Node::Words(&words)),
            Ok(Event::GeneralRef(reference)) => {
                let named = match &*reference {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    "nbsp" => Some('\u{a0}'),
                    _ => reference.resolve_char_ref().ok().flatten(),
                };
                match named {
                    Some(c) => handle(Node::Words(c.encode_utf8(&mut [0; 4]))),
                    None => handle(Node::Words(&format!("&{};", &*reference))),
                }
            }
            Ok(Event::Eof) if depth > 0 => return Err(broken(what, "it ends in the middle")),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(broken(what, &error.to_string())),
        }
    }
}

/// The value of an attribute, by its name without a prefix.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().into_inner() == name)
        .and_then(|attribute| {
            Some(attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
        })
}

fn broken(what: &str, problem: &str) -> ReadError {
    ReadError::Broken {
        problem: format!("it is damaged or no {what}: {problem}"),
        remedy: "save it anew, or give its text in a .txt file",
        position: None,
    }
}
