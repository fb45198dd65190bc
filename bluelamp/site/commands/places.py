"""`bluelamp places load [FOLDER]` and `bluelamp places import-roads FILE`."""


def main(arguments: list[str]) -> int:
    """0 when done; the error in words and 1 when not."""
    import sys

    from django.core.management import CommandError, call_command

    try:
        call_command("places", *arguments)
    except CommandError as wrong:
        print(f"bluelamp places: {wrong}", file=sys.stderr)  # noqa: T201
        return 1
    return 0
