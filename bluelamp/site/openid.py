"""The force's own OpenID Connect server as allauth's settings name it."""

PROVIDER = "force"


def apps(*, name: str, server: str, client: str, secret: str) -> list[dict[str, object]]:
    """One server, or none where it has no name. A code is useless to whoever did not begin the sign-in (PKCE)."""
    if not name:
        return []
    settings = {"server_url": server, "oauth_pkce_enabled": True}
    return [{"provider_id": PROVIDER, "name": name, "client_id": client, "secret": secret, "settings": settings}]
