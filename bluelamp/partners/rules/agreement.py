"""Whether something may be shared with a body: an agreement in force must name purpose and every field (G11)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import end_of_day
from bluelamp.partners.rules.fields import FIELDS, Purpose, in_words
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Data Protection Act 2018; sharing agreements (G11)"


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """One agreement. `begins` and `ends` are local days, both included; `ended` if it was ended before its time."""

    reference: str
    gateway: str
    purpose: str
    fields: frozenset[str]
    begins: date
    ends: date
    ended: bool = False

    def in_force(self, on: date) -> bool:
        return not self.ended and self.begins <= on <= self.ends


def may_share(
    agreements: Iterable[Agreed], *, partner: str, purpose: str, fields: Collection[str], on: date
) -> Verdict:
    """Allowed only if one agreement in force on the local day `on`, for this purpose, names every field.

    `agreements` are those with this body, `partner` its name, `fields` keys. The refusal says what is missing: no
    agreement, one that has run out or not begun, or the fields it does not cover. Gateway and fields: G11.
    """
    if not fields:
        return refused("Nothing would be shared: give at least one field.", SOURCE, field="fields")
    known = [one for one in agreements if one.purpose == purpose]
    if not known:
        return refused(f"There is no agreement with {partner} for this purpose: {_called(purpose)}.", SOURCE)
    running = [one for one in known if one.in_force(on)]
    if not running:
        return refused(_why_not_running(max(known, key=lambda one: one.ends), partner, on), SOURCE)
    if chosen(running, purpose=purpose, fields=fields, on=on):
        return allowed()
    widest = max(running, key=lambda one: len(one.fields & set(fields)))
    missing = in_words(sorted(set(fields) - widest.fields))
    words = (
        f"Agreement {widest.reference} with {partner} does not cover: {missing}. Leave it out, or agree on it first."
    )
    return refused(words, f"{SOURCE}; {widest.gateway}", field="fields")


def chosen(agreements: Iterable[Agreed], *, purpose: str, fields: Collection[str], on: date) -> Agreed | None:
    """The agreement under which these fields leave: in force, for the purpose, the one that names the least beside."""
    able = [
        one for one in agreements if one.purpose == purpose and one.in_force(on) and set(fields) <= one.fields
    ]  # fmt: skip
    return min(able, key=lambda one: (len(one.fields), one.reference), default=None)


def leaving(agreement: Agreed, given: Mapping[str, str]) -> dict[str, str]:
    """What leaves under an agreement: fields it names that hold something; all others stay here, whatever was given."""
    return {key: words.strip() for key, words in given.items() if key in agreement.fields and words.strip()}


def may_sign(agreed: Agreed, *, law: Law, others: Iterable[str], on: date) -> Verdict:
    """Whether an agreement may be recorded on the day `on`: whole, of known fields, and not for longer than policy.

    `others` are the references already used.
    """
    longest = law.value("partners.agreement_longest", on=on)
    unknown = sorted(agreed.fields - set(FIELDS))
    return every(
        _given(agreed.reference, "Give the agreement's number.", "reference"),
        _given(agreed.gateway, "Name the law that allows it, such as Crime and Disorder Act 1998 s.115.", "gateway"),
        _ok(agreed.purpose in list(Purpose), "Choose what it is for.", "purpose"),
        _ok(bool(agreed.fields), "Choose the fields that may leave.", "fields"),
        _ok(not unknown, f"No such fields: {', '.join(unknown)}.", "fields"),
        _ok(agreed.reference not in set(others), "This number is used by another agreement.", "reference"),
        _ok(agreed.begins <= agreed.ends, "It must end after it begins.", "ends"),
        _ok(agreed.ends >= on, "It would have run out already.", "ends"),
        _ok(
            agreed.ends - agreed.begins <= longest.span,
            f"It may run for {longest.number} days at the longest.",
            "ends",
            longest.source,
        ),
    )


def renewal_due(law: Law, *, begins: date, ends: date) -> Deadline:
    """By when an agreement is renewed or let go: the end of a local day before its last, by policy.

    One shorter than the time for renewal is renewed by its last day.
    """
    value = law.value("partners.agreement_renewed_before", on=begins)
    day = max(ends - timedelta(days=value.number), begins)
    last = day if day > begins else ends
    return Deadline(due=end_of_day(last), because=(f"It ends on {spoken_day(ends)}.",), basis=value.source)


def _why_not_running(last: Agreed, partner: str, on: date) -> str:
    called = f"Agreement {last.reference} with {partner}"
    if last.ended:
        return f"{called} was ended."
    if on < last.begins:
        return f"{called} begins on {spoken_day(last.begins)}."
    return f"{called} ran out on {spoken_day(last.ends)}."


def _called(purpose: str) -> str:
    return Purpose(purpose).words.lower() if purpose in list(Purpose) else purpose


def _given(words: str, what: str, field: str) -> Verdict:
    return _ok(bool(words.strip()), what, field)


def _ok(good: bool, words: str, field: str, source: str = SOURCE) -> Verdict:
    return allowed() if good else refused(words, source, field=field)
