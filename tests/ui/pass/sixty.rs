//! An event of sixty attributes.

use events_core::event;

event! {
    /// Wide events.
    <Wide>

    /// An event of sixty attributes.
    Sixty {
        Attribute00: u32  Optional,
        Attribute01: u32  Mandatory,
        Attribute02: u32  Optional,
        Attribute03: u32  Mandatory,
        Attribute04: u32  Optional,
        Attribute05: u32  Mandatory,
        Attribute06: u32  Optional,
        Attribute07: u32  Mandatory,
        Attribute08: u32  Optional,
        Attribute09: u32  Mandatory,
        Attribute10: u32  Optional,
        Attribute11: u32  Mandatory,
        Attribute12: u32  Optional,
        Attribute13: u32  Mandatory,
        Attribute14: u32  Optional,
        Attribute15: u32  Mandatory,
        Attribute16: u32  Optional,
        Attribute17: u32  Mandatory,
        Attribute18: u32  Optional,
        Attribute19: u32  Mandatory,
        Attribute20: u32  Optional,
        Attribute21: u32  Mandatory,
        Attribute22: u32  Optional,
        Attribute23: u32  Mandatory,
        Attribute24: u32  Optional,
        Attribute25: u32  Mandatory,
        Attribute26: u32  Optional,
        Attribute27: u32  Mandatory,
        Attribute28: u32  Optional,
        Attribute29: u32  Mandatory,
        Attribute30: u32  Optional,
        Attribute31: u32  Mandatory,
        Attribute32: u32  Optional,
        Attribute33: u32  Mandatory,
        Attribute34: u32  Optional,
        Attribute35: u32  Mandatory,
        Attribute36: u32  Optional,
        Attribute37: u32  Mandatory,
        Attribute38: u32  Optional,
        Attribute39: u32  Mandatory,
        Attribute40: u32  Optional,
        Attribute41: u32  Mandatory,
        Attribute42: u32  Optional,
        Attribute43: u32  Mandatory,
        Attribute44: u32  Optional,
        Attribute45: u32  Mandatory,
        Attribute46: u32  Optional,
        Attribute47: u32  Mandatory,
        Attribute48: u32  Optional,
        Attribute49: u32  Mandatory,
        Attribute50: u32  Optional,
        Attribute51: u32  Mandatory,
        Attribute52: u32  Optional,
        Attribute53: u32  Mandatory,
        Attribute54: u32  Optional,
        Attribute55: u32  Mandatory,
        Attribute56: u32  Optional,
        Attribute57: u32  Mandatory,
        Attribute58: u32  Optional,
        Attribute59: u32  Mandatory,
    }
}

fn main() {
    let event = Sixty::builder()
        .attribute01(1)
        .attribute03(3)
        .attribute05(5)
        .attribute07(7)
        .attribute09(9)
        .attribute11(11)
        .attribute13(13)
        .attribute15(15)
        .attribute17(17)
        .attribute19(19)
        .attribute21(21)
        .attribute23(23)
        .attribute25(25)
        .attribute27(27)
        .attribute29(29)
        .attribute31(31)
        .attribute33(33)
        .attribute35(35)
        .attribute37(37)
        .attribute39(39)
        .attribute41(41)
        .attribute43(43)
        .attribute45(45)
        .attribute47(47)
        .attribute49(49)
        .attribute51(51)
        .attribute53(53)
        .attribute55(55)
        .attribute57(57)
        .attribute59(59)
        .build();
    assert_eq!((event.attribute58, event.attribute59), (None, 59));
    assert_eq!(Wide::FAMILY.events[0].attributes.len(), 60);
}
