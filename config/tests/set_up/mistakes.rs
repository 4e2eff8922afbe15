//! One mistake at a time: exactly one finding, with what was found and what is allowed.

use super::{SHIPPED, changed, check, findings, line_of};

#[test]
fn numbers() {
    let allowed = "allowed: a whole number from 1 to 240";
    for wrong in ["\"ten\"", "0", "241", "-5", "1.5", "true", "99999999999999999999"] {
        let expected = format!("services[1].usual_minutes: found {wrong}, {allowed}");
        check("usual_minutes = 12", &format!("usual_minutes = {wrong}"), &expected);
    }
    check("usual_minutes = 12", "", &format!("services[1].usual_minutes: found nothing, {allowed}"));
    check("number = 5", "number = 1000", "counters[5].number: found 1000, allowed: a whole number from 1 to 999");
    let expected = "desk.undo_seconds: found 90, allowed: a whole number from 0 to 60";
    check("undo_seconds = 10", "undo_seconds = 90", expected);
    let head_start = "head_start_minutes = 15";
    let expected = "priorities[5].head_start_minutes: found 0, allowed: a whole number from 1 to 120";
    check(head_start, "head_start_minutes = 0", expected);
}

#[test]
fn numbering_and_what_comes_after_its_end() {
    check("last = 999", "last = 50", "numbering.last: found 50, allowed: a whole number from 99 to 9999");
    check("last = 999", "last = 10000", "numbering.last: found 10000, allowed: a whole number from 99 to 9999");
    let expected = "numbering.after_last: found true, allowed: \"widen\", \"refuse\"";
    check("after_last = \"widen\"", "after_last = true", expected);
    assert_eq!(findings(&changed("after_last = \"widen\"", "after_last = \"refuse\"")), Vec::<String>::new());
}

#[test]
fn days_for_which_phone_numbers_are_kept() {
    let line = "keep_contacts_days = 30";
    for wrong in ["-1", "366", "\"a month\"", "1.5"] {
        let expected = format!("privacy.keep_contacts_days: found {wrong}, allowed: a whole number from 0 to 365");
        check(line, &format!("keep_contacts_days = {wrong}"), &expected);
    }
    let expected = "privacy.keep_contact_days: found an unknown key, allowed: keep_contacts_days; \
                    did you mean keep_contacts_days?";
    check(line, &format!("keep_contact_days = 7\n{line}"), expected);
    for days in [0, 365] {
        let changed = changed(line, &format!("keep_contacts_days = {days}"));
        assert_eq!(findings(&changed), Vec::<String>::new());
    }
}

#[test]
fn appointments() {
    let allowed = "allowed: a whole number from 1 to 50";
    let line = "appointments_per_slot = 1";
    check(line, "appointments_per_slot = 51", &format!("services[3].appointments_per_slot: found 51, {allowed}"));
    check(
        "appointment_minutes = 30",
        "appointment_minutes = 4",
        "services[3].appointment_minutes: found 4, allowed: a whole number from 5 to 240",
    );
    check(
        "horizon_days = 14",
        "horizon_days = 91",
        "appointments.horizon_days: found 91, allowed: a whole number from 0 to 90",
    );
    let expected = "appointments.when_late: found \"wait\", allowed: \"ordinary-ticket\", \"refuse\"";
    check("when_late = \"ordinary-ticket\"", "when_late = \"wait\"", expected);
    assert_eq!(findings(&changed("appointments_per_slot = 1\n", "")), Vec::<String>::new());
    let none = "appointment_minutes = 30\nappointments_per_slot = 1\n";
    assert_eq!(findings(&changed(none, "")), Vec::<String>::new());
}

#[test]
fn appointments_without_slots_are_refused_and_booking_without_a_service_is_warned_of() {
    let expected = "services[3].appointments_per_slot: found 1, allowed: nothing, or appointment_minutes beside it";
    check("appointment_minutes = 30\n", "", expected);
    let none = changed("appointment_minutes = 30\nappointments_per_slot = 1\n", "");
    let online = none.replacen("online = false", "online = true", 1);
    let expected = "warning: appointments.online: found true, and no service gives times, \
                    better: false, or appointment_minutes with a service";
    let found = findings(&online);
    assert!(found.len() == 1 && found[0].ends_with(expected), "{found:#?}");
    assert_eq!(findings(&changed("online = false", "online = true")), Vec::<String>::new());
}

