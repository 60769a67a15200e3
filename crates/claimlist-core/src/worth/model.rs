//! The trained weights: a file that is read where it lies, without parsing.
//!
//! ```
//! use claimlist_core::worth::Model;
//!
//! assert!(Model::shipped().sentences() > 10_000);
//! assert!(Model::read(b"no model".to_vec()).is_err());
//! ```
//!
//! The file starts with a header of 32 bytes, numbers in little-endian order:
//!
//! | bytes | what |
//! |---|---|
//! | 0..8 | `CLWORTH` and the version of the format, 1 |
//! | 8..10 | revision of the features that it was trained on |
//! | 10 | logarithm (base 2) of the number of slots, 2 to 20 |
//! | 11 | 0 |
//! | 12..16 | 32-bit float: log-odds of a weight of 1 |
//! | 16..20 | 32-bit float: log-odds of any sentence |
//! | 20..24 | how many sentences it was trained on |
//! | 24..28 | how many of them were worth a check |
//! | 28..32 | 0 |
//!
//! Then come the slots' fingerprints, two bytes each, and their weights, one signed byte each. Four slots in a row are a
//! bucket: the high bits of a feature's hash name its bucket, the low 16 bits are its fingerprint. A slot of weight 0 is
//! empty. A feature that training did not meet has (but for one in some thousands) no weight, where plain hashing would lend it
//! another's.

use std::borrow::Cow;

use super::features::REVISION;

const MAGIC: &[u8; 8] = b"CLWORTH\x01";

const HEADER: usize = 32;

/// Slots of a bucket.
const BUCKET: usize = 4;

/// The model that comes with the program; how it was made is told in README.md beside it.
static SHIPPED: &[u8] = include_bytes!("../../model/worth.bin");

/// Weights of a sentence's features.
#[derive(Clone, Debug)]
pub struct Model {
    bytes: Cow<'static, [u8]>,
    slot_bits: u32,
    scale: f32,
    base: f32,
}

/// Why a file is no model that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// It does not start like one.
    #[error("this is no worth model")]
    NotAModel,
    /// It was written by a later version.
    #[error("this worth model is for another version of claimlist")]
    OtherVersion,
    /// Its length is not what its header says.
    #[error("this worth model is not whole")]
    NotWhole,
}

/// What a model file holds beside its weights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Header {
    /// Log-odds of a weight of 1.
    pub scale: f32,
    /// Log-odds of any sentence.
    pub base: f32,
    /// How many sentences it was trained on.
    pub sentences: u32,
    /// How many of them were worth a check.
    pub worthy: u32,
}

impl Default for Model {
    fn default() -> Self {
        Self::shipped()
    }
}

impl Model {
    /// The model that comes with the program.
    #[must_use]
    pub fn shipped() -> Self {
        // A test reads the file; if it were broken, no sentence would have any weight.
        let none = Self { bytes: Cow::Borrowed(&[]), slot_bits: 2, scale: 0.0, base: 0.0 };
        Self::of(Cow::Borrowed(SHIPPED)).unwrap_or(none)
    }

    /// A model from the bytes of its file.
    ///
    /// # Errors
    /// If they are none, or not one for this version.
    pub fn read(bytes: Vec<u8>) -> Result<Self, ModelError> {
        Self::of(Cow::Owned(bytes))
    }

    fn of(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        if !bytes.starts_with(&MAGIC[..7]) || bytes.len() < HEADER {
            return Err(ModelError::NotAModel);
        }
        if !bytes.starts_with(MAGIC) || bytes[8..10] != REVISION.to_le_bytes() {
            return Err(ModelError::OtherVersion);
        }
        let slot_bits = u32::from(bytes[10]);
        let model = Self { slot_bits, scale: float(&bytes, 12), base: float(&bytes, 16), bytes };
        let whole = (2..=20).contains(&slot_bits) && model.bytes.len() == HEADER + 3 * model.slots();
        let sound = model.scale.is_finite() && model.base.is_finite();
        if whole && sound { Ok(model) } else { Err(ModelError::NotWhole) }
    }

