"""The list of cases: the next hearing soonest first, who is owed word, whose; the same statements for any number."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.cases import listing
from bluelamp.cases.models import CaseFile, Hearing
from bluelamp.cases.rules.court_news import News, Outcome
from tests.cases.at_court import HAD, AtCourt, charged_in
from tests.cases.by_requisition import ByRequisition
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 12 * HOUR


def drawn(evening: Evening, client: Client, *, at: datetime = NOW, role: str = "investigator", query: str = "") -> Any:
    evening.signed_in(role, client, at=at)
    with clock.set_to(at):
        return client.get(f"/cases/{query}")


def names(answer: Any) -> list[str]:
    return [row["found"].person.name for row in answer.context["rows"]]


def test_the_soonest_hearing_stands_first_and_who_has_none_last(evening: Evening, client: Client) -> None:
    held = evening.held(person=evening.person("Ada", "Later"))
    charged_in(evening, held)  # 4 December
    for given, on in (
        ("Bo", datetime(2026, 12, 2, 10, 0, tzinfo=UTC)),
        ("Cy", datetime(2026, 12, 2, 9, 30, tzinfo=UTC)),
    ):
        ByRequisition(evening).sent(person=evening.person(given, "Sooner"), hearing=on)
    gone = ByRequisition(evening)
    case = gone.sent(person=evening.person("Di", "Withdrawn"))
    gone.withdrawn(case)
    answer = drawn(evening, client)
    assert names(answer) == ["Cy Sooner", "Bo Sooner", "Ada Later", "Di Withdrawn"]
    page = answer.content.decode()
    assert "By requisition" in page
    assert "Held when charged" in page
    assert page.count("Withdrawn</td>") == 1, "where no date is ahead it says how the case stands"


def test_of_dates_ahead_the_one_set_last_counts_as_on_the_cases_own_page(evening: Evening, client: Client) -> None:
    case = ByRequisition(evening).sent()
    Hearing.objects.create(case=case, court="Luton", on=date(2026, 12, 30), set_at=TEN + 2 * HOUR)
    row = drawn(evening, client).context["rows"][0]
    assert (row["found"].next_on, row["found"].next_court) == (date(2026, 12, 30), "Luton")
    after = drawn(evening, client, at=datetime(2026, 12, 31, 9, 0, tzinfo=UTC)).context["rows"][0]
    assert (after["found"].next_on, after["standing"]) == (None, "No date ahead")


def test_how_many_victims_are_owed_word_and_by_when(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening, victims=2)
    here.sent()
    row = drawn(evening, client).context["rows"][0]
    # Enhanced: charge and court date by the end of Monday 23 November; what the report made us owe is no word of it.
    assert (row["owed"], row["victims"], row["owed_by"]) == (2, 2, datetime(2026, 11, 24, 0, 0, tzinfo=UTC))
    page = drawn(evening, client, at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC)).content.decode()
    assert "Late" in page


def test_mine_are_those_that_are_mine(evening: Evening, client: Client) -> None:
    ByRequisition(evening).sent(person=evening.person("Ada", "Mine"))
    charged_in(evening, evening.held(person=evening.person("Bo", "Theirs")))
    answer = drawn(evening, client, query="?show=mine")
    assert names(answer) == ["Ada Mine"]
    assert [(chip["label"], chip["count"]) for chip in answer.context["chips"]] == [("Everyone's", 2), ("Mine", 1)]


def test_a_restricted_one_says_whom_to_ask_and_no_more(evening: Evening, client: Client) -> None:
    here = ByRequisition(evening)
    here.sent()
    owner = evening.officer("superintendent")
    for record in (f"person:{here.person}", here.incident.ref, here.crime.ref):
        restriction = Restriction.objects.create(record=record, owner=owner, restricted_at=TEN)
        page = drawn(evening, client).content.decode()
        assert "A restricted record exists. Ask" in page
        for word in ("Redfern", "Common assault", here.crime.number):
            assert word not in page
        restriction.delete()
    assert "Redfern" in drawn(evening, client).content.decode()


def test_pages_beside_keep_the_choice(evening: Evening, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "SHOWN", 2)
    for given in ("Ada", "Bo", "Cy", "Di", "Eve"):
        ByRequisition(evening).sent(person=evening.person(given, "Redfern"))
    pages = [names(drawn(evening, client, query=f"?show=mine&page={n}")) for n in (1, 2, 3, 4)]
    assert [len(one) for one in pages] == [2, 2, 1, 0]
    assert len({name for one in pages for name in one}) == 5
    middle = drawn(evening, client, query="?show=mine&page=2").context
    assert (middle["sooner"], middle["later"]) == ("?show=mine", "?show=mine&page=3")
    assert len(names(drawn(evening, client, query="?page=nonsense"))) == 2


def test_at_most_ten_statements_however_many_there_are(evening: Evening, client: Client) -> None:
    court = AtCourt(evening, victims=2)
    court(News.VERDICT, outcome=Outcome.GUILTY)
    seen = []
    for more in (2, 30):
        for n in range(more):
            here = ByRequisition(evening)
            here.sent(person=evening.person(f"N{more}{n}", "Redfern"), hearing=HAD + timedelta(days=10))
        evening.signed_in("investigator", client, at=HAD)
        with clock.set_to(HAD), CaptureQueriesContext(connection) as statements:
            answer = client.get("/cases/")
        assert answer.status_code == 200
        seen.append([one["sql"][:120] for one in statements])
    assert len(seen[1]) == len(seen[0]) <= 10, "\n".join(seen[1])
    assert CaseFile.objects.count() == 33


def test_who_may_not_see_cases_is_not_let_in(evening: Evening, client: Client) -> None:
    assert drawn(evening, client, role="dispatcher").status_code == 403
    assert "Nobody is charged." in drawn(evening, client).content.decode()
