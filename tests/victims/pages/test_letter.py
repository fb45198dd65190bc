"""A letter from the victim's record: only where post is safe, in their language and form, and it tells nobody."""

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.messages.models import Message
from bluelamp.messages.providers import ShownOnly
from bluelamp.messages.worker import send_next
from bluelamp.owed.models import State
from bluelamp.people.actions.safety import keep_address
from bluelamp.verdict import Refused
from bluelamp.victims.actions.agreeing import agree_ways
from bluelamp.victims.actions.writing import write_letter
from bluelamp.victims.models import Attempt, RightsGiven, Telling
from tests.custody.evening import HOUR, MINUTE, TEN, done
from tests.victims.care import Care
from tests.victims.pages.page import NOW, at_page

POST_TO = "S Carver\n3 Mill Lane\nSt Albans\nAL3 4HZ"
SAYS = {"template": "please-ring-this-number", "when": "on weekdays from 9 to 5", "number": "01632 960001",
        "language": "en", "form": "plain"}  # fmt: skip


def path(care: Care) -> str:
    return f"/victims/{care.victim.pk}/letter/"


@pytest.fixture
def by_post(care: Care) -> Care:
    care(agree_ways, hours=0, ways=("letter",), source="Her own words", post_to=POST_TO)
    return care


def test_where_post_is_not_safe_there_is_no_form_but_whom_to_ask(care: Care, client: Client) -> None:
    care(agree_ways, hours=0, ways=("text",), source="Her own words", post_to=POST_TO)
    asks = care.evening.acting("victim_care_officer").name
    for send in ({}, SAYS):
        page = at_page(care, client, path(care), **send).content.decode()
        assert "Not known to be safe by letter." in page
        assert f"Ask {asks}." in page
        assert "<textarea" not in page
        assert 'name="template"' not in page
        assert "3 Mill Lane" not in page
    assert not Message.objects.exists()


def test_letters_are_safe_but_nobody_knows_where(care: Care, client: Client) -> None:
    care(agree_ways, hours=0, ways=("letter",), source="Her own words")
    assert "not known where a letter is safe" in at_page(care, client, path(care)).content.decode()
    with pytest.raises(Refused, match="not known where"):
        care(write_letter, **SAYS)


def test_it_carries_a_reference_and_never_the_story_and_the_outbox_shows_it(by_post: Care, client: Client) -> None:
    page = at_page(by_post, client, path(by_post)).content.decode()
    reference = f"R-{by_post.victim.pk:04}"
    assert reference in page
    assert "3 Mill Lane" in page
    for when in ("the court wants you", "ask for Joanne Marlow", f"about {by_post.incident.number}"):
        wrong = at_page(by_post, client, path(by_post), **{**SAYS, "when": when})
        assert wrong.status_code == 422, when
    assert at_page(by_post, client, path(by_post), **SAYS).status_code == 303
    message = Message.objects.get()
    assert (message.channel, message.address) == ("letter", POST_TO)
    assert message.personalisation == {"when": SAYS["when"], "number": SAYS["number"], "reference": reference}
    with clock.set_to(NOW):
        assert send_next(ShownOnly(), at=NOW)
    outbox = at_page(by_post, client, "/messages/outbox/").content.decode()
    assert f"Please ring 01632 960001 on weekdays from 9 to 5 and give the reference {reference}." in outbox
    assert "3 Mill Lane<br>" in outbox
    assert "A letter was written to them" in at_page(by_post, client, f"/victim/{by_post.victim.pk}/").content.decode()


def test_in_their_language_and_form(by_post: Care, client: Client) -> None:
    RightsGiven.objects.create(victim=by_post.victim, at=TEN, form="easy_read", language="Arabic")
    assert at_page(by_post, client, path(by_post)).context["form"].initial["form"] == "easy_read"
    given = {**SAYS, "template": "please-ring-us", "language": "ar", "when": "أيام العمل من 9 إلى 5"}
    for form in ("easy_read", "large_print"):
        assert at_page(by_post, client, path(by_post), **{**given, "form": form}).status_code == 303
        with clock.set_to(NOW):
            assert send_next(ShownOnly(), at=NOW)
    outbox = at_page(by_post, client, "/messages/outbox/").content.decode()
    assert "نودّ أن نتحدث معك." in outbox
    assert "نرجو أن تتصل بنا أيام العمل من 9 إلى 5" in outbox
    assert 'class="quoted large-print" lang="ar"' in outbox


def test_a_letter_is_an_attempt_and_keeps_no_promise(by_post: Care, client: Client) -> None:
    by_post.evening.arrest(incident=by_post.incident)
    owed = Telling.objects.get(victim=by_post.victim, step="arrested")
    assert at_page(by_post, client, path(by_post), **SAYS, telling=str(owed.pk)).status_code == 303
    with clock.set_to(NOW):
        send_next(ShownOnly(), at=NOW)
    assert by_post.promises("tell_arrested") == [State.OPEN]
    owed.refresh_from_db()
    assert owed.told_at is None
    tried = Attempt.objects.get(victim=by_post.victim)
    assert (tried.way, tried.result) == ("letter", "left_message")
    with pytest.raises(Refused, match="not owed"):
        by_post(write_letter, **SAYS, victim=by_post.victim.pk, telling=owed.pk + 999)


def test_what_she_says_since_holds_it_back_and_a_suspects_home_is_no_address(by_post: Care, client: Client) -> None:
    assert at_page(by_post, client, path(by_post), **SAYS).status_code == 303
    other = POST_TO.replace("3 Mill", "8 Mill")
    by_post(agree_ways, hours=1.1, ways=("letter",), source="Her own words", post_to=other)
    later = NOW + HOUR
    with clock.set_to(later):
        assert send_next(ShownOnly(), at=later)
    assert Message.objects.get().state == "refused"
    suspect = by_post.evening.person("Callum", "Redfern")
    by_post.evening.arrest(incident=by_post.incident, person=suspect)
    home = {"home": "8 Mill Lane, St Albans", "home_answer": "known"}
    type(by_post.victim.person).objects.filter(pk=suspect).update(**home)
    with pytest.raises(Refused, match="suspect"):
        by_post(agree_ways, hours=3, ways=("letter",), source="Her own words", post_to=other)


def test_her_own_new_address_is_hers_to_be_written_to(by_post: Care, client: Client) -> None:
    by, kept = by_post.evening.acting("response_officer"), "3 Mill Lane, St Albans, AL3 4HZ"
    done(keep_address, TEN + MINUTE, by=by, person=by_post.victim.person_id, address=kept, why="From him")
    assert at_page(by_post, client, path(by_post), **SAYS).status_code == 303
    assert Message.objects.get().address == POST_TO
