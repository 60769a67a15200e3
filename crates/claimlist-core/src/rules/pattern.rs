//! Regular expressions of rules. They run in time linear in the text.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use regex_automata::meta::Regex;
use regex_automata::util::syntax;
use regex_syntax::ast::parse::Parser;
use regex_syntax::ast::{Ast, GroupKind};
use regex_syntax::hir::translate::Translator;
use regex_syntax::hir::{Class, Hir, HirKind};

use super::ascii_words::{has_ascii_words, with_ascii_words};
use super::needs::{Need, needs, needs_digit};

/// An expression of less than this [`size`] is far from what [`compile`] allows.
const SURELY_SMALL: usize = 10_000;

/// A regular expression, which is compiled when it is first needed: most articles need few of them.
#[derive(Clone)]
pub(crate) struct Pattern {
    source: Arc<str>,
    /// The names of its groups.
    groups: Arc<[String]>,
    /// See [`needs`].
    needs: Arc<[Need]>,
    /// See [`needs_digit`].
    needs_digit: bool,
    /// Its number among the patterns with needs of a rule set.
    number: Option<u32>,
    regex: Arc<OnceLock<Option<Regex>>>,
    /// The same for text that is all ASCII, and for one whose other characters are all marks.
    ascii: Arc<OnceLock<Option<Regex>>>,
    marked: Arc<OnceLock<Option<Regex>>>,
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pattern({:?})", self.source)
    }
}

/// What is wrong with a regular expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PatternFault {
    /// The bytes of the expression that are at fault.
    pub(crate) span: Range<usize>,
    pub(crate) message: String,
    pub(crate) remedy: String,
}

impl Pattern {
    /// Reads an expression. What its letters and classes come to, and whether it is too large, is told by
    /// [`Pattern::check`].
    pub(crate) fn new(source: &str) -> Result<Self, PatternFault> {
        let ast = parse(source)?;
        let mut groups = Vec::new();
        name_groups(&ast, &mut groups);
        Ok(Self {
            source: source.into(),
            groups: groups.into(),
            needs: needs(&ast).unwrap_or_default().into(),
            needs_digit: needs_digit(&ast),
            number: None,
            regex: Arc::default(),
            ascii: Arc::default(),
            marked: Arc::default(),
        })
    }

    /// Tells of unknown classes and the like, and of an expression that would need too much memory.
    pub(crate) fn check(&self) -> Result<(), PatternFault> {
        let source = &*self.source;
        let hir = Translator::new().translate(source, &parse(source)?).map_err(|error| {
            let span = error.span();
            fault(source, span.start.offset..span.end.offset, &error.kind().to_string())
        })?;
        // To compile an expression takes long, and few can be too large.
        if size(&hir) < SURELY_SMALL || self.regex().is_some() {
            return Ok(());
        }
        Err(PatternFault {
            span: 0..source.len(),
            message: "the regular expression is too large".to_owned(),
            remedy: "repeat fewer times, as in {1,20}, or write phrases".to_owned(),
        })
    }

    /// The expression as it was written.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// Texts of which one stands in every match; empty if it may match without any.
    pub(super) fn needs(&self) -> Arc<[Need]> {
        self.needs.clone()
    }

    /// Whether a text lacks what stands in every match, so that it need not be searched.
    pub(crate) fn is_ruled_out(&self, text: &str) -> bool {
        self.needs_digit && !text.bytes().any(|byte| byte.is_ascii_digit())
    }

    /// Its number among the patterns with needs of its rule set.
    pub(crate) fn number(&self) -> Option<u32> {
        self.number
    }

    pub(crate) fn set_number(&mut self, number: u32) {
        self.number = Some(number);
    }

    /// The names of its groups.
    pub(crate) fn groups(&self) -> &[String] {
        &self.groups
    }

    /// The compiled expression; none if it is too large.
    fn regex(&self) -> Option<&Regex> {
        self.regex.get_or_init(|| compile(&self.source, true)).as_ref()
    }

    /// The compiled expression for this text. On text that is all ASCII it matches the same without the tables of Unicode,
    /// and is compiled in a fraction of the time; on text with other marks, such as quotation marks, it is faster.
    pub(crate) fn regex_for(&self, text: &str) -> Option<&Regex> {
        let fitting = if text.is_ascii() {
            self.ascii.get_or_init(|| compile(&self.source, false)).as_ref()
        } else if has_ascii_words(text) {
            self.marked.get_or_init(|| compile_for_ascii_words(&self.source)).as_ref()
        } else {
            None
        };
        fitting.or_else(|| self.regex())
    }
}

