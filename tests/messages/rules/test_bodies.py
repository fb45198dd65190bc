"""A partner body is written to at its mailbox, with words that give nothing away."""

import pytest

from bluelamp.messages.rules.bodies import is_body, may_go_to_body
from bluelamp.messages.rules.templates import TEMPLATES

LINK = {"link": "https://example.org/shared/x/"}


def test_only_a_body_at_a_mailbox() -> None:
    assert is_body("partner:5")
    assert not is_body("person:5")
    assert may_go_to_body("partner:5", address="help@example.org", personalisation=LINK, sender="Page").allowed
    assert not may_go_to_body("person:5", address="help@example.org", personalisation=LINK, sender="Page").allowed


@pytest.mark.parametrize(
    "address", ["", "help", "@example.org", "help@", "a@b@c", "a b@example.org", "a@b.org\nBcc: x"]
)
def test_what_is_no_mailbox_is_refused(address: str) -> None:
    verdict = may_go_to_body("partner:5", address=address, personalisation=LINK, sender="Page")
    assert "No mailbox" in verdict.words


def test_the_words_give_nothing_away() -> None:
    told = may_go_to_body(
        "partner:5",
        address="a@b.org",
        personalisation={**LINK, "when": "after court"},
        sender="Police",
        never=("Marlow",),
    )
    assert not told.allowed
    named = may_go_to_body(
        "partner:5", address="a@b.org", personalisation={"when": "Marlow"}, sender="", never=("Marlow",)
    )
    assert not named.allowed
    assert TEMPLATES["secure-page"].gaps == {"link"}
