"""Running a coroutine whatever the test's own thread is doing."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def apart(work: Callable[[], T]) -> T:
    """The result, worked out in a thread of its own, where no loop runs: signing a paper starts one itself."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


def finished(work: Coroutine[Any, Any, T]) -> T:
    """The result, from a loop in a thread of its own: the browser's loop may run in the test's thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
