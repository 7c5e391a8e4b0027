//! Whether a message says one of several values.

use events_schema::{Datum, Outcome};

/// Whether a value is one of these; an absent value cannot be told.
#[inline]
#[must_use]
pub fn among(datum: Option<Datum<'_>>, values: &[Datum<'_>]) -> Outcome {
    datum.map_or(Outcome::CannotTell, |datum| {
        values.iter().any(|value| datum.same(*value)).into()
    })
}

/// The same for the numbers of members, which are mostly asked for.
#[must_use]
pub fn among_numbers(datum: Option<Datum<'_>>, numbers: &[i64]) -> Outcome {
    match datum {
        None => Outcome::CannotTell,
        Some(Datum::Integer(value)) => {
            let mut numbers = numbers.iter();
            numbers.any(|number| i128::from(*number) == value).into()
        }
        Some(datum) => {
            let mut numbers = numbers.iter();
            numbers.any(|value| datum.same(number(*value))).into()
        }
    }
}

/// The number of a member as a message says it.
#[inline]
#[must_use]
pub fn number(number: i64) -> Datum<'static> {
    Datum::Integer(number.into())
}

#[cfg(test)]
mod tests {
    use events_schema::Outcome::{Holds, Violated};

    use super::*;

    #[test]
    fn numbers_of_members_are_compared_as_values_are() {
        let members = [1, 2, -3];
        let values = members.map(number);
        for (datum, outcome) in [
            (None, Outcome::CannotTell),
            (Some(number(2)), Holds),
            (Some(number(3)), Violated),
            (Some(Datum::Integer(1 << 64 | 1)), Violated),
            (Some(Datum::Real(-3.0)), Holds),
            (Some(Datum::Real(1.5)), Violated),
            (Some(Datum::Text("2")), Violated),
        ] {
            assert_eq!(among_numbers(datum, &members), outcome, "{datum:?}");
            assert_eq!(among(datum, &values), outcome, "{datum:?}");
        }
        assert_eq!(among_numbers(Some(number(0)), &[]), Violated);
    }
}
