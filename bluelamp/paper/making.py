"""A template and data become a PDF that is PDF/UA-1 and PDF/A-3a at once, by the compiler's own checks."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import typst

from bluelamp.deadlines.instants import as_local
from bluelamp.paper.characters import printable
from bluelamp.paper.fonts import fonts

ROOT = Path(__file__).resolve().parents[1]
"""Templates may read each other below the package, and nothing else on the machine."""
STANDARDS: list[Literal["a-3a", "ua-1"]] = ["a-3a", "ua-1"]
CONFORMS = "PDF/UA-1 and PDF/A-3a, checked by the compiler that made it"
BLANK = Path(__file__).parent / "blank.typ"
LARGE, REMEMBERED = 20_000, 11
_NOTHING = json.dumps(
    {"title": "Blank", "author": "", "running": "", "mark": "", "made_at": {"day": [2026, 1, 1], "words": ""}}
)
_one_at_a_time = Lock()


class NotMade(Exception):
    """The paper could not be made; the words are the compiler's."""


def make(*, template: Path, data: Mapping[str, Any], title: str, at: datetime) -> bytes:
    """The PDF, not yet signed. `data` reaches the template as JSON: whatever text says, it is never markup.

    `title` is read out before the paper is; `at` is the time that the paper bears. Raises NotMade.
    """
    wall = as_local(at)
    made_at = {"day": [wall.year, wall.month, wall.day], "words": f"{wall:%H:%M} on {wall:%A} {wall.day} {wall:%B %Y}"}
    inputs = {"data": json.dumps({"title": printable(title), "made_at": made_at, **printable(data)})}
    try:
        with _one_at_a_time:
            made: Any = _compiler().compile(
                input=str(template),
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=[*STANDARDS],
                timestamp=int(at.timestamp()),
            )
            if len(inputs["data"]) > LARGE:
                _forget()
    except (typst.TypstError, RuntimeError) as error:
        raise NotMade(str(error)) from error
    return bytes(made)


def _forget() -> None:
    """Let the compiler forget a large paper: it remembers what the last ten compilations used, some 50 MB each."""
    for turn in range(REMEMBERED):
        _compiler().compile(input=str(BLANK), format="pdf", sys_inputs={"data": _NOTHING}, timestamp=turn)


@cache
def _compiler() -> typst.Compiler:
    """One for the life of the process: it stays warm, with its fonts read and what it laid out last remembered."""
    return typst.Compiler(root=str(ROOT), font_paths=fonts())
