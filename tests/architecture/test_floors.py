"""Every folder has a floor, and rules stand without the framework."""

import subprocess
import sys
import tomllib

import pytest

from tests.architecture import house

BLOCKED = """
import importlib, sys
class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "psycopg", "allauth"} or name in {
            "bluelamp.clock", "bluelamp.site.settings", "bluelamp.site.knobs"}:
            raise ImportError(f"{name} is blocked: a rule stands alone")
sys.meta_path.insert(0, Wall())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def _run(*names: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", BLOCKED, *names], cwd=house.ROOT, capture_output=True, text=True,
                          check=False)  # fmt: skip


def _pure_modules() -> list[str]:
    pure = (path for path, _ in house.python() if "/rules/" in path or path.startswith("bluelamp/deadlines/"))
    return sorted(path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in pure)


def test_rules_import_with_the_framework_blocked() -> None:
    done = _run(*_pure_modules())
    assert done.returncode == 0, done.stderr[-2000:]


def test_the_block_blocks() -> None:
    assert "stands alone" in _run("bluelamp.access.models").stderr


def test_every_folder_has_a_floor() -> None:
    contract = tomllib.loads((house.ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    assert contract["exhaustive"] is True
    floors = {name.strip(" ()") for layer in contract["layers"] for name in layer.split("|")}
    there = {path.relative_to(house.PACKAGE).parts[0] for path in house.files(".py") if house.PACKAGE in path.parents}
    assert not {name.removesuffix(".py") for name in there} - floors - {"__init__", "__main__"}


def test_installed_domains_stand_in_floor_order() -> None:
    from bluelamp.site.domains import DOMAINS

    contract = tomllib.loads((house.ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    order = [name.strip(" ()") for layer in reversed(contract["layers"]) for name in layer.split("|")]
    missing = [domain for domain in DOMAINS if domain not in order]
    assert not missing
    levels = [next(i for i, layer in enumerate(reversed(contract["layers"])) if domain in layer) for domain in DOMAINS]
    assert levels == sorted(levels), "DOMAINS goes from the lowest floor up"


@pytest.mark.parametrize(
    "path", sorted(p for p, _ in house.python() if "/rules/" in p and not p.endswith("__init__.py"))
)
def test_a_rule_is_tested_at_the_same_path(path: str) -> None:
    name = path.rpartition("/")[2]
    folder = house.ROOT / path.replace("bluelamp/", "tests/", 1).rpartition("/")[0]
    named = list(folder.glob("test_*.py")) if folder.exists() else []
    own = (folder / f"test_{name}").exists()
    stem = name.removesuffix(".py")
    spoken_for = any(stem in test.read_text() for test in named)
    asked = any(f'rule = "{stem}.' in case.read_text() for case in folder.glob("cases/*.toml"))
    assert own or spoken_for or asked, f"no test or scenario under {folder} asks {name}"
