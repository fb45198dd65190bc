"""A custody record of 400 entries made into a signed paper: the first in a process, and the ones after it."""

import statistics
import time
from datetime import timedelta
from typing import Any

from bluelamp import clock

ENTRIES, TIMES = 400, 9
WORDS = "Awake and talking, asked for water, which was given. No change in what was seen. "


def figures() -> dict[str, object]:
    """Milliseconds cold and warm (p50, slowest), signature included; no two papers are the same."""
    spent = [_once(turn) for turn in range(TIMES + 1)]
    warm = sorted(spent[1:])
    return {
        "entries": ENTRIES,
        "cold_ms": round(spent[0]),
        "p50_ms": round(statistics.median(warm)),
        "slowest_ms": round(warm[-1]),
    }


def _once(turn: int) -> float:
    from bluelamp.custody.papers.documents import HERE
    from bluelamp.paper.making import make
    from bluelamp.paper.signing import sign

    at = clock.now() + timedelta(minutes=turn)
    began = time.perf_counter()
    sign(make(template=HERE / "record.typ", data=_data(turn), title=f"Custody record {turn}", at=at), reason="Bench")
    return 1000 * (time.perf_counter() - began)


def _data(turn: int) -> dict[str, Any]:
    rows = [
        {"when": "22:05:00 GMT, Fri 20 Nov 2026", "who": "PS 1842 Nia Haldane", "words": f"{n}. {turn} {WORDS * 2}",
         "struck": n % 50 == 7, "put_right": str(n + 1), "more": [], "note": ""}
        for n in range(ENTRIES)
    ]  # fmt: skip
    facts = [("Name", "Callum Redfern"), ("Record", str(turn))]
    return {
        "running": "Custody record", "mark": "", "author": "Bench", "lead": ["A bench."], "sign": [],
        "parts": [{"title": "The detention", "facts": facts}], "entries": rows, "entries_title": "Every entry",
    }  # fmt: skip
