"""The questions of the desk as fields, once for booking in and once more for each page of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

from django import forms
from django.forms import BoundField

from bluelamp.custody.actions.booking_in import RightAnswer, Risk
from bluelamp.custody.actions.particulars import Seen
from bluelamp.custody.actions.property import Taken
from bluelamp.custody.rules.giving_rights import Entitlement, Response, in_words
from bluelamp.custody.rules.risk import QUESTIONS, Assessing, Said
from bluelamp.design.forms import Day, PlainForm, Segments
from bluelamp.people.models import ETHNICITIES, PERCEIVED
from bluelamp.people.rules.unknowns import Answer

F = TypeVar("F", bound=type[PlainForm])
UNKNOWN = [("not_known", "Not known"), ("declined", "Declined"), ("not_asked", "Not asked")]
UNKNOWN_LETTERS = {"not_known": "k", "declined": "d", "not_asked": "a"}
YES_NO = [("yes", "Yes"), ("no", "No")]
YES_NO_UNKNOWN = [*YES_NO, ("not_known", "Not known yet")]
YES_NO_LETTERS = {"yes": "y", "no": "n", "not_known": "k"}
NECESSARY = [
    ("secure_or_preserve_evidence", "To secure or preserve evidence"),
    ("obtain_evidence_by_questioning", "To obtain evidence by questioning"),
]
TRUTH = {"yes": True, "no": False}
LONGEST_AGO = 4 * 3600


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One question: its answer, the fields beside it, and which answer opens them ("" for always open).

    `only`: "foreign", "adult" or "watched", where an answer above decides whether it is asked at all.
    """

    answer: BoundField
    more: tuple[BoundField, ...] = ()
    opens: str = ""
    only: str = ""
    ago: BoundField | None = None

    @property
    def wrong(self) -> bool:
        return any(one.errors for one in self.more)


def with_fields(fields: dict[str, forms.Field]) -> Callable[[F], F]:
    """Add fields that are made from a list to a form class."""

    def add(form: F) -> F:
        form.base_fields.update(fields)
        return form

    return add


def line(label: str, *, help_text: str = "", longest: int = 300) -> forms.CharField:
    """One optional line of words."""
    return forms.CharField(label=label, required=False, max_length=longest, help_text=help_text)


class ParticularsFields(PlainForm):
    """Age, vulnerability, nationality, ethnicity in the person's words and as perceived: nothing preset."""

    born = Segments(
        label="Date of birth",
        required=False,
        choices=[("known", "Given"), *UNKNOWN],
        letters={"known": "g", **UNKNOWN_LETTERS},
    )
    born_on = Day(label="Born on", required=False)
    appears = Segments(
        label="Do they appear under 18?",
        required=False,
        choices=YES_NO,
        letters=YES_NO_LETTERS,
        help_text="Whatever they say. If so, they are treated as a child. Code C 1.5",
    )
    adult_evidence = line("Clear evidence of being 18 or over, if there is any", help_text="Seen, not only said")
    sex = Segments(
        label="Sex",
        required=False,
        choices=[("female", "Female"), ("male", "Male"), *UNKNOWN],
        letters={"female": "f", "male": "m", **UNKNOWN_LETTERS},
    )
    vulnerable = Segments(
        label="Vulnerable?",
        required=False,
        choices=YES_NO_UNKNOWN,
        letters=YES_NO_LETTERS,
        help_text="May find it hard to understand, to reply, or to see why it matters. Code C 1.13(d)",
    )
    vulnerable_words = line("What was seen or told")
    foreign = Segments(
        label="A national of another country?", required=False, choices=YES_NO_UNKNOWN, letters=YES_NO_LETTERS
    )
    nationality = line("Which country", longest=80)
    ethnicity = forms.ChoiceField(
        label="Ethnicity, in the person's own choice",
        required=False,
        choices=[
            ("", "Leave as it is"),
            *((code, f"{code} {words}") for code, words in ETHNICITIES.items() if code != "NS"),
            ("declined", "Declined to say (NS)"),
            ("not_known", "Does not know"),
            ("not_asked", "Not asked"),
        ],
        help_text="Asked, never guessed",
    )
    perceived = Segments(
        label="Ethnicity as you perceive it",
        required=False,
        choices=[(code, f"{code} {words}") for code, words in PERCEIVED.items()],
        letters={code: code[-1] for code in PERCEIVED},
        help_text="Your own view, kept apart from theirs",
    )

    def clean_particulars(self, given: dict[str, Any]) -> None:
        """A date of birth that was given is written."""
        if given.get("born") == "known" and not given.get("born_on") and "born_on" not in self.errors:
            self.add_error("born_on", "Enter the date of birth")

    def particulars(self) -> Iterator[Ask]:
        """The questions in their order."""
        yield Ask(answer=self["born"], more=(self["born_on"],), opens="known")
        yield Ask(answer=self["appears"], more=(self["adult_evidence"],), opens="yes")
        yield Ask(answer=self["sex"])
        yield Ask(answer=self["vulnerable"], more=(self["vulnerable_words"],), opens="yes")
        yield Ask(answer=self["foreign"], more=(self["nationality"],), opens="yes")
        yield Ask(answer=self["ethnicity"])
        yield Ask(answer=self["perceived"])


