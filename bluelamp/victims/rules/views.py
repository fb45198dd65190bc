"""The victim's views before a decision (V8): bail with conditions, each change of them, settling without a court."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused


class About(StrEnum):
    """What they are asked about. Each is asked by itself: what they said of the first bail is no answer to a change."""

    BAIL = "bail"
    VARYING = "varying"
    OUT_OF_COURT = "out_of_court"

    @property
    def words(self) -> str:
        return _ABOUT[self]

    @property
    def source(self) -> str:
        return _SOURCES[self]


_ABOUT = {
    About.BAIL: "bail with conditions",
    About.VARYING: "changing the conditions of bail",
    About.OUT_OF_COURT: "settling it without a court",
}
_SOURCES = {
    About.BAIL: "PACE s.47ZZA",
    About.VARYING: "PACE s.47ZZA",
    About.OUT_OF_COURT: "Victims' Code, right 6",
}


class Came(StrEnum):
    """What came of asking. Asked without an answer, not reached and not asked are three different things."""

    GIVEN = "given"
    NONE = "none"
    NOT_ANSWERED = "not_answered"
    NOT_REACHABLE = "not_reachable"
    NOT_PRACTICABLE = "not_practicable"

    @property
    def words(self) -> str:
        return _CAME[self]


_CAME = {
    Came.GIVEN: "They said what they think",
    Came.NONE: "They were asked and want nothing",
    Came.NOT_ANSWERED: "They were asked and have not answered yet",
    Came.NOT_REACHABLE: "They could not be reached",
    Came.NOT_PRACTICABLE: "It was not practicable to ask",
}
SOUGHT = frozenset({Came.GIVEN, Came.NONE, Came.NOT_ANSWERED})
"""They were asked, whatever they said."""
_MISSING = {
    Came.GIVEN: "Write what they said.",
    Came.NOT_ANSWERED: "Write how and when they were asked.",
    Came.NOT_REACHABLE: "Write what was tried, and when.",
    Came.NOT_PRACTICABLE: "Write why it was not practicable to ask.",
}


def may_keep(
    *,
    answer: Came,
    words: str,
    child: bool = False,
    vulnerable: bool = False,
    own: bool | None = None,
    through: str = "",
    about: About = About.BAIL,
) -> Verdict:
    """Whether views, or why there are none, may be kept: words always, unless they want nothing.

    `through`: who spoke for them; of a child always, of an adult only where `own` is False and somebody is on record,
    checked, who speaks for them. `own` None: not said, which a vulnerable adult's is never left.
    """
    if answer is not Came.NONE and not words.strip():
        return refused(_MISSING[answer], about.source, field="words")
    if answer not in SOUGHT:
        return allowed()
    if child and not through.strip():
        return refused("Under 18: who spoke for them? Give the name.", about.source, field="through")
    if child:
        return allowed()
    if vulnerable and own is None:
        words = "They are vulnerable: were these their own words, or through who speaks for them?"
        return refused(words, about.source, field="own")
    if own is False and not through.strip():
        words = "Nobody is on record who may speak for them. Say who speaks for them first: it is checked who that is."
        return refused(words, about.source, field="own")
    return allowed()


def still_hold(law: Law, *, asked_at: datetime, arrested_at: datetime, why: str) -> bool:
    """Whether views on bail are views of this arrest: asked since it, or in the hours before it where whoever decides
    says why they still hold (PACE s.47ZZA; the hours are policy of the force)."""
    if asked_at >= arrested_at:
        return True
    before = law.value("victims.views.before_arrest", on=local_day(arrested_at)).span
    return bool(why.strip()) and asked_at >= arrested_at - before


def may_decide(*, about: About, came: Sequence[Came | None], why_not: str, earlier: bool = False) -> Verdict:
    """Whether it may be decided: every victim was asked about just this, or it stands written why not; or whoever
    decides says why they go on without. `came` has one entry for each victim, None where nobody asked; `earlier`:
    somebody was asked, before the arrest that this is about."""
    if all(one is not None for one in came) or why_not.strip():
        return allowed()
    if earlier:
        words = "They were asked before this arrest. Ask again, or say why what they said then still holds."
        return refused(words, about.source, field="victim_views")
    words = f"Seek the victim's views on {about.words} first, or say why it was not practicable."
    return refused(words, about.source, field="victim_views")
