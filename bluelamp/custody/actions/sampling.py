"""Fingerprints, photographs and samples: taken with consent or by a power, or refused (P21, PACE Part V)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.cells import is_child
from bluelamp.custody.clocks import decider_named
from bluelamp.custody.events.samples import SAMPLES_REFUSED, SAMPLES_TAKEN
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Detention, Sample
from bluelamp.custody.needs import adult_need, age_of
from bluelamp.custody.rules.samples import ONCE, Kind, Sampling, appropriate_consent, may_take, recordable
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, every, insist, refused

OF = {
    "mouth_swab": "Mouth swab",
    "saliva": "Saliva",
    "hair": "Hair, not pubic",
    "nail": "From a nail or under it",
    "skin_swab": "Swab of the skin",
    "skin_impression": "Skin impression",
    "blood": "Blood",
    "urine": "Urine",
    "dental_impression": "Dental impression",
    "pubic_hair": "Pubic hair",
    "swab": "Swab of an intimate part",
    "other_fluid": "Other fluid or tissue",
}


@dataclass(frozen=True, kw_only=True)
class SamplesTaken:
    """What is written of one taking. `kinds` are taken together, under the same consents; the rest as in the rule."""

    kinds: Sequence[str]
    of: str = ""
    intimate_of: str = ""
    refused: bool = False
    told: bool = False
    warned: bool = False
    trigger: bool = False
    person_consents: bool = False
    parent_consents: bool = False
    recordable: bool | None = None
    adult_present: bool | None = None
    adult_declined: bool = False
    clinician: bool = False
    taken_by: str = ""
    words: str = ""
    again_because: str = ""

    def of_kind(self, kind: Kind) -> str:
        """What of the body, where this kind has a choice."""
        return {Kind.NON_INTIMATE: self.of, Kind.INTIMATE: self.intimate_of}.get(kind, "")


@action
def take_samples(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    taken: SamplesTaken,
    authority: int | None = None,
    taken_at: datetime | None = None,
    reason_late: str = "",
    key: str | None = None,
) -> str:
    """Record what was taken, or refused; all of it or nothing. `authority`: who authorised, where that is another."""
    require(by, "custody.desk")
    found = lock(detention)
    when = taken_at or at
    kinds = _kinds(taken)
    if when < found.arrived_at:
        raise Refused(refused("This is before arrival at the suite.", "Order of events", field="taken_at"))
    law, facts_of_each = law_of("custody"), _facts(found, taken, kinds, at)
    may = partial(may_take, authority=decider_named(by, authority), law=law, at=at)
    insist(every(*(may(sampling=each) for each in facts_of_each)))
    Sample.objects.bulk_create(_row(found, taken, kind, when, officer_of(by), authority) for kind in kinds)
    consented = all(appropriate_consent(sampling=each, law=law, at=at).allowed for each in facts_of_each)
    _say(found, taken, kinds, consented, partial(say, occurred_at=when, reason=reason_late))
    return found.ref


def _say(
    found: Detention, taken: SamplesTaken, kinds: Sequence[Kind], consented: bool, entry: Callable[..., None]
) -> None:
    names = ", ".join(_name(kind, taken) for kind in kinds).capitalize()
    facts = {"kinds": [one.value for one in kinds], "kinds_words": names}
    if taken.refused:
        entry(SAMPLES_REFUSED, found, facts, words={"words": taken.words})
        return
    facts["basis_words"] = "With consent in writing" if consented else "By the power the law gives, without consent"
    entry(SAMPLES_TAKEN, found, facts, words={"words": taken.words, "taken_by": taken.taken_by,
                                              "again_because": taken.again_because})  # fmt: skip


def _kinds(taken: SamplesTaken) -> list[Kind]:
    if not taken.kinds or any(one not in list(Kind) for one in taken.kinds):
        raise Refused(refused("Choose what was taken or refused.", "PACE s.61 to 64A", field="kinds"))
    return [Kind(one) for one in taken.kinds]


def _facts(found: Detention, taken: SamplesTaken, kinds: Sequence[Kind], at: datetime) -> list[Sampling]:
    """Each thing as the rule takes it: what was said, and what the record knows of age, adult, offence and before."""
    law, before = law_of("custody"), set(found.samples.filter(refused=False).values_list("kind", flat=True))
    known = recordable(kind_of_offence=found.kind_of_offence(), said=taken.recordable, law=law, at=at)
    needed = adult_need(found, at).needed
    return [
        Sampling(
            kind=kind,
            age=age_of(found, at),
            child=is_child(found),
            adult_needed=needed,
            adult_present=taken.adult_present,
            adult_declined=taken.adult_declined,
            person_consents=taken.person_consents,
            parent_consents=taken.parent_consents,
            recordable=known,
            charged=found.charged_at is not None,
            earlier=kind in ONCE and kind.value in before,
            again_because=taken.again_because,
            told=taken.told,
            warned=taken.warned,
            trigger=taken.trigger,
            of=taken.of_kind(kind),
            clinician=taken.clinician,
            refused=taken.refused,
            words=taken.words,
        )
        for kind in kinds
    ]


def _row(
    found: Detention, taken: SamplesTaken, kind: Kind, when: datetime, officer: int, authority: int | None
) -> Sample:
    ranked = kind is Kind.INTIMATE or (kind is Kind.DRUG_TEST and not taken.trigger)
    return Sample(
        detention=found,
        kind=kind.value,
        of=taken.of_kind(kind),
        refused=taken.refused,
        taken_at=when,
        officer_id=officer,
        authority_id=(authority or officer) if ranked else None,
        taken_by=taken.taken_by,
        person_consented=taken.person_consents,
        parent_consented=taken.parent_consents,
        adult_present=taken.adult_present,
        clinician=taken.clinician,
        words=taken.words,
        again_because=taken.again_because,
    )


def _name(kind: Kind, taken: SamplesTaken) -> str:
    of = taken.of_kind(kind)
    return f"{kind.words} ({OF[of].lower()})" if of in OF else kind.words
