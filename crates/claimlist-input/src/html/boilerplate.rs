//! What in a page is no text of its article, told by names of elements and by the words in their classes and ids.

use super::dom::{Dom, Id};

/// Elements that never hold text of an article.
const NEVER: &[&str] = &[
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "math", "canvas",
    "button", "select", "input", "textarea", "form", "dialog", "nav", "menu", "audio", "video", "map", "rp",
    "rt", "datalist", "progress", "meter",
];

/// Elements that hold none unless most of the page's prose is in them.
const SELDOM: &[&str] = &["aside", "footer"];

/// Roles that elements have which hold none.
const ROLES: &[&str] = &[
    "navigation",
    "complementary",
    "banner",
    "contentinfo",
    "dialog",
    "alertdialog",
    "search",
    "menu",
    "menubar",
    "toolbar",
    "button",
    "tooltip",
    "form",
    "note presentation",
];

/// Words in the class or id of elements that hold none.
const CLASSES: &[&str] = &[
    "ad",
    "ads",
    "adbox",
    "adslot",
    "adunit",
    "advert",
    "advertisement",
    "advertising",
    "adsbygoogle",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "disqus",
    "donate",
    "donation",
    "embed",
    "footer",
    "gdpr",
    "legal",
    "login",
    "menu",
    "metadata",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "overlay",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "promo",
    "promos",
    "promotion",
    "recirc",
    "recirculation",
    "recommended",
    "recommendations",
    "related",
    "registration",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "signin",
    "signup",
    "skip",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "subscriptions",
    "syndication",
    "taboola",
    "tags",
    "teaser",
    "teasers",
    "toolbar",
    "tooltip",
    "topics",
    "trending",
    "widget",
    "widgets",
];

/// The same, of two words side by side.
const PAIRS: &[(&str, &str)] = &[
    ("most", "read"),
    ("most", "viewed"),
    ("read", "more"),
    ("read", "next"),
    ("more", "stories"),
    ("more", "on"),
    ("sr", "only"),
    ("visually", "hidden"),
    ("screen", "reader"),
    ("print", "only"),
    ("sign", "up"),
    ("up", "next"),
    ("see", "also"),
    ("also", "read"),
];

/// Words in the class, `rel` or `itemprop` of elements that name who wrote the article, or when, if they are short.
const BYLINES: &[&str] = &[
    "byline",
    "author",
    "authors",
    "dateline",
    "timestamp",
    "published",
    "pubdate",
    "publishdate",
    "datepublished",
    "datemodified",
    "readtime",
];

/// Whether an element never holds text of an article, whatever is in it.
pub(super) fn never(dom: &Dom, id: Id) -> bool {
    let style = dom.attribute(id, "style").map(|style| style.replace(' ', "").to_ascii_lowercase());
    NEVER.contains(&dom.name(id))
        || dom.attribute(id, "hidden").is_some_and(|hidden| hidden != "until-found")
        || dom.attribute(id, "aria-hidden") == Some("true") && dom.name(id) != "span"
        || style.is_some_and(|style| style.contains("display:none") || style.contains("visibility:hidden"))
}

/// Whether an element looks as if it held none.
pub(super) fn seldom(dom: &Dom, id: Id) -> bool {
    let name = dom.name(id);
    if matches!(name, "" | "html" | "body" | "main" | "p" | "h1" | "h2" | "h3" | "em" | "strong" | "b" | "i")
    {
        return false;
    }
    SELDOM.contains(&name)
        || dom.attribute(id, "role").is_some_and(|role| ROLES.contains(&role))
        || ["class", "id"].iter().filter_map(|key| dom.attribute(id, key)).any(is_named_so)
}

/// Whether an element names the author or the day, by its attributes.
pub(super) fn is_byline(dom: &Dom, id: Id) -> bool {
    dom.attribute(id, "rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|rel| rel == "author"))
        || ["class", "id", "itemprop", "data-testid"]
            .iter()
            .filter_map(|key| dom.attribute(id, key))
            .any(|value| words(value).iter().any(|word| BYLINES.contains(&word.as_str())))
}

fn is_named_so(value: &str) -> bool {
    let words = words(value);
    words.iter().any(|word| CLASSES.contains(&word.as_str()))
        || words
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if PAIRS.iter().any(|own| own.0 == a && own.1 == b)))
}

/// The words of `article-body__relatedLinks`: `article body related links`.
fn words(value: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in value.chars() {
        let breaks = !c.is_ascii_alphanumeric() || c.is_ascii_uppercase() && before.is_ascii_lowercase();
        if breaks && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_ascii_alphanumeric()) {
            word.push(c.to_ascii_lowercase());
        }
        before = c;
    }
    words
}
