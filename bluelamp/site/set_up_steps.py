"""What set-up fills the tables with: one function a step, each safe to repeat."""

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings

from bluelamp import clock
from bluelamp.access.acting import system
from bluelamp.site import knobs

Say = Callable[[str], object]
SETTING_UP = system("setup", "places.edit", "access.grant_roles", "duty.crew")


def take_steps(say: Say) -> None:
    """Every step that is due; those of a demonstration only in one."""
    borough()
    papers()
    if settings.DEMO:
        demonstration_people(say)
    establishment(say)
    if settings.DEMO:
        agreements(say)
    if settings.DEMO and knobs.yes("BLUELAMP_HISTORY"):
        history(say)
        volunteers(say)


def borough() -> None:
    """The borough's stations, phones, suites, teams and partners, from its folder."""
    from bluelamp.places.actions.loading import load_borough

    load_borough(by=SETTING_UP, at=clock.now(), folder=settings.BOROUGH)


def establishment(say: Say) -> None:
    """The borough's officers and specials by their list, where there is one; an invented one only to demonstrate."""
    from bluelamp.duty.actions.establishing import load_establishment
    from bluelamp.duty.cover_in_force import has_cover, officers_are_invented

    folder = settings.BOROUGH
    if not has_cover(folder) or (officers_are_invented(folder) and not settings.DEMO):
        return
    found = load_establishment(by=SETTING_UP, at=clock.now(), folder=folder, is_demonstration=settings.DEMO)
    if found["added"]:
        say(f"{found['added']} officers and specials are on the establishment")


def papers() -> None:
    """The key that signs papers and their fonts; where the front end is not built, papers say so when asked for."""
    from bluelamp.paper import fonts, signing

    signing.key_and_certificate()
    with suppress(fonts.NoFonts):
        fonts.folder()


def demonstration_people(say: Say) -> None:
    """One invented person per role."""
    from bluelamp.access.demonstration import create

    if create(by=SETTING_UP, at=clock.now()):
        say("invented people may now sign in")


def volunteers(say: Say) -> None:
    """Specials on their way, so that the coordinator's desk and a special's own page show what they are for."""
    from bluelamp.specials.demonstration import create

    if create(at=clock.now()):
        say("invented volunteers are on their way")


def agreements(say: Say) -> None:
    """An agreement with each partner body, so that what may be shared, and what may not, can be seen."""
    from bluelamp.partners.demonstration import create

    if create(at=clock.now()):
        say("invented agreements with partner bodies are signed")


def history(say: Say) -> None:
    """Some days of history for a demonstration that holds no incident yet, so that no page is empty."""
    from bluelamp.calls.models import Incident

    if Incident.objects.exists():
        return  # and nothing of the simulator is loaded: the next start is quick
    from bluelamp.twin.history import DAYS, play

    say(f"playing {DAYS} days of invented history; this takes a minute or two")
    play(days=DAYS)
