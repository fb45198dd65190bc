"""What whoever holds link and code does on the victim's own page: open it, read news, leave it."""

from datetime import datetime

from django.contrib.auth.hashers import check_password

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Refused, refused
from bluelamp.victims import events
from bluelamp.victims.actions.statements import OWN_PAGE
from bluelamp.victims.keeping import locked, reached, say, told
from bluelamp.victims.models import Attempt, Invitation, OwnVisit, Telling
from bluelamp.victims.own_news import is_news
from bluelamp.victims.own_reading import stated_form
from bluelamp.victims.own_visits import hashed
from bluelamp.victims.rules.own_page import dead, tries
from bluelamp.victims.rules.review import IN_WRITING, Writing
from bluelamp.victims.rules.telling import Step

OPENED, WRONG, DEAD = "opened", "wrong", "dead"


@action
def try_code(*, by: Acting, at: datetime, invitation: int, code: str, visit_key: str, key: str | None = None) -> str:
    """Open the page with link and code. Answers "opened", "wrong" or "dead" instead of raising: a wrong try must stay
    counted. Tries wait for one another, so that none is free."""
    require(by, OWN_PAGE)
    found = Invitation.objects.select_for_update(of=("self",)).select_related("victim__person").get(pk=invitation)
    law = law_of("victims")
    if dead(law, link=found.link(), at=at):
        say(events.CODE_WRONG, found.victim, {"left": 0})
        return DEAD
    if not check_password(code, found.code_hash):
        found.tries += 1
        found.save(update_fields=["tries"])
        left = tries(law, at=found.made_at) - found.tries
        say(events.CODE_WRONG, found.victim, {"left": left})
        return WRONG if left else DEAD
    found.used_at = at
    found.save(update_fields=["used_at"])
    OwnVisit.objects.create(
        victim=found.victim, key_hash=hashed(visit_key), language=found.language, opened_at=at, seen_at=at,
        form=stated_form(found.victim),
    )  # fmt: skip
    say(events.OWN_PAGE_OPENED, found.victim)
    return OPENED


@action
def read_news(*, by: Acting, at: datetime, victim: int, telling: int, key: str | None = None) -> str:
    """The victim opened this news on their own page: they were told, in time or late for ever."""
    require(by, OWN_PAGE)
    found = locked(victim)
    news = Telling.objects.select_for_update(of=("self",)).select_related("victim__person", "asked")
    one = news.filter(pk=telling, victim=found, opted_out_at=None).first()
    if one is None or not is_news(one) or one.told_at:
        raise Refused(refused("There is nothing new here."))
    Attempt.objects.create(victim=found, step=one.step, at=at, way="own_page", result="reached")
    if Step(one.step) in IN_WRITING:
        one.writing = Writing.OWN_PAGE
        one.save(update_fields=["writing"])
    told(one, at, "Read on their own page.")
    reached(found, at)
    return found.ref


@action
def leave_page(*, by: Acting, at: datetime, victim: int, visit: int, key: str | None = None) -> str:
    """The page was left: what the browser holds opens nothing from now."""
    require(by, OWN_PAGE)
    found = locked(victim)
    OwnVisit.objects.filter(pk=visit, victim=found, ended_at=None).update(ended_at=at)
    say(events.OWN_PAGE_LEFT, found)
    return found.ref
