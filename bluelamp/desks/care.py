"""What the desk has on record of somebody's rights and care, in words for part 4 of the record."""

from collections.abc import Iterator
from datetime import datetime

from bluelamp.custody.actions.sampling import OF
from bluelamp.custody.desk_state import DeskState
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.risk import QUESTIONS
from bluelamp.custody.rules.samples import Kind
from bluelamp.custody.rules.searching import Level
from bluelamp.custody.rules.translating import Document, Way
from bluelamp.design.times import clock_words
from bluelamp.people.models import PERCEIVED
from bluelamp.people.rules.unknowns import Answer

Line = tuple[str, str, str]
"""Name, value, and which unknown it is ("" where the value is known)."""
YES_NO = {True: "Yes", False: "No"}


def care_of(found: Detention, state: DeskState) -> list[Line]:
    """Rights with time and words, risk, searches, property; what is not on record says which unknown it is."""
    return [*_age(found), *_seen(state), *_rights(state), *_risk(found, state), *_kept(state)]


def merged(known: list[Line], desk: list[Line]) -> list[Line]:
    """What is known of the person, but where the desk asked again in this detention: then its answer stands."""
    asked = {name for name, _, _ in desk}
    return [*(line for line in known if line[0] not in asked), *desk]


def _age(found: Detention) -> Iterator[Line]:
    said = bool(found.arrest and found.arrest.appears_under_18)
    if found.shown_to_be_adult:
        yield "Appears under 18", "Yes, with clear evidence of being older", ""
    elif found.appears_under_18 or said:
        yield "Appears under 18", "Yes: treated as a child", ""
    elif found.appears_under_18 is None:
        yield "Appears under 18", "", Answer.NOT_ASKED.value
    else:
        yield "Appears under 18", "No", ""


def _seen(state: DeskState) -> Iterator[Line]:
    seen = state.particulars
    if seen.get("vulnerable") is not None:
        yield "Vulnerable", f"{YES_NO[seen['vulnerable']]} {seen['vulnerable_words']}".strip(), ""
    if seen.get("foreign"):
        yield "Nationality", seen["nationality"] or "Of another country, which is not written", ""
    if seen.get("perceived_ethnicity"):
        yield "Perceived by an officer as", PERCEIVED[seen["perceived_ethnicity"]], ""


def _rights(state: DeskState) -> Iterator[Line]:
    for right, given in state.newest_rights.items():
        adult = ", with the adult" if given.adult_present else ""
        words = f": {given.words}" if given.words else ""
        yield right.words, f"{given.said} {clock_words(given.told_at)}{adult}{words}", ""


def _risk(found: Detention, state: DeskState) -> Iterator[Line]:
    if not state.assessed_at or not state.assessment:
        yield "Risk assessment", "", Answer.NOT_ASKED.value
        return
    yield "Risk assessment", f"{clock_words(state.assessed_at)}: {state.assessment['observation']}", ""
    yield "Risk marks", ", ".join(found.risk_marks), "" if found.risk_marks else Answer.NONE.value
    for said in state.said:
        if said.answer is Answer.KNOWN:
            yield QUESTIONS[said.question], said.words, ""
        elif said.answer is not Answer.NONE:
            yield QUESTIONS[said.question], "", said.answer.value


def _kept(state: DeskState) -> Iterator[Line]:
    for one in state.searches:
        found = f", found {one['found']}" if one["found"] else ", nothing found"
        yield "Searched", f"{Level(one['level']).words}{found}", ""
    yield from _samples(state)
    kept = [one for one in state.items if not one["at"]]
    if kept:
        words = ", ".join(_item(one["words"], one["pence"]) for one in kept)
        seals = sorted({one["seal"] for one in kept if one["seal"]})
        yield "Property", f"{words}. Seal {', '.join(seals)}" if seals else words, ""


def _samples(state: DeskState) -> Iterator[Line]:
    for one in state.samples:
        what = OF.get(one["of"], Kind(one["kind"]).words)
        when = clock_words(datetime.fromisoformat(one["at"]))
        yield ("Refused to give" if one["refused"] else "Taken"), f"{what}, {when}", ""
    for one in state.translations:
        how = f"{Way(one['way']).words.lower()}, {clock_words(datetime.fromisoformat(one['at']))}"
        yield f"In {one['language']}", f"{Document(one['document']).words}: {how}", ""


def _item(words: str, pence: int | None) -> str:
    return words if pence is None else f"£{pence / 100:.2f}"
