"""A step of a pathway answered: done in words, or decided against by who may; never with a kept address in it."""

from bluelamp.people.actions.safety import keep_address
from bluelamp.safeguarding.models import PathwayStep
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER, SPECIALIST


def test_it_is_done_in_words_once(home, pages) -> None:
    row = home.stalked()
    step = row.steps.get(code="whole_course")
    path = f"/pathway/step/{step.pk}/"
    assert "Asked about each way" in pages.reads(OFFICER, path)
    pages.refuses(OFFICER, path, "words", "Write what was done, and with whom", done="yes", words="Yes")
    pages.refuses(OFFICER, path, "done", "only a supervisor decides against it", done="no", words="She would not say")
    step.refresh_from_db()
    assert step.at is None
    assert pages.sends(OFFICER, path, done="yes", words="Followed since June") == f"/pathway/{row.pk}/"
    step.refresh_from_db()
    assert (step.done, step.officer) == (True, home.evening.officer(OFFICER))
    assert "Followed since June" in pages.reads(OFFICER, f"/pathway/{row.pk}/")
    pages.refuses(OFFICER, path, "", "It is answered already", done="yes", words="Done once more")


def test_who_may_not_act_is_told_so_and_a_supervisor_decides_against(home, pages) -> None:
    step = home.stalked().steps.get(code="specialist")
    path, given = f"/pathway/step/{step.pk}/", {"done": "no", "words": "She asks for nobody else"}
    pages.refuses(OFFICER, path, "", "may not do this", **given)
    assert not PathwayStep.objects.exclude(at=None).exists()
    pages.sends(SPECIALIST, path, **given)
    step.refresh_from_db()
    assert step.done is False


def test_it_holds_no_address_that_is_kept(home, pages) -> None:
    row = home.stalked()
    done(keep_address, NOW, by=home.by(OFFICER), person=row.victim.person_id, address="14 Orchard Close", why="Him")
    path = f"/pathway/step/{row.steps.get(code='devices').pk}/"
    pages.refuses(OFFICER, path, "words", "new address", done="yes", words="Looked at in 14 Orchard Close")
    assert pages.go(OFFICER, "/pathway/step/0/").status_code == 404
