"""The form of first care: five parts on a phone, each left out or whole; what is left out stays owed."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from bluelamp.design.forms import PlainForm, Segments, TimeOfDay
from bluelamp.people.rules.safe_contact import Way
from bluelamp.people.rules.unknowns import Answer
from bluelamp.victims.actions.first_care import FirstCare
from bluelamp.victims.rules.explaining import ENGLISH, Form
from bluelamp.victims.rules.needs import Need, Topic

ANSWERS = [
    (Answer.KNOWN.value, "Yes"),
    (Answer.NONE.value, "No"),
    (Answer.DECLINED.value, "Will not say"),
    (Answer.NOT_KNOWN.value, "Not known"),
]
PARTS = {
    "contact": ("ways", "number", "post_to", "since", "until", "code_word", "shared_device", "do_not_ring"),
    "needs": tuple(name for topic in Topic for name in (topic.value, f"{topic}_words")),
    "rights": ("form", "language", "interpreter", "interpreter_is_close", "understood"),
    "statement": ("answer",),
    "referral": ("agreed", "partner", "service", "referral_words"),
}
TITLES = {
    "contact": "1. A safe way to reach them",
    "needs": "2. What they need",
    "rights": "3. Their rights",
    "statement": "4. Personal statement",
    "referral": "5. Support",
}
ANOTHER = ("", "Another, written below")


def _topics() -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    for topic in Topic:
        found[topic.value] = Segments(label=topic.words, choices=ANSWERS, required=False)
        found[f"{topic}_words"] = forms.CharField(label="What they said", required=False)
    return found


class FirstCareForm(PlainForm):
    """Five parts; `parts` says which are shown."""

    renamed = {"words": "referral_words", "agreed": "agreed"}
    says_optional = False
    ways = forms.MultipleChoiceField(
        label="Safe ways", choices=[(way.value, way.words.capitalize()) for way in Way], required=False,
        widget=forms.CheckboxSelectMultiple, help_text="Only what they said is safe",
    )  # fmt: skip
    number = forms.CharField(label="Number that is safe", required=False)
    post_to = forms.CharField(
        label="Address where a letter is safe", required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Only with by letter: name, street, town and postcode, each on its line",
    )  # fmt: skip
    since = TimeOfDay(label="Safe from", required=False)
    until = TimeOfDay(label="Safe until", required=False)
    code_word = forms.CharField(label="Code word we say first", required=False)
    shared_device = forms.BooleanField(label="Somebody else can read what arrives", required=False)
    do_not_ring = forms.BooleanField(label="Do not ring or text", required=False)
    form = Segments(label="How you explained them", choices=[(one.value, one.words) for one in Form], required=False)
    language = forms.CharField(label="In which language", required=False, initial=ENGLISH)
    interpreter = forms.CharField(label="Interpreter, name or number", required=False)
    interpreter_is_close = forms.BooleanField(label="The interpreter is family or a friend", required=False)
    understood = Segments(label="Did they say it back to you?", choices=[("yes", "Yes"), ("no", "No")], required=False)
    answer = Segments(
        label="Would they like to say what it did to them?",
        choices=[("wanted", "Yes"), ("later", "Not now"), ("declined", "No")],
        required=False,
        help_text="They may change their mind until sentence. The defence will see it.",
    )
    agreed = Segments(label="May we pass their details on?", choices=[("yes", "Yes"), ("no", "No")], required=False)
    partner = forms.ChoiceField(label="To which service", required=False, widget=forms.RadioSelect)
    service = forms.CharField(label="Another service, by phone", required=False)
    referral_words = forms.CharField(label="What they said", required=False)

    def __init__(
        self, *args: Any, parts: tuple[str, ...], services: Sequence[tuple[str, str]] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, more=_topics(), **kwargs)
        self.fields["partner"].choices = [*services, ANOTHER]  # type: ignore[attr-defined]
        self.fields["partner"].initial = services[0][0] if services else ""
        self.parts = parts
        shown = {name for part in parts for name in PARTS[part]}
        for name in set(self.fields) - shown:
            del self.fields[name]

    def sections(self) -> Iterator[tuple[str, str, list[forms.BoundField]]]:
        """Each part that is shown: its key, its title and its fields."""
        for part in self.parts:
            yield part, TITLES[part], [self[name] for name in PARTS[part]]

    def care(self, because: str) -> FirstCare:
        """What was filled in."""
        given = self.cleaned_data
        return FirstCare(
            contact=_contact(given), needs=_needs(given), because=because, rights=_rights(given),
            statement={"answer": given["answer"]} if given.get("answer") else None, referral=_referral(given),
        )  # fmt: skip


def _contact(given: dict[str, Any]) -> dict[str, Any] | None:
    found = {name: given.get(name) for name in PARTS["contact"]}
    return {**found, "source": "Their own words"} if any(found.values()) else None


def _needs(given: dict[str, Any]) -> tuple[Need, ...]:
    answers = {topic: (given.get(topic.value), given.get(f"{topic}_words", "")) for topic in Topic}
    if not any(answer or words for answer, words in answers.values()):
        return ()
    return tuple(
        Need(topic=topic, answer=Answer(answer or (Answer.KNOWN if words else Answer.NOT_ASKED)), words=words)
        for topic, (answer, words) in answers.items()
    )


def _rights(given: dict[str, Any]) -> dict[str, Any] | None:
    if not (given.get("form") or given.get("understood")):
        return None
    understood = {"yes": True, "no": False}.get(given.get("understood", ""))
    named = {name: given[name] for name in ("language", "interpreter", "interpreter_is_close")}
    return {**named, "form": given.get("form") or Form.SPOKEN.value, "understood": understood}


def _referral(given: dict[str, Any]) -> dict[str, Any] | None:
    agreed = {"yes": True, "no": False}.get(given.get("agreed", ""))
    if agreed is None:
        return None
    named = {name: given[name] for name in ("partner", "service")}
    return {**named, "agreed": agreed, "words": given["referral_words"]}