#[test]
fn when_it_is_asked_what_becomes_of_those_who_wait() {
    let line = "ask_from_pause_minutes = 30";
    for wrong in ["-1", "241", "\"never\""] {
        let expected = format!("leaving.ask_from_pause_minutes: found {wrong}, allowed: a whole number from 0 to 240");
        check(line, &format!("ask_from_pause_minutes = {wrong}"), &expected);
    }
    check(
        "ask_when_closing = true",
        "ask_when_closing = \"yes\"",
        "leaving.ask_when_closing: found \"yes\", allowed: true, false",
    );
    assert_eq!(findings(&changed(line, "")), Vec::<String>::new());
}

#[test]
fn reasons_for_a_pause() {
    let longest = "Nghỉ trưa, chiều mở lại lúc một giờ";
    let found = findings(&changed("name.vi = \"Nghỉ trưa\"", &format!("name.vi = \"{longest}\"")));
    assert!(found.len() == 1 && found[0].contains("pause_reasons[1].name.vi"), "{found:?}");
    let usual = "usual_minutes = 90";
    let expected = "pause_reasons[1].usual_minutes: found 0, allowed: a whole number from 1 to 240";
    check(usual, "usual_minutes = 0", expected);
    assert_eq!(findings(&changed(usual, "")), Vec::<String>::new());
    let found = findings(&changed("id = \"meeting\"", "id = \"lunch\""));
    assert!(found.len() == 1 && found[0].contains("pause_reasons[2].id"), "{found:?}");
}

#[test]
fn counters_that_help() {
    let first = "number = 1\nservices = [\"A\", \"C\"]";
    let with = |more: &str| format!("{first}\n{more}");
    let after = "helps_after_minutes = 15";
    assert_eq!(findings(&changed(first, &with(&format!("helps_with = [\"H\"]\n{after}")))), Vec::<String>::new());
    for (more, expected) in [
        (
            "helps_with = [\"H\"]",
            "counters[1].helps_after_minutes: found nothing, allowed: a whole number from 0 to 240",
        ),
        (after, "counters[1].helps_after_minutes: found 15, allowed: nothing, or helps_with beside it"),
        (
            "helps_with = [\"H\", \"C\"]\nhelps_after_minutes = 0",
            "counters[1].helps_with: found \"C\", which is in services, too, allowed: other services",
        ),
    ] {
        check(first, &with(more), expected);
    }
    let only =
        changed("services = [\"H\", \"E\"]", "services = [\"E\"]\nhelps_with = [\"H\"]\nhelps_after_minutes = 5");
    let found = findings(&only);
    assert!(found.len() == 1 && found[0].contains("\"H\" in helps_with alone"), "{found:?}");
}

#[test]
fn words_of_a_choice() {
    let expected = "counters[1].direction: found \"lefft\", allowed: \"left\", \"right\", \"up\", \"back\"; did you \
                    mean \"left\"?";
    check("direction = \"left\"", "direction = \"lefft\"", expected);
    check("paper = \"80mm\"", "paper = 80", "slip.paper: found 80, allowed: \"80mm\", \"58mm\"");
    let drawings = "\"A\", \"C\", \"D\", \"E\", \"H\", \"K\", \"M\", \"X\"";
    let expected = format!("services[1].pictogram: found \"tree\", allowed: {drawings}");
    check("pictogram = \"A\"", "pictogram = \"tree\"", &expected);
}

