"""A paper of a record made: its data, what is withheld from the suspect's side, the PDF and its signature."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.models import Detention
from bluelamp.custody.models.papers import Recipient
from bluelamp.custody.papers.documents import document
from bluelamp.custody.rules.copies import SUSPECT_SIDE
from bluelamp.paper.making import make
from bluelamp.paper.signing import sign
from bluelamp.people.rules.withholding import Withholding


@dataclass(frozen=True, kw_only=True)
class Printed:
    """The signed PDF. `withheld`: how often something was struck out; `entries`: how many entries it lists."""

    pdf: bytes
    name: str
    sha256: str
    entries: int
    withheld: int


def printed(
    found: Detention, *, kind: str, recipient: str, secrets: Sequence[str], hidden: Sequence[str], at: datetime,
    made_by: str = "",
) -> Printed:  # fmt: skip
    """Make the paper. `secrets` are struck out where it goes to the detained person, their solicitor or adult;
    `hidden`, the new addresses that whoever prints it may not see, wherever it goes. `made_by`: who made it, which
    stands on it with the time and for whom (G9).

    Raises `NotMade` or `NoFonts` of the paper floor, with words that say what is wrong.
    """
    made = document(kind, found, at=at)
    withholding = Withholding([*hidden, *(secrets if recipient in SUSPECT_SIDE else ())])
    data = withholding(made.data) | {"by": made_by, "for": Recipient(recipient).label.lower()}
    pdf = sign(make(template=made.template, data=data, title=made.title, at=at), reason=made.title)
    return Printed(
        pdf=pdf,
        name=f"{kind}-{found.number}.pdf".replace("/", "-"),
        sha256=hashlib.sha256(pdf).hexdigest(),
        entries=made.entries,
        withheld=withholding.count,
    )
