//! The widths of letters.

use pdf_extract::{Document, Object};

/// How many widths a document may give in ranges.
const MOST_WIDTHS: usize = 1 << 20;

/// Gives the width of each letter by itself where fonts give one for a range of letters, which the library overlooks.
pub(super) fn spread_widths(document: &mut Document) {
    let mut room = MOST_WIDTHS;
    let mut elsewhere = Vec::new();
    for object in document.objects.values_mut() {
        let Ok(font) = object.as_dict_mut() else {
            continue;
        };
        match font.get_mut(b"W") {
            Ok(Object::Array(widths)) => *widths = spread(widths, &mut room),
            Ok(Object::Reference(place)) => elsewhere.push(*place),
            _ => {}
        }
    }
    for place in elsewhere {
        if let Some(Object::Array(widths)) = document.objects.get_mut(&place) {
            *widths = spread(widths, &mut room);
        }
    }
}

/// Widths in which `20 27 556` is `20 [556 556 …]`.
fn spread(widths: &[Object], room: &mut usize) -> Vec<Object> {
    let mut spread = Vec::with_capacity(widths.len());
    let mut rest = widths;
    loop {
        rest = match rest {
            [first, each @ Object::Array(_), behind @ ..] => {
                spread.extend([first.clone(), each.clone()]);
                behind
            }
            [
                Object::Integer(first),
                Object::Integer(last),
                width,
                behind @ ..,
            ] => {
                let count =
                    usize::try_from(last.saturating_sub(*first).saturating_add(1)).unwrap_or(0);
                let count = count.min(*room);
                *room -= count;
                spread.push(Object::Integer(*first));
                spread.push(Object::Array(vec![width.clone(); count]));
                behind
            }
            _ => return spread,
        };
    }
}
