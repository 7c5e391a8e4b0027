//! Footnotes whose status nobody has held against the document yet: each uses a constant that is deprecated, which is
//! a warning at the word `proposed`, and an error where the lint is denied.

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
        let used = quote_spanned!(span=> PROPOSED);
        Some(quote! {
            const _: () = {
                #[deprecated(note = #note)]
                const PROPOSED: () = ();
                #used
            };
        })
    });
    proposed.collect()
}
