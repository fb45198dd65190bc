"""The victim's panel that stands first on a record: who, what they need, what is owed next, how they may be reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.queries import Sight
from bluelamp.owed.models import Promise, State
from bluelamp.owed.registry import kinds
from bluelamp.people.models import SafeContact
from bluelamp.people.rules.safe_contact import Way
from bluelamp.victims.models import Victim


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One victim. `name` says only that there is one where the reader may know no more."""

    name: str
    url: str = ""
    needs: str = ""
    owed: str = ""
    owed_by: datetime | None = None
    safe: str = ""
    safe_note: str = ""
    minds: str = ""
    court: str = ""


def refs_of(victim: Victim) -> tuple[str, str]:
    """What may be restricted of a victim: their thread in this case, and the person."""
    return victim.ref, victim.person.ref


def panel(
    victim: Victim,
    promises: Sequence[Promise],
    by: Acting,
    sights: Mapping[str, Sight],
    *,
    minds: Sequence[str] = (),
    court: str = "",
) -> Panel:
    """The panel of one victim, with what this reader may know of them. `minds`: what to mind before speaking;
    `court`: what they ask of the court."""
    if not by.may("victims.view"):
        return Panel(name="A victim is recorded", needs="Shown to those who care for victims and those on the case")
    hidden = [sights[ref] for ref in refs_of(victim) if ref in sights and not sights[ref].may_see]
    if hidden:
        return Panel(name=hidden[0].words)
    safe, note = safe_words(getattr(victim, "safe", None))
    owed = next((one for one in promises if one.record == victim.ref and one.state == State.OPEN), None)
    kind = kinds.get(owed.kind) if owed else None
    return Panel(
        name=victim.person.name,
        url=reverse("desks:victim", args=[victim.pk]),
        needs=". ".join(["Enhanced rights" if victim.enhanced else "Standard rights", *victim.enhanced_because]),
        owed=kind.worded({**owed.facts, **owed.words}) if owed and kind else "",
        owed_by=owed.due_at if owed else None,
        safe=safe,
        safe_note=note,
        minds=" ".join(minds),
        court=court,
    )


def safe_words(safe: SafeContact | None, *, code_word: bool = False) -> tuple[str, str]:
    """What stands in the white frame, and the small line under it; the code word itself only where it is asked for."""
    if safe is None:
        return "In person only, alone", "No safe way is recorded yet: ask"
    ending = f", number ending {safe.number[-3:]}" if safe.number else ""
    ending = "" if Way.TEXT in safe.doubtful else ending
    words = "Do not ring or text" if safe.do_not_ring else f"Only {_ways(safe)}{ending}"
    hours = f"{safe.since:%H:%M} to {safe.until:%H:%M}" if safe.since and safe.until else "At any time"
    code = f"Code word first{f': {safe.code_word}' if code_word else ''}" if safe.code_word else ""
    doubtful = " and ".join(Way(way).words for way in safe.doubtful)
    notes = [
        f"Not {doubtful} until it is checked" if doubtful else "",
        hours,
        code,
        "Shared device: leave nothing" if safe.shared_device else "",
    ]
    if Way.VOICEMAIL not in safe.ways:
        notes.append("No voicemail")
    return words, ". ".join(note for note in notes if note) + "."


def _ways(safe: SafeContact) -> str:
    """A way in doubt is none."""
    named = [Way(way).words for way in safe.ways if way not in safe.doubtful] or ["in person, alone"]
    return ", ".join(named[:-1]) + " or " + named[-1] if len(named) > 1 else "".join(named)
