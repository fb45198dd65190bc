"""The custody suites: decisions, cells, reviews and the ways out; and the detainees of the rest of the county."""

from datetime import date, datetime, timedelta
from random import Random

from django.db.models import DateTimeField, Exists, OuterRef

from bluelamp.access.acting import Acting
from bluelamp.cases.rules.first_hearing import Plea, first_hearing
from bluelamp.cases.rules.who_may_charge import Offence as Charged
from bluelamp.cases.rules.who_may_charge import TriedWhere, may_police_charge
from bluelamp.compiled import Compiled, Given, fetch
from bluelamp.custody.actions import authorising, cells, hospital, reviewing
from bluelamp.custody.actions.arresting import How, arrest
from bluelamp.custody.actions.arresting import Offence as Suspected
from bluelamp.custody.actions.arriving import arrive
from bluelamp.custody.actions.assessing import assess_before_release
from bluelamp.custody.cells import is_child, ranked_cells
from bluelamp.custody.models import Absence, Detention
from bluelamp.custody.property_held import items_held
from bluelamp.custody.rules.disposals import STAY_HELD, Closing, Disposal
from bluelamp.custody.rules.escorting import Escorting
from bluelamp.custody.rules.pre_release import QUESTIONS, Answered, Assessing
from bluelamp.custody.rules.ways_out import OUT_OF_COURT, ToCourt, WayOut, first_sitting
from bluelamp.deadlines.instants import local_day, start_of_day
from bluelamp.journeys.actions.deciding import do_not_detain
from bluelamp.journeys.actions.leaving import charge_detained, release_detained
from bluelamp.people.rules.unknowns import Answer
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Suite
from bluelamp.twin import arrests, recording, suite_care, victim_care
from bluelamp.twin.cast import key_of
from bluelamp.twin.chance import about, around, between, minutes, one_of
from bluelamp.twin.running import Running
from bluelamp.victims.models import Victim
from bluelamp.victims.rules.views import About

COURT = "St Albans"
COURT_OPENS = 8.5
CHARGES = (Disposal.CHARGED_AND_BAILED, Disposal.CHARGED_AND_KEPT)
SHORT = timedelta(minutes=4)
TO_HOSPITAL = Escorting(
    crew=("A detention officer", "An officer of the suite"),
    risk="As in the record.",
    searched=True,
    sex_considered=True,
    with_adults=False,
)


def arrived(run: Running, detention: int, suite: str, stay: timedelta) -> None:
    """Somebody stands at the desk, for about so long: the decision follows."""
    luck = run.luck("authorise", detention)
    run.later(minutes(luck, *run.assumed.median("authorise_minutes")), decide, detention, suite, stay)


def stay_of(run: Running, luck: Random) -> timedelta:
    """How long somebody is held, drawn; never beyond the law's limit unless the clock is paused."""
    spans = run.assumed["detention_hours"]
    return timedelta(hours=min(around(luck, spans["median"], spans["spread"]), spans["most"]))


def decide(run: Running, detention: int, suite: str, stay: timedelta) -> None:
    """Authorise detention, or refuse it; then a cell, the first review and the way out are planned."""
    luck, keeper = run.luck("decides", detention), run.cast.keeper(suite, run.luck("desk", detention))
    if not run.mine(f"detention:{detention}"):
        run.later(timedelta(minutes=10), decide, detention, suite, stay)
        return
    if luck.random() < run.assumed.number("detention_refused_share"):
        run.do(do_not_detain, by=keeper, detention=detention, why="No grounds to keep this person.")
        return
    if not run.do(authorising.authorise, by=keeper, detention=detention, grounds="To obtain evidence by questioning."):
        return
    run.later(SHORT, to_a_cell, detention, suite)
    found = fetch(Detention, detention)
    if run.cares(found):
        run.later(between(luck, 2, 9), suite_care.take_in, detention, suite)
    plan_review(run, detention, suite)
    if luck.random() < run.assumed.number("hospital_share"):
        run.later(timedelta(minutes=luck.uniform(40, 240)), to_hospital, detention, suite)
    plan_way_out(run, found, suite, stay)


def plan_way_out(run: Running, found: Detention, suite: str, stay: timedelta) -> None:
    """Draw how it ends, after that stay."""
    start = found.relevant_time or found.arrived_at
    way = one_of(run.luck("way out", found.pk), run.assumed["disposals"])
    run.at(start + stay, end, found.pk, suite, way)


def to_a_cell(run: Running, detention: int, suite: str) -> None:
    """Into the cell that the rule puts first; an inspector agrees where a soft rule stands against it."""
    found = suite_care.held(detention, "person", "arrest")
    if found is None or not run.mine(found.ref):
        return
    choices = [one for one in ranked_cells(found, at=run.now) if one[1].hard.allowed]
    if not choices:
        run.later(timedelta(minutes=20), to_a_cell, detention, suite)
        return
    cell, choice = choices[0]
    luck = run.luck("cell", detention)
    by = run.cast.keeper(suite, luck)
    if choice.against:
        inspector = luck.choice(run.cast.inspectors)
        by = _with(inspector, by)
    why = "No other cell will do tonight." if choice.against else ""
    run.do(cells.allocate_cell, by=by, detention=detention, cell=cell.pk, why=why)


