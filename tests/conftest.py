"""What every test shares: the rule about browsers."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations
from hypothesis import settings

BUILT = Path(__file__).resolve().parents[1] / "bluelamp" / "design" / "built" / "css" / "bluelamp.css"
WORDS = "no chromium on this machine: browser tests did not run (.ci/run installs it)"

settings.register_profile("untimed", deadline=None)  # a busy machine makes no rule wrong
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: needs chromium")
    config.addinivalue_line("markers", "pictures: writes the pictures of `make pictures`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without chromium browser tests skip, loudly; with BLUELAMP_BROWSER=required they fail instead."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
    if not config.getoption("-m"):
        items[:] = [item for item in items if not item.get_closest_marker("pictures")]
    if chromium() or os.environ.get("BLUELAMP_BROWSER") == "required":
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=WORDS))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if WORDS in str(report.longrepr)]
    if skipped:
        terminalreporter.write_line(f"WARNING: {len(skipped)} browser tests skipped: {WORDS}", yellow=True, bold=True)


def chromium() -> str | None:
    """The browser's program, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser's program; a test that asks for it fails where it is required and missing."""
    found = chromium()
    if found is None:
        pytest.fail(WORDS)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The one browser of a test process: two cannot be driven from one thread."""
    found = chromium()
    if found is None:
        pytest.fail(WORDS)
    if not BUILT.exists():
        pytest.fail("The front end is not built: run make setup.")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(autouse=True, scope="session")
def _emptied_between_tests() -> Iterator[None]:
    """The ledger refuses to be emptied, by trigger. Between tests that commit, the superuser's way round it is used."""
    plain = DatabaseOperations.execute_sql_flush

    def without_triggers(self: DatabaseOperations, sql_list: list[str]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
        try:
            plain(self, sql_list)
        finally:
            with self.connection.cursor() as cursor:
                cursor.execute("SET session_replication_role = origin")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", without_triggers)
        yield