def seen_of(given: dict[str, Any]) -> Seen | None:
    """What was asked and seen; None where nothing was."""
    names = ("born", "appears", "sex", "vulnerable", "foreign", "ethnicity", "perceived")
    if not any(given.get(name) for name in names):
        return None
    return Seen(
        appears_under_18=TRUTH.get(given["appears"]),
        adult_evidence=given["adult_evidence"],
        born_on=given["born_on"] if given["born"] == "known" else _unknown(given["born"]),
        sex=_known_or_unknown(given["sex"]),
        vulnerable=TRUTH.get(given["vulnerable"]),
        vulnerable_words=given["vulnerable_words"],
        foreign=TRUTH.get(given["foreign"]),
        nationality=given["nationality"],
        ethnicity=_known_or_unknown(given["ethnicity"]),
        perceived=given["perceived"],
    )


def _unknown(value: str) -> Answer | None:
    return Answer(value) if value else None


def _known_or_unknown(value: str) -> str | Answer | None:
    return Answer(value) if value in UNKNOWN_LETTERS else value or None


RESPONSE_LETTERS = {"wanted": "w", "not_now": "n", "no_answer": "s", "not_told": "t"}
_ASKED = {
    Entitlement.SOMEONE_INFORMED: "Who, and the number",
    Entitlement.LEGAL_ADVICE: "Their words; which solicitor",
    Entitlement.INTERPRETER: "Language, or their words",
    Entitlement.CONSULAR: "Country, or their words",
}


def _rights_fields() -> dict[str, forms.Field]:
    made: dict[str, forms.Field] = {}
    for right in Entitlement:
        made[right.value] = Segments(
            label=right.words,
            required=False,
            choices=[(one.value, in_words(right, one)) for one in Response],
            letters=RESPONSE_LETTERS,
            help_text=right.source,
        )
        made[f"{right}_words"] = line(_ASKED.get(right, "Their words"))
        made[f"{right}_ago"] = forms.IntegerField(
            required=False,
            min_value=0,
            max_value=LONGEST_AGO,
            widget=forms.HiddenInput(attrs={"data-ago-of": right.value}),
        )
    made["adult_there"] = Segments(
        label="Was an appropriate adult there?", required=False, choices=YES_NO, letters=YES_NO_LETTERS
    )
    return made


@with_fields(_rights_fields())
class RightsFields(PlainForm):
    """Each right, one by one, with the person's words."""

    def rights(self, *, consular: bool, adult: bool) -> Iterator[Ask]:
        """The rights in their order; the consulate and the adult only where they are called for."""
        for right in Entitlement:
            if right is not Entitlement.CONSULAR or consular:
                only = "foreign" if right is Entitlement.CONSULAR else ""
                words, ago = self[f"{right}_words"], self[f"{right}_ago"]
                yield Ask(answer=self[right.value], more=(words,), ago=ago, only=only)
        yield Ask(answer=self["adult_there"], only="" if adult else "adult")


