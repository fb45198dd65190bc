"""Asking a browser for a passkey to the victim's own page, and checking what it answers. Apart from officers' passkeys:
another table, another cookie, a name of its own that leads to no account."""

import json
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from fido2.server import Fido2Server
from fido2.utils import websafe_decode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from bluelamp.victims.own_visits import PATH, hashed, new_secret
from bluelamp.victims.own_words import ENGLISH, words_of

COOKIE, SALT, SECONDS = "page-asked", "victims.own_passkey", 300
LONGEST = 20_000


class NotTaken(Exception):
    """What the browser answered is not what it was asked for."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """A passkey as it answered: what is kept of its name, how often it was used, and to which question."""

    credential_hash: str
    count: int
    challenge_hash: str
    public: bytes = b""


def ask_to_keep(request: HttpRequest, visit: int) -> tuple[str, str]:
    """What the browser is asked to make (JSON), and the question to remember. Its name says nothing of anybody."""
    name = str(words_of(ENGLISH).said["page"]["title"])
    user = PublicKeyCredentialUserEntity(id=new_secret().encode()[:32], name=name, display_name=name)
    asked, state = _server(request).register_begin(
        user,
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return json.dumps(dict(asked["publicKey"])), _sealed({**state, "visit": visit})


def ask_to_open(request: HttpRequest) -> tuple[str, str]:
    """What the browser is asked to prove (JSON), the same for everybody, and the question to remember."""
    asked, state = _server(request).authenticate_begin(user_verification=UserVerificationRequirement.REQUIRED)
    return json.dumps(dict(asked["publicKey"])), _sealed({**state, "visit": 0})


def made(request: HttpRequest, visit: int) -> Answered:
    """The passkey that this visit's browser made. Raises NotTaken."""
    state, given = _asked(request, visit), _given(request)
    try:
        data = _server(request).register_complete(state, RegistrationResponse.from_dict(given))
    except (ValueError, TypeError, KeyError) as error:
        raise NotTaken from error
    if data.credential_data is None:
        raise NotTaken
    public = data.credential_data
    return _answered(public.credential_id, data.counter, state, bytes(public))


def named(request: HttpRequest) -> str:
    """What is kept of the name of the passkey that answers. Raises NotTaken."""
    try:
        return hashed_id(websafe_decode(str(_given(request)["id"])))
    except (ValueError, KeyError) as error:
        raise NotTaken from error


def proved(request: HttpRequest, public: bytes) -> Answered:
    """The answer of a passkey, checked with its public half. Raises NotTaken."""
    state, given = _asked(request, 0), _given(request)
    try:
        answer = AuthenticationResponse.from_dict(given)
        found = _server(request).authenticate_complete(state, [AttestedCredentialData(public)], answer)
        count = answer.response.authenticator_data.counter
    except (ValueError, TypeError, KeyError, InvalidSignature) as error:
        raise NotTaken from error
    return _answered(found.credential_id, count, state)


def hashed_id(credential: bytes) -> str:
    """What is kept of a passkey's name."""
    return hashed(credential.hex())


def remember_question(answer: HttpResponse, sealed: str) -> HttpResponse:
    """Give the browser the question it was asked, sealed: gone after five minutes, sent to this page only."""
    answer.set_cookie(
        COOKIE, sealed, max_age=SECONDS, path=PATH, httponly=True, secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )  # fmt: skip
    return answer


def _server(request: HttpRequest) -> Fido2Server:
    host = request.get_host()
    origin = f"{request.scheme}://{host}"
    party = PublicKeyCredentialRpEntity(id=host.partition(":")[0], name=host.partition(":")[0])
    return Fido2Server(party, verify_origin=lambda said: said == origin)


def _sealed(state: dict[str, Any]) -> str:
    return signing.dumps(state, salt=SALT)


def _asked(request: HttpRequest, visit: int) -> dict[str, Any]:
    try:
        state: dict[str, Any] = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=SECONDS)
    except signing.BadSignature as error:
        raise NotTaken from error
    if state.pop("visit") != visit:
        raise NotTaken
    return state


def _given(request: HttpRequest) -> dict[str, Any]:
    words = request.POST.get("passkey", "")
    try:
        found = json.loads(words) if len(words) <= LONGEST else None
    except ValueError as error:
        raise NotTaken from error
    if not isinstance(found, dict):
        raise NotTaken
    return found


def _answered(credential: bytes, count: int, state: dict[str, Any], public: bytes = b"") -> Answered:
    return Answered(
        credential_hash=hashed_id(credential),
        count=count,
        challenge_hash=hashed(str(state["challenge"])),
        public=public,
    )
