"""What may be done for a victim now, by this person; an unsafe way is refused on the page that tells."""

from collections.abc import Sequence

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.victims.models import Telling, Victim
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.rules.telling import Step


def offers(victim: Victim, owed: Sequence[Telling], by: Acting) -> list[Offer]:
    """Each step still to be told, soonest first as given; then the views on bail."""
    verdict = may(by, "victims.tell")
    found = [
        Offer(
            label=BY_STEP[Step(telling.step)].worded({"who": victim.person.name}),
            url=reverse("victims:tell", args=[telling.pk]) if verdict.allowed else None,
            note="Only a safe way; only being reached counts",
            verdict=verdict,
        )
        for telling in owed
    ]
    label = "Ask again for views on bail" if victim.views_asked_at else "Ask for views on bail conditions"
    url = reverse("victims:views", args=[victim.pk]) if verdict.allowed else None
    return [*found, Offer(label=label, url=url, note="Before any bail with conditions. PACE s.47ZZA", verdict=verdict)]