/// Compiles an expression; none if it would need more than 10 MiB, or names other characters than ASCII without `unicode`.
fn compile(source: &str, unicode: bool) -> Option<Regex> {
    let syntax = syntax::Config::new().unicode(unicode).utf8(unicode);
    Regex::builder().configure(limits()).syntax(syntax).build(source).ok()
}

/// Compiles an expression for texts with [`ASCII words`](has_ascii_words) only.
fn compile_for_ascii_words(source: &str) -> Option<Regex> {
    let hir = Translator::new().translate(source, &parse(source).ok()?).ok()?;
    Regex::builder().configure(limits()).build_from_hir(&with_ascii_words(hir)?).ok()
}

fn limits() -> regex_automata::meta::Config {
    // To work out which letters a match may begin with takes longer than most articles are searched; `needs` serves instead.
    Regex::config().auto_prefilter(false).onepass(false).nfa_size_limit(Some(10 << 20))
}

fn parse(source: &str) -> Result<Ast, PatternFault> {
    Parser::new().parse(source).map_err(|error| {
        let span = error.span();
        fault(source, span.start.offset..span.end.offset, &error.kind().to_string())
    })
}

/// Adds the names of all groups.
fn name_groups(ast: &Ast, names: &mut Vec<String>) {
    match ast {
        Ast::Group(group) => {
            if let GroupKind::CaptureName { name, .. } = &group.kind {
                names.push(name.name.clone());
            }
            name_groups(&group.ast, names);
        }
        Ast::Repetition(repetition) => name_groups(&repetition.ast, names),
        Ast::Concat(parts) => parts.asts.iter().for_each(|part| name_groups(part, names)),
        Ast::Alternation(parts) => parts.asts.iter().for_each(|part| name_groups(part, names)),
        _ => {}
    }
}

/// How large an expression is, at a guess: letters, ranges of classes, each as often as it may be repeated.
fn size(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().len(),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len(),
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1);
            size(&repetition.sub).saturating_mul(times as usize)
        }
        HirKind::Capture(capture) => size(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().map(size).fold(1, usize::saturating_add)
        }
    }
}

