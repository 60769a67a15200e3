//! Word lists of a language, read from the TOML files of `lexicon/en`.
//!
//! A look-up of a word goes through here. Each file has a module of the same name, which knows the file's shape and
//! says which [`Classes`] its words have; details of a word (the value of `dozen`, the UCUM code of `miles`) are asked of
//! that module.

mod classes;
pub(crate) mod key;
mod word_map;
mod word_set;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

pub use classes::Classes;
pub use speech::{Frames, Saying};
pub(crate) use word_map::WordMap;
pub use word_set::WordSet;

/// A file of the lexicon.
trait WordList {
    /// Adds the classes of its words, which are given in lower case with straight apostrophes.
    fn classes(&self, add: &mut dyn FnMut(&str, Classes));
}

/// What a file says, of which the build has made JSON. It is compiled in: a fault in it fails every test.
fn read<T: serde::de::DeserializeOwned>(name: &str, json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("lexicon/en/{name}.toml: {error}"))
}

/// About how many words there are.
const WORDS: usize = 20_000;

macro_rules! lexicon {
    ($($module:ident $type:ident;)*) => {
        $(pub mod $module;)*

        /// The lexicon of one language.
        #[derive(Debug)]
        pub struct Lexicon {
            /// The classes of words of up to eight bytes, by [`key::key`].
            short: FxHashMap<u64, Classes>,
            /// Those of longer words.
            long: FxHashMap<Box<str>, Classes>,
            $(#[doc = concat!("See [`", stringify!($module), "`].")] pub $module: $module::$type,)*
        }

        impl Lexicon {
            fn read() -> Self {
                let (mut short, mut long) = (FxHashMap::default(), FxHashMap::<Box<str>, Classes>::default());
                short.reserve(WORDS / 2);
                long.reserve(WORDS / 2);
                $(
                    let $module: $module::$type = read(
                        stringify!($module),
                        include_str!(concat!(env!("OUT_DIR"), "/", stringify!($module), ".json")),
                    );
                    $module.classes(&mut |word, class| {
                        if word.len() <= 8 {
                            let all: &mut Classes = short.entry(key::of(word.as_bytes())).or_default();
                            *all = all.or(class);
                        } else if let Some(all) = long.get_mut(word) {
                            *all = all.or(class);
                        } else {
                            long.insert(word.into(), class);
                        }
                    });
                )*
                Self { short, long, $($module,)* }
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
    times Times;
    titles Titles;
    units Units;
    verbs Verbs;
}

impl Lexicon {
    /// The English lexicon that is compiled into the library.
    #[inline]
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);
        &ENGLISH
    }

    /// The classes of a word in whatever case; none for an unknown word.
    #[must_use]
    pub fn classes(&self, word: &str) -> Classes {
        with_lower(word, |lower| self.classes_of_lower(lower))
    }

    /// The classes of a word in lower case with straight apostrophes; none for an unknown word.
    #[must_use]
    pub fn classes_of_lower(&self, word: &str) -> Classes {
        if word.len() <= 8 {
            self.classes_of_key(key::of(word.as_bytes()))
        } else {
            self.long.get(word).copied().unwrap_or_default()
        }
    }

    /// The classes of a word of up to eight bytes in lower case, by its key.
    #[inline]
    pub(crate) fn classes_of_key(&self, key: u64) -> Classes {
        self.short.get(&key).copied().unwrap_or_default()
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
