"""`bluelamp law`: every rule's dated reference data with its source, as the page docs/rules.md."""

from pathlib import Path

from bluelamp.deadlines.law import Value, load

PACKAGE = Path(__file__).resolve().parents[2]
_HEAD = """# Rules and their law

Every number, rank and list that a rule uses, with its source and the day from which it holds. This page is printed
by `bluelamp law` from the `law.toml` of each domain. Tag: **V** read in the law or official text, **V2** read at
second hand, **U** from memory and to be checked, **P** policy or a product choice. A force overrides a value in
`boroughs/<name>/law/<domain>.toml`, except statute marked fixed, and signs it off there. Nothing here is legal advice.
"""
_COLUMNS = "| key | value | source | tag | from |\n| --- | --- | --- | --- | --- |\n"


def main(arguments: list[str]) -> int:  # noqa: ARG001
    """Print the page."""
    print(as_page(), end="")  # noqa: T201
    return 0


def as_page() -> str:
    """One table a domain, soonest law first within a key."""
    parts = [_HEAD]
    for path in sorted(PACKAGE.glob("*/law.toml")):
        law = load(path)
        parts.append(
            f"\n## {path.parent.name}\n\n| key | value | source | tag | from |\n| --- | --- | --- | --- | --- |\n"
        )
        parts += [_row(value) for key in law.keys() for value in law.versions(key)]  # noqa: SIM118 - not a dict
    return "".join(parts)


def _row(value: Value) -> str:
    said = ", ".join(map(str, value.value)) if isinstance(value.value, list) else str(value.value)
    unit = "" if value.unit in ("text", "words", "codes", "grade", "rank") else f" {value.unit}"
    fixed = " fixed" if value.fixed else ""
    cells = (f"`{value.key}`", f"{said}{unit}", value.source, value.tag + fixed, value.effective_from.isoformat())
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |\n"
