"""Small counts are not shown where the public could read them: one could be somebody."""

SMALLEST = 5


def shown(count: int) -> str:
    """The count in words for public use: below 5, other than none, is not told apart."""
    return str(count) if count == 0 or count >= SMALLEST else f"fewer than {SMALLEST}"
