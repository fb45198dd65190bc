"""A message to a partner body: by email to the mailbox the force set for it, and the words give nothing away."""

from collections.abc import Iterable, Mapping

from bluelamp.messages.rules.safe_channel import gives_nothing_away
from bluelamp.verdict import Verdict, every, refused

_SOURCE = "Templates carry references, never the story (V7)"
NOUN = "partner"


def is_body(ref: str) -> bool:
    """Whether a reference is that of a partner body, who has no safe hours and no shared phone."""
    return ref.partition(":")[0] == NOUN


def may_go_to_body(
    to: str, *, address: str, personalisation: Mapping[str, str], sender: str, never: Iterable[str] = ()
) -> Verdict:
    """Allowed only to a body, at a mailbox, with words that say nothing of the matter; a link may name its own path."""
    names = tuple(never)
    words = {name: value for name, value in personalisation.items() if name != "link"}
    checks = [gives_nothing_away(said, names, field) for field, said in {**words, "sender": sender}.items()]
    if not is_body(to):
        checks.append(refused("Only a partner body is written to in this way.", _SOURCE, field="to"))
    if address.count("@") != 1 or not all(address.split("@")) or any(one.isspace() for one in address):
        checks.append(refused("No mailbox is set for this body. Set how they are reached.", _SOURCE, field="address"))
    return every(*checks)
