"""Words that whoever reads a page typed or wrote: marked in what is drawn, so that nothing strikes them out of it.

To strike a guess out of the words of whoever guessed would tell them that they guessed right. The marks cannot be
typed: they are new with every process, and leave with what strikes out (`safeguarding.striking`).
"""

import secrets

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

_SIGN = secrets.token_hex(12)
BEGIN, END = f"\ue000{_SIGN}\ue001", f"\ue002{_SIGN}\ue003"


def own(words: object) -> SafeString:
    """The same words, marked as the reader's own; only words with a figure can hold an address."""
    said = conditional_escape("" if words is None else str(words))
    return mark_safe(f"{BEGIN}{said}{END}") if any(sign.isdigit() for sign in said) else said