def rights_of(given: dict[str, Any]) -> tuple[RightAnswer, ...]:
    """The rights that were told."""
    return tuple(
        RightAnswer(
            right=right.value,
            response=given[right.value],
            words=given[f"{right}_words"],
            adult_present=TRUTH.get(given.get("adult_there", "")),
            ago=timedelta(seconds=given[f"{right}_ago"] or 0),
        )
        for right in Entitlement
        if given.get(right.value)
    )


def _risk_fields() -> dict[str, forms.Field]:
    made: dict[str, forms.Field] = {}
    for question, words in QUESTIONS.items():
        made[question] = Segments(
            label=words,
            required=False,
            choices=[("none", "None" if question != "first_time" else "No"), ("known", "Yes"), *UNKNOWN],
            letters={"none": "n", "known": "y", **UNKNOWN_LETTERS},
        )
        made[f"{question}_words"] = line("What it is")
    made["observation"] = forms.CharField(
        label="What you saw yourself",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In your own words: answers alone are not the risk",
    )
    made["handed_over"] = line("Risk handed over by the arresting officer")
    made["marked"] = line("More marks for the whiteboard, with commas", help_text="Such as Epilepsy", longest=120)
    return made


@with_fields(_risk_fields())
class RiskFields(PlainForm):
    """Every question with its four unknowns, and what the officer saw."""

    def risk(self) -> Iterator[Ask]:
        """The questions in their order, then the officer's own words."""
        yield Ask(answer=self["handed_over"])
        for question in QUESTIONS:
            yield Ask(answer=self[question], more=(self[f"{question}_words"],), opens="known")
        yield Ask(answer=self["observation"])
        yield Ask(answer=self["marked"])


def risk_of(given: dict[str, Any], *, occasion: str, n: int | None) -> Risk | None:
    """The assessment; None where not one question of it was answered. What is half done is refused by the rule."""
    if not any(given.get(question) for question in QUESTIONS) and not given["observation"].strip():
        return None
    said = tuple(
        Said(question=one, answer=Answer(given[one]), words=given[f"{one}_words"]) for one in QUESTIONS if given[one]
    )
    marked = tuple(one.strip() for one in given["marked"].split(",") if one.strip())
    assessing = Assessing(occasion=occasion, said=said, observation=given["observation"])
    return Risk(assessing=assessing, handed_over=given["handed_over"], marked=marked, n=n)


class PropertyFields(PlainForm):
    """What is kept, money counted, medication brought in, the seal; or that there is nothing."""

    property = Segments(
        label="Property",
        required=False,
        choices=[("kept", "Kept"), ("nothing", "Nothing to keep")],
        letters={"kept": "k", "nothing": "n"},
    )
    things = line("Things, with commas", longest=2000)
    pounds = forms.DecimalField(
        label="Money counted, in pounds", required=False, min_value=0, max_digits=9, decimal_places=2
    )
    medicines = line("Medication brought in, with commas")
    seal = line("Seal number", longest=30)
    agreed = line("What the person said of the list, or that they signed")

    def belongings(self) -> Iterator[Ask]:
        """One question, with what is kept beside it."""
        names = ("things", "pounds", "medicines", "seal", "agreed")
        yield Ask(answer=self["property"], more=tuple(self[name] for name in names), opens="kept")


def taken_of(given: dict[str, Any]) -> Taken | None:
    """What was taken; None where property was not asked."""
    if not given.get("property"):
        return None
    pounds = given["pounds"]
    return Taken(
        nothing=given["property"] == "nothing",
        things=given["things"].split(","),
        medication=given["medicines"].split(","),
        pence=None if pounds is None else int(pounds * 100),
        agreed=given["agreed"],
    )
