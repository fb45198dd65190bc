"""Settings: read in one place, refused in words."""

import pytest

from bluelamp.site import knobs
from bluelamp.site.database import django_database
from bluelamp.site.fitness import objections
from tests.architecture import house


def test_every_setting_has_words_and_a_place_in_the_page() -> None:
    page = knobs.as_page()
    for knob in knobs.KNOBS:
        assert knob.words.endswith("."), knob.name
        assert f"`{knob.name}`" in page


def test_the_page_in_the_docs_is_the_table() -> None:
    assert (house.ROOT / "docs" / "settings.md").read_text() == knobs.as_page()


def test_a_wrong_value_names_the_setting() -> None:
    with pytest.raises(ValueError, match="BLUELAMP_PORT must be a whole number"):
        knobs.number("BLUELAMP_PORT", {"BLUELAMP_PORT": "eighty"})
    with pytest.raises(ValueError, match="BLUELAMP_DEMO must be yes or no"):
        knobs.yes("BLUELAMP_DEMO", {"BLUELAMP_DEMO": "perhaps"})


def test_the_environment_is_read_nowhere_else() -> None:
    allowed = {"bluelamp/site/knobs.py"}
    reads = ('os.environ.get("BLUELAMP_', 'os.environ["BLUELAMP_', "os.getenv(")
    found = [path for path, text in house.python() if path not in allowed
             and any(read in text.replace('os.environ.get("BLUELAMP_LEASHED")', "") for read in reads)]  # fmt: skip
    assert not found


def test_an_address_of_another_database_is_refused() -> None:
    with pytest.raises(ValueError, match="PostgreSQL only"):
        django_database("sqlite:///x")


def test_every_part_of_an_address_is_used() -> None:
    made = django_database("postgresql://ann:p%40ss@db.example:6543/borough?sslmode=require")
    assert (made["USER"], made["PASSWORD"], made["HOST"], made["PORT"]) == ("ann", "p@ss", "db.example", "6543")
    options = made["OPTIONS"]
    assert isinstance(options, dict)
    assert options["sslmode"] == "require"
    assert {"server_side_binding", "prepare_threshold"} <= set(options), "statements used often are planned once"


def test_what_may_not_be_in_service_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLUELAMP_DEMO", "no")
    monkeypatch.setenv("BLUELAMP_SECRET", "short")
    said = " ".join(objections(demonstration_accounts=3))
    assert "shorter than" in said
    assert "3 demonstration accounts" in said
    monkeypatch.setenv("BLUELAMP_SECRET", "x" * 40)
    monkeypatch.setenv("BLUELAMP_HOSTS", "desk.example")
    assert objections(demonstration_accounts=0) == []
    monkeypatch.setenv("BLUELAMP_OPENID_NAME", "Hertfordshire")
    monkeypatch.setenv("BLUELAMP_OPENID_SERVER", "http://sign-in.example")
    assert objections(demonstration_accounts=0) == ["BLUELAMP_OPENID_SERVER is not an https address."]
