"""Bars for a chart drawn on the server: heights only, no arithmetic that a reader could not check in the table."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Bar:
    """`part` of `count` is drawn solid (such as broken among late and broken); `of` is the denominator."""

    label: str
    count: int
    of: int | None = None
    part: int = 0
    mark: bool = False


@dataclass(frozen=True, kw_only=True)
class DrawnBar:
    """Positions in percent of the drawing's width and of its plot height, from the top."""

    bar: Bar
    x: float
    middle: float
    width: float
    top: float
    height: float
    part_top: float
    part_height: float


def drawn(bars: Sequence[Bar]) -> list[DrawnBar]:
    """Bars side by side on one scale from nought; the tallest fills the plot."""
    most = max([bar.count for bar in bars], default=0) or 1
    step = 100 / max(len(bars), 1)
    return [_drawn(bar, number * step, step, most) for number, bar in enumerate(bars)]


def _drawn(bar: Bar, x: float, step: float, most: int) -> DrawnBar:
    height, part = 100 * bar.count / most, 100 * bar.part / most
    return DrawnBar(
        bar=bar,
        x=round(x + step * 0.14, 2),
        middle=round(x + step / 2, 2),
        width=round(step * 0.72, 2),
        top=round(100 - height, 2),
        height=round(height, 2),
        part_top=round(100 - part, 2),
        part_height=round(part, 2),
    )
