"""What may be done on a special's record now, by this person; what is refused, with the reason."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.deadlines.instants import local_day
from bluelamp.specials.keeping import hand_of, progress
from bluelamp.specials.models import Special
from bluelamp.specials.queries import Stands, going
from bluelamp.specials.rules import deployment, pathway, regulars, taking_back
from bluelamp.specials.service import to_thank
from bluelamp.verdict import Verdict, allowed, every, refused

ANY = "words are given on the page"


def offers(found: Stands, by: Acting, at: datetime) -> list[Offer]:
    """The next steps first, then what the coordinator keeps, then the end of the record."""
    special = found.special
    if special.ended_at:
        return list(_after_the_end(special, by))
    if not special.accepted_at:
        return [*_application(special, by), _ending(special, by)]
    steps = [*_steps(found, by), *_evidence(special, by, at), *_lower(found, by)]
    return [*steps, *_kept(special, by, at), _ending(special, by)]


def _offer(label: str, name: str, args: list[object], verdict: Verdict, note: str = "") -> Offer:
    return Offer(label=label, url=reverse(name, args=args) if verdict.allowed else None, note=note, verdict=verdict)


def _application(special: Special, by: Acting) -> Iterator[Offer]:
    verdict = may(by, "specials.coordinate")
    if special.contacted_at is None:
        yield _offer(
            "Speak to the applicant", "specials:contacted", [special.pk], verdict, "Ring or write, then keep it"
        )
    yield _offer("Decide the application", "specials:decide", [special.pk], verdict, "Accept for checks, or decline")


def _steps(found: Stands, by: Acting) -> Iterator[Offer]:
    hand, special = hand_of(by, found.special), found.special
    for step in found.next:
        verdict = every(
            may(by, "specials.sign", "specials.coordinate"),
            pathway.may_sign(step=step, standing=found.standing, hand=hand, passed=True, words=ANY),
        )
        if not verdict.allowed and pathway.right_hand(step.signer, hand).allowed:
            unready = pathway.may_sign(step=step, standing=found.standing, hand=hand, passed=False, words=ANY)
            if unready.allowed:
                yield _offer(f"{step.words}: not yet", "specials:sign", [special.pk, step.key], unready,
                             "Say why; passing is refused, as below")  # fmt: skip
        yield _offer(f"Sign {step.words.lower()}", "specials:sign", [special.pk, step.key], verdict,
                     f"Signed by {step.signer.words}")  # fmt: skip


def _evidence(special: Special, by: Acting, at: datetime) -> Iterator[Offer]:
    waiting = [one for one in special.evidence.all() if one.signed_at is None]
    hand = hand_of(by, special)
    for one in waiting if progress(special, at).career else []:
        step = regulars.BY_KEY[one.step]
        verdict = every(may(by, "specials.sign", "specials.coordinate"), pathway.right_hand(step.signer, hand))
        yield _offer(f"Sign evidence: {step.words}", "specials:sign_evidence", [special.pk, step.key], verdict,
                     "Pathway into the regulars")  # fmt: skip


def _lower(found: Stands, by: Acting) -> Iterator[Offer]:
    if taking_back.highest(found.standing) in ("directed", "independent"):
        hand = hand_of(by, found.special)
        asked = taking_back.may_take_back(standing=found.standing, hand=hand, words=ANY)
        verdict = every(may(by, "specials.sign"), asked)
        yield _offer("Take the patrol status back one step", "specials:take_back", [found.special.pk], verdict,
                     "As after a long absence")  # fmt: skip


def _kept(special: Special, by: Acting, at: datetime) -> Iterator[Offer]:
    verdict, pk = may(by, "specials.coordinate"), special.pk
    yield _offer("Name another tutor" if special.tutor_id else "Name the tutor", "specials:tutor", [pk], verdict,
                 "A regular officer trained as a tutor")  # fmt: skip
    if special.officer_id is None:
        yield _offer("Link the account", "specials:account", [pk], verdict, "Once an administrator has enrolled them")
        return
    yield _offer("Record training", "specials:training", [pk], verdict, "Officer safety, first aid")
    for one in to_thank(special, at):
        yield _offer(f"Thank for {one.words.lower()}", "specials:thank", [pk, one.key], verdict, "Nobody has yet")


def _ending(special: Special, by: Acting) -> Offer:
    return _offer("Close the record", "specials:close", [special.pk], may(by, "specials.coordinate"),
                  "Withdrew, resigned, joined the regulars")  # fmt: skip


def _after_the_end(special: Special, by: Acting) -> Iterator[Offer]:
    if special.officer_id is None and special.erased_at is None:
        yield _offer("Erase what is personal", "specials:forget", [special.pk], may(by, "ledger.erase"),
                     "Name, contact and words, here and in the ledger")  # fmt: skip


def sent_to(special: Special, at: datetime) -> list[Offer]:
    """What the special may be sent to today: alone, supervised, beside an experienced officer; each with the reason."""
    on = local_day(at)
    if special.ended_at:
        gone = refused("The record is closed.", "Order of events")
        return [Offer(label="On patrol", verdict=gone)]
    alone, paired = going(special), going(special, beside="an experienced officer")
    asked = (
        ("Alone", alone, deployment.Work(on=on)),
        ("In a supervised deployment", alone, deployment.Work(on=on, supervised=True)),
        ("With a named experienced officer", paired, deployment.Work(on=on)),
    )
    return [Offer(label=label, verdict=deployment.may_go(going=who, work=what)) for label, who, what in asked]


def unpaired(special: Special, work: deployment.Work, beside: str) -> Verdict:
    """Whether a place at an event stands as it is."""
    return deployment.may_go(going=going(special, beside=beside), work=work) if special.officer_id else allowed()
