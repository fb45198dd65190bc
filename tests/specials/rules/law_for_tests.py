"""The law of specials as shipped."""

from bluelamp.deadlines.law import load
from tests.architecture import house

LAW = load(house.PACKAGE / "specials" / "law.toml")
