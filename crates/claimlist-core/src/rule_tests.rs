//! Runs the examples of rules through the whole checker, as `claimlist rules test` does.

use crate::rules::{Example, Fault, Rule, RuleSet, Severity, Verdict};
use crate::{Block, Checked, Checker, Document, Span};

/// The examples of one rule, checked and ready to be held against the rule or a changed form of it.
#[derive(Debug)]
pub struct RuleTest<'r> {
    rules: &'r RuleSet,
    rule: &'r Rule,
    checked: Vec<(&'r Example, Document, Checked)>,
}

impl<'r> RuleTest<'r> {
    /// Finds the claims of the rule's examples.
    #[must_use]
    pub fn new(rules: &'r RuleSet, rule: &'r Rule) -> Self {
        let checker = Checker::without_rules();
        let checked = rule.examples.iter().filter_map(|example| {
            let block = Block { kind: example.block, span: Span::new(0, example.text.len()) };
            // An example in a rule file is far from the limit of a document.
            let document = Document::new(example.text.clone(), vec![block]).ok()?;
            let checked = checker.check(&document);
            Some((example, document, checked))
        });
        Self { rules, rule, checked: checked.collect() }
    }

    /// The examples that do not come out as they say, each with what came out instead.
    #[must_use]
    pub fn failures(&self) -> Vec<Fault> {
        let mut failures: Vec<_> = self
            .checked
            .iter()
            .filter_map(|(example, document, checked)| self.failure(self.rule, example, document, checked))
            .collect();
        if !self.rule.examples.iter().any(|example| example.matches) {
            failures.push(Fault {
                severity: Severity::Error,
                file: self.rule.file.clone(),
                span: Some(self.rule.span.clone()),
                message: format!("the rule `{}` has no example in which it holds", self.rule.id),
                remedy: "add one: match = [\"A sentence in which the hint is wanted.\"]".to_owned(),
            });
        }
        failures
    }

    /// What is wrong with how an example comes out of a rule, which may be a changed form of the one under test.
    fn failure(
        &self,
        rule: &Rule,
        example: &Example,
        document: &Document,
        checked: &Checked,
    ) -> Option<Fault> {
        let verdicts = self.rules.verdicts(rule, document, &checked.sentences, &checked.claims);
        let fault = |message: String, remedy: String| {
            let file = rule.file.clone();
            Some(Fault { severity: Severity::Error, file, span: Some(example.span.clone()), message, remedy })
        };
        let words = |at: usize| checked.claims[at].text(document);
        let holding: Vec<_> = verdicts
            .iter()
            .enumerate()
            .filter_map(|(at, verdict)| match verdict {
                Verdict::Holds(hint) => Some((at, hint)),
                _ => None,
            })
            .collect();
        match (example.matches, holding.as_slice()) {
            (false, []) => None,
            (false, [(at, _), ..]) => fault(
                format!("`{}` must not hold here, but does for the claim `{}`", rule.id, words(*at)),
                "narrow `when`, or add an `except`".to_owned(),
            ),
            (true, []) => {
                fault(format!("`{}` does not hold here", rule.id), closest(&verdicts, document, checked))
            }
            (true, holding) => {
                let wanted = example.claim.as_deref();
                let chosen = holding.iter().find(|(at, _)| wanted.is_none_or(|wanted| wanted == words(*at)));
                match (chosen, &example.hint) {
                    (None, _) => fault(
                        format!("`{}` holds for the claim `{}` instead", rule.id, words(holding[0].0)),
                        String::new(),
                    ),
                    (Some((_, hint)), Some(wanted)) if hint.text != *wanted => {
                        fault(format!("the hint of `{}` is another: `{}`", rule.id, hint.text), String::new())
                    }
                    _ => None,
                }
            }
        }
    }

    /// Conditions that can be left out, one at a time, without any example coming out otherwise.
    #[must_use]
    pub fn untested(&self) -> Vec<Fault> {
        let mut untested = Vec::new();
        for (changed, span) in self.rule.each_without_a_condition() {
            let noticed = self.checked.iter().any(|(example, document, checked)| {
                self.failure(&changed, example, document, checked).is_some()
            });
            if !noticed {
                untested.push(Fault {
                    severity: Severity::Error,
                    file: self.rule.file.clone(),
                    span: Some(span),
                    message: format!("no example of `{}` notices when this is left out", self.rule.id),
                    remedy: "add a `skip` (inside `any`: a `match`) that needs it, or leave it out"
                        .to_owned(),
                });
            }
        }
        untested
    }

    /// What no example reaches: phrases, branches of `any`, and those of `except` that take the rule back in none.
    #[must_use]
    pub fn unreached(&self) -> Vec<Fault> {
        let documents = |wanted: fn(&Example) -> bool| -> Vec<_> {
            let documents = self.checked.iter().filter(|(example, _, _)| wanted(example));
            let parts = documents.map(|(_, document, checked)| {
                (document, checked.sentences.as_slice(), checked.claims.as_slice())
            });
            parts.collect()
        };
        self.rules
            .unreached(self.rule, &documents(|example| example.matches), &documents(|_| true))
            .into_iter()
            .map(|(span, message)| Fault {
                severity: Severity::Warning,
                file: self.rule.file.clone(),
                span: Some(span),
                message,
                remedy: String::new(),
            })
            .collect()
    }
}

/// What the claims of an example lack: of the claim that comes closest, the condition that fails last.
fn closest(verdicts: &[Verdict], document: &Document, checked: &Checked) -> String {
    let reasons = verdicts.iter().zip(&checked.claims).filter_map(|(verdict, claim)| match verdict {
        Verdict::Fails(reason) | Verdict::TakenBack(reason) => Some((reason, claim)),
        Verdict::Holds(_) => None,
    });
    match reasons.max_by_key(|(reason, _)| reason.span.start) {
        None => "no claim is found in it".to_owned(),
        Some((reason, claim)) => {
            format!("for the {} `{}`, {}", claim.kind.name(), claim.text(document), reason.found)
        }
    }
}
