//! Searches reviews by the words of their claims: an inverted index, ranked by BM25.

use std::collections::HashMap;

use crate::terms::terms;

/// How much the length of a review counts against it; claims are all short.
const B: f32 = 0.4;
/// How soon a repeated word counts no more. Terms are counted once, so that it only weighs the length.
const K: f32 = 1.2;
/// So many of the best are looked at closely.
const CANDIDATES: usize = 20;

/// An index over the claims of reviews.
#[derive(Debug)]
pub(crate) struct Index {
    /// Number of each term.
    numbers: HashMap<String, u32>,
    /// For each term the reviews that have it, in order.
    postings: Vec<Vec<u32>>,
    /// For each review its terms, sorted.
    reviews: Vec<Vec<u32>>,
    /// How many terms a review has on average.
    average: f32,
    /// Scores of the search that runs; all zero between searches.
    scores: Vec<f32>,
}

/// A review that a search found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Hit {
    /// Its number in the feed.
    pub(crate) review: usize,
    /// How much of the review's claim, by the weight of its words, stands in the searched text: 0 to 1.
    pub(crate) share: f32,
}

impl Index {
    /// An index over these claims.
    pub(crate) fn new<'t>(claims: impl Iterator<Item = &'t str>) -> Self {
        let mut index = Self {
            numbers: HashMap::new(),
            postings: Vec::new(),
            reviews: Vec::new(),
            average: 1.0,
            scores: Vec::new(),
        };
        for (review, claim) in claims.enumerate() {
            let mut numbers: Vec<u32> = terms(claim).into_iter().map(|term| index.number(term)).collect();
            numbers.sort_unstable();
            for &term in &numbers {
                index.postings[term as usize].push(review as u32);
            }
            index.reviews.push(numbers);
        }
        let total: usize = index.reviews.iter().map(Vec::len).sum();
        index.average = (total as f32 / index.reviews.len().max(1) as f32).max(1.0);
        index.scores = vec![0.0; index.reviews.len()];
        index
    }

    fn number(&mut self, term: String) -> u32 {
        let next = self.postings.len() as u32;
        let number = *self.numbers.entry(term).or_insert(next);
        if number == next {
            self.postings.push(Vec::new());
        }
        number
    }

    /// How rare a term is: its inverse document frequency.
    fn weight(&self, term: u32) -> f32 {
        let with = self.postings[term as usize].len() as f32;
        let all = self.reviews.len() as f32;
        (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
    }

    /// The reviews whose claims share at least `least` words with the text and of whose words, by weight, at least `threshold`
    /// stand in it; the best first.
    pub(crate) fn search(&mut self, text: &str, least: usize, threshold: f32) -> Vec<Hit> {
        let mut query: Vec<u32> =
            terms(text).iter().filter_map(|term| self.numbers.get(term).copied()).collect();
        query.sort_unstable();
        let mut touched: Vec<u32> = Vec::new();
        for &term in &query {
            let weight = self.weight(term);
            for &review in &self.postings[term as usize] {
                let length = self.reviews[review as usize].len() as f32 / self.average;
                let score = &mut self.scores[review as usize];
                if *score == 0.0 {
                    touched.push(review);
                }
                *score += weight * (K + 1.0) / (1.0 + K * (1.0 - B + B * length));
            }
        }
        let mut best: Vec<(f32, u32)> =
            touched.iter().map(|&review| (self.scores[review as usize], review)).collect();
        for review in touched {
            self.scores[review as usize] = 0.0;
        }
        // The feed's order among equals, so that the same search always gives the same.
        let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if best.len() > CANDIDATES {
            best.select_nth_unstable_by(CANDIDATES, order);
            best.truncate(CANDIDATES);
        }
        best.sort_by(order);
        best.iter().filter_map(|&(_, review)| self.hit(review, &query, least, threshold)).collect()
    }

    /// The review as a hit, if enough of it stands in the text.
    fn hit(&self, review: u32, query: &[u32], least: usize, threshold: f32) -> Option<Hit> {
        let (mut all, mut shared, mut count) = (0.0, 0.0, 0);
        for &term in &self.reviews[review as usize] {
            let weight = self.weight(term);
            all += weight;
            if query.binary_search(&term).is_ok() {
                shared += weight;
                count += 1;
            }
        }
        let share = if all > 0.0 { shared / all } else { 0.0 };
        (count >= least && share >= threshold).then_some(Hit { review: review as usize, share })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_claim_comes_first() {
        let claims = [
            "Crime in Norwold doubled between 2019 and 2023.",
            "The moon is made of cheese.",
            "Norwold has more police officers than Westmere.",
        ];
        let mut index = Index::new(claims.into_iter());
        let hits = index.search("Crimes have doubled in Norwold from 2019 to 2023, the mayor said.", 3, 0.6);
        assert_eq!(hits.iter().map(|hit| hit.review).collect::<Vec<_>>(), [0]);
        assert!(index.search("The moon rose.", 3, 0.6).is_empty());
        assert!(index.search("", 3, 0.6).is_empty());
        assert_eq!(index.search("The moon is made of cheese.", 3, 0.6)[0].share, 1.0);
    }

    #[test]
    fn a_hundred_thousand_reviews_are_searched_in_under_50_milliseconds() {
        // Words with the frequencies of a language: the n-th is about 1/n as frequent as the first.
        let mut seed = 1_u64;
        let mut word = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let uniform = (seed >> 11) as f64 / (1_u64 << 53) as f64;
            let mut number = 10_000_f64.powf(uniform) as u32;
            let mut word = String::from("q");
            while number > 0 {
                word.push(char::from(b'a' + (number % 26) as u8));
                number /= 26;
            }
            word + "q"
        };
        let claims: Vec<String> =
            (0..100_000).map(|_| (0..12).map(|_| word()).collect::<Vec<_>>().join(" ")).collect();
        let mut index = Index::new(claims.iter().map(String::as_str));
        let start = std::time::Instant::now();
        for claim in claims.iter().step_by(2000) {
            assert!(!index.search(claim, 3, 0.6).is_empty(), "{claim}");
        }
        let each = start.elapsed() / 50;
        // Ten times as much where the tests are not optimised.
        let limit = if cfg!(debug_assertions) { 500 } else { 50 };
        assert!(each.as_millis() < limit, "{each:?}");
    }
}
