"""The decision at the desk: authorised or not, by somebody not involved and freshly signed in, once."""

import pytest

from bluelamp.custody.actions.authorising import authorise
from bluelamp.custody.models import Detention
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR
WHY = ["obtain_evidence_by_questioning"]


@pytest.fixture
def found(evening: Evening) -> Detention:
    return evening.arrived(at=NOW - 20 * MINUTE)


@pytest.fixture
def desk(evening: Evening, client) -> Desk:
    return Desk(evening, client)


def test_authorise_once_and_the_second_sergeant_reads_what_changed(found: Detention, desk: Desk) -> None:
    path = f"/custody/{found.pk}/authorise/"
    assert b"Authorise or refuse detention" in desk.open("custody_officer", path).content
    given = {"decision": "authorise", "enough": "no", "grounds": "Interview", "necessity": WHY}
    assert desk.send("custody_officer", path, **given).status_code == 303
    assert Detention.objects.get().authorised_at == NOW
    late = desk.send("custody_officer", path, **given)
    assert late.status_code == 422
    assert b"Detention was authorised" in late.content
    assert b"Interview" in late.content


def test_authority_asks_for_a_fresh_sign_in_and_keeps_the_words(found: Detention, desk: Desk) -> None:
    path = f"/custody/{found.pk}/authorise/"
    asked = desk.open("custody_officer", path, fresh=False)
    assert asked.status_code == 302
    assert asked["Location"].startswith("/sign-in/again/")
    given = {"decision": "authorise", "grounds": "These exact words", "necessity": WHY}
    stale = desk.send("custody_officer", path, fresh=False, **given)
    assert stale.status_code == 422
    assert b"These exact words" in stale.content
    assert b"Sign in again" in stale.content
    assert Detention.objects.get(pk=found.pk).authorised_at is None


def test_what_does_not_fit_is_refused_at_its_question(found: Detention, desk: Desk) -> None:
    path = f"/custody/{found.pk}/authorise/"
    assert set(desk.send("custody_officer", path).context["form"].errors) == {"decision", "grounds"}
    given = {"decision": "authorise", "grounds": "x"}
    enough = desk.send("custody_officer", path, **given, enough="yes", necessity=WHY)
    assert enough.context["form"].errors["enough"]
    assert desk.send("custody_officer", path, **given, enough="no").context["form"].errors["necessity"]
    assert Detention.objects.get().authorised_at is None


def test_not_authorising_lets_the_person_go(found: Detention, desk: Desk) -> None:
    sent = desk.send("custody_officer", f"/custody/{found.pk}/authorise/", decision="refuse", grounds="No grounds")
    assert sent.status_code == 303
    assert Detention.objects.get(pk=found.pk).released_at == NOW


def test_an_officer_of_the_case_does_not_authorise(found: Detention, evening: Evening) -> None:
    by = evening.acting("custody_officer")
    found.arrest.officer_id = by.officer_id
    found.arrest.save()
    with pytest.raises(Exception, match="must not be involved"):
        done(authorise, NOW, by=by, detention=found.pk, grounds="x")
