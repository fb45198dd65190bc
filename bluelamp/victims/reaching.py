"""What a message to a victim needs: their addresses by channel, their language, and the names it must never hold."""

from bluelamp.messages.letters import languages
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.people.models import Person, SafeContact
from bluelamp.victims.models import Invitation, Victim
from bluelamp.victims.others import others_of


def addresses_of(victim: Victim, safe: SafeContact | None) -> dict[Channel, str]:
    """Their number, email and address for letters; empty where not known. Whether any is safe, the rule says."""
    return {
        Channel.TEXT: (safe.number if safe else "") or victim.person.phone,
        Channel.EMAIL: victim.person.email,
        Channel.LETTER: safe.post_to if safe else "",
    }


def language_of(victim: Victim) -> str:
    """The language of their own page, where letters are written in it; else English."""
    said = Invitation.objects.filter(victim=victim).order_by("-made_at").values_list("language", flat=True).first()
    return said if said and said in languages() else "en"


def names_never(victim: Victim) -> tuple[str, ...]:
    """Names and numbers that no message holds: theirs stands on an envelope alone."""
    others = Person.objects.filter(pk__in=others_of(victim).suspects)
    return (victim.person.name, *(one.name for one in others), victim.incident.number)
