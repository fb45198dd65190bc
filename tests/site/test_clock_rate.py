"""The rate of deadlines from facts: measured, and well above what a busy command needs even on a shared machine."""

from bluelamp.site.benches.clock_rate import invented, rate


def test_the_invented_detentions_have_every_kind_of_fact() -> None:
    held = [one for one, _ in invented(120)]
    assert any(one.hospital for one in held)
    assert any(one.extensions for one in held)
    assert any(one.warrants for one in held)
    assert any(one.earlier and one.returned_at for one in held)


def test_a_rate_is_measured() -> None:
    found = rate(seconds=0.05)
    assert found.deadlines >= 200
    assert found.a_second > 2_000
