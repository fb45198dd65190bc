"""Bounded load: one visitor alone for latency and CPU, several together for throughput."""

import contextlib
import statistics
import threading
import time
from collections.abc import Callable, Sequence

from bluelamp.site.benches.web import Web

Visit = Callable[[], object]
WARM, ALONE_MOST, ALONE_SECONDS = 30, 400, 12.0
TOGETHER_MOST, TOGETHER_SECONDS = 4000, 8.0


def alone(visit: Visit, web: Web | None = None, *, most: int = ALONE_MOST) -> dict[str, float]:
    """p50 and p99 in ms of one visitor; with `web` also the server's CPU for each visit."""
    for _ in range(min(WARM, most)):
        visit()
    before = web.cpu_seconds() if web else (0.0, 0.0)
    took: list[float] = []
    until = time.perf_counter() + ALONE_SECONDS
    while len(took) < most and time.perf_counter() < until:
        began = time.perf_counter()
        visit()
        took.append((time.perf_counter() - began) * 1000)
    figures = {"p50_ms": round(statistics.median(took), 2), "p99_ms": round(percentile(took, 99), 2)}
    if web:
        after = web.cpu_seconds()
        for name, now, then in zip(("web_cpu_ms", "database_cpu_ms"), after, before, strict=True):
            figures[name] = round((now - then) * 1000 / len(took), 2)
        figures["server_cpu_ms"] = round(figures["web_cpu_ms"] + figures["database_cpu_ms"], 2)
    return figures


def together(visits: Sequence[Visit], *, seconds: float = TOGETHER_SECONDS) -> float:
    """Visits a second of all together, each in a thread of its own; raises what a visit raised."""
    done, wrong, gate = [0] * len(visits), list[BaseException](), threading.Barrier(len(visits) + 1)
    end: list[float] = []

    def keep_visiting(number: int, visit: Visit) -> None:
        try:
            visit()
            gate.wait(30)
            while time.perf_counter() < end[0] and done[number] < TOGETHER_MOST / len(visits):
                visit()
                done[number] += 1
        except BaseException as error:
            wrong.append(error)
            gate.abort()

    threads = [threading.Thread(target=keep_visiting, args=each) for each in enumerate(visits)]
    for thread in threads:
        thread.start()
    end.append(time.perf_counter() + 60)
    with contextlib.suppress(threading.BrokenBarrierError):
        gate.wait(30)
    began = time.perf_counter()
    end[0] = began + seconds
    for thread in threads:
        thread.join(seconds + 60)
    if wrong:
        raise wrong[0]
    return round(sum(done) / (time.perf_counter() - began), 1)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` percent of them do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share / 100))]
