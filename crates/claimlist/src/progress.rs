//! How far a long run has come: a line on a terminal's standard error, from its second second on.
//!
//! ```text
//! 118 of 400 articles  ━━━━━━━━━━━━╸                      4.1 MB/s, 12s left
//! ```

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What is done sooner needs no line.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the time that is left is brought up to date.
const TICK: Duration = Duration::from_millis(250);

/// The line; it vanishes when it is dropped.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// When it becomes visible; none if it is, or never will be.
    due: Option<Instant>,
    /// The bytes of each input.
    sizes: Vec<u64>,
    done: usize,
}

impl Progress {
    /// The progress through inputs of these sizes. Without a terminal it shows nothing.
    pub(crate) fn new(sizes: Vec<u64>) -> Self {
        let bar = ProgressBar::with_draw_target(Some(sizes.iter().sum()), ProgressDrawTarget::hidden());
        Self { bar, due: Some(Instant::now() + PATIENCE), sizes, done: 0 }
    }

    /// Progress that is never shown.
    pub(crate) fn hidden() -> Self {
        let mut hidden = Self::new(Vec::new());
        hidden.due = None;
        hidden
    }

    /// One more input is done.
    pub(crate) fn advance(&mut self) {
        self.bar.inc(self.sizes.get(self.done).copied().unwrap_or_default());
        self.done += 1;
        if self.due.is_some_and(|due| due <= Instant::now()) {
            self.due = None;
            self.show();
        }
        self.bar.set_message(format!("{} of {} articles", self.done, self.sizes.len()));
    }

    fn show(&self) {
        let template = "{msg}  {wide_bar}  {decimal_bytes_per_sec}, {eta} left";
        // The template is ours; if it were faulty, the line would look plainer.
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style.progress_chars("━╸ "));
        }
        self.bar.set_draw_target(ProgressDrawTarget::stderr());
        self.bar.enable_steady_tick(TICK);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
