"""Sharing with a partner body under an agreement, taking it back, and what follows when the partner declines."""

from collections.abc import Mapping
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.erasing import erase
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.queries import timeline
from bluelamp.ledger.registry import Event
from bluelamp.owed.actions.stating import keep
from bluelamp.partners import events, owed, settling
from bluelamp.partners.acting_partner import ref_of
from bluelamp.partners.models import Agreement, Share
from bluelamp.partners.rules import agreement
from bluelamp.partners.rules.fields import in_words
from bluelamp.places.models import PartnerBody
from bluelamp.verdict import insist, refused


@action
def share(
    *,
    partner: str,
    purpose: str,
    record: str,
    fields: Mapping[str, str],
    about: tuple[str, ...] = (),
    urgent: bool = False,
    follow: str = "",
    by: Acting,
    at: datetime,
    key: str | None = None,
) -> str:
    """Share fields with the body of the key `partner`; answers "share:5". An answer is owed from now on.

    `purpose` is one of `rules.fields.Purpose`, `fields` words by keys of `rules.fields.FIELDS`; those left empty are
    left out. `record` is what it is shared from, `about` whom else it concerns. `follow="reached"`: owed besides,
    until somebody has reached the victim. Raises Refused, with nothing written, where no agreement in force for this
    purpose names every field.
    """
    require(by, "partners.share")
    body = PartnerBody.objects.filter(key=partner).first()
    if body is None:
        insist(refused("There is no such partner body.", field="partner"))
    assert body is not None
    found = _agreement(body, purpose, fields, at)
    made = Share.objects.create(
        partner=body, agreement=found, record=record, about=list(about), urgent=urgent, follow=Share.Follow(follow),
        held=(leaves := agreement.leaving(found.agreed(), fields)), fields=sorted(leaves),
        sent_by=by.ref, owner_id=by.officer_id, sent_at=at,
    )  # fmt: skip
    facts = {"agreement": found.reference, "gateway": found.gateway, "purpose": purpose, "keys": made.fields}
    _say(events.SHARED, made, facts={**facts, "fields": in_words(made.fields), "urgent": urgent, "follow": follow})
    settling.owe_answer(made)
    return made.ref


@action
def find_another_way(*, share: int, words: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Another way was found after the partner declined; refused without words, and where nobody declined."""
    found = _locked(share)
    require(by, "partners.share")
    if found.declined_at is None or found.another_way_at or found.taken_back_at:
        insist(refused("No other way has to be found for this.", "Order of events"))
    if not words.strip():
        insist(refused("Say what is done instead, and by whom.", field="words"))
    found.another_way_at = at
    found.save(update_fields=["another_way_at"])
    _say(events.ANOTHER_WAY, found, words=words.strip())
    keep(owed.ANOTHER_WAY, record=found.ref, at=at)
    return found.ref


@action
def take_back(*, share: int, words: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Take a share back, as one sent by mistake: its links are dead and nothing is owed. That it left stays written."""
    found = _locked(share)
    require(by, "partners.share")
    if found.taken_back_at:
        insist(refused("This was taken back already.", "Order of events"))
    if not words.strip():
        insist(refused("Say why it is taken back.", field="words"))
    found.taken_back_at = at
    found.save(update_fields=["taken_back_at"])
    found.links.filter(taken_back_at=None).update(taken_back_at=at)
    _say(events.TAKEN_BACK, found, words=words.strip())
    settling.taken_back(found)
    return found.ref


@action
def erase_held(*, share: int, reason: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Erase what was shared and what was answered; to whom, when and which fields stays (DPA 2018 s.47)."""
    found = _locked(share)
    require(by, "ledger.erase")
    if found.erased_at:
        insist(refused("This was erased already.", "Order of events"))
    found.held, found.erased_at = {}, at
    found.save(update_fields=["held", "erased_at"])
    found.said.update(words="")
    found.links.filter(taken_back_at=None).update(taken_back_at=at)
    lines = timeline(found.ref, limit=1000)
    held = [line.seq for line in lines if line.record == found.ref and line.words and not line.erased]
    if held:
        erase(record=found.ref, entries=held, reason=reason, by=by, at=at)
    _say(events.ERASED, found)
    return found.ref


def _agreement(body: PartnerBody, purpose: str, fields: Mapping[str, str], at: datetime) -> Agreement:
    """The agreement under which these fields leave, locked so that it cannot end meanwhile; refused in words."""
    known = list(Agreement.objects.select_for_update(of=("self",)).filter(partner=body))
    agreed, on = [one.agreed() for one in known], local_day(at)
    given = [one for one, words in fields.items() if words.strip()]
    insist(agreement.may_share(agreed, partner=body.name, purpose=purpose, fields=given, on=on))
    under = agreement.chosen(agreed, purpose=purpose, fields=given, on=on)
    return next(one for one in known if under and one.reference == under.reference)


def _locked(share: int) -> Share:
    return Share.objects.select_for_update(of=("self",)).select_related("partner").get(pk=share)


def _say(event: Event, share: Share, *, words: str | None = None, facts: Mapping[str, object] | None = None) -> None:
    said = {"partner": share.partner.name, **(facts or {})}
    about = (*share.records, ref_of(share.partner_id))
    write(event, share.ref, about=about, facts=said, words=None if words is None else {"words": words})
