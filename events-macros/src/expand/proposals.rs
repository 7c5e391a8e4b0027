//! What the author of an event must look at, although it is legal: footnotes whose status nobody has held against the
//! document yet, and rules that are too many to be examined. Each uses a constant that is deprecated, which is a warning
//! at the word `proposed` or at the event's name, and an error where the lint is denied.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::model::Event;

pub(super) fn expand(event: &Event) -> TokenStream {
    let proposed = event.footnotes.iter().filter_map(|footnote| {
        let span = footnote.proposed?;
        let note = format!(
            "footnote `{}` of `{}` is a proposal: hold it against the document, then remove `proposed`",
            footnote.letter, event.name
        );
        Some(warn(&note, &quote_spanned!(span=> PROPOSED)))
    });
    let unexamined = event.unexamined.as_ref();
    let unexamined =
        unexamined.map(|note| warn(note, &quote_spanned!(event.ident.span()=> UNEXAMINED)));
    proposed.chain(unexamined).collect()
}

/// A use of a constant of this name that is deprecated with a note.
fn warn(note: &str, used: &TokenStream) -> TokenStream {
    quote! {
        const _: () = {
            #[deprecated(note = #note)]
            const #used: () = ();
            #used
        };
    }
}
