"""The assessment on a phone: prompts while it is filled in, refusals at their field, nothing lost."""

from bluelamp.safeguarding.models import Assessment, DomesticIncident
from tests.safeguarding.at_home import yes


def sent(count: int, **more: str) -> dict[str, str]:
    return {f"q_{code}": said for code, said in yes(count).items()} | more


def test_prompts_are_shown_before_anything_is_decided(home, at_page) -> None:
    found = home.settled()
    page = at_page("response_officer", f"/domestic/{found.pk}/assess/", prompt="1", q_strangled="yes", q_followed="yes")
    assert page.status_code == 200
    assert [one.code for one in page.context["prompts"]] == ["strangulation", "stalking"]
    assert not page.context["form"].errors
    assert not Assessment.objects.exists()


def test_below_the_threshold_is_asked_for_and_agreed_to_by_a_supervisor_at_their_own_sign_in(home, at_page) -> None:
    found = home.settled()
    path, given = f"/domestic/{found.pk}/assess/", sent(14, grade="medium", reason="He has left for good")
    page = at_page("response_officer", path, **{**given, "reason": ""})
    assert page.status_code == 422
    assert at_page("response_officer", path, **given).status_code == 303
    assert DomesticIncident.objects.get(pk=found.pk).grade == "high"
    record = at_page("response_officer", f"/domestic/{found.pk}/").content.decode()
    assert "High stands until a supervisor agrees" in record
    again = f"/domestic/{found.pk}/second-look/"
    assert "Medium is asked for." in at_page("domestic_abuse_specialist", again).content.decode()
    agreed = {"grade": "medium", "words": "He is in prison until May"}
    assert at_page("domestic_abuse_specialist", again, **agreed).status_code == 303
    assert DomesticIncident.objects.get(pk=found.pk).grade == "medium"
    record = at_page("response_officer", f"/domestic/{found.pk}/").content.decode()
    assert "agreed to Medium" in record


def test_an_answer_not_of_the_list_is_no_answer(home, at_page) -> None:
    found = home.settled()
    page = at_page("response_officer", f"/domestic/{found.pk}/assess/", prompt="1", q_strangled="perhaps")
    assert page.context["counted"].not_asked == 27


def test_the_other_set_has_no_band(home, at_page) -> None:
    found = home.settled()
    path = f"/domestic/{found.pk}/assess/?tool=first_response"
    page = at_page("response_officer", path, prompt="1", q_threats="yes")
    assert page.context["band"] is None
    assert page.context["counted"].yes == 1
    assert at_page("response_officer", f"/domestic/{found.pk}/assess/?tool=none").status_code == 404
