"""The board's command line: one small grammar, read without any table. Who may do it, the action decides."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bluelamp.verdict import Refused, refused

_SOURCE = "Order line"
HELP = "Say 43 to 214, 43 heard, 43 en route, 43 at scene, 43 clear, 214 note and words, or a number or place to open."


class Verb(StrEnum):
    """What an order asks for."""

    SEND = "send"
    HEARD = "heard"
    EN_ROUTE = "en_route"
    AT_SCENE = "at_scene"
    CLEAR = "clear"
    NOTE = "note"
    FIND = "find"


@dataclass(frozen=True, kw_only=True)
class Order:
    """One order. `unit` is a call sign as said, in capitals; `serial` an incident's number today; `words` what was
    said word for word: a line of the log, a reason, a result, or what to look for."""

    verb: Verb
    unit: str = ""
    serial: int = 0
    words: str = ""


_UNIT = r"(?P<unit>[a-z0-9][a-z0-9 -]{0,11}?)"
_STATUS = {
    "heard": Verb.HEARD,
    "en route": Verb.EN_ROUTE,
    "travelling": Verb.EN_ROUTE,
    "at scene": Verb.AT_SCENE,
    "there": Verb.AT_SCENE,
    "clear": Verb.CLEAR,
    "free": Verb.CLEAR,
}
_SAID = "|".join(words.replace(" ", r"\s+") for words in _STATUS)
_SEND = re.compile(rf"{_UNIT}\s+to\s+(?P<serial>\d{{1,5}})(?:\s+because\s+(?P<words>.+))?", re.I | re.S)
_NOTE = re.compile(r"(?P<serial>\d{1,5})\s+note\b\s*:?\s*(?P<words>.*)", re.I | re.S)
_SET = re.compile(rf"{_UNIT}\s+(?P<status>{_SAID})(?:\s*[:,]\s*(?P<words>.+))?", re.I | re.S)
_NUMBER = re.compile(r"(?:incident\s+)?(?P<serial>\d{1,5})", re.I)


def read(said: str) -> Order:
    """The order that was said. Raises Refused, in words, for nothing, and for a note or number that says nothing.

    Whatever is no order is something to find: an incident's number, or a place.
    """
    text = said.strip()
    if not text:
        raise Refused(refused(HELP, _SOURCE, field="order"))
    return _sent(text) or _noted(text) or _set(text) or _found(text)


def _sent(text: str) -> Order | None:
    found = _SEND.fullmatch(text)
    if not found:
        return None
    unit, serial, why = found["unit"], int(found["serial"]), found["words"] or ""
    return Order(verb=Verb.SEND, unit=_call_sign(unit), serial=serial, words=why.strip())


def _noted(text: str) -> Order | None:
    found = _NOTE.fullmatch(text)
    if not found:
        return None
    if not found["words"].strip():
        raise Refused(refused(f"Write the words after {found['serial']} note.", _SOURCE, field="order"))
    return Order(verb=Verb.NOTE, serial=int(found["serial"]), words=found["words"].strip())


def _set(text: str) -> Order | None:
    found = _SET.fullmatch(text)
    if not found:
        return None
    verb = _STATUS[" ".join(found["status"].lower().split())]
    return Order(verb=verb, unit=_call_sign(found["unit"]), words=(found["words"] or "").strip())


def _found(text: str) -> Order:
    number = _NUMBER.fullmatch(text)
    return Order(verb=Verb.FIND, serial=int(number["serial"]) if number else 0, words=text)


def _call_sign(said: str) -> str:
    return " ".join(said.upper().split())