fn fault(source: &str, span: Range<usize>, message: &str) -> PatternFault {
    // Where something is missing, the fault is told at the character behind the gap.
    let next = source.get(span.start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let span = span.start..span.end.max(span.start + next);
    let at_fault = source.get(span.clone()).unwrap_or_default();
    let message = message.split('\n').next().unwrap_or_default();
    let remedy = match at_fault {
        _ if message.contains("look-around") => {
            "say it with `except`, `not` or several conditions: look-around would take too long on long texts"
        }
        _ if message.contains("backreference") => "say it without: the engine takes time linear in the text",
        "(" => "close it with `)`, or write `\\(` for the bracket itself",
        ")" => "write `\\)` for the bracket itself",
        "[" => "close it with `]`, or write `\\[` for the bracket itself",
        "*" | "+" | "?" => {
            "put what is to be repeated before it, or write a backslash before the mark itself"
        }
        _ if message.contains("escape") => {
            "write a letter without a backslash, and `\\\\` for a backslash itself"
        }
        _ => "see https://docs.rs/regex/latest/regex/#syntax",
    };
    PatternFault { span, message: format!("bad regular expression: {message}"), remedy: remedy.to_owned() }
}

/// Where byte `offset` of a TOML string's value stands in the string as it is written, quotes and all.
pub(crate) fn offset_in_toml(written: &str, offset: usize) -> usize {
    let multiline = written.starts_with("\"\"\"") || written.starts_with("'''");
    let mut at = if multiline { 3 } else { 1 };
    if multiline {
        let rest = &written[at.min(written.len())..];
        at += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
    }
    let escapes = written.starts_with('"');
    let mut decoded = 0;
    while decoded < offset {
        let Some(rest) = written.get(at..).filter(|rest| !rest.is_empty()) else { break };
        let (length, value) = match rest.chars().next() {
            Some('\\') if escapes => escape(rest),
            Some(c) => (c.len_utf8(), c.len_utf8()),
            None => break,
        };
        at += length;
        decoded += value;
    }
    at.min(written.len())
}

/// The length of the escape at the start of `rest`, and that of what it stands for, in bytes.
fn escape(rest: &str) -> (usize, usize) {
    let digits = match rest.as_bytes().get(1) {
        Some(b'x') => 2,
        Some(b'u') => 4,
        Some(b'U') => 8,
        Some(b'\n' | b'\r' | b' ' | b'\t') => {
            let blank = rest[1..].len() - rest[1..].trim_start().len();
            return (1 + blank, 0);
        }
        _ => return (rest.len().min(2), 1),
    };
    let code = rest.get(2..2 + digits).and_then(|code| u32::from_str_radix(code, 16).ok());
    (2 + digits, code.and_then(char::from_u32).map_or(1, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_named_however_deep_they_stand() {
        let pattern = Pattern::new(r"(?<year>\d{4})|((?P<month>[A-Z]\w+) )+").unwrap();
        assert_eq!(pattern.groups(), ["year", "month"]);
        assert!(pattern.check().is_ok());
    }

    #[test]
    fn a_fault_has_its_place_in_the_expression() {
        for (source, at_fault, message) in [
            ("a(b", "(", "unclosed group"),
            ("x[a-", "[", "unclosed character class"),
            ("*a", "*", "repetition operator missing expression"),
            (r"a\y", r"\y", "unrecognized escape sequence"),
            (r"(?=a)", "(?=", "look-around"),
            (r"\p{Nonsense}", r"\p{Nonsense}", "Unicode property not found"),
        ] {
            let fault = Pattern::new(source).and_then(|pattern| pattern.check()).unwrap_err();
            assert_eq!(&source[fault.span.clone()], at_fault, "{source}");
            assert!(fault.message.contains(message), "{fault:?}");
        }
    }

    #[test]
    fn ascii_text_is_searched_without_unicode_with_the_same_outcome() {
        for (source, text, wanted) in [
            (r"(?i)\bcaf\w$", "a CAFE", Some("CAFE")),
            (r"(?i)\bcaf\w$", "a caf\u{e9}", Some("caf\u{e9}")),
            // Without Unicode this would not compile.
            (r"[\u{20ac}$]\d", "for $5", Some("$5")),
            (r"^.s\b", "is", Some("is")),
            (r"^.s\b", "\u{2019}s", Some("\u{2019}s")),
            (r"\u{2026}|\d{4}", "in 2020", Some("2020")),
            (r"\u{2026}", "wait...", None),
            (r"(?i)\b\w+ks?\b", "\u{2018}Banks\u{2019}", Some("Banks")),
            (r"(?i)\b\w+ks?\b", "\u{2018}caf\u{e9}Banks\u{2019}", Some("caf\u{e9}Banks")),
            (r".[\w£] ?\d", "it\u{2014}£ 5", Some("\u{2014}£ 5")),
            (r"\W+\d", "a \u{2014} 5", Some(" \u{2014} 5")),
            (r"\B.\B", "a\u{201c} \u{201d}", Some(" ")),
        ] {
            let pattern = Pattern::new(source).unwrap();
            let found = pattern.regex_for(text).unwrap().find(text);
            assert_eq!(found.map(|found| &text[found.range()]), wanted, "{source} in {text}");
        }
    }

    #[test]
    fn an_expression_that_needs_too_much_memory_is_a_fault() {
        assert!(Pattern::new(r"(\w{1,500}){1,500}").unwrap().check().is_err());
    }

    #[test]
    fn places_in_a_string_count_its_escapes() {
        for (written, value, at) in [
            (r#""abc""#, "ab", r#""ab"#),
            (r#""\\d+(""#, r"\d+", r#""\\d+"#),
            (r#""\u00e9(""#, "é", r#""\u00e9"#),
            (r#""\U0001F600\t(""#, "\u{1f600}\t", r#""\U0001F600\t"#),
            (r"'\d('", r"\d", r"'\d"),
            ("'''\n\\d('''", r"\d", "'''\n\\d"),
            ("\"\"\"\na\\\n   b(\"\"\"", "ab", "\"\"\"\na\\\n   b"),
        ] {
            assert_eq!(&written[..offset_in_toml(written, value.len())], at, "{written}");
        }
    }
}
