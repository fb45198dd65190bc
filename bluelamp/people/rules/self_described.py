"""What people say of themselves: the protected characteristics, each optional, in their own words (D11, D12)."""

from dataclasses import dataclass

from bluelamp.people.rules.unknowns import Answer

SOURCE = "Equality Act 2010 s.4"
DECLINES = "Prefer not to say"
PURPOSE = (
    "To give the service that somebody needs, and to see whether everybody is served as well. Nothing here is shown "
    "beside a case, guessed from anything else, or used to decide about the person."
)


@dataclass(frozen=True, kw_only=True)
class Characteristic:
    """One characteristic: the field it stands in, the question, what people often answer, and what it is asked for."""

    field: str
    question: str
    suggestions: tuple[str, ...]
    purpose: str


CHARACTERISTICS = (
    Characteristic(
        field="sex", question="Sex", suggestions=("female", "male", "intersex"), purpose="Who searches, who interviews"
    ),
    Characteristic(
        field="gender_identity", question="Gender identity",
        suggestions=("The same as the sex registered at birth", "Trans woman", "Trans man", "Non-binary"),
        purpose="How somebody is spoken to and of",
    ),
    Characteristic(
        field="orientation", question="Sexual orientation",
        suggestions=("Straight", "Gay or lesbian", "Bisexual"), purpose="Support by services that know",
    ),
    Characteristic(
        field="religion", question="Religion or belief",
        suggestions=("No religion", "Buddhist", "Christian", "Hindu", "Jewish", "Muslim", "Sikh"),
        purpose="Visits, food, oaths and days on which not to call",
    ),
    Characteristic(
        field="disability", question="Disability or long illness",
        suggestions=("No", "Hearing", "Sight", "Mobility", "Learning disability", "Mental health", "Autism"),
        purpose="How to talk, where to meet, what help to give in court",
    ),
    Characteristic(
        field="partnership", question="Marriage or civil partnership",
        suggestions=("Single", "Married", "Civil partner", "Separated", "Divorced", "Widowed"),
        purpose="Monitoring alone",
    ),
    Characteristic(
        field="pregnancy", question="Pregnancy or a baby under one", suggestions=("No", "Pregnant", "A baby under one"),
        purpose="Safety and where to meet",
    ),
)  # fmt: skip
"""Those with words of one's own. Ethnicity has the codes of the census, age follows from the date of birth."""


def said(text: str) -> str | Answer:
    """An answer as it is kept: the words as given, that somebody declined, or that they were not asked."""
    words = text.strip()
    if words.casefold() == DECLINES.casefold():
        return Answer.DECLINED
    return words or Answer.NOT_ASKED


def shown(words: str, answer: str) -> str:
    """An answer as a form shows it again."""
    return DECLINES if answer == Answer.DECLINED else words
