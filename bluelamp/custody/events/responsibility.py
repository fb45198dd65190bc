"""What the ledger says of handing a detained person to another officer and taking them back."""

from bluelamp.custody.events.erasing import WORDS_GO
from bluelamp.ledger.registry import Event

HANDED_TO = Event(
    name="custody.handed_to_officer",
    sentence="Handed to {who_name}, who answers for them now. {why}",
    retention="custody",
    words=("why",),
    erasure=WORDS_GO,
)
BROUGHT_BACK = Event(
    name="custody.brought_back",
    sentence="Back with the custody officer from {who_name}. Act and Codes kept: {kept}. {report}",
    retention="custody",
    words=("report",),
    erasure=WORDS_GO,
)
LEFT_FOR_SUITE = Event(
    name="custody.left_for_suite",
    sentence="Left {suite_name} for {to_name} with {escort}. {why}",
    retention="custody",
    words=("why", "escort"),
    erasure=WORDS_GO,
)
CAME_TO_SUITE = Event(
    name="custody.came_to_suite",
    sentence="Arrived at {suite_name} from another suite. Act and Codes kept: {kept}. {report}",
    retention="custody",
    words=("report",),
    erasure=WORDS_GO,
)
