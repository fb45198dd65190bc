"""A partner answers on the page: accept, update, reached, decline."""

import pytest

from bluelamp.owed.models import State
from tests.partners.actions.test_sharing import owed
from tests.partners.bodies import Bodies
from tests.partners.outsiders import is_nothing, opened


def test_accepts_says_how_it_goes_and_that_she_was_reached(there: Bodies, outsider):
    made = opened(there, outsider, follow="reached")
    assert "Somebody spoke to" not in outsider.get("/shared/").content.decode(), "not before it is accepted"
    for what, words in (("accept", ""), ("update", "Rang twice"), ("reached", "Spoke to her")):
        assert outsider.post(f"/shared/answer/{what}/", {"words": words}).status_code == 303
    assert owed(made) == {"partners.answer": State.KEPT, "partners.reached": State.KEPT}
    body = outsider.get("/shared/").content.decode()
    assert "They were reached" in body
    assert "Rang twice" in body


def test_declines_with_the_reason_and_not_without(there: Bodies, outsider):
    made = opened(there, outsider)
    refused = outsider.post("/shared/answer/decline/", {"words": ""})
    assert refused.status_code == 422
    assert "so that another way is found" in refused.content.decode()
    assert outsider.post("/shared/answer/decline/", {"words": "No room"}).status_code == 303
    assert owed(made)["partners.another_way"] == State.OPEN
    assert "You declined" in outsider.get("/shared/").content.decode()


def test_sent_twice_is_one_answer(there: Bodies, outsider):
    made = opened(there, outsider)
    key = "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"
    for _ in range(2):
        assert outsider.post("/shared/answer/accept/", {"words": "", "key": key}).status_code == 303
    assert made.said.count() == 1


@pytest.mark.parametrize("what", ["erase", "share", "accept"])
def test_to_everybody_else_there_is_nothing(there: Bodies, outsider, client, what):
    opened(there, outsider)
    assert is_nothing(client.post(f"/shared/answer/{what}/", {"words": "Ours"}))
    assert what == "accept" or is_nothing(outsider.post(f"/shared/answer/{what}/", {"words": ""}))
