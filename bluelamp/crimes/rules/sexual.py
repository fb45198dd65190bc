"""Is an offence a sexual one? By the number of its class in the counting rules."""

import re
from datetime import date

from bluelamp.deadlines.law import Law


def is_sexual(law: Law, *, offence_code: str, on: date) -> bool:
    """Whether the class of `offence_code` ("19C/1" is of class 19) is one of sexual offences on the local day `on`.

    False for a code that begins with no number: nothing is guessed from words. Home Office Crime Recording Rules,
    Sexual Offences; who is harmed by one is anonymous for life (Sexual Offences (Amendment) Act 1992 s.1).
    """
    number = re.match(r"\d+", offence_code.strip())
    return bool(number) and number.group() in law.value("crimes.sexual_classes", on=on).text.split()  # type: ignore[union-attr]
