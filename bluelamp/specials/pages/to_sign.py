"""What waits for my signature: the specials I tutor, and those whose next step asks for my rank."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.specials.keeping import hand_of
from bluelamp.specials.queries import Stands, specials, stands
from bluelamp.specials.rules import pathway, regulars
from bluelamp.specials.sight import may_read, seen_by


@dataclass(frozen=True, kw_only=True)
class Mine:
    """One special, with the steps that wait for this hand, and evidence on the way into the regulars."""

    found: Stands
    steps: tuple[pathway.Step, ...]
    evidence: tuple[regulars.Step, ...]

    @property
    def waits(self) -> bool:
        return bool(self.steps or self.evidence)


@page("specials.sign")
def to_sign(request: HttpRequest) -> HttpResponse:
    """Those I tutor are shown also when nothing of theirs waits for me."""
    by, at = acting(request), clock.now()
    rows = []
    seen = seen_by(by, specials().prefetch_related("evidence"), page="specials:to_sign")
    for one in stands(seen, at):
        if may_read(one.special, by).allowed and one.special.officer_id != by.officer_id:
            hand = hand_of(by, one.special)
            steps = tuple(step for step in one.next if pathway.right_hand(step.signer, hand).allowed)
            shown = [each.step for each in one.special.evidence.all() if each.signed_at is None]
            evidence = tuple(regulars.BY_KEY[key] for key in shown
                             if pathway.right_hand(regulars.BY_KEY[key].signer, hand).allowed)  # fmt: skip
            rows.append(Mine(found=one, steps=steps, evidence=evidence))
    mine = [row for row in rows if row.waits or row.found.special.tutor_id == by.officer_id]
    rows = sorted(mine, key=lambda row: (not row.waits, row.found.since))
    return render(request, "specials/to_sign.html", {"rows": rows, "at": at})
