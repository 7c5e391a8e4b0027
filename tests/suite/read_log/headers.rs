//! Which lines begin a message, and when it was logged.

use super::*;

#[test]
fn all_forms_of_headers() {
    let attribute = "\tAttributeReferenceID\t1\n";
    for (header, name) in [
        (
            "@16:45:24.5939 [0] 8.1.101.25 distribute_event: message EventReleased",
            "EventReleased",
        ),
        (
            "@16:45:24.5942 [0] 8.1 distribute call/party event: message EventCallPartyDeleted",
            "EventCallPartyDeleted",
        ),
        (
            "@16:45:25.1041 [0] 8.1.101.25 send_to_client: message EventACK",
            "EventACK",
        ),
        (
            "2015-05-29T12:21:16.438 Trc 04541 RequestQueryCall received from [66] (00000e85 App 10.0.0.1:49280)\nmessage RequestQueryCall",
            "RequestQueryCall",
        ),
        (
            "@12:21:16.4386 [BSYNC] Trace: Send to backup (SIPS) [20]:\nmessage RequestSetCallInfo",
            "RequestSetCallInfo",
        ),
        (
            "request to 65200(TServer) message RequestDistributeEvent",
            "RequestDistributeEvent",
        ),
        (
            "received from 65200(SIPS)host:5001(fd=648) message EventAttachedDataChanged",
            "EventAttachedDataChanged",
        ),
        (
            "received from 65200(SIPS)host:5001(fd=648) message EventError(refid=7)",
            "EventError",
        ),
        (
            "2016-04-29T16:26:11.580 Trc 50002 TEvent: EventAttachedDataChanged",
            "EventAttachedDataChanged",
        ),
        (
            "        2016-04-29T16:26:11.580 Trc 50002 TEvent: EventAttachedDataChanged",
            "EventAttachedDataChanged",
        ),
        (
            "16:39:27.319 Trc 04541 Message EventRegistered received from 'SIPTS750@7593'",
            "EventRegistered",
        ),
    ] {
        // In the middle of foreign lines, in a row, and with either line end.
        let one = format!("{header}\n{attribute}");
        assert_eq!(names(&one), [name], "{one}");
        assert_eq!(names(&one.replace('\n', "\r\n")), [name], "{one}");
        let log = format!("foreign\n{one}{one}\nforeign\n\n{one}foreign");
        assert_eq!(names(&log), [name; 3], "{log}");
        let (_, summary) = read(log.as_bytes());
        assert_eq!(summary.mentions, 0);
    }
}

#[test]
fn who_only_speaks_of_a_message_is_counted() {
    let log = "16:41:55.299 Int 04543 Interaction message \"EventRouteRequest\" received from 65200 (\"SIPTS750@3020\")\n\
        16:39:27.319 Trc 04541 Message EventRegistered received from 'SIPTS750@7593'\n\
        2016-04-20T09:22:09.969 Trc 04541 Message EventAgentNotReady received from 'sipserver@+4389'\n\
        cannot parse message EventRegistered\n\
        \n";
    let (reports, summary) = read(log.as_bytes());
    assert_eq!(reports, []);
    assert_eq!((summary.mentions, summary.foreign_lines), (4, 5));
}

#[test]
fn time_stamps_carry_their_date() {
    let log = "Application name:\tTServer\nLocal time:   2008-04-02T23:59:00.000\n\n\
        @23:59:59.0001 [0] 8.1 send_to_client: message EventACK\n\tAttributeReferenceID\t1\n\
        @00:00:01.0000 [0] 8.1 send_to_client: message EventACK\n\n\
        2008-04-05T12:21:16.438 Trc 04541 RequestQueryCall received from [66] (App)\nmessage EventACK\n\
        received from 65200(SIPS) message EventACK\n";
    let mut reader = Reader::new(log.as_bytes(), Registration::events());
    let mut times = Vec::new();
    while let Some(message) = reader.read().unwrap() {
        times.push(message.logged_at().map(|time| time.to_string()));
    }
    let expected = [
        "2008-04-02T23:59:59.000100",
        "2008-04-03T00:00:01.000000",
        "2008-04-05T12:21:16.438000",
    ];
    assert_eq!(times[..3], expected.map(|time| Some(time.to_owned())));
    assert_eq!(times[3], None);
    assert_eq!(reader.head().next(), Some(("Application name", "TServer")));
}

#[test]
fn only_errors_bear_a_remark() {
    let text = "\tAttributeErrorCode\t59\n\t(DN is not registered)\n";
    assert_eq!(
        violations(&format!("message EventError\n{text}")),
        [] as [&str; 0]
    );
    assert_eq!(violations(&format!("message EventACK\n{text}")).len(), 1);
}
