"""A document that does not hold together is refused: where, what was expected, what was found."""

import json
from typing import Any

import pytest

from bluelamp.duty.checking.check import check
from bluelamp.duty.checking.fields import RosterDocumentError
from tests.duty.checking.published import MONDAY, Document, a_clean_roster, drop, on_tour, special

NOTHING = object()
"""What takes a field out of the document."""

BAD = [
    (["format"], "bluelamp roster 9", "format: expected one of bluelamp roster 3, found 'bluelamp roster 9'"),
    (["format"], NOTHING, "format: expected one of bluelamp roster 3, found nothing"),
    (["colour"], "red", "colour: expected only format, roster, begins, .*, history, found an unknown field"),
    (["roster"], "", "roster: expected text, found ''"),
    (["begins"], "07/12/2026", "begins: expected a date, found '07/12/2026'"),
    (["begins"], "2026-02-30", "begins: expected a date, found '2026-02-30'"),
    (["begins"], "1066-10-14", "begins: expected a date, found '1066-10-14'"),
    (["begins"], "20261207", "begins: expected a date"),
    (["ends"], "2026-12-07", r"ends: expected a date after begins \(2026-12-07\), found '2026-12-07'"),
    (["ends"], "2036-12-07", "ends: expected a date at most 400 days after begins"),
    (["zone"], "Europe/Lundun", "zone: expected a time zone, found 'Europe/Lundun'"),
    (["zone"], "Europe", "zone: expected a time zone, found 'Europe'"),
    (["zone"], "../etc/passwd", "zone: expected a time zone"),
    (["zone"], 1, "zone: expected text, found 1"),
    (["day_begins"], 24, "day_begins: expected a whole number from 0 to 23, found 24"),
    (["day_begins"], True, "day_begins: expected a whole number from 0 to 23, found true"),
    (["day_begins"], 6, r"day_begins: expected the hour of law.force_day.begins \(7\), found 6"),
    (["law"], [], "law: expected an object, found a list"),
    (["law", "runs.days"], NOTHING, "law.runs.days: expected a value, unit and source, found nothing"),
    (["law", "runs.days"], 6, "law.runs.days: expected an object, found 6"),
    (["law", "runs.days", "value"], 6.5, "law.runs.days.value: expected a whole number from 0 to 10000, found 6.5"),
    (["law", "rest.between_duties", "value"], "11", "law.rest.between_duties.value: expected a number from 0"),
    (["law", "rest.between_duties", "value"], float("nan"), "value: expected a number from 0 .*, found no number"),
    (["law", "rest.between_duties", "unit"], "minutes", "unit: expected one of hours, found 'minutes'"),
    (["law", "night.begins", "value"], 25, "law.night.begins.value: expected a whole number from 0 to 24, found 25"),
    (["law", "hours.over_weeks", "value"], 0, "law.hours.over_weeks.value: expected a whole number from 1"),
    (["law", "runs.days", "tag"], "P", "law.runs.days.tag: expected only value, unit, source, found an unknown"),
    (["cover", "units", 0, "needs", 0, "days"], [], r"cover.units\[0\].needs\[0\].days: expected weekdays"),
    (["cover", "units", 0, "needs", 0, "days", 1], 7, r"needs\[0\].days\[1\]: expected a whole number from 0 to 6"),
    (["cover", "units", 0, "needs", 0, "from"], "24:00", "from: expected a time of the clock, 00:00 to 23:59, found"),
    (["cover", "units", 0, "needs", 0, "to"], "24:01", "to: expected a time of the clock, 00:00 to 24:00, found"),
    (["cover", "units", 0, "needs", 0, "to"], 900, "to: expected a time of the clock, 00:00 to 24:00, found 900"),
    (["cover", "units", 0, "needs", 0, "least"], -1, "least: expected a whole number from 0 to 10000, found -1"),
    (["cover", "units", 0, "needs", 0, "desired"], 1, r"desired: expected at least as many as least \(2\), found 1"),
    (["cover", "units", 0, "needs", 0, "skill"], None, "skill: expected text, found null"),
    (["cover", "units", 0, "needs", 0, "call"], "no", "call: expected true or false, found 'no'"),
    (["cover", "units", 1, "key"], "response", r"cover.units\[1\].key: expected a unit that is listed once"),
    (["cover", "special", 0, "unit"], "navy", r"cover.special\[0\].unit: expected a unit that is there, found 'navy'"),
    (["cover", "special", 0, "date"], "2027-12-31", r"special\[0\].date: expected a date that touches the period"),
    (["people", 3, "skills", "taser"], "soon", r"people\[3\].skills.taser: expected a date or null, found 'soon'"),
    (["people", 3, "counts"], 1, r"people\[3\].counts: expected true or false, found 1"),
    (["people", 3, "leave"], "2026-12-24", r"people\[3\].leave: expected a list, found '2026-12-24'"),
    (["people", 3, "leave"], ["Christmas"], r"people\[3\].leave\[0\]: expected a date, found 'Christmas'"),
    (["people", 3, "unit"], "navy", r"people\[3\].unit: expected a unit that is there, found 'navy'"),
    (["people", 3, "officer"], "response:1", r"people\[3\].officer: expected an officer who is listed once, found"),
    (["people", 3, "unfit"], NOTHING, r"people\[3\].unfit: expected a list, found nothing"),
    (["people", 3, "no_nights"], None, r"people\[3\].no_nights: expected true or false, found null"),
    (["people", 3, "patrol"], "alone", r"people\[3\].patrol: expected one of , training, accompanied, directed, indep"),
    (["cover", "units", 0, "outside"], NOTHING, r"cover.units\[0\].outside: expected true or false, found nothing"),
    (["cover", "units", 0, "asks"], 1, r"cover.units\[0\].asks: expected text, found 1"),
    (["people", 3, "shoe"], 9, r"people\[3\].shoe: expected only officer, name, .*, unfit, found an unknown field"),
    (["duties", 2, "kind"], "holiday", r"duties\[2\].kind: expected one of duty, court, training, on_call, found"),
    (["duties", 2, "begins"], "2026-12-07T07:00:00", r"duties\[2\].begins: expected an instant with its offset"),
    (["duties", 2, "ends"], "2026-12-07T07:00:30Z", r"duties\[2\].ends: expected an instant with its offset, on a"),
    (["duties", 2, "ends"], "noon", r"duties\[2\].ends: expected an instant with its offset"),
    (["history", 0], None, r"history\[0\]: expected an object, found null"),
]  # fmt: skip


