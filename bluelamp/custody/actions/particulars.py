"""What is asked and seen at the desk about the person: age, vulnerability, nationality, ethnicity (P23, D11)."""

from dataclasses import dataclass
from datetime import date, datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.desk import PARTICULARS
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import Detention, Particulars
from bluelamp.ledger.actions.writing import action
from bluelamp.people.actions.persons import correct
from bluelamp.people.models import PERCEIVED
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Refused, refused


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What was asked and seen. None is not asked now, and leaves what is on record.

    `adult_evidence`: clear evidence of being 18 or over, in words, for somebody who appears younger.
    `ethnicity`: the person's own answer, a code of 18+1 or which unknown it is. `perceived`: as the officer sees it.
    """

    appears_under_18: bool | None = None
    adult_evidence: str = ""
    born_on: date | Answer | None = None
    sex: str | Answer | None = None
    vulnerable: bool | None = None
    vulnerable_words: str = ""
    foreign: bool | None = None
    nationality: str = ""
    ethnicity: str | Answer | None = None
    perceived: str = ""


@action
def record_particulars(*, by: Acting, at: datetime, detention: int, seen: Seen, key: str | None = None) -> str:
    """Record what was asked and seen. What the person is (birth, sex, own ethnicity) goes to the person's record."""
    require(by, "custody.desk")
    found = lock(detention)
    _sound(seen)
    kept, _ = Particulars.objects.get_or_create(detention=found)
    _keep(kept, seen, by)
    _keep_age(found, seen)
    for field, value in (("born_on", seen.born_on), ("sex", seen.sex), ("ethnicity", seen.ethnicity)):
        if value is not None:
            why = f"Asked at the desk, custody record {found.number}"
            correct(by=by, at=at, person=found.person_id, field=field, value=value, why=why)
    say(PARTICULARS, found, words={"said": "; ".join(_said(seen)) or "nothing new"})
    return found.ref


def _sound(seen: Seen) -> None:
    if seen.vulnerable and not seen.vulnerable_words.strip():
        raise Refused(refused("Say what makes the person vulnerable.", "Code C 1.13(d)", field="vulnerable_words"))
    if seen.perceived and seen.perceived not in PERCEIVED:
        raise Refused(refused("Choose one of the IC codes.", "Ethnicity as perceived", field="perceived"))


def _keep(kept: Particulars, seen: Seen, by: Acting) -> None:
    if seen.vulnerable is not None:
        kept.vulnerable, kept.vulnerable_words = seen.vulnerable, seen.vulnerable_words.strip()
    if seen.foreign is not None:
        kept.foreign, kept.nationality = seen.foreign, seen.nationality.strip()
    if seen.perceived:
        kept.perceived_ethnicity, kept.perceived_by_id = seen.perceived, officer_of(by)
    if seen.appears_under_18 is not None:
        kept.adult_evidence = seen.adult_evidence.strip()
    kept.save()


def _keep_age(found: Detention, seen: Seen) -> None:
    if seen.appears_under_18 is None:
        return
    found.appears_under_18 = seen.appears_under_18
    found.shown_to_be_adult = bool(seen.adult_evidence.strip())
    found.save(update_fields=["appears_under_18", "shown_to_be_adult"])


def _said(seen: Seen) -> list[str]:
    yes = {True: "yes", False: "no"}
    said = [
        f"{name}: {yes[value]}"
        for name, value in (
            ("appears under 18", seen.appears_under_18),
            ("vulnerable", seen.vulnerable),
            ("foreign national", seen.foreign),
        )
        if value is not None
    ]
    named = (("evidence of age", seen.adult_evidence), ("why vulnerable", seen.vulnerable_words))
    said += [f"{name}: {words}" for name, words in named if words.strip()]
    return [*said, f"perceived ethnicity: {PERCEIVED[seen.perceived]}"] if seen.perceived else said
