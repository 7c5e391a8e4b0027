//! A moment in time, as specifications stamp their messages.

use std::fmt;
use std::str::FromStr;

/// A moment: whole seconds since 1970-01-01 00:00 UTC and microseconds within the second.
///
/// It is printed and parsed as RFC 3339, always in UTC and with six decimals when printed. An offset is accepted
/// when parsing, and so are fewer decimals; digits past the sixth are refused, since they could not be kept.
///
/// ```
/// use events_schema::Timestamp;
///
/// let time: Timestamp = "2026-03-01T09:30:00.25+01:00".parse()?;
/// assert_eq!(time.to_string(), "2026-03-01T08:30:00.250000Z");
/// assert_eq!(time.microseconds(), 250_000);
/// # Ok::<(), events_schema::ParseTimestampError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Microseconds since 1970: one number, so that readers pass it on in a register.
    total: i64,
}

/// Seconds of 0000-01-01 and of 9999-12-31T23:59:59, the years that RFC 3339 can write.
const RANGE: std::ops::RangeInclusive<i64> = -62_167_219_200..=253_402_300_799;
const DAY: i64 = 86_400;
const SECOND: i64 = 1_000_000;

impl Timestamp {
    /// Makes a timestamp of seconds since 1970 and microseconds; `None` outside the years 0 to 9999, or when
    /// `microseconds` is not below 1,000,000.
    #[must_use]
    pub const fn new(seconds: i64, microseconds: u32) -> Option<Self> {
        if seconds < *RANGE.start() || seconds > *RANGE.end() || microseconds >= 1_000_000 {
            return None;
        }
        Some(Self {
            total: seconds * SECOND + microseconds as i64,
        })
    }

    /// The whole seconds since 1970-01-01 00:00 UTC.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.total.div_euclid(SECOND)
    }

    /// The microseconds within the second, 0 to 999,999.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the rest is 0 to 999,999")]
    pub const fn microseconds(self) -> u32 {
        self.total.rem_euclid(SECOND) as u32
    }

    /// Makes a timestamp of a civil date and time of day in UTC; `None` when there is no such moment.
    #[must_use]
    pub fn from_civil(year: i64, month: u32, day: u32, second_of_day: i64) -> Option<Self> {
        let year = u32::try_from(year).ok().filter(|year| *year <= 9999)?;
        if !(0..DAY).contains(&second_of_day) {
            return None;
        }
        Self::new(days(year, month, day)? * DAY + second_of_day, 0)
    }

    /// The civil date in UTC: year, month, day.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a day is 1 to 31 and a month 1 to 12"
    )]
    pub const fn date(self) -> (i64, u32, u32) {
        let days = self.seconds().div_euclid(DAY) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * from_march + 2) / 5 + 1) as u32;
        let month = ((from_march + 2) % 12 + 1) as u32;
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        (year, month, day)
    }

    /// The second of the day in UTC, 0 to 86,399.
    #[must_use]
    pub const fn second_of_day(self) -> i64 {
        self.seconds().rem_euclid(DAY)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        let second = self.second_of_day();
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{:06}Z",
            second / 3600,
            second / 60 % 60,
            second % 60,
            self.microseconds()
        )
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The error of parsing a [`Timestamp`]: the text is not an RFC 3339 time of the years 0 to 9999 with at most six
/// decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseTimestampError {
    help: Option<&'static str>,
}

impl ParseTimestampError {
    /// The error of a text that is no time.
    #[cold]
    fn of(text: &str) -> Self {
        let is_time = |text: &str| parse(text.as_bytes()).is_some();
        let long = || {
            let (before, behind) = text.split_once('.')?;
            let zone = behind.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let digits = behind.len() - zone.len();
            (digits > 6).then(|| format!("{before}{zone}"))
        };
        // A time takes no more letters than these, however many decimals somebody thinks of.
        let help = if text.len() > 64 {
            None
        } else if is_time(&format!("{text}Z")) {
            Some("write its zone behind it: `Z` for UTC, or an offset such as `+01:00`")
        } else if long().is_some_and(|short| is_time(&short)) {
            Some("write at most six decimals: a time is kept to the microsecond")
        } else {
            None
        };
        Self { help }
    }

    /// What would make it a time, where one thing alone is wrong with it.
    ///
    /// ```
    /// use events_schema::Timestamp;
    ///
    /// let error = "2026-03-01T08:30:00".parse::<Timestamp>().unwrap_err();
    /// assert_eq!(
    ///     error.help(),
    ///     Some("write its zone behind it: `Z` for UTC, or an offset such as `+01:00`")
    /// );
    /// ```
    #[must_use]
    pub fn help(self) -> Option<&'static str> {
        self.help
    }
}

