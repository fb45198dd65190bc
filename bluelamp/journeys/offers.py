"""What crosses domains and may be done to a custody record: letting somebody go, with the victim heard first."""

from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions import RESTRICT_RECORDS
from bluelamp.access.permissions_check import may
from bluelamp.custody.models import Detention
from bluelamp.custody.offers.wording import authorised, not_frozen
from bluelamp.verdict import Verdict, allowed, refused
from bluelamp.victims.models import Victim


def offers(found: Detention, victims: Sequence[Victim], by: Acting) -> list[Offer]:
    """Release in any way, and bail with conditions, which waits for the victims' views."""
    if found.released_at:
        return []
    url = reverse("journeys:release", args=[found.pk])
    gates = (not_frozen(found), may(by, "custody.release"), authorised(found))
    verdict = _first(*gates)
    made = [Offer(label="Release, bail or send to court", url=url if verdict.allowed else None,
                  note="What must be done first is named", verdict=verdict)]  # fmt: skip
    if found.charged_at is None:
        bail = _first(*gates, views_heard(victims, since=found.arrest.arrested_at if found.arrest else None))
        made.append(
            Offer(
                label="Bail with conditions",
                url=f"{url}?disposal=BAIL_WITH_CONDITIONS" if bail.allowed else None,
                note="The victim's views are recorded" if victims else "",
                verdict=bail,
            )
        )
    return made


def restriction_offer(record: str, by: Acting, *, label: str = "Who may see this record") -> Offer:
    """Who may see this record: restricting it, naming officers on it, lifting the restriction."""
    verdict = may(by, RESTRICT_RECORDS.name)
    url = reverse("journeys:restriction", args=[record]) if verdict.allowed else None
    return Offer(label=label, url=url, note="Restrict it, or change who is on it", verdict=verdict)


def views_heard(victims: Sequence[Victim], *, since: datetime | None) -> Verdict:
    """Whether every victim was asked about conditions, or it is recorded why not, since the arrest."""
    if all(one.views_asked_at and (since is None or one.views_asked_at >= since) for one in victims):
        return allowed()
    if all(one.views_asked_at for one in victims):
        words = "Not yet: the victim's views were asked before this arrest. Ask again, or say why they still hold."
        return refused(words, "PACE s.47ZZA")
    words = "Not yet: the victim's views have not been asked, and no reason why not is recorded."
    return refused(words, "PACE s.47ZZA")


def _first(*verdicts: Verdict) -> Verdict:
    return next((one for one in verdicts if not one.allowed), allowed())
