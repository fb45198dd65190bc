"""Nothing a suspect, the defence or a stranger may see ever holds the new address: every way out is searched for it."""

import pytest

from bluelamp import clock
from bluelamp.custody.papers.printing import printed
from bluelamp.custody.queries import whole
from bluelamp.journeys.pages.papers import secrets_of
from bluelamp.ledger.models import Entry
from bluelamp.messages.actions.sending import send
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.partners.models import Share
from bluelamp.people.actions.persons import correct
from bluelamp.people.actions.safety import free_address, keep_address, set_safe_contact
from bluelamp.safeguarding.actions.protecting import decide_order
from bluelamp.safeguarding.actions.referring import refer
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, done
from tests.custody.papers.test_printing import shown, text
from tests.safeguarding.at_home import DAY, NOW

ADDRESS = "14 Orchard Close, St Albans, AL1 2QX"
TELLING = ("14 Orchard Close", "AL1 2QX", "AL12QX")


@pytest.fixture
def moved(home):
    """Ms Marlow has moved; careless hands also wrote the address as her home."""
    found = home.settled()
    person, by = found.victim.person_id, home.by("response_officer")
    done(keep_address, TEN + 5 * MINUTE, by=by, person=person, address=ADDRESS, why="From Callum Redfern")
    done(correct, TEN + 6 * MINUTE, by=by, person=person, field="home", value=ADDRESS, why="She moved")
    return found


def nothing_in(text: str) -> None:
    assert not [one for one in TELLING if one.casefold() in text.casefold()]


def test_no_paper_to_the_suspects_side_holds_it(home, moved) -> None:
    held = home.evening.held(incident=moved.incident, person=moved.suspect_id)
    shown(home.evening, held, f"He says that she is at {ADDRESS.lower()} now, AL12QX")
    secrets = secrets_of(whole(held.pk))
    assert ADDRESS in secrets
    at = NOW + 15 * HOUR
    with clock.set_to(at):
        for_police = printed(whole(held.pk), kind="record", recipient="police", secrets=secrets, hidden=[], at=at)
        assert "orchard" in text(for_police).casefold(), "it is in the record, so that striking it out is tested"
        for recipient in ("detainee", "solicitor", "appropriate_adult"):
            made = printed(whole(held.pk), kind="record", recipient=recipient, secrets=secrets, hidden=[], at=at)
            assert made.withheld
            nothing_in(text(made))


def test_a_later_arrest_without_that_incident_keeps_it_back_too(home, moved) -> None:
    held = home.evening.held(person=moved.suspect_id)
    assert ADDRESS in secrets_of(whole(held.pk))


@pytest.mark.parametrize("role", ["contact_handler", "investigator", "custody_officer", "dispatcher"])
def test_no_page_or_search_of_those_not_on_it_holds_it(home, moved, at_page, role) -> None:
    paths = [
        f"/person/{moved.victim.person_id}/", f"/person/{moved.suspect_id}/", f"/incident/{moved.incident_id}/",
        "/people/?q=Marlow", "/people/?q=Redfern",
    ]  # fmt: skip
    for path in paths:
        page = at_page(role, path)
        if page.status_code == 200:
            body = page.content.decode()
            nothing_in(body.partition("What happened")[0] if path.startswith("/person") else body)
    assert "kept back" in at_page(role, "/people/?q=Marlow").content.decode() or role == "custody_officer"


def test_its_entry_in_the_log_does_not_say_it(moved) -> None:
    entry = Entry.objects.get(event="people.address_kept")
    nothing_in(str(entry.facts))


def test_no_message_to_anybody_else_holds_it(home, moved) -> None:
    by, other = home.by("victim_care_officer"), moved.suspect_id
    said = {"ways": ("letter", "text"), "source": "Himself", "number": "07700 900999"}
    done(set_safe_contact, NOW, by=home.by("response_officer"), person=other, **said)
    facts = {"by": by, "to": f"person:{other}", "template": "please-ring-us"}
    for address, when in ((ADDRESS, "9 to 3"), ("Flat 6", "at 14 Orchard Close"), ("Flat 6", "AL12QX")):
        with pytest.raises(Refused, match="new address"):
            done(send, NOW, channel=Channel.LETTER, address=address, personalisation={"when": when}, **facts)


def test_no_notice_or_order_holds_it(home, moved) -> None:
    with pytest.raises(Refused, match="new address"):
        home.notice_of(moved, address=ADDRESS)
    with pytest.raises(Refused, match="new address"):
        home.notice_of(moved, conditions=["Not to come to 14, Orchard Close"])
    notice = home.notice_of(moved, served=True)
    ordered = {"made": True, "conditions": ["Keep away from AL1 2QX"], "until": (NOW + 20 * DAY).date()}
    with pytest.raises(Refused, match="new address"):
        done(decide_order, NOW + DAY, by=home.by("superintendent"), notice=notice.pk, **ordered)


def test_no_share_holds_it_whatever_somebody_wrote(home, moved) -> None:
    body, by = home.advisers().pk, home.by("response_officer")
    done(refer, NOW, by=by, domestic=moved.pk, kind="adviser", body=body, agreed=True, words=f"She is at {ADDRESS}")
    nothing_in(str(Share.objects.get().held))


def test_who_is_on_it_sees_it_and_it_can_be_freed(home, moved, at_page) -> None:
    home.assessed(moved)
    assert ADDRESS in at_page("response_officer", f"/domestic/{moved.pk}/").content.decode()
    done(free_address, NOW + HOUR, by=home.by("response_officer"), person=moved.victim.person_id, why="She moved on")
    assert ADDRESS not in at_page("response_officer", f"/domestic/{moved.pk}/").content.decode()


def test_too_short_an_address_is_refused(home, moved) -> None:
    facts = {"by": home.by("response_officer"), "person": moved.victim.person_id, "why": "From him"}
    with pytest.raises(Refused, match="whole address"):
        done(keep_address, NOW, address="9 A", **facts)
    with pytest.raises(Refused, match="or its postcode"):
        done(keep_address, NOW, address="Rose Cottage, Shenley", **facts)