def _with(inspector: Acting, keeper: Acting) -> Acting:
    """The custody officer acting on an inspector's decision is not enough: the inspector decides at the desk."""
    return Acting(
        ref=inspector.ref,
        name=inspector.name,
        officer_id=inspector.officer_id,
        regular_rank=inspector.regular_rank,
        roles=inspector.roles,
        capabilities=inspector.capabilities | keeper.capabilities,
    )


_REVIEW_DUE = Compiled(lambda: Detention.objects.filter(pk=Given("detention")).values_list("review_due_at", flat=True))
_TO_REVIEW = Compiled(
    lambda: (
        Detention.objects.filter(pk=Given("detention"), released_at=None, review_due_at=Given("due", DateTimeField()))
        .annotate(away=Exists(Absence.objects.filter(detention=OuterRef("pk"), returned_at=None)))
        .values_list("charged_at", "away")
    )
)


def plan_review(run: Running, detention: int, suite: str) -> None:
    """The next review, mostly before it is due."""
    due = _REVIEW_DUE.get(detention=detention)
    if due is None:
        return
    luck = run.luck("review", detention, due)
    late = luck.random() < run.assumed.number("review_late_share")
    at = due + timedelta(minutes=luck.uniform(3, 45)) if late else due - timedelta(minutes=luck.uniform(4, 50))
    run.at(at, review, detention, suite, due)


def review(run: Running, detention: int, suite: str, due: datetime) -> None:
    """An inspector reviews; after charge the custody officer does."""
    found = _TO_REVIEW.first(detention=detention, due=due)
    if found is None:
        return
    charged_at, is_away = found
    if is_away or not run.mine(f"detention:{detention}"):
        run.later(timedelta(minutes=30), review, detention, suite, due)
        return
    luck = run.luck("reviews", detention, due)
    by = run.cast.keeper(suite, luck) if charged_at else luck.choice(run.cast.inspectors)
    words = "Detention is still necessary; representations were asked for."
    if run.do(reviewing.review, by=by, detention=detention, outcome="continued", words=words):
        plan_review(run, detention, suite)


def to_hospital(run: Running, detention: int, suite: str) -> None:
    """To hospital, the clocks paused, and back some hours later."""
    found = suite_care.held(detention)
    if found is None or not run.mine(found.ref):
        return
    luck = run.luck("hospital", detention)
    by = run.cast.keeper(suite, luck)
    if run.do(hospital.go_to_hospital, by=by, detention=detention, why="A nurse asks for a doctor to see them.",
              escorting=TO_HOSPITAL, where="Lister Hospital"):  # fmt: skip
        run.later(minutes(luck, 170, 0.4), back, detention, suite)


def back(run: Running, detention: int, suite: str) -> None:
    """Back from hospital, and to a cell again."""
    by = run.cast.keeper(suite, run.luck("back", detention))
    if suite_care.held(detention) and run.do(hospital.return_from_hospital, by=by, detention=detention):
        run.later(SHORT, to_a_cell, detention, suite)
        plan_review(run, detention, suite)
        suite_care.plan_visit(run, detention, suite)


def end(run: Running, detention: int, suite: str, way: str) -> None:
    """Charge, bail, caution or let go."""
    found = suite_care.held(detention, "person", "arrest", "suite")
    if found is None:
        return
    if not run.mine(found.ref) or found.absences.filter(returned_at=None).exists():
        run.later(timedelta(minutes=20), end, detention, suite, way)
        return
    disposal, luck = Disposal[way], run.luck("ends", detention)
    if disposal is Disposal.CAUTION and is_child(found):
        disposal = Disposal.YOUTH_CAUTION
    keeper = run.cast.keeper(suite, luck)
    if disposal in CHARGES and found.charged_at is None:
        _charge(run, found, keeper, kept=disposal is Disposal.CHARGED_AND_KEPT)
        leaves = _court_opens(run.now) if disposal is Disposal.CHARGED_AND_KEPT else run.now + minutes(luck, 35)
        run.at(leaves, end, detention, suite, way)
        return
    if disposal is Disposal.BAIL_WITH_CONDITIONS:
        victim_care.ask_views_of(run, _victims(found), About.BAIL)
    elif disposal in OUT_OF_COURT:
        victim_care.ask_views_of(run, _victims(found), About.OUT_OF_COURT)
    run.do(assess_before_release, by=keeper, detention=detention, assessing=_assessing(disposal, child=is_child(found)))
    closing = Closing(
        disposal=disposal,
        notice_given=True,
        victim_views_sought=None if _victims(found) else False,
        victim_views_why_not="" if _victims(found) else "Nobody to ask: there is no named victim.",
        victim_told="Rung by the desk before the door opened.",
    )
    run.do(
        release_detained,
        by=keeper,
        detention=detention,
        closing=closing,
        words="Not enough evidence as things stand." if disposal is Disposal.NO_FURTHER_ACTION else "Enquiries go on.",
        property_words="Given back and signed for.",
        given_back=[item.pk for item in items_held(found)],
        way=WayOut(disposal=disposal, admitted=True, consents=True, appropriate_adult="Called", agreed="To say sorry"),
        move=_to_court(found),
    )
    _tell(run, found)


