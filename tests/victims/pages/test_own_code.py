"""Link and code: once, apart, few tries; whatever is dead is said in the same few words."""

from datetime import timedelta

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.victims.actions.inviting import end_links
from bluelamp.victims.models import Invitation, OwnVisit
from tests.custody.evening import HOUR
from tests.victims.care import Care
from tests.victims.own import CODE, TOKEN, Own, is_private, text

NOT_OPEN = "This page is not open"


@pytest.fixture
def own(care: Care) -> Own:
    return Own(care)


def dead(answer) -> bool:
    return answer.status_code == 404 and NOT_OPEN in text(answer) and is_private(answer)


def test_asking_for_it_uses_nothing_up_and_the_code_opens_it_once(own: Own) -> None:
    for _ in range(3):  # what looks ahead at links opens nothing
        assert own.get(f"/page/{TOKEN}/").status_code == 200
    own.open()
    assert own.get().status_code == 200
    assert dead(own.get(f"/page/{TOKEN}/"))
    assert dead(own.enter())


def test_forwarded_after_it_was_used_it_opens_nothing_elsewhere(own: Own) -> None:
    own.open()
    elsewhere = Client()
    with clock.set_to(own.at):
        assert dead(elsewhere.get(f"/page/{TOKEN}/"))
        assert dead(elsewhere.post(f"/page/{TOKEN}/", {"code": CODE}))
        assert dead(elsewhere.get("/page/"))


def test_five_wrong_codes_kill_it_even_for_the_right_one(own: Own) -> None:
    for _ in range(4):
        answer = own.enter("000000")
        assert answer.status_code == 422
        assert "Try again" in text(answer)
    assert dead(own.enter("000000"))
    assert dead(own.enter())
    assert not OwnVisit.objects.exists()
    assert Invitation.objects.get().tries == 5


def test_guessed_too_old_or_taken_back_look_alike(own: Own, care: Care) -> None:
    assert dead(own.enter(token="guessed"))
    assert dead(own.later(own.at + timedelta(hours=73)).get(f"/page/{TOKEN}/"))
    other = Own(care, token="another-token-of-this-test")
    care(end_links)
    answers = [own.get("/page/guessed/").content, other.enter().content, own.get(f"/page/{TOKEN}/").content]
    assert len(set(answers)) == 1
    assert NOT_OPEN in answers[0].decode()


def test_a_newer_link_ends_the_one_before(own: Own, care: Care) -> None:
    newer = Own(care, token="another-token-of-this-test")
    assert dead(own.enter())
    newer.open()


def test_neither_link_nor_code_can_be_read_back(own: Own) -> None:
    kept = Invitation.objects.values().get()
    assert TOKEN not in str(kept)
    assert CODE not in str(kept)


def test_the_key_of_the_visit_goes_to_this_page_only_and_dies_with_the_window(own: Own) -> None:
    cookie = own.enter().cookies["page"]
    assert cookie["path"] == "/page/"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["max-age"]
    assert not cookie["expires"]
    assert cookie.value not in str(OwnVisit.objects.values().get())


def test_it_shuts_by_itself(own: Own) -> None:
    own.open()
    started = own.at
    assert dead(own.later(started + timedelta(minutes=16)).get())
    own.later(started)
    for minutes in range(0, 60, 10):
        assert own.later(started + timedelta(minutes=minutes)).get().status_code == 200
    assert dead(own.later(started + HOUR).get())
