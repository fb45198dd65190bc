"""Promises as pages show them: in words, with their link, many of one kind at one place folded into one row."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse

from bluelamp.access.acting import Acting
from bluelamp.access.queries import Sight, restricted_among
from bluelamp.design.fuse import Row
from bluelamp.owed.models import Promise, State
from bluelamp.owed.registry import Kind, kinds

_FALLBACK = Kind(
    name="", wording="A promise of a kind no longer known", to="", source="Not known", acts="", kept_when=""
)


Sights = Mapping[str, Sight]


def sights_of(promises: Sequence[Promise], *, by: Acting) -> Sights:
    """What `by` may know of the restricted records among these; one statement."""
    return restricted_among(by, [ref for promise in promises for ref in (promise.record, *promise.about)])


def rows(promises: Sequence[Promise], *, sights: Sights, at: datetime, fold: bool = True) -> list[Row]:
    """One row for each promise, or for each round of them with `fold`; late ones always stand alone.

    A promise about a restricted record that the reader may not see says that it exists and whom to ask, never more.
    """
    hidden = {ref: sight for ref, sight in sights.items() if not sight.may_see}
    if not fold:
        return [row(promise, hidden) for promise in promises]
    return [_round(members, hidden) for members in _rounds(promises, hidden, at)]


def row(promise: Promise, hidden: Sights | None = None) -> Row:
    """One promise; `hidden` are the restricted records that the reader may not see."""
    kind = kinds.get(promise.kind) or _FALLBACK
    sight = _sight(promise, hidden or {})
    return Row(
        what=sight.words if sight else kind.worded({**promise.facts, **promise.words}),
        due=promise.due_at,
        began_at=promise.began_at,
        to="" if sight else _to(promise.to),
        source=promise.basis + (f". Alarm failed: {promise.trouble}" if promise.trouble else ""),
        who=promise.unit or kind.group,
        unit=kind.group if promise.unit else "",
        url="" if sight else link(promise),
        victim=kind.victim,
        done_at=promise.settled_at if promise.state in (State.KEPT, State.LATE) else None,
        ended=promise.state == State.BROKEN,
    )


def link(promise: Promise) -> str:
    """Where the record's page is, or nothing where there is none."""
    kind = kinds.get(promise.kind)
    if not kind or not kind.page:
        return ""
    try:
        return reverse(kind.page, args=[promise.record.partition(":")[2]])
    except NoReverseMatch:
        return ""


def _sight(promise: Promise, hidden: Sights) -> Sight | None:
    return next((hidden[ref] for ref in (promise.record, *promise.about) if ref in hidden), None)


def _to(to: str) -> str:
    plain = to.removeprefix("To ")
    return plain[:1].lower() + plain[1:] if plain.startswith(("The ", "Each", "A ", "Who")) else plain


def _rounds(promises: Sequence[Promise], hidden: Sights, at: datetime) -> Iterable[list[Promise]]:
    found: dict[tuple[str, str], list[Promise]] = {}
    for promise in promises:
        kind = kinds.get(promise.kind)
        place = str(promise.facts.get(kind.fold_by, "")) if kind and kind.fold else ""
        alone = not place or promise.due_at < at or promise.state != State.OPEN or _sight(promise, hidden)
        found.setdefault((promise.kind, f"#{promise.pk}" if alone else place), []).append(promise)
    return found.values()


def _round(members: list[Promise], hidden: Sights) -> Row:
    soonest = min(members, key=lambda promise: promise.due_at)
    single = row(soonest, hidden)
    if len(members) == 1:
        return single
    kind = kinds[soonest.kind]
    place = str(soonest.facts.get(kind.fold_by, ""))
    words = {**soonest.facts, **soonest.words, "count": len(members)}
    opened = urlencode({"kind": kind.name, "place": place})
    return Row(
        what=kind.worded(words, fold=True),
        due=single.due,
        began_at=single.began_at,
        to=single.to,
        source=f"{single.source}.",
        who=single.who,
        unit=single.unit,
        url=f"{reverse('owed:what_we_owe')}?{opened}",
        victim=single.victim,
        folded=len(members) - 1,
    )
