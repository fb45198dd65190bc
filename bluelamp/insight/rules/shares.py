"""A figure is always a numerator and a denominator; the share comes last."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Share:
    """`part` of `of`, both counts."""

    part: int = 0
    of: int = 0

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None where nothing was counted: no share of nothing."""
        return self.part / self.of if self.of else None

    @property
    def words(self) -> str:
        """Such as "87 of 99, 88 %", or "none"."""
        return f"{self.fraction}, {self.percentage}" if self.of else "none"

    @property
    def fraction(self) -> str:
        """Such as "87 of 99", or "none"."""
        return f"{self.part} of {self.of}" if self.of else "none"

    @property
    def percentage(self) -> str:
        """Such as "88 %"; never shown without the fraction beside it."""
        return f"{100 * self.part / self.of:.0f}\N{NO-BREAK SPACE}%" if self.of else "none"

    def __add__(self, other: "Share") -> "Share":
        return Share(part=self.part + other.part, of=self.of + other.of)


def counted(found: Sequence[bool]) -> Share:
    """How many are true of how many."""
    return Share(part=sum(found), of=len(found))
