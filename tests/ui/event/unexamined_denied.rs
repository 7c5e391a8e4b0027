#![deny(deprecated)]

use events_core::event;

event! {
    /// Reports of docks.
    <Docks>

    /// Eleven bikes are locked to ten docks, each to one of its own.
    BikesLocked {
        a[a]: u8  Mandatory,
        b[a]: u8  Mandatory,
        c[a]: u8  Mandatory,
        d[a]: u8  Mandatory,
        e[a]: u8  Mandatory,
        f[a]: u8  Mandatory,
        g[a]: u8  Mandatory,
        h[a]: u8  Mandatory,
        i[a]: u8  Mandatory,
        j[a]: u8  Mandatory,
        k[a]: u8  Mandatory,
    }
    footnotes {
        /// Each bike has a dock of its own.
        [a] partly {
            a in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            b in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            c in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            d in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            e in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            f in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            g in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            h in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            i in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            j in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            k in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            a != b && a != c && a != d && a != e && a != f && a != g && a != h && a != i && a != j && a != k;
            b != c && b != d && b != e && b != f && b != g && b != h && b != i && b != j && b != k;
            c != d && c != e && c != f && c != g && c != h && c != i && c != j && c != k;
            d != e && d != f && d != g && d != h && d != i && d != j && d != k;
            e != f && e != g && e != h && e != i && e != j && e != k;
            f != g && f != h && f != i && f != j && f != k;
            g != h && g != i && g != j && g != k;
            h != i && h != j && h != k;
            i != j && i != k;
            j != k;
        }
    }
}

fn main() {}
