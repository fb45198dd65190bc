"""A search of a detained person, by level; who authorised it and who was there (P34)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.cells import is_child
from bluelamp.custody.clocks import decider_named
from bluelamp.custody.events.desk import SEARCHED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Detention, Particulars, Search
from bluelamp.custody.rules.searching import Level, Searching, may_search
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, insist, refused


@dataclass(frozen=True, kw_only=True)
class SearchMade:
    """What is written of a search. `searcher`: who searched, in words; `found`: what was found, or nothing."""

    level: str
    reasons: str
    searcher_sex: str = ""
    searcher: str = ""
    found: str = ""
    ground: str = ""
    present: int | None = None
    adult_present: bool | None = None
    adult_declined: bool = False
    urgent: bool = False
    clinician: bool = False
    consent: bool = False


@action
def search(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    made: SearchMade,
    authority: int | None = None,
    searched_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Record a search. `authority`: the officer who authorised it, where that is not who writes it."""
    require(by, "custody.desk")
    found = lock(detention)
    when, child = searched_at or at, is_child(found)
    if made.level not in list(Level):
        raise Refused(refused("Choose how far the search went.", "PACE s.54", field="level"))
    if when < found.arrived_at:
        raise Refused(refused("This is before arrival at the suite.", "Order of events", field="searched_at"))
    searching, decider = _facts(made, found, child), decider_named(by, authority)
    insist(may_search(searching=searching, authority=decider, law=law_of("custody"), at=at))
    Search.objects.create(
        detention=found,
        level=made.level,
        searched_at=when,
        officer_id=officer_of(by),
        authority_id=authority or (None if made.level == Level.ORDINARY else officer_of(by)),
        searcher=made.searcher,
        searcher_sex=made.searcher_sex,
        reasons=made.reasons,
        found=made.found,
        ground=made.ground,
        present=made.present,
        adult_present=made.adult_present,
        was_child=child,
        perceived_ethnicity=_perceived(found),
    )
    facts = {"level": made.level, "level_words": Level(made.level).words, "child": child}
    words = {"reasons": made.reasons, "found": made.found or "nothing", "searcher": made.searcher}
    say(SEARCHED, found, facts, words=words, occurred_at=when, reason=reason_late)
    return found.ref


def _facts(made: SearchMade, found: Detention, child: bool) -> Searching:
    return Searching(
        level=Level(made.level),
        reasons=made.reasons,
        sex=found.person.sex,
        searcher_sex=made.searcher_sex,
        child=child,
        adult_present=made.adult_present,
        adult_declined=made.adult_declined,
        present=made.present,
        urgent=made.urgent,
        ground=made.ground,
        clinician=made.clinician,
        consent=made.consent,
    )


def _perceived(found: Detention) -> str:
    return Particulars.objects.filter(detention=found).values_list("perceived_ethnicity", flat=True).first() or ""
