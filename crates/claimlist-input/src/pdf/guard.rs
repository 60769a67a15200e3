//! Runs work on a file that may be hostile: it ends in bounded time, and a panic in it is an error that prints nothing.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::{Once, mpsc};
use std::thread;
use std::time::Duration;

use super::{broken, excessive};
use crate::ReadError;

/// Far more than any article takes. A thread that takes longer is left behind, and ends with the program.
const LONGEST: Duration = Duration::from_secs(30);

/// Bytes of stack: documents nest their objects, which are read recursively.
const STACK: usize = 16 << 20;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// What the work gives.
///
/// # Errors
/// Its own, and one when it panics or takes too long.
pub(super) fn guarded<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ReadError> + Send + 'static,
) -> Result<T, ReadError> {
    guarded_for(LONGEST, work)
}

fn guarded_for<T: Send + 'static>(
    longest: Duration,
    work: impl FnOnce() -> Result<T, ReadError> + Send + 'static,
) -> Result<T, ReadError> {
    silence();
    let (sender, receiver) = mpsc::channel();
    let run = move || {
        QUIET.set(true);
        let result = catch_unwind(AssertUnwindSafe(work));
        // Nobody waits any more if it took too long.
        drop(sender.send(result));
    };
    let thread = thread::Builder::new().name("pdf".to_owned()).stack_size(STACK).spawn(run);
    thread.map_err(|error| broken(format!("no thread to read it in could be started ({error})")))?;
    match receiver.recv_timeout(longest) {
        Ok(Ok(result)) => result,
        Ok(Err(_)) => Err(broken("it is damaged in a way that its reader cannot cope with")),
        Err(_) => Err(excessive("it takes too long to read, as only damaged or hostile documents do")),
    }
}

/// Panics of the work print nothing; those of all other threads are handled as before.
fn silence() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                others(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_and_endless_work_are_errors() {
        assert_eq!(guarded(|| Ok(1)).unwrap(), 1);
        assert!(matches!(guarded(|| Err::<(), _>(ReadError::Empty)), Err(ReadError::Empty)));
        let panicked = guarded(|| -> Result<(), _> { panic!("no such page") });
        assert!(panicked.unwrap_err().to_string().contains("damaged"));
        let endless = guarded_for(Duration::from_millis(10), || {
            thread::sleep(Duration::from_secs(5));
            Ok(())
        });
        assert!(endless.unwrap_err().to_string().contains("too long"));
    }
}
