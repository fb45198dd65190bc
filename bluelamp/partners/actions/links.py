"""One-time links to a share: made by an officer, opened by the partner with a code, closed."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.messages.actions.sending import send_to_body
from bluelamp.partners import events
from bluelamp.partners.acting_partner import ANSWERS, ref_of
from bluelamp.partners.models import Contact, Link, Share
from bluelamp.partners.queries import most_tries
from bluelamp.partners.rules import link as rule
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import insist, refused

TEMPLATE = "secure-page"


@action
def make_link(
    *, share: int, token_hash: str, code_hash: str, mail: str = "", by: Acting, at: datetime, key: str | None = None
) -> str:  # fmt: skip
    """Make a link to a share; links made before are dead. Token and code are known only to whoever asked for it.

    With `mail`, the link's address, it leaves by email to the mailbox set for the body; the code never does.
    """
    found = Share.objects.select_for_update(of=("self",)).select_related("partner").get(pk=share)
    require(by, "partners.share")
    if found.taken_back_at or found.erased_at:
        insist(refused("There is nothing to open any more.", "Order of events"))
    found.links.filter(taken_back_at=None).update(taken_back_at=at)
    lives = law_of("partners").value("partners.link_lives", on=local_day(at))
    Link.objects.create(
        share=found, token_hash=token_hash, code_hash=code_hash, made_by=by.ref, made_at=at, expires_at=at + lives.span
    )
    _say(events.LINK_MADE, found)
    if mail:
        _mail(found, mail, by, at)
    return found.ref


@action
def try_link(
    *, link: int, code_hash: str, visit_hash: str, by: Acting, at: datetime, key: str | None = None
) -> bool:  # fmt: skip
    """Try a code on a link that is alive: whether it opened. A wrong code is counted and written, so it is not refused.

    Once opened the link is used; the page of the share stays open to who holds the visit, for a short while.
    """
    found = Link.objects.select_for_update(of=("self",)).select_related("share__partner").get(pk=link)
    require(by, ANSWERS)
    tries = most_tries(at)
    right = rule.same(code_hash, found.code_hash)
    if rule.may_open(found.facts(), code_is_right=right, at=at, most_tries=tries).allowed:
        found.used_at, found.visit_hash = at, visit_hash
        found.visit_ends_at = at + law_of("partners").value("partners.visit_lasts", on=local_day(at)).span
        found.save(update_fields=["used_at", "visit_hash", "visit_ends_at"])
        _say(events.LINK_OPENED, found.share)
        return True
    found.tries += 1
    found.save(update_fields=["tries"])
    _say(events.CODE_WRONG, found.share, tries_left=max(tries - found.tries, 0))
    return False


@action
def leave(*, visit_hash: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Close the page that a link opened."""
    found = Link.objects.select_for_update(of=("self",)).select_related("share__partner").get(visit_hash=visit_hash)
    require(by, ANSWERS)
    found.visit_ends_at = at
    found.save(update_fields=["visit_ends_at"])
    _say(events.LINK_LEFT, found.share)
    return found.share.ref


def _mail(share: Share, link: str, by: Acting, at: datetime) -> None:
    contact = Contact.objects.filter(partner=share.partner_id).first()
    send_to_body(
        to=ref_of(share.partner_id),
        address=contact.email if contact else "",
        template=TEMPLATE,
        personalisation={"link": link},
        about=share.ref,
        by=by,
        at=at,
    )


def _say(event: Event, share: Share, **facts: int) -> None:
    about = (*share.records, ref_of(share.partner_id))
    write(event, share.ref, about=about, facts={"partner": share.partner.name, **facts})
