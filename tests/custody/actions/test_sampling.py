"""Fingerprints, photographs and samples: together or not at all, by consent or power, never an intimate one alone."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bluelamp.custody.actions.arresting import Offence
from bluelamp.custody.actions.sampling import SamplesTaken, take_samples
from bluelamp.custody.desk_state import desk_state
from bluelamp.custody.models import Detention, Sample, Vulnerability
from bluelamp.desks.care import care_of
from bluelamp.ledger.queries import timelines
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR
USUAL = ("fingerprints", "photograph", "non_intimate")
SUMMARY = Offence(code="125/9", words="Drunk and disorderly", tried="summary", domestic=False)


def looked_at(evening: Evening, **facts: Any) -> Detention:
    """An adult held, found not vulnerable."""
    found = evening.held(**facts)
    Vulnerability.objects.create(detention=found, vulnerable=False, words="Nothing seen", noted_at=NOW)
    return found


def taken(evening: Evening, found: Detention, role: str = "custody_officer", **facts: Any) -> None:
    told = {name: facts.pop(name) for name in ("authority", "taken_at", "reason_late") if name in facts}
    usual = {"kinds": USUAL, "of": "mouth_swab", "told": True, "taken_by": "DO Hale, kit 7731"}
    done(
        take_samples, NOW, by=evening.acting(role), detention=found.pk, taken=SamplesTaken(**{**usual, **facts}), **told
    )


def said(found: Detention) -> list[str]:
    return [
        line.sentence.strip()
        for line in timelines([found.ref], limit=50, without=[])
        if "custody.samples" in line.event
    ]


def test_the_usual_three_are_taken_together_without_consent_for_a_recordable_offence(evening: Evening) -> None:
    found = looked_at(evening)
    taken(evening, found)
    assert {one.kind for one in Sample.objects.all()} == set(USUAL)
    what = "Taken: Fingerprints, photograph, non-intimate sample (mouth swab)."
    assert said(found) == [f"{what} By the power the law gives, without consent."]


def test_one_refusal_stops_them_all_and_each_reason_is_said_once(evening: Evening) -> None:
    found = looked_at(evening, arrest=evening.arrest(offence=SUMMARY))
    with pytest.raises(Refused, match="only where the offence is recordable") as refusal:
        taken(evening, found, told=False)
    words = str(refusal.value)
    assert words.count("told before why") == 1
    assert not Sample.objects.exists()
    taken(evening, found, person_consents=True)
    assert "With consent in writing" in said(found)[0]


def test_again_without_consent_only_where_the_first_will_not_do(evening: Evening) -> None:
    found = looked_at(evening)
    taken(evening, found)
    with pytest.raises(Refused, match="Fingerprints: taken already"):
        taken(evening, found, kinds=("fingerprints",))
    taken(evening, found, kinds=("fingerprints",), again_because="Two fingers smudged")
    taken(evening, found, kinds=("photograph",))
    assert Sample.objects.filter(kind="fingerprints").count() == 2


def test_an_intimate_sample_names_the_inspector(evening: Evening) -> None:
    found = looked_at(evening)
    given = {"kinds": ("intimate",), "intimate_of": "blood", "warned": True, "person_consents": True, "clinician": True}
    with pytest.raises(Refused, match="needs an inspector or above") as refusal:
        taken(evening, found, **given)
    assert refusal.value.verdict.field == "authority"
    inspector = evening.officer("reviewing_inspector").pk
    taken(evening, found, **given, authority=inspector)
    assert Sample.objects.get().authority_id == inspector
    with pytest.raises(IntegrityError, match="intimate_with_consent"), transaction.atomic():
        Sample.objects.update(person_consented=False)


def test_a_refused_drug_test_is_written_with_their_words(evening: Evening) -> None:
    found = looked_at(evening)
    given = {"kinds": ("drug_test",), "refused": True, "trigger": True, "warned": True}
    with pytest.raises(Refused, match="what the person said"):
        taken(evening, found, **given)
    taken(evening, found, **given, words="You can't make me.")
    assert said(found) == ["Refused to give: Drug test. You can't make me."]


def test_a_child_needs_the_adult_and_a_parent(evening: Evening) -> None:
    found = evening.held(arrest=evening.arrest(appears_under_18=True, offence=SUMMARY))
    with pytest.raises(Refused, match="only with their appropriate adult there"):
        taken(evening, found, person_consents=True, parent_consents=True)
    with pytest.raises(Refused, match="only where the offence is recordable"):
        taken(evening, found, person_consents=True, adult_present=True)
    taken(evening, found, person_consents=True, parent_consents=True, adult_present=True)
    assert Sample.objects.count() == len(USUAL)


def test_times_and_unknown_kinds_are_refused(evening: Evening) -> None:
    found = looked_at(evening)
    with pytest.raises(Refused, match="before arrival"):
        taken(evening, found, taken_at=TEN + MINUTE)
    for kinds in ((), ("shoe size",)):
        with pytest.raises(Refused, match="Choose what was taken"):
            taken(evening, found, kinds=kinds)
    taken(evening, found, taken_at=NOW - HOUR / 2, reason_late="Busy desk")
    assert Sample.objects.first().taken_at == NOW - HOUR / 2


def test_the_record_shows_them_among_its_care(evening: Evening) -> None:
    found = looked_at(evening)
    taken(evening, found, kinds=("photograph",))
    lines = {name: words for name, words, _ in care_of(found, desk_state(found.pk))}
    assert lines["Taken"].startswith("Photograph, Sat 00:05")
