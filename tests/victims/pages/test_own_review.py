"""The victim asks for a decision to be looked at again, once they were told of it."""

from bluelamp.victims.actions.telling import owe_telling, tell
from bluelamp.victims.models import Asked, Telling
from tests.custody.evening import TEN
from tests.victims.care import Care
from tests.victims.own import Own, text

PATH = "/page/review/"


def test_asked_for_once(care: Care) -> None:
    own = Own(care).open()
    assert "no decision that can be looked at" in text(own.get(PATH))
    care(owe_telling, role="investigator", step="not_prosecuted", happened_at=TEN)
    decision = Telling.objects.get(step="not_prosecuted")
    assert "Your time to ask begins when you open it" in text(own.get(PATH))
    care(tell, telling=decision.pk, way="text", result="reached", writing="handed")
    assert "Nobody is taken to court" in text(own.get(PATH))
    assert "You can ask: By the end of Saturday 20 February" in text(own.get(PATH))
    assert "Choose one." in text(own.post(PATH, words="Why?"))
    assert own.post(PATH, decision=str(decision.pk), words="The camera!").status_code == 303
    assert Asked.objects.get().decision == decision
    assert "no decision that can be looked at" in text(own.get(PATH))
    assert care.open() >= {"tell_review_acknowledged", "tell_review_decided"}
