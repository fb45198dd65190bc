"""The papers of custody: which template, which data. Text is only ever data."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from bluelamp.custody.cells import is_child
from bluelamp.custody.escorts import moves_of
from bluelamp.custody.models import Detention, EscortRecord, Leaving, Paper, PreRelease
from bluelamp.custody.papers.entries import CLOCKS, MOVES, entries_of, lines_of, when
from bluelamp.custody.queries_leaving import assessment_of
from bluelamp.custody.rules.disposals import Disposal
from bluelamp.custody.rules.pre_release import QUESTIONS
from bluelamp.deadlines.instants import local_day
from bluelamp.people.rules.ages import in_words as age_in_words
from bluelamp.people.rules.unknowns import Answer, in_words
from bluelamp.verdict import Refused, refused

HERE = Path(__file__).parent
Facts = list[tuple[str, str]]
NOT_YET = "Not yet"


@dataclass(frozen=True, kw_only=True)
class Document:
    """One paper before it is printed."""

    template: Path
    title: str
    data: dict[str, Any]
    entries: int = 0


def document(kind: str, found: Detention, *, at: datetime) -> Document:
    """The paper of this kind about this record as it stands. Raises KeyError for a kind that is not printed."""
    return _MADE[Paper.Kind(kind)](found, at)


def _record(found: Detention, at: datetime) -> Document:
    entries = entries_of(lines_of(found))
    lead = ["Every entry of this record up to now, in the order in which things happened. Nothing is overwritten: "
            "what was put right later is struck through and stays readable."]  # fmt: skip
    parts = [_person(found, at), _arrest(found), _detention(found), *_left(found)]
    return _listed("Custody record", found, lead, parts, entries, "Every entry, in order")


def _log(found: Detention, _at: datetime) -> Document:
    entries = entries_of(lines_of(found), only=CLOCKS)
    lead = ["The clocks of this detention: decisions, reviews, moves and charge, without the care entries."]
    return _listed("Detention log", found, lead, [_detention(found)], entries, "Decisions and moves, in order")


def _escort(found: Detention, at: datetime) -> Document:
    """What those who take the person over must know, every move with its crew, and who took over at the end of each."""
    assessed, moves = assessment_of(found), moves_of(found)
    risks: Facts = [("Marks", ", ".join(found.risk_marks) or "None recorded"),
                    ("Waiting for", ", ".join(found.waiting_for) or "Nobody")]  # fmt: skip
    risks += [("Observation", f"Level {found.level}" if found.level else "No level set")]
    parts = [_person(found, at), {"title": "Risk", "facts": risks}, *_assessment(assessed)]
    parts += [_move(n, each) for n, each in enumerate(moves, 1)]
    entries = entries_of(lines_of(found), only=MOVES)
    lead = ["This record travels with the person on every move. Whoever takes them over signs for it."]
    made_of = _listed("Person escort record", found, lead, parts, entries, "Moves so far, in order")
    made_of.data["sign"] = ["Handed over by, with the time", "Taken over by, with the time"]
    return made_of


def _move(n: int, made: EscortRecord) -> dict[str, Any]:
    said = {True: "Yes", False: "No", None: "Not written"}
    facts = [
        ("From", f"{made.from_words}, {_when(made.left_at)}"),
        ("To", made.to_words),
        ("With", ", ".join(made.crew) or "Not written"),
        ("Vehicle", made.vehicle),
        ("Searched", f"{said[made.searched]}. {made.search_words}".strip()),
        ("Risk", made.risk_words or "Not written"),
        ("Low risk, compliant", said[made.low_risk]),
        ("On camera", said[made.camera]),
        ("Who should go considered", said[made.sex_considered]),
        ("With an adult detainee", said[made.with_adults] if made.with_adults is not None else ""),
        ("Property bags", ", ".join(made.seals)),
        ("Missing at leaving", made.missing),
        ("Taken over by", f"{made.handed_to}, {_when(made.closed_at)}" if made.closed_at else NOT_YET),
    ]
    return {"title": f"Move {n}: {made.get_why_display().lower()}", "facts": [one for one in facts if one[1]]}


SENSITIVE = "OFFICIAL-SENSITIVE: only for whom it was made"


def _listed(name: str, found: Detention, lead: list[str], parts: list[Any], entries: list[Any], title: str) -> Document:
    data = _shared(f"{name} {found.number}", found) | {
        "lead": lead,
        "parts": parts,
        "mark": SENSITIVE,
    }
    data |= {"entries": entries, "entries_title": title, "sign": []}
    return Document(template=HERE / "record.typ", title=f"{name} {found.number}", data=data, entries=len(entries))


def _notice(name: str, found: Detention, lead: list[str], parts: list[Any], sign: list[str]) -> Document:
    title = f"{name}, custody record {found.number}"
    data = _shared(title, found) | {"lead": lead, "parts": parts, "sign": sign}
    return Document(template=HERE / "notice.typ", title=title, data=data)


def _shared(running: str, found: Detention) -> dict[str, Any]:
    return {"running": f"{running}, {found.suite.name}", "mark": "OFFICIAL", "author": f"Custody, {found.suite.name}"}


def _rights(found: Detention, _at: datetime) -> Document:
    """For everybody the same, but that a child's notice begins with the adult who comes to help."""
    told = _words("rights")
    parts = [{"title": one["title"], "prose": one["prose"], "points": one["points"]} for one in told["part"]]
    if is_child(found):
        parts.sort(key=lambda part: not part["title"].startswith("If you are under 18"))
    sign = ["Signature, to say that you were given this notice", "Custody officer, with the time"]
    return _notice("Your rights", found, [found.person.name, *told["lead"]], parts, sign)


