"""Which searches need a reason (G2): those for a vehicle's registration, and those so wide that they list whoever.

The law asks for a log, not for a justification, since 20 August 2025; that a reason is given for these is this force's
policy. Every search is logged, with what it showed.
"""

import re

from bluelamp.verdict import Verdict, allowed, refused

_POLICY = "Data Protection Act 2018 s.62 as amended 2025; this force's policy"
_PLATE_LIKE = re.compile(r"(?=.*[0-9])(?=.*[A-Z])[A-Z0-9]{2,8}")
SHORTEST, NARROW = 10, 3


def may_search(*, text: str, why: str) -> Verdict:
    """Whether this may be searched for: a registration, or what stands in no name, only with a reason in words.

    Letters and digits together of at most eight count as a registration, whole or in part, of whatever country; fewer
    than three letters as a search for whoever.
    """
    bare = "".join(each for each in text.upper() if each.isalnum())
    if not (_PLATE_LIKE.fullmatch(bare) or len(bare) < NARROW):
        return allowed()
    return _reason(why, "For a registration, or a search this wide, say in a few words why.")


def may_list(*, count: int, limit: int, why: str) -> Verdict:
    """Whether as many results as are ever shown may be shown: only with a reason; otherwise the search is narrowed."""
    if count < limit:
        return allowed()
    return _reason(why, f"{limit} or more answer to this. Narrow it, or say in a few words why you need so many.")


def _reason(why: str, words: str) -> Verdict:
    said = len(why.strip()) >= SHORTEST and len(why.split()) > 1
    return allowed() if said else refused(words, _POLICY, field="why")