#[test]
fn truths() {
    for (wrong, found) in [("\"yes\"", "\"yes\""), ("1", "1"), ("[]", "a list of 0")] {
        let expected = format!("slip.boot_slip: found {found}, allowed: true, false");
        check("boot_slip = true", &format!("boot_slip = {wrong}"), &expected);
    }
    let expected = "slip.boot_slips: found an unknown key, allowed: paper, boot_slip; did you mean boot_slip?";
    check("boot_slip = true", "boot_slips = true", expected);
    assert_eq!(findings(&changed("boot_slip = true", "boot_slip = false")), Vec::<String>::new());
}

#[test]
fn unknown_keys_get_the_nearest_known_one() {
    let known = "code, prefix, name, about, pictogram, usual_minutes, daily_quota, cases_max, ask_cases, \
                 appointment_minutes, appointments_per_slot, fee, documents, wish";
    let expected = format!("services[1].colour: found an unknown key, allowed: {known}");
    check("usual_minutes = 12", "usual_minutes = 12\ncolour = \"red\"", &expected);
    let expected = format!("services[1].wishes: found an unknown key, allowed: {known}; did you mean wish?");
    check("usual_minutes = 12", "usual_minutes = 12\nwishes = \"red\"", &expected);
    let known = "office, slip, numbering, outage, away, appointments, granting, calling, call_reasons, \
                 pause_reasons, outcomes, transfer, itinerary, desk, leaving, hours, entrance, services, counters, \
                 priorities, officers, supervisors, receptionists, inspectors, administrators, sign_in, directory, \
                 backup, privacy, disk, slides";
    let expected = format!("slips: found an unknown key, allowed: {known}; did you mean slip?");
    check("[slip]", "[slips]\n[slip]", &expected);
    let expected = "services[1].name.fr: found an unknown key, allowed: vi, en";
    check("name.en = \"Civil status\"", "name.en = \"Civil status\"\nname.fr = \"État civil\"", expected);
}

#[test]
fn a_slide_has_either_rows_or_a_picture_and_a_picture_is_called_by_its_digits() {
    let (id, title) = ("0123456789abcdef0123456789abcdef", "title.vi = \"5 biết · 4 luôn · 3 thể hiện\"");
    let slide = |lines: &str| findings(&changed(title, &format!("{title}\n{lines}")));
    let expected = "slides[1].rows: found rows beside a picture, allowed: either rows or a picture";
    assert!(slide(&format!("picture = \"{id}\""))[0].ends_with(expected));
    let digits = "allowed: the name of a picture that was taken in: 32 digits from 0 to 9 and a to f";
    for wrong in ["\"../secret\"", "\"0123456789ABCDEF0123456789ABCDEF\"", "5"] {
        let found = slide(&format!("picture = {wrong}"));
        assert!(found.iter().any(|finding| finding.ends_with(digits)), "{found:?}");
        let found = findings(&changed("phone = \"0205 3 800 112\"", &format!("logo = {wrong}")));
        assert!(found[0].contains("office.logo: ") && found[0].ends_with(digits), "{found:?}");
    }
}

#[test]
fn a_missing_part_is_told_once() {
    let without = SHIPPED.replace("[slip]", "").replace("paper = \"80mm\"", "").replace("boot_slip = true", "");
    assert_eq!(findings(&without), ["office.toml:1:1: slip: found nothing, allowed: a table with paper, boot_slip"]);
}

#[test]
fn when_the_kiosk_gives_tickets() {
    check(
        "tickets = \"always\"",
        "tickets = \"allways\"",
        "entrance.tickets: found \"allways\", allowed: \"always\", \"while-open\"; did you mean \"always\"?",
    );
    check(
        "before_minutes = 15",
        "before_minutes = 121",
        "entrance.before_minutes: found 121, allowed: a whole number from 0 to 120",
    );
    check(
        "holidays = []",
        "holidays = [\"2027-02-30\"]",
        "hours.holidays[1]: found \"2027-02-30\", allowed: a date as \"2027-01-01\"",
    );
    check(
        "usual_minutes = 12",
        "usual_minutes = 12\ndaily_quota = 0",
        "services[1].daily_quota: found 0, allowed: a whole number from 1 to 9999",
    );
}