impl fmt::Display for ParseTimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a time such as `2026-03-01T08:30:00.250000Z`")?;
        match self.help {
            Some(help) => write!(f, ": {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ParseTimestampError {}

impl FromStr for Timestamp {
    type Err = ParseTimestampError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text.as_bytes()).ok_or_else(|| ParseTimestampError::of(text))
    }
}

/// The days from 1970-01-01 to a day of the years 0 to 9999; `None` when there is no such day.
#[inline]
fn days(year: u32, month: u32, day: u32) -> Option<i64> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if day == 0 || day > last {
        return None;
    }
    // Years are counted from March, so that the leap day is the last day of a year, and from 400 years earlier, so that
    // none is below 0.
    let (from_march, year) = if month > 2 {
        (month - 3, year + 400)
    } else {
        (month + 9, year + 399)
    };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * from_march + 2) / 5 + day;
    Some(i64::from(days) - (719_469 + 146_097))
}

/// Reads `YYYY-MM-DDTHH:MM:SS[.ffffff](Z|±HH:MM)`.
fn parse(text: &[u8]) -> Option<Timestamp> {
    let (moment, rest) = text.split_first_chunk::<19>()?;
    let [century, _, year, _, _, month, _, _] = layout(*moment.first_chunk()?, *b"0000-00-")?;
    let [hour, _, _, minute, _, _, second, _] = layout(*moment.last_chunk()?, *b"00:00:00")?;
    let day = two(moment[8], moment[9])?;
    // RFC 3339 allows a leap second; it is counted as the second before it.
    if !matches!(moment[10], b'T' | b't' | b' ') || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let days = days(
        u32::from(century) * 100 + u32::from(year),
        month.into(),
        day.into(),
    )?;
    let [hour, minute, second] = [hour, minute, second.min(59)].map(i64::from);
    let second = days * DAY + hour * 3600 + minute * 60 + second;
    let (microseconds, ahead) = if let Some(microseconds) = six_decimals(rest) {
        (microseconds, 0)
    } else {
        let (microseconds, zone) = fraction(rest)?;
        (microseconds, offset(zone)?)
    };
    Timestamp::new(second - ahead, microseconds)
}

/// The microseconds of a text that is them and `Z`.
#[inline]
fn six_decimals(text: &[u8]) -> Option<u32> {
    let [_, tens, _, hundreds, _, ones, _, _] = layout(text.try_into().ok()?, *b".000000Z")?;
    Some(u32::from(tens) * 10_000 + u32::from(hundreds) * 100 + u32::from(ones))
}

/// The numbers of two digits that begin at each of eight bytes, which must be laid out so: zeros stand for digits. The
/// bytes are looked at all at once.
#[inline]
fn layout(bytes: [u8; 8], layout: [u8; 8]) -> Option<[u8; 8]> {
    // A digit becomes its value, another byte 0.
    let values = u64::from_le_bytes(bytes) ^ u64::from_le_bytes(layout);
    let room = layout.map(|byte| if byte == b'0' { 0x76 } else { 0x7f });
    let wrong = values.wrapping_add(u64::from_le_bytes(room)) | values;
    let numbers = values.wrapping_mul(10).wrapping_add(values >> 8);
    (wrong & 0x8080_8080_8080_8080 == 0).then_some(numbers.to_le_bytes())
}

/// The number that two digits make.
fn two(tens: u8, ones: u8) -> Option<u8> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| tens * 10 + ones)
}

/// The microseconds that a text begins with, none when it does not begin with a point; and what is behind them.
fn fraction(text: &[u8]) -> Option<(u32, &[u8])> {
    let [b'.', text @ ..] = text else {
        return Some((0, text));
    };
    let (mut value, mut unit, mut length) = (0, 1_000_000, 0);
    while let Some(digit @ b'0'..=b'9') = text.get(length).filter(|_| length < 7) {
        unit /= 10;
        value += unit * u32::from(digit - b'0');
        length += 1;
    }
    ((1..=6).contains(&length)).then(|| (value, &text[length..]))
}

