"""What the court did, written down as the police had it."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.cases import events
from bluelamp.cases.keeping import about
from bluelamp.cases.models import CaseFile, CourtNews, Hearing
from bluelamp.cases.queries import first_charge
from bluelamp.cases.rules.court_news import Given, may_write
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import Refused, insist, refused


@action
def write_court_news(
    *, by: Acting, at: datetime, case: int, given: Given, court: str, next_court: str = "", key: str | None = None
) -> str:
    """Keep what a court did, and the next date it set; nothing earlier is changed by it."""
    found = CaseFile.objects.select_for_update(of=("self",)).get(pk=case)
    require(by, "cases.court")
    first = first_charge(found)
    earlier = [one.as_earlier() for one in found.news.order_by("pk")]
    insist(may_write(given, earlier, charged_at=first.charged_at if first else None, at=at))
    if not court.strip():
        raise Refused(refused("Which court?", "Victims' Code, right 8", field="court"))
    hearing = _next(found, given, next_court.strip() or court.strip(), at) if given.next_at else None
    CourtNews.objects.create(
        case=found, news=given.news, outcome=given.outcome or "", court=court.strip(), on=given.on,
        received_at=given.received_at, words=given.words.strip(), hearing=hearing, written_at=at,
        written_by_id=officer_of(by),
    )  # fmt: skip
    facts = {
        "news": given.news.words,
        "kind": given.news.value,
        "outcome": given.outcome.words if given.outcome else "nothing else decided",
        "court": court.strip(),
        "on": spoken_day(given.on),
        "received_at": given.received_at.isoformat(),
    }
    write(events.COURT_NEWS, record=found.ref, about=about(found), facts=facts, words={"words": given.words})
    return found.ref


_WHAT = {True: "for trial", False: "not for trial", None: "whether for trial is not known"}


def _next(found: CaseFile, given: Given, court: str, at: datetime) -> Hearing:
    starts = given.next_at
    assert starts is not None
    made = Hearing.objects.create(
        case=found, court=court, on=local_day(starts), starts_at=starts, set_at=at, trial=given.trial
    )
    facts = {"court": court, "starts": spoken(starts), "what": _WHAT[given.trial]}
    write(events.NEXT_HEARING, record=found.ref, about=about(found), facts=facts)
    return made
