"""Every setting: its name, default, kind and what it does. The only place that reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

BASE = Path(__file__).resolve().parents[2]
Kind = Literal["text", "number", "yes or no", "folder", "list"]


@dataclass(frozen=True, kw_only=True)
class Knob:
    """One setting, read from the environment variable of the same name."""

    name: str
    default: str
    kind: Kind
    words: str


DEFAULT_SECRET = "not-for-service"  # named so that the refusal to start with it can say which
TRUE, FALSE = {"1", "yes", "true", "on"}, {"", "0", "no", "false", "off"}


def _knob(name: str, default: str, kind: Kind, words: str) -> Knob:
    return Knob(name=name, default=default, kind=kind, words=words)


KNOBS = (
    _knob(
        "BLUELAMP_HOME",
        ".bluelamp",
        "folder",
        "Where this installation keeps its data: the private database, logs, "
        "checkpoints. A relative folder is taken from the working folder.",
    ),
    _knob(
        "BLUELAMP_DEMO",
        "no",
        "yes or no",
        "Demonstration: invented people, one sign-in per role, a banner on every page. "
        "Never for service. `make run` says yes.",
    ),
    _knob(
        "BLUELAMP_SECRET",
        DEFAULT_SECRET,
        "text",
        "Signs sessions and forms. At least 40 characters outside a demonstration.",
    ),
    _knob("BLUELAMP_DEBUG", "no", "yes or no", "Show errors in full on the page. Refused outside a demonstration."),
    _knob("BLUELAMP_BOROUGH", "hertsmere", "text", "Which folder of `boroughs/` is served."),
    _knob("BLUELAMP_BOROUGHS", "boroughs", "folder", "The folder that holds the boroughs."),
    _knob("BLUELAMP_ADDRESS", "127.0.0.1", "text", "The network address to listen at."),
    _knob("BLUELAMP_PORT", "8000", "number", "The port to listen at."),
    _knob("BLUELAMP_HOSTS", "localhost,127.0.0.1,[::1]", "list", "Names by which browsers may call this site."),
    _knob("BLUELAMP_HTTPS", "no", "yes or no", "The site is reached by https: cookies are then sent over it only."),
    _knob(
        "BLUELAMP_PROXIES",
        "0",
        "number",
        "How many trusted proxies stand in front (0: none); used to find a caller's "
        "own address when sign-in is throttled.",
    ),
    _knob("BLUELAMP_WEB_PROCESSES", "2", "number", "Web worker processes, about one for each core."),
    _knob("BLUELAMP_WEB_THREADS", "3", "number", "Threads, each with one database connection, in each web process."),
    _knob("BLUELAMP_STOP_SECONDS", "10", "number", "How long a process may take to stop before it is killed."),
    _knob(
        "BLUELAMP_FEED", "yes", "yes or no", "In a demonstration: feed the borough with invented calls at clock speed."
    ),
    _knob(
        "BLUELAMP_HISTORY", "yes", "yes or no", "In a demonstration: set-up plays seven days of invented history first."
    ),
    _knob("BLUELAMP_LOG", "words", "text", "How the log is written: `words` for people, `json` for machines."),
    _knob(
        "DATABASE_URL",
        "",
        "text",
        "A PostgreSQL server (15 or later) to use instead of the private one, as the web role, "
        "such as `postgresql://bluelamp_web@db.example/bluelamp`.",
    ),
    _knob(
        "BLUELAMP_OWNER_DATABASE_URL",
        "",
        "text",
        "With DATABASE_URL: the same database as the role that owns the tables "
        "and migrates them. Empty: DATABASE_URL is used for both.",
    ),
    _knob(
        "BLUELAMP_DATABASE_ROLE",
        "bluelamp_web",
        "text",
        "The role in the private database; `migrate` uses bluelamp_owner.",
    ),
    _knob(
        "BLUELAMP_POSTGRES",
        "",
        "folder",
        "Folder of PostgreSQL's own programs (with `postgres` and `initdb`) for the "
        "private database. Empty: those that came with Bluelamp, else the system's.",
    ),
    _knob(
        "BLUELAMP_POSTGRES_USER",
        "",
        "text",
        "When started as root: the unprivileged user that runs the private database. "
        "Empty: the first that exists of bluelamp, postgres, nobody.",
    ),
    _knob(
        "BLUELAMP_CHECKPOINT_SECONDS", "30", "number", "How often the ledger is signed with a checkpoint (60 at most)."
    ),
    _knob(
        "BLUELAMP_KEY_DAYS",
        "30",
        "number",
        "How many days a form sent twice is known by its key (2 at least); after that it does its work again.",
    ),
    _knob("BLUELAMP_CHECKPOINT_ADDRESS", "", "text", "An https address that is sent each checkpoint too."),
    _knob(
        "BLUELAMP_PAPER_KEY",
        "",
        "text",
        "The file (PEM) of the key that signs papers; with BLUELAMP_PAPER_CERTIFICATE. Empty: set-up makes both.",
    ),
    _knob("BLUELAMP_PAPER_CERTIFICATE", "", "text", "The file (PEM) of the certificate that belongs to that key."),
    _knob(
        "BLUELAMP_NOTIFY_KEY", "", "text", "The key of GOV.UK Notify. Without it no message is sent, and each says so."
    ),
    _knob(
        "BLUELAMP_NOTIFY_ADDRESS",
        "https://api.notifications.service.gov.uk",
        "text",
        "Where GOV.UK Notify answers, or a stand-in for tests.",
    ),
    _knob(
        "BLUELAMP_NOTIFY_TEMPLATES",
        "",
        "list",
        "Which template of GOV.UK Notify carries which message, as `news-waits.text=its-number`; a letter in another "
        "language or form as `please-ring-us.letter.ar.large_print=its-number`.",
    ),
    _knob(
        "BLUELAMP_NOTIFY_CALLBACK_TOKEN",
        "",
        "text",
        "The bearer token with which GOV.UK Notify tells what became of a message and what was answered. Empty: it is "
        "asked instead.",
    ),
    _knob(
        "BLUELAMP_EXCHANGE_TOKEN",
        "",
        "text",
        "The bearer token with which the telephone exchange tells what rings, and on which line. Empty: it cannot.",
    ),
    _knob(
        "BLUELAMP_SIGNED_RIGHTS",
        "",
        "text",
        "An https address of a film that explains victims' rights in British Sign Language. Empty: the page says so.",
    ),
    _knob(
        "BLUELAMP_PUSH_KEY",
        "",
        "text",
        "The private key (P-256, base64) that signs alerts to officers' devices. Without it none is sent.",
    ),
    _knob(
        "BLUELAMP_PUSH_CONTACT",
        "mailto:bluelamp@example.police.uk",
        "text",
        "Whom a push service may write to about alerts (`mailto:` or `https:`).",
    ),
    _knob(
        "BLUELAMP_PUSH_SERVICES",
        "fcm.googleapis.com,updates.push.services.mozilla.com,web.push.apple.com,*.notify.windows.com",
        "list",
        "The browsers' push services to which alerts may be posted; `*.` before a name stands for any under it.",
    ),
    _knob(
        "BLUELAMP_PAGE_ADDRESS",
        "",
        "text",
        "The address under which victims open their own page, such as https://updates.example. Empty: the first of "
        "BLUELAMP_HOSTS.",
    ),
    _knob(
        "BLUELAMP_RING_NUMBER",
        "",
        "text",
        "A number that those who are written to may ring; whoever answers names nobody. Empty: messages name none.",
    ),
    _knob(
        "BLUELAMP_MESSAGES_SENDER", "", "text", "The neutral name messages are sent under; it must give nothing away."
    ),
    _knob("BLUELAMP_BACKDATE_MINUTES", "5", "number", "An entry about something longer ago than this needs a reason."),
    _knob("BLUELAMP_IDLE_MINUTES", "60", "number", "A sign-in ends after this long without a page being opened."),
    _knob(
        "BLUELAMP_RECENT_SIGN_IN_MINUTES",
        "10",
        "number",
        "How fresh a sign-in must be for a step of authority; after that the password or passkey is asked for again.",
    ),
    _knob("BLUELAMP_OPENID_NAME", "", "text", "Sign-in by OpenID Connect: the name on the button. Empty: not offered."),
    _knob("BLUELAMP_OPENID_SERVER", "", "text", "The OpenID Connect server's address."),
    _knob("BLUELAMP_OPENID_CLIENT", "", "text", "Our client identifier at that server."),
    _knob("BLUELAMP_OPENID_SECRET", "", "text", "Our client secret at that server."),
    _knob(
        "BLUELAMP_OPENID_DOMAIN",
        "",
        "text",
        "The domain that may follow a user name there, such as herts.police.uk. A name with any other is a guest's, "
        "and nobody's here.",
    ),
)
_BY_NAME = {knob.name: knob for knob in KNOBS}


def text(name: str, environment: Mapping[str, str] | None = None) -> str:
    """The value as text; raises KeyError for a name that is not in the table."""
    return (os.environ if environment is None else environment).get(name) or _BY_NAME[name].default


def number(name: str, environment: Mapping[str, str] | None = None) -> int:
    """The value as a whole number; raises ValueError that names the setting."""
    value = text(name, environment)
    try:
        return int(value)
    except ValueError as error:
        raise ValueError(f"{name} must be a whole number, not {value!r}.") from error


def yes(name: str, environment: Mapping[str, str] | None = None) -> bool:
    """The value as yes or no; raises ValueError that names the setting."""
    value = text(name, environment).strip().lower()
    if value not in TRUE | FALSE:
        raise ValueError(f"{name} must be yes or no, not {value!r}.")
    return value in TRUE


def several(name: str, environment: Mapping[str, str] | None = None) -> list[str]:
    """The value as a list, written with commas."""
    return [part.strip() for part in text(name, environment).split(",") if part.strip()]


def folder(name: str, environment: Mapping[str, str] | None = None) -> Path:
    """The value as a folder, made absolute from the working folder."""
    return Path(text(name, environment)).expanduser().absolute()


def as_page() -> str:
    """The table as a page of the documentation."""
    lines = [
        "# Settings",
        "",
        "Every setting is an environment variable. This page is written by `make docs` from",
        "`bluelamp/site/knobs.py`.",
        "",
        "| name | default | kind | what it does |",
        "| --- | --- | --- | --- |",
    ]
    for knob in KNOBS:
        lines.append(f"| `{knob.name}` | {f'`{knob.default}`' if knob.default else ''} | {knob.kind} | {knob.words} |")
    return "\n".join(lines) + "\n"
