"""What a custody suite does for those it holds: the desk's questions, the visits, meals and rest."""

from datetime import datetime, timedelta
from functools import cache, partial
from random import Random

from bluelamp.access.acting import Acting
from bluelamp.compiled import Compiled, Given
from bluelamp.custody.actions.assessing_risk import assess_risk
from bluelamp.custody.actions.attending import note_vulnerability
from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.caring import give_care
from bluelamp.custody.actions.children import answer_accommodation, ask_accommodation, certify
from bluelamp.custody.actions.giving_rights import tell_right
from bluelamp.custody.actions.interviewing import out_to_interview
from bluelamp.custody.actions.property import Taken, take_property
from bluelamp.custody.actions.resting import begin_rest, end_rest
from bluelamp.custody.actions.sampling import SamplesTaken, take_samples
from bluelamp.custody.actions.searching import SearchMade, search
from bluelamp.custody.actions.visiting import record_visit
from bluelamp.custody.cells import is_child
from bluelamp.custody.models import Accommodation, Called, Detention
from bluelamp.custody.rules.giving_rights import Entitlement, Response
from bluelamp.custody.rules.local_authority import Ground
from bluelamp.custody.rules.risk import QUESTIONS, Assessing, Said
from bluelamp.custody.rules.samples import Kind
from bluelamp.custody.rules.visits import Rousing
from bluelamp.deadlines.instants import as_local, local_day, start_of_day
from bluelamp.journeys.actions.interview import back_and_tell
from bluelamp.people.rules.unknowns import Answer
from bluelamp.twin.called_people import summon
from bluelamp.twin.chance import between
from bluelamp.twin.running import Running

RIGHTS = (
    Entitlement.SOMEONE_INFORMED,
    Entitlement.LEGAL_ADVICE,
    Entitlement.CODES,
    Entitlement.WRITTEN_NOTICE,
)
MEALS = ((8, "light_meal"), (13, "main_meal"), (18, "light_meal"))
BED, UP = timedelta(hours=22.5), timedelta(hours=31)
WAKES = Rousing(
    rousable=True, rousable_words="Opened his eyes when called.", answers=True, answers_words="Gave name and street.",
    commands=True, commands_words="Lifted one arm, then the other.",
)  # fmt: skip


def take_in(run: Running, detention: int, suite: str) -> None:
    """The desk once detention is authorised: rights, risk, the care plan; then the care that follows from it."""
    found = held(detention, "person", "arrest")
    if found is None or not run.mine(found.ref):
        return
    luck, by = run.luck("takes in", detention), run.cast.keeper(suite, run.luck("desk", detention))
    if _tell_rights(run, by, detention, luck):
        run.later(between(luck, 1, 6), summon, detention, suite, Called.Kind.SOLICITOR)
    drunk = luck.random() < run.assumed.number("intoxicated_share")
    run.do(assess_risk, by=by, detention=detention, assessing=_answers(drunk=drunk))
    why = "Smells of drink and is unsteady." if drunk else "Nothing found that needs more."
    run.do(set_care_plan, by=by, detention=detention, level=2 if drunk else 1, why=why, must_rouse=drunk)
    _search_and_keep(run, by, found)
    if drunk:
        run.later(between(luck, 2, 20), summon, detention, suite, Called.Kind.HEALTHCARE)
    if luck.random() < run.assumed.number("interpreter_share"):
        run.later(between(luck, 1, 10), summon, detention, suite, Called.Kind.INTERPRETER)
    if is_child(found):
        run.later(between(luck, 2, 25), summon, detention, suite, Called.Kind.ADULT)
    else:
        run.do(note_vulnerability, by=by, detention=detention, vulnerable=False, words="Nothing seen or told.")
        _take_samples(run, by, detention)
        run.later(timedelta(hours=luck.uniform(2, 5)), interview, detention, suite)
    plan_visit(run, detention, suite)
    plan_day(run, detention, suite)


