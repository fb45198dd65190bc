"""Who is a victim, and in which way (V1, V10); what has to be asked before one is named."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bluelamp.verdict import Verdict, allowed, every, refused
from bluelamp.victims.rules.entitlement import Circumstances

_SOURCE = "Victims and Prisoners Act 2024 s.1; Victims' Code"
OLDEST = 130
ADULT = 18


class Kind(StrEnum):
    """In which way somebody is a victim. Each has duties and a thread of their own, also of one and the same crime."""

    HARMED = "harmed"
    CHILD = "child"
    SAW_IT = "saw_it"
    CHILD_OF_ABUSE = "child_of_abuse"
    BORN_OF_IT = "born_of_it"
    BEREAVED = "bereaved"
    BUSINESS = "business"

    @property
    def words(self) -> str:
        return _WORDS[self]

    @property
    def statement(self) -> str:
        """What their statement of what it did to them is called."""
        return "Impact statement of a business" if self is Kind.BUSINESS else "Personal statement"


_WORDS = {
    Kind.HARMED: "Harmed by it",
    Kind.CHILD: "Under 18 and harmed by it",
    Kind.SAW_IT: "Saw, heard or felt what it did",
    Kind.CHILD_OF_ABUSE: "Child who saw, heard or felt domestic abuse",
    Kind.BORN_OF_IT: "Born because of it",
    Kind.BEREAVED: "Close family of somebody who was killed",
    Kind.BUSINESS: "A business",
}
CHILDREN = frozenset({Kind.CHILD, Kind.CHILD_OF_ABUSE})


@dataclass(frozen=True, kw_only=True)
class Naming:
    """What is known when a victim is named. `age` in whole years at the time of the offence, None if not known.

    `died_on` and `lost` are of the person killed: the day and who they were to the victim. `spoken_for_by` is who
    speaks for a child or a business. `taken_as_child`: an officer took them for a child, their age is still asked.
    `vulnerable`: an adult whose evidence may be affected by a disorder, impairment or disability.
    `suspect`: named as suspect in the same incident; `counter_agreed_by` is the
    supervisor who decided that both are to be recorded.
    """

    kind: Kind = Kind.HARMED
    age: int | None = None
    born_on: date | None = None
    happened_on: date | None = None
    died_on: date | None = None
    lost: str = ""
    spoken_for_by: str = ""
    taken_as_child: bool = False
    vulnerable: bool = False
    suspect: bool = False
    counter_agreed_by: str = ""


def may_name(naming: Naming, *, today: date) -> Verdict:
    """Whether somebody may be named as a victim with these facts on the local day `today`: all that is wrong, at once.

    What is missing is asked for, never guessed: who speaks for a business, whom the family lost. An age that is not
    known stays not known, except where being a child is what is said.
    """
    return every(_days(naming, today), _age(naming), _kind(naming), _not_suspect(naming))


def circumstances_of(naming: Naming, circumstances: Circumstances) -> Circumstances:
    """The circumstances with what the kind of victim says by itself."""
    return replace(
        circumstances,
        age=naming.age if circumstances.age is None else circumstances.age,
        bereaved=circumstances.bereaved or naming.kind is Kind.BEREAVED,
        domestic=circumstances.domestic or naming.kind is Kind.CHILD_OF_ABUSE,
    )


def to_ask(naming: Naming) -> tuple[str, ...]:
    """What is still to be asked, in words; nothing is assumed meanwhile."""
    asked = []
    if naming.kind is not Kind.BUSINESS and naming.age is None and naming.born_on is None:
        asked.append("How old were they then? Under 18 they have enhanced rights.")
    if naming.kind in CHILDREN and not naming.spoken_for_by.strip():
        asked.append("Who speaks for the child, and is safe for the child?")
    elif naming.vulnerable and not naming.spoken_for_by.strip():
        asked.append("They are vulnerable: do they want somebody to speak for them, and who is safe for them?")
    return tuple(asked)


def _days(naming: Naming, today: date) -> Verdict:
    days = {"born_on": naming.born_on, "happened_on": naming.happened_on, "died_on": naming.died_on}
    ahead = [refused("This day is still to come.", field=name) for name, day in days.items() if day and day > today]
    return every(
        *ahead,
        _in_order(naming.born_on, naming.happened_on, "It happened before they were born.", "born_on"),
        _in_order(naming.born_on, today, f"Nobody is older than {OLDEST}.", "born_on", most=OLDEST),
        _in_order(naming.happened_on, naming.died_on, "They died before it happened: check both days.", "died_on"),
    )


def _in_order(first: date | None, then: date | None, words: str, field: str, *, most: int = 0) -> Verdict:
    if first is None or then is None:
        return allowed()
    wrong = then.year - first.year > most if most else then < first
    return refused(words, field=field) if wrong else allowed()


def _age(naming: Naming) -> Verdict:
    if naming.age is not None and not 0 <= naming.age <= OLDEST:
        return refused(f"An age is between 0 and {OLDEST}.", field="age")
    if naming.kind not in CHILDREN:
        return allowed()
    if naming.age is None and naming.born_on is None and not naming.taken_as_child:
        return refused("How old were they? Ask; give an age or a date of birth.", _SOURCE, field="age")
    if naming.age is not None and naming.age >= ADULT:
        return refused("They were 18 or over: choose another kind of victim.", _SOURCE, field="age")
    return allowed()


def _kind(naming: Naming) -> Verdict:
    if naming.kind is Kind.BUSINESS and not naming.spoken_for_by.strip():
        return refused("Who speaks for the business? Give a name.", _SOURCE, field="spoken_for_by")
    if naming.kind is Kind.BEREAVED and not naming.lost.strip():
        return refused("Whom did they lose, and who was that to them?", _SOURCE, field="lost")
    return allowed()


def _not_suspect(naming: Naming) -> Verdict:
    if naming.suspect and not naming.counter_agreed_by.strip():
        words = "They are named as a suspect in this. Who began it is decided by a supervisor before both are recorded."
        return refused(words, "Domestic abuse: counter-allegations", field="counter_agreed_by")
    return allowed()
