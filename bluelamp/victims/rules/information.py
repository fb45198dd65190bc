"""Asking somebody else for information about a victim: only what is needed, and the victim is told in writing first.

Police, Crime, Sentencing and Courts Act 2022 ss.44A to 44E. Their consent is no part of it and is never assumed: what
they say is written down beside it. What is said in counselling or therapy is presumed not to be needed.
"""

from dataclasses import dataclass
from enum import StrEnum

from bluelamp.verdict import Verdict, allowed, every, refused

_ASK, _NOTICE = "PCSC Act 2022 s.44A", "PCSC Act 2022 s.44B"
_COUNSELLING = "PCSC Act 2022 s.44D"


class Notice(StrEnum):
    """How the victim has the notice, or which exception holds."""

    HANDED = "handed"
    LETTER = "letter"
    EMAIL = "email"
    NOT_FOUND = "not_found"
    WOULD_HARM = "would_harm"
    WOULD_SPOIL = "would_spoil"

    @property
    def words(self) -> str:
        return _NOTICES[self]


_NOTICES = {
    Notice.HANDED: "Handed to them",
    Notice.LETTER: "By letter",
    Notice.EMAIL: "By email",
    Notice.NOT_FOUND: "Not given: they cannot be found",
    Notice.WOULD_HARM: "Not given: it would put somebody at risk of serious harm",
    Notice.WOULD_SPOIL: "Not given: it would interfere with the investigation",
}
GIVEN = frozenset({Notice.HANDED, Notice.LETTER, Notice.EMAIL})


class View(StrEnum):
    """What the victim says of it. It is not consent, and saying nothing is not agreeing."""

    AGREES = "agrees"
    OBJECTS = "objects"
    SAID_NOTHING = "said_nothing"
    NOT_ASKED = "not_asked"

    @property
    def words(self) -> str:
        return _VIEWS[self]


_VIEWS = {
    View.AGREES: "They agree",
    View.OBJECTS: "They object",
    View.SAID_NOTHING: "They were asked and said nothing",
    View.NOT_ASKED: "They were not asked",
}


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is asked of whom, and why. `counselling` None: not known whether it is from counselling or therapy.

    `agreed_by` and `asked_by` are references of officers.
    """

    holder: str
    what: str
    line: str
    necessary: str
    proportionate: str
    counselling: bool | None = None
    counselling_why: str = ""
    asked_by: str = ""
    agreed_by: str = ""


def may_ask(request: Request) -> Verdict:
    """Whether such a request may be written: a reasonable line of enquiry, necessary, proportionate, no wider; of
    counselling or therapy only where it is likely to prove something substantial, and somebody else agrees."""
    needs = (
        (request.holder, "Who has it?", "holder"),
        (request.what, "Which information exactly, and of which time? Never everything there is.", "what"),
        (request.line, "Which line of enquiry does it follow?", "line"),
        (request.necessary, "Why is it necessary?", "necessary"),
        (request.proportionate, "What less was tried, and why is no less enough?", "proportionate"),
    )
    missing = [refused(words, _ASK, field=field) for said, words, field in needs if not said.strip()]
    return every(*missing, _counselling(request))


def may_send(*, notice: Notice | None, why_not: str, view: View | None, withdrawn: bool) -> Verdict:
    """Whether it may go to whoever has the information: after the notice to the victim, or the exception and why."""
    if withdrawn:
        return refused("This request was taken back.", _ASK)
    if notice is None:
        return refused("First the victim has the notice in writing, or it is said why not.", _NOTICE, field="notice")
    if notice not in GIVEN and not why_not.strip():
        return refused("Write what makes the exception true here.", _NOTICE, field="why_not")
    if view is None or (notice in GIVEN and view is View.NOT_ASKED):
        return refused("What do they say of it? Saying nothing is not agreeing.", _NOTICE, field="view")
    return allowed()


def _counselling(request: Request) -> Verdict:
    if request.counselling is None:
        return refused("Is it from counselling or therapy? Find out first.", _COUNSELLING, field="counselling")
    if not request.counselling:
        return allowed()
    if not request.counselling_why.strip():
        words = "It is presumed not to be needed. Write why it is likely to prove something substantial."
        return refused(words, _COUNSELLING, field="counselling_why")
    if not request.agreed_by or request.agreed_by == request.asked_by:
        words = "Somebody else who supervises agrees to it first."
        return refused(words, "Force policy on counselling information", field="agreed_by")
    return allowed()