def _tell_rights(run: Running, by: Acting, detention: int, luck: Random) -> bool:
    """The rights one by one; whether a solicitor is wanted."""
    answers = {}
    for right in RIGHTS:
        share = run.assumed.number("advice_wanted_share") if right is Entitlement.LEGAL_ADVICE else 0.5
        answers[right] = luck.random() < share
        response = Response.WANTED if answers[right] else Response.NOT_NOW
        words = "Yes, please." if answers[right] else "Not now."
        run.do(tell_right, by=by, detention=detention, right=right.value, response=response.value, words=words)
    return answers[Entitlement.LEGAL_ADVICE]


def _search_and_keep(run: Running, by: Acting, found: Detention) -> None:
    """An ordinary search by somebody of the same sex, and what was on them into one sealed bag."""
    made = SearchMade(
        level="ordinary",
        reasons="To find what they have with them.",
        searcher_sex=found.person.sex or "male",
        found="A phone, keys.",
    )
    run.do(search, by=by, detention=found.pk, made=made)
    taken = Taken(things=("Phone", "Keys"), agreed="Signed the list.")
    run.do(take_property, by=by, detention=found.pk, taken=taken, seal=f"{found.number} 1")


def _take_samples(run: Running, by: Acting, detention: int) -> None:
    """Fingerprints, photograph and a mouth swab, together; of a summary offence that is not recordable by consent."""
    taken = SamplesTaken(
        kinds=(Kind.FINGERPRINTS, Kind.PHOTOGRAPH, Kind.NON_INTIMATE),
        of="mouth_swab",
        told=True,
        person_consents=True,
        taken_by="The detention officer",
    )
    run.do(take_samples, by=by, detention=detention, taken=taken)


def interview(run: Running, detention: int, suite: str) -> None:
    """Out to an interview for an hour or less, and back with the report.

    Not while they rest, are away, or somebody called for them has not come.
    """
    found = held(detention)
    if found is None or found.charged_at or not run.mine(found.ref):
        return
    if found.rests.filter(ended_at=None).exists() or found.absences.filter(returned_at=None).exists():
        run.later(timedelta(hours=2), interview, detention, suite)
        return
    if found.waiting_for:
        run.later(timedelta(minutes=30), interview, detention, suite)
        return
    by = run.cast.keeper(suite, run.luck("interviews", detention))
    out = run.do(out_to_interview, by=by, detention=detention, reminded=True, interpreter_needed_now=False)
    if out:
        run.later(between(run.luck("back", detention), 20, 55), back_from_it, detention, suite)


def back_from_it(run: Running, detention: int, suite: str) -> None:
    """Back from the interview, where they have not left meanwhile."""
    found = held(detention)
    if found and found.interviews.filter(back_at=None).exists():
        by = run.cast.keeper(suite, run.luck("is back", detention))
        run.do(back_and_tell, by=by, detention=detention, complied=True, report="Codes kept.", words="No breaks.")


def everyone(run: Running) -> None:
    """Whoever is held and has no care plan yet is taken in."""
    held = Detention.objects.filter(released_at=None, authorised_at__isnull=False, level=None)
    for found in held.select_related("suite").order_by("pk"):
        go_on(run, found.pk, found.suite.key)


def go_on(run: Running, detention: int, suite: str) -> None:
    """Take care up again after a start: whoever has no plan is taken in, the others are visited as theirs says."""
    found = held(detention)
    if found and found.level is None:
        run.later(timedelta(minutes=5), take_in, detention, suite)
    elif found:
        plan_visit(run, detention, suite)
        plan_day(run, detention, suite)


def _answers(*, drunk: bool) -> Assessing:
    said = tuple(
        Said(question=code, answer=Answer.KNOWN, words="Six pints")
        if drunk and code == "drink_or_drugs"
        else Said(question=code, answer=Answer.NONE)
        for code in QUESTIONS
    )
    return Assessing(occasion="booking_in", said=said, observation="Calm, makes sense, no wounds seen.")


