"""Adding a person, another name, and putting an answer right."""

from collections.abc import Mapping
from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.people import events
from bluelamp.people.models import ETHNICITIES, OPTIONAL, PERCEIVED, SELF_DESCRIBED, Alias, Person
from bluelamp.people.permissions import DESCRIBE, EDIT
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import insist, refused

PLAIN = ("given_names", "family_name", "notes", "perceived_ethnicity")
OF_ONESELF = (*SELF_DESCRIBED, "sex", "ethnicity", "disability")
Given = str | date | Answer


@action
def add_person(
    *,
    by: Acting,
    at: datetime,
    given_names: str = "",
    family_name: str = "",
    answers: Mapping[str, Given] | None = None,
    age: tuple[int, int] | None = None,
    notes: str = "",
    key: str | None = None,
) -> str:
    """Add a person; names are kept exactly, and may both be empty: the name is then not known.

    `answers` maps sex, ethnicity, language, interpreter, disability, home, phone, email, born_on or
    perceived_ethnicity to what was said or to the unknown it is; what is left out was not asked. `age` is an
    estimate, least and most in years. Answers "person:12".
    """
    require(by, EDIT.name)
    person = Person(given_names=given_names, family_name=family_name, notes=notes, added_at=at, added_by=by.ref)
    for field, given in (answers or {}).items():
        _set(person, field, given, by)
    if age:
        _estimate(person, age, at)
    person.find_by(f"{given_names} {family_name}")
    person.save()
    write(events.PERSON_ADDED, record=person.ref, words={"name": person.name})
    return person.ref


@action
def add_alias(*, person: int, alias: str, source: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Note another name the person is known by, and who says so; refused if it is already noted."""
    require(by, EDIT.name)
    known = _locked(person)
    _insist_given(alias, "alias", "Give the other name.")
    _insist_given(source, "source", "Say who knows them by this name.")
    if known.aliases.filter(words=alias).exists():
        insist(refused("This name is already noted.", field="alias"))
    other = Alias(person=known, words=alias, source=source, added_at=at)
    other.find_by(alias)
    other.save()
    write(events.ALIAS_ADDED, record=known.ref, words={"alias": alias, "source": source})
    return known.ref


@action
def describe_self(
    *, person: int, answers: Mapping[str, Given], by: Acting, at: datetime, key: str | None = None
) -> str:
    """Keep what somebody says of themselves: `answers` by field, in their own words or the unknown it is (D12).

    Refused for a field that is not one of these, and where nothing is different from what stands there.
    """
    require(by, DESCRIBE.name)
    known = _locked(person)
    for field in answers:
        if field not in OF_ONESELF:
            insist(refused(f"Nobody describes themselves by {field.replace('_', ' ')}.", field=field))
    before = {field: _shown(known, field) for field in answers}
    for field, given in answers.items():
        _set(known, field, given, by)
    after = {field: _shown(known, field) for field in answers}
    changed = [field for field in answers if before[field] != after[field]]
    if not changed:
        insist(refused("Nothing is different from what stands here.", "Order of events"))
    known.save()
    facts = {"what": ", ".join(field.replace("_", " ") for field in changed)}
    words = {"said": "; ".join(after[field] for field in changed)}
    write(events.SELF_DESCRIBED, record=known.ref, facts=facts, words=words)
    return known.ref


@action
def correct(
    *,
    person: int,
    field: str,
    value: Given,
    why: str,
    by: Acting,
    at: datetime,
    corrects: int | None = None,
    key: str | None = None,
) -> str:
    """Put one field of a person right; what stood there stays in the ledger, and `corrects` points to its entry."""
    require(by, EDIT.name)
    _insist_given(why, "why", "Say why it is put right.")
    known = _locked(person)
    before = _shown(known, field)
    _set(known, field, value, by)
    if field in ("given_names", "family_name"):
        known.find_by(f"{known.given_names} {known.family_name}")
    known.save()
    words = {"before": before, "after": _shown(known, field), "why": why}
    facts = {"field": field.replace("_", " ").capitalize()}
    write(events.PERSON_CORRECTED, record=known.ref, facts=facts, words=words, corrects=corrects)
    return known.ref


def _locked(person: int) -> Person:
    found = Person.objects.select_for_update(of=("self",)).filter(pk=person).first()
    if found is None:
        insist(refused("There is no such person.", field="person"))
    assert found is not None
    return found


def _insist_given(text: str, field: str, words: str) -> None:
    if not text.strip():
        insist(refused(words, field=field))


def _set(person: Person, field: str, given: Given, by: Acting) -> None:
    if field in PLAIN:
        _set_plain(person, field, given, by)
    elif field == "born_on":
        _set_born(person, given)
    elif field in OPTIONAL:
        _set_answer(person, field, given)
    else:
        insist(refused(f"A person has no {field.replace('_', ' ')}.", field=field))


def _set_plain(person: Person, field: str, given: Given, by: Acting) -> None:
    text = "" if isinstance(given, Answer) else str(given)
    if field == "perceived_ethnicity":
        if text and text not in PERCEIVED:
            insist(refused("Choose one of the IC codes.", field=field))
        person.perceived_by = by.ref if text else ""
    setattr(person, field, text)


def _set_born(person: Person, given: Given) -> None:
    if isinstance(given, Answer):
        person.born_on, person.born_on_answer = None, _unknown(given, "born_on")
        return
    if not isinstance(given, date):
        insist(refused("Give a date of birth, or say that it is not known.", field="born_on"))
    if isinstance(given, date) and given > local_day(person.added_at):
        insist(refused("A date of birth cannot be in the future.", field="born_on"))
    person.born_on, person.born_on_answer = given, Answer.KNOWN


def _set_answer(person: Person, field: str, given: Given) -> None:
    known = not isinstance(given, Answer) and bool(given)
    if field == "ethnicity" and known and given not in ETHNICITIES:
        insist(refused("Choose one of the 18+1 codes, in the person's own words.", field=field))
    answer = Answer.KNOWN if known else _unknown(given, field)
    setattr(person, field, given if known else "")
    setattr(person, f"{field}_answer", answer)


def _unknown(given: Given, field: str) -> Answer:
    if not isinstance(given, Answer):
        return Answer.NOT_ASKED
    if given is Answer.KNOWN:
        insist(refused("Give the answer that is known.", field=field))
    return given


def _estimate(person: Person, age: tuple[int, int], at: datetime) -> None:
    low, high = age
    if not 0 <= low <= high <= 130:
        insist(refused("Give the least and the most years the person may be.", field="age"))
    person.age_low, person.age_high, person.age_estimated_on = low, high, local_day(at)


def _shown(person: Person, field: str) -> str:
    answer = getattr(person, f"{field}_answer", None)
    value = getattr(person, field, "")
    return str(value) if value else Answer(answer).words if answer else "nothing"
