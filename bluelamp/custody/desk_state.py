"""How far booking in has come: what is on record, what is read in, and what is still to be done; one statement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from bluelamp.custody.going_there import way_to_explain
from bluelamp.custody.models import (
    Detention,
    Item,
    Particulars,
    RightTold,
    RiskAnswer,
    RiskAssessment,
    Sample,
    Search,
    Translation,
)
from bluelamp.custody.needs import needs_interpreter
from bluelamp.custody.rules import giving_rights, risk, translating
from bluelamp.custody.rules.giving_rights import Entitlement, Given, Response
from bluelamp.custody.rules.rights import Looking, Need, appropriate_adult
from bluelamp.deadlines.instants import as_local
from bluelamp.people.queries import warnings_of
from bluelamp.people.rules.unknowns import Answer
from bluelamp.places.law_in_force import law_of

EARLIER = 5
"""How many earlier custody records are read in."""


@dataclass(frozen=True, kw_only=True)
class DeskState:
    """What the desk has recorded; nothing is taken for granted where nothing is."""

    rights: tuple[Given, ...]
    particulars: Mapping[str, Any]
    assessment: Mapping[str, Any] | None
    said: tuple[risk.Said, ...]
    searches: tuple[Mapping[str, Any], ...]
    items: tuple[Mapping[str, Any], ...]
    samples: tuple[Mapping[str, Any], ...]
    translations: tuple[Mapping[str, Any], ...]

    @property
    def newest_rights(self) -> dict[Entitlement, Given]:
        return {one.right: one for one in self.rights}

    @property
    def assessed_at(self) -> datetime | None:
        return datetime.fromisoformat(self.assessment["at"]) if self.assessment else None


@dataclass(frozen=True, kw_only=True)
class Missing:
    """One thing still to be done, and the page that does it ("" where another wing has it)."""

    words: str
    source: str
    page: str = ""


def desk_parts() -> dict[str, ArraySubquery]:
    """What a query of custody records is annotated with, so that `desk_state_of` needs no statement of its own."""
    newest = RiskAssessment.objects.filter(detention=OuterRef("pk")).order_by("-n")
    last = RiskAssessment.objects.filter(detention=OuterRef(OuterRef("pk"))).order_by("-n").values("pk")[:1]
    return {
        "desk_rights": _listed(
            RightTold.objects.order_by("told_at", "pk"), "right", "response", "words", "adult_present", at="told_at"
        ),
        "desk_assessment": ArraySubquery(
            newest.values(json=JSONObject(n="n", at="assessed_at", occasion="occasion", observation="observation"))[:1]
        ),
        "desk_answers": ArraySubquery(
            RiskAnswer.objects.filter(assessment__in=last)
            .order_by("pk")
            .values(json=JSONObject(question="question", answer="answer", words="words"))
        ),
        "desk_searches": _listed(Search.objects.order_by("searched_at", "pk"), "level", "found", at="searched_at"),
        "desk_samples": _listed(Sample.objects.order_by("taken_at", "pk"), "kind", "of", "refused", at="taken_at"),
        "desk_translations": _listed(
            Translation.objects.order_by("given_at", "pk"), "document", "way", "language", at="given_at"
        ),
        "desk_items": _listed(
            Item.objects.order_by("pk"), "kind", "words", "pence", at="returned_at", seal="seal__number"
        ),
        "desk_particulars": _listed(
            Particulars.objects.all(), "vulnerable", "vulnerable_words", "foreign", "nationality", "perceived_ethnicity"
        ),
    }


def desk_state(pk: int) -> DeskState:
    """What the desk has recorded of one custody record; one statement."""
    return desk_state_of(Detention.objects.annotate(**desk_parts()).get(pk=pk))


def desk_state_of(found: Detention) -> DeskState:
    """What the desk has recorded of a record that was read with `desk_parts`; no statement."""
    row: Any = found
    return DeskState(
        rights=tuple(_given(one) for one in row.desk_rights),
        assessment=row.desk_assessment[0] if row.desk_assessment else None,
        said=tuple(
            risk.Said(question=one["question"], answer=Answer(one["answer"]), words=one["words"])
            for one in row.desk_answers
        ),
        searches=tuple(row.desk_searches),
        items=tuple(row.desk_items),
        samples=tuple(row.desk_samples),
        translations=tuple(row.desk_translations),
        particulars=row.desk_particulars[0] if row.desk_particulars else {},
    )


def _listed(rows: QuerySet[Any], *fields: str, **named: str) -> ArraySubquery:
    shown = {**{one: F(one) for one in fields}, **{name: F(one) for name, one in named.items()}}
    return ArraySubquery(rows.filter(detention=OuterRef("pk")).values(json=JSONObject(**shown)))


def _given(one: Mapping[str, Any]) -> Given:
    return Given(
        right=Entitlement(one["right"]),
        response=Response(one["response"]),
        told_at=datetime.fromisoformat(one["at"]),
        words=one["words"],
        adult_present=one["adult_present"],
    )


def reminder_words(found: Detention, before: giving_rights.Occasion, *, at: datetime) -> str:
    """What to remind the person of before this, in words; "" where nothing is. The record is read with `desk_parts`."""
    given = desk_state_of(found).rights
    need = giving_rights.reminder(given=given, before=before, law=law_of("custody"), at=at)
    return " ".join(one.words for one in need.because) if need.needed else ""


def looking_at(found: Detention, particulars: Mapping[str, Any]) -> Looking:
    """What is known of age and vulnerability; the arresting officer's "appears under 18" stands until the desk says."""
    appears = found.appears_under_18
    if appears is None and found.arrest and found.arrest.appears_under_18:
        appears = True
    return Looking(
        appears_under_18=appears,
        born_on=found.person.born_on,
        clear_evidence_adult=found.shown_to_be_adult,
        vulnerable=particulars.get("vulnerable"),
        vulnerable_words=particulars.get("vulnerable_words", ""),
    )


