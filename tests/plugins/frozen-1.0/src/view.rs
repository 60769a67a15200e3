//! Rows of structs whose size the other side chose.

use std::marker::PhantomData;

use crate::abi;

/// A row of structs, walked by the stride that its owner gave.
///
/// It holds only what [`Rows::new`] checked, so that reading a row needs no further promise from its user.
#[derive(Debug)]
pub(crate) struct Rows<'a, T> {
    first: *const T,
    count: usize,
    stride: usize,
    lent: PhantomData<&'a T>,
}

impl<T> Clone for Rows<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Rows<'_, T> {}

#[allow(unsafe_code, reason = "reads what the program lent for this call")]
impl<'a, T: Copy> Rows<'a, T> {
    /// The rows at `first`; `None` where the pointer is null with a count, or the stride is below `least`.
    ///
    /// # Safety
    /// `count` structs of `stride` readable bytes each lie at `first` and do not change for `'a`. `T` is one of [`abi`]'s
    /// structs, for which any bit pattern is a value.
    pub(crate) unsafe fn new(first: *const T, count: usize, stride: u32, least: u32) -> Option<Self> {
        let stride = stride as usize;
        let fits = count.checked_mul(stride).is_some_and(|bytes| isize::try_from(bytes).is_ok());
        let there = count == 0 || (!first.is_null() && stride >= least as usize && fits);
        there.then_some(Self { first, count, stride, lent: PhantomData })
    }

    pub(crate) fn len(self) -> usize {
        self.count
    }

    /// Row `index`, from 0.
    pub(crate) fn get(self, index: usize) -> Option<T> {
        (index < self.count).then(|| {
            // SAFETY: the row lies within the memory that `new` was promised.
            let row = unsafe { self.first.byte_add(index * self.stride) };
            // SAFETY: its `stride` bytes are readable, by the same promise.
            unsafe { abi::read_prefix(row, self.stride) }
        })
    }
}

/// The text that the program lent; empty where it is not UTF-8, which the program does not send.
///
/// # Safety
/// As for [`abi::Str::get`].
#[allow(unsafe_code, reason = "reads what the program lent for this call")]
pub(crate) unsafe fn text<'a>(text: abi::Str) -> &'a str {
    // SAFETY: passed on to the caller.
    unsafe { text.get() }.unwrap_or_default()
}
