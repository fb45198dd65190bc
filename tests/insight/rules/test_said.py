"""What victims say: no row or word from which a few people could be told."""

from hypothesis import given
from hypothesis import strategies as st

from bluelamp.insight.rules.said import FEW, WORKED_OUT, Answered, lines, own_words

ANSWERS = ("yes", "partly", "no")


def people(yes: int, partly: int, no: int) -> list[Answered]:
    return [Answered(answers={"safe": said}) for said, n in zip(ANSWERS, (yes, partly, no), strict=True)
            for _ in range(n)]  # fmt: skip


def shown(*counts: int) -> tuple[str, ...]:
    (line,) = lines(people(*counts), {"safe": "Feels safe"}, ANSWERS)
    return line.counts


def test_fewer_than_five_people_are_no_figures() -> None:
    (line,) = lines(people(2, 1, 1), {"safe": "Feels safe"}, ANSWERS)
    assert (line.counts, line.hidden) == ((), "fewer than 5 people answered")


def test_a_few_are_hidden_and_with_them_the_next_smallest() -> None:
    assert shown(20, 0, 6) == ("20", "0", "6")
    assert shown(20, 6, 1) == ("20", WORKED_OUT, FEW)
    assert shown(20, 3, 4) == ("20", FEW, FEW)
    assert shown(20, 0, 2) == (WORKED_OUT, "0", FEW)


@given(*[st.integers(0, 12)] * 3)
def test_what_is_hidden_is_five_or_more_together(yes: int, partly: int, no: int) -> None:
    counts = (yes, partly, no)
    said = shown(*counts)
    hidden = [count for count, words in zip(counts, said, strict=False) if not words.isdigit()]
    assert not hidden or sum(hidden) >= 5
    assert all(words == "0" or int(words) >= 5 for words in said if words.isdigit())


def test_words_come_once_five_wrote_and_without_names_or_numbers() -> None:
    wrote = [Answered(answers={}, words=words, names=("Joanne Marlow", "Ann-Marie Sutter")) for words in
             ("Thank you", "joanne here", "Sutter was kind, ring 07700 900418", "Zoo", "All Marlows know")]  # fmt: skip
    assert own_words(wrote[:4]) == []
    assert own_words(wrote) == ["All Marlows know", "Thank you", "Zoo", "… here", "… was kind, ring …"]
