use events_core::{Text, event};

event! {
    /// Reports of docks.
    #[source(document = "Dock Protocol", chapter = "Reports")]
    <Docks>

    /// A dock was looked at.
    DockReported = 7 {
        dock: u16        Mandatry,
        dock: u16        Optional,
        bike[a]: Text    Optional
        fault[c]: u16    Optional,
    }
    footnotes {
        /// A dock with a fault holds no bike.
        [a] if falt { !bike }
    }
}

fn main() {
    let dock = DockReported::builder().dock(7).fault(3).build();
    let _: (u16, &Option<Text>) = (dock.dock, &dock.bike);
    let _ = Docks::from(DockReported { fault: None, ..dock });
}
