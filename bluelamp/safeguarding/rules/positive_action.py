"""Positive action at a domestic incident (D9): arrest is expected, and not arresting has to be explained."""

from dataclasses import dataclass

from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "Positive action in domestic abuse, force policy D9"


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What an officer found. None: not known. `filmed`: body worn video was on, else `not_filmed_why`.

    `primary_aggressor`: the assessment who is, where both accuse each other.
    """

    suspect_present: bool | None
    grounds: bool | None
    arrested: bool = False
    why_not_arrested: str = ""
    counter_allegation: bool = False
    primary_aggressor: str = ""
    filmed: bool = False
    not_filmed_why: str = ""


def may_name_suspect(*, victim_here: bool, scene: Scene) -> Verdict:
    """Whether somebody may be named as the other person: one who is a victim here too only once it is written who the
    primary aggressor is."""
    if not victim_here or (scene.counter_allegation and scene.primary_aggressor.strip()):
        return allowed()
    words = (
        "They are a victim here too: each says that the other harmed them."
        " First account for the scene, and write who the primary aggressor is."
    )
    return refused(words, _SOURCE, field="suspect")


def complete(*, scene: Scene) -> Verdict:
    """Whether what was done at the scene is accounted for.

    Suspect there and grounds: arrested, or a reason why not. Both accuse: who is the primary aggressor, and why. Not
    filmed: why not. What is not known must be found out.
    """
    return every(
        _known(scene),
        _acted(scene),
        _words(
            not scene.counter_allegation or scene.primary_aggressor,
            "Both accuse each other: write who the primary aggressor is, and why you think so.",
            "primary_aggressor",
        ),
        _words(scene.filmed or scene.not_filmed_why, "Not filmed: write why not.", "not_filmed_why"),
    )


def _known(scene: Scene) -> Verdict:
    if scene.suspect_present is None:
        return refused("Say whether the suspect was there.", _SOURCE, field="suspect_present")
    if scene.suspect_present and scene.grounds is None:
        return refused("Say whether there were grounds to arrest.", _SOURCE, field="grounds")
    return allowed()


def _acted(scene: Scene) -> Verdict:
    expected = scene.suspect_present and scene.grounds and not scene.arrested
    if not expected or scene.why_not_arrested.strip():
        return allowed()
    return refused("An arrest is expected here. Write why there was none.", _SOURCE, field="why_not_arrested")


def _words(given: object, words: str, field: str) -> Verdict:
    holds = bool(given.strip()) if isinstance(given, str) else bool(given)
    return allowed() if holds else refused(words, _SOURCE, field=field)