def _assessing(disposal: Disposal, *, child: bool) -> Assessing:
    """An uneventful one: nothing found at any question, a train home."""
    return Assessing(
        answers=tuple(Answered(question=code, answer=Answer.NONE) for code in QUESTIONS),
        child=child,
        stays_held=disposal in STAY_HELD,
        way_home="Walks to the train; has the fare.",
        met_by="A parent",
        victims_address=Answer.NONE,
    )


def _to_court(found: Detention) -> ToCourt | None:
    if found.charged_at is None:
        return None
    first = first_sitting(charged_at=found.charged_at, law=law_of("custody"))
    return ToCourt(
        charged_at=found.charged_at,
        court="St Albans Magistrates' Court",
        sitting_at=first.deadline.due,
        court_told="The court office, by telephone.",
        handed_to="The escort contractor",
    )


def _charge(run: Running, found: Detention, keeper: Acting, *, kept: bool) -> None:
    made = found.arrest
    if made is None:
        return
    offence = Charged(tried=TriedWhere(made.offence_class), domestic=made.domestic, magistrates_suitable=True,
                      guilty_plea_expected=not made.domestic)  # fmt: skip
    ours = may_police_charge(offence).allowed
    plea = Plea.GUILTY
    limit = first_hearing(law_of("cases"), charged_at=run.now, in_custody=kept, plea=plea)
    run.do(
        charge_detained,
        by=keeper,
        detention=found.pk,
        offence=offence,
        offence_code=made.offence_code,
        offence_words=made.offence_words,
        court=COURT,
        first_hearing=limit.last_day,
        plea=plea.value,
        prosecutor_reference="" if ours else f"CPS {found.number}",
        kept_in_custody=kept,
        kept_why="Likely not to come to court.",
    )
    if kept and is_child(found):
        run.later(SHORT, suite_care.ask_for_a_place, found.pk, found.suite.key)
    _tell(run, found)


def _court_opens(at: datetime) -> datetime:
    """Some time on the next morning on which people are taken to court."""
    return start_of_day(local_day(at) + timedelta(days=1)) + timedelta(hours=COURT_OPENS)


def _victims(found: Detention) -> list[Victim]:
    incident = found.arrest.incident_id if found.arrest else None
    return list(Victim.objects.filter(incident_id=incident).order_by("pk")) if incident else []


def _tell(run: Running, found: Detention) -> None:
    if found.arrest and found.arrest.incident_id:
        victim_care.plan(run, found.arrest.incident_id)


def county_day(run: Running, day: date, *, held_at: datetime) -> None:
    """Plan the arrivals of the rest of the county on one local day; whoever has left again by `held_at` is left out."""
    luck = run.luck("county", day)
    for place in range(about(luck, run.assumed.number("county_detainees_a_day"))):
        hour = luck.choices(range(24), run.assumed.curve[day.weekday() * 24 : day.weekday() * 24 + 24])[0]
        at = start_of_day(day) + timedelta(hours=hour, seconds=luck.randrange(3600))
        key = f"{day}:{place}"
        stay = stay_of(run, run.luck("county stay", key))
        if at >= run.now and at + stay > held_at:
            run.at(at, county_arrival, key, stay)


def county_arrival(run: Running, key: str, stay: timedelta) -> None:
    """Somebody arrested elsewhere in the county is brought in: they are in the cells, and in none of our figures."""
    luck = run.luck("county", key)
    suites = {suite.key: suite for suite in Suite.objects.all()}
    suite = suites[luck.choice(sorted(suites))]
    keeper = run.cast.keeper(suite.key, luck)
    officer = run.cast.of("response-a", luck)
    person = arrests.suspect(run, luck, keeper)
    if person is None:
        return
    subject = luck.choice([one for one in run.assumed.crimes.values() if one.arrest > 0.1])
    offence = recording.offence_of(subject, luck.random())
    made = run.do(
        arrest,
        by=officer,
        person=person,
        incident=None,
        officer=officer.number,
        offence=Suspected(code=offence.code, words=offence.words, tried=offence.tried),
        grounds=arrests.GROUNDS,
        arrested_at=run.now - timedelta(minutes=luck.uniform(25, 60)),
        reason_late="Arrested elsewhere in the county; entered on arrival.",
        how=How(place_words="Elsewhere in the county"),
    )
    if made:
        held = run.do(arrive, by=keeper, arrest=key_of(made), suite=suite.pk, of_the_borough=False)
        if held:
            arrived(run, key_of(held), suite.key, stay)
