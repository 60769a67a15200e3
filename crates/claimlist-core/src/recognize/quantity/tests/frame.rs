//! The words around a figure: modifiers and changes.

use super::*;

#[test]
fn modifiers() {
    check_fact(
        Slot::Modifier,
        &[
            ("At least 17 people died.", "at-least"),
            ("Up to 17 people died.", "at-most"),
            ("More than 17 people died.", "more-than"),
            ("Just under 5% stayed.", "less-than"),
            ("Some 300 miners left.", "about"),
            ("Nearly a third of them left.", "nearly"),
            ("Exactly 12 people left.", "exactly"),
            ("17 people or more died.", "at-least"),
            ("30-odd people died.", "about"),
            ("17 people died.", ""),
        ],
    );
}

#[test]
fn changes() {
    check_fact(
        Slot::Change,
        &[
            ("Prices rose by 3.2%.", "up"),
            ("Sales were up 3.2%.", "up"),
            ("Prices rose sharply by 3.2%.", "up"),
            ("A 5% fall came.", "down"),
            ("A fall of 5% came.", "down"),
            ("Sales fell by a fifth.", "down"),
            ("Prices rose to 5%.", ""),
            ("Prices doubled.", "up"),
            ("It takes 5%.", ""),
        ],
    );
}
