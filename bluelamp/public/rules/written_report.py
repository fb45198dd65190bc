"""What somebody wrote on the public form, as the words a call handler reads (C1, C15)."""

from dataclasses import dataclass

WAYS = {"phone": "By phone", "text": "By text", "email": "By email"}


@dataclass(frozen=True, kw_only=True)
class Written:
    """What was entered, word for word; "" for what was left empty. `safe` are keys of WAYS."""

    what: str
    place: str = ""
    when: str = ""
    name: str = ""
    phone: str = ""
    email: str = ""
    safe: tuple[str, ...] = ()


def as_words(written: Written) -> str:
    """The words of it: what happened first, unaltered, then each answer on a line of its own.

    That no way was ticked is said: nobody may ring or write to them then (safe contact V7).
    """
    lines = [
        ("Where", written.place),
        ("When", written.when),
        ("Name", written.name),
        ("Phone", written.phone),
        ("Email", written.email),
    ]
    said = [f"{name}: {words}" for name, words in lines if words]
    ways = ", ".join(WAYS[one].lower() for one in written.safe)
    safe = f"Safe to reach: {ways}" if ways else "Safe to reach: no way was ticked. Do not ring or write."
    return "\n".join([written.what, "", *said, safe])
