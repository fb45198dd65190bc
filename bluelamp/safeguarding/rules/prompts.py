"""What certain answers must make an officer do next (D3d): each has a pathway of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

SOURCE = "Risk assessment in domestic abuse, force policy D3(d)"


class Sign(StrEnum):
    """What an answer of "yes" is a sign of."""

    STRANGULATION = "strangulation"
    STALKING = "stalking"
    THREATS_TO_KILL = "threats_to_kill"
    SEPARATION = "separation"
    CONTROL = "control"
    VIOLENCE = "violence"
    PREGNANCY = "pregnancy"
    WEAPONS = "weapons"
    SUICIDE = "suicide"
    HONOUR = "honour"
    FORCED_MARRIAGE = "forced_marriage"
    CHILDREN = "children"


CLUSTER = frozenset({Sign.SEPARATION, Sign.CONTROL, Sign.VIOLENCE})


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """One prompt: what it is about, what to do now, step by step."""

    code: str
    title: str
    steps: tuple[str, ...]


_PROMPTS = {
    Sign.STRANGULATION: (
        "Strangled or choked",
        (
            "An ambulance or hospital today: harm may show only days later",
            "An offence of its own, whether or not there is a mark",
            "Photographs and the voice on camera now and again in two days",
        ),
    ),
    Sign.STALKING: (
        "Stalking",
        (
            "Ask about each way: followed, watched, messages, devices, gifts",
            "Not to be put down as harassment alone",
            "Think of a stalking protection order today",
        ),
    ),
    Sign.THREATS_TO_KILL: (
        "Threats to kill",
        ("Take the words as said, and write them down exactly", "Tell the duty inspector now"),
    ),
    Sign.PREGNANCY: (
        "Pregnant, or a baby under 18 months",
        ("Tell children's services today", "Ask after the midwife or health visitor, by a safe way"),
    ),
    Sign.WEAPONS: (
        "Weapons",
        ("Search by the power you have; ask about licensed guns", "A warning on the address for the next crew"),
    ),
    Sign.SUICIDE: (
        "Suicide threatened",
        ("By either of them: the danger to the other rises too", "Mental health help tonight, and tell custody"),
    ),
    Sign.HONOUR: (
        "Honour-based abuse",
        (
            "See them alone. No family member or friend interprets",
            "Never mediate, and do not tell the family anything",
            "The specialist on call now; restrict the record",
        ),
    ),
    Sign.FORCED_MARRIAGE: (
        "Forced marriage",
        (
            "There may be only this one chance to speak to them",
            "Ask about travel, passports and dates",
            "The specialist on call now: a protection order can be had within hours",
        ),
    ),
}
_CLUSTER = Prompt(
    code="cluster",
    title="Leaving, control and violence together",
    steps=("The most dangerous pattern known: think of High whatever the count", "A safety plan before you go"),
)


def prompts(*, signs: Iterable[Sign]) -> tuple[Prompt, ...]:
    """The prompts that these signs call for; separation, control and violence together are one more.

    More signs never mean fewer prompts.
    """
    shown = frozenset(signs)
    found = [
        Prompt(code=sign.value, title=title, steps=steps) for sign, (title, steps) in _PROMPTS.items() if sign in shown
    ]
    return (*([_CLUSTER] if shown >= CLUSTER else []), *found)
