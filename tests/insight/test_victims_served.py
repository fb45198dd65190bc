"""What was promised to victims: joined from entries to people, overdue counted as late, nothing of a few people."""

from datetime import timedelta

import pytest

from bluelamp.insight.referred import One, by_service
from bluelamp.insight.rules.served import BROKEN, KEPT, LATE, TOO_FEW, Settled
from bluelamp.insight.victims_served import served, settled
from bluelamp.insight.whose_promise import whose
from bluelamp.people.actions.safety import set_safe_contact
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.victims.actions.referring import answer_referral, refer, service_reached
from bluelamp.victims.actions.telling import tell
from bluelamp.victims.models import Referral, Telling
from tests.custody.evening import HOUR, TEN, Evening, done
from tests.insight.test_figures import iso, line

TOLD = "victims.tell_arrested"


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


def owed(event: str, record: str, kind: str = TOLD, slot: str = "") -> object:
    return line(event, record, kind=kind, slot=slot, due=iso(0))


def test_overdue_is_late_until_it_is_settled_and_what_is_withdrawn_was_never_owed() -> None:
    lines = [
        owed("owed.late_raised", "victim:1"), owed("owed.late_raised", "victim:2"), owed("owed.done_late", "victim:2"),
        owed("owed.late_raised", "victim:3"), owed("owed.withdrawn", "victim:3"), owed("owed.kept", "victim:4"),
        owed("owed.kept", "detention:9", "custody.visit"),
    ]  # fmt: skip
    assert settled(lines) == [  # type: ignore[arg-type]
        Settled(victim=1, kind=TOLD, how=LATE), Settled(victim=2, kind=TOLD, how=LATE),
        Settled(victim=4, kind=TOLD, how=KEPT),
    ]  # fmt: skip


def test_a_victim_told_in_time_is_counted_by_kind_and_hidden_by_group(evening: Evening) -> None:
    incident = evening.incident()
    victim = evening.victim(incident)
    evening.arrest(incident=incident)
    telling = Telling.objects.get(victim=victim, step="arrested")
    by = evening.acting("victim_care_officer")
    done(set_safe_contact, TEN, by=by, person=victim.person_id, ways=("phone",), source="Her own words")
    done(tell, TEN + HOUR, by=by, telling=telling.pk, way="phone", result="reached", words="Told at home")
    found = served(TEN - timedelta(days=1), TEN + timedelta(days=1))
    (row,) = [one for one in found.kinds if "arrest" in one.name.lower()]
    assert (row.kept, row.late, row.broken) == (1, 0, 0)
    assert [(one.name, one.hidden) for one in found.needs] == [("Enhanced rights, domestic abuse", TOO_FEW)]
    assert all(one.hidden for _, rows in found.described for one in rows)
    assert found.referrals.reached.of == 0
    assert all(one.hidden for one in found.both)


def test_safeguardings_promises_are_counted_to_the_victim_behind_them(evening: Evening) -> None:
    incident = evening.incident()
    victim = evening.victim(incident)
    domestic = DomesticIncident.objects.create(incident=incident, victim=victim, raised_at=TEN)
    unnamed = DomesticIncident.objects.create(incident=evening.incident(), raised_at=TEN)
    lines = [owed("owed.kept", domestic.ref, "safeguarding.assess"),
             owed("owed.broken", unnamed.ref, "safeguarding.assess")]  # fmt: skip
    behind = whose({domestic.ref, unnamed.ref, victim.ref, "domestic:999999", "duty:4"})
    assert behind == {domestic.ref: victim.pk, victim.ref: victim.pk}
    assert [(one.victim, one.how) for one in settled(lines, behind)] == [(victim.pk, KEPT), (0, BROKEN)]  # type: ignore[arg-type]


def test_referrals_made_by_phone_are_counted_with_those_by_agreement(evening: Evening) -> None:
    by = evening.acting("victim_care_officer")
    victims = [evening.victim(evening.incident()) for _ in range(6)]
    for victim, service in zip(
        victims, ["Beacon", "beacon", "Beacon ", "BEACON", "Beacon", "Rape Crisis"], strict=True
    ):
        done(refer, TEN + HOUR, by=by, victim=victim.pk, service=service, agreed=True, words="Yes")
    first = Referral.objects.earliest("pk")
    done(answer_referral, TEN + 2 * HOUR, by=by, referral=first.pk, answer="accepted")
    done(service_reached, TEN + 3 * HOUR, by=by, referral=first.pk, words="They spoke")
    found = served(TEN - timedelta(days=1), TEN + timedelta(days=1))
    assert (found.referrals.reached.part, found.referrals.reached.of, found.referrals.by_phone) == (1, 6, 6)
    assert [(one.name, bool(one.hidden)) for one in found.services] == [("All other services", True)]


def test_a_service_for_few_is_not_named_nor_can_it_be_worked_out() -> None:
    def to(service: str, count: int, *, reached: int = 0) -> list[One]:
        return [One(service=service, by_phone=n % 2 == 0, answered=True, accepted=True, reached=n < reached)
                for n in range(count)]  # fmt: skip

    rows = by_service([*to("Beacon", 8, reached=6), *to("Victim support", 6), *to("Rape Crisis", 2)])
    assert [(one.name, one.reached.fraction, one.by_phone) for one in rows] == [
        ("Beacon", "6 of 8", 4),
        ("All other services", "none", 0),
    ]
    assert [one.name for one in by_service([*to("Beacon", 8), *to("A", 3), *to("B", 2)])] == [
        "Beacon",
        "All other services",
    ]
