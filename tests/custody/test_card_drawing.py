"""A card drawn by hand is, mark for mark, what the component of the gallery draws."""

import re
from dataclasses import replace
from datetime import datetime

import pytest
from django.template import engines

from bluelamp import clock
from bluelamp.custody.card_drawing import Card, Clock, Mark, card_html, empty_html
from tests.custody.evening import HOUR, MINUTE, TEN

AT = TEN + 2 * HOUR
PLAIN = Card(
    url="/detention/1/", initials="C<R", number="2187", since=TEN, clock=None, others=(), paused="Clocks paused",
    level="", marks=(), child=False,
)  # fmt: skip
VISIT = Clock(word="Visit", began=AT - 20 * MINUTE, due=AT + 10 * MINUTE)
COMPONENT = """<c-cell state="occupied" url="{{ card.url }}" number="{{ number }}" initials="{{ card.initials }}"
 record="{{ card.number }}" :since="card.since" level="{{ card.level }}" :clocks="card.others" :marks="card.marks"
 :began="card.clock.began" :due="card.clock.due" visit="{{ card.clock.word }}">{{ card.paused }}</c-cell>"""


def component(card: Card, number: str) -> str:
    from django_cotton.compiler_regex import CottonCompiler

    text = CottonCompiler().process(COMPONENT)
    return engines["django"].from_string(text).render({"card": card, "number": number})


def squeezed(text: str) -> str:
    return re.sub(r">\s+<", "><", re.sub(r"\s+", " ", text)).replace("> ", ">").replace(" <", "<").strip()


@pytest.mark.parametrize(
    "card",
    [
        replace(PLAIN, clock=VISIT),
        replace(PLAIN, clock=VISIT, level="1", marks=(Mark(words="Child", strong=True), Mark(words="<b>", due=True))),
        replace(PLAIN, clock=VISIT, level="3", others=(Clock(word="Review", began=TEN, due=AT + HOUR),)),
        replace(PLAIN, clock=replace(VISIT, due=AT + MINUTE), level="4"),
        replace(PLAIN, clock=replace(VISIT, due=AT - 4 * MINUTE)),
        replace(PLAIN, clock=Clock(word="Review", began=TEN, due=AT - 100 * MINUTE), marks=(Mark(words="Charged"),)),
        PLAIN,
    ],
)
def test_drawn_as_the_component_draws_it(card: Card) -> None:
    at: datetime = AT
    with clock.set_to(at):
        assert squeezed(card_html(card, "M1", at=at)) == squeezed(component(card, "M1"))


def test_what_a_person_wrote_is_escaped() -> None:
    assert "C&lt;R" in card_html(PLAIN, "M1", at=AT)
    assert "&lt;script&gt;" in empty_html("M9", closed="<script>")
    assert "free" in empty_html("M9")
