"""A request about a partner's past: three clocks, decided with others, told in person and by voice only."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bluelamp.ledger.models import Entry
from bluelamp.owed.models import Promise
from bluelamp.safeguarding.actions.disclosing import Asked, ask_for_disclosure, check_first, decide, meet, tell_of_past
from bluelamp.safeguarding.models import DisclosureRequest
from bluelamp.safeguarding.owed.protection import checks_due, meeting_due, whole_due
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, done
from tests.safeguarding.at_home import DAY, NOW

KINDS = ("checks", "meeting", "whole")


@pytest.fixture
def request_(home) -> DisclosureRequest:
    asked = Asked(applicant_given="Ann", subject_given="Bob", subject_family="Kite")
    by = home.by("domestic_abuse_specialist")
    return DisclosureRequest.objects.get(
        pk=done(ask_for_disclosure, NOW, by=by, kind="ask", asked=asked, words="Afraid")
    )


def states(found: DisclosureRequest) -> list[str]:
    return [Promise.objects.get(kind=f"safeguarding.disclosure_{kind}", record=found.ref).state for kind in KINDS]


def test_three_clocks_run_from_the_asking(request_) -> None:
    due = [Promise.objects.get(kind=f"safeguarding.disclosure_{kind}").due_at for kind in KINDS]
    # Fri 20 Nov 23:05; ten working days end with Fri 4 Dec; 28 days with Fri 18 Dec
    assert due == [NOW + DAY, datetime(2026, 12, 5, tzinfo=UTC), datetime(2026, 12, 19, tzinfo=UTC)]
    assert [ask(request_.ref, "").due for ask in (checks_due, meeting_due, whole_due)] == due


def test_the_whole_way_to_telling(home, request_) -> None:
    by, pk = home.by("domestic_abuse_specialist"), request_.pk
    told = {"request": pk, "in_person": True, "nothing_left": True, "undertaking": True}
    with pytest.raises(Refused, match="first checks first"):
        done(decide, NOW, by=by, request=pk, disclose=True, bodies=["Probation"], reason="His record")
    done(check_first, NOW + HOUR, by=by, request=pk, words="No danger tonight")
    with pytest.raises(Refused, match="be sure who they are"):
        done(meet, NOW + HOUR, by=by, request=pk, identity_checked=False)
    done(meet, NOW + DAY, by=by, request=pk, identity_checked=True)
    with pytest.raises(Refused, match="not decided"):
        done(tell_of_past, NOW + DAY, by=by, **told)
    with pytest.raises(Refused, match="with others"):
        done(decide, NOW + DAY, by=by, request=pk, disclose=True, bodies=[" "], reason="His record")
    done(decide, NOW + DAY, by=by, request=pk, disclose=True, bodies=["Probation"], reason="His record")
    with pytest.raises(Refused, match="nothing is left"):
        done(tell_of_past, NOW + DAY, by=by, **{**told, "nothing_left": False})
    done(tell_of_past, NOW + DAY, by=by, **told)
    assert states(request_) == ["kept", "kept", "kept"]
    assert whole_due(request_.ref, "") is None


def test_decided_not_to_tell_ends_it_with_a_reason(home, request_) -> None:
    by, pk = home.by("domestic_abuse_specialist"), request_.pk
    done(check_first, NOW, by=by, request=pk, words="Nothing is known")
    done(decide, NOW, by=by, request=pk, disclose=False, bodies=["Probation"], reason="Nothing is known")
    assert states(request_) == ["kept", "open", "kept"]


def test_nothing_on_either_person_says_that_somebody_asked(request_) -> None:
    entries = Entry.objects.filter(event__startswith="safeguarding.disclosure")
    assert entries.exists()
    assert not any(ref.startswith("person:") for one in entries for ref in one.about or ())


def test_nobody_asks_about_themselves_and_only_those_who_may(home) -> None:
    person = home.evening.person()
    facts = {"kind": "ask", "asked": Asked(applicant=person, subject=person), "words": "Afraid"}
    with pytest.raises(Refused, match="themselves"):
        done(ask_for_disclosure, NOW, by=home.by("domestic_abuse_specialist"), **facts)
    with pytest.raises(Refused, match="needs a role"):
        done(ask_for_disclosure, NOW, by=home.by("response_officer"), **facts)


@pytest.fixture
def for_her(home) -> DisclosureRequest:
    """Her mother asks, of her daughter's partner."""
    asked = Asked(applicant_given="Ann", subject_given="Bob", third_given="Nell", third_family="Oakes")
    facts = {"by": home.by("domestic_abuse_specialist"), "kind": "third", "words": "She is afraid for her daughter"}
    with pytest.raises(Refused):
        done(ask_for_disclosure, NOW, **facts, asked=replace(asked, third_given="", third_family=""))
    return DisclosureRequest.objects.get(pk=done(ask_for_disclosure, NOW, **facts, asked=asked))


def test_somebody_asks_for_another_is_met_and_the_one_in_danger_is_told(home, for_her) -> None:
    assert for_her.third_party.name == "Nell Oakes"
    assert states(for_her) == ["open", "open", "open"]
    by, pk = home.by("domestic_abuse_specialist"), for_her.pk
    done(check_first, NOW + HOUR, by=by, request=pk, words="No danger tonight")
    done(meet, NOW + DAY, by=by, request=pk, identity_checked=True)
    done(decide, NOW + DAY, by=by, request=pk, disclose=True, bodies=["Probation"], reason="His record")
    told = {"by": by, "request": pk, "in_person": True, "nothing_left": True, "undertaking": True}
    with pytest.raises(Refused, match="be sure who they are"):
        done(tell_of_past, NOW + DAY, **told)
    with pytest.raises(Refused, match="write how they can protect"):
        done(tell_of_past, NOW + DAY, **told, to_third=True)
    done(tell_of_past, NOW + DAY, **told, identity_checked=True)
    for_her.refresh_from_db()
    assert (for_her.told_at, for_her.told_third) == (NOW + DAY, False)


def test_who_asked_is_told_in_their_place_only_where_they_can_protect_them(home, for_her, request_) -> None:
    by = home.by("domestic_abuse_specialist")
    for one in (for_her, request_):
        done(check_first, NOW + HOUR, by=by, request=one.pk, words="No danger tonight")
        done(meet, NOW + DAY, by=by, request=one.pk, identity_checked=True)
        done(decide, NOW + DAY, by=by, request=one.pk, disclose=True, bodies=["Probation"], reason="His record")
    told = {"by": by, "in_person": True, "nothing_left": True, "undertaking": True, "to_third": True}
    with pytest.raises(Refused, match="Nobody else asked"):
        done(tell_of_past, NOW + DAY, **told, request=request_.pk, can_protect="She lives with her")
    done(tell_of_past, NOW + DAY, **told, request=for_her.pk, can_protect="She lives with her")
    for_her.refresh_from_db()
    assert for_her.told_third
