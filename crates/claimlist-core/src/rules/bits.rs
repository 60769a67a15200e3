//! Sets of rules by their numbers, a bit each: what calls up rules is put together a machine word at a time, and the rules of a
//! set come in their order.

/// A set of numbers below a bound.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// None of the numbers below `bound`.
    pub(super) fn none(bound: usize) -> Self {
        Self(vec![0; bound.div_ceil(64)])
    }

    /// Adds numbers; those that are not below the bound are left out.
    #[inline]
    pub(super) fn add<'n>(&mut self, numbers: impl IntoIterator<Item = &'n u32>) {
        for &number in numbers {
            if let Some(word) = self.0.get_mut(number as usize / 64) {
                *word |= 1 << (number % 64);
            }
        }
    }

    /// Makes it the same set as another of the same bound.
    #[inline]
    pub(super) fn copy(&mut self, other: &Self) {
        self.0.clone_from(&other.0);
    }

    /// Makes it the numbers that are in one of two sets and in a third; all have the same bound.
    #[inline]
    pub(super) fn join(&mut self, one: &Self, other: &Self, within: &Self) {
        self.0.clear();
        let words = one.0.iter().zip(&other.0).zip(&within.0);
        self.0.extend(words.map(|((one, other), within)| (one | other) & within));
    }

    /// Calls `visit` with the numbers, in order.
    #[inline]
    pub(super) fn each(&self, mut visit: impl FnMut(u32)) {
        for (&word, at) in self.0.iter().zip(0_u32..) {
            let mut rest = word;
            while rest != 0 {
                visit(at * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(numbers: &[u32]) -> Bits {
        let mut bits = Bits::none(200);
        bits.add(numbers);
        bits
    }

    fn numbers(bits: &Bits) -> Vec<u32> {
        let mut numbers = Vec::new();
        bits.each(|number| numbers.push(number));
        numbers
    }

    #[test]
    fn numbers_come_in_their_order_and_once() {
        let all = [0, 1, 63, 64, 127, 199];
        assert_eq!(numbers(&of(&[64, 0, 199, 63, 64, 1, 127])), all);
        assert!(numbers(&of(&[1000])).is_empty());
    }

    #[test]
    fn two_sets_are_joined_within_a_third() {
        let mut bits = of(&[5]);
        bits.join(&of(&[1, 70]), &of(&[70, 130, 131]), &of(&[1, 70, 131, 150]));
        assert_eq!(numbers(&bits), [1, 70, 131]);
        bits.copy(&of(&[3]));
        assert_eq!(numbers(&bits), [3]);
    }
}
