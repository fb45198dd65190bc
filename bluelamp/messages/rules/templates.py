"""Every message that can leave, in its words: a reference, a time, a way back to us, and never the story.

The provider's own templates are set up by the force with these words; a test reads them all. A domain names one by its
key and fills in nothing but its gaps.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from bluelamp.verdict import Verdict, allowed, refused

_SOURCE = "Templates carry references, never the story (V7)"
ENGLISH, PLAIN = "en", "plain"
_LINK = re.compile(r"https?://[^\s/]+(/[\w./-]*)?")
GAPS: Mapping[str, str] = {
    "link": "The person's own page",
    "when": "When we are there",
    "number": "The number to ring",
    "reference": "A reference that means nothing by itself",
}
"""What may stand in a gap. Nothing else is ever filled in."""


@dataclass(frozen=True, kw_only=True)
class Template:
    """A heading (of an email or a letter) and the words."""

    heading: str
    words: str

    @property
    def gaps(self) -> frozenset[str]:
        return frozenset(name for _, name, _, _ in Formatter().parse(self.words) if name)

    def filled(self, given: Mapping[str, str]) -> str:
        """The words as they leave; a gap not filled reads "…"."""
        return self.words.format_map({**dict.fromkeys(self.gaps, "…"), **given})


TEMPLATES: Mapping[str, Template] = {
    "news-waits": Template(
        heading="There is something new on your page",
        words="There is something new on your page: {link}",
    ),
    "written-down": Template(
        heading="Thank you for getting in touch",
        words="Thank you for getting in touch. It is written down. Your reference is {reference}.",
    ),
    "written-down-ring": Template(
        heading="Thank you for getting in touch",
        words="Thank you for getting in touch. It is written down. Your reference is {reference}. To reach us, ring "
        "{number}.",
    ),
    "your-page": Template(
        heading="Your page",
        words="Your page opens once with this link and the code you were given: {link}",
    ),
    "please-ring-us": Template(
        heading="Please ring us",
        words="Please ring us {when}. Thank you.",
    ),
    "please-ring-this-number": Template(
        heading="Please ring us",
        words="Please ring {number} {when} and give the reference {reference}. Thank you.",
    ),
    "secure-page": Template(
        heading="Something waits for you",
        words="Something waits for you on a page of your own. It opens once, with a code you are told by phone: {link}",
    ),
    "how-was-it": Template(
        heading="A few questions",
        words="Would you answer a few questions? It takes two minutes: {link}",
    ),
    "appointment": Template(
        heading="Your appointment",
        words="Your appointment: {when}. To change it, see {link}",
    ),
}


def may_fill(template: str, given: Mapping[str, str]) -> Verdict:
    """Allowed if the template is known and exactly its gaps are filled, a link with nothing but an address.

    Refused in words with the field; what the words of a gap say is judged by the rule of safe channels.
    """
    known = TEMPLATES.get(template)
    if known is None:
        return refused("There is no such message.", _SOURCE, field="template")
    if missing := sorted(name for name in known.gaps if not given.get(name, "").strip()):
        return refused(f"Fill in: {', '.join(missing)}.", _SOURCE, field=missing[0])
    if more := sorted(set(given) - known.gaps):
        return refused(f"This message has no place for: {', '.join(more)}.", _SOURCE, field=more[0])
    if "link" in given and not _LINK.fullmatch(given["link"]):
        return refused("A link is an address and nothing else.", _SOURCE, field="link")
    return allowed()
