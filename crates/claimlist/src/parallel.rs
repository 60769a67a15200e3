//! Work on many items at once, with the results in the order of the items and bounded memory.
//!
//! A thread reads the items. With each it puts a place for the result into a bounded queue, and the item with that
//! place into the queue of the workers; whoever takes the results takes the places in their order.

use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// Items under way for each thread: enough that one slow item does not leave the other threads idle.
const ITEMS_A_THREAD: usize = 4;

/// How many items are under way at once.
pub(crate) fn under_way(jobs: NonZeroUsize) -> usize {
    jobs.get() * ITEMS_A_THREAD
}

/// The results, in the order of their items.
pub(crate) struct InOrder<O> {
    places: Receiver<Receiver<O>>,
    next: Option<Receiver<O>>,
    workers: Vec<thread::JoinHandle<()>>,
}

/// `work` on each item, on `jobs` threads.
///
/// The threads end when the items do, or soon after the results are dropped. When the last result was taken, `work` and all that
/// it holds has been dropped.
pub(crate) fn map_in_order<I, O>(
    jobs: NonZeroUsize,
    items: impl Iterator<Item = I> + Send + 'static,
    work: impl Fn(I) -> O + Send + Sync + 'static,
) -> InOrder<O>
where
    I: Send + 'static,
    O: Send + 'static,
{
    let capacity = under_way(jobs);
    let (place, places) = sync_channel::<Receiver<O>>(capacity);
    let (item, queue) = sync_channel::<(I, SyncSender<O>)>(capacity);
    thread::spawn(move || {
        for next in items {
            let (result, waiting) = sync_channel(1);
            if place.send(waiting).is_err() || item.send((next, result)).is_err() {
                return;
            }
        }
    });
    let queue = Arc::new(Mutex::new(queue));
    let work = Arc::new(work);
    let worker = |_| {
        let (queue, work) = (Arc::clone(&queue), Arc::clone(&work));
        thread::spawn(move || {
            while let Some((item, result)) = take(&queue) {
                // Nobody waits for it any more: the results were dropped.
                if result.send(work(item)).is_err() {
                    return;
                }
            }
        })
    };
    InOrder { places, next: None, workers: (0..jobs.get()).map(worker).collect() }
}

fn take<T>(queue: &Mutex<Receiver<T>>) -> Option<T> {
    queue.lock().ok()?.recv().ok()
}

impl<O> InOrder<O> {
    /// Whether the next result may take a while: a good moment to flush what was written.
    pub(crate) fn must_wait(&mut self) -> bool {
        // A place without a result counts as waiting too; one that is taken here is kept for `next`.
        if self.next.is_none() {
            self.next = self.places.try_recv().ok();
        }
        self.next.is_none()
    }
}

impl<O> Iterator for InOrder<O> {
    type Item = O;

    /// A place whose worker is gone is skipped; `work` is to turn what can go wrong into a result.
    fn next(&mut self) -> Option<O> {
        loop {
            let place = match self.next.take() {
                Some(place) => place,
                None => match self.places.recv() {
                    Ok(place) => place,
                    Err(_) => {
                        // There are no more items, so that they end at once.
                        self.workers.drain(..).for_each(|worker| drop(worker.join()));
                        return None;
                    }
                },
            };
            if let Ok(result) = place.recv() {
                return Some(result);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for jobs in [1, 2, 7] {
            let slow_first = |item: u64| {
                thread::sleep(std::time::Duration::from_micros(100 * (3 - item % 4)));
                item * 10
            };
            let results: Vec<_> =
                map_in_order(NonZeroUsize::new(jobs).unwrap(), 0..200u64, slow_first).collect();
            assert_eq!(results, (0..200).map(|item| item * 10).collect::<Vec<_>>());
        }
    }

    #[test]
    fn endless_items_are_read_only_as_far_as_results_are_taken() {
        let first: Vec<_> = map_in_order(NonZeroUsize::MIN, 0.., |item| item).take(3).collect();
        assert_eq!(first, [0, 1, 2]);
    }
}
