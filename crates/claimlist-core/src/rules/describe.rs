//! All that a rule says, in words: what `claimlist rules show` and the page of the default packs print.

use super::rule::Rule;

impl Rule {
    /// All that the rule says, a line for each part, with a line break at the end.
    #[must_use]
    pub fn description(&self) -> String {
        let mut text = format!("{}: {}\n", self.id, self.title);
        let mut line = |name: &str, words: &str| text.push_str(&format!("  {name:9} {}\n", words.trim()));
        line("priority", self.priority.name());
        line("status", self.status.name());
        self.replaced_by.iter().for_each(|other| line("use", other));
        for (name, values) in [("tags", &self.tags), ("regions", &self.regions)] {
            if !values.is_empty() {
                line(name, &values.join(", "));
            }
        }
        if self.once {
            line("once", "given at the first claim of an article");
        }
        if self.fallback {
            line("fallback", "given only to claims to which no other rule gives a hint");
        }
        let (when, except) = &self.written;
        line("when", self.condition_at(when));
        except.iter().for_each(|except| line("except", self.condition_at(except)));
        line("hint", &self.hint);
        self.how.iter().for_each(|how| line("how", how));
        for source in &self.sources {
            line(
                "source",
                &format!("{} {}", source.source.title, source.source.url.as_deref().unwrap_or_default()),
            );
        }
        for example in &self.examples {
            line(if example.matches { "match" } else { "skip" }, &example.text);
        }
        self.false_alarms.iter().for_each(|text| line("but", text));
        self.references.iter().for_each(|text| line("reference", text));
        line("in", &format!("{}:{}", self.file.path, self.line()));
        text
    }

    /// A condition as it is written, without its key where it stands behind one.
    fn condition_at(&self, written: &std::ops::Range<usize>) -> &str {
        let text = self.file.text.get(written.clone()).unwrap_or_default();
        let value = text.trim_start_matches(|c: char| c.is_ascii_lowercase()).trim_start();
        value.strip_prefix('=').map_or(text, str::trim_start)
    }
}
