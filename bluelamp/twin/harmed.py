"""Who is harmed by what happens: a person, or a business with the name of who speaks for it."""

from random import Random

from bluelamp.journeys.actions.report import Harmed
from bluelamp.twin import names
from bluelamp.twin.assumptions import Subject
from bluelamp.twin.running import Running
from bluelamp.victims.rules.entitlement import Circumstances
from bluelamp.victims.rules.naming import Kind, Naming

STATE, BUSINESS = "state", "business"
ANY_WAY, TEXT_ALONE = ("phone", "text", "email"), ("text",)


def harmed(run: Running, luck: Random, subject: Subject, *, domestic: bool) -> Harmed:
    """The victim of one incident, as named by who takes the report or records the crime."""
    if subject.harms == BUSINESS:
        return _business(luck)
    woman = luck.random() < (0.75 if domestic else 0.48)
    given, family, _ = names.person(luck, woman=woman)
    other = luck.random() < run.assumed.number("enhanced_share")
    return Harmed(
        circumstances=Circumstances(
            domestic=domestic,
            judged=other,
            judged_why="Older, alone and shaken: switched on by judgement." if other else "",
        ),
        given_names=given,
        family_name=family,
        needs="Two children at home" if domestic and luck.random() < 0.4 else "",
        safe_ways=TEXT_ALONE if domestic and luck.random() < 0.5 else ANY_WAY,
        safe_source="Said so when they were asked",
        safe={"number": names.number(luck)},
    )


def _business(luck: Random) -> Harmed:
    given, family, _ = names.person(luck)
    return Harmed(
        circumstances=Circumstances(),
        naming=Naming(kind=Kind.BUSINESS, spoken_for_by=f"{given} {family}, manager"),
        family_name=f"{luck.choice(names.FAMILIES)} Stores",
        safe_ways=ANY_WAY,
        safe_source="Its manager",
        safe={"number": names.number(luck)},
    )
