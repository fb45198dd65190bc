"""What was promised to victims and what came of it: read from the ledger, joined to the victims by their numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bluelamp.deadlines.instants import local_day
from bluelamp.insight.figures import SETTLED
from bluelamp.insight.referred import Referrals, ReferredTo, referrals, services
from bluelamp.insight.rules.served import LATE, Row, Settled, by_both, by_group, by_kind
from bluelamp.insight.whose_promise import whose
from bluelamp.ledger.queries import Line, facts_of
from bluelamp.owed.registry import kinds
from bluelamp.people.rules.ages import age
from bluelamp.people.rules.unknowns import Answer
from bluelamp.victims.models import Victim

OVERDUE, WITHDRAWN = "owed.late_raised", "owed.withdrawn"
DESCRIBED = {
    "ethnicity": "Ethnicity", "sex": "Sex", "disability": "Disability or long illness",
    "religion": "Religion or belief", "orientation": "Sexual orientation", "gender_identity": "Gender identity",
}  # fmt: skip
AGES = ((18, "Under 18"), (26, "18 to 25"), (45, "26 to 44"), (65, "45 to 64"), (200, "65 and over"))


@dataclass(frozen=True, kw_only=True)
class Served:
    """The tables of one period."""

    kinds: list[Row]
    needs: list[Row]
    teams: list[Row]
    both: list[Row]
    described: list[tuple[str, list[Row]]]
    referrals: Referrals
    services: list[ReferredTo]


def served(since: datetime, until: datetime) -> Served:
    """Work everything out; promises of safeguarding and of partners by the victim behind them. A dozen statements."""
    lines = list(facts_of([*SETTLED, OVERDUE, WITHDRAWN], since=since, until=until))
    found = settled(lines, whose({line.record for line in lines}))
    rows = Victim.objects.filter(pk__in={one.victim for one in found}).select_related(
        "person", "cares__post__team", "recorded_by__post__team"
    )
    people = {one.pk: one for one in rows}
    found = [replace(one, person=people[one.victim].person_id) if one.victim in people else one for one in found]
    needs = {pk: _need(one) for pk, one in people.items()}
    teams = {pk: _team(one) for pk, one in people.items()}
    said = [*((words, _said(people, field)) for field, words in DESCRIBED.items()), ("Age", _ages(people))]
    return Served(
        kinds=by_kind(found, {one.name: one.called for one in kinds.all()}),
        needs=by_group(found, needs),
        teams=by_group(found, teams),
        both=by_both(found, needs, teams),
        described=[(words, by_group(found, groups, own_words=True)) for words, groups in said],
        referrals=referrals(since, until),
        services=services(since, until),
    )


def settled(lines: Iterable[Line], victims: Mapping[str, int] | None = None) -> list[Settled]:
    """Every promise to a victim that was settled, or is overdue and open, in the order of the entries.

    `victims`: the victim behind a record, by its reference; where left out, only records of victims have one.
    """
    found: dict[tuple[str, str, str], Settled] = {}
    for line in lines:
        kind = kinds.get(line.facts["kind"])
        key = (line.record, line.facts["kind"], line.facts["slot"])
        if kind is None or not kind.victim:
            continue
        if line.event == WITHDRAWN:
            found.pop(key, None)
        else:
            how = SETTLED.get(line.event, LATE)
            behind = _number(line.record) if victims is None else victims.get(line.record, 0)
            found[key] = Settled(victim=behind, kind=kind.name, how=how)
    return list(found.values())


def _number(record: str) -> int:
    noun, _, number = record.partition(":")
    return int(number) if noun == "victim" else 0


def _need(victim: Victim) -> str:
    rights = "Enhanced rights" if victim.enhanced else "Standard rights"
    return f"{rights}, domestic abuse" if victim.domestic else rights


def _team(victim: Victim) -> str:
    """Of who looks after them now; of who recorded them, where nobody does."""
    officer = victim.cares or victim.recorded_by
    post = getattr(officer, "post", None)
    return str(post.team.name) if post else (officer.team if officer else "") or "No team"


def _said(people: Mapping[int, Victim], field: str) -> dict[int, str]:
    """By victim, what the person said of themselves; who was not asked or declined is in no group of its own."""
    found = {}
    for pk, one in people.items():
        person = one.person
        if getattr(person, f"{field}_answer") == Answer.KNOWN:
            found[pk] = str(getattr(person, f"get_{field}_display", lambda p=person: getattr(p, field))()).capitalize()
        else:
            found[pk] = "Not said"
    return found


def _ages(people: Mapping[int, Victim]) -> dict[int, str]:
    return {pk: _band(age(one.person.born(), on=local_day(one.recorded_at))) for pk, one in people.items()}


def _band(years: tuple[int, int] | None) -> str:
    """The band of an age; an estimate that lies in two is not told."""
    found = {next(words for below, words in AGES if one < below) for one in years or ()}
    return found.pop() if len(found) == 1 else "Not said"
