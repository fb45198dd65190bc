"""What a review of detention needs before it can be done: whom to hear, who must be there, when not to wake."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.instants import as_local, local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Reason


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The detention to be reviewed. `child`: under 18 or appears so; `solicitor_asked`: one is waited for."""

    charged: bool = False
    child: bool = False
    vulnerable: bool = False
    interpreter: bool = False
    solicitor_asked: bool = False
    at_hospital: bool = False


def needs(*, facts: Facts, due: datetime, law: Law) -> tuple[Reason, ...]:
    """What the review due at `due` needs, in the order in which it is arranged."""
    asleep = _night(due, law)
    who = "A custody officer reviews after charge." if facts.charged else "An inspector who is not involved reviews."
    checks = (
        (True, who, "PACE s.40(1)"),
        (facts.at_hospital, "At hospital: the review clock stands still until the return.", "PACE s.41(6)"),
        (facts.child or facts.vulnerable, "The appropriate adult is there, or is heard.", "Code C 15.3"),
        (facts.interpreter, "An interpreter is there or on the line.", "Code C 13"),
        (facts.solicitor_asked, "A solicitor is asked for: hear them first if they are to be had.", "PACE s.40(12)"),
        (not asleep, "Hear the detained person's representations.", "PACE s.40(12)"),
        (
            asleep,
            "Likely asleep: do not wake for it. Hear the solicitor, or review early; tell the person on waking.",
            "PACE s.40(12), Code C 12.2, 15.7",
        ),
    )
    return tuple(Reason(words=words, source=source) for met, words, source in checks if met)


def _night(due: datetime, law: Law) -> bool:
    begins, ends = law.value("review.likely_asleep", on=local_day(due)).items
    hour = as_local(due).hour
    return bool(hour >= begins or hour < ends)
