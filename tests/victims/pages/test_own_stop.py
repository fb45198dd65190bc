"""The victim wants to hear less, or nothing; what keeps them safe stays unless they say otherwise."""

from tests.victims.care import Care
from tests.victims.own import Own, text

PATH = "/page/stop/"


def test_in_their_own_words_and_open_to_change(care: Care) -> None:
    own = Own(care).open()
    assert "Write something" in text(own.post(PATH, frequency="nothing", words=""))
    own.post(PATH, frequency="nothing", words="Leave me be")
    assert not {one for one in care.open() if one.startswith("tell_")}
    assert (care.now().frequency, care.now().agreed_words) == ("nothing", "Leave me be")
    own.post(PATH, frequency="each_step", words="")
    assert care.now().frequency == "each_step"
