use events_core::{Text, event};

event! {
    /// What docks report.
    #[tag(mesage_type)]
    <Docks>

    /// A dock was looked at.
    DockReported {
        message_type  Mandatory,
        bike: Text    Optional,
    }

    /// A dock was taken.
    DockTaken {
        message_type  Mandatory,
    }
}

fn main() {}
