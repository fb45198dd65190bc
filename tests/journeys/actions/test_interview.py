"""An interview under caution owes each victim word of it, from when it began; one that did not take place owes none."""

from datetime import UTC, datetime, timedelta

import pytest

from bluelamp.custody.actions.arresting import Offence
from bluelamp.custody.actions.attending import note_vulnerability
from bluelamp.custody.actions.attending_freely import Told, begin_attendance, tell_attendee
from bluelamp.custody.actions.interviewing import out_to_interview
from bluelamp.custody.models import Detention, Interview
from bluelamp.journeys.actions.arrest import arrest_again
from bluelamp.journeys.actions.interview import back_and_tell, interview_attendee_and_tell
from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import Promise
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Refused
from bluelamp.victims.models import Telling, Victim
from tests.custody.evening import GROUNDS, HOUR, MINUTE, TEN, Evening, done

OUT = TEN + 2 * HOUR - 10 * MINUTE
"""Five to midnight, Friday 20 November 2026."""


def out(evening: Evening) -> tuple[Detention, Victim]:
    incident, by = evening.incident(), evening.acting("custody_officer")
    victim = evening.victim(incident)
    person = evening.person(interpreter=Answer.NONE)
    found = evening.held(arrest=evening.arrest(person=person, incident=incident))
    done(note_vulnerability, OUT - MINUTE, by=by, detention=found.pk, vulnerable=False, words="Nothing seen")
    done(out_to_interview, OUT, by=by, detention=found.pk, reminded=True)
    return found, victim


def back(evening: Evening, found: Detention, **more: object) -> int:
    by = evening.acting("custody_officer")
    return done(back_and_tell, OUT + HOUR, by=by, detention=found.pk, complied=True, report="Codes kept", **more)


def test_the_day_it_began_is_day_nought_though_it_ended_past_midnight(evening: Evening) -> None:
    found, victim = out(evening)
    back(evening, found)
    telling = Telling.objects.get(victim=victim, step="interviewed")
    promise = Promise.objects.get(record=victim.ref, kind="victims.tell_interviewed")
    assert (telling.happened_at, promise.state) == (OUT, "open")
    # Enhanced: one working day. Friday 20 November is day 0, Monday 23 November is day 1, to the end of it.
    assert promise.due_at == datetime(2026, 11, 24, 0, 0, tzinfo=UTC)


def test_each_interview_is_owed_word_of_by_itself(evening: Evening) -> None:
    found, victim = out(evening)
    back(evening, found)
    by, later = evening.acting("custody_officer"), OUT + 3 * HOUR
    done(out_to_interview, later, by=by, detention=found.pk, reminded=True)
    done(back_and_tell, later + HOUR, by=by, detention=found.pk, complied=True, report="Codes kept")
    assert Telling.objects.filter(victim=victim, step="interviewed").count() == 2


def test_one_that_did_not_take_place_owes_nothing(evening: Evening) -> None:
    found, victim = out(evening)
    back(evening, found, under_caution=False, words="The solicitor was called away")
    assert Interview.objects.get().under_caution is False
    assert not Telling.objects.filter(victim=victim, step="interviewed").exists()


@pytest.mark.parametrize("victims", [0, 1])
def test_of_somebody_who_came_freely(evening: Evening, victims: int) -> None:
    incident, by = evening.incident(), evening.acting("response_officer")
    person = evening.person()
    for _ in range(victims):
        evening.victim(incident)
    made = done(begin_attendance, TEN, by=by, person=person, incident=incident.pk, offence_words="Theft",
                why="He offered", appears_under_18=False, place_words="His kitchen")  # fmt: skip
    told = Told(free_to_leave=True, rights=True, advice="declined", vulnerable=False)
    done(tell_attendee, TEN + MINUTE, by=by, attendance=made, told=told)
    began = TEN + timedelta(minutes=30)
    done(interview_attendee_and_tell, TEN + HOUR, by=by, attendance=made, began_at=began, ended_at=began + 10 * MINUTE,
         recorded_on="Disc 17")  # fmt: skip
    found = Telling.objects.filter(step="interviewed")
    assert [one.happened_at for one in found] == [began] * victims


def arrested_again(
    evening: Evening, found: Detention, *, code: str = "28/3", words: str = "Burglary"
) -> tuple[int, Victim]:
    """Arrested in the cells for another incident's offence; the arrest and that incident's victim."""
    incident, by = evening.incident(), evening.acting("custody_officer")
    victim = evening.victim(incident)
    made = done(arrest_again, OUT - 20 * MINUTE, by=by, detention=found.pk, officer=by.number, grounds=GROUNDS,
                offence=Offence(code=code, words=words, tried="indictable"), incident=incident.pk)  # fmt: skip
    return made, victim


def told_of_interview() -> set[int]:
    return set(Telling.objects.filter(step="interviewed").values_list("victim", flat=True))


def test_a_further_arrest_owes_its_own_victims_word_of_it_and_nobody_else(evening: Evening) -> None:
    found, first = out(evening)
    _, second = arrested_again(evening, found)
    assert set(Telling.objects.filter(step="arrested").values_list("victim", "happened_at")) == {
        (first.pk, TEN), (second.pk, OUT - 20 * MINUTE),
    }  # fmt: skip


def test_about_everything_it_owes_the_victims_of_every_arrest(evening: Evening) -> None:
    found, first = out(evening)
    _, second = arrested_again(evening, found)
    back(evening, found)
    assert told_of_interview() == {first.pk, second.pk}
    assert Interview.objects.get().about.count() == 2
    assert any("about Assault occasioning actual bodily harm; Burglary" in one.sentence for one in timeline(found.ref))


def test_about_the_second_alone_it_owes_only_its_victims(evening: Evening) -> None:
    found, _ = out(evening)
    made, second = arrested_again(evening, found)
    back(evening, found, about=[made])
    assert told_of_interview() == {second.pk}


def test_about_nothing_or_somebody_elses_arrest_is_refused(evening: Evening) -> None:
    found, _ = out(evening)
    other = evening.arrest(person=evening.person("Jay", "Kemble"))
    for about, words in (([], "Say which offence"), ([other], "not under arrest here for that")):
        with pytest.raises(Refused, match=words) as caught:
            back(evening, found, about=about)
        assert caught.value.verdict.field == "about"
    assert not told_of_interview()


def test_the_same_offence_of_another_incident_is_another_arrest(evening: Evening) -> None:
    found, _ = out(evening)
    arrested_again(evening, found, code="8/2", words="Assault occasioning actual bodily harm")
    by = evening.acting("custody_officer")
    with pytest.raises(Refused, match="for this offence already"):
        done(arrest_again, OUT, by=by, detention=found.pk, officer=by.number, grounds=GROUNDS,
             offence=Offence(code="8/2", words="Assault", tried="either_way"))  # fmt: skip
