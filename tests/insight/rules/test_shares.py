"""A share keeps its numerator and denominator."""

from bluelamp.insight.rules.shares import Share, counted


def test_a_share_of_nothing_is_no_share() -> None:
    assert Share().share is None
    assert Share().words == "none"


def test_counts_what_is_true() -> None:
    assert counted([True, False, True]) == Share(part=2, of=3)
    assert counted([True, True, False, True]).words == "3 of 4, 75\N{NO-BREAK SPACE}%"


def test_shares_add_by_their_counts() -> None:
    assert Share(part=1, of=2) + Share(part=0, of=8) == Share(part=1, of=10)


def test_a_percentage_stands_beside_its_fraction() -> None:
    share = Share(part=87, of=99)
    assert (share.fraction, share.percentage, share.words) == (
        "87 of 99",
        "88\N{NO-BREAK SPACE}%",
        "87 of 99, 88\N{NO-BREAK SPACE}%",
    )
    assert (Share().fraction, Share().percentage) == ("none", "none")
