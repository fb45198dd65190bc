"""Which team works where: by whole postcode, by part of one, and the words when there is none."""

import pytest

from bluelamp.places.rules.points import Point
from bluelamp.public.rules.your_team import NOT_A_POSTCODE, NOT_OURS, SEVERAL, Patch, tidy, your_team

HERE, THERE = Point(51.66, -0.27), Point(51.70, -0.19)
POSTCODES = [("WD61WA", HERE), ("WD61AB", HERE), ("WD62AB", THERE), ("EN61AA", THERE)]
PATCHES = [Patch(team="West", settlements=("Hereham",)), Patch(team="East", settlements=("Thereham",))]
SETTLEMENTS = {"Hereham": HERE, "Thereham": THERE, "Nobody's": Point(51.66, -0.271)}


def asked(text: str):
    return your_team(text, postcodes=POSTCODES, patches=PATCHES, settlements=SETTLEMENTS)


@pytest.mark.parametrize(
    ("text", "team"),
    [("WD6 1WA", "West"), ("wd61wa", "West"), ("WD6 1", "West"), (" en6  1aa", "East"), ("EN6", "East")],
)
def test_the_team_of_the_nearest_settlement_that_a_team_works_in(text, team):
    assert (asked(text).team, asked(text).trouble) == (team, "")


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("WD6", SEVERAL),
        ("ZZ1 1ZZ", NOT_OURS),
        ("WD", NOT_A_POSTCODE),
        ("Borehamwood", NOT_A_POSTCODE),
        ("\u202e\U0001f600'--", NOT_A_POSTCODE),
    ],
)
def test_no_team_is_said_in_words(text, trouble):
    assert (asked(text).team, asked(text).trouble) == ("", trouble)


def test_without_teams_it_says_so_rather_than_naming_one():
    assert your_team("WD6 1WA", postcodes=POSTCODES, patches=[], settlements=SETTLEMENTS).trouble == NOT_OURS


def test_tidy_keeps_letters_and_digits():
    assert tidy(" wd6-1wa ") == "WD61WA"
