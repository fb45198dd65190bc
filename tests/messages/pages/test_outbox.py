"""In a demonstration: what would have left, as it would have been read."""

from bluelamp.access.actions.restricting import restrict
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer
from bluelamp.messages.providers import ShownOnly
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.messages.worker import send_next
from tests.messages.written import HOME, NOON, ask, the


def test_what_would_have_left(sign_in):
    ask()
    ask(channel=Channel.LETTER, address=HOME)
    while send_next(ShownOnly(), at=NOON):
        pass
    body = sign_in("victim_care_officer").get("/messages/outbox/").content.decode()
    assert body.count("Please ring us after 5 pm. Thank you.") == 2
    assert body.count("<b>Please ring us</b>") == 1, "a letter has a heading, a text has none"
    assert "1 Elstree Way<br>" in body
    assert "nothing is sent to anybody" in body


def test_a_restricted_person_is_not_shown(sign_in):
    found = the(ask())
    send_next(ShownOnly(), at=NOON)
    sign_in("domestic_abuse_specialist")
    owner = acting_as(Officer.objects.get(user_name="domestic_abuse_specialist"))
    restrict(record=found.to, why="Officer's family", owner=owner.number, by=owner, at=NOON)
    body = sign_in("victim_care_officer").get("/messages/outbox/").content.decode()
    assert "Marlow" not in body
    assert "not shown: 1" in body


def test_in_service_there_is_none(sign_in, settings):
    settings.DEMO = False
    assert sign_in("victim_care_officer").get("/messages/outbox/").status_code == 404
