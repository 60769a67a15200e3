//! Holds the gaps of a hint against its rule: each must be a fact that a claim can have for which the rule holds, or a
//! named group of one of its patterns.

use super::condition::{Condition, Kinds};
use super::read::did_you_mean;
use super::template::{ALWAYS, Name, Template, TemplateFault};
use crate::{ClaimKind, Slot};

/// What is wrong with the gaps of a hint. `kinds`: those of the claims for which the rule can hold.
pub(super) fn faults(template: &Template, kinds: Kinds, when: Option<&Condition>) -> Vec<TemplateFault> {
    let mut groups = Vec::new();
    if let Some(when) = when {
        when.groups(&mut |name| groups.push(name.to_owned()));
    }
    let mut faults = Vec::new();
    for gap in template.gaps() {
        let (message, remedy) = match &gap.name {
            Name::Fact(slot) => {
                let own = Kinds::named(slot.kinds().iter().copied());
                if kinds == Kinds::NONE || own.and(kinds) != Kinds::NONE {
                    continue;
                }
                (
                    format!("no claim that this rule can meet has `{{{}}}`", slot.name()),
                    format!("it is a fact of {}; the rule is for {}", names(own), names(kinds)),
                )
            }
            Name::Group(name) if !groups.contains(name) => {
                let known = slots(kinds).into_iter().chain(groups.iter().map(String::as_str));
                let known: Vec<_> = known.collect();
                (format!("unknown slot `{{{name}}}`"), did_you_mean(name, known.iter().copied()))
            }
            _ => continue,
        };
        faults.push(TemplateFault { span: gap.span.clone(), message: message.into(), remedy: remedy.into() });
    }
    faults
}

fn names(kinds: Kinds) -> String {
    kinds.iter().map(ClaimKind::name).collect::<Vec<_>>().join(", ")
}

/// The names that templates of a rule for these kinds can use.
fn slots<'n>(kinds: Kinds) -> Vec<&'n str> {
    let fits = |slot: &&Slot| Kinds::named(slot.kinds().iter().copied()).and(kinds) != Kinds::NONE;
    ALWAYS.iter().copied().chain(Slot::ALL.iter().filter(fits).map(|slot| slot.name())).collect()
}