def adult_need(found: Detention, state: DeskState, *, at: datetime) -> Need:
    """Whether an appropriate adult must be called; not known is never taken for an adult (Code C 1.4 to 1.7)."""
    return appropriate_adult(looking=looking_at(found, state.particulars), law=law_of("custody"), at=at)


def still_to_be_done(found: Detention, state: DeskState, *, at: datetime, in_cell: bool) -> list[Missing]:
    """What booking in still lacks, in the order of the desk; nothing on a closed record."""
    if found.released_at:
        return []
    return [
        *_decided(found),
        *_asked(found, state),
        *_adult(found, state, at),
        *_rights(found, state, at),
        *_risk(found, state, at),
        *_kept(state),
        *_placed(found, in_cell),
        *_translated(found, state),
        *_way_here(found),
    ]


def _way_here(found: Detention) -> list[Missing]:
    way = way_to_explain(found)
    return [] if way.allowed else [Missing(words=way.words, source="PACE s.30(11)", page="custody:way_here")]


def _decided(found: Detention) -> list[Missing]:
    words = "Authorise or refuse detention"
    return [] if found.authorised_at else [Missing(words=words, source="PACE s.37", page="journeys:authorise")]


def _asked(found: Detention, state: DeskState) -> list[Missing]:
    seen, person = state.particulars, found.person
    lacks = (
        (person.born_on_answer == Answer.NOT_ASKED, "date of birth"),
        (found.appears_under_18 is None, "whether they appear under 18"),
        (seen.get("vulnerable") is None, "whether vulnerable"),
        (seen.get("foreign") is None, "nationality"),
        (person.ethnicity_answer == Answer.NOT_ASKED, "their own ethnicity"),
        (not seen.get("perceived_ethnicity"), "ethnicity as you perceive it"),
    )
    open_ = ", ".join(words for lacking, words in lacks if lacking)
    source = "Code C 1.4, 1.5, 3.12, 3.20"
    return [Missing(words=f"To ask or see: {open_}", source=source, page="custody:particulars")] if open_ else []


def _adult(found: Detention, state: DeskState, at: datetime) -> list[Missing]:
    need = adult_need(found, state, at=at)
    known = found.appears_under_18 is not None and state.particulars.get("vulnerable") is not None
    if not need.needed or not known:
        return []
    why = " ".join(one.words for one in need.because)
    return [Missing(words=f"Appropriate adult needed. {why}", source=need.because[0].source, page="custody:call")]