def ask_for_a_place(run: Running, detention: int, suite: str) -> None:
    """The local authority is asked to take in a child refused bail; it has no way to fetch them, which is certified."""
    by = run.cast.keeper(suite, run.luck("asks for a place", detention))
    run.do(ask_accommodation, by=by, detention=detention, asked_of="The county council's duty team", secure=False)
    asked = Accommodation.objects.filter(detention_id=detention, answered_at=None).first()
    if asked:
        words = "Nobody can fetch them before the court opens."
        run.do(answer_accommodation, by=by, accommodation=asked.pk, offered=False, words=words)
        run.do(certify, by=by, detention=detention, ground=Ground.IMPRACTICABLE.value, words=words)


_VISIT_DUE = Compiled(lambda: Detention.objects.filter(pk=Given("detention")).values_list("visit_due_at", flat=True))


def plan_visit(run: Running, detention: int, suite: str) -> None:
    """The next visit: mostly some minutes early and never evenly, now and then late."""
    due = _VISIT_DUE.get(detention=detention)
    if due is None:
        return
    luck = run.luck("visit", detention, due)
    late = luck.random() < run.assumed.number("visit_late_share")
    run.at(due + (between(luck, 1, 14) if late else -between(luck, 2, 12)), visit, detention, suite, due)


def visit(run: Running, detention: int, suite: str, due: datetime) -> None:
    """Somebody looks in, and rouses where the plan says so; left alone where a person already has."""
    found = held(detention)
    if found is None or found.visit_due_at != due:
        return
    if not run.mine(found.ref):
        run.later(timedelta(minutes=15), plan_visit, detention, suite)
        return
    by = run.cast.keeper(suite, run.luck("visits", detention, due))
    words = "" if found.must_rouse else "Asleep on his side, breathing." if _night(run.now) else "Awake, spoke to me."
    run.do(record_visit, by=by, detention=detention, words=words, rousing=WAKES if found.must_rouse else None)
    plan_visit(run, detention, suite)


def plan_day(run: Running, detention: int, suite: str) -> None:
    """Meals and the night's rest of the day that is, and of the next."""
    midnight = start_of_day(local_day(run.now))
    for day in (midnight, midnight + timedelta(days=1)):
        for hour, kind in MEALS:
            if day + timedelta(hours=hour) > run.now:
                run.at(day + timedelta(hours=hour), meal, detention, suite, kind)
        for moment, step in ((day + BED, bed), (day + UP - timedelta(days=1), up)):
            if moment > run.now:
                run.at(moment, step, detention, suite)
    if _night(run.now):
        run.later(timedelta(minutes=20), bed, detention, suite)


def meal(run: Running, detention: int, suite: str, kind: str) -> None:
    """A meal is offered, and mostly taken."""
    found, luck = held(detention), run.luck("meal", detention, kind, local_day(run.now))
    if found and run.mine(found.ref) and not found.absences.filter(returned_at=None).exists():
        by = run.cast.keeper(suite, luck)
        run.do(give_care, by=by, detention=detention, kind=kind, declined=luck.random() < 0.15)


def bed(run: Running, detention: int, suite: str) -> None:
    """The rest of eight hours begins."""
    found = held(detention)
    resting = found and found.rests.filter(ended_at=None).exists()
    if found and not resting and run.mine(found.ref) and not found.absences.filter(returned_at=None).exists():
        run.do(begin_rest, by=run.cast.keeper(suite, run.luck("bed", detention, run.now)), detention=detention)


def up(run: Running, detention: int, suite: str) -> None:
    """The rest is over."""
    found = held(detention)
    if found and run.mine(found.ref) and found.rests.filter(ended_at=None).exists():
        run.do(end_rest, by=run.cast.keeper(suite, run.luck("up", detention, run.now)), detention=detention)


def held(detention: int, *beside: str) -> Detention | None:
    """The open record, with what else is read `beside` it; None once the person has left."""
    return _held(beside).first(detention=detention)


@cache
def _held(beside: tuple[str, ...]) -> Compiled[Detention]:
    found = partial(Detention.objects.filter, pk=Given("detention"), released_at=None)
    return Compiled(lambda: found().select_related(*beside) if beside else found())


def _night(at: datetime) -> bool:
    return not 7 <= as_local(at).hour < 22
