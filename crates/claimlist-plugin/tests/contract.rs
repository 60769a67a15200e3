//! What the SDK promises at the border: panics stay inside, errors carry their text, bad arguments are refused.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use claimlist_plugin::testing::{Article, run, run_all};
use claimlist_plugin::*;

/// Does what its configuration says.
struct Told(String);

impl Plugin for Told {
    const METADATA: Metadata =
        Metadata { name: "told", version: "1.0.0", author: "tests", description: "Does what it is told." };

    fn configure(config: &Config, log: &Log<'_>) -> Result<Self, Error> {
        log.debug("configured");
        config.only(&["do"])?;
        match config.text("do")? {
            Some("refuse") => Err("it is told to refuse".into()),
            Some("panic at once") => panic!("at once"),
            what => Ok(Self(what.unwrap_or_default().to_owned())),
        }
    }

    fn check(
        &mut self,
        document: &Document<'_>,
        claims: &Claims<'_>,
        hints: &mut Hints<'_>,
    ) -> Result<(), Error> {
        match self.0.as_str() {
            "fail" => return Err(Error::new(format!("cannot check {}", document.path()))),
            "panic" => panic!("claim {}", claims.len()),
            "shout" => hints.on_document(Hint::new("Not A Name", "x")),
            "describe" => {
                for claim in claims.iter() {
                    let facts: Vec<_> = claim
                        .facts()
                        .map(|fact| format!("{}={}{:?}", fact.name, fact.text, fact.number))
                        .collect();
                    let sentence = document.sentence(claim.sentence()).unwrap();
                    let text = format!(
                        "{} {} {} {:?} {} [{}] {}",
                        claim.kind(),
                        claim.line(),
                        claim.worth(),
                        claim.speaker(),
                        claim.quoted(),
                        sentence.text,
                        facts.join(",")
                    );
                    hints.on(
                        &claim,
                        Hint::new("all", &text).priority(Priority::High).finding(Finding::Agrees),
                    );
                }
                hints.on_document(
                    Hint::new("date", document.date().unwrap_or("none")).url("https://example.org"),
                );
            }
            _ => {}
        }
        Ok(())
    }
}

fn article() -> Article {
    Article::new("Flood costs £3m\nThe mayor spoke. \"It cost £3m,\" she said.")
        .title("Flood costs £3m")
        .date("2025-02-27")
        .claim_with("quantity", "£3m", &[("value", 3e6.into()), ("unit", "GBP".into())])
        .claim("quote", "\"It cost £3m,\"")
        .speaker("The mayor")
        .quoted()
}

fn error(what: &str) -> String {
    run::<Told>(&format!("{{\"do\": \"{what}\"}}"), &article()).unwrap_err().to_string()
}

#[test]
fn claims_arrive_whole() {
    let hints = run::<Told>(r#"{"do": "describe"}"#, &article()).unwrap();
    assert_eq!(
        hints[0].text,
        "quantity 1 0.5 None false [Flood costs £3m] value=3000000Some(3000000.0),unit=GBPNone"
    );
    assert_eq!(hints[1].text, "quote 2 0.5 Some(\"The mayor\") true [\"It cost £3m,\" she said.] ");
    assert_eq!((hints[0].claim.as_deref(), hints[0].priority), (Some("£3m"), Priority::High));
    assert_eq!(hints[0].finding, Some(Finding::Agrees));
    assert_eq!((hints[2].claim.as_deref(), hints[2].text.as_str()), (None, "2025-02-27"));
    assert_eq!((hints[2].url.as_str(), hints[2].finding), ("https://example.org", None));
}

#[test]
fn an_article_without_claims_is_no_trouble() {
    assert_eq!(run::<Told>("", &Article::new("")).unwrap(), []);
    assert_eq!(run::<Told>(r#"{"do": "describe"}"#, &Article::new("😀")).unwrap().len(), 1);
}

#[test]
fn errors_and_panics_carry_their_text() {
    assert_eq!(error("refuse"), "it is told to refuse");
    assert_eq!(error("fail"), "cannot check test.txt");
    assert_eq!(error("panic at once"), "it panicked: at once");
    assert_eq!(error("panic"), "it panicked: claim 2");
    assert!(run::<Told>("{\"od\": 1}", &article()).unwrap_err().to_string().contains("use do"));
    assert!(run::<Told>("{", &article()).unwrap_err().to_string().contains("line 1, column 2"));
}

#[test]
fn after_a_panic_the_instance_is_not_used_again() {
    let error = run_all::<Told>(r#"{"do": "panic"}"#, &[article(), article()]).unwrap_err();
    assert_eq!(error.to_string(), "it panicked: claim 2");
}

#[test]
fn a_hint_that_the_program_would_refuse_fails_the_test() {
    assert!(error("shout").contains("would be refused"));
}

#[test]
#[allow(unsafe_code, reason = "plays a program that passes nonsense")]
fn null_pointers_are_bad_arguments() {
    let plugin = descriptor::<Told>();
    let null = std::ptr::null();
    let mut instance = std::ptr::null_mut();
    // SAFETY: null is refused before it is read.
    let created = unsafe { plugin.create.unwrap()(null, abi::Str::EMPTY, &raw mut instance) };
    assert_eq!(created, abi::BAD_ARGUMENT);
    // SAFETY: as above.
    let checked = unsafe { plugin.check.unwrap()(instance, null, std::ptr::null()) };
    assert_eq!(checked, abi::BAD_ARGUMENT);
    // SAFETY: destroying nothing is allowed.
    unsafe { plugin.destroy.unwrap()(instance) };
}
