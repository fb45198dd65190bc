"""The one list of installed domains, lowest floor first. `site` registers what each declares."""

DOMAINS = [
    "design",
    "ledger",
    "access",
    "owed",
    "places",
    "people",
    "messages",
    "partners",
    "duty",
    "specials",
    "calls",
    "dispatch",
    "custody",
    "crimes",
    "cases",
    "victims",
    "safeguarding",
    "journeys",
    "desks",
    "insight",
    "public",
    "twin",
]
"""Folders of `bluelamp` that are Django apps. A domain's `events.py`, `owed.py`, `permissions.py` and
`offers.py` are read when any process starts."""