    /// The file of a model with these weights (from -127 to 127, not 0) of features, the heaviest first: of those that find no slot, the
    /// lightest have none.
    #[must_use]
    pub fn write(header: Header, slot_bits: u8, weights: &[(u64, i8)]) -> Vec<u8> {
        let slot_bits = slot_bits.clamp(2, 20);
        let slots = 1_usize << slot_bits;
        let mut bytes = vec![0; HEADER + 3 * slots];
        bytes[..8].copy_from_slice(MAGIC);
        bytes[8..10].copy_from_slice(&REVISION.to_le_bytes());
        bytes[10] = slot_bits;
        bytes[12..16].copy_from_slice(&header.scale.to_le_bytes());
        bytes[16..20].copy_from_slice(&header.base.to_le_bytes());
        bytes[20..24].copy_from_slice(&header.sentences.to_le_bytes());
        bytes[24..28].copy_from_slice(&header.worthy.to_le_bytes());
        for &(feature, weight) in weights {
            let first = bucket(feature, u32::from(slot_bits));
            let free = (first..first + BUCKET).find(|slot| bytes[HEADER + 2 * slots + slot] == 0);
            if let Some(slot) = free {
                bytes[HEADER + 2 * slot..][..2].copy_from_slice(&fingerprint(feature).to_le_bytes());
                bytes[HEADER + 2 * slots + slot] = weight as u8;
            }
        }
        bytes
    }

    /// The logarithm (base 2) of the number of slots.
    #[must_use]
    pub fn slot_bits(&self) -> u8 {
        self.slot_bits as u8
    }

    /// The same for a file that is to hold so many features: a third of the slots stays free, so that most features find
    /// one. At most 16, a file of 192 KiB.
    #[must_use]
    pub fn slot_bits_for(features: usize) -> u8 {
        (2..16).find(|bits| features * 3 / 2 <= 1 << bits).unwrap_or(16)
    }

    /// What the file keeps of a feature's hash; as good as the hash for [`Self::weight`] and for [`Self::write`] with
    /// as many slots.
    #[must_use]
    pub fn place(&self, feature: u64) -> u64 {
        Self::place_of(bucket(feature, self.slot_bits), fingerprint(feature), self.slot_bits)
    }

    fn place_of(first: usize, fingerprint: u16, slot_bits: u32) -> u64 {
        let high = (first as u64 / BUCKET as u64).checked_shl(64 + 2 - slot_bits).unwrap_or(0);
        high | u64::from(fingerprint)
    }

    /// The places of all features that have a weight, with their weights.
    pub fn entries(&self) -> impl Iterator<Item = (u64, i8)> + '_ {
        (0..self.slots()).filter_map(|slot| {
            let weight = *self.bytes.get(HEADER + 2 * self.slots() + slot)? as i8;
            let own = self.bytes.get(HEADER + 2 * slot..HEADER + 2 * slot + 2)?.try_into().ok()?;
            let place = Self::place_of(slot / BUCKET * BUCKET, u16::from_le_bytes(own), self.slot_bits);
            (weight != 0).then_some((place, weight))
        })
    }

    fn slots(&self) -> usize {
        1 << self.slot_bits
    }

    /// The weight of a feature, 0 if it has none.
    #[inline]
    #[must_use]
    pub fn weight(&self, feature: u64) -> i8 {
        self.slot_weights().of(feature)
    }

    fn slot_weights(&self) -> SlotWeights<'_> {
        let bytes = self.bytes.get(HEADER..).unwrap_or_default();
        let (fingerprints, weights) = bytes.split_at_checked(2 * self.slots()).unwrap_or_default();
        let (fingerprints, weights) = (fingerprints.as_chunks().0, weights.as_chunks().0);
        SlotWeights { fingerprints, weights, slot_bits: self.slot_bits }
    }

    /// The header, as [`Self::write`] takes it.
    #[must_use]
    pub fn header(&self) -> Header {
        let count = |at| word(&self.bytes, at).map_or(0, u32::from_le_bytes);
        Header { scale: self.scale, base: self.base, sentences: count(20), worthy: count(24) }
    }

    /// How many sentences it was trained on.
    #[must_use]
    pub fn sentences(&self) -> u32 {
        self.header().sentences
    }

    /// Its size in bytes.
    #[must_use]
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// A sum to which the features of a sentence are added.
    pub(super) fn sum(&self) -> WeightSum<'_> {
        WeightSum { weights: self.slot_weights(), scale: self.scale, base: self.base, sum: 0, features: 0 }
    }
}

/// Where the weights of features are looked up.
#[derive(Clone, Copy)]
struct SlotWeights<'m> {
    fingerprints: &'m [[u8; 2 * BUCKET]],
    weights: &'m [[u8; BUCKET]],
    slot_bits: u32,
}

