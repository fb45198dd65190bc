"""Law as dated data, and its errors in words."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bluelamp.deadlines.law import Law, LawError, load

BAIL = """
law = [
    {key = "bail.first", value = 28, unit = "days", source = "s.47ZB made", tag = "U", effective_from = 2017-04-03},
    # {key = "bail.first", value = 99} was never law
    {key = "bail.first", value = 3, unit = "months", source = "PACE s.47ZB", tag = "V", effective_from = 2022-10-28},
    {key = "slot.lapse", value = 45, unit = "minutes", source = "Policy", tag = "P", effective_from = 2026-01-01},
    {key = "limit", value = 24, unit = "hours", source = "s.41", tag = "V", effective_from = 1986-01-01, fixed = true},
]
"""


def written(folder: Path, text: str, name: str = "bail.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def entry(**changed: str) -> str:
    fields = {
        "key": '"slot.lapse"', "value": "30", "unit": '"minutes"', "source": '"Force order 7"', "tag": '"P"',
        "effective_from": "2026-06-01",
    } | changed  # fmt: skip
    return "law = [\n  {" + ", ".join(f"{name} = {value}" for name, value in fields.items() if value) + "},\n]\n"


@pytest.fixture
def law(tmp_path: Path) -> Law:
    return load(written(tmp_path, BAIL))


def test_the_day_of_the_event_picks_the_version(law: Law) -> None:
    assert law.value("bail.first", on=date(2022, 10, 27)).unit == "days"
    assert law.value("bail.first", on=date(2022, 10, 28)).number == 3
    assert law["bail.first"].source == "PACE s.47ZB"


def test_before_any_version_is_refused(law: Law) -> None:
    with pytest.raises(LawError, match=r"bail.toml, line 3: bail.first holds from 2017-04-03, not on 2017-04-02"):
        law.value("bail.first", on=date(2017, 4, 2))


def test_an_unknown_key_is_refused(law: Law) -> None:
    with pytest.raises(LawError, match=r"no law is called 'bail\.second'"):
        law.value("bail.second", on=date(2026, 1, 1))
    assert "bail.second" not in law
    assert "limit" in law


def test_a_value_knows_its_line(law: Law) -> None:
    assert law["bail.first"].where == "bail.toml, line 5"


def test_a_span_is_elapsed_time(law: Law) -> None:
    assert law["limit"].span == timedelta(hours=24)
    with pytest.raises(LawError, match="not a span"):
        _ = law["bail.first"].span
    with pytest.raises(LawError, match="not words"):
        _ = law["limit"].text
    with pytest.raises(LawError, match="not a list"):
        _ = law["limit"].items


def test_a_force_overrides_from_its_own_day_on(tmp_path: Path) -> None:
    law = load(written(tmp_path, BAIL), written(tmp_path, entry(), "force.toml"))
    assert law.value("slot.lapse", on=date(2026, 5, 31)).number == 45
    assert law.value("slot.lapse", on=date(2026, 6, 1)).number == 30
    assert law.value("slot.lapse", on=date(2026, 6, 1)).where == "force.toml, line 2"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"key": '"slot.lapsed"'}, "force.toml, line 2: slot.lapsed overrides nothing"),
        ({"unit": '"hours"'}, "force.toml, line 2: slot.lapse is in 'hours', but the law is in 'minutes'"),
        ({"key": '"limit"', "unit": '"hours"'}, "line 2: limit is fixed by s.41"),
    ],
)
def test_an_override_that_may_not_be_is_refused(tmp_path: Path, changed: dict[str, str], words: str) -> None:
    with pytest.raises(LawError, match=words):
        load(written(tmp_path, BAIL), written(tmp_path, entry(**changed), "force.toml"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (entry(source=""), "bail.toml, line 2: slot.lapse has no source"),
        (entry(source='" "'), "line 2: slot.lapse has no source"),
        (entry(tag='"X"'), "line 2: tag of slot.lapse is 'X', not one of V, V2, U, P"),
        (entry(effective_from='"June"'), "line 2: effective_from of slot.lapse is 'June', which is not a date"),
        (entry(effective_from=""), "line 2: slot.lapse has no effective_from"),
        (entry(colour='"red"'), "line 2: slot.lapse has an unknown field 'colour'"),
        (entry(fixed='"yes"'), "line 2: fixed of slot.lapse is 'yes', which is not a bool"),
        (entry(key=""), "an entry has no key"),
        ("law = [\n{key = x}\n]", "bail.toml: not readable as TOML: .*line 2"),
        ("rules = []", "bail.toml: there is no list called 'law'"),
        (entry() + entry().replace("law = [", "").replace("]", ""), "not readable as TOML"),
    ],
)
def test_bad_law_is_refused_with_file_key_and_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(LawError, match=words):
        load(written(tmp_path, text))


def test_the_same_key_twice_from_one_day_is_refused(tmp_path: Path) -> None:
    twice = BAIL.replace("2022-10-28", "2017-04-03")
    with pytest.raises(LawError, match=r"line 5: bail.first from 2017-04-03 is already given at bail.toml, line 3"):
        load(written(tmp_path, twice))


def test_a_file_that_is_absent_or_not_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LawError, match=r"absent.toml: cannot be read"):
        load(tmp_path / "absent.toml")
    (tmp_path / "latin.toml").write_bytes(b"law = [] # \xe9")
    with pytest.raises(LawError, match=r"latin.toml: cannot be read"):
        load(tmp_path / "latin.toml")


def test_what_if(law: Law) -> None:
    assert law.changed("slot.lapse", 60)["slot.lapse"].span == timedelta(hours=1)
    assert law["slot.lapse"].number == 45
    with pytest.raises(LawError, match="no law"):
        law.changed("nothing", 1)
