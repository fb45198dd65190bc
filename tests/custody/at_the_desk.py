"""What is said and seen at the desk in the tests: an ordinary adult, whole answers, and builders named by state."""

from typing import Any

from bluelamp.custody.actions.booking_in import Booking, Decision, Plan, RightAnswer, Risk
from bluelamp.custody.actions.particulars import Seen
from bluelamp.custody.actions.property import Taken
from bluelamp.custody.actions.searching import SearchMade
from bluelamp.custody.rules.risk import QUESTIONS, Assessing, Said
from bluelamp.people.rules.unknowns import Answer

ADULT = Seen(
    appears_under_18=False, vulnerable=False, foreign=False, ethnicity="W1", perceived="IC1", born_on=Answer.NOT_KNOWN
)
TOLD = (
    RightAnswer(right="someone_informed", response="wanted", words="His brother Dean"),
    RightAnswer(right="legal_advice", response="not_now", words="Not yet"),
    RightAnswer(right="codes", response="not_now", words="No thanks"),
    RightAnswer(right="written_notice", response="wanted"),
    RightAnswer(right="interpreter", response="not_now", words="English is fine"),
)


def whole_assessment(occasion: str = "booking_in", **known: str) -> Assessing:
    """Every question answered "none", but those given in words."""
    said = tuple(
        Said(question=one, answer=Answer.KNOWN if one in known else Answer.NONE, words=known.get(one, ""))
        for one in QUESTIONS
    )
    return Assessing(occasion=occasion, said=said, observation="Calm, steady on his feet")


def ordinary_search(**other: Any) -> SearchMade:
    return SearchMade(**{"level": "ordinary", "reasons": "What could hurt", "searcher_sex": "male", **other})


def whole_booking(cell: int | None = None, **other: Any) -> Booking:
    """Everything of an ordinary adult, authorised."""
    parts: dict[str, Any] = {
        "decision": Decision(authorise=True, grounds="To interview him", necessity=("obtain_evidence_by_questioning",)),
        "seen": ADULT,
        "rights": TOLD,
        "risk": Risk(assessing=whole_assessment(self_harm="Cut himself in March")),
        "search": ordinary_search(),
        "taken": Taken(things=("Phone", "Keys"), pence=2340, agreed="Signed"),
        "seal": "4471",
        "plan": Plan(level=1, why="Nothing known against it"),
        "cell": cell,
    }
    return Booking(**{**parts, **other})
