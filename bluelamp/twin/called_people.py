"""Who comes to somebody held: the solicitor asked for, an interpreter, the healthcare professional, a child's adult."""

from datetime import timedelta

from bluelamp.access.acting import Acting
from bluelamp.custody.actions.attending import record_advice
from bluelamp.custody.actions.calling import call, came, left
from bluelamp.custody.models import Advice, Called, Detention
from bluelamp.custody.rules.called import Adult, Proposed
from bluelamp.twin.cast import key_of
from bluelamp.twin.chance import between, minutes
from bluelamp.twin.running import Running

Kind = Called.Kind
GRANDMOTHER = Proposed(adult=Adult.OTHER, age=61, police=False, involved=False, nearer_tried=True)
WHO = {
    Kind.ADULT: ("The grandmother", "adult_minutes"),
    Kind.SOLICITOR: ("The duty solicitor", "solicitor_minutes"),
    Kind.INTERPRETER: ("An interpreter of the register", "interpreter_minutes"),
    Kind.HEALTHCARE: ("The healthcare professional of the suite", "healthcare_minutes"),
}
AGAIN = timedelta(minutes=15)
ADVISED = "Left, having advised."
LANGUAGES = ("Romanian", "Polish", "Turkish", "Arabic", "Gujarati")


def summon(run: Running, detention: int, suite: str, kind: Kind) -> None:
    """Called now, here some time later."""
    who, span = WHO[kind]
    made = _held(detention) and run.do(
        call, by=_keeper(run, detention, suite, kind), detention=detention, kind=kind.value, who=who
    )
    if made:
        wait = minutes(run.luck(kind.value, detention), *run.assumed.median(span))
        run.later(wait, arrives, key_of(made), detention, suite, kind)


def arrives(run: Running, called: int, detention: int, suite: str, kind: Kind) -> None:
    """They are here, or on the telephone; what healthcare advises is written, and all but a child's adult go again."""
    if not _held(detention) or not Called.objects.filter(pk=called, arrived_at=None, ended_at=None).exists():
        return
    if not run.mine(f"detention:{detention}"):
        run.later(AGAIN, arrives, called, detention, suite, kind)
        return
    luck, by = run.luck("receives", kind.value, detention), _keeper(run, detention, suite, kind)
    speaks = {"language": luck.choice(LANGUAGES), "interpreter_number": f"DPSI {luck.randrange(10000, 99999)}"}
    run.do(
        came,
        by=by,
        called=called,
        remote=kind is Kind.SOLICITOR and luck.random() < run.assumed.number("solicitor_remote_share"),
        proposed=GRANDMOTHER if kind is Kind.ADULT else None,
        **(speaks if kind is Kind.INTERPRETER else {}),
    )
    if kind is Kind.HEALTHCARE:
        _advice(run, by, detention)
    if kind is not Kind.ADULT:
        run.later(between(luck, 15, 50), goes, called, detention, suite, kind)


def goes(run: Running, called: int, detention: int, suite: str, kind: Kind) -> None:
    """They leave, where the person called for is still here."""
    if not _held(detention) or not Called.objects.filter(pk=called, ended_at=None).exists():
        return
    if run.mine(f"detention:{detention}"):
        run.do(left, by=_keeper(run, detention, suite, kind), called=called, words=ADVISED)


def _advice(run: Running, by: Acting, detention: int) -> None:
    fit = Advice.Fit.YES.value
    run.do(
        record_advice,
        by=by,
        detention=detention,
        who=WHO[Kind.HEALTHCARE][0],
        to_detain=fit,
        to_interview=fit,
        words="Fit to be here once sober; rouse as planned.",
    )


def _keeper(run: Running, detention: int, suite: str, kind: Kind) -> Acting:
    return run.cast.keeper(suite, run.luck("calls", kind.value, detention))


def _held(detention: int) -> bool:
    return Detention.objects.filter(pk=detention, released_at=None).exists()


def resume(run: Running) -> None:
    """Those called before this run began come, and those who are here go again."""
    open_calls = Called.objects.filter(ended_at=None, detention__released_at=None, kind__in=[one.value for one in WHO])
    facts = open_calls.order_by("pk").values_list("pk", "kind", "arrived_at", "detention_id", "detention__suite__key")
    for pk, kind, arrived_at, detention, suite in facts:
        if arrived_at is None or kind != Kind.ADULT:
            wait = between(run.luck("resumed", "called", pk), 5, 50)
            run.later(wait, goes if arrived_at else arrives, pk, detention, suite, Kind(kind))
