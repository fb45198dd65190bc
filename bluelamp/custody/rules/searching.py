"""Searches of a detained person by level: who authorises, who searches, who is there (PACE s.54, s.55; Annex A)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


class Level(StrEnum):
    """How far a search goes."""

    ORDINARY = "ordinary"
    STRIP = "strip"
    INTIMATE = "intimate"

    @property
    def words(self) -> str:
        return {"ordinary": "Ordinary", "strip": "Strip search", "intimate": "Intimate search"}[self.value]


@dataclass(frozen=True, kw_only=True)
class Searching:
    """A search about to be written. None means not known.

    `sex` and `searcher_sex`: "female", "male" or "" where not known. `present`: people there besides the one
    searched. `urgent`: a risk of serious harm that cannot wait for others. `adult_declined`: the child said, with
    the appropriate adult there, that the adult is not to see it, and the adult agrees. `clinician`: a doctor or nurse
    searches. `consent`: given in writing, for drugs (s.55(3A)).
    """

    level: Level
    reasons: str
    sex: str = ""
    searcher_sex: str = ""
    child: bool = False
    adult_present: bool | None = None
    adult_declined: bool = False
    present: int | None = None
    urgent: bool = False
    ground: str = ""
    clinician: bool = False
    consent: bool = False

    @property
    def urgent_strip(self) -> bool:
        """Serious harm cannot wait: the adult need not be there for a strip search (Annex A 11(c))."""
        return self.urgent and self.level is Level.STRIP


def may_search(*, searching: Searching, authority: Decider, law: Law, at: datetime) -> Verdict:
    """Whether this search may be made: reasons, rank of the authority, sex of who searches, who is there.

    An ordinary search needs reasons and somebody of the same sex. `authority` is who authorises the search.
    """
    checks = [_reasons(searching), _same_sex(searching)]
    if searching.level is not Level.ORDINARY:
        checks += [_ranked(searching, authority, law, at), _adult(searching)]
    if searching.level is Level.STRIP:
        checks.append(_seen_by(searching, law, at))
    if searching.level is Level.INTIMATE:
        checks.append(_intimate(searching, law, at))
    return every(*checks)


def _reasons(searching: Searching) -> Verdict:
    if searching.reasons.strip():
        return allowed()
    return refused("Write why the person is searched.", "PACE s.54(6), Annex A 13", field="reasons")


def _same_sex(searching: Searching) -> Verdict:
    source = "PACE s.54(9), s.55(7)"
    if searching.level is Level.INTIMATE and searching.clinician:
        return allowed()
    if not searching.searcher_sex:
        return refused("Say the sex of who searches.", source, field="searcher_sex")
    if not searching.sex:
        return allowed("The person's sex is not known: ask who is to search.", "Code C Annex L")
    if searching.sex != searching.searcher_sex:
        return refused("Somebody of the same sex as the person searches.", source, field="searcher_sex")
    return allowed()


def _ranked(searching: Searching, authority: Decider, law: Law, at: datetime) -> Verdict:
    if searching.level is Level.INTIMATE:
        key, what = "searching.intimate_rank", "authorise an intimate search"
    elif searching.child:
        key, what = "searching.strip_of_a_child_rank", "authorise a strip search of a child"
    else:
        key, what = "searching.strip_rank", "authorise a strip search"
    value = law.value(key, on=local_day(at))
    verdict = at_least(decider=authority, rank=value.text, what=what, source=value.source)
    return verdict if verdict.allowed else Verdict(allowed=False, reasons=verdict.reasons, field="authority")


def _adult(searching: Searching) -> Verdict:
    if not searching.child or searching.adult_present or searching.urgent_strip:
        return allowed()
    if searching.adult_declined:
        return allowed("The child asked for the adult not to see it, and the adult agreed.", "Annex A 5, 11(c)")
    words = "A child is searched in this way only with the appropriate adult there."
    return refused(words, "Code C Annex A 5, 11(c)", field="adult_present")


def _seen_by(searching: Searching, law: Law, at: datetime) -> Verdict:
    value = law.value("searching.seen_by_two", on=local_day(at))
    if searching.urgent or (searching.present is not None and searching.present >= value.number):
        return allowed()
    words = f"At least {value.number} people besides the person are there, unless serious harm cannot wait."
    return refused(words, value.source, field="present")


def _intimate(searching: Searching, law: Law, at: datetime) -> Verdict:
    value = law.value("searching.intimate_grounds", on=local_day(at))
    if searching.ground not in value.items:
        return refused("Only for a thing that could injure, or a Class A drug.", value.source, field="ground")
    if searching.ground == "class_a_drug" and not searching.consent:
        return refused("A search for drugs needs consent in writing.", "PACE s.55(3A)", field="consent")
    if searching.ground == "class_a_drug" and not searching.clinician:
        return refused("Only a doctor or nurse searches for drugs.", "PACE s.55(5)", field="clinician")
    return allowed()
