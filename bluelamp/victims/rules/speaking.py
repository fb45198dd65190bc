"""Who may speak for a victim, and which number may be theirs: never somebody from whom they may be in danger."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.people.rules.names import holds_name
from bluelamp.verdict import Verdict, allowed, refused

_SOURCE = "Safe contact V7"
_NOT_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """Somebody who is to speak for a victim. `age` None: not known."""

    same_person: bool = False
    suspect: bool = False
    at_odds: bool = False
    age: int | None = None


def may_speak_for(speaker: Speaker) -> Verdict:
    """Whether this person may speak for the victim: not themselves, no suspect of the incident, no victim who says
    that the other harmed them, and a grown-up; an age not known is asked for."""
    if speaker.same_person:
        return refused("They cannot speak for themselves as somebody else.", _SOURCE, field="speaks_for")
    if speaker.suspect:
        return refused("This person is a suspect here. Choose somebody else.", _SOURCE, field="speaks_for")
    if speaker.at_odds:
        return refused("These two each say that the other harmed them. Choose another.", _SOURCE, field="speaks_for")
    if speaker.age is None:
        return refused("How old is this person? Ask, and write it on their record.", _SOURCE, field="speaks_for")
    if speaker.age < 18:
        return refused("Somebody under 18 does not speak for a victim.", _SOURCE, field="speaks_for")
    return allowed()


def may_go_on(*, who: str, suspect: bool, at_odds: bool, decided: bool) -> Verdict:
    """Whether somebody who speaks for a victim may still be used. `suspect`, `at_odds`: what they have become since;
    `decided`: a supervisor decided, knowing it, that they go on."""
    if decided or not (suspect or at_odds):
        return allowed()
    became = "is a suspect here now" if suspect else "says that this victim harmed them, or is said to have harmed them"
    words = f"{who} speaks for them and {became}. Nothing is told through them until somebody decides who speaks."
    return refused(words, _SOURCE, field="way")


def may_decide(*, stays: bool, supervisor: bool, why: str) -> Verdict:
    """Whether it may be decided so: that a suspect goes on speaking for a victim only by a supervisor, with why."""
    if not why.strip():
        return refused("Say why, in words.", _SOURCE, field="why")
    if stays and not supervisor:
        words = "That a suspect goes on speaking for a victim is decided by a supervisor in victim care."
        return refused(words, _SOURCE, field="stays")
    return allowed()


def decide_by(law: Law, *, doubted_at: datetime) -> Deadline:
    """By when it is decided who speaks for a victim whose speaker became a suspect; elapsed hours, force policy."""
    value = law.value("victims.speaker.decided", on=local_day(doubted_at))
    return span_after(doubted_at, value.span, basis=value.source, event="Who speaks for them became a suspect")


def may_be_with(who: str, *, suspects: Iterable[str], field: str) -> Verdict:
    """Whether a grown-up given by name may be with a victim: never one who has the name of a suspect here.

    A name counts wherever all of its words stand in what was written, in any order; a single word is no name.
    """
    for name in suspects:
        if holds_name(who, name):
            said = f"{name} is a suspect here: somebody else is with them. Another of that name is written otherwise."
            return refused(said, _SOURCE, field=field)
    return allowed()


def may_name(*, business: bool, person: bool, who: str) -> Verdict:
    """Whether it is said who speaks: for a business a name and a place in it; for everybody else a known person, so
    that it can be checked who they are, and who that is to the victim. `who`: in words."""
    if not who.strip():
        missing = "Give the name, and what they are there." if business else "Who is that to the victim?"
        return refused(missing, _SOURCE, field="who")
    if not business and not person:
        return refused("Choose the person: it is checked who they are.", _SOURCE, field="person")
    return allowed()


def may_be_number(number: str, *, suspects: Iterable[str], at_odds: Iterable[str] = ()) -> Verdict:
    """Whether a number may be given as safe: never one that is known to be a suspect's, or of a victim at odds.

    Spaces and +44 make no difference.
    """
    given = digits(number)
    if given and given in {digits(one) for one in suspects}:
        return refused("This is the number of a suspect here. It is never safe.", _SOURCE, field="number")
    if given and given in {digits(one) for one in at_odds}:
        words = "This is the number of somebody who says that they were harmed by this victim."
        return refused(words, _SOURCE, field="number")
    return allowed()


def leaves_a_way(ways: Iterable[str], *, shared_device: bool, do_not_ring: bool) -> Verdict:
    """Whether what is agreed leaves any way to reach the victim; if not, who decides instead.

    `ways` are names of ways of people's safe contact. A shared device takes away what is left lying; where nothing
    may ring or be sent, only in person is left.
    """
    left = set(ways)
    if shared_device:
        left -= {"voicemail", "text", "email", "letter"}
    if do_not_ring:
        left &= {"in_person", "representative"}
    if left:
        return allowed()
    words = "This leaves no way to reach them. Add in person, or ask a supervisor in victim care, who decides how."
    return refused(words, _SOURCE, field="ways")


def digits(number: str) -> str:
    """A number with nothing but its digits, as it is dialled at home."""
    found = _NOT_DIGITS.sub("", number)
    return f"0{found[2:]}" if found.startswith("44") else found
