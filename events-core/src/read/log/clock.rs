//! The time stamps of log lines.

use std::fmt;

use super::bytes::{digits, eight_digits};
use crate::Timestamp;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// How far, in seconds, the time of day may fall back within a day: clocks are put back by an hour or two in autumn,
/// and threads write their lines a little late.
const BACK: u32 = 2 * 3600;

/// How late, in seconds, a line of the day before may be behind midnight.
const LATE: u32 = 600;

/// What is added to the second of a day that is one of UTC, so that all times lie further back than [`BACK`].
const UTC: u32 = 4 * 86_400;

/// When a line was logged, by the clock and in the time zone of the host that wrote it.
///
/// Many lines bear only the time of day. Their date is the one of the last line that bore one, or of the file's head;
/// it goes on by a day when the time of day falls back by more than two hours. A smaller step back is a clock that was
/// put back or a line that was written late; a line of the last ten minutes of a day that comes less than ten minutes
/// behind midnight is of the day before. Where the head tells the time of UTC alone, the first line is of the day that
/// brings it closest to that.
///
/// ```
/// use events_core::families::registration::Registration;
/// use events_core::read::log::Reader;
/// use events_core::Message;
///
/// let log = "2026-03-01T23:59:59.998 Std 05060 Application started\n\
///     @00:00:01.5000 [0] 8.1.101.25 distribute_event: message EventPrivateInfo\n";
/// let mut reader = Reader::new(log.as_bytes(), Registration::events());
/// let message = reader.read()?.expect("there is a message");
/// let logged = message.logged_at().expect("its header bears a time");
/// assert_eq!(logged.to_string(), "2026-03-02T00:00:01.500000");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LocalTime {
    /// Days since 1970.
    day: Option<i64>,
    second: u32,
    microsecond: u32,
}

impl LocalTime {
    /// Year, month and day, if they are known.
    #[must_use]
    pub fn date(self) -> Option<(i64, u32, u32)> {
        Timestamp::new(self.day? * DAY, 0).map(Timestamp::date)
    }

    /// The second of the day, 0 to 86,399.
    #[must_use]
    pub fn second_of_day(self) -> u32 {
        self.second
    }

    /// The microseconds within the second, 0 to 999,999.
    #[must_use]
    pub fn microseconds(self) -> u32 {
        self.microsecond
    }
}

impl fmt::Display for LocalTime {
    /// Writes `2026-03-02T00:00:01.500000`, or the time of day alone when the date is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((year, month, day)) = self.date() {
            write!(f, "{year:04}-{month:02}-{day:02}T")?;
        }
        let (minute, second) = (self.second / 60, self.second % 60);
        write!(
            f,
            "{:02}:{:02}:{second:02}.{:06}",
            minute / 60,
            minute % 60,
            self.microsecond
        )
    }
}

/// Carries the date from line to line.
#[derive(Debug, Default)]
pub(super) struct Clock {
    day: Option<i64>,
    second: u32,
}

impl Clock {
    /// Takes the time stamp of the next line and gives it its date.
    #[inline]
    pub(super) fn tell(&mut self, mut time: LocalTime) -> LocalTime {
        if time.day.is_some() {
            self.day = time.day;
        } else if time.second + BACK < self.second {
            self.day = self.day.map(|day| day + self.turn(time.second));
        } else if time.second > self.second + (86_400 - LATE) {
            time.day = self.day.map(|day| day - 1);
            return time;
        }
        self.second = time.second;
        time.day = self.day;
        time
    }

    /// Takes the time of UTC that a file's head tells, where it does not tell the local one.
    pub(super) fn start_in_utc(&mut self, time: LocalTime) {
        self.day = time.day;
        self.second = time.second + UTC;
    }

    /// How many days lie between the last time and this one, which is further back in its day.
    #[cold]
    fn turn(&self, second: u32) -> i64 {
        const HALF: u32 = 12 * 3600;
        match self.second.checked_sub(UTC) {
            None => 1,
            Some(start) if second + HALF < start => 1,
            Some(start) if second > start + HALF => -1,
            Some(_) => 0,
        }
    }
}

