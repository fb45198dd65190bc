"""Charging and the first hearing, as actions of their own."""

from datetime import date
from typing import Any

import pytest

from bluelamp.cases.actions.charging import charge, set_first_hearing
from bluelamp.cases.models import CaseFile, Charge, Hearing
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere
from bluelamp.ledger.queries import timeline
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, TEN, Evening, done

AT = TEN + 5 * HOUR


def charged(evening: Evening, **more: Any) -> int:
    found = evening.held()
    facts = {"by": evening.acting("custody_officer"), "detention": found.pk, "crime": None, "person": found.person_id,
             "offence": Offence(tried=TriedWhere.SUMMARY), "offence_code": "CJ88116",
             "offence_words": "Common assault"}  # fmt: skip
    return done(charge, AT, **{**facts, **more})


def test_a_summary_offence_is_charged_by_the_police(evening: Evening) -> None:
    case = charged(evening)
    made = Charge.objects.get()
    assert (made.decided_by, made.charged_at) == ("police", AT)
    assert "decided by the police" in timeline(f"case:{case}")[0].sentence


def test_further_charges_join_the_same_case(evening: Evening) -> None:
    case = charged(evening)
    found = CaseFile.objects.get(pk=case).detention
    done(charge, AT, by=evening.acting("investigator"), detention=found.pk, crime=None, person=found.person_id,
         offence=Offence(tried=TriedWhere.SUMMARY), offence_code="X", offence_words="Criminal damage")  # fmt: skip
    assert CaseFile.objects.count() == 1
    assert Charge.objects.count() == 2


@pytest.mark.parametrize(
    ("offence", "words"),
    [
        (Offence(tried=TriedWhere.INDICTABLE), "Crown Court"),
        (Offence(tried=TriedWhere.SUMMARY, hate=True), "Hate crime"),
        (Offence(tried=TriedWhere.EITHER_WAY, magistrates_suitable=True), "no guilty plea is expected"),
    ],
)
def test_what_is_for_the_cps_is_refused_without_their_reference(evening: Evening, offence, words) -> None:
    with pytest.raises(Refused, match=words):
        charged(evening, offence=offence)
    assert not CaseFile.objects.exists()


def test_who_may_not_charge(evening: Evening) -> None:
    with pytest.raises(Refused, match="may not do this"):
        charged(evening, by=evening.acting("response_officer"))


def test_the_hearing_is_between_today_and_the_last_day(evening: Evening) -> None:
    case, by = charged(evening), evening.acting("custody_officer")
    for on, words in ((date(2026, 12, 5), "on or before Friday 4 December"), (date(2026, 11, 1), "in the past")):
        with pytest.raises(Refused, match=words):
            done(set_first_hearing, AT, by=by, case=case, court="St Albans", on=on, plea="gap")
    done(set_first_hearing, AT, by=by, case=case, court="St Albans", on=date(2026, 12, 4), plea="gap")
    assert Hearing.objects.get().on == date(2026, 12, 4)


def test_kept_in_custody_it_is_the_next_court_day(evening: Evening) -> None:
    case, by = charged(evening, kept_in_custody=True), evening.acting("custody_officer")
    with pytest.raises(Refused, match="on or before Monday 23 November"):
        done(set_first_hearing, AT, by=by, case=case, court="St Albans", on=date(2026, 11, 24), plea="gap")
