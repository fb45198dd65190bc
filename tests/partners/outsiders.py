"""Opening a link as a partner does: in a browser that never signed in."""

from django.http import HttpResponse
from django.test import Client

from bluelamp.partners.models import Share
from tests.partners.bodies import Bodies


def opened(there: Bodies, outsider: Client, **shared: object) -> Share:
    """A share, with its page open in the partner's browser."""
    made = there.shares(**shared)
    fresh = there.link(made)
    answer = outsider.post(f"/shared/{fresh.token}/", {"code": fresh.spoken})
    assert (answer.status_code, answer["Location"]) == (303, "/shared/"), answer.content
    return made


def is_nothing(answer: HttpResponse) -> bool:
    """The one answer to whatever is not there."""
    return answer.status_code == 404 and "There is nothing here" in answer.content.decode()
