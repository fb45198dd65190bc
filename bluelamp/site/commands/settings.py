"""`bluelamp settings`: every setting, as the page docs/settings.md."""

from bluelamp.site import knobs


def main(arguments: list[str]) -> int:  # noqa: ARG001
    """Print the page."""
    print(knobs.as_page(), end="")  # noqa: T201
    return 0
