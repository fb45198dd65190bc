"""Signatures on the ladder: each by the named person whom the rule asks for; patrol status follows."""

from datetime import date, datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.models import Officer
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.duty.queries import skills_of
from bluelamp.ledger.actions.writing import action, write
from bluelamp.specials import events
from bluelamp.specials.actions.patrol import set_patrol, set_skill
from bluelamp.specials.keeping import about, hand_of, open_record, standing_of
from bluelamp.specials.models import Signature
from bluelamp.specials.queries import accounts_free, holder, steps_of
from bluelamp.specials.rules import deployment, pathway, taking_back
from bluelamp.verdict import Refused, insist, refused

SKILLS = {deployment.SAFETY: "Officer safety training", deployment.FIRST_AID: "First aid training"}


@action
def sign_step(
    *, by: Acting, at: datetime, special: int, step: str, passed: bool, words: str = "", key: str | None = None
) -> str:
    """Sign one step as passed or not yet; refused to any other hand than the rule names."""
    require(by, "specials.sign", "specials.coordinate")
    found = open_record(special)
    rung = next((one for one in steps_of(found) if one.key == step), None)
    if rung is None:
        raise Refused(refused("The programme has no such step.", field="step"))
    hand, standing = hand_of(by, found), standing_of(found, at)
    insist(pathway.may_sign(step=rung, standing=standing, hand=hand, passed=passed, words=words))
    Signature.objects.create(
        special=found, step=step, passed=passed, signed_at=at, signed_by_id=officer_of(by), words=words.strip()
    )
    facts = {"step": step, "step_words": rung.words, "outcome": "passed" if passed else "not yet passed"}
    write(events.SIGNED, record=found.ref, facts=facts, words={"words": words.strip()}, about=about(found))
    if passed and step in pathway.PATROLS and found.officer_id:
        set_patrol(by=by, at=at, officer=found.officer_id, step=step)
    return found.ref


@action
def take_back(*, by: Acting, at: datetime, special: int, words: str, key: str | None = None) -> str:
    """Take the highest patrol status back by one step, as after a long absence; an inspector's, with the reason."""
    require(by, "specials.sign")
    found = open_record(special)
    standing = standing_of(found, at)
    insist(taking_back.may_take_back(standing=standing, hand=hand_of(by, found), words=words))
    step, now = taking_back.lowered(standing)
    Signature.objects.create(
        special=found, step=step, passed=False, signed_at=at, signed_by_id=officer_of(by), words=words.strip()
    )
    facts = {"step": step, "step_words": pathway.words_of(step), "now": pathway.words_of(now).lower()}
    write(events.TAKEN_BACK, record=found.ref, facts=facts, words={"words": words.strip()}, about=about(found))
    if found.officer_id:
        set_patrol(by=by, at=at, officer=found.officer_id, step=now)
    return found.ref


@action
def name_tutor(*, by: Acting, at: datetime, special: int, tutor: int, key: str | None = None) -> str:
    """Name the experienced regular officer who tutors this special."""
    require(by, "specials.coordinate")
    found = open_record(special)
    officer = Officer.objects.filter(pk=tutor, is_active=True).first()
    if officer is None:
        raise Refused(refused("Choose an officer.", field="tutor"))
    held = skills_of([tutor], on=local_day(at)).get(tutor, frozenset())
    insist(deployment.may_tutor(holder=holder(officer), skills=held))
    found.tutor = officer
    found.save(update_fields=["tutor"])
    write(events.TUTOR_NAMED, record=found.ref, words={"tutor": str(officer)}, about=(officer.ref,))
    return found.ref


@action
def link_account(*, by: Acting, at: datetime, special: int, officer: int, key: str | None = None) -> str:
    """Join the record to the account that an administrator enrolled for this special."""
    require(by, "specials.coordinate")
    found = open_record(special)
    if found.officer_id:
        raise Refused(refused("This record has its account already.", "One record, one account"))
    chosen = next((one for one in accounts_free() if one.pk == officer), None)
    if chosen is None:
        raise Refused(refused("Choose the account of a special constable whom no other record names.", field="officer"))
    found.officer = chosen
    found.save(update_fields=["officer"])
    write(events.ACCOUNT_LINKED, record=found.ref, words={"officer": str(chosen)}, about=(chosen.ref,))
    return found.ref


@action
def record_training(
    *, by: Acting, at: datetime, special: int, skill: str, until: date, key: str | None = None
) -> str:  # fmt: skip
    """Record until when officer safety or first aid training holds; duty keeps it."""
    require(by, "specials.coordinate")
    found = open_record(special)
    if found.officer_id is None:
        raise Refused(refused("Not enrolled as an officer yet: link the account first.", "Order of events"))
    if skill not in SKILLS:
        raise Refused(refused("Choose which training.", field="skill"))
    if until < local_day(at):
        raise Refused(refused("Enter the last day on which it holds.", "Order of events", field="until"))
    set_skill(by=by, at=at, officer=found.officer_id, skill=skill, until=until)
    facts = {"skill_words": SKILLS[skill], "until": spoken_day(until)}
    write(events.TRAINING_RECORDED, record=found.ref, facts=facts, about=about(found))
    return found.ref
