"""What stands before an interview, from the record: who is needed, and who is here."""

from typing import Protocol

from bluelamp.custody.cells import is_child
from bluelamp.custody.models import Called, Detention
from bluelamp.custody.rules.interviewing import Interview
from bluelamp.people.rules.unknowns import Answer


class Answers(Protocol):
    """What the interviewer answered."""

    @property
    def wants_advice(self) -> bool | None: ...
    @property
    def advised(self) -> bool: ...
    @property
    def reminded(self) -> bool: ...
    @property
    def fit(self) -> bool | None: ...
    @property
    def urgent_words(self) -> str: ...


def stands(found: Detention, before: Answers) -> Interview:
    """The facts the rule takes. Whether an interpreter is needed is what the person's record says: unknown is asked."""
    here = here_now(found)
    return Interview(
        adult_needed=adult_needed(found),
        adult_here=Called.Kind.APPROPRIATE_ADULT in here,
        interpreter_needed=interpreter_needed(found),
        interpreter_here=Called.Kind.INTERPRETER in here,
        wants_advice=before.wants_advice,
        advised=before.advised or Called.Kind.SOLICITOR in here,
        reminded_of_advice=before.reminded,
        fit=before.fit,
        urgent_authority=bool(before.urgent_words.strip()),
    )


def here_now(found: Detention) -> set[str]:
    """The kinds of those called who are here; one statement."""
    here = found.called.filter(arrived_at__isnull=False, left_at=None)
    return set(here.values_list("kind", flat=True))


def adult_needed(found: Detention) -> bool:
    """A child, or somebody for whom an appropriate adult was called as vulnerable."""
    return is_child(found) or found.called.filter(kind=Called.Kind.APPROPRIATE_ADULT).exists()


def interpreter_needed(found: Detention) -> bool | None:
    """None while nobody asked."""
    answer = found.person.interpreter_answer
    if answer == Answer.KNOWN:
        return True
    return False if answer == Answer.NONE else None
