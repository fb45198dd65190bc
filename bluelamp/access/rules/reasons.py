"""What counts as a reason for opening a restricted record, and as a concern about one that was opened."""

from bluelamp.verdict import Verdict, allowed, refused

SHORTEST = 10


def good_reason(text: str) -> Verdict:
    """Allowed if the reason says something a reader can check: at least 10 letters in two words."""
    if len(text.strip()) < SHORTEST or len(text.split()) < 2:
        return refused(
            "Say in a few words why you need this record. The officer it belongs to will read it.",
            "Data Protection Act 2018 s.62; this force's policy",
            field="reason",
        )
    return allowed()


def good_change(text: str) -> Verdict:
    """Allowed if the reason for changing who may see a record says something: at least 10 letters in two words."""
    if len(text.strip()) < SHORTEST or len(text.split()) < 2:
        return refused("Say why, in a few words. It stays with the record.", "This force's policy", field="why")
    return allowed()


def good_concern(text: str) -> Verdict:
    """Allowed if the concern says something a reader can follow: at least 10 letters in two words."""
    if len(text.strip()) < SHORTEST or len(text.split()) < 2:
        return refused("Say in a few words what your concern is.", "This force's policy", field="concern")
    return allowed()
