"""What a partner sees: the agreed fields of one share, what they answered, and what they may answer now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.offers import Offer
from bluelamp.partners.answers import WORDS
from bluelamp.partners.models import Share
from bluelamp.partners.outside import for_visitor
from bluelamp.partners.owed import answer_due
from bluelamp.partners.queries import said
from bluelamp.partners.rules.answering import may_answer
from bluelamp.partners.rules.fields import FIELDS


@for_visitor
def shared(request: HttpRequest, found: Share) -> HttpResponse:
    """Only fields of the agreement, and nothing of the record they come from."""
    context = {
        "share": found,
        "fields": [(words, found.held[key]) for key, words in FIELDS.items() if key in found.held],
        "said": said(found.pk),
        "due": answer_due(found),
        "offers": _offers(found),
        "at": clock.now(),
    }
    return render(request, "partners/shared.html", context)


def _offers(found: Share) -> list[Offer]:
    allowed = [(answer, words) for answer, words in WORDS.items() if may_answer(found.standing(), answer).allowed]
    return [
        Offer(label=words.offer, note=words.note, url=reverse("partners:answer", args=[answer.value]))
        for answer, words in allowed
    ]
