//! Word lists of a language, read from the TOML files of `lexicon/en`.
//!
//! A look-up of a word goes through here. Each file has a module of the same name, which knows the file's shape and
//! says which [`Classes`] its words have; details of a word (the value of `dozen`, the UCUM code of `miles`) are asked of
//! that module.

mod classes;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

pub use classes::Classes;
pub use speech::{Frames, Saying};

/// A file of the lexicon.
trait WordList: serde::de::DeserializeOwned {
    /// The file's name.
    const NAME: &str;
    /// Its contents.
    const TOML: &str;

    /// Adds the classes of its words, which are given in lower case with straight apostrophes.
    fn classes(&self, add: &mut dyn FnMut(&str, Classes));

    /// Reads the file, which is compiled in: a fault in it fails every test.
    fn read() -> Self {
        toml::from_str(Self::TOML).unwrap_or_else(|error| panic!("lexicon/en/{}: {error}", Self::NAME))
    }
}

macro_rules! lexicon {
    ($($module:ident $type:ident;)*) => {
        $(pub mod $module;)*

        /// The lexicon of one language.
        #[derive(Debug)]
        pub struct Lexicon {
            classes: FxHashMap<Box<str>, Classes>,
            $(#[doc = concat!("See [`", stringify!($module), "`].")] pub $module: $module::$type,)*
        }

        impl Lexicon {
            fn read() -> Self {
                let mut classes = FxHashMap::<Box<str>, Classes>::default();
                $(
                    let $module = <$module::$type as WordList>::read();
                    $module.classes(&mut |word, class| {
                        let all = classes.entry(word.into()).or_default();
                        *all = all.or(class);
                    });
                )*
                Self { classes, $($module,)* }
            }
        }
    };
}

lexicon! {
    abbreviations Abbreviations;
    calendar Calendar;
    common Common;
    cues Cues;
    currencies Currencies;
    figures Figures;
    grammar Grammar;
    names Names;
    numbers Numbers;
    speech Speech;
    titles Titles;
    units Units;
    verbs Verbs;
}

impl Lexicon {
    /// The English lexicon that is compiled into the library.
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);
        &ENGLISH
    }

    /// The classes of a word in whatever case; none for an unknown word.
    #[must_use]
    pub fn classes(&self, word: &str) -> Classes {
        with_lower(word, |lower| self.classes.get(lower).copied().unwrap_or_default())
    }
}

/// Calls `f` with the word in lower case, its curly apostrophes made straight, without allocating for short words.
pub(crate) fn with_lower<R>(word: &str, f: impl FnOnce(&str) -> R) -> R {
    // Most words stand in lower case as it is.
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return f(word);
    }
    let mut buffer = [0; 64];
    if let Some(buffer) = buffer.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        buffer.copy_from_slice(word.as_bytes());
        buffer.make_ascii_lowercase();
        return f(std::str::from_utf8(buffer).unwrap_or_default());
    }
    let mut length = 0;
    for c in word.chars() {
        let c = if c == '\u{2019}' { '\'' } else { c };
        for c in c.to_lowercase() {
            if length + 4 > buffer.len() {
                return f(&word.to_lowercase().replace('\u{2019}', "'"));
            }
            length += c.encode_utf8(&mut buffer[length..]).len();
        }
    }
    f(std::str::from_utf8(&buffer[..length]).unwrap_or_default())
}
