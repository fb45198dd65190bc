"""The victim changes how they are reached: a way is left, no suspect's number, and their officer asks again."""

from bluelamp.people.models import SafeContact
from tests.victims.care import Care
from tests.victims.own import Own, text


def test_changed_at_once_and_asked_about_again(care: Care) -> None:
    own = Own(care).open()
    assert own.post("/page/reach/", ways=["phone", "in_person"], number="07700 900333", since="09:00",
                    until="15:00").status_code == 303  # fmt: skip
    now = SafeContact.objects.get(ended_at=None)
    assert (now.ways, now.number, now.source) == (["in_person", "phone"], "07700 900333", "Their own page")
    assert SafeContact.objects.filter(ended_at__isnull=False).count() == 1
    assert len(care.promises("assess_needs")) == 2


def test_no_way_left_or_a_suspects_number_is_refused_in_their_words(care: Care) -> None:
    suspect = care.evening.person(phone="07700 900811")
    care.evening.arrest(incident=care.incident, person=suspect)
    own = Own(care).open()
    answer = own.post("/page/reach/", ways=["text"], shared="yes")
    assert answer.status_code == 422
    assert "This leaves no way to reach you" in text(answer)
    answer = own.post("/page/reach/", ways=["text"], number="+44 7700 900811")
    assert "We cannot use this number" in text(answer)
    assert "suspect" not in text(answer)
    assert SafeContact.objects.get(ended_at=None).source == "Her own words"


def test_where_a_letter_is_safe_is_said_here_too(care: Care) -> None:
    own, post_to = Own(care).open(), "J Marlow\nc/o 3 Mill Lane\nAL3 4HZ"
    answer = own.post("/page/reach/", ways=["letter"], post_to="Mill Lane")
    assert answer.status_code == 422
    assert "the street and the postcode" in text(answer)
    assert own.post("/page/reach/", ways=["letter"], post_to=post_to).status_code == 303
    assert SafeContact.objects.get(ended_at=None).post_to == post_to
    assert "Mill Lane" not in text(own.get("/page/reach/")), "it is not shown to whoever holds the page"
