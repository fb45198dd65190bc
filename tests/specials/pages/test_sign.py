"""Signing a step: the right hand, the refusal in words, the words kept."""

from bluelamp.specials.models import Signature
from tests.specials.volunteers import PHASES, Volunteers


def test_the_coordinator_signs_a_check(at_page, there: Volunteers):
    path = f"/specials/{there.accepted().pk}/sign/vetting/"
    assert "Signed by the specials coordinator" in at_page("coordinator", path).content.decode()
    sent = at_page("coordinator", path, outcome="passed", words="Clearance 88-1")
    assert (sent.status_code, sent["Location"]) == (303, f"/specials/{there.pk}/")
    assert Signature.objects.get().signed_by == there.officer("coordinator")


def test_not_yet_without_a_reason_is_refused_and_the_choice_stays(at_page, there: Volunteers):
    path = f"/specials/{there.accepted().pk}/sign/fitness/"
    answer = at_page("coordinator", path, outcome="not_yet")
    assert answer.status_code == 422
    assert "Say why it is not passed yet" in str(answer.context["form"].errors["words"])
    assert 'value="not_yet" checked' in answer.content.decode()


def test_a_rung_out_of_turn_is_refused_before_anything_is_typed(at_page, there: Volunteers):
    page = at_page("coordinator", f"/specials/{there.accepted().pk}/sign/phase_1/").content.decode()
    assert "Passing is refused now" in page
    assert "Not yet signed: identity, right to work" in page
    assert at_page("coordinator", f"/specials/{there.pk}/sign/phase_9/").status_code == 404


def test_the_tutor_signs_phases_and_nobody_else_does(at_page, there: Volunteers):
    there.checked().tutored()
    path = f"/specials/{there.pk}/sign/phase_1/"
    refused = at_page("coordinator", path, outcome="passed", words="typed before")
    assert refused.status_code == 422
    assert "This is for the tutor named for this special." in refused.content.decode()
    assert "typed before" in refused.content.decode()
    assert at_page("other_officer", path).status_code == 403
    assert at_page("tutor", path, outcome="passed").status_code == 303


def test_a_special_inspector_does_not_attest(at_page, there: Volunteers):
    there.learnt().linked()
    words = {"outcome": "passed", "words": "Hertsmere justices"}
    path = f"/specials/{there.pk}/sign/attested/"
    assert "Which court" in at_page("inspector", path).content.decode()
    assert at_page("other_special", path, **words).status_code == 403
    assert at_page("inspector", path, **words).status_code == 303
    assert len(PHASES) + 7 == Signature.objects.filter(passed=True).count()
