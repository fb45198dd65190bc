"""What may be done to a record now, by this person, in this state; refusals included."""

from dataclasses import dataclass, field

from bluelamp.verdict import Verdict, allowed


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One action on a record's page. `url` is None where it is refused; `verdict` then says why, with the law."""

    label: str
    url: str | None = None
    note: str = ""
    verdict: Verdict = field(default_factory=allowed)

    @property
    def is_open(self) -> bool:
        return self.verdict.allowed and self.url is not None