@cache
def _words(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def _bail(found: Detention, _at: datetime) -> Document:
    if found.bail_until is None and found.disposal != Disposal.CHARGED_AND_BAILED:
        raise Refused(refused("Nobody is bailed on this record.", "Bail Act 1976 s.5", field="kind"))
    bail = found.bails.select_related("suite").order_by("pk").last()
    until = day_words(bail.return_on) if bail else "The day of the hearing you were told"
    conditions = [one for one in bail.conditions if one.strip()] if bail else found.disposal_words.strip().split("\n")
    where = bail.suite.name if bail else found.suite.name
    facts = [
        ("Offence", _offence(found)),
        ("Released", _when(found.released_at)),
        ("How", found.disposal.capitalize()),
        ("Come back to", f"{where}, unless you are told of another place"),
        ("At the latest on", until),
    ]
    parts = [
        {"title": "Your bail", "facts": facts},
        {"title": "Conditions", "prose": [one for one in conditions if one] or ["None."]},
        {"title": "What this means", "points": _words("notices")["bail"]["means"]},
    ]
    sign = ["Signature, to say that you were given this notice", "Custody officer, with the time"]
    return _notice("Bail notice", found, [found.person.name], parts, sign)


def _no_further_action(found: Detention, _at: datetime) -> Document:
    if found.charged_at or found.disposal not in ("", Disposal.NO_FURTHER_ACTION, Disposal.NOT_AUTHORISED):
        raise Refused(refused("This record did not end with no further action.", "PACE s.41(11)", field="kind"))
    words = _words("notices")["no_further_action"]
    arrested = _when(found.arrest.arrested_at if found.arrest else None)
    decided = [*words["decided"], *([found.disposal_words] if found.disposal_words.strip() else [])]
    facts = [("Offence", _offence(found)), ("Arrested", arrested)]
    parts = [
        {"title": "What was decided", "facts": facts, "prose": decided},
        {"title": "What this means", "points": words["means"]},
    ]
    sign = ["Officer who decided, with the time"]
    return _notice("Notice of no further action", found, [found.person.name], parts, sign)


def _summary(found: Detention, at: datetime) -> Document:
    parts = [_person(found, at), *_left(found), *_assessment(assessment_of(found))]
    lead = ["How this detention ended, and what was done before the door opened."]
    return _notice("Release summary", found, lead, parts, [])


def _person(found: Detention, at: datetime) -> dict[str, Any]:
    person = found.person
    facts = [("Name", person.name), ("Age", age_in_words(person.born(), on=local_day(at)))]
    facts += [("Treated as a child", "Yes" if is_child(found) else "No")]
    for name in ("sex", "ethnicity", "language", "interpreter", "disability"):
        value = getattr(person, f"get_{name}_display", lambda name=name: getattr(person, name))()
        facts.append((name.capitalize(), in_words(Answer(getattr(person, f"{name}_answer")), value)))
    return {"title": "The person", "facts": facts}


def _arrest(found: Detention) -> dict[str, Any]:
    made = found.arrest
    if made is None:
        return {"title": "The arrest", "prose": ["No arrest without warrant is joined to this record."]}
    necessity = made.necessity_words or ", ".join(code.replace("_", " ") for code in made.necessity)
    facts = [
        ("Offence", _offence(found)),
        ("Arrested", _when(made.arrested_at)),
        ("Where", made.place_words or "Not written"),
        ("By", str(made.officer)),
        ("Grounds", made.grounds),
        ("Why necessary", necessity),
        ("Said after caution", made.caution_reply or "Nothing written"),
    ]
    return {"title": "The arrest", "facts": facts}


def _detention(found: Detention) -> dict[str, Any]:
    by = f" by {found.authorised_by}" if found.authorised_by else ""
    facts = [
        ("Record", found.number),
        ("Name", found.person.name),
        ("Suite", found.suite.name),
        ("First station", _when(found.first_station_at)),
        ("Arrived", _when(found.arrived_at)),
        ("Clock since", _when(found.relevant_time)),
        ("Authorised", _when(found.authorised_at) + by),
        ("Grounds", found.grounds or NOT_YET),
        ("Limit", _when(found.limit_at)),
        ("Next review", _when(found.review_due_at)),
        ("Charged", _when(found.charged_at)),
        ("Left", _when(found.released_at)),
        ("How it ended", found.disposal or NOT_YET),
    ]
    return {"title": "The detention", "facts": facts}


def _left(found: Detention) -> list[dict[str, Any]]:
    made: Leaving | None = getattr(found, "leaving", None)
    if made is None:
        return []
    facts = [
        ("How", found.disposal),
        ("When", _when(found.released_at)),
        ("Words", found.disposal_words),
        ("Property", made.property_words),
        ("Written notice", "Given" if made.notice_given else ""),
        ("Admitted", "Yes" if made.admitted else ""),
        ("Appropriate adult", made.appropriate_adult),
        ("Agreed", made.agreed),
        ("Reference", made.reference),
        ("Taken over by", made.taken_over_by),
        ("Court", made.court),
        ("Sitting", _when(made.sitting_at) if made.sitting_at else ""),
        ("Court told", made.court_told),
        ("Handed to", made.handed_to),
    ]
    return [{"title": "Leaving", "facts": [(name, value) for name, value in facts if value]}]


def _assessment(assessed: PreRelease | None) -> list[dict[str, Any]]:
    if assessed is None:
        return [{"title": "Risk assessment before release", "prose": ["None was made."]}]
    facts = []
    for one in assessed.answers:
        doing = f" Done about it: {one['doing']}" if one["doing"] else ""
        said = in_words(Answer(one["answer"]), one["words"])
        facts.append((QUESTIONS.get(one["question"], one["question"]), f"{said}.{doing}"))
    home = [("Gets home", assessed.way_home), ("Met by", assessed.met_by), ("Goes to", assessed.goes_instead)]
    facts += [(name, value) for name, value in home if value]
    facts.append(("Made", f"{when(assessed.at)}, {assessed.officer}"))
    return [{"title": "Risk assessment before release", "facts": facts}]


def _offence(found: Detention) -> str:
    return found.arrest.offence_words if found.arrest else "Not an arrest without warrant"


def _when(at: datetime | None) -> str:
    return when(at) if at else NOT_YET


def day_words(day: date) -> str:
    """A day as a paper writes it."""
    return f"{day:%A} {day.day} {day:%B %Y}"


_MADE: dict[Paper.Kind, Callable[[Detention, datetime], Document]] = {
    Paper.Kind.RECORD: _record,
    Paper.Kind.LOG: _log,
    Paper.Kind.RIGHTS: _rights,
    Paper.Kind.BAIL: _bail,
    Paper.Kind.NO_FURTHER_ACTION: _no_further_action,
    Paper.Kind.ESCORT: _escort,
    Paper.Kind.SUMMARY: _summary,
}
