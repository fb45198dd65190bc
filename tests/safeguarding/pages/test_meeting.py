"""The list of one meeting: urgent cases first, each veiled by itself, with what each body undertook."""

from datetime import date

from bluelamp.access.models import Restriction
from bluelamp.ledger.models import Entry
from bluelamp.safeguarding.actions.meetings import undertake
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER, SPECIALIST


def test_urgent_ones_stand_first(home, pages) -> None:
    calm, urgent = home.case(), home.case(urgent=True)
    path = f"/marac/meeting/{calm.meeting_id}/"
    assert "Nothing is undertaken yet." in pages.reads(SPECIALIST, path)
    done(undertake, NOW, by=home.by(SPECIALIST), case=calm.pk, words="A new lock", due_on=date(2026, 12, 11))
    page = pages.reads(SPECIALIST, path)
    assert page.index(f'"/marac/{urgent.pk}/"') < page.index(f'"/marac/{calm.pk}/"')
    for words in ("Meeting of Wed 9 Dec", "Joanne Marlow", "Urgent: speak now", "A new lock", "Police", "Done?"):
        assert words in page, words
    assert Entry.objects.filter(event="access.looked", about__contains=[calm.ref]).exists()


def test_who_is_not_on_a_case_sees_whom_to_ask_alone(home, pages) -> None:
    case = home.case()
    path = f"/marac/meeting/{case.meeting_id}/"
    done(undertake, NOW, by=home.by(SPECIALIST), case=case.pk, words="A new lock", due_on=date(2026, 12, 11))
    Restriction.objects.filter(record=case.ref).update(roles=[])
    page = pages.reads(SPECIALIST, path, name="Other")
    assert "A restricted record exists. Ask" in page
    assert "Joanne Marlow" not in page
    assert "A new lock" not in page
    assert pages.go(OFFICER, path).status_code == 403
    assert pages.go(SPECIALIST, "/marac/meeting/0/").status_code == 404
