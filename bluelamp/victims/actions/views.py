"""Asking a victim's views before a decision, and a decision that weighs them (V8)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.models import Bail
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import locked, say
from bluelamp.victims.models import Victim, Views
from bluelamp.victims.others import speaks_now, suspects_named
from bluelamp.victims.queries import views_for
from bluelamp.victims.rules import views
from bluelamp.victims.rules.speaking import may_be_with
from bluelamp.victims.rules.views import SOUGHT, About, Came


@action
def ask_views(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    answer: str,
    words: str = "",
    through: str = "",
    own: bool | None = None,
    about: str = About.BAIL.value,
    bail: int | None = None,
    key: str | None = None,
) -> str:
    """Keep the victim's views before a decision, or what came of asking (PACE s.47ZZA).

    For one under 18 `through` names who spoke for them; where that is known already, it is taken from the record. An
    adult speaks for themselves, or (`own` False) through who is on record as speaking for them.
    """
    require(by, "victims.tell")
    asked, came, of = locked(victim), Came(answer), About(about)
    if of is About.VARYING:
        _insist_theirs(asked, bail)
    insist(may_be_with(through, suspects=suspects_named(asked), field="through"))
    child = asked.is_child(local_day(at))
    spoke = _spoke(asked, through, child=child, own=own)
    vulnerable = asked.vulnerable or bool(asked.spoken_for_by)
    insist(
        views.may_keep(answer=came, words=words, child=child, vulnerable=vulnerable, own=own, through=spoke, about=of)
    )
    spoke = spoke if came in SOUGHT and (child or own is False) else ""
    Views.objects.create(
        victim=asked, at=at, officer_id=by.officer_id, about=of, bail_id=bail if of is About.VARYING else None,
        came=came, words=words.strip(), through=spoke,
    )  # fmt: skip
    if of is not About.OUT_OF_COURT:
        asked.views_asked_at, asked.views_on_bail = at, words.strip() or "Asked; nothing wanted."
        asked.save(update_fields=["views_asked_at", "views_on_bail"])
    facts = {"about": of.words, "answer": came.words}
    say(events.VIEWS_ASKED, asked, facts, words=words, through=f"Through {spoke}." if spoke else "")
    return asked.ref


@action
def weigh_views(
    *,
    by: Acting,
    at: datetime,
    victims: Sequence[Victim],
    about: About,
    why_not: str = "",
    bail: int | None = None,
    arrested_at: datetime | None = None,
    key: str | None = None,
) -> str:
    """A decision is made on what these victims said about it; refused while one was not asked, and nobody says why.

    Answers "sought" where each was asked, else "not_sought". What was said of one change of bail is used up by it; of
    the first bail only what was asked since `arrested_at` counts, or in the hours before it with the reason.
    """
    every = views_for(victims, about, bail=bail)
    found = {pk: one for pk, one in every.items() if arrested_at is None or _still_hold(one, arrested_at, why_not)}
    came = [Came(found[one.pk].came) if one.pk in found else None for one in victims]
    insist(views.may_decide(about=about, came=came, why_not=why_not, earlier=len(found) < len(every)))
    Views.objects.filter(pk__in=[one.pk for one in found.values()], weighed_at=None).update(weighed_at=at)
    for victim, one in zip(victims, came, strict=True):
        facts = {"about": about.words, "came": one.words if one else "They were not asked"}
        say(events.VIEWS_WEIGHED, victim, facts, why_not=why_not)
    return "sought" if all(one in SOUGHT for one in came) else "not_sought"


def _still_hold(one: Views, arrested_at: datetime, why: str) -> bool:
    return views.still_hold(law_of("victims"), asked_at=one.at, arrested_at=arrested_at, why=why)


def _spoke(asked: Victim, through: str, *, child: bool, own: bool | None) -> str:
    if child:
        return through or speaks_now(asked)
    return speaks_now(asked) if own is False else ""


def _insist_theirs(asked: Victim, bail: int | None) -> None:
    found = Bail.objects.filter(pk=bail or 0, ended_at=None, arrest__incident_id=asked.incident_id).exists()
    if not found:
        raise Refused(refused("Which bail is to be changed?", About.VARYING.source, field="about"))
