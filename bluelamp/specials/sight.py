"""Who may read one record: the coordinator, its tutor, an inspector by regular rank, the special themself."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.form_page import turned_to_owner
from bluelamp.access.guard import TurnedAway, acting
from bluelamp.access.looks import look_at_shown
from bluelamp.access.queries import restricted_among
from bluelamp.specials.models import Special
from bluelamp.specials.queries import Stands, one_stands
from bluelamp.specials.rules.rank import Holder, has_rank
from bluelamp.verdict import Verdict, allowed, refused

SOURCE = "Personnel records: need to know (Data Protection Act 2018)"


def may_read(special: Special, by: Acting) -> Verdict:
    """Refused in words to everybody else; who may erase sees what has ended."""
    if by.may("specials.coordinate") or (special.ended_at and by.may("ledger.erase")):
        return allowed()
    if by.officer_id is not None and by.officer_id in (special.tutor_id, special.officer_id):
        return allowed()
    if by.may("specials.sign") and has_rank(holder=Holder(regular_rank=by.regular_rank), needed="inspector").allowed:
        return allowed()
    return refused("This record is for its tutor, the specials coordinator and inspectors by regular rank.", SOURCE)


def the_special(request: HttpRequest, pk: int, *, page: str) -> Stands:
    """The record for a page. Raises Http404, or turns away in words whoever may not read it."""
    found = one_stands(pk, clock.now())
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.special.ref, page=page)
    if turned:
        raise TurnedAway(turned)
    verdict = may_read(found.special, acting(request))
    if not verdict.allowed:
        raise TurnedAway(render(request, "specials/not_yours.html", {"verdict": verdict}, status=403))
    return found


def seen_by(by: Acting, found: Iterable[Special], *, page: str) -> list[Special]:
    """Those this person may see in a list: restricted records of others are left out (D10); one statement.

    A look at those that are restricted and shown is written down.
    """
    listed = list(found)
    sights = restricted_among(by, [one.ref for one in listed])
    look_at_shown(sights, page=page, by=by, at=clock.now())
    return [one for one in listed if one.ref not in sights or sights[one.ref].may_see]
