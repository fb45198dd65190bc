"""A pathway is opened by an answer or a person; each step is owed, and kept only by whoever must act."""

import pytest

from bluelamp.access.models import Restriction
from bluelamp.owed.models import Promise
from bluelamp.people.actions.links import link
from bluelamp.people.actions.safety import keep_address
from bluelamp.people.queries import relatives_who_speak
from bluelamp.safeguarding.actions.assessing import assess
from bluelamp.safeguarding.actions.pathways import answer_step, close_pathway, open_pathway
from bluelamp.safeguarding.actions.raising import Known, end_domestic, settle
from bluelamp.safeguarding.models import Pathway
from bluelamp.safeguarding.owed.following import step_due
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, done
from tests.safeguarding.at_home import CODES, NOW

SEEN = "Her sister says that a flight is booked for Sunday"


def owed(row: Pathway, state: str = "open") -> int:
    return Promise.objects.filter(record=row.ref, state=state).count()


@pytest.fixture
def opened(home):
    found = home.assessed()
    pk = done(open_pathway, NOW, by=home.by("response_officer"), domestic=found.pk, kind="forced_marriage", words=SEEN)
    return Pathway.objects.get(pk=pk)


def step(row: Pathway, code: str) -> int:
    return row.steps.get(code=code).pk


def test_an_answer_opens_it_once_and_its_steps_are_owed(home) -> None:
    found = home.settled()
    answers = {code: "yes" if code == "strangled" else "no" for code in CODES}
    facts = {"tool": "dash_27", "answers": answers, "grade": "high", "reason": "Twice this month"}
    for at in (NOW, NOW + HOUR):
        done(assess, at, by=home.by("response_officer"), domestic=found.pk, **facts)
    row = Pathway.objects.get()
    assert (row.kind, row.by_question, row.opened_at) == ("strangulation", True, NOW)
    assert owed(row) == row.steps.count() == 5
    first = Promise.objects.filter(record=row.ref).order_by("due_at")[0]
    assert first.due_at == NOW + 2 * HOUR
    assert "ambulance or a doctor" in str(first.facts)


def test_no_answer_of_yes_opens_none(home) -> None:
    home.assessed(count=2)
    assert not Pathway.objects.exists()


def test_a_person_opens_it_whatever_the_answers_say(home, opened) -> None:
    assert (opened.by_question, opened.words) == (False, SEEN)
    facts = {"by": home.by("response_officer"), "domestic": opened.domestic_id}
    with pytest.raises(Refused, match="open already"):
        done(open_pathway, NOW, kind=opened.kind, words=SEEN, **facts)
    with pytest.raises(Refused, match="what you saw"):
        done(open_pathway, NOW, kind="stalking", words="Yes", **facts)


def test_opening_one_gives_the_record_an_owner_and_restricts_it(home) -> None:
    found = home.raised()
    by = home.by("response_officer")
    done(open_pathway, NOW, by=by, domestic=found.pk, kind="honour", words=SEEN)
    found.refresh_from_db()
    assert found.owner_id == by.number
    assert Restriction.objects.filter(record=found.ref, lifted_at=None).exists()


def test_a_step_is_kept_by_whoever_must_act_and_by_nobody_else(home, opened) -> None:
    order = step(opened, "protection_order")
    said = {"step": order, "done": True, "words": "Applied for at the family court today"}
    with pytest.raises(Refused):
        done(answer_step, NOW + HOUR, by=home.by("response_officer"), **said)
    done(answer_step, NOW + HOUR, by=home.by("reviewing_inspector"), **said)
    assert owed(opened, "kept") == 1
    assert step_due(opened.ref, str(order)) is None
    with pytest.raises(Refused, match="answered already"):
        done(answer_step, NOW + HOUR, by=home.by("reviewing_inspector"), **said)


