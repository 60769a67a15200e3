//! A plugin's part of the user's configuration.

use crate::Error;
use crate::json::Value;

/// The table `[plugins.NAME]` of the user's configuration.
///
/// ```
/// use claimlist_plugin::Config;
///
/// let config = Config::parse(r#"{"feed": "reviews.json", "limit": 3}"#)?;
/// config.only(&["feed", "limit", "names"])?;
/// assert_eq!(config.text("feed")?, Some("reviews.json"));
/// assert_eq!(config.number("limit")?, Some(3.0));
/// assert!(config.texts("names")?.is_empty());
/// # Ok::<(), claimlist_plugin::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Config(Value);

impl Config {
    /// A configuration from a JSON object; of an empty text, one without settings.
    ///
    /// # Errors
    /// Where it is no JSON object.
    pub fn parse(json: &str) -> Result<Self, Error> {
        let value = if json.trim().is_empty() { Value::Object(Vec::new()) } else { Value::parse(json)? };
        match value {
            Value::Object(_) => Ok(Self(value)),
            _ => Err(Error::new("the configuration has to be a table of settings")),
        }
    }

    /// A setting as it is.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A setting that is a text.
    ///
    /// # Errors
    /// Where it is something else.
    pub fn text(&self, name: &str) -> Result<Option<&str>, Error> {
        self.typed(name, "a text in quotes", Value::as_str)
    }

    /// A setting that is a number.
    ///
    /// # Errors
    /// Where it is something else.
    pub fn number(&self, name: &str) -> Result<Option<f64>, Error> {
        self.typed(name, "a number", Value::as_f64)
    }

    /// A setting that is `true` or `false`.
    ///
    /// # Errors
    /// Where it is something else.
    pub fn flag(&self, name: &str) -> Result<Option<bool>, Error> {
        self.typed(name, "true or false", Value::as_bool)
    }

    /// A setting that is a list of texts; no texts where it is not set.
    ///
    /// # Errors
    /// Where it is something else.
    pub fn texts(&self, name: &str) -> Result<Vec<&str>, Error> {
        let texts = self.typed(name, "a list of texts in quotes", |value| {
            value.as_array()?.iter().map(Value::as_str).collect::<Option<Vec<_>>>()
        })?;
        Ok(texts.unwrap_or_default())
    }

    /// Refuses settings with other names, so that a misspelt one is not ignored in silence.
    ///
    /// # Errors
    /// Where there is one, with the names that are known.
    pub fn only(&self, known: &[&str]) -> Result<(), Error> {
        let Value::Object(settings) = &self.0 else { return Ok(()) };
        match settings.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            None => Ok(()),
            Some((name, _)) if known.is_empty() => {
                Err(Error::new(format!("there is no setting \"{name}\": this plugin has none")))
            }
            Some((name, _)) => {
                Err(Error::new(format!("there is no setting \"{name}\": use {}", known.join(", "))))
            }
        }
    }

    fn typed<'v, T>(
        &'v self,
        name: &str,
        wanted: &str,
        read: impl Fn(&'v Value) -> Option<T>,
    ) -> Result<Option<T>, Error> {
        match self.get(name) {
            None => Ok(None),
            Some(value) => match read(value) {
                Some(value) => Ok(Some(value)),
                None => Err(Error::new(format!("\"{name}\" has to be {wanted}"))),
            },
        }
    }
}
