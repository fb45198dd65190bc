"""Rights explained so that they are understood: in the victim's language and form (right 1)."""

from dataclasses import dataclass
from enum import StrEnum

from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "Victims' Code, right 1"


class Form(StrEnum):
    """The form in which something is explained or given."""

    SPOKEN = "spoken"
    PLAIN = "plain"
    LARGE_PRINT = "large_print"
    EASY_READ = "easy_read"
    SIGNED = "signed"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Form.SPOKEN: "Said to them",
    Form.PLAIN: "Plain words on paper or screen",
    Form.LARGE_PRINT: "Large print",
    Form.EASY_READ: "Easy read, with pictures",
    Form.SIGNED: "British Sign Language",
}
ENGLISH = "English"


@dataclass(frozen=True, kw_only=True)
class Explained:
    """How rights were explained. `needs_interpreter`: what is known of the person; `interpreter` who it was.

    `interpreter_is_close`: family, a friend or somebody of the case. `understood` None: not asked.
    """

    form: Form
    language: str = ENGLISH
    needs_interpreter: bool = False
    interpreter: str = ""
    interpreter_is_close: bool = False
    understood: bool | None = None


def may_count(explained: Explained) -> Verdict:
    """Whether the rights count as explained: a language and form the victim understands, an interpreter who is nobody
    of theirs where one is needed, and the victim said that they understood."""
    return every(_language(explained), _interpreter(explained), _understood(explained))


def _language(explained: Explained) -> Verdict:
    return allowed() if explained.language.strip() else refused("In which language?", _SOURCE, field="language")


def _interpreter(explained: Explained) -> Verdict:
    foreign = explained.language.strip().casefold() not in ("", ENGLISH.casefold())
    if not (explained.needs_interpreter or foreign or explained.form is Form.SIGNED):
        return allowed()
    if not explained.interpreter.strip():
        return refused("Who interpreted? Give the name or number of the interpreter.", _SOURCE, field="interpreter")
    if explained.interpreter_is_close:
        words = "Not by family, friends or anybody of the case. Ring the interpreters' line."
        return refused(words, _SOURCE, field="interpreter")
    return allowed()


def _understood(explained: Explained) -> Verdict:
    if explained.understood is None:
        return refused("Ask them to say it back: did they understand?", _SOURCE, field="understood")
    if not explained.understood:
        words = "Not understood: still owed. Try another form or an interpreter."
        return refused(words, _SOURCE, field="understood")
    return allowed()
