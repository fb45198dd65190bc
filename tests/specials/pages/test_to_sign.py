"""What waits for my signature."""

from tests.specials.volunteers import Volunteers


def test_the_tutor_sees_whom_they_tutor_and_the_inspector_what_asks_for_the_rank(at_page, there: Volunteers):
    there.checked().tutored()
    page = at_page("tutor", "/specials/to-sign/").content.decode()
    assert f"/specials/{there.pk}/sign/phase_1/" in page
    assert "No special waits" in at_page("inspector", "/specials/to-sign/").content.decode()
    assert "No special waits" in at_page("other_officer", "/specials/to-sign/").content.decode()
    there.signs("tutor", *(f"phase_{n}" for n in range(1, 6))).linked()
    assert "Nothing waits for you" in at_page("tutor", "/specials/to-sign/").content.decode()
    assert f"/specials/{there.pk}/sign/attested/" in at_page("inspector", "/specials/to-sign/").content.decode()