def test_an_officer_may_not_leave_out_what_must_be_done(home, opened) -> None:
    said = {"step": step(opened, "travel"), "done": False, "words": "No time for it"}
    with pytest.raises(Refused, match="only a supervisor"):
        done(answer_step, NOW + HOUR, by=home.by("response_officer"), **said)
    assert owed(opened) == opened.steps.count()


def test_a_late_step_is_late_and_a_closed_pathway_owes_no_more(home, opened) -> None:
    by = home.by("domestic_abuse_specialist")
    done(answer_step, NOW + 3 * HOUR, by=by, step=step(opened, "one_chance"), done=True, words="Seen alone at school")
    assert owed(opened, "late") == 1
    with pytest.raises(Refused):
        done(close_pathway, NOW + 3 * HOUR, by=home.by("response_officer"), pathway=opened.pk, why="Not so after all")
    done(close_pathway, NOW + 3 * HOUR, by=by, pathway=opened.pk, why="The flight is a holiday of the school")
    assert owed(opened) == 0
    assert owed(opened, "broken") == 1, "the specialist was owed word within the hour, and that stays missed"


def test_it_is_not_ended_as_no_domestic_abuse_while_one_is_open(home, opened) -> None:
    known = Known(age_victim=34, age_suspect=36, ties=["none"], behaviour=["physical"])
    done(settle, NOW, by=home.by("response_officer"), domestic=opened.domestic_id, known=known)
    by = home.by("domestic_abuse_specialist")
    with pytest.raises(Refused, match="pathway is open"):
        done(end_domestic, NOW, by=by, domestic=opened.domestic_id, why="Flatmates only")


def test_no_answer_holds_an_address_that_is_kept(home, opened) -> None:
    by, person = home.by("response_officer"), opened.domestic.victim.person_id
    done(keep_address, NOW, by=by, person=person, address="14 Orchard Close, AL1 2QX", why="From the family")
    with pytest.raises(Refused, match="new address"):
        done(answer_step, NOW, by=by, step=step(opened, "travel"), done=True, words="She is at 14 orchard close")


def test_its_page_says_never_and_what_does_not_go_with_it(home, opened, at_page) -> None:
    by, victim = home.by("response_officer"), opened.domestic.victim.person_id
    uncle = home.evening.person("Amir", "Marlow")
    done(link, NOW, by=by, person=uncle, kind="representative", to=f"person:{victim}", source="Himself")
    done(link, NOW, by=by, person=victim, kind="relatives", to=f"person:{uncle}", source="Her")
    assert relatives_who_speak(victim) == ["Amir Marlow"]
    page = at_page("response_officer", f"/pathway/{opened.pk}/", at=NOW + MINUTE).content.decode()
    for words in ("Never mediate", "Amir Marlow is a relative", "must be done", SEEN, "Forced Marriage Unit"):
        assert words in page
    assert at_page("special_constable", f"/pathway/{opened.pk}/").status_code == 302, "not on it: whom to ask"
    on_record = at_page("response_officer", f"/domestic/{opened.domestic_id}/", at=NOW + MINUTE).content.decode()
    assert "0 of 6 steps answered" in on_record


def test_its_forms_open_answer_and_close(home, at_page) -> None:
    found = home.assessed()
    path = f"/domestic/{found.pk}/pathway/"
    assert at_page("response_officer", path, kind="stalking", words="Yes").status_code == 422
    assert at_page("response_officer", path, kind="stalking", words=SEEN).status_code == 303
    row = Pathway.objects.get()
    answer = f"/pathway/step/{step(row, 'whole_course')}/"
    assert at_page("response_officer", answer).status_code == 200
    assert at_page("response_officer", answer, done="no", words="Not needed here").status_code == 422
    assert at_page("response_officer", answer, done="yes", words="From the first day on").status_code == 303
    close = f"/pathway/{row.pk}/close/"
    assert at_page("response_officer", close).status_code == 403
    assert at_page("domestic_abuse_specialist", close, why="A neighbour by chance").status_code == 303
    assert Pathway.objects.get().closed_at
