"""What a detained person needs of others, from the record: an appropriate adult, an interpreter; who is here, who is
awaited."""

from datetime import datetime

from bluelamp.custody.cells import is_child
from bluelamp.custody.models import Advice, Called, Detention, RightTold, SaidAgain, Vulnerability
from bluelamp.custody.rules import interviewing, rights
from bluelamp.custody.rules.giving_rights import Entitlement, Response
from bluelamp.custody.rules.repeating import Matter, Said, still_to_say
from bluelamp.deadlines.instants import local_day
from bluelamp.people.models import Person
from bluelamp.places.law_in_force import law_of


def vulnerability(found: Detention) -> Vulnerability | None:
    """What was last found; None where nobody has looked yet."""
    return Vulnerability.objects.filter(detention=found).first()


def adult_need(found: Detention, at: datetime) -> rights.Need:
    """Whether an appropriate adult is needed, with reasons. Not looked at yet counts as needed (Code C 1.4)."""
    noted = vulnerability(found)
    looking = rights.Looking(
        appears_under_18=is_child(found),
        born_on=found.person.born_on,
        vulnerable=noted.vulnerable if noted else None,
        vulnerable_words=noted.words if noted else "",
    )
    return rights.appropriate_adult(looking=looking, law=law_of("custody"), at=at)


def adult_owed_since(found: Detention) -> datetime | None:
    """Since when an adult is to be called for a child or a person found vulnerable; None where neither is so."""
    if is_child(found):
        return found.arrived_at
    noted = vulnerability(found)
    return noted.noted_at if noted and noted.vulnerable else None


def adult_to_call(found: Detention) -> tuple[int, datetime] | None:
    """Which call of an adult is owed (counted from 0) and since when; None where one is coming, here, or not owed.

    One that could not come makes the next owed from then. One who came and left again does not.
    """
    since = adult_owed_since(found)
    calls = list(found.called.filter(kind=Called.Kind.ADULT).order_by("called_at", "pk"))
    if since is None or any(one.arrived_at or one.ended_at is None for one in calls):
        return None
    return len(calls), max([since, *(one.ended_at for one in calls if one.ended_at)])


def here(found: Detention, kind: str) -> Called | None:
    """Who of this kind is here now, the last to arrive."""
    return found.called.filter(kind=kind, arrived_at__isnull=False, ended_at=None).order_by("-arrived_at").first()


def interpreter_needed(found: Detention) -> bool | None:
    """Whether an interpreter is needed, as the person's record says or as the desk was told; None: not known."""
    told = RightTold.objects.filter(detention=found, right=Entitlement.INTERPRETER).order_by("-told_at", "-pk").first()
    return needs_interpreter(found.person, Response(told.response) if told else None)


def needs_interpreter(person: Person, told: Response | None) -> bool | None:
    """The same from what was read. Where the two differ, needed stands: somebody found that it is so."""
    written = {"known": person.interpreter.strip().lower() not in ("no", "not needed"), "none": False}
    said = {Response.WANTED: True, Response.NOT_NOW: False}
    answers = (written.get(person.interpreter_answer), said.get(told) if told else None)
    if True in answers:
        return True
    return False if False in answers else None


def said_without_adult(found: Detention) -> tuple[Matter, ...]:
    """What is still to be said again in the adult's presence; nothing where no adult is needed of a child or vulnerable
    person. Rights are taken as given when detention was authorised."""
    if adult_owed_since(found) is None:
        return ()
    calls = Called.objects.filter(detention=found, kind=Called.Kind.ADULT, arrived_at__isnull=False)
    came = calls.order_by("arrived_at").first()
    times = [(Matter.CAUTION, found.arrest.arrested_at if found.arrest else None), (Matter.RIGHTS, found.authorised_at)]
    times += [(Matter.REVIEW, one.done_at) for one in found.reviews_done()] + [(Matter.CHARGE, found.charged_at)]
    said = tuple(Said(matter=matter, at=at) for matter, at in times if at)
    again = tuple(Said(matter=Matter(one.matter), at=one.at) for one in SaidAgain.objects.filter(detention=found))
    return still_to_say(said=said, adult_at=came.arrived_at if came else None, again=again)


def age_of(found: Detention, at: datetime) -> int | None:
    """Age in years by date of birth; None where that is not known."""
    born, today = found.person.born_on, local_day(at)
    if born is None:
        return None
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def standing(
    found: Detention, at: datetime, *, reminded: bool, interpreter_needed_now: bool | None = None
) -> interviewing.Interview:
    """What stands before an interview, from the record; `interpreter_needed_now` says it where the record does not."""
    fit = Advice.objects.filter(detention=found).exclude(to_interview="not_assessed").order_by("-at", "-pk").first()
    known = interpreter_needed(found)
    return interviewing.Interview(
        adult_needed=adult_need(found, at).needed,
        adult_here=here(found, Called.Kind.ADULT) is not None,
        interpreter_needed=interpreter_needed_now if known is None else known,
        interpreter_here=here(found, Called.Kind.INTERPRETER) is not None,
        reminded=reminded,
        fit=None if fit is None else fit.to_interview == "yes",
    )
