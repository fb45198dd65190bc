"""The processes in which a roster is looked for: OR-Tools and SciPy each bring a HiGHS, and one cannot hold both."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

BESIDE = 2
IMPORTED_ONCE = ["bluelamp.duty.solving.making", "scipy.optimize"]


def highs_helpers(
    count: int = BESIDE, *, begin: Callable[..., None] | None = None, given: tuple[Any, ...] = ()
) -> ProcessPoolExecutor:
    """Processes for HiGHS. What all of them import is imported once, in the process that they are forked from.

    With nothing to `begin`, each is new for each thing asked: HiGHS does not give back the memory it had.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(IMPORTED_ONCE)
    return ProcessPoolExecutor(
        count, mp_context=context, initializer=begin, initargs=given, max_tasks_per_child=None if begin else 1
    )


def cp_sat_helper() -> ProcessPoolExecutor:
    """A process for CP-SAT, which is begun anew: a forked one would hold SciPy's HiGHS already."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))
