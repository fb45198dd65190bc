"""The page on which one piece of news from the court is written down: its fields by kind, refusals, what is owed."""

from django.test import Client

from bluelamp import clock
from bluelamp.cases.models import CourtNews, Hearing
from bluelamp.owed.models import Promise
from bluelamp.victims.models import Telling
from tests.cases.at_court import HAD, AtCourt
from tests.custody.evening import HOUR, Evening

SAID = {"court": "St Albans", "on": "2026-12-04", "received_at_0": "2026-12-04", "received_at_1": "16:00",
        "words": "He was found guilty."}  # fmt: skip


def sent(at_court: AtCourt, client: Client, news: str, role: str = "victim_care_officer", **given: str):
    now = HAD + HOUR
    at_court.evening.signed_in(role, client, at=now)
    path = f"/case/{at_court.case.pk}/court/{news}/"
    with clock.set_to(now):
        return client.post(path, given) if given else client.get(path)


def test_each_kind_asks_only_what_it_needs(evening: Evening, client: Client) -> None:
    court = AtCourt(evening)
    fields = {news: set(sent(court, client, news).context["form"].fields) for news in ("verdict", "date", "sentence")}
    plain = {"court", "on", "received_at", "words"}
    assert fields["sentence"] == plain
    assert fields["date"] == plain | {"next_at", "trial", "next_court"}
    assert fields["verdict"] == plain | {"next_at", "trial", "next_court", "outcome"}
    assert sent(court, client, "rumour").status_code == 404


def test_a_verdict_is_written_and_owed(evening: Evening, client: Client) -> None:
    court = AtCourt(evening)
    missing = sent(court, client, "verdict", **SAID)
    assert missing.context["form"].errors.keys() == {"outcome"}
    early = sent(court, client, "sentence", **SAID)
    assert "write the verdict first" in early.content.decode()
    assert sent(court, client, "verdict", outcome="guilty", **SAID).status_code == 303
    assert CourtNews.objects.get().received_at == HAD
    assert Telling.objects.get(step="verdict").words == "He was found guilty."


def test_a_date_ahead_is_for_trial_or_not(evening: Evening, client: Client) -> None:
    court = AtCourt(evening)
    ahead = {**SAID, "next_at_0": "2027-01-11", "next_at_1": "10:00"}
    assert sent(court, client, "date", **ahead).context["form"].errors.keys() == {"trial"}
    assert not CourtNews.objects.exists()
    assert sent(court, client, "date", **ahead, trial="yes").status_code == 303
    assert Hearing.objects.get(starts_at__isnull=False).trial is True
    assert Promise.objects.filter(kind="victims.assess_before_trial").count() == 1
