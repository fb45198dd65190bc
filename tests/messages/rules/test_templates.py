"""Every message in its words: a reference, a time, a way back to us, and never the story."""

import pytest

from bluelamp.messages.rules.safe_channel import Channel, SafeContactFacts, safe_channel
from bluelamp.messages.rules.templates import GAPS, TEMPLATES, Template, may_fill
from bluelamp.people.rules.safe_contact import Way
from tests.messages.rules.test_leaving import NOON

SAFE = SafeContactFacts(ways=frozenset(Way))
FILLED = {"link": "https://page.example/p/x", "when": "after 5 pm", "number": "01632 960 001", "reference": "K7-220"}


def gives_away(template: Template) -> str:
    """What the rule of safe channels says of the words as they stand, as if somebody had typed them."""
    said = {"heading": template.heading, "words": template.filled(FILLED)}
    return safe_channel(safe=SAFE, channel=Channel.TEXT, personalisation=said, sender="", at=NOON).words


@pytest.mark.parametrize("key", TEMPLATES)
def test_no_template_tells_the_story(key):
    template = TEMPLATES[key]
    assert gives_away(template) == ""
    assert template.gaps <= set(GAPS)
    assert len(template.filled(FILLED)) < 160, "one text"
    assert not any(word in (template.heading + template.words).lower() for word in ("bluelamp", "999", "101", "dear"))


def test_the_reader_sees_a_template_that_does():
    assert "leave out" in gives_away(Template(heading="About the arrest", words="Ring us"))
    assert "leave out" in gives_away(Template(heading="Hello", words="Your crime number is {reference}"))


@pytest.mark.parametrize(
    ("template", "given", "words"),
    [
        ("news-waits", {"link": FILLED["link"]}, ""),
        ("please-ring-this-number", {key: FILLED[key] for key in ("number", "when", "reference")}, ""),
        ("he-was-arrested", {}, "There is no such message."),
        ("news-waits", {}, "Fill in: link."),
        ("news-waits", {"link": " "}, "Fill in: link."),
        ("please-ring-us", {"when": "now", "note": "He is out"}, "has no place for: note."),
        ("news-waits", {"link": "see https://page.example/ he is out"}, "A link is an address and nothing else."),
        ("news-waits", {"link": "javascript:alert(1)"}, "A link is an address and nothing else."),
        ("news-waits", {"link": "https://page.example/p?said=he+is+out"}, "A link is an address and nothing else."),
    ],
)
def test_only_its_gaps_are_filled(template, given, words):
    verdict = may_fill(template, given)
    assert verdict.allowed == (not words)
    assert words in verdict.words
