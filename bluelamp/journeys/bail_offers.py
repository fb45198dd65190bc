"""What may be done to bail before charge now, by this person: each rung, conditions, the court, pauses, and the end."""

from datetime import datetime

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.custody.bails import period_of
from bluelamp.custody.clocks import decider
from bluelamp.custody.models import Bail, BailPause
from bluelamp.custody.rules.police_bail import BELOW, RANK, ExtendingBail, Rung, may_extend_bail
from bluelamp.deadlines.instants import spoken
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Verdict, allowed, refused

DECIDE = ("custody.review", "custody.extend", "custody.release")
NOTE = (*DECIDE, "cases.charge")


def offers(found: Bail, by: Acting, at: datetime) -> list[Offer]:
    """In the order of the work; nothing on bail that has ended."""
    if found.ended_at:
        return []
    paused = {each.kind for each in found.pauses.all() if each.ended_on is None}
    waiting = bool(found.court_applied_at and found.court_decided_at is None)
    made = [
        _offer("Back on bail: open a custody record", "custody:back_on_bail", found, may(by, "custody.book_in")),
        _next_rung(found, by, at, BailPause.Kind.PROSECUTOR in paused),
        _offer(
            "Write what the court decided" if waiting else "Apply to the court to extend",
            "journeys:court_bail", found, _first(may(by, *NOTE), _for_court(found, waiting)),
        ),
        _offer("Vary the conditions", "journeys:vary_bail", found, may(by, "custody.release"), "Victims' views first"),
        _offer("Note days that do not count", "journeys:pause_bail", found, may(by, *NOTE), "Prosecutor, hospital"),
        _offer("End bail", "journeys:end_bail", found, may(by, "custody.release"), "Cancel, or what came of it"),
    ]  # fmt: skip
    if any(each.n > 1 and each.result_told_at is None for each in found.steps.all()):
        made.insert(1, _offer("Tell the suspect the decision", "journeys:tell_bail", found, may(by, *NOTE)))
    return made


def next_rung(found: Bail) -> Rung | None:
    """The rung an officer may give next; None where only a court, or another authority, goes on."""
    return next((rung for rung, below in BELOW.items() if Rung(found.rung) in below and rung in RANK), None)


def _next_rung(found: Bail, by: Acting, at: datetime, paused: bool) -> Offer:
    to = next_rung(found)
    if to is None:
        only = refused("Only a magistrates' court extends bail further.", "PACE s.47ZF")
        return _offer("Extend bail", "journeys:extend_bail", found, only)
    ends = period_of(found, at).ends
    asked = ExtendingBail(
        arrested_at=found.arrest.arrested_at, now_on=Rung(found.rung), to=to, suspicion=True, further_time_needed=True,
        diligent=True, necessary_and_proportionate=True, suspect_told_first=True, prosecutor_consulted=True,
        period_ends_at=ends.due if ends else None, with_prosecutor=paused,
    )  # fmt: skip
    rule = may_extend_bail(extending=asked, decider=decider(by, found.detention), law=law_of("custody"), at=at)
    months = law_of("custody").value(f"bail.{to}", on=found.starts_on).number
    label = f"Extend bail to {months} months"
    return _offer(label, "journeys:extend_bail", found, _first(may(by, *DECIDE), rule), "The suspect is told first")


def _for_court(found: Bail, waiting: bool) -> Verdict:
    if waiting:
        return allowed(f"Applied {spoken(found.court_applied_at)}." if found.court_applied_at else "")
    if Rung(found.rung) in (Rung.CUSTODY_OFFICER, Rung.INSPECTOR, Rung.OTHER_AUTHORITY):
        return refused("Not yet: the officers' rungs come first, none is skipped.", "PACE s.47ZF")
    return allowed()


def _offer(label: str, name: str, found: Bail, verdict: Verdict, note: str = "") -> Offer:
    url = reverse(name, args=[found.pk]) if verdict.allowed else None
    return Offer(label=label, url=url, note=note, verdict=verdict)


def _first(*verdicts: Verdict) -> Verdict:
    return next((one for one in verdicts if not one.allowed), allowed())
