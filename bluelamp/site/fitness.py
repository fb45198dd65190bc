"""What keeps an installation from starting outside a demonstration."""

from bluelamp.site import knobs

SHORTEST_SECRET = 40


def objections(*, demonstration_accounts: int) -> list[str]:
    """In words, everything that may not be in service; nothing in a demonstration."""
    if knobs.yes("BLUELAMP_DEMO"):
        return []
    found = []
    secret = knobs.text("BLUELAMP_SECRET")
    if secret == knobs.DEFAULT_SECRET:
        found.append("BLUELAMP_SECRET is the default: set one of your own.")
    elif len(secret) < SHORTEST_SECRET:
        found.append(f"BLUELAMP_SECRET is shorter than {SHORTEST_SECRET} characters.")
    if knobs.yes("BLUELAMP_DEBUG"):
        found.append("BLUELAMP_DEBUG is on.")
    if demonstration_accounts:
        found.append(f"The database holds {demonstration_accounts} demonstration accounts: use a fresh database.")
    if "*" in knobs.several("BLUELAMP_HOSTS"):
        found.append("BLUELAMP_HOSTS allows any name.")
    if knobs.text("BLUELAMP_OPENID_NAME") and not knobs.text("BLUELAMP_OPENID_SERVER").startswith("https://"):
        found.append("BLUELAMP_OPENID_SERVER is not an https address.")
    return found


def insist_on_fitness(*, demonstration_accounts: int) -> None:
    """Raise ValueError that names each objection."""
    found = objections(demonstration_accounts=demonstration_accounts)
    if found:
        raise ValueError(
            "This is not a demonstration (BLUELAMP_DEMO), so Bluelamp does not start:\n"
            + "\n".join(f"  - {one}" for one in found)
        )
