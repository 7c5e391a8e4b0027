//! Chunks of files, checked by several threads, their results in order.

use std::collections::VecDeque;
use std::io;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, Scope};

use events_core::read::{Chunk, Format};

use super::scan::{Scan, Text};
use super::tally::Tally;

/// More threads than that wait for the one that reads the files.
const THREADS: usize = 8;

/// How many chunks wait for a thread.
const AHEAD: usize = 2;

/// A chunk of a file, to be checked.
pub(crate) struct Job {
    pub(crate) file: Arc<str>,
    pub(crate) format: Format,
    pub(crate) chunk: Chunk,
    /// Where its messages are counted.
    pub(crate) tally: Tally,
}

/// What was found in a chunk.
pub(crate) struct Part {
    pub(crate) tally: Tally,
    /// What is to be shown, and whether it is a violation.
    pub(crate) findings: Vec<(bool, Vec<u8>)>,
}

type Answer = io::Result<Part>;

/// A job, and where its answer is waited for.
type Asked = (Job, Sender<Answer>);

type Queue = Mutex<Receiver<Asked>>;

/// Threads that check chunks.
pub(crate) struct Pool<'scope, 'env> {
    scope: &'scope Scope<'scope, 'env>,
    scan: &'env Scan<'env>,
    /// How many threads there may be, and how many there are.
    threads: usize,
    started: usize,
    jobs: Sender<Asked>,
    queue: Arc<Queue>,
    /// The answers to jobs that were not asked for yet, in the order of the jobs.
    answers: VecDeque<Receiver<Answer>>,
}

impl<'scope, 'env> Pool<'scope, 'env> {
    /// As many threads as the user wants, or as the machine runs at once up to a bound; `None` when that is one.
    pub(crate) fn new(
        scope: &'scope Scope<'scope, 'env>,
        scan: &'env Scan<'env>,
        threads: Option<NonZero<usize>>,
    ) -> Option<Self> {
        let available = || thread::available_parallelism().map_or(1, NonZero::get);
        let threads = threads.map_or_else(|| available().min(THREADS), NonZero::get);
        let (jobs, queue) = channel();
        (threads > 1).then(|| Self {
            scope,
            scan,
            threads,
            started: 0,
            jobs,
            queue: Arc::new(Mutex::new(queue)),
            answers: VecDeque::new(),
        })
    }

    /// Whether enough chunks are in memory: one for each thread, and some to go on with.
    pub(crate) fn is_full(&self) -> bool {
        self.answers.len() >= self.threads + AHEAD
    }

    /// Has a chunk checked.
    pub(crate) fn give(&mut self, job: Job) {
        if self.started < self.threads {
            let (scan, queue) = (self.scan, Arc::clone(&self.queue));
            self.scope.spawn(move || work(scan, &queue));
            self.started += 1;
        }
        let (sender, answer) = channel();
        // The queue lives as long as the pool.
        if self.jobs.send((job, sender)).is_ok() {
            self.answers.push_back(answer);
        }
    }

    /// Waits for what was found in the first chunk that was not asked for yet; `None` when there is none.
    ///
    /// A thread that panicked gives no answer, and ends the program when its scope ends.
    pub(crate) fn next(&mut self) -> Option<Answer> {
        self.answers.pop_front()?.recv().ok()
    }
}

fn work(scan: &Scan<'_>, queue: &Queue) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((job, answer)) = job else { return };
        // Nobody waits for it when the output failed.
        let _ = answer.send(check(scan, job));
    }
}

fn check(scan: &Scan<'_>, job: Job) -> Answer {
    let Job {
        file,
        format,
        chunk,
        mut tally,
    } = job;
    let mut findings = Vec::new();
    let text = Text {
        file: &file,
        format,
        place: chunk.place(),
        followed: chunk.is_followed(),
        bytes: chunk.bytes(),
    };
    // Bytes in memory can be read to their end.
    scan.check(text, &mut tally, &mut |is_error, finding| {
        findings.push((is_error, finding));
        Ok(())
    })?;
    Ok(Part { tally, findings })
}
