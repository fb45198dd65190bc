"""The people of a roster as they are read: restrictions, patrol status and training with them."""

from bluelamp.access.models import Officer
from bluelamp.duty.actions.establishing import load_establishment
from bluelamp.duty.actions.skills import record_skill, set_patrol_status
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.members import members
from bluelamp.duty.models import Post
from bluelamp.duty.rules.planning import Member
from tests.duty.borough import DAY, LITTLEFORD, MONDAY, NOW, SETTING_UP, Littleford


def read(collar: str) -> Member:
    people = members(begins=MONDAY, ends=MONDAY + 28 * DAY, cover=cover_in_force())
    return next(one for one in people if one.officer == Officer.objects.get(collar_number=collar).ref)


def test_restrictions(littleford: Littleford) -> None:
    Post.objects.filter(officer__collar_number="104").update(restricted=["no nights", "no duty outside the station"])
    found, free = read("104"), read("105")
    assert (found.no_nights, found.inside_only, found.covers(outside=True), found.covers(outside=False)) == (
        True, True, False, True,
    )  # fmt: skip
    assert (free.no_nights, free.inside_only, free.covers(outside=True), free.patrol) == (False, False, True, "")


def test_a_special_is_in_training_until_a_patrol_status_says_more(littleford: Littleford) -> None:
    post = Post.objects.get(officer__collar_number="109")
    post.is_special = True
    post.save()
    assert (read("109").patrol, read("109").counts, read("109").experienced) == ("training", False, False)
    for step, experienced in (("accompanied", False), ("independent", True)):
        set_patrol_status(by=SETTING_UP, at=NOW, officer=post.officer_id, step=step, since=MONDAY - 30 * DAY)
        assert (read("109").patrol, read("109").experienced) == (step, experienced)


def test_a_special_may_be_put_on_while_safety_and_first_aid_hold(littleford: Littleford) -> None:
    post = Post.objects.get(officer__collar_number="109")
    post.is_special = True
    post.save()
    for skill, last in (("officer_safety", None), ("first_aid", MONDAY + 6 * DAY)):
        assert read("109").able({}).lacks("response", on=MONDAY) == skill
        record_skill(by=SETTING_UP, at=NOW, officer=post.officer_id, skill=skill, expires=last)
    able = read("109").able({})
    assert [able.lacks("response", on=MONDAY + n * DAY) for n in (0, 6, 7)] == ["", "", "first_aid"]
    assert read("104").able({}).lacks("response", on=MONDAY) == "", "of a regular officer nothing more is asked"


def test_loading_keeps_what_the_list_says(littleford: Littleford) -> None:
    Post.objects.filter(officer__collar_number="104").update(restricted=["no nights"])
    load_establishment(by=SETTING_UP, at=NOW, folder=LITTLEFORD, is_demonstration=True)
    assert not read("104").no_nights
