"""One victim: how they may safely be reached, what is owed next, what they were told, what may be done now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.form_page import turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.access.offers import Offer
from bluelamp.cases.models import CaseFile, Requisition
from bluelamp.cases.queries import cases_of, next_hearing
from bluelamp.custody.models import Detention
from bluelamp.design.own_words import own
from bluelamp.design.times import clock_words, day_words, due_words
from bluelamp.desks.happened import Happened, happened
from bluelamp.desks.victim_panel import safe_words
from bluelamp.desks.victim_standing import standing, way_words
from bluelamp.journeys.offers import restriction_offer
from bluelamp.owed.models import Promise, State
from bluelamp.owed.queries import of_records
from bluelamp.owed.registry import kinds
from bluelamp.partners.queries import shares_of
from bluelamp.partners.share_words import shown, state
from bluelamp.victims.minding import mind_of
from bluelamp.victims.models import Attempt, Telling, Victim
from bluelamp.victims.offers import offers, referral_offers
from bluelamp.victims.queries import victim_for_page
from bluelamp.victims.rules.contact import Result
from bluelamp.victims.rules.telling import Step

NAME = "desks:victim"


@page("victims.view")
def victim(request: HttpRequest, pk: int) -> HttpResponse:
    """The page's title never says whose page it is: it is read over a shoulder, and kept in a browser's history."""
    found = victim_for_page(pk)
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.ref, found.person.ref, page=NAME)
    if turned:
        return turned
    at, by = clock.now(), acting(request)
    cases = cases_of(found.incident_id)
    shares = list(shares_of([found.ref]))
    promises = of_records([found.ref, *(one.ref for one in shares)])
    safe, note = safe_words(found.safe, code_word=True)  # type: ignore[attr-defined]
    context = {
        "found": found,
        "at": at,
        "safe": safe,
        "safe_note": note,
        "owed": [_owed(one, at) for one in promises if one.state == State.OPEN],
        "done": [_owed(one, at) for one in promises if one.state != State.OPEN],
        "attempts": [_attempt(each, by) for each in sorted(found.attempts.all(), key=lambda one: one.at, reverse=True)],
        "offers": _offers(found, promises, by),
        "shares": shown(shares, {}, at=at),
        **standing(found, {one.ref: state(one, at)[0] for one in shares}, at=at),
        "minds": mind_of(found),
        "now": [*_now(found), *(line for one in cases for line in _at_court(one, at))],
        "cases": cases if by.may("cases.court") or by.may("cases.charge") else [],
        "entries": [_named(one) for one in happened([found.ref], limit=40, reader=by.ref)],
    }
    return render(request, "desks/victim.html", context)


def _named(entry: Happened) -> Happened:
    return replace(entry, who="Their own page") if entry.who.startswith("victim:") else entry


def _offers(found: Victim, promises: Sequence[Promise], by: Acting) -> list[Offer]:
    kinds_open = {one.kind for one in promises if one.state == State.OPEN}
    asked = [one for one in found.asked.all() if one.answered_at is None]
    most = offers(found, _open(found, promises), by, open_kinds=kinds_open, asked=asked)
    return [*most, *referral_offers(list(found.referrals.all()), by), restriction_offer(found.ref, by)]


def _owed(promise: Promise, at: datetime) -> dict[str, object]:
    kind = kinds.get(promise.kind)
    return {
        "what": kind.worded({**promise.facts, **promise.words}) if kind else promise.kind,
        "basis": promise.basis,
        "began": promise.began_at,
        "due": promise.due_at,
        "done": promise.settled_at if promise.state in (State.KEPT, State.LATE) else None,
        "ended": promise.state == State.BROKEN,
        "by": due_words(promise.due_at, at),
        "word": State(promise.state).label,
    }


def _open(found: Victim, promises: Sequence[Promise]) -> list[Telling]:
    """What is still to be told, in the order in which it is due."""
    order = [one.slot for one in promises]
    waiting = [one for one in found.tellings.all() if one.told_at is None and one.opted_out_at is None]
    return sorted(waiting, key=lambda one: order.index(str(one.pk)) if str(one.pk) in order else len(order))


def _attempt(each: Attempt, by: Acting) -> dict[str, object]:
    return {
        "at": each.at,
        "who": each.officer,
        "words": f"{Step(each.step).words}, {way_words(each.way)}: {Result(each.result).words.lower()}",
        "said": own(each.words) if each.officer_id == by.officer_id else each.words,
    }


def _now(found: Victim) -> list[str]:
    """Where the case stands, in plain words; of the suspect no more than the victim may be told."""
    words = []
    for one in Detention.objects.filter(arrest__incident=found.incident_id).order_by("arrived_at"):
        if one.released_at:
            words.append(f"The person arrested is out: {one.disposal}.")
        elif one.charged_at:
            words.append("The person arrested is charged and in a police cell.")
        else:
            words.append("A person was arrested and is in a police cell.")
    return words or ["Nobody is in a police cell for this."]


def _at_court(case: CaseFile, at: datetime) -> list[str]:
    """How somebody who is not held was charged, what the court did last, and when it sits next."""
    last, ahead = next(iter(reversed(case.news.all())), None), next_hearing(case, at)
    words = [_sent(one) for one in case.requisitions.all()]
    if last:
        outcome = f": {last.get_outcome_display().lower()}" if last.outcome else ""
        words.append(f"From the court, {day_words(last.on)}: {last.get_news_display().lower()}{outcome}.")
    if ahead:
        when = clock_words(ahead.starts_at) if ahead.starts_at else day_words(ahead.on)
        words.append(f"Next in court: {ahead.court}, {when}.")
    return words


def _sent(one: Requisition) -> str:
    if one.withdrawn_at:
        return f"The written charge sent on {day_words(one.sent_on)} is withdrawn."
    return f"A person who is not held was sent a written charge on {day_words(one.sent_on)}, and must come to court."
