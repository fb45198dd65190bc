"""What somebody judged is kept apart from facts on every record (DPA 2018 s.38(2)): each event says so."""

import re

from django.template.loader import render_to_string

from bluelamp.calls.events import GRADED, LINE_ADDED
from bluelamp.desks.happened import Happened
from bluelamp.ledger.queries import Line
from bluelamp.ledger.registry import Event, events
from tests.custody.evening import TEN

JUDGED = re.compile(
    r"assess|judg|graded|grade_changed|triaged|looked_again|recognised|vulnerab|warning_(?!ended)|number_warned|doubt"
    r"|care_planned|switched_|counter_|felt|concern"
)
JUDGING_WORDS = {"grounds", "necessity", "threat", "harm", "risk", "vulnerability", "observed", "observation"}
FACTS = {
    "messages.doubted": "what came back from the channel",
    "victims.speaker_doubted": "that they became a suspect",
    "victims.needs_assessed": "the victim's own words",
    "victims.trial_needs_assessed": "the victim's own words",
}
"""Events that look like a judgement and are not one, each with what they hold."""


def test_what_is_judged_says_what_of_it_is_an_assessment() -> None:
    silent = {one.name for one in events if looks_judged(one) and not one.assessment} - FACTS.keys()
    assert not silent, "say in the event what of it is an assessment, or in FACTS why nothing is"
    assert not [name for name in FACTS if events[name].assessment or not looks_judged(events[name])]
    marked = [one for one in events if one.assessment]
    assert len(marked) > 40
    assert not [one.name for one in marked if one.assessment.endswith(".")], "it stands in a tag"


def looks_judged(event: Event) -> bool:
    return bool(JUDGED.search(event.name)) or bool(JUDGING_WORDS & set(event.words))


def test_an_entry_shows_what_of_it_is_an_assessment_and_a_fact_shows_nothing() -> None:
    assert line(GRADED.name).assessment == "the grade and why"
    assert line(LINE_ADDED.name).assessment == ""
    drawn = render_to_string("desks/happened.html", {"entries": [one(GRADED.name), one(LINE_ADDED.name)]})
    assert drawn.count("Assessment: the grade and why") == drawn.count("Assessment:") == 1


def line(event: str) -> Line:
    when = {"occurred_at": TEN, "recorded_at": TEN, "written_at": TEN}
    return Line(
        seq=1, record="incident:1", about=(), event=event, by="officer:1", reason="", corrects=None,
        sentence="It is so", erased=False, **when,
    )  # fmt: skip


def one(event: str) -> Happened:
    return Happened(line=line(event), who="PC Lowe", written=None, was="", corrects=None)
