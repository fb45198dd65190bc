"""Force, complaints and custody visitors."""

import pytest

from bluelamp.custody.actions.overseeing import Visit, answer_visitors, record_complaint, record_force, record_visit
from bluelamp.custody.models import CustodyVisit, Force
from bluelamp.ledger.queries import facts_of
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, TEN, Evening, done

BOTH = ("Anne Frost", "Sunil Rao")


def test_force_is_kept_with_age_for_the_returns_and_no_name(evening: Evening) -> None:
    found, by = evening.held(appears_under_18=True), evening.acting("detention_officer")
    done(record_force, TEN + 2 * HOUR, by=by, detention=found.pk, tactics=["handcuffs"], why="Hit out", injury="none")
    assert Force.objects.get().tactics == ["handcuffs"]
    line = next(iter(facts_of(["custody.force_used"], since=TEN, until=TEN + 3 * HOUR)))
    assert line.facts["child"] is True
    assert found.person.family_name not in str(line.facts)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"tactics": []}, "Choose what was used"),
        ({"tactics": ["tickling"]}, "Choose what was used"),
        ({"why": " "}, "why force was necessary"),
        ({"used_at": TEN}, "belongs to the arrest"),
    ],
)
def test_force_not_whole_is_refused(evening: Evening, facts: dict[str, object], words: str) -> None:
    found, by = evening.held(), evening.acting("detention_officer")
    given = {"tactics": ["handcuffs"], "why": "Hit out", "injury": "none", **facts}
    with pytest.raises(Refused, match=words):
        done(record_force, TEN + 2 * HOUR, by=by, detention=found.pk, **given)
    assert not Force.objects.exists()


def test_a_complaint_needs_its_words_and_the_inspector(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("detention_officer")
    with pytest.raises(Refused, match="which inspector"):
        done(record_complaint, TEN + 2 * HOUR, by=by, detention=found.pk, words="Cold", told="")
    done(record_complaint, TEN + 2 * HOUR, by=by, detention=found.pk, words="Cold", told="Insp Bell, 00:10")


def test_visitors_are_answered_within_the_week(evening: Evening) -> None:
    by = evening.acting("detention_officer")
    visit = Visit(visitors=BOTH, seen=("M1",), raised="M1 is cold")
    made = done(record_visit, TEN, by=by, suite=evening.hatfield.pk, visit=visit)
    owed = Promise.objects.get(kind="custody.visitors_answered")
    assert owed.due_at == TEN + 7 * 24 * HOUR
    done(answer_visitors, TEN + HOUR, by=evening.acting("reviewing_inspector"), visit=made, answer="Heating mended")
    owed.refresh_from_db()
    assert owed.state == "kept"
    with pytest.raises(Refused, match="already"):
        done(answer_visitors, TEN + HOUR, by=evening.acting("reviewing_inspector"), visit=made, answer="Again")


def test_visitors_come_in_pairs(evening: Evening) -> None:
    with pytest.raises(Refused, match="in pairs"):
        done(record_visit, TEN, by=evening.acting("detention_officer"), suite=evening.hatfield.pk,
             visit=Visit(visitors=("Anne Frost",)))  # fmt: skip
    assert not CustodyVisit.objects.exists()
