"""One handover: the words, who was where and why watched, what is due next, what changed; accepted by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import restricted_among
from bluelamp.custody.actions.handing_over import accept_handover
from bluelamp.custody.handing_over import changed, due_next
from bluelamp.custody.models import Detention, Handover
from bluelamp.custody.rules.handing_over import may_accept
from bluelamp.design.forms import PlainForm
from bluelamp.ledger.queries import Line
from bluelamp.owed.rows import rows

NAME = "custody:handed_over"


class AcceptForm(PlainForm):
    """What the one who takes over adds, if anything."""

    words = forms.CharField(
        label="Anything you add", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One person as the handover has them: `name` empty where this officer may not see it."""

    fact: Mapping[str, Any]
    name: str
    url: str
    gone: str


@page("custody.view")
def handed_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Everyone who sees custody may read it; a custody officer who did not write it may accept it."""
    chosen = Handover.objects.select_related("suite", "written_by", "accepted_by")
    found = chosen.filter(pk=pk).first()
    if found is None:
        raise Http404
    by, at = acting(request), clock.now()
    people = {each.pk: each for each in _people(found)}
    hidden = _hidden(people, by)
    lines = changed(found.suite.key, since=found.began_at, until=found.written_at)
    promises = due_next([each.ref for each in people.values()], at=found.written_at)
    sights = restricted_among(by, [ref for each in promises for ref in (each.record, *each.about)])
    taken = str(found.accepted_by) if found.accepted_by else ""
    context = {
        "found": found,
        "held": [_kept(fact, people, hidden) for fact in found.held],
        "groups": _by_record([line for line in lines if line.record not in hidden], people),
        "due": rows(promises, sights=sights, at=at, fold=True),
        "verdict": may_accept(written_by=found.written_by_id, accepts=by.officer_id or 0, accepted_by=taken),
        "may_take": by.may("custody.authorise"),
        "name": by.name,
    }
    return form_page(
        request,
        form=AcceptForm(posted(request)),
        act=lambda given: accept_handover(handover=pk, words=given["words"], **signed(request)),
        then=request.path,
        template="custody/handed_over.html",
        context=context,
        authority=request.method == "POST",
    )


def _people(found: Handover) -> list[Detention]:
    numbers = [each["detention"] for each in found.held]
    return list(Detention.objects.filter(pk__in=numbers).select_related("person"))


def _hidden(people: Mapping[int, Detention], by: Acting) -> set[str]:
    refs = {ref: each.ref for each in people.values() for ref in (each.ref, each.person.ref)}
    sights = restricted_among(by, refs)
    if seen := [ref for ref, sight in sights.items() if sight.may_see]:
        look(page=NAME, records=seen, by=by, at=clock.now())
    return {refs[ref] for ref, sight in sights.items() if not sight.may_see}


def _kept(fact: Mapping[str, Any], people: Mapping[int, Detention], hidden: set[str]) -> Kept:
    found = people.get(fact["detention"])
    secret = found is None or found.ref in hidden
    name = "" if secret or found is None else found.person.name
    url = "" if secret else str(fact["detention"])
    return Kept(fact=fact, name=name, url=url, gone=found.disposal if found and found.released_at else "")


def _by_record(lines: list[Line], people: Mapping[int, Detention]) -> list[tuple[str, list[Line]]]:
    """What changed, record by record, the latest changed first; the suite's own entries under its name."""
    numbers = {each.ref: each.number for each in people.values()}
    found: dict[str, list[Line]] = {}
    for line in lines:
        label = numbers.get(line.record) or str(line.facts.get("number") or "")
        found.setdefault(label or ("The suite" if line.record.startswith("suite:") else "Others"), []).append(line)
    return list(found.items())
