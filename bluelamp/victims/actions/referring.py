"""Referring a victim to a support service, with their word on it, and following it until it reached them."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.partners.actions.sharing import share
from bluelamp.partners.queries import fields_agreed
from bluelamp.partners.rules.fields import Purpose
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import locked, opt_out, owe, say, told
from bluelamp.victims.models import Referral, Telling, Victim
from bluelamp.victims.owed import FOLLOW, awaited, followed_by
from bluelamp.victims.passing_on import gathered, name_of
from bluelamp.victims.rules.referral import Consent, may_refer, may_say_reached
from bluelamp.victims.rules.telling import Step


@action
def refer(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    service: str = "",
    agreed: bool | None,
    words: str = "",
    partner: str = "",
    key: str | None = None,
) -> str:
    """Pass a victim's details to a support service, or keep their own no. Asked first where it is sensitive.

    Passing them on keeps the two working days; then the service's answer is owed, then that it reached them. To a
    body of the key `partner` they leave by the agreement with it, and its own answers are what is followed.
    """
    require(by, "victims.tell", "victims.record")
    found = locked(victim)
    if agreed is False:
        return _declined(found, at, words)
    insist(may_refer(Consent(agreed=agreed, asked_first=found.domestic or found.sexual or bool(found.lost))))
    called = name_of(partner) if partner else service.strip()
    if not called:
        raise Refused(refused("Which service?", "Victims' Code, right 4", field="service"))
    if Referral.objects.filter(victim=found, service=called).exclude(answer="declined").exists():
        raise Refused(refused("They were referred to this service already.", "Once is enough", field="service"))
    shared = _share(found, partner, words, by, at) if partner else ""
    made = Referral.objects.create(
        victim=found, service=called, asked_at=at, asked_by_id=by.officer_id, consent=agreed,
        consent_words=words, share=shared,
    )  # fmt: skip
    say(events.REFERRED, found, {"referral": made.pk}, service=f"{made.service}.")
    for telling in _open(found):
        told(telling, at, "")
    if not shared:
        _follow(made)
    return found.ref


@action
def answer_referral(
    *, by: Acting, at: datetime, referral: int, answer: str, words: str = "", key: str | None = None
) -> str:
    """Keep what the service answered. Where it cannot help, another one is owed within two working days."""
    require(by, "victims.tell")
    found = _locked(referral)
    _insist_not_shared(found)
    if found.answer != Referral.Answered.WAITING:
        raise Refused(refused("The service answered already.", "Order of events"))
    if answer not in (Referral.Answered.ACCEPTED, Referral.Answered.DECLINED):
        raise Refused(refused("Say what the service answered.", field="answer"))
    found.answer, found.answered_at, found.answer_words = Referral.Answered(answer), at, words
    found.save(update_fields=["answer", "answered_at", "answer_words"])
    keep(FOLLOW, record=found.victim.ref, slot=f"{found.pk} answer", at=at)
    facts = {"answer": str(found.get_answer_display()).lower()}
    say(events.REFERRAL_ANSWERED, found.victim, facts, words=words)
    if found.answer == Referral.Answered.ACCEPTED:
        _follow(found)
    else:
        owe(found.victim, Step.REFERRED, at)
    return found.victim.ref


@action
def service_reached(*, by: Acting, at: datetime, referral: int, words: str, key: str | None = None) -> str:
    """Somebody of the service reached the victim; only that ends a referral."""
    require(by, "victims.tell")
    found = _locked(referral)
    _insist_not_shared(found)
    accepted = found.answer == Referral.Answered.ACCEPTED
    insist(may_say_reached(accepted=accepted, by_whom=words))
    if found.reached_at:
        raise Refused(refused("They were reached already.", "Order of events"))
    found.reached_at, found.reached_words = at, words
    found.save(update_fields=["reached_at", "reached_words"])
    keep(FOLLOW, record=found.victim.ref, slot=f"{found.pk} reached", at=at)
    say(events.REFERRAL_REACHED, found.victim, words=words)
    return found.victim.ref


def _share(victim: Victim, partner: str, consent: str, by: Acting, at: datetime) -> str:
    """Only what the agreement names is gathered, and leaves; followed there until they were reached."""
    fields = gathered(victim, fields_agreed(partner, Purpose.VICTIM_SUPPORT, at=at), consent)
    about = (victim.person.ref, f"incident:{victim.incident_id}")
    return share(
        partner=partner, purpose=Purpose.VICTIM_SUPPORT, record=victim.ref, fields=fields, about=about,
        follow="reached", by=by, at=at,
    )  # fmt: skip


def _declined(victim: Victim, at: datetime, words: str) -> str:
    if not words.strip():
        raise Refused(refused("Write what they said, in their own words.", "Victims' Code, right 4", field="words"))
    say(events.REFERRAL_DECLINED, victim, words=words)
    for telling in _open(victim):
        opt_out(telling, at, words)
    return victim.ref


def _open(victim: Victim) -> list[Telling]:
    found = Telling.objects.select_for_update(of=("self",)).select_related("victim__person")
    return list(found.filter(victim=victim, step=Step.REFERRED, told_at=None, opted_out_at=None))


def _locked(referral: int) -> Referral:
    return Referral.objects.select_for_update(of=("self",)).select_related("victim__person").get(pk=referral)


def _insist_not_shared(found: Referral) -> None:
    if found.share:
        raise Refused(refused("The service answers where it was shared. Open the share.", "One place for one answer"))


def _follow(made: Referral) -> None:
    by_when = followed_by(made)
    promise(
        FOLLOW,
        record=made.victim.ref,
        slot=f"{made.pk} {awaited(made)}",
        due=by_when,
        began_at=made.answered_at or made.asked_at,
        words={"who": made.victim.person.name},
        about=made.victim.records,
    )
