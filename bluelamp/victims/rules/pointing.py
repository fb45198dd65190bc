"""By which way a message may point a victim to their news, or say that what they reported is written down."""

from collections.abc import Mapping
from datetime import datetime

from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.people.rules.safe_contact import Safe, may_reach

TO_NEWS = (Channel.TEXT, Channel.EMAIL)
IN_WRITING = (Channel.EMAIL, Channel.TEXT, Channel.LETTER)
"""In this order: a letter takes days, so it goes only where nothing quicker is safe."""


def way_to(
    *, safe: Safe | None, addresses: Mapping[Channel, str], among: tuple[Channel, ...], at: datetime
) -> Channel | None:
    """The first of these channels that is safe at the instant `at` and whose address is known; None where none is.

    `addresses` are theirs by channel, empty where not known. Safety before the clock (V7): where none is safe now,
    nothing leaves, and it is asked again later.
    """
    open_ = (one for one in among if addresses.get(one) and may_reach(safe=safe, way=one.way, at=at).allowed)
    return next(open_, None)
