import pytest

from bluelamp.ledger.registry import ERASED, Event, Events, events, retention_names


def an_event(**changed: object) -> Event:
    usual: dict[str, object] = {"name": "calls.logged", "sentence": "Logged: {what}", "retention": "incident"}
    return Event(**{**usual, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [{"name": "Logged"}, {"sentence": ""}, {"retention": "for ever"}, {"words": ("what",)}],
    ids=["name", "sentence", "retention", "words without erasure"],
)
def test_a_declaration_that_does_not_hold_together_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        an_event(**changed)


def test_one_name_means_one_thing() -> None:
    known = Events()
    known.declare(an_event(), an_event())
    with pytest.raises(ValueError, match="twice"):
        known.declare(an_event(sentence="Otherwise"))


def test_an_unknown_event_is_named() -> None:
    with pytest.raises(KeyError, match=r"calls\.nothing"):
        events["calls.nothing"]


def test_sentences_are_filled_and_braces_in_text_do_no_harm() -> None:
    event = an_event(words=("what",), erasure="removed")
    assert event.render({}, {"what": "{number}"}) == "Logged: {number}"
    assert event.render({}, None) == f"Logged: {ERASED}"
    assert event.render({}, {}) == "Logged: not known"
    assert an_event().render({"what": ["a", True, None]}, {}) == "Logged: a, yes, not known"


def test_the_schedule_has_names() -> None:
    assert {"incident", "detention", "access", "domestic_abuse"} <= retention_names()


def test_references_are_said_as_people_say_them_and_what_somebody_wrote_is_kept() -> None:
    event = Event(
        name="trial.seen", sentence="Saw {records}: {note}", retention="incident", words=("note",), erasure="x"
    )
    assert event.render({"records": ["person:2", "custody_slot:7"]}, {"note": "flat:12"}) == (
        "Saw person 2, custody slot 7: flat:12"
    )


@pytest.mark.parametrize(
    ("wrote", "shown"), [("He hid", "He hid. Then left"), ("Why?", "Why? Then left"), ("", " Then left")]
)
def test_a_sentence_that_follows_what_somebody_wrote_begins_after_a_stop(wrote: str, shown: str) -> None:
    event = Event(name="trial.left", sentence="{why} Then left", retention="incident", words=("why",), erasure="x")
    assert event.render({}, {"why": wrote}) == shown
