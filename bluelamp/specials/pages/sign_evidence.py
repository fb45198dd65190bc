"""Signing evidence on the pathway into the regulars."""

from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.into_regulars import sign_evidence as sign
from bluelamp.specials.keeping import hand_of
from bluelamp.specials.queries import Stands
from bluelamp.specials.record_form import record_form
from bluelamp.specials.rules import pathway, regulars


class SignEvidenceForm(PlainForm):
    """Only a question."""


@page("specials.sign", "specials.coordinate")
def sign_evidence(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """The evidence is read here, in the special's own words, before it is signed."""
    return record_form(
        request,
        pk,
        form=lambda _found: SignEvidenceForm(posted(request)),
        act=lambda _given: sign(special=pk, step=step, **signed(request)),
        template="sign_evidence",
        more=lambda found: _facts(request, found, step),
    )


def _facts(request: HttpRequest, found: Stands, step: str) -> dict[str, object]:
    evidence = found.special.evidence.filter(step=step).first()
    if evidence is None or step not in regulars.BY_KEY:
        raise Http404
    rung = regulars.BY_KEY[step]
    verdict = pathway.right_hand(rung.signer, hand_of(acting(request), found.special))
    return {"evidence": evidence, "step": rung, "verdict": verdict}
