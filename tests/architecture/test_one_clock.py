"""Only `clock.py` asks the time; what law and records rest on never measures either."""

from tests.architecture import house

TIMELESS_ROOMS = {"rules", "actions", "pages", "deadlines"}


def test_the_reader_sees_every_way_to_read_the_clock() -> None:
    for bad in ("datetime.now()", "datetime.datetime.utcnow()", "date.today()", "time.time()", "timezone.now()",
                "from time import time", "from django.utils.timezone import now"):  # fmt: skip
        assert house.clock_reads(bad, house.CLOCK), bad
    assert not house.clock_reads("clock.now()", house.CLOCK)


def test_no_clock_is_read_outside_the_clock() -> None:
    found = {
        path: reads
        for path, text in house.python()
        if path != "bluelamp/clock.py" and (reads := house.clock_reads(text, house.CLOCK))
    }
    assert not found


def test_rules_actions_and_pages_do_not_measure() -> None:
    assert house.clock_reads("time.perf_counter()", house.COUNTERS)
    found = {
        path: reads
        for path, text in house.python()
        if TIMELESS_ROOMS & set(path.split("/")) and (reads := house.clock_reads(text, house.COUNTERS))
    }
    assert not found
