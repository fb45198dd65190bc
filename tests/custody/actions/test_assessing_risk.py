"""Risk: every question, the officer's own words, markers read in; several a record, the newest counts."""

from datetime import timedelta

import pytest

from bluelamp.custody.actions.assessing_risk import assess_risk
from bluelamp.custody.desk_state import desk_state, still_to_be_done
from bluelamp.custody.models import Detention, RiskAnswer, RiskAssessment
from bluelamp.custody.rules.risk import QUESTIONS, Assessing, Said
from bluelamp.people.actions.safety import add_warning
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Refused
from tests.custody.at_the_desk import whole_assessment
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR


def again(found: Detention) -> Detention:
    return Detention.objects.select_related("person", "arrest", "suite").get(pk=found.pk)


def test_the_newest_counts_and_each_is_kept(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    first = whole_assessment(self_harm="Cut himself in March", medication="Insulin")
    done(assess_risk, NOW, by=by, detention=found.pk, assessing=first, marked=("Diabetes",))
    assert again(found).risk_marks == ["Diabetes", "Medication", "Self-harm"]
    done(assess_risk, NOW + HOUR, by=by, detention=found.pk, assessing=whole_assessment("change"))
    assert again(found).risk_marks == []
    assert [one.n for one in RiskAssessment.objects.order_by("n")] == [1, 2]
    assert RiskAnswer.objects.count() == 2 * len(QUESTIONS)
    assert {one.answer for one in desk_state(found.pk).said} == {Answer.NONE}


def test_a_second_written_meanwhile_is_shown_to_the_other(evening: Evening) -> None:
    found = evening.held()
    haldane, orme = evening.acting("custody_officer", "Haldane"), evening.acting("custody_officer", "Orme")
    done(assess_risk, NOW, by=haldane, detention=found.pk, assessing=whole_assessment(), n=1)
    with pytest.raises(Refused, match=r"Risk assessment 1 was written meanwhile, .* by PS Haldane: Calm"):
        done(assess_risk, NOW + MINUTE, by=orme, detention=found.pk, assessing=whole_assessment(), n=1)
    assert RiskAssessment.objects.count() == 1


def test_declined_is_asked_again_and_is_not_none(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    said = tuple(Said(question=one, answer=Answer.DECLINED if one == "self_harm" else Answer.NONE) for one in QUESTIONS)
    assessing = Assessing(occasion="booking_in", said=said, observation="Silent, looks away")
    done(assess_risk, NOW, by=by, detention=found.pk, assessing=assessing)
    left = [one.words for one in still_to_be_done(again(found), desk_state(found.pk), at=NOW, in_cell=True)]
    assert "Ask again: self-harm, now or before" in left
    assert RiskAnswer.objects.get(question="self_harm").answer == Answer.DECLINED


def test_a_question_left_out_or_nothing_seen_is_refused_and_nothing_written(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    whole = whole_assessment()
    for wrong, words in (
        (Assessing(occasion="booking_in", said=whole.said[1:], observation="Calm"), "Illness or injury: choose"),
        (Assessing(occasion="booking_in", said=whole.said, observation=" "), "what you saw yourself"),
    ):
        with pytest.raises(Refused, match=words):
            done(assess_risk, NOW, by=by, detention=found.pk, assessing=wrong)
    assert not RiskAssessment.objects.exists()


def test_markers_and_earlier_custody_are_read_in(evening: Evening) -> None:
    person = evening.person("Jay", "Kemble")
    earlier = evening.held(person=person)
    Detention.objects.filter(pk=earlier.pk).update(released_at=NOW, risk_marks=["Epilepsy"])
    by = evening.acting("custody_officer")
    done(add_warning, NOW, by=by, person=person, kind="violence", words="Fought officers in May", source="PNC",
         expires_at=NOW + timedelta(days=30))  # fmt: skip
    found = evening.arrived(arrest=evening.arrest(person=person, at=NOW + HOUR), at=NOW + 2 * HOUR)
    done(assess_risk, NOW + 3 * HOUR, by=by, detention=found.pk, assessing=whole_assessment())
    read = RiskAssessment.objects.get().read_in
    assert read[0] == "Violent: Fought officers in May (PNC)"
    assert f"record {earlier.number}: Epilepsy" in read[1]


def test_a_charge_calls_for_a_new_one(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(assess_risk, NOW, by=by, detention=found.pk, assessing=whole_assessment())
    Detention.objects.filter(pk=found.pk).update(charged_at=NOW + HOUR)
    left = [one.words for one in still_to_be_done(again(found), desk_state(found.pk), at=NOW + HOUR, in_cell=True)]
    assert "Risk assessment: charge" in left