def _rights(found: Detention, state: DeskState, at: datetime) -> list[Missing]:
    left = giving_rights.still_to_tell(
        given=state.rights,
        foreign=state.particulars.get("foreign"),
        adult_needed=bool(state.particulars) and adult_need(found, state, at=at).needed,
        law=law_of("custody"),
        at=at,
    )
    told = state.newest_rights
    again = [one for one in left if _told(told.get(one))]
    first = [one for one in left if one not in again]
    return [
        Missing(
            words=f"{what}: {', '.join(one.words[:1].lower() + one.words[1:] for one in rights)}",
            source="; ".join(dict.fromkeys(one.source for one in rights)),
            page="custody:rights",
        )
        for what, rights in (("Rights to tell", first), ("Rights again, with the adult", again))
        if rights
    ]


def _told(given: Given | None) -> bool:
    return given is not None and given.response is not Response.NOT_TOLD


def _risk(found: Detention, state: DeskState, at: datetime) -> list[Missing]:
    moments, law = risk.Moments(charged_at=found.charged_at), law_of("custody")
    due = risk.due_again(assessed_at=state.assessed_at, moments=moments, law=law, at=at)
    again = risk.to_ask_again(said=state.said, law=law, at=at)
    words = [f"Risk assessment: {risk.OCCASIONS[one].lower()}" for one in due]
    words += [f"Ask again: {', '.join(risk.QUESTIONS[one].lower() for one in again)}"] if again else []
    return [Missing(words=one, source="Code C 3.6", page="custody:risk_assessment") for one in words]


def _translated(found: Detention, state: DeskState) -> list[Missing]:
    """Statements only for somebody who needs an interpreter."""
    told = state.newest_rights.get(Entitlement.INTERPRETER)
    if not needs_interpreter(found.person, told.response if told else None):
        return []
    done = tuple(
        translating.Done(document=translating.Document(one["document"]), at=datetime.fromisoformat(one["at"]))
        for one in state.translations
    )
    left = translating.still_to_translate(
        needed=True,
        authorised=_authorities(found),
        charged_at=found.charged_at,
        done=done,
    )
    names = ", ".join(one.words[:1].lower() + one.words[1:] for one in left)
    words = f"In their language: {names}"
    return [Missing(words=words, source="Code C 13.10B, Annex M", page="custody:translate")] if left else []


def _authorities(found: Detention) -> list[datetime]:
    """When keeping them was authorised: at first, on each review, on each extension."""
    reviews = (one.done_at for one in found.reviews_done())
    extensions = (one.authorised_at for one in found.extensions.all())
    return [one for one in (found.authorised_at, *reviews, *extensions) if one]


def _kept(state: DeskState) -> list[Missing]:
    lacks = []
    if not state.searches:
        lacks.append(Missing(words="No search recorded", source="PACE s.54", page="custody:search"))
    if not state.items:
        lacks.append(Missing(words="Property not recorded", source="Code C 4.1", page="custody:belongings"))
    return lacks


def _placed(found: Detention, in_cell: bool) -> list[Missing]:
    if not found.authorised_at:
        return []
    lacks = []
    if found.level is None:
        words = "Care plan: no observation level"
        lacks.append(Missing(words=words, source="Code C 9.3", page="custody:care_plan"))
    if not in_cell and not found.absences.all():
        lacks.append(Missing(words="No cell chosen", source="Code C 8", page="custody:cell"))
    return lacks


def read_in_for(found: Detention, at: datetime) -> list[str]:
    """Markers in force on the person, and their earlier custody with the risks then known."""
    markers = [f"{one.get_kind_display()}: {one.words} ({one.source})" for one in warnings_of([found.person_id], at=at)]
    before = Detention.objects.filter(person_id=found.person_id).exclude(pk=found.pk).order_by("-arrived_at")[:EARLIER]
    earlier = [
        f"In custody {as_local(one.arrived_at):%-d %b %Y}, record {one.number}"
        + (f": {', '.join(one.risk_marks)}" if one.risk_marks else "")
        for one in before
    ]
    return [*markers, *earlier]
