"""What whoever decides sees of the victims' views: of each, what came of asking, or that nobody asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.queries import restricted_among
from bluelamp.victims.models import Victim
from bluelamp.victims.queries import views_for
from bluelamp.victims.rules.views import SOUGHT, About, Came


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One victim. `name` says only that there is one where the reader may know no more; `url`: where they are asked."""

    name: str
    came: str
    at: datetime | None = None
    words: str = ""
    through: str = ""
    url: str = ""
    had: bool = False


def heard(victims: Sequence[Victim], about: About, by: Acting, *, bail: int | None = None) -> list[Heard]:
    """Of each victim, for this reader; three statements, none where there is no victim."""
    if not victims:
        return []
    found = views_for(victims, about, bail=bail)
    sights = restricted_among(by, [ref for one in victims for ref in (one.ref, one.person.ref)])
    rows = []
    for one in victims:
        hidden = [sights[ref] for ref in (one.ref, one.person.ref) if ref in sights and not sights[ref].may_see]
        said = found.get(one.pk)
        came = Came(said.came) if said else None
        choice = f"varying:{bail}" if about is About.VARYING else about.value
        rows.append(
            Heard(
                name=hidden[0].words if hidden else one.person.name,
                came=came.words if came else "Nobody asked them about this",
                at=said.at if said else None,
                words=said.words if said and not hidden else "",
                through=said.through if said and not hidden else "",
                url="" if hidden else f"{reverse('victims:views', args=[one.pk])}?about={choice}",
                had=came in SOUGHT,
            )
        )
    return rows
