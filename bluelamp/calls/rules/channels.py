"""How a contact reached the police. The channel never sets priority (C3)."""

from enum import StrEnum


class Channel(StrEnum):
    """Every way in; the value is what is stored, `words` is what is shown."""

    EMERGENCY = "999"
    NON_EMERGENCY = "101"
    HELP_POINT = "HELP_POINT"
    ONLINE = "ONLINE"
    WEBCHAT = "WEBCHAT"
    SOCIAL = "SOCIAL"
    FRONT_COUNTER = "FRONT_COUNTER"
    OFFICER = "OFFICER"
    PARTNER = "PARTNER"
    OTHER_FORCE = "OTHER_FORCE"
    ALARM = "ALARM"

    @property
    def words(self) -> str:
        return _WORDS[self]

    @property
    def rings(self) -> bool:
        """True for a voice that waits on a line; what is written waits in a queue and never rings."""
        return self in _VOICE


_WORDS = {
    Channel.EMERGENCY: "999",
    Channel.NON_EMERGENCY: "101",
    Channel.HELP_POINT: "Yellow phone",
    Channel.ONLINE: "Online form",
    Channel.WEBCHAT: "Web chat",
    Channel.SOCIAL: "Social media",
    Channel.FRONT_COUNTER: "Front counter or appointment",
    Channel.OFFICER: "Officer on the street",
    Channel.PARTNER: "Partner body",
    Channel.OTHER_FORCE: "Another force",
    Channel.ALARM: "Alarm or eCall",
}
_VOICE = frozenset({Channel.EMERGENCY, Channel.NON_EMERGENCY, Channel.HELP_POINT})
