"""Self-defined ethnicity in two lists: the 18+1 that is asked (2011 census), and the older 16+1 of some returns (D11).

A code is mapped where a list says so and left alone or refused otherwise: never guessed, and never from an IC code.
"""

from bluelamp.verdict import Refused, refused

SIXTEEN = {
    "W1": "White: British",
    "W2": "White: Irish",
    "W9": "White: other",
    "M1": "Mixed: White and Black Caribbean",
    "M2": "Mixed: White and Black African",
    "M3": "Mixed: White and Asian",
    "M9": "Mixed: other",
    "A1": "Asian: Indian",
    "A2": "Asian: Pakistani",
    "A3": "Asian: Bangladeshi",
    "A9": "Asian: other",
    "B1": "Black: Caribbean",
    "B2": "Black: African",
    "B9": "Black: other",
    "O1": "Chinese",
    "O9": "Other",
    "NS": "Not stated",
}
"""Self-defined ethnicity, 16+1 of the 2001 census."""
_TO_SIXTEEN = {"W3": "W9", "A4": "O1", "O2": "O9"}
_FROM_SIXTEEN = {"O1": "A4"}


def to_sixteen(code: str) -> str:
    """A code of 18+1 in the list of 16+1, for a return that asks for it. Raises Refused for what is in neither."""
    mapped = _TO_SIXTEEN.get(code, code)
    if mapped in SIXTEEN:
        return mapped
    raise Refused(refused(f"{code} is no code of self-defined ethnicity.", "CJS Data Standards"))


def from_sixteen(code: str) -> str:
    """A code of 16+1, as it comes from elsewhere, in the list of 18+1. Raises Refused for what is in neither.

    What the older list could not tell apart (a Gypsy or Irish Traveller, an Arab) stays as it was said.
    """
    if code in SIXTEEN:
        return _FROM_SIXTEEN.get(code, code)
    raise Refused(refused(f"{code} is no code of the 16+1 list. Ask what is meant: it is not guessed.", "D11"))