/// The seconds by which a zone is ahead.
fn offset(zone: &[u8]) -> Option<i64> {
    match *zone {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), h, hh, b':', m, mm] => {
            let (hours, minutes) = (i64::from(two(h, hh)?), i64::from(two(m, mm)?));
            let offset = hours * 3600 + minutes * 60;
            let ahead = if sign == b'-' { -offset } else { offset };
            (hours < 24 && minutes < 60).then_some(ahead)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_parses() {
        for text in [
            "1970-01-01T00:00:00.000000Z",
            "1969-12-31T23:59:59.999999Z",
            "2000-02-29T12:00:00.000001Z",
            "0000-01-01T00:00:00.000000Z",
            "9999-12-31T23:59:59.999999Z",
        ] {
            assert_eq!(text.parse::<Timestamp>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn knows_the_calendar() {
        let time: Timestamp = "2024-02-29T00:00:00Z".parse().unwrap();
        assert_eq!(time.seconds(), 1_709_164_800);
        assert_eq!(time.date(), (2024, 2, 29));
        let leap: Timestamp = "2016-12-31t23:59:60.5z".parse().unwrap();
        assert_eq!(leap.to_string(), "2016-12-31T23:59:59.500000Z");
        let east: Timestamp = "2016-12-31 23:59:59-01:30".parse().unwrap();
        assert_eq!(east.to_string(), "2017-01-01T01:29:59.000000Z");
    }

    #[test]
    fn six_decimals_and_z_are_no_other_time() {
        let text = "2026-03-01T09:30:00.250013Z";
        for at in 0..text.len() {
            for byte in *b"0159/:.aZz+- " {
                let mut bytes = text.as_bytes().to_vec();
                bytes[at] = byte;
                let other = String::from_utf8(bytes).unwrap();
                // A zone of zero hours is read in other steps.
                let slow = other.strip_suffix('Z').map(|rest| format!("{rest}+00:00"));
                let slow = slow.unwrap_or_else(|| other.clone());
                assert_eq!(other.parse::<Timestamp>(), slow.parse(), "{other}");
            }
        }
        let time: Timestamp = text.parse().unwrap();
        assert_eq!(time.microseconds(), 250_013);
    }

    #[test]
    fn days_follow_one_another() {
        let last = |year: u32, month| {
            (28..=31)
                .rev()
                .find(|day| days(year, month, *day).is_some())
        };
        let mut expected = -719_528;
        for year in 0..=9999 {
            for month in 1..=12 {
                assert_eq!(days(year, month, 1), Some(expected), "{year}-{month}");
                expected += i64::from(last(year, month).unwrap());
            }
            let leap = expected - days(year, 1, 1).unwrap() == 366;
            assert_eq!(leap, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
        }
        assert_eq!(days(1970, 1, 1), Some(0));
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in [
            "",
            "2026-03-01",
            "2026-02-30T00:00:00Z",
            "2100-02-29T00:00:00Z",
            "2026-03-01T24:00:00Z",
            "2026-03-01T00:00:00",
            "2026-03-01T00:00:00.1234567Z",
            "2026-03-01T00:00:00.Z",
            "2026-13-01T00:00:00Z",
            "0000-01-01T00:00:00+00:01",
            "2026-03-01T00:0:000Z",
            "202\u{e9}-03-01T00:00:00Z",
            "2026-03-01T00:00:00.12a456Z",
            "2026-03-01T00:00:00+24:00",
            "2026-03-01T00:00:00+00:6a",
            "2026-03-01T00:00:00ZZ",
        ] {
            assert!(text.parse::<Timestamp>().is_err(), "{text}");
        }
    }

    #[test]
    fn says_what_would_make_it_a_time() {
        let help = |text: &str| text.parse::<Timestamp>().unwrap_err().help();
        for text in ["2026-03-02T08:14:03.4", "2026-03-02 08:14:03"] {
            assert!(help(text).unwrap().starts_with("write its zone"), "{text}");
        }
        for text in [
            "2026-03-02T08:14:03.123456789Z",
            "2026-03-02T08:14:03.1234567+01:00",
        ] {
            assert!(help(text).unwrap().contains("six decimals"), "{text}");
        }
        for text in [
            "",
            "yesterday",
            "2026-03-02",
            "2026-02-30T08:14:03.123456789Z",
        ] {
            assert_eq!(help(text), None, "{text}");
        }
        assert_eq!(
            help(&format!("2026-03-02T08:14:03.{}Z", "1".repeat(1000))),
            None
        );
        let error = "2026-03-02T08:14:03".parse::<Timestamp>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected a time such as `2026-03-01T08:30:00.250000Z`: write its zone behind it: `Z` for UTC, or an offset \
             such as `+01:00`"
        );
    }
}
