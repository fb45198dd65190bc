"""The door of a link: any link looks the same until its code is right, and dead ones stay dead, neutrally."""

import re

from bluelamp.ledger.models import Entry
from bluelamp.partners.models import Link
from tests.partners.bodies import Bodies
from tests.partners.outsiders import is_nothing, opened


def drawn(answer) -> str:
    """The page without what differs by itself from one drawing to the next."""
    return re.sub(r'(name="(csrfmiddlewaretoken|key)" value|data-now)="[^"]*"', "", answer.content.decode())


def test_guessed_used_and_mistyped_links_answer_alike(there: Bodies, outsider):
    fresh, used = there.link(there.shares()), there.link(there.shares())
    outsider.post(f"/shared/{used.token}/", {"code": used.code})
    paths = [f"/shared/{token}/" for token in (fresh.token, used.token, "guessed", "x" * 43)]
    assert len({drawn(outsider.get(path)) for path in paths}) == 1
    wrong = "00000000" if fresh.code != "00000000" else "00000001"
    answers = [outsider.post(path, {"code": wrong}) for path in paths]
    answers.append(outsider.post(paths[1], {"code": used.code}))
    assert all(is_nothing(one) for one in answers)
    assert len({drawn(one) for one in answers}) == 1
    assert len({tuple(sorted(one.headers)) for one in answers}) == 1
    assert Link.objects.order_by("pk").first().tries == 1


def test_a_mail_filter_that_fetches_the_link_spends_nothing(there: Bodies, outsider):
    fresh = there.link(there.shares())
    for _ in range(3):
        outsider.get(f"/shared/{fresh.token}/")
        outsider.head(f"/shared/{fresh.token}/")
    assert outsider.post(f"/shared/{fresh.token}/", {"code": fresh.code}).status_code == 303


def test_a_guess_writes_nothing_and_no_code_is_asked_for_again(there: Bodies, outsider):
    before = Entry.objects.count()
    assert is_nothing(outsider.post("/shared/guessed/", {"code": "12345678"}))
    empty = outsider.post("/shared/guessed/", {"code": ""})
    assert empty.status_code == 422
    assert "Enter: code" in empty.content.decode()
    assert Entry.objects.count() == before


def test_nothing_of_it_is_cached_found_or_named(there: Bodies, outsider):
    fresh = there.link(there.shares())
    answer = outsider.get(f"/shared/{fresh.token}/")
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    body = answer.content.decode()
    assert "<title>Shared page</title>" in body
    assert "<script" not in body
    assert not any(word in body for word in ("victim", "Victim care", "olice", "crime"))


def test_the_visit_is_kept_in_a_strict_cookie_for_these_pages_alone(there: Bodies, outsider):
    opened(there, outsider)
    cookie = outsider.cookies["shared_page"]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == ("/shared/", "Strict", True)
    assert "bluelamp_session" not in outsider.cookies
