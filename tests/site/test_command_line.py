"""The command: help in words, quick to start, clear when called wrongly."""

import subprocess
import sys

import pytest

from bluelamp.site import command_line
from bluelamp.site.command_table import COMMANDS


def test_help_names_every_command_that_is_built(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main([]) == 0
    said = capsys.readouterr().out
    for name in ("setup", "run", "migrate", "verify"):
        assert f"bluelamp {name} " in said
    for command in COMMANDS.values():
        assert (command.words in said) == command.exists(), command.name


def test_a_command_that_does_not_exist_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["arrest-everyone"]) == 2
    assert "There is no command 'arrest-everyone'" in capsys.readouterr().err


def test_help_and_settings_do_not_load_the_framework() -> None:
    code = (
        "import sys; from bluelamp.site.command_line import main; main([]); main(['settings']); "
        "sys.exit(any(m.split('.')[0] in {'django', 'psycopg'} for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
