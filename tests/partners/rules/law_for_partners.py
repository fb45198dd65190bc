"""The law of sharing as shipped."""

from bluelamp.deadlines.law import load
from tests.architecture import house

LAW = load(house.PACKAGE / "partners" / "law.toml")
