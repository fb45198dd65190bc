"""Calendar text, read back by a small parser that knows the format and nothing of what wrote it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.duty.rules.calendar_text import LONGEST, Entry, calendar_text, escape, fold

NINE = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
Read = dict[str, str]


def parsed(text: str) -> tuple[Read, list[Read]]:
    """The calendar's own values and those of each event: unfolded, split at the first colon, parameters left off."""
    assert text.endswith("\r\n")
    raw = text.split("\r\n")[:-1]
    assert all(len(line.encode()) <= 75 and "\n" not in line and "\r" not in line for line in raw)
    lines: list[str] = []
    for line in raw:
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    whole: Read = {}
    events: list[Read] = []
    inside = False
    for line in lines:
        name, colon, value = line.partition(":")
        assert colon, line
        if value == "VEVENT":
            inside = name == "BEGIN"
            events += [{}] if inside else []
            continue
        (events[-1] if inside else whole)[name.partition(";")[0]] = value
    return whole, events


def plain(value: str) -> str:
    """A text value with its escapes undone, one sign at a time."""
    found, signs = [], iter(value)
    for sign in signs:
        if sign == "\\":
            after = next(signs)
            found.append("\n" if after in "nN" else after)
        else:
            assert sign not in ",;", "neither stands unescaped in a text"
            found.append(sign)
    return "".join(found)


def kept(text: str) -> str:
    """What may be kept of a text: line ends are one kind, control characters have no place in a calendar."""
    one_kind = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in one_kind if sign in "\n\t" or not (ord(sign) < 32 or ord(sign) == 127))


def an_entry(**more: object) -> Entry:
    facts = {"uid": "1@bluelamp", "begins": NINE, "ends": NINE + HOUR, "summary": "Late, Response", "changed_at": NINE}
    return Entry(**{**facts, **more})  # type: ignore[arg-type]


def test_a_duty_is_an_event_with_all_that_the_format_needs() -> None:
    whole, (event,) = parsed(calendar_text([an_entry(sequence=7)], name="Duties"))
    assert (whole["BEGIN"], whole["VERSION"], whole["X-WR-CALNAME"]) == ("VCALENDAR", "2.0", "Duties")
    assert whole["PRODID"]
    assert whole["END"] == "VCALENDAR"
    assert event == {
        "UID": "1@bluelamp", "DTSTAMP": "20270104T090000Z", "LAST-MODIFIED": "20270104T090000Z", "SEQUENCE": "7",
        "DTSTART": "20270104T090000Z", "DTEND": "20270104T100000Z", "SUMMARY": "Late\\, Response", "TRANSP": "OPAQUE",
        "CLASS": "PRIVATE",
    }  # fmt: skip


def test_being_on_call_leaves_the_time_free_and_an_empty_calendar_is_one() -> None:
    assert parsed(calendar_text([an_entry(busy=False)], name="Duties"))[1][0]["TRANSP"] == "TRANSPARENT"
    assert parsed(calendar_text([], name="Duties"))[1] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a, b; c", "a\\, b\\; c"),
        ("back\\slash", "back\\\\slash"),
        ("two\r\nlines", "two\\nlines"),
        ("a\rb\nc", "a\\nb\\nc"),
        ("bell\x07 and \x7f", "bell and "),
        ("\\n is no line end", "\\\\n is no line end"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_escapes(text: str, written: str) -> None:
    assert escape(text) == written


def test_times_are_in_utc_whatever_zone_they_come_in() -> None:
    from zoneinfo import ZoneInfo

    summer = datetime(2027, 7, 1, 7, 0, tzinfo=ZoneInfo("Europe/London"))
    (event,) = parsed(calendar_text([an_entry(begins=summer, ends=summer + HOUR)], name="Duties"))[1]
    assert (event["DTSTART"], event["DTEND"]) == ("20270701T060000Z", "20270701T070000Z")
    with pytest.raises(ValueError, match="zone"):
        calendar_text([an_entry(begins=datetime(2027, 7, 1))], name="Duties")  # noqa: DTZ001


@given(st.text())
def test_any_text_survives_the_way_there_and_back(text: str) -> None:
    whole, (event,) = parsed(calendar_text([an_entry(summary=text, note=f"x{text}")], name=text))
    assert plain(event["SUMMARY"]) == kept(text)
    assert plain(event["DESCRIPTION"]) == f"x{kept(text)}"
    assert plain(whole["X-WR-CALNAME"]) == kept(text)


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs"])))
def test_folding_cuts_no_sign_and_no_line_is_too_long(text: str) -> None:
    parts = list(fold(text))
    assert all(len(part.encode()) <= LONGEST for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == text
    assert all(part.startswith(" ") for part in parts[1:])


@given(st.lists(st.integers(min_value=0, max_value=10**6), unique=True, max_size=20))
def test_every_entry_is_there_once_by_its_own_name(numbers: list[int]) -> None:
    events = parsed(calendar_text([an_entry(uid=f"{one}@bluelamp") for one in numbers], name="Duties"))[1]
    assert [one["UID"] for one in events] == [f"{one}@bluelamp" for one in numbers]
