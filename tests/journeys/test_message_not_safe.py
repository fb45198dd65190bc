"""A message whose person changed their wish does not leave; she is reached another way, and one taken is never sent
twice. In this order: the last message here is left as it stands."""

import re

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitors


def test_a_wish_that_changed_keeps_it_back_and_she_is_reached_another_way(
    visitors: Visitors, borough: Installation
) -> None:
    made = borough.made
    with visitors("victim_care_officer") as sutter:
        sutter.open("/messages/?show=failed").press("Text")
        sutter.open(f"/messages/{made['message again']}/")
        assert "Refused" in sutter.text("#may")
        assert "was changed since" in sutter.text("#may")
        borough.order("she_says", person=made["Nandra"], ways=["text", "in_person"])
        sutter.open(f"/messages/{made['message again']}/").press("Send again")
        sutter.send(f"/messages/{made['message again']}/")
        assert "Waits" in sutter.text(".record-head")
        assert "Reach Priya Nandra another way" in sutter.text("#owed")
        borough.order("she_says", person=made["Nandra"], ways=["in_person"])
        assert f"message:{made['message again']}" not in borough.order("work_the_messages")
        sutter.open(f"/messages/{made['message again']}/")
        assert "was changed since" in sutter.text(".record-head")
        assert "Reach Priya Nandra another way" in sutter.text("#owed")
        sutter.press("Reached another way").fill(way="phone", words="Rang her")
        assert "Not known to be safe by phone" in sutter.refused()
        sutter.fill(way="in_person", words="Told her alone, at work")
        sutter.send(f"/messages/{made['message again']}/")
        assert re.search(r"[Kk]ept", sutter.text("#owed"))
        assert "Reached another way, in person" in sutter.text("#happened")
        assert sutter.said == []
    assert borough.order("message", number=made["message again"])["state"] == "refused"


def test_the_promise_to_the_victim_stays_open_whatever_becomes_of_the_message(
    visitors: Visitors, borough: Installation
) -> None:
    with visitors("dispatcher") as winter:
        winter.open(f"/messages/{borough.made['message unsafe']}/")
        assert "07700" not in winter.text("main")
        assert "shown only to those" in winter.text("#says")
    with visitors("victim_care_officer") as sutter:
        sutter.open("/messages/")
        assert "Joanne Marlow" in sutter.text("main")
        assert "Joanne Marlow" not in sutter.page.title()
        assert "07700" not in sutter.text("main")
