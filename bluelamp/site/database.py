"""An address such as postgresql://role@host/name as Django's database settings."""

from urllib.parse import parse_qsl, unquote, urlsplit


def django_database(url: str) -> dict[str, object]:
    """Every part of a libpq address, query options included; raises ValueError for another kind of database."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError("DATABASE_URL must begin with postgresql://: Bluelamp runs on PostgreSQL only.")
    options = dict(parse_qsl(parts.query))
    prepared = {"server_side_binding": True, "prepare_threshold": 3}  # a statement used often is planned once
    return {
        "ENGINE": "bluelamp.site.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "bluelamp",
        "USER": unquote(parts.username or options.pop("user", "")),
        "PASSWORD": unquote(parts.password or options.pop("password", "")),
        "HOST": options.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": False,
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {**options, **prepared},
    }
