//! Scores accuracy on gold suites.
fn main() {}
