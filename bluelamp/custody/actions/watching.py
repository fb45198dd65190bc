"""Watching without a break at levels 3 and 4: who watches, relieved at set intervals, each change written (P27)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.care import WATCH_BEGAN, WATCH_ENDED
from bluelamp.custody.keeping import WhileFrozen, lock, say
from bluelamp.custody.models import Detention, Watch
from bluelamp.custody.owed.care import RELIEF
from bluelamp.custody.rules import observing
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, refused


@action
def begin_watch(*, by: Acting, at: datetime, detention: int, observer: str, words: str, key: str | None = None) -> str:
    """Somebody begins to watch, named."""
    require(by, "custody.care", "custody.care_plan")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    if not observing.needs_observer(level=found.level, law=law_of("custody"), at=at):
        raise Refused(refused("Only levels 3 and 4 are watched without a break.", observing.SOURCE))
    _begin(found, observer, words, at)
    return found.ref


@action
def relieve(*, by: Acting, at: datetime, detention: int, observer: str, words: str, key: str | None = None) -> str:
    """Another takes over from the one who watches, briefed in words."""
    require(by, "custody.care", "custody.care_plan")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    last = _end(found, at, words="", relieved=True)
    if observer.strip().casefold() == last.observer.casefold():
        same = f"{last.observer} watches already: name another person."
        raise Refused(refused(same, observing.SOURCE, field="observer"))
    if not words.strip():
        raise Refused(refused("Say what the new person was told.", observing.SOURCE, field="words"))
    _begin(found, observer, words, at)
    return found.ref


@action
def end_watch(*, by: Acting, at: datetime, detention: int, words: str, key: str | None = None) -> str:
    """Nobody need watch any more: the level was lowered, or another is named by a new plan."""
    require(by, "custody.care_plan")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    _end(found, at, words=words)
    return found.ref


def _begin(found: Detention, observer: str, words: str, at: datetime) -> None:
    name = observer.strip()
    if not name:
        raise Refused(refused("Name who watches.", observing.SOURCE, field="observer"))
    watch = Watch.objects.create(detention=found, observer=name, began_at=at, words=words)
    promise(
        RELIEF,
        record=found.ref,
        slot=str(watch.pk),
        due=observing.relief_due(since=at, law=law_of("custody")),
        words={"who": found.person.name},
        unit=found.suite.name,
        about=(found.person.ref,),
    )
    say(WATCH_BEGAN, found, words={"observer": name, "words": words})


def _end(found: Detention, at: datetime, *, words: str, relieved: bool = False) -> Watch:
    watch = found.watches.select_for_update().filter(ended_at=None).first()
    if watch is None:
        raise Refused(refused("Nobody is written as watching.", observing.SOURCE))
    watch.ended_at = at
    watch.save(update_fields=["ended_at"])
    if relieved:
        keep(RELIEF, record=found.ref, slot=str(watch.pk), at=at)
    else:
        withdraw(RELIEF, record=found.ref, slot=str(watch.pk), why="This watch ended")
    say(WATCH_ENDED, found, words={"observer": watch.observer, "words": words})
    return watch
