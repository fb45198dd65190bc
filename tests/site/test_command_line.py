"""The command: help in words, quick to start, clear when called wrongly."""

import subprocess
import sys
from dataclasses import replace
from types import ModuleType

import pytest
from django.db import ProgrammingError
from psycopg.errors import UndefinedTable

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


def test_a_database_never_set_up_is_said_in_words() -> None:
    def empty(arguments: list[str]) -> int:
        try:
            raise UndefinedTable('relation "ledger_entry" does not exist')
        except UndefinedTable as error:
            if arguments:
                raise ProgrammingError(str(error)) from error
            raise

    module = ModuleType("an_empty_database")
    module.main = empty  # type: ignore[attr-defined]
    command = replace(COMMANDS["verify"], module="an_empty_database")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "an_empty_database", module)
        for arguments in ([], ["raised by the framework"]):
            with pytest.raises(ValueError, match="the tables are not there yet"):
                command_line._on_tables(command, arguments)
