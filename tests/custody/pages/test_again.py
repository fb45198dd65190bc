"""What is said again with the appropriate adult here, by page: not before they are, and each matter once."""

from django.test import Client

from bluelamp.custody.actions import calling
from bluelamp.custody.models import SaidAgain
from tests.custody.actions.test_calling import MOTHER, a_child
from tests.custody.desk import NOW, Desk
from tests.custody.evening import MINUTE, TEN, Evening, done


def test_said_once_the_adult_is_here(evening: Evening, client: Client) -> None:
    desk, found = Desk(evening, client), a_child(evening)
    path = f"/custody/{found.pk}/again/"
    early = desk.send("custody_officer", path, matters=["rights"])
    assert early.status_code == 422
    assert "not here" in str(early.context["form"].errors)
    by = evening.acting("custody_officer")
    one = done(calling.call, TEN + 65 * MINUTE, by=by, detention=found.pk, kind="appropriate_adult")
    done(calling.came, NOW - MINUTE, by=by, called=one, remote=False, proposed=MOTHER)
    assert desk.send("custody_officer", path).context["form"].errors["matters"]
    assert not SaidAgain.objects.exists()
    assert desk.send("custody_officer", path, matters=["rights"]).status_code == 303
    left = desk.open("custody_officer", path).context["form"].fields["matters"].choices
    assert [value for value, _ in left] == ["caution"]
