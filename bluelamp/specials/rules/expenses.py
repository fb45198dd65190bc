"""Expenses of a special: what it cost to serve, never pay (Special Constables Regulations 1965 reg. 4)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Special Constables Regulations 1965 reg. 4"


class Vehicle(StrEnum):
    """What miles were driven or ridden with."""

    CAR = "car"
    MOTORCYCLE = "motorcycle"
    BICYCLE = "bicycle"

    @property
    def words(self) -> str:
        return self.value.capitalize()


@dataclass(frozen=True, kw_only=True)
class Spent:
    """What one day cost. Money in whole pence, miles whole. `served` is the time on duty or training that day.

    `meal` and `fare` are what was paid, by receipt; `fare` is public transport or parking.
    """

    on: date
    served: timedelta
    miles: int = 0
    vehicle: str = ""
    meal: int = 0
    fare: int = 0
    fare_for: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the sum: what, how it is worked out, and the pence."""

    what: str
    how: str
    pence: int


def money(pence: int) -> str:
    """Pence as people write money: "£4.50"."""
    return f"£{pence // 100:,}.{pence % 100:02}"


def worked_out(law: Law, spent: Spent) -> tuple[Line, ...]:
    """Each line with its rate of the day; a meal counts up to the most that the force pays."""
    lines = []
    if spent.miles:
        rate = law.value(f"expenses.{Vehicle(spent.vehicle).value}", on=spent.on)
        how = f"{spent.miles} miles at {rate.number}p"
        lines.append(Line(what=Vehicle(spent.vehicle).words, how=how, pence=spent.miles * rate.number))
    if spent.meal:
        most = law.value("expenses.meal", on=spent.on).number
        how = "as paid" if spent.meal <= most else f"paid {money(spent.meal)}, the most is {money(most)}"
        lines.append(Line(what="Meal", how=how, pence=min(spent.meal, most)))
    if spent.fare:
        lines.append(Line(what=spent.fare_for.strip() or "Fare or parking", how="as paid", pence=spent.fare))
    return tuple(lines)


def may_claim(law: Law, *, spent: Spent, today: date) -> Verdict:
    """Whether this may be claimed, with every reason against it, beside the field it is about."""
    checks = [_day(law, spent, today)]
    if not (spent.miles or spent.meal or spent.fare):
        checks.append(refused("Enter miles, a meal or a fare.", SOURCE, field="miles"))
    if spent.miles and spent.vehicle not in list(Vehicle):
        checks.append(refused("Choose what you travelled with.", SOURCE, field="vehicle"))
    if spent.fare and not spent.fare_for.strip():
        checks.append(refused("Say what the fare or parking was for.", SOURCE, field="fare_for"))
    if checks[0].allowed:
        checks += [_miles(law, spent), _meal(law, spent)]
    return every(*checks)


def _day(law: Law, spent: Spent, today: date) -> Verdict:
    if spent.on > today:
        return refused("Claim for a day that has passed.", "Order of events", field="on")
    within = law.value("expenses.claimed_within", on=today)
    if today - spent.on > within.span:
        return refused(f"That day is more than {within.number} days ago.", within.source, field="on")
    if spent.served <= timedelta():
        words = "No duty or training of yours is recorded on that day. Write the training down first."
        return refused(words, SOURCE, field="on")
    return allowed()


def _miles(law: Law, spent: Spent) -> Verdict:
    most = law.value("expenses.most_miles", on=spent.on)
    if spent.miles > most.number:
        return refused(f"More than {most.number} miles in a day: ask the coordinator first.", most.source,
                       field="miles")  # fmt: skip
    return allowed()


def _meal(law: Law, spent: Spent) -> Verdict:
    value = law.value("expenses.meal_from", on=spent.on)
    if spent.meal and spent.served < value.span:
        words = f"A meal is paid from {value.number} hours; {in_words(spent.served)} are recorded that day."
        return refused(words, value.source, field="meal")
    return allowed()


def may_decide(*, own: bool, agreed: bool, words: str) -> Verdict:
    """Nobody decides their own claim, and a claim turned down says why."""
    if own:
        return refused("Nobody decides their own expenses.", "Force policy: a second person decides")
    if not agreed and not words.strip():
        return refused("Say why it is turned down.", "Force policy: reasons are given", field="words")
    return allowed()
