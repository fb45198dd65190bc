"""A passkey to the victim's own page: kept by the victim, opens the page, forgotten when they wish."""

from datetime import datetime

from bluelamp.access.acting import Acting, system
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.people.actions.doubts import DOUBTS, put_in_doubt
from bluelamp.people.permissions import EDIT
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import Refused, insist, refused
from bluelamp.victims import events
from bluelamp.victims.actions.own_page import DEAD, OPENED
from bluelamp.victims.actions.statements import OWN_PAGE
from bluelamp.victims.keeping import end_open_links, locked, say
from bluelamp.victims.models import OwnPasskey, OwnVisit, Victim
from bluelamp.victims.own_reading import stated_form
from bluelamp.victims.own_visits import hashed
from bluelamp.victims.rules.passkey import may_keep, may_open

ON_THE_PHONE = (Way.PHONE, Way.VOICEMAIL, Way.TEXT, Way.EMAIL)
"""What whoever holds the phone hears and reads."""


@action
def keep_passkey(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    credential_hash: str,
    public: bytes,
    count: int,
    language: str,
    key: str | None = None,
) -> str:
    """Keep the public half of a passkey that the victim's device made, checked by the page before."""
    require(by, OWN_PAGE)
    found = locked(victim)
    kept = OwnPasskey.objects.filter(victim=found, forgotten_at=None).count()
    insist(may_keep(shared_device=_shared(found), kept=kept))
    if OwnPasskey.objects.filter(credential_hash=credential_hash).exists():
        raise Refused(refused("This passkey is kept already."))
    OwnPasskey.objects.create(
        victim=found, credential_hash=credential_hash, public=public, count=count, language=language, kept_at=at
    )
    say(events.PASSKEY_KEPT, found)
    return found.ref


@action
def open_with_passkey(
    *, by: Acting, at: datetime, passkey: int, count: int, challenge_hash: str, visit_key: str, key: str | None = None
) -> str:
    """Open the page with a passkey whose answer was checked. Answers "opened" or "dead" instead of raising: what is
    refused stays written. One answer opens one visit."""
    require(by, OWN_PAGE)
    found = OwnPasskey.objects.select_for_update(of=("self",)).select_related("victim__person").get(pk=passkey)
    verdict = may_open(shared_device=_shared(found.victim), before=found.count, now=count)
    used = OwnVisit.objects.filter(challenge_hash=challenge_hash).exists()
    if found.forgotten_at or used or not verdict.allowed:
        say(events.PASSKEY_REFUSED, found.victim, {"why": verdict.words or "it was forgotten or used before"})
        return DEAD
    found.count, found.used_at = count, at
    found.save(update_fields=["count", "used_at"])
    OwnVisit.objects.create(
        victim=found.victim, key_hash=hashed(visit_key), language=found.language, opened_at=at, seen_at=at,
        challenge_hash=challenge_hash, form=stated_form(found.victim),
    )  # fmt: skip
    say(events.OPENED_WITH_PASSKEY, found.victim)
    return OPENED


@action
def forget_passkeys(*, by: Acting, at: datetime, victim: int, key: str | None = None) -> str:
    """No passkey opens this victim's page any more; link and code still do."""
    require(by, OWN_PAGE, "victims.invite")
    found = locked(victim)
    count = OwnPasskey.objects.filter(victim=found, forgotten_at=None).update(forgotten_at=at, public=b"")
    if not count:
        raise Refused(refused("There is no passkey to forget."))
    say(events.PASSKEYS_FORGOTTEN, found, {"count": count})
    return found.ref


@action
def end_ways_in(
    *, by: Acting, at: datetime, victim: int, why: str, in_hands: bool = False, key: str | None = None
) -> str:
    """A phone is lost, or in the wrong hands: no passkey, open page or link given out before opens this page from now.

    With `in_hands` somebody else has the phone itself: nothing leaves for it any more until it is checked (V7).
    """
    require(by, "victims.invite", "ledger.erase")
    if not why.strip():
        raise Refused(refused("Say why, and who said so.", field="why"))
    found = locked(victim)
    passkeys = OwnPasskey.objects.filter(victim=found, forgotten_at=None).update(forgotten_at=at, public=b"")
    visits = OwnVisit.objects.filter(victim=found, ended_at=None).update(ended_at=at)
    links = end_open_links(found, at)
    if not (passkeys or visits or links or in_hands):
        raise Refused(refused("Nothing opens their page now: no passkey, no open page, no link."))
    say(events.WAYS_IN_ENDED, found, {"passkeys": passkeys, "visits": visits, "links": links}, why=why)
    if in_hands:
        _doubt_the_phone(found, why, by, at)
    return found.ref


def _doubt_the_phone(victim: Victim, why: str, by: Acting, at: datetime) -> None:
    safe = safe_contact(victim.person_id)
    doubter = by if by.may(EDIT.name) else system("victims", DOUBTS)
    for way in ON_THE_PHONE:
        if safe and way in safe.ways and way not in safe.doubtful:
            put_in_doubt(person=victim.person_id, way=way, why=why, by=doubter, at=at)


def _shared(victim: Victim) -> bool:
    safe = safe_contact(victim.person_id)
    return safe is not None and safe.shared_device
