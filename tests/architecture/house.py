"""Reads the source as the house rules see it. Every reader takes text, so that a test can show it a bad sample."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "bluelamp"
CLOCK = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time"),
         ("time", "time_ns"), ("timezone", "now"), ("time", "localtime"), ("time", "gmtime")}  # fmt: skip
COUNTERS = {("time", "perf_counter"), ("time", "perf_counter_ns"), ("time", "monotonic"), ("time", "monotonic_ns")}


@cache
def files(*endings: str) -> tuple[Path, ...]:
    """Every file of the project that git knows or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = (ROOT / name for name in listed.stdout.splitlines() if not endings or name.endswith(endings))
    return tuple(path for path in found if path.is_file())


def python(*, package_only: bool = True) -> Iterator[tuple[str, str]]:
    """(path from the root, text) of our Python files, generated migrations left out."""
    for path in files(".py"):
        if "migrations" not in path.parts and (not package_only or PACKAGE in path.parents):
            yield str(path.relative_to(ROOT)), path.read_text()


def functions(text: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def long_functions(text: str, limit: int = 40) -> list[str]:
    """Functions of more than `limit` lines, decorators and docstring not counted."""
    return [f"{one.name}: {n} lines" for one in functions(text) if (n := length(one)) > limit]


def length(one: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (one.end_lineno or one.lineno) - one.lineno + 1
    first = one.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def clock_reads(text: str, forbidden: set[tuple[str, str]]) -> list[str]:
    """Calls or mentions of the machine's clock."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute):
            owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
            if (owner.lower(), node.attr) in forbidden:
                found.append(f"line {node.lineno}: {owner}.{node.attr}")
        elif isinstance(node, ast.ImportFrom) and node.module in {"time", "django.utils.timezone"}:
            found += [f"line {node.lineno}: from {node.module} import {name.name}" for name in node.names
                      if ("time" if node.module == "time" else "timezone", name.name) in forbidden]  # fmt: skip
    return found


def class_names(text: str) -> list[str]:
    return [node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef)]


def save_overrides(text: str) -> list[str]:
    """Classes that define `save` or `delete`: work that would run behind an action's back."""
    return [
        f"{node.name}.{item.name}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ClassDef)
        for item in node.body
        if isinstance(item, ast.FunctionDef) and item.name in {"save", "delete"}
    ]


def imports(text: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [f"{node.module}.{name.name}" for name in node.names]
    return found


def is_action(one: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(_name(decorator) in {"action", "transaction_action"} for decorator in one.decorator_list)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Call):
        return _name(node.func)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def faults_of_actions(text: str) -> list[str]:
    """What is wrong with the public functions of a module in `actions/`."""
    found = []
    for one in ast.parse(text).body:
        if not isinstance(one, ast.FunctionDef) or (one.name.startswith("_") and not is_action(one)):
            continue
        if not is_action(one):
            found.append(f"{one.name} is public and not an @action")
            continue
        names = {argument.arg for argument in one.args.kwonlyargs}
        if one.args.args or one.args.posonlyargs or one.args.vararg:
            found.append(f"{one.name} takes arguments by position")
        found += [f"{one.name} has no {missing}=" for missing in ("by", "at") if missing not in names]
    return found


def addresses(text: str) -> list[str]:
    """Absolute paths of a machine and addresses of package registries."""
    machine = r"(?<![\w.])/(?:home|root|Users|work)/[\w.-]+"
    registry = r"(?:" + "|".join(["py" + r"pi\.org", "registry" + r"\.npmjs", "files" + r"\.pythonhosted"]) + ")"
    return re.findall(f"{machine}|{registry}", text)
