"""Agreements with a partner body, how it is reached, and its key for signed answers."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import keep, promise, withdraw
from bluelamp.partners import events, owed
from bluelamp.partners.acting_partner import ref_of
from bluelamp.partners.models import Agreement, Contact, WebhookKey
from bluelamp.partners.rules.agreement import Agreed, may_sign, renewal_due
from bluelamp.partners.rules.fields import Purpose
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import PartnerBody
from bluelamp.verdict import insist, refused


@action
def sign_agreement(
    *,
    partner: str,
    reference: str,
    gateway: str,
    purpose: str,
    fields: Collection[str],
    begins: date,
    ends: date,
    for_them: str,
    by: Acting,
    at: datetime,
    key: str | None = None,
) -> str:
    """Record an agreement signed by this officer and, for the body, by `for_them`. It is never changed, only ended."""
    body = _locked(partner)
    require(by, "partners.agree")
    agreed = Agreed(
        reference=reference.strip(), gateway=gateway.strip(), purpose=purpose, fields=frozenset(fields),
        begins=begins, ends=ends,
    )  # fmt: skip
    others = Agreement.objects.values_list("reference", flat=True)
    insist(may_sign(agreed, law=law_of("partners"), others=others, on=local_day(at)))
    if not for_them.strip():
        insist(refused("Say who signed for them.", field="for_them"))
    made = Agreement.objects.create(
        partner=body, reference=agreed.reference, gateway=agreed.gateway, purpose=purpose, fields=sorted(agreed.fields),
        begins=begins, ends=ends, signed_for_us_id=officer_of(by), signed_for_them=for_them.strip(), signed_at=at,
    )  # fmt: skip
    _tell_agreed(made)
    _owe_renewal(made, at)
    return made.ref


@action
def end_agreement(*, agreement: int, words: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """End an agreement before its time: nothing is shared under it from now on."""
    found = Agreement.objects.select_for_update(of=("self",)).select_related("partner").get(pk=agreement)
    require(by, "partners.agree")
    if found.ended_at:
        insist(refused("This agreement was ended already.", "Order of events"))
    if not words.strip():
        insist(refused("Say why it ends.", field="words"))
    found.ended_at = at
    found.save(update_fields=["ended_at"])
    facts = {"agreement": found.reference, "partner": found.partner.name}
    write(events.AGREEMENT_ENDED, found.ref, about=(ref_of(found.partner_id),), facts=facts, words={"words": words})
    withdraw(owed.RENEWAL, record=found.ref, why="Ended")
    return found.ref


@action
def set_contact(
    *, partner: str, who: str = "", email: str = "", phone: str = "", by: Acting, at: datetime, key: str | None = None
) -> str:
    """Set how a body is reached, in place of what stood before."""
    body = _locked(partner)
    require(by, "partners.agree")
    given = {"who": who.strip(), "email": email.strip(), "phone": phone.strip()}
    if not (given["email"] or given["phone"]):
        insist(refused("Give an email address or a phone number.", field="email"))
    Contact.objects.update_or_create(partner=body, defaults={**given, "set_at": at})
    write(events.CONTACT_SET, ref_of(body.pk), facts={"partner": body.name}, words=given)
    return ref_of(body.pk)


@action
def make_webhook_key(*, partner: str, seed: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Make the body's key for signed answers from a fresh random `seed`; earlier ones end."""
    body = _locked(partner)
    require(by, "partners.agree")
    WebhookKey.objects.filter(partner=body, ended_at=None).update(ended_at=at)
    WebhookKey.objects.create(partner=body, seed=UUID(seed), made_at=at)
    write(events.KEY_MADE, ref_of(body.pk), facts={"partner": body.name})
    return ref_of(body.pk)


def _tell_agreed(made: Agreement) -> None:
    facts = {
        "agreement": made.reference, "partner": made.partner.name, "gateway": made.gateway, "keys": made.fields,
        "purpose": Purpose(made.purpose).words.lower(), "begins": made.begins.isoformat(),
        "ends": spoken_day(made.ends),
    }  # fmt: skip
    about = (ref_of(made.partner_id),)
    write(events.AGREED, made.ref, about=about, facts=facts, words={"for_them": made.signed_for_them})


def _owe_renewal(made: Agreement, at: datetime) -> None:
    """The new one is to be renewed in its time; those it follows are."""
    for one in Agreement.objects.filter(
        partner=made.partner_id, purpose=made.purpose, ended_at=None, ends__lt=made.ends
    ):
        keep(owed.RENEWAL, record=one.ref, at=at)
    due = renewal_due(law_of("partners"), begins=made.begins, ends=made.ends)
    facts = {"agreement": made.reference, "partner": made.partner.name}
    promise(owed.RENEWAL, record=made.ref, due=due, facts=facts, about=(ref_of(made.partner_id),))


def _locked(partner: str) -> PartnerBody:
    found = PartnerBody.objects.select_for_update(of=("self",)).filter(key=partner).first()
    if found is None:
        insist(refused("There is no such partner body.", field="partner"))
    assert found is not None
    return found
