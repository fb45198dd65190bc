"""Letters in the languages and forms there are words for: one file a language, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from bluelamp.messages.models import Message
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.messages.rules.templates import ENGLISH, PLAIN, TEMPLATES, Template
from bluelamp.verdict import Verdict, allowed, refused

FOLDER = Path(__file__).parent / "letter_words"
EASY, LARGE = "easy_read", "large_print"
FORMS = {PLAIN: "Plain", LARGE: "Large print", EASY: "Easy read"}


@cache
def letters(language: str) -> Mapping[str, Mapping[str, Template]]:
    """The letters of a language by key and form; large print has the words of plain. Raises FileNotFoundError."""
    said = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    found = {}
    for key, forms in said["letters"].items():
        by_form = {form: Template(heading=one["heading"], words=one["words"]) for form, one in forms.items()}
        found[key] = {**by_form, LARGE: by_form[PLAIN]}
    return found


@cache
def languages() -> Mapping[str, str]:
    """Every language letters are written in: its code and its own name, English first."""
    codes = sorted((path.stem for path in FOLDER.glob("*.toml")), key=lambda code: (code != ENGLISH, code))
    return {code: tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))["name"] for code in codes}


def may_be_written(template: str, *, channel: Channel, language: str, form: str) -> Verdict:
    """Only a letter has a language and a form of its own, and only one that there are words for."""
    if (language, form) == (ENGLISH, PLAIN):
        return allowed()
    if channel is not Channel.LETTER:
        return refused("Only a letter is written in another form.", field="form")
    if language not in languages() or form not in letters(language).get(template, {}):
        return refused("There are no words for this letter in that language and form.", field="language")
    return allowed()


def words_of(message: Message) -> Template | None:
    """The words it leaves in."""
    if message.channel == Channel.LETTER and message.language in languages():
        written = letters(message.language).get(message.template, {}).get(message.form)
        if written:
            return written
    return TEMPLATES.get(message.template)