#[test]
fn times_and_time_zones() {
    let allowed = "allowed: a name of the IANA time zone database, as \"Asia/Ho_Chi_Minh\"";
    let line = "time_zone = \"Asia/Ho_Chi_Minh\"";
    let expected =
        format!("office.time_zone: found \"Asia/Ho_Chi_Min\", {allowed}; did you mean \"Asia/Ho_Chi_Minh\"?");
    check(line, "time_zone = \"Asia/Ho_Chi_Min\"", &expected);
    check(line, "time_zone = 7", &format!("office.time_zone: found 7, {allowed}"));
    for wrong in ["7-11", "07:00", "11:30-07:00", "07:00-24:00", "07:0-11:00", "a:bc-11:00"] {
        let expected =
            format!("hours.sunday[1]: found \"{wrong}\", allowed: opening and closing time as \"07:00-11:30\"");
        check("sunday = []", &format!("sunday = [\"{wrong}\"]"), &expected);
    }
    let expected =
        "hours.sunday: found 11:00 before the end at 12:00, allowed: times in order, each after the one before";
    check("sunday = []", "sunday = [\"07:00-12:00\", \"11:00-13:00\"]", expected);
    let expected = "hours.sunday: found nothing, allowed: a list of times as [\"07:00-11:30\", \"13:00-16:30\"], or \
                    [] when closed";
    check("sunday = []", "", expected);
}

#[test]
fn names_that_stand_twice() {
    let cases = [
        ("services[2].code", "code = \"C\"", "code = \"A\"", "\"A\"", "a code that no other service has"),
        ("counters[5].number", "number = 5", "number = 4", "4", "a number that no other counter has"),
        (
            "priorities[2].id",
            "id = \"pregnant\"",
            "id = \"elderly\"",
            "\"elderly\"",
            "an id that no other priority class has",
        ),
        (
            "administrators[1].name",
            "name = \"Đặng Quốc Bảo\"",
            "name = \"Nông Thị Hà\"",
            "\"Nông Thị Hà\"",
            "a name that nobody else who works here has",
        ),
    ];
    for (key, line, becomes, name, allowed) in cases {
        let text = changed(line, becomes);
        let first = line_of(&text, becomes);
        let expected = format!("{key}: found {name} a second time, first on line {first}, allowed: {allowed}");
        let found = findings(&text);
        assert!(found.iter().any(|finding| finding.ends_with(&expected)), "{expected}: {found:#?}");
    }
}

#[test]
fn names_that_differ_only_in_capitals_are_one() {
    let text = changed("name = \"Đặng Quốc Bảo\"", "name = \"nông thị HÀ\"");
    let first = line_of(&text, "name = \"Nông Thị Hà\"");
    let expected = format!("administrators[1].name: found \"nông thị HÀ\" a second time, first on line {first}");
    let found = findings(&text);
    assert!(found.iter().any(|finding| finding.contains(&expected)), "{expected}: {found:#?}");
}

#[test]
fn services_and_counters_that_do_not_fit_together() {
    let codes = "A, C, D, E, H, K, M, X";
    let expected = format!("counters[1].services[2]: found \"Z\", allowed: the code of a service: {codes}");
    check("services = [\"A\", \"C\"]", "services = [\"A\", \"Z\"]", &expected);
    let expected = "counters[1].services: found \"A\" twice, allowed: each service once";
    check("services = [\"A\", \"C\"]", "services = [\"A\", \"A\"]", expected);
    let expected = "services[4].code: found \"E\" at no counter, allowed: a code that a counter names in its services";
    check("services = [\"H\", \"E\"]", "services = [\"H\"]", expected);
    let expected = "counters[4].services: found \"D\", allowed: a list of 1 to 24 entries";
    check("services = [\"D\", \"X\"]", "services = \"D\"", expected);
    let expected = "counters[4].services: found a list of 0, allowed: a list of 1 to 24 entries";
    check("services = [\"D\", \"X\"]", "services = []", expected);
}

