//! Days of the Gregorian calendar: 25 February 2025 was a Tuesday.

use std::fmt;

/// A day that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    pub(crate) year: i32,
    /// 1 to 12.
    pub(crate) month: u8,
    /// 1 to 31.
    pub(crate) day: u8,
}

pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(crate) const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Day {
    /// The day, if there is one.
    pub(crate) fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=12).contains(&month) && (1..=month_length(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The day of an ISO date, `2025-02-27`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        Self::new(year, month, parts.next()?.parse().ok()?)
    }

    /// Days since 1 March of the year 0, from which leap days fall at the ends of years.
    pub(crate) fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month < 3);
        let month = (i64::from(self.month) + 9) % 12;
        365 * year + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (month * 153 + 2) / 5
            + i64::from(self.day)
            - 1
    }

    /// 0 for Monday to 6 for Sunday.
    pub(crate) fn weekday(self) -> u8 {
        (self.number() + 2).rem_euclid(7) as u8
    }

    /// `Tuesday`
    pub(crate) fn weekday_name(self) -> &'static str {
        WEEKDAYS[usize::from(self.weekday())]
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.day, MONTHS[usize::from(self.month) - 1], self.year)
    }
}

pub(crate) fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days the month, 1 to 12, has in that year.
pub(crate) fn month_length(year: i32, month: u8) -> u8 {
    match month {
        2 => 28 + u8::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_of_well_known_days() {
        for (day, weekday) in [
            ("1969-07-20", "Sunday"),
            ("1945-05-08", "Tuesday"),
            ("2000-02-29", "Tuesday"),
            ("1989-11-09", "Thursday"),
            ("2025-02-27", "Thursday"),
            ("1815-06-18", "Sunday"),
        ] {
            assert_eq!(Day::parse(day).unwrap().weekday_name(), weekday, "{day}");
        }
    }

    #[test]
    fn days_that_do_not_exist() {
        for day in
            ["2023-02-29", "1900-02-29", "2024-06-31", "2024-13-01", "2024-00-01", "2024-01-00", "x", ""]
        {
            assert_eq!(Day::parse(day), None, "{day}");
        }
        assert!(Day::parse("2000-02-29").is_some());
    }

    #[test]
    fn days_follow_each_other() {
        let mut last = Day::new(1899, 12, 31).unwrap().number();
        for year in 1900..2101 {
            for month in 1..=12 {
                for day in 1..=month_length(year, month) {
                    let number = Day::new(year, month, day).unwrap().number();
                    assert_eq!(number, last + 1, "{year}-{month}-{day}");
                    last = number;
                }
            }
        }
    }
}
