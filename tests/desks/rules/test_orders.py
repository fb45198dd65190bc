import pytest

from bluelamp.desks.rules.orders import Order, Verb, read
from bluelamp.verdict import Refused


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("43 to 214", Order(verb=Verb.SEND, unit="43", serial=214)),
        ("  r2  TO  7 ", Order(verb=Verb.SEND, unit="R2", serial=7)),
        ("desk 1 to 7", Order(verb=Verb.SEND, unit="DESK 1", serial=7)),
        ("45 to 214 because 43 has a dog", Order(verb=Verb.SEND, unit="45", serial=214, words="43 has a dog")),
        ("43 en route", Order(verb=Verb.EN_ROUTE, unit="43")),
        ("43 En  Route", Order(verb=Verb.EN_ROUTE, unit="43")),
        ("43 at scene", Order(verb=Verb.AT_SCENE, unit="43")),
        ("43 clear", Order(verb=Verb.CLEAR, unit="43")),
        ("43 clear: all quiet", Order(verb=Verb.CLEAR, unit="43", words="all quiet")),
        ("214 note He left, 2 m tall", Order(verb=Verb.NOTE, serial=214, words="He left, 2 m tall")),
        ("214 note: שלום 🙂", Order(verb=Verb.NOTE, serial=214, words="שלום 🙂")),
        ("214", Order(verb=Verb.FIND, serial=214, words="214")),
        ("incident 214", Order(verb=Verb.FIND, serial=214, words="incident 214")),
        ("Shenley Road", Order(verb=Verb.FIND, words="Shenley Road")),
        ("road to nowhere", Order(verb=Verb.FIND, words="road to nowhere")),
        ("Clear Lane", Order(verb=Verb.FIND, words="Clear Lane")),
        ("13 Clear Lane", Order(verb=Verb.FIND, words="13 Clear Lane")),
    ],
)
def test_what_is_said_is_understood(said: str, order: Order) -> None:
    assert read(said) == order


@pytest.mark.parametrize("said", ["", "   ", "214 note", "214 note   "])
def test_an_order_that_says_nothing_is_refused_in_words(said: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(said)
    assert refusal.value.verdict.words


def test_words_of_a_note_are_kept_exactly() -> None:
    words = "Line one\nline two  with  gaps " + "x" * 10_000
    assert read(f"7 note {words}").words == words
