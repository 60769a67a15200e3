//! Title, day of publication and author of a page: from JSON-LD, from `meta` elements, from the page itself.

use std::collections::HashSet;

use jiff::civil::Date;
use serde_json::Value;

use super::article::Article;
use super::boilerplate;
use super::dom::{Dom, Id};
use crate::day::day;

/// What a page says of its article.
#[derive(Debug, Default)]
pub(super) struct About {
    pub(super) title: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) byline: Option<String>,
}

/// Characters of the longest byline.
const BYLINE: usize = 120;

pub(super) fn read(dom: &Dom) -> About {
    let mut about = About::default();
    for id in dom.below(dom.root()) {
        if dom.attribute(id, "type") == Some("application/ld+json")
            && let Ok(json) = serde_json::from_str(&script(dom, id))
        {
            linked_data(&json, &mut about);
        }
    }
    let meta = |keys: &[&str]| {
        keys.iter().find_map(|key| {
            dom.below(dom.root()).filter(|&id| dom.name(id) == "meta").find_map(|id| {
                let named = ["property", "name", "itemprop"].iter().any(|attribute| {
                    dom.attribute(id, attribute).is_some_and(|name| name.eq_ignore_ascii_case(key))
                });
                dom.attribute(id, "content").filter(|content| named && !content.trim().is_empty())
            })
        })
    };
    about.title = about
        .title
        .or_else(|| meta(&["og:title", "twitter:title", "dc.title"]).map(spaced))
        .or_else(|| first(dom, "title").map(|id| without_site(&dom.words(id)).to_owned()))
        .filter(|title| !title.is_empty());
    about.date = about
        .date
        .or_else(|| {
            meta(&[
                "article:published_time",
                "datepublished",
                "parsely-pub-date",
                "pubdate",
                "publishdate",
                "dc.date.issued",
                "dc.date",
                "date",
            ])
            .and_then(day)
        })
        .or_else(|| time(dom));
    about.byline = about
        .byline
        .or_else(|| meta(&["author", "byl", "dc.creator", "parsely-author"]).map(spaced))
        .or_else(|| byline(dom))
        .map(|byline| without_by(&byline).to_owned())
        .filter(|byline| !byline.is_empty() && !byline.contains("://"));
    about
}

/// The heading that is the article's title: the first `h1` that says what the page's title says, or any if it has none.
pub(super) fn heading(dom: &Dom, article: &Article, title: Option<&str>) -> Option<Id> {
    dom.below(dom.root()).filter(|&id| dom.name(id) == "h1" && !boilerplate::never(dom, id)).find(|&id| {
        let words = dom.words(id);
        !words.is_empty()
            && match title {
                Some(title) => alike(&words, title),
                None => !article.leaves_out(id),
            }
    })
}

/// Whether at least half of the words of the shorter title are in the other.
fn alike(one: &str, other: &str) -> bool {
    let words = |title: &str| {
        title
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect::<HashSet<_>>()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
    shared > 0 && shared * 2 >= one.len().min(other.len())
}

/// `Bridge closed | The Easthaven Echo` without the name of the site.
fn without_site(title: &str) -> &str {
    [" | ", " – ", " — ", " - ", " :: ", " · "]
        .iter()
        .find_map(|mark| {
            let (before, _) = title.rsplit_once(mark)?;
            (before.split_whitespace().count() > 2).then_some(before.trim())
        })
        .unwrap_or(title)
}

fn without_by(byline: &str) -> &str {
    match byline.split_once(' ') {
        Some((by, name)) if by.eq_ignore_ascii_case("by") => name.trim(),
        _ => byline.trim(),
    }
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first(dom: &Dom, name: &str) -> Option<Id> {
    dom.below(dom.root()).find(|&id| dom.name(id) == name)
}

/// The text of a script, as it stands.
fn script(dom: &Dom, id: Id) -> String {
    dom.words(id)
}

/// The first `time` of the page that is marked as that of publication, else the first that is a day.
fn time(dom: &Dom) -> Option<Date> {
    let times = || {
        dom.below(dom.root())
            .filter(|&id| dom.name(id) == "time")
            .filter_map(|id| Some((id, day(dom.attribute(id, "datetime")?)?)))
    };
    let published = |id: Id| {
        dom.attribute(id, "pubdate").is_some() || dom.attribute(id, "itemprop") == Some("datePublished")
    };
    let marked = times().find(|&(id, _)| published(id));
    marked.or_else(|| times().next()).map(|(_, day)| day)
}

/// The first element that is marked as naming the author.
fn byline(dom: &Dom) -> Option<String> {
    let by = |value: &str| {
        value
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word.eq_ignore_ascii_case("author") || word.eq_ignore_ascii_case("byline"))
    };
    dom.below(dom.root())
        .filter(|&id| ["rel", "class", "itemprop"].iter().filter_map(|key| dom.attribute(id, key)).any(by))
        .map(|id| dom.words(id))
        .find(|words| !words.is_empty() && words.chars().count() <= BYLINE)
}

/// Takes what is missing from the description of an article in JSON-LD.
fn linked_data(json: &Value, about: &mut About) {
    match json {
        Value::Array(all) => all.iter().for_each(|one| linked_data(one, about)),
        Value::Object(object) => {
            if let Some(graph) = object.get("@graph") {
                linked_data(graph, about);
            }
            let is_article = |kind: &Value| {
                kind.as_str().is_some_and(|kind| {
                    ["Article", "Posting", "Report", "Review"].iter().any(|end| kind.ends_with(end))
                })
            };
            let kind = object.get("@type");
            if kind.is_some_and(|kind| {
                is_article(kind) || kind.as_array().is_some_and(|all| all.iter().any(is_article))
            }) {
                let text = |key: &str| object.get(key).and_then(Value::as_str);
                about.title = about.title.take().or_else(|| text("headline").map(spaced));
                about.date = about.date.or_else(|| text("datePublished").and_then(day));
                about.byline = about.byline.take().or_else(|| object.get("author").and_then(names));
            }
        }
        _ => {}
    }
}

/// The names of one author, or several.
fn names(author: &Value) -> Option<String> {
    let names: Vec<String> = match author {
        Value::String(name) => vec![spaced(name)],
        Value::Object(person) => vec![spaced(person.get("name")?.as_str()?)],
        Value::Array(all) => all.iter().filter_map(names).collect(),
        _ => Vec::new(),
    };
    match names.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [before @ .., last] => Some(format!("{} and {last}", before.join(", "))),
    }
}
