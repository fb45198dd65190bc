"""Files and functions stay small; names say what a thing is for."""

from pathlib import Path

import pytest

from tests.architecture import house

VAGUE_FOLDERS = {"utils", "util", "helpers", "core", "common", "misc", "lib"}
VAGUE_ENDINGS = ("Manager", "Helper", "Service", "Handler")


def test_no_file_is_over_400_lines() -> None:
    ends = (".py", ".html", ".js", ".mjs", ".scss", ".css", ".toml")
    written = [p for p in house.files(*ends) if "migrations" not in p.parts]
    long = {str(p.relative_to(house.ROOT)): n for p in written if (n := len(p.read_text().splitlines())) > 400}
    assert not long


def test_no_function_is_over_40_lines() -> None:
    assert house.long_functions("def long():\n" + "    x = 1\n" * 41) == ["long: 42 lines"]
    found = {path: long for path, text in house.python(package_only=False) if (long := house.long_functions(text))}
    assert not found


def test_no_folder_has_a_name_that_says_nothing() -> None:
    vague = {str(p) for p in house.files() if VAGUE_FOLDERS & set(p.relative_to(house.ROOT).parts[:-1])}
    assert not vague


def test_no_class_has_a_name_that_says_nothing() -> None:
    assert house.class_names("class UnitService: ...") == ["UnitService"]
    found = [f"{path}: {name}" for path, text in house.python() for name in house.class_names(text)
             if name.endswith(VAGUE_ENDINGS)]  # fmt: skip
    assert not found


def _folders_of_ours() -> list[Path]:
    """Every folder with an `__init__.py`, but the package itself (its version) and those that Django reads."""
    found = {p.parent for p in house.files("__init__.py") if house.PACKAGE in p.parents} - {house.PACKAGE}
    return sorted(p for p in found if not {"migrations", "management", "models"} & set(p.parts))


@pytest.mark.parametrize("path", _folders_of_ours())
def test_a_folder_opens_with_one_sentence_and_no_code(path: Path) -> None:
    lines = [line for line in (path / "__init__.py").read_text().splitlines() if line.strip()]
    assert len(lines) <= 3
    assert not [line for line in lines if line.startswith(("import", "from", "def", "class"))]
