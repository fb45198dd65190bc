"""The checker uses the standard library and numpy, and nothing of ours."""

import sys
import tomllib

from tests.architecture import house

FOLDER = "bluelamp/duty/checking/"


def test_the_checker_imports_nothing_of_ours() -> None:
    allowed = {"numpy", *sys.stdlib_module_names}
    for path, text in house.python():
        if path.startswith(FOLDER):
            others = [one for one in house.imports(text) if not one.startswith("bluelamp.duty.checking.")]
            assert not [one for one in others if one.split(".")[0] not in allowed], path


def test_the_contract_names_every_other_folder() -> None:
    contracts = tomllib.loads((house.ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    named = next(set(one["forbidden_modules"]) for one in contracts if one["id"] == "checker_stands_alone")
    ours = [path.relative_to(house.ROOT).parts for path in house.files(".py") if house.PACKAGE in path.parents]
    folders = {".".join(parts[: 3 if parts[1] == "duty" else 2]).removesuffix(".py") for parts in ours}
    folders = {one for one in folders if not one.endswith("__init__")} - {"bluelamp.duty.checking"}
    assert folders <= named, sorted(folders - named)
