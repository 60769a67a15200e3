//! Finds what one article counts, dates or names differently, and what only its title says: a claimlist plugin.
//!
//! The README says what it claims and what it does not.

mod casualties;
mod dated;
mod names;
mod speakers;
mod title;

use claimlist_plugin::{
    Claims, Config, Document, Error, Hints, Log, Metadata, Plugin, cargo_metadata, export_plugin,
};

/// The plugin.
#[derive(Debug)]
pub struct Consistency {
    /// Checks that the user switched off.
    off: Vec<String>,
}

/// The groups of checks that can be switched off.
const GROUPS: [&str; 5] = ["tolls", "title", "names", "dates", "speakers"];

impl Plugin for Consistency {
    const METADATA: Metadata = Metadata { name: "consistency", ..cargo_metadata!() };

    fn configure(config: &Config, _: &Log<'_>) -> Result<Self, Error> {
        config.only(&["off"])?;
        let off = config.texts("off")?;
        if let Some(unknown) = off.iter().find(|name| !GROUPS.contains(name)) {
            let known = GROUPS.join(", ");
            return Err(Error::new(format!("\"off\" names \"{unknown}\", which is no check: use {known}")));
        }
        Ok(Self { off: off.into_iter().map(str::to_owned).collect() })
    }

    fn check(
        &mut self,
        document: &Document<'_>,
        claims: &Claims<'_>,
        hints: &mut Hints<'_>,
    ) -> Result<(), Error> {
        let on = |name: &str| !self.off.iter().any(|off| off == name);
        let told = if on("tolls") { casualties::check(document, claims, hints) } else { Vec::new() };
        if on("title") {
            title::check(document, claims, &told, hints);
        }
        if on("names") {
            names::check(document, claims, hints);
        }
        if on("dates") {
            dated::check(document, claims, hints);
        }
        if on("speakers") {
            speakers::check(document, claims, hints);
        }
        Ok(())
    }
}

export_plugin!(Consistency);

#[cfg(test)]
mod tests {
    use claimlist_plugin::Finding;
    use claimlist_plugin::testing::{Article, run};

    use super::*;

    #[test]
    fn title_and_text_count_the_dead_differently() {
        let article = |title: &str| {
            Article::new(&format!("{title}\n\nA ferry sank, killing 18 people. Two children drowned. In 1990 a fire killed 30 people."))
                .title(title)
        };
        let hints = run::<Consistency>("{}", &article("17 dead as ferry sinks")).unwrap();
        assert_eq!(hints.len(), 1);
        assert_eq!(hints[0].text, "The title counts 17 dead, the text at most 18.");
        assert_eq!(hints[0].finding, Some(Finding::Conflicts));
        for title in ["18 dead as ferry sinks", "At least 17 dead as ferry sinks", "Ferry sinks"] {
            assert!(run::<Consistency>("{}", &article(title)).unwrap().is_empty(), "{title}");
        }
        assert!(
            run::<Consistency>(r#"{"off": ["tolls"]}"#, &article("17 dead as ferry sinks"))
                .unwrap()
                .is_empty()
        );
    }

    #[test]
    fn settings_are_checked() {
        let error = run::<Consistency>(r#"{"off": ["toll"]}"#, &Article::new("")).unwrap_err();
        assert!(error.to_string().contains("use tolls, title, names, dates, speakers"), "{error}");
        assert!(run::<Consistency>(r#"{"of": []}"#, &Article::new("")).is_err());
    }
}
