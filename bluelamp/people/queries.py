"""Reading: searching people and vehicles, a person's safe contact and warnings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.contrib.postgres.lookups import TrigramSimilar, TrigramWordSimilar
from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import F, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Greatest

from bluelamp.access.acting import Acting
from bluelamp.access.queries import restricted_among
from bluelamp.compiled import Compiled, Given
from bluelamp.deadlines.instants import local_day
from bluelamp.people.models import (
    TIES,
    Alias,
    KeptAddress,
    Link,
    Named,
    NumberWarning,
    Person,
    PersonWarning,
    SafeContact,
    Vehicle,
)
from bluelamp.people.rules.ages import in_words
from bluelamp.people.rules.masking import KEPT_BACK
from bluelamp.people.rules.names import Match, folded, match, sounds
from bluelamp.people.rules.numbers import number_key
from bluelamp.people.rules.plates import normalise, repaired, skeleton, why_match

T = TypeVar("T", bound=Named)
CANDIDATES = 100
"""How many rows of each kind the database hands over to be compared one by one."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """One result: what it is, why it matched. Of a restricted record nothing but whom to ask."""

    record: str
    title: str
    why: str
    score: float
    details: tuple[str, ...] = ()
    restricted: str = ""


def search(by: Acting, text: str, *, at: datetime, born_on: date | None = None, limit: int = 50) -> list[Found]:
    """People and vehicles that answer to `text`, best first, each with why; at most `limit`.

    Names forgive spelling, order and accents and count other names too; plates forgive signs that look alike. A
    date of birth leaves out people born on another day. Seven statements at most. The caller logs what is shown.
    """
    found = [*_people(text, local_day(at), born_on), *([] if born_on else _vehicles(text))]
    found.sort(key=lambda one: (-one.score, one.title, one.record))
    return _veiled(by, found[:limit], at)


def person(number: int) -> Person | None:
    """The person with that number; the caller checks restriction with `access.queries.may_see`."""
    return Person.objects.filter(pk=number).first()


def person_for_page(number: int) -> Person | None:
    """The person with other names and links, for their own page; three statements."""
    links = Prefetch("links", Link.objects.select_related("other", "vehicle").order_by("-linked_at"))
    return Person.objects.filter(pk=number).prefetch_related("aliases", links).first()


def names_of(numbers: Collection[int]) -> dict[int, str]:
    """The names of these people by number; one statement, none where there is nobody."""
    found = Person.objects.filter(pk__in=numbers).only("given_names", "family_name") if numbers else ()
    return {one.pk: one.name for one in found}


def link_of(number: int) -> Link | None:
    """One link with both ends, for its page."""
    return Link.objects.filter(pk=number).select_related("person", "other", "vehicle").first()


_SAFE: Compiled[SafeContact] = Compiled(
    lambda: SafeContact.objects.filter(person_id=Given("person"), ended_at=None).select_related("person")[:1]
)


def safe_contact(number: int) -> SafeContact | None:
    """The safe contact in force, or None: then only speaking in person is safe."""
    return _SAFE.first(person=number)


def kept_addresses(*, of: Collection[int] | None = None, but: int | None = None) -> list[str]:
    """The new addresses now kept from others: of these people, or of everybody; `but` leaves one person's own out."""
    found = KeptAddress.objects.filter(ended_at=None)
    if of is not None:
        found = found.filter(person__in=of)
    return list(found.exclude(person=but).values_list("address", flat=True))


def warnings_of(numbers: Sequence[int], *, at: datetime) -> QuerySet[PersonWarning]:
    """Warnings in force at `at` about these people, soonest to lapse last."""
    return PersonWarning.objects.filter(person__in=numbers, ended_at=None, expires_at__gt=at).order_by("-expires_at")


def relatives_who_speak(number: int) -> list[str]:
    """Names of those who speak for this person, and are their relatives or were their partner; two statements."""
    speak = Link.objects.filter(kind=Link.Kind.REPRESENTATIVE, other=number, ended_at=None, withdrawn=False)
    speakers = set(speak.values_list("person_id", flat=True))
    if not speakers:
        return []
    either = Q(person=number, other__in=speakers) | Q(other=number, person__in=speakers)
    ties = Link.objects.filter(either, kind__in=TIES, withdrawn=False).select_related("person", "other")
    return sorted({one.person.name if one.person_id != number else one.other.name for one in ties if one.other})


