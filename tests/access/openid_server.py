"""A force's own OpenID Connect server on loopback: discovery, authorize, token, user info, keys. Real tokens, RS256."""

import base64
import hashlib
import json
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "bluelamp", "between the two servers only"


@dataclass(kw_only=True)
class OpenIdServer:
    """Who is signed in at the force, what the server says of them, and what it was asked."""

    claims: dict[str, Any] = field(default_factory=lambda: {"sub": "7f3a", "preferred_username": "lowe"})
    in_token: dict[str, Any] = field(default_factory=dict)
    """What the signed token says otherwise than it should, such as another audience."""
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))
    address: str = ""

    def discovery(self) -> dict[str, Any]:
        names = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        return {
            "issuer": self.address,
            "jwks_uri": f"{self.address}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
            **{f"{name}_endpoint": f"{self.address}/{path}" for name, path in names.items()},
        }

    def keys(self) -> dict[str, Any]:
        made = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**made, "kid": "one", "alg": "RS256", "use": "sig"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Somebody is signed in at the force already: straight back with a code."""
        code = uuid.uuid4().hex
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, given: dict[str, str]) -> dict[str, Any] | None:
        """Tokens for a code, once, for our client alone and for who began with this code challenge; None if refused."""
        asked = self.codes.pop(given.get("code", ""), None)
        if asked is None or (given.get("client_id"), given.get("client_secret")) != (CLIENT, SECRET):
            return None
        hashed = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(hashed).rstrip(b"=").decode()
        if asked.get("code_challenge") != challenge or asked["redirect_uri"] != given.get("redirect_uri"):
            return None
        now = int(time.time())
        said = {"iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 300, **self.claims, **self.in_token}
        signed = jwt.encode(said, self.key, algorithm="RS256", headers={"kid": "one"})
        return {"access_token": uuid.uuid4().hex, "token_type": "Bearer", "expires_in": 300, "id_token": signed}


def _handler(force: OpenIdServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            where = urlsplit(self.path)
            if where.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", force.authorize(_first_of_each(where.query)))
                self.end_headers()
                return
            answers = {"/.well-known/openid-configuration": force.discovery, "/keys": force.keys}
            self._say(answers.get(where.path, lambda: force.claims)())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            answer = force.token(_first_of_each(body))
            if answer is None:
                force.refused.append(self.path)
            self._say(answer or {"error": "invalid_grant"}, 200 if answer else 400)

        def _say(self, answer: dict[str, Any], status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: object) -> None:
            """Nothing on the screen of the tests."""

    return Handler


def _first_of_each(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(query).items()}


@contextmanager
def serving() -> Iterator[OpenIdServer]:
    """The server on a free port of loopback, ended afterwards."""
    force = OpenIdServer()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(force))
    force.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield force
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