/// The time stamp that a line begins with: `@16:45:24.5939`, `16:41:55.299` or `2015-05-29T12:21:16.438`, blanks
/// before it allowed.
#[inline]
pub(super) fn stamp(line: &[u8]) -> Option<LocalTime> {
    match line.first()? {
        b'@' => clock_time(line, 1, None),
        b'0'..=b'9' => dated(line),
        b' ' | b'\t' => dated(line.trim_ascii_start()),
        _ => None,
    }
}

#[inline]
fn dated(line: &[u8]) -> Option<LocalTime> {
    if line.get(4) != Some(&b'-') {
        return clock_time(line, 0, None);
    }
    if line.get(7) != Some(&b'-') || !matches!(line.get(10)?, b'T' | b' ') {
        return None;
    }
    let year = two(line, 0)? * 100 + two(line, 2)?;
    let midnight = Timestamp::from_civil(year.into(), two(line, 5)?, two(line, 8)?, 0)?;
    clock_time(line, 11, Some(midnight.seconds() / DAY))
}

/// `HH:MM:SS` and decimals after a point or comma, of which six count.
#[inline]
fn clock_time(line: &[u8], at: usize, day: Option<i64>) -> Option<LocalTime> {
    // Each digit becomes its value and each colon 0, all in one number.
    let clock = line.get(at..)?.first_chunk::<8>()?;
    let word = u64::from_le_bytes(*clock) ^ u64::from_le_bytes(*b"00:00:00");
    let wrong = word.wrapping_add(0x7676_7f76_767f_7676) | word;
    if wrong & 0x8080_8080_8080_8080 != 0 {
        return None;
    }
    let pairs = (word.wrapping_mul(10).wrapping_add(word >> 8)).to_le_bytes();
    let [hour, minute, second] = [pairs[0], pairs[3], pairs[6]].map(u32::from);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let microsecond = match line.get(at + 8..) {
        Some([b'.' | b',', decimals @ ..]) => microseconds(decimals),
        _ => 0,
    };
    Some(LocalTime {
        day,
        second: hour * 3600 + minute * 60 + second,
        microsecond,
    })
}

/// The digits that a text begins with, six at most, as decimals of a second.
#[inline]
fn microseconds(text: &[u8]) -> u32 {
    let mut padded = [0; 8];
    let word = text.first_chunk().unwrap_or_else(|| {
        padded[..text.len()].copy_from_slice(text);
        &padded
    });
    let word = u64::from_le_bytes(*word);
    let length = digits(word).min(6);
    // Zeros behind the digits make eight of them: hundredths of microseconds.
    let digits = word & 0x0f0f_0f0f_0f0f_0f0f & !(u64::MAX << (8 * length));
    u32::try_from(eight_digits(digits) / 100).unwrap_or(0)
}

/// Two digits.
#[inline]
fn two(line: &[u8], at: usize) -> Option<u32> {
    let (tens, ones) = (
        line.get(at)?.wrapping_sub(b'0'),
        line.get(at + 1)?.wrapping_sub(b'0'),
    );
    (tens < 10 && ones < 10).then(|| u32::from(tens) * 10 + u32::from(ones))
}