def warnings_on(numbers: Collection[str], *, at: datetime) -> list[NumberWarning]:
    """Warnings in force at `at` on these telephone numbers, however they are written; one statement, none for none."""
    keys = {number_key(one) for one in numbers} - {""}
    found = NumberWarning.objects.filter(number_key__in=keys, raised_at__lte=at, ended_at=None, expires_at__gt=at)
    return list(found.order_by("-expires_at", "pk")) if keys else []


def _people(text: str, today: date, born_on: date | None) -> list[Found]:
    best: dict[int, tuple[Match, str]] = {}
    people = {one.pk: one for one in _candidates(Person.objects.all(), text)}
    for one in people.values():
        _keep(best, one.pk, match(text, f"{one.given_names} {one.family_name}"), "")
    for alias in _candidates(Alias.objects.select_related("person"), text):
        people.setdefault(alias.person_id, alias.person)
        _keep(best, alias.person_id, match(text, alias.words), alias.words)
    hidden = set(KeptAddress.objects.filter(person__in=best, ended_at=None).values_list("person_id", flat=True))
    return [
        _shown(people[number], *held, today, hidden)
        for number, held in best.items()
        if born_on is None or people[number].born_on in (born_on, None)
    ]


def _candidates(rows: QuerySet[T], text: str) -> list[T]:
    asked, codes = folded(text), sounds(text)
    if not asked:
        return []
    like = Q(TrigramSimilar(F("folded"), Value(asked))) | Q(TrigramWordSimilar(F("folded"), Value(asked)))
    if codes:
        like |= Q(sounds__contains=codes)
    near = Greatest(TrigramSimilarity("folded", asked), TrigramWordSimilarity(asked, "folded"))
    return list(rows.annotate(near=near).filter(like).order_by("-near", "pk")[:CANDIDATES])


def _keep(best: dict[int, tuple[Match, str]], number: int, found: Match, alias: str) -> None:
    if found.score > 0 and (number not in best or found.score > best[number][0].score):
        best[number] = (found, alias)


def _shown(one: Person, found: Match, alias: str, today: date, hidden: Collection[int]) -> Found:
    why = f"Also known as {alias}: {found.why[0].lower()}{found.why[1:]}" if alias else found.why
    home = KEPT_BACK if one.home and one.pk in hidden else one.home
    details = tuple(part for part in (in_words(one.born(), on=today), home) if part)
    return Found(record=one.ref, title=one.name, why=why, score=found.score, details=details)


def _vehicles(text: str) -> list[Found]:
    asked = normalise(text)
    if not 2 <= len(asked) <= 10 or len(text.split()) > 3:
        return []
    like = Q(normalised__in=[asked, repaired(asked)]) | Q(skeleton=skeleton(asked))
    near = Vehicle.objects.annotate(near=TrigramSimilarity("normalised", asked))
    rows = near.filter(like | Q(normalised__contains=asked) | Q(TrigramSimilar(F("normalised"), Value(asked))))
    found = [(one, why_match(asked, one.normalised)) for one in rows.order_by("-near", "pk")[:CANDIDATES]]
    return [_vehicle(one, why) for one, why in found if why]


def _vehicle(one: Vehicle, why: str) -> Found:
    details = tuple(part for part in (one.colour, one.make, one.flag) if part)
    return Found(record=one.ref, title=one.as_seen, why=why, score=_PLATE_SCORES.get(why, 0.7), details=details)


_PLATE_SCORES = {"Same plate": 1.0, "Possible: signs that look alike": 0.85, "Possible: part of the plate": 0.6}


def _veiled(by: Acting, found: list[Found], at: datetime) -> list[Found]:
    restricted = restricted_among(by, [one.record for one in found], at=at)
    return [
        Found(record=one.record, title="A restricted record", why="", score=one.score, restricted=sight.words)
        if (sight := restricted.get(one.record)) and not sight.may_see
        else one
        for one in found
    ]
