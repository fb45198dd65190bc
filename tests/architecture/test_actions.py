"""Actions are the only writers: keyword-only, with `by` and `at`, each in one transaction."""

import ast

from tests.architecture import house

TOOLS = {"bluelamp/ledger/actions/writing.py", "bluelamp/owed/actions/stating.py"}  # what actions are made with
WRITES = {"bulk_create", "bulk_update", "create", "update", "delete", "save", "get_or_create", "update_or_create"}


def _in_actions() -> list[tuple[str, str]]:
    return [(p, t) for p, t in house.python() if "/actions/" in p and not p.endswith("__init__.py") and p not in TOOLS]


def test_every_public_function_of_actions_is_an_action() -> None:
    assert house.faults_of_actions("def go(): ...") == ["go is public and not an @action"]
    assert house.faults_of_actions("@action\ndef go(*, by): ...") == ["go has no at="]
    assert house.faults_of_actions("@action\ndef go(x, *, by, at): ...") == ["go takes arguments by position"]
    found = {path: faults for path, text in _in_actions() if (faults := house.faults_of_actions(text))}
    assert not found


def _table_writes(text: str) -> list[str]:
    """Writes through a model's `objects` anywhere in the text."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            chain = ast.unparse(node.func)
            if ".objects." in chain:
                found.append(f"line {node.lineno}: {chain[:80]}")
    return found


def test_pages_queries_and_rules_never_write() -> None:
    assert _table_writes("Unit.objects.filter(pk=1).update(x=2)")
    rooms = ("/pages/", "/queries", "/rules/", "/offers")
    found = {p: bad for p, t in house.python() if any(room in p for room in rooms) and (bad := _table_writes(t))}
    assert not found
