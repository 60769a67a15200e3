//! Times in sentences of our own: span and facts.
