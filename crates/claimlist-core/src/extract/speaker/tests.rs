//! Speakers in sentences of our own.
