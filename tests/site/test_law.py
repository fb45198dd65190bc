"""The page of rules is the law as shipped."""

from bluelamp.site.commands.law import as_page
from tests.architecture import house


def test_the_docs_show_the_law_as_it_is() -> None:
    assert (house.ROOT / "docs" / "rules.md").read_text() == as_page()


def test_every_entry_shows_its_source_and_tag() -> None:
    rows = [line for line in as_page().splitlines() if line.startswith("| `")]
    assert len(rows) > 100
    assert all(len(row.split(" | ")) == 5 and row.split(" | ")[2].strip() for row in rows)