impl SlotWeights<'_> {
    #[inline(always)]
    fn of(self, feature: u64) -> i8 {
        const ONES: u64 = u64::MAX / 0xffff;
        let bucket = bucket(feature, self.slot_bits) / BUCKET;
        let (Some(fingerprints), Some(weights)) = (self.fingerprints.get(bucket), self.weights.get(bucket))
        else {
            return 0;
        };
        // Two bytes are zero where the fingerprint is the feature's; the first such pair sets its highest bit alone.
        let differ = u64::from_le_bytes(*fingerprints) ^ (u64::from(fingerprint(feature)) * ONES);
        let same = differ.wrapping_sub(ONES) & !differ & (ONES << 15);
        // Whether a feature is known is anybody's guess, so no branch asks: the weight of one that is not is shifted out.
        let slot = same.trailing_zeros() / 16;
        (u64::from(u32::from_le_bytes(*weights)) >> (8 * slot)) as i8
    }
}

/// The sum over the features of a sentence.
pub(super) struct WeightSum<'m> {
    weights: SlotWeights<'m>,
    scale: f32,
    base: f32,
    sum: i32,
    features: u32,
}

impl WeightSum<'_> {
    /// Adds a feature.
    #[inline(always)]
    pub(super) fn add(&mut self, feature: u64) {
        self.sum += i32::from(self.weights.of(feature));
        self.features += 1;
    }

    /// What a weight of 1 is worth in this sentence, in log-odds: the more features, the less each tells.
    pub(super) fn unit(&self) -> f64 {
        f64::from(self.scale) * share(self.features)
    }

    /// The log-odds of the sentence.
    pub(super) fn log_odds(&self) -> f64 {
        f64::from(self.base) + self.unit() * f64::from(self.sum)
    }
}

/// How much each of so many features of a sentence counts. A long sentence has more features; without this it would be
/// surer of itself for its length alone.
#[must_use]
pub fn share(features: u32) -> f64 {
    1.0 / f64::from(features.max(1)).sqrt()
}

#[inline(always)]
fn bucket(feature: u64, slot_bits: u32) -> usize {
    // The shift is by 46 to 64 bits; at 64 there is one bucket.
    (feature >> 1 >> (64 + 1 - slot_bits)) as usize * BUCKET
}

#[inline(always)]
fn fingerprint(feature: u64) -> u16 {
    feature as u16
}

fn word(bytes: &[u8], at: usize) -> Option<[u8; 4]> {
    bytes.get(at..at + 4)?.try_into().ok()
}

fn float(bytes: &[u8], at: usize) -> f32 {
    word(bytes, at).map_or(0.0, f32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_model_is_whole_and_small() {
        let model = Model::of(Cow::Borrowed(SHIPPED)).unwrap();
        assert!(model.size() < 256 * 1024, "{}", model.size());
        assert!(model.scale > 0.0);
    }

    #[test]
    fn what_is_written_is_read() {
        let header = Header { scale: 0.25, base: -1.5, sentences: 7, worthy: 3 };
        let hash = |n: u64| n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let weights: Vec<_> = (1..60).map(|n| (hash(n), n as i8)).rev().collect();
        let model = Model::read(Model::write(header, 8, &weights)).unwrap();
        assert_eq!(model.header(), header);
        let kept = weights.iter().filter(|(feature, weight)| model.weight(*feature) == *weight).count();
        assert!(kept > 55, "{kept}");
        assert!((1000..2000).all(|n| model.weight(hash(n)) == 0));
        let mut entries: Vec<_> = model.entries().collect();
        assert_eq!(entries.len(), kept);
        assert!(entries.iter().all(|(place, weight)| model.weight(*place) == *weight));
        entries.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        let again = Model::read(Model::write(header, 8, &entries)).unwrap();
        assert!(weights.iter().all(|(feature, _)| again.weight(*feature) == model.weight(*feature)));
    }

    #[test]
    fn what_is_no_model_is_refused() {
        let whole = Model::write(Header::default(), 4, &[]);
        let mut later = whole.clone();
        later[7] = 2;
        for (bytes, error) in [
            (b"PK".to_vec(), ModelError::NotAModel),
            (later, ModelError::OtherVersion),
            (whole[..40].to_vec(), ModelError::NotWhole),
        ] {
            assert_eq!(Model::read(bytes).unwrap_err(), error);
        }
    }
}
