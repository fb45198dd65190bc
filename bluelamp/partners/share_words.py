"""A share in plain words, as lists say it; a restricted record is veiled, and what was shared is never in a list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import NoReverseMatch, reverse

from bluelamp.access.queries import Sight
from bluelamp.partners.models import Share
from bluelamp.partners.owed import another_way_due, answer_due, reached_due
from bluelamp.partners.rules.fields import Purpose


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One share in a list. Where `hidden` has words, they are all that is said of it."""

    hidden: str = ""
    url: str = ""
    number: int = 0
    partner: str = ""
    about: str = ""
    purpose: str = ""
    state: str = ""
    shape: str = "next"
    sent_at: datetime | None = None
    due: datetime | None = None


def shown(found: Iterable[Share], sights: Mapping[str, Sight], *, at: datetime) -> list[Shown]:
    """Each share as this person may see it."""
    return [_veiled(one, sights) or _one(one, at) for one in found]


def _veiled(found: Share, sights: Mapping[str, Sight]) -> Shown | None:
    hidden = [sights[ref] for ref in found.records if ref in sights and not sights[ref].may_see]
    return Shown(hidden=hidden[0].words) if hidden else None


def _one(found: Share, at: datetime) -> Shown:
    word, shape = state(found, at)
    return Shown(
        url=reverse("partners:share", args=[found.pk]),
        number=found.pk,
        partner=found.partner.name,
        about=worded(found.record),
        purpose=Purpose(found.agreement.purpose).words,
        state=word,
        shape=shape,
        sent_at=found.sent_at,
        due=due(found),
    )


def state(found: Share, at: datetime) -> tuple[str, str]:
    """How it stands, in words and as a shape."""
    until = due(found)
    late = "late" if until and until < at else "next"
    if found.taken_back_at:
        return "Taken back", "refused"
    if found.declined_at:
        return ("Declined, another way found", "kept") if found.another_way_at else ("Declined", "broken")
    if found.reached_at:
        return "Reached", "kept"
    if found.accepted_at:
        return ("Accepted, not reached yet", late) if found.follow else ("Accepted", "kept")
    return "Waits for an answer", late


def due(found: Share) -> datetime | None:
    """By when the next thing is owed about it; None where nothing is."""
    asked = (ask(found) for ask in (answer_due, reached_due, another_way_due))
    return min((one.due for one in asked if one), default=None)


def worded(ref: str) -> str:
    """ "Victim 7" of "victim:7"."""
    noun, _, number = ref.partition(":")
    return f"{noun.replace('_', ' ').capitalize()} {number}"


def link(ref: str) -> str:
    """The page of a record, where there is one."""
    noun, _, number = ref.partition(":")
    try:
        return reverse(f"desks:{noun}", args=[int(number)]) if number.isdigit() else ""
    except NoReverseMatch:
        return ""
