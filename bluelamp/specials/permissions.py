"""The capabilities of the special constabulary, in words."""

from bluelamp.access.registry import Capability

COORDINATE = Capability(
    name="specials.coordinate", words="Run the specials' recruitment, events, hours and thanks, and see their records"
)
SIGN = Capability(
    name="specials.sign", words="Sign a special's steps as their tutor, or as an inspector by regular rank"
)
EXPENSES = Capability(name="specials.expenses", words="Decide the expenses of specials, never one's own")
MINE = Capability(
    name="specials.mine", words="See your own path as a special, offer hours, sign up for events and claim expenses"
)