#[test]
fn codes_prefixes_and_ids() {
    let allowed = "allowed: 1 to 4 of the letters A-Z and digits 0-9";
    check("code = \"C\"", "code = \"C\\u0000\"", &format!("services[2].code: found \"C\\u{{0}}\", {allowed}"));
    check("code = \"C\"", "code = \"CHUNG\"", &format!("services[2].code: found \"CHUNG\", {allowed}"));
    let allowed = "allowed: 1 or 2 of the letters A-Z";
    check("prefix = \"D\"", "prefix = \"Đ\"", &format!("services[3].prefix: found \"Đ\", {allowed}"));
    check("prefix = \"D\"", "prefix = \"DAT\"", &format!("services[3].prefix: found \"DAT\", {allowed}"));
    let allowed = "allowed: 1 to 32 small letters, digits and single hyphens, as \"elderly\"";
    check("id = \"merit\"", "id = \"Merit\"", &format!("priorities[4].id: found \"Merit\", {allowed}"));
    let expected = "office.phone: found \"call us\", allowed: a telephone number: at most 20 digits, spaces, + - ( )";
    check("phone = \"0205 3 800 112\"", "phone = \"call us\"", expected);
}

#[test]
fn texts_for_people() {
    let line = "name.en = \"Civil status\"";
    let allowed = "allowed: a text of 1 to 40 characters";
    check(line, "", &format!("services[1].name.en: found nothing, {allowed}"));
    check(line, "name.en = \"  \"", &format!("services[1].name.en: found \"  \", {allowed}"));
    check(line, "name.en = 7", &format!("services[1].name.en: found 7, {allowed}"));
    let long = "a".repeat(41);
    let shown = format!("\"{}…\" of 41 characters", "a".repeat(40));
    check(line, &format!("name.en = \"{long}\""), &format!("services[1].name.en: found {shown}, {allowed}"));
    let invisible = "allowed: text without control and invisible characters";
    for (escape, shown, code) in
        [("\\u0007", "\\u{7}", "0007"), ("\\n", "\\u{a}", "000A"), ("\\u202E", "\\u{202e}", "202E")]
    {
        let found = format!("\"Civil{shown} status\" with the invisible character U+{code}");
        let expected = format!("services[1].name.en: found {found}, {invisible}");
        check(line, &format!("name.en = \"Civil{escape} status\""), &expected);
    }
    let line = "title.vi = \"Công chức Tư pháp – Hộ tịch\"\ntitle.en = \"Civil status officer\"";
    let expected = "officers[1].title: found \"Officer\", allowed: a text of 1 to 60 characters in each language: \
                    title.vi, title.en";
    check(line, "title = \"Officer\"", expected);
}

#[test]
fn languages() {
    let line = "languages = [\"vi\", \"en\"]";
    let first = line_of(SHIPPED, line);
    let expected =
        format!("office.languages[2]: found \"vi\" a second time, first on line {first}, allowed: each language once");
    let text = changed(line, "languages = [\"vi\", \"vi\"]");
    assert!(findings(&text).iter().any(|finding| finding.ends_with(&expected)), "{:#?}", findings(&text));
    let expected = "office.languages[2]: found \"fr\", allowed: a language that Moi has texts in: en, vi";
    check(line, "languages = [\"vi\", \"fr\"]", expected);
    check(line, "languages = []", "office.languages: found a list of 0, allowed: a list of 1 to 8 entries");
}

#[test]
fn doubtful_prefixes_and_long_numbers_are_warned_of() {
    let expected = "warning: services[3].prefix: found \"B\": B is easily heard as another letter, better: a letter \
                    other than B, P, T, V";
    check("prefix = \"D\"", "prefix = \"B\"", expected);
    let expected = "warning: services[3].prefix: found \"DD\": ticket numbers of 5 signs and more, better: 1 \
                    letter: 4 signs can be read from afar";
    check("prefix = \"D\"", "prefix = \"DD\"", expected);
    let expected = "warning: numbering.last: found 9999: ticket numbers of 5 signs, better: 999: 4 signs can be \
                    read from afar";
    check("last = 999", "last = 9999", expected);
}