def _put(document: Document, path: list[Any], value: object) -> None:
    inside: Any = document
    for step in path[:-1]:
        inside = inside[step]
    if value is NOTHING:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value


@pytest.mark.parametrize(
    ("path", "value", "words"), BAD, ids=lambda one: "nothing" if one is NOTHING else str(one)[:40]
)
def test_a_bad_document_is_refused_in_words(path: list[Any], value: object, words: str) -> None:
    document = a_clean_roster()
    document["cover"]["special"].append(special(MONDAY, "10:00", "12:00", 0))
    check(document)
    _put(document, path, value)
    with pytest.raises(RosterDocumentError, match=words):
        check(document)


@pytest.mark.parametrize("document", [None, [], "roster", 7])
def test_what_is_no_object_is_no_roster(document: object) -> None:
    with pytest.raises(ValueError, match="the document: expected an object, found"):
        check(document)


def test_a_document_that_went_through_json_says_the_same_and_the_answer_goes_through_it() -> None:
    document = a_clean_roster()
    drop(document, on_tour(document, "N", MONDAY)[1], MONDAY, "22:00")
    checked = check(json.loads(json.dumps(document)))
    assert checked == check(document)
    answer = json.loads(json.dumps(checked.to_json()))
    assert answer["uncovered_minutes"] == 420
    assert answer["people"] == 21
    assert answer["gaps"] == [
        {
            "unit": "response",
            "skill": "",
            "call": False,
            "begins": "2026-12-08T00:00:00+00:00",
            "ends": "2026-12-08T07:00:00+00:00",
            "needed": 2,
            "there": 1,
        }
    ]


def test_law_that_the_rules_do_not_need_may_be_anything_of_its_kind() -> None:
    document = a_clean_roster()
    document["law"]["tea.minutes"] = {"value": 12.5, "unit": "minutes", "source": "Custom"}
    assert not check(document).broken
