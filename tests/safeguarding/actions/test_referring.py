"""Referral at once where the risk is High, the answer followed, and a plan made with the person harmed."""

from datetime import date

import pytest

from bluelamp.owed.models import Promise
from bluelamp.people.models import Person
from bluelamp.places.models import PartnerBody
from bluelamp.safeguarding.actions.referring import plan_for_safety, refer
from bluelamp.safeguarding.actions.scene import account_for_scene
from bluelamp.safeguarding.models import Referral, SafetyPlan
from bluelamp.safeguarding.rules.positive_action import Scene
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, done
from tests.safeguarding.at_home import NOW


def test_high_is_referred_even_against_the_victims_word_but_with_words(home) -> None:
    found, body = home.assessed(grade="high"), home.advisers().pk
    facts = {"by": home.by("response_officer"), "domestic": found.pk, "kind": "adviser", "body": body, "agreed": False}
    with pytest.raises(Refused, match="write why"):
        done(refer, NOW + HOUR, **facts)
    done(refer, NOW + HOUR, words="A knife, and he comes back tonight", **facts)
    assert Promise.objects.get(kind="safeguarding.adviser").state == "kept"
    with pytest.raises(Refused, match="already"):
        done(refer, NOW + HOUR, words="Again", **facts)


def test_below_high_only_where_they_agree(home) -> None:
    found, body = home.assessed(), home.advisers().pk
    facts = {"by": home.by("response_officer"), "domestic": found.pk, "kind": "adviser", "body": body}
    with pytest.raises(Refused, match="only where the victim agrees"):
        done(refer, NOW, agreed=False, words="All the same", **facts)
    done(refer, NOW, agreed=True, **facts)
    made = Referral.objects.get()
    assert made.share.follow == "reached"
    assert Promise.objects.filter(kind="partners.answer", record=made.share.ref, state="open").exists()


def test_only_the_agreed_fields_leave_and_never_an_address(home) -> None:
    found, body = home.assessed(grade="high"), home.advisers().pk
    person = found.victim.person
    Person.objects.filter(pk=person.pk).update(home="7 Secret Way", home_answer="known")
    done(
        refer,
        NOW,
        by=home.by("response_officer"),
        domestic=found.pk,
        kind="adviser",
        body=body,
        agreed=True,
        words="Ring",
    )
    held = Referral.objects.get().share.held
    assert held["name"] == "Joanne Marlow"
    assert held["safe_contact"] == "Only by text"
    assert "happened" not in held
    assert "Secret" not in str(held)


def test_without_an_agreement_nothing_leaves(home) -> None:
    found = home.assessed(grade="high")
    body = PartnerBody.objects.create(key="stranger", name="Strangers", kind="domestic abuse", does="Help")
    with pytest.raises(Refused):
        done(refer, NOW, by=home.by("response_officer"), domestic=found.pk, kind="adviser", body=body.pk, agreed=True)
    assert not Referral.objects.exists()
    assert Promise.objects.get(kind="safeguarding.adviser").state == "open"


def test_a_plan_has_steps_a_day_and_a_reason_where_it_was_made_alone(home) -> None:
    found, by = home.settled(), home.by("response_officer")
    facts = {"by": by, "domestic": found.pk, "review_on": date(2026, 11, 27)}
    with pytest.raises(Refused, match="at least one step"):
        done(plan_for_safety, NOW, steps=[" "], **facts)
    with pytest.raises(Refused, match="not made with them"):
        done(plan_for_safety, NOW, steps=["Her sister's"], agreed_with=False, **facts)
    with pytest.raises(Refused, match="day to come"):
        done(plan_for_safety, NOW, steps=["Her sister's"], **{**facts, "review_on": date(2026, 11, 20)})
    done(plan_for_safety, NOW, steps=["Her sister's", "", "The bag by the door"], **facts)
    assert SafetyPlan.objects.get().steps == ["Her sister's", "The bag by the door"]


def test_not_arresting_has_to_be_explained(home) -> None:
    found, by = home.settled(), home.by("response_officer")
    scene = Scene(suspect_present=True, grounds=True, filmed=True)
    with pytest.raises(Refused, match="An arrest is expected"):
        done(account_for_scene, NOW, by=by, domestic=found.pk, scene=scene)
    done(account_for_scene, NOW, by=by, domestic=found.pk, scene=Scene(**{**vars(scene), "arrested": True}))
    found.refresh_from_db()
    assert found.scene() == Scene(**{**vars(scene), "arrested": True})
