"""Fingerprints, photographs and samples: by consent or by which power, who authorises, who is there (PACE Part V)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


class Kind(StrEnum):
    """What is taken of a person."""

    FINGERPRINTS = "fingerprints"
    PHOTOGRAPH = "photograph"
    NON_INTIMATE = "non_intimate"
    FOOTWEAR = "footwear"
    DRUG_TEST = "drug_test"
    INTIMATE = "intimate"

    @property
    def words(self) -> str:
        return _NAMES[self]

    @property
    def source(self) -> str:
        return _SOURCES[self]


_NAMES = {
    Kind.FINGERPRINTS: "Fingerprints",
    Kind.PHOTOGRAPH: "Photograph",
    Kind.NON_INTIMATE: "Non-intimate sample",
    Kind.FOOTWEAR: "Footwear impression",
    Kind.DRUG_TEST: "Drug test",
    Kind.INTIMATE: "Intimate sample",
}
_SOURCES = {
    Kind.FINGERPRINTS: "PACE s.61",
    Kind.PHOTOGRAPH: "PACE s.64A",
    Kind.NON_INTIMATE: "PACE s.63",
    Kind.FOOTWEAR: "PACE s.61A",
    Kind.DRUG_TEST: "PACE s.63B",
    Kind.INTIMATE: "PACE s.62",
}
NEVER_WITHOUT = (Kind.INTIMATE, Kind.DRUG_TEST)
"""What nobody takes from a person who refuses; the refusal itself is written, after a warning."""
ONCE = (Kind.FINGERPRINTS, Kind.NON_INTIMATE, Kind.FOOTWEAR)
"""What is taken without consent once only in an investigation, where the offence is recordable."""


@dataclass(frozen=True, kw_only=True)
class Sampling:
    """One thing about to be written as taken, or as refused. None means not known.

    `age`: in years. `child`: treated as one. `person_consents`, `parent_consents`: in writing. `adult_declined`: the
    child said before the appropriate adult that the adult is not to see it, and the adult agrees. `recordable`: the
    offence is. `earlier`: one of this kind was taken in this investigation; `again_because`: why it will not do.
    `told`: the reason and the power beforehand, and that it may be checked against others. `of`: what of the body.
    `trigger`: the offence is one that calls for a drug test. `refused`: the person refused; `words`: what they said.
    """

    kind: Kind
    age: int | None = None
    child: bool = False
    adult_needed: bool = False
    adult_present: bool | None = None
    adult_declined: bool = False
    person_consents: bool = False
    parent_consents: bool = False
    recordable: bool | None = None
    charged: bool = False
    earlier: bool = False
    again_because: str = ""
    told: bool = False
    warned: bool = False
    trigger: bool = False
    of: str = ""
    clinician: bool = False
    refused: bool = False
    words: str = ""


def recordable(*, kind_of_offence: str, said: bool | None, law: Law, at: datetime) -> bool | None:
    """Whether the offence is recordable: by its kind, else as the officer says (SI 2000/1139 reg. 3). None: not known.

    `kind_of_offence`: "indictable", "either_way", "summary" or "" where not known.
    """
    value = law.value("samples.recordable_kinds", on=local_day(at))
    return True if kind_of_offence in value.items else said


def may_take(*, sampling: Sampling, authority: Decider, law: Law, at: datetime) -> Verdict:
    """Whether this may be taken, or its refusal written (PACE s.61 to 64A, s.65(1); Code D 2, 4 to 6; Code C 17).

    `authority`: who authorises it where the law asks for that. A refusal names every thing missing.
    """
    checks = [_told(sampling), _adult(sampling), _authorised(sampling, authority, law, at)]
    if sampling.kind is Kind.DRUG_TEST:
        checks.append(_old_enough(sampling, law, at))
    if sampling.kind in NEVER_WITHOUT:
        checks.append(_warned(sampling))
    if sampling.refused:
        return every(*checks, _their_words(sampling))
    return every(*checks, _consent_or_power(sampling, law, at), _by_whom(sampling, law, at))


def _told(sampling: Sampling) -> Verdict:
    if sampling.told:
        return allowed()
    words = "The person is told before why, by what power, and against what it may be checked."
    return refused(words, "PACE s.61(7), s.62(5), s.63(8); Code D 4.7, 5.16, 6.8", field="told")


def _adult(sampling: Sampling) -> Verdict:
    if not sampling.adult_needed or sampling.adult_present:
        return allowed()
    if sampling.adult_declined and sampling.kind is Kind.INTIMATE:
        return allowed("The child asked for the adult not to see it, and the adult agreed.", "Code D 6.9")
    words = "Taken of a child or vulnerable person only with their appropriate adult there."
    return refused(words, "Code D 2.12, 2.15, Code C 17.7", field="adult_present")


def _authorised(sampling: Sampling, authority: Decider, law: Law, at: datetime) -> Verdict:
    needs = {Kind.INTIMATE: "samples.intimate_rank"}
    if not sampling.trigger:
        needs[Kind.DRUG_TEST] = "samples.drug_test_rank"
    if sampling.kind not in needs:
        return allowed()
    value = law.value(needs[sampling.kind], on=local_day(at))
    what = {Kind.INTIMATE: "authorise an intimate sample", Kind.DRUG_TEST: "authorise a drug test where the offence "
            "does not call for one"}[sampling.kind]  # fmt: skip
    verdict = at_least(decider=authority, rank=value.text, what=what, source=value.source)
    return verdict if verdict.allowed else Verdict(allowed=False, reasons=verdict.reasons, field="authority")


def _old_enough(sampling: Sampling, law: Law, at: datetime) -> Verdict:
    key = "samples.drug_test_from_age_charged" if sampling.charged else "samples.drug_test_from_age"
    value = law.value(key, on=local_day(at))
    if sampling.age is None and not sampling.child:
        return allowed("The age is not known; the person is treated as an adult.", value.source)
    if sampling.age is not None and sampling.age >= value.number:
        return allowed()
    when = "after charge" if sampling.charged else "before charge"
    return refused(f"A drug test {when} is for people of {value.number} and over.", value.source, field="kinds")


def _warned(sampling: Sampling) -> Verdict:
    if sampling.warned:
        return allowed()
    if sampling.kind is Kind.INTIMATE:
        words, source = "Warn them that a refusal without good cause may harm their case.", "Code D 6.3, PACE s.62(10)"
    else:
        words, source = "Warn them that a refusal without good cause may be an offence.", "PACE s.63B(5)(a)"
    return refused(words, source, field="warned")


def _their_words(sampling: Sampling) -> Verdict:
    if sampling.words.strip():
        return allowed()
    return refused("Write what the person said on refusing.", "Code D 6.3, Code C 17.5", field="words")


def _consent_or_power(sampling: Sampling, law: Law, at: datetime) -> Verdict:
    consent = appropriate_consent(sampling=sampling, law=law, at=at)
    if consent.allowed or sampling.kind is Kind.PHOTOGRAPH:
        return consent if consent.allowed else allowed("Without consent.", "PACE s.64A(1)(b)")
    if sampling.kind in ONCE:
        return _without_consent(sampling)
    return consent


def appropriate_consent(*, sampling: Sampling, law: Law, at: datetime) -> Verdict:
    """Whether those have consented whose consent counts, by age (PACE s.65(1)): the person from 18; both the person and
    a parent or guardian from 14; the parent or guardian alone below. A drug test asks the person only (s.63B)."""
    alone = law.value("samples.consent_alone_from", on=local_day(at))
    both = law.value("samples.consent_with_parent_from", on=local_day(at))
    young = sampling.child or (sampling.age is not None and sampling.age < alone.number)
    if sampling.kind is Kind.DRUG_TEST or not young:
        return _consented(person=sampling.person_consents, source=alone.source)
    if sampling.age is not None and sampling.age < both.number:
        return _consented(parent=sampling.parent_consents, source=both.source)
    return _consented(person=sampling.person_consents, parent=sampling.parent_consents, source=both.source)


def _consented(*, source: str, person: bool = True, parent: bool = True) -> Verdict:
    if not person:
        return refused("The person has not consented in writing.", source, field="person_consents")
    if not parent:
        return refused("No parent or guardian has consented in writing.", source, field="parent_consents")
    return allowed("With consent in writing.", source)


def _without_consent(sampling: Sampling) -> Verdict:
    source = {Kind.FINGERPRINTS: "PACE s.61(3) to (4)", Kind.FOOTWEAR: "PACE s.61A(3), (4)",
              Kind.NON_INTIMATE: "PACE s.63(2A) to (3A)"}[sampling.kind]  # fmt: skip
    name = sampling.kind.words
    if not sampling.recordable:
        words = f"{name}: without the consent the law asks for, only where the offence is recordable."
        return refused(words, source, field="recordable")
    if sampling.earlier and not sampling.again_because.strip():
        words = f"{name}: taken already. Without consent again only where the first will not do: say why."
        return refused(words, source, field="again_because")
    return allowed(f"{name} without consent: the offence is recordable.", source)


def _by_whom(sampling: Sampling, law: Law, at: datetime) -> Verdict:
    day = local_day(at)
    if sampling.kind is Kind.NON_INTIMATE:
        return _named(sampling, law.value("samples.non_intimate", on=day).items, "PACE s.65(1)")
    if sampling.kind is not Kind.INTIMATE:
        return allowed()
    named = _named(sampling, law.value("samples.intimate", on=day).items, "PACE s.65(1)")
    anyone = law.value("samples.intimate_by_anyone", on=day)
    if not named.allowed or sampling.clinician or sampling.of in anyone.items:
        return named
    words = "Only a doctor, nurse or dentist takes an intimate sample other than urine."
    return refused(words, anyone.source, field="clinician")


def _named(sampling: Sampling, known: tuple[str, ...], source: str) -> Verdict:
    if sampling.of in known:
        return allowed()
    return refused(f"{sampling.kind.words}: choose what is taken.", source, field="of")