/// The time that a line of a file's head gives, such as `Local time:         2008-04-02T16:51:12.123`.
pub(super) fn head_time(value: &str) -> Option<LocalTime> {
    dated(value.trim().as_bytes()).filter(|time| time.day.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(clock: &mut Clock, line: &str) -> String {
        clock.tell(stamp(line.as_bytes()).unwrap()).to_string()
    }

    #[test]
    fn the_date_is_carried_and_goes_on_at_midnight() {
        let mut clock = Clock::default();
        assert_eq!(told(&mut clock, "@16:45:24.5939 [0]"), "16:45:24.593900");
        assert_eq!(
            told(&mut clock, "2015-12-31T23:59:58.438 Trc"),
            "2015-12-31T23:59:58.438000"
        );
        assert_eq!(
            told(&mut clock, "@23:59:58.4380 x"),
            "2015-12-31T23:59:58.438000"
        );
        assert_eq!(
            told(&mut clock, "00:00:00.001 Int"),
            "2016-01-01T00:00:00.001000"
        );
        // A line that is a little late is of the same day.
        assert_eq!(
            told(&mut clock, "@00:00:00.0001"),
            "2016-01-01T00:00:00.000100"
        );
    }

    #[test]
    fn a_step_back_of_a_few_hours_is_a_day() {
        let mut clock = Clock::default();
        for (line, expected) in [
            ("2026-03-01T20:00:01.000 x", "2026-03-01T20:00:01.000000"),
            ("@09:00:00.0000", "2026-03-02T09:00:00.000000"),
            ("@06:59:59.0000", "2026-03-03T06:59:59.000000"),
            // Clocks are put back in autumn.
            ("@02:59:59.0000", "2026-03-04T02:59:59.000000"),
            ("@02:00:00.0000", "2026-03-04T02:00:00.000000"),
            // Two threads at midnight.
            ("@23:59:59.0000", "2026-03-04T23:59:59.000000"),
            ("@00:00:01.0000", "2026-03-05T00:00:01.000000"),
            ("@23:59:59.9000", "2026-03-04T23:59:59.900000"),
            ("@00:00:02.0000", "2026-03-05T00:00:02.000000"),
            ("@23:40:00.0000", "2026-03-05T23:40:00.000000"),
        ] {
            assert_eq!(told(&mut clock, line), expected);
        }
    }

    #[test]
    fn six_decimals_count() {
        for (text, expected) in [
            ("", 0),
            ("5", 500_000),
            ("5939", 593_900),
            ("5939 [0] x", 593_900),
            ("003 Trc", 3_000),
            ("0012345", 1_234),
            ("999999999", 999_999),
            ("1\u{b9}5", 100_000),
            (" 5", 0),
        ] {
            assert_eq!(microseconds(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn utc_is_of_the_day_that_is_closest() {
        for (head, line, expected) in [
            // In California, in India, and where clocks show UTC.
            (
                "2026-03-02T02:00:00",
                "18:00:00.1",
                "2026-03-01T18:00:00.100000",
            ),
            (
                "2026-03-02T20:00:00",
                "01:30:00.1",
                "2026-03-03T01:30:00.100000",
            ),
            (
                "2026-03-02T20:00:00",
                "20:00:01.0",
                "2026-03-02T20:00:01.000000",
            ),
            (
                "2026-03-02T12:00:00",
                "00:00:01.0",
                "2026-03-02T00:00:01.000000",
            ),
        ] {
            let mut clock = Clock::default();
            clock.start_in_utc(head_time(head).unwrap());
            assert_eq!(told(&mut clock, line), expected);
            let next = told(&mut clock, "23:00:00.0");
            assert!(next.starts_with(&expected[..10]), "{next}");
        }
        let mut clock = Clock::default();
        clock.start_in_utc(head_time("2026-03-02T02:00:00").unwrap());
        let dated = told(&mut clock, "2026-03-01T18:00:00.1 x");
        assert_eq!(dated, "2026-03-01T18:00:00.100000");
        assert_eq!(
            told(&mut clock, "@17:59:00.0"),
            "2026-03-01T17:59:00.000000"
        );
    }

    #[test]
    fn reads_no_time_where_none_is() {
        for line in [
            "",
            "@",
            "message X",
            "@24:00:00.0000",
            "2015-13-01T00:00:00",
            "12 345:67",
            "2015-01-07x13:14:26",
        ] {
            assert!(stamp(line.as_bytes()).is_none(), "{line}");
        }
        assert!(stamp(b"        2016-04-29T16:26:11.580 Trc").is_some());
        assert!(stamp(b"2015-01-07 13:14:26,572 TEST").is_some());
    }
}
