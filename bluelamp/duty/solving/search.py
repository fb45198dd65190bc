"""The search for a roster of a public problem: patterns one by one, their prices, a choice in whole numbers, again."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

import numpy as np

from bluelamp.duty.rules.public_problem import Problem, RosterError
from bluelamp.duty.solving.blocks import LONG, best_in_blocks
from bluelamp.duty.solving.costing import Costing, add, costing
from bluelamp.duty.solving.helping import BESIDE, highs_helpers
from bluelamp.duty.solving.master import Master, Pool, Prices, lagrangian, paid
from bluelamp.duty.solving.pattern import OFF, Costs, Pattern, Person

Priced = tuple[float, float, Pattern]
EPSILON = 1e-6
MOST_KNOWN = 40
SURE, AT_ONCE, ROUNDS, SOME = 0.95, 10, 4, (6, 9, 12, 16)
RESERVE, RELAXED = 1.0, 0.5


@dataclass(kw_only=True)
class Found:
    """The best so far: a pattern for each person, what they cost, and a bound under every roster."""

    patterns: list[Pattern]
    cost: float
    bound: float = float("-inf")

    @property
    def proved(self) -> bool:
        """Nothing cheaper is left: costs are whole numbers."""
        return self.cost - self.bound < 1 - EPSILON


_people: list[Person] = []
_known: list[Problem] = []


def _begin(problem: Problem) -> None:
    """Each helper process knows the people; only prices and patterns go between."""
    _known[:] = [problem]
    _people[:] = [Person(problem, one) for one in problem.staff]


def _price(asked: tuple[int, Costs]) -> Priced:
    person, costs = asked
    (problem,) = _known
    if problem.days < LONG:
        return _people[person].best(costs)
    return (float("-inf"), *best_in_blocks(problem, problem.staff[person], costs))


@contextmanager
def helpers(problem: Problem, count: int) -> Iterator[Callable[[Sequence[tuple[int, Costs]]], list[Priced]]]:
    """Helper processes that find the best pattern for each person asked about."""
    _begin(problem)
    with highs_helpers(count, begin=_begin, given=(problem,)) as pool:
        yield lambda asked: list(pool.map(_price, asked, chunksize=max(1, len(asked) // (4 * count))))


@dataclass(kw_only=True)
class Search:
    """One search, until `ends` by the monotonic clock."""

    costing: Costing
    pool: Pool
    price: Callable[[Sequence[tuple[int, Costs]]], list[Priced]]
    ends: float
    luck: Random
    best: Found
    told: Callable[[Found], None] = field(default=lambda _found: None)
    settled_prices: Costs | None = None

    @property
    def left(self) -> float:
        return self.ends - time.monotonic()

    @property
    def people(self) -> range:
        return range(self.pool.people)

    def improve(self, patterns: list[Pattern], *, rounds: int = 20) -> list[Pattern]:
        """Give one person after the other their best pattern beside the others', until nobody's gets better."""
        patterns, there = list(patterns), self.costing.counts(patterns)
        for _ in range(rounds):
            changed = False
            for person in self.luck.sample(self.people, len(self.people)):
                if self.left <= 0:
                    break
                changed |= self._renew(person, patterns, there)
            if not changed:
                break
        return patterns

    def _renew(self, person: int, patterns: list[Pattern], there: Costs) -> bool:
        add(there, patterns[person], -1)
        costs = self.costing.marginal(there) + self.costing.own[person]
        now = float(sum(costs[day, k] for day, k in enumerate(patterns[person]) if k != OFF))
        _, cost, pattern = _price((person, costs))
        better = cost < now - EPSILON
        if better:
            patterns[person] = pattern
            self.pool.add(person, pattern)
        add(there, patterns[person], 1)
        return better

    def offer(self, patterns: list[Pattern]) -> bool:
        """Keep these patterns if they cost less than the best so far."""
        cost = self.costing.cost(patterns)
        if cost >= self.best.cost - EPSILON:
            return False
        self.best = Found(patterns=list(patterns), cost=cost, bound=self.best.bound)
        self.told(self.best)
        return True

    def relax(self, *, until: float) -> None:
        """Column generation for everybody: patterns that the prices call for, and the bound the prices prove."""
        nobody = np.zeros_like(self.costing.wanted)
        smooth: Costs | None = None
        while time.monotonic() < until and not self.best.proved:
            exact = Master(self.pool, self.people, nobody).prices()
            smooth = exact.cover if smooth is None else 0.6 * smooth + 0.4 * exact.cover
            new = self._generate(smooth, exact.cover, exact.person)
            if not new and not self._generate(exact.cover, exact.cover, exact.person):
                break
            if not new:
                smooth = exact.cover
            self.settled_prices = exact.cover

    def _generate(self, prices: Costs, exact: Costs, person: dict[int, float]) -> int:
        """How many new patterns these prices call for, by the exact prices too; the bound they prove."""
        priced = self.price([(one, self.costing.own[one] - prices) for one in self.people])
        bound = lagrangian(self.costing, prices, [one[0] for one in priced])
        self.best.bound = max(self.best.bound, bound)
        new = 0
        for one, (_, cost, pattern) in enumerate(priced):
            called_for = self.costing.alone(one, pattern) - paid(exact, pattern) < person[one] - EPSILON
            if np.isfinite(cost) and called_for:  # a pattern of no finite cost breaks a limit
                new += self.pool.add(one, pattern)
        return new

    def dive(self, free: Sequence[int], patterns: Sequence[Pattern]) -> list[Pattern]:
        """Patterns for the free people, the others as they are: those that the prices lean to most are settled first,
        and new patterns are found for the rest beside them."""
        settled, left = list(patterns), list(free)
        there = self.costing.counts([one for n, one in enumerate(patterns) if n not in set(left)])
        while left:
            prices = self._priced(left, there)
            ranked = sorted(left, key=lambda one: -prices.leaning[one][0])
            sure = [one for one in ranked if prices.leaning[one][0] > SURE]
            for one in max(sure, ranked[: 1 + len(left) // AT_ONCE], key=len):
                settled[one] = prices.leaning[one][1]
                add(there, settled[one], 1)
                left.remove(one)
        return settled

    def _priced(self, free: Sequence[int], there: Costs) -> Prices:
        """The prices for some people once a few rounds of new patterns were found for them."""
        prices = Master(self.pool, free, there).prices()
        for _ in range(ROUNDS):
            if self.left < 1:
                break
            asked = [(one, self.costing.own[one] - prices.cover) for one in free]
            new = [
                self.pool.add(one, pattern)
                for one, (_, cost, pattern) in zip(free, self.price(asked), strict=True)
                if cost < prices.person[one] - EPSILON
            ]
            if not any(new):
                break
            prices = Master(self.pool, free, there).prices()
        return prices

    def dive_for_all(self) -> None:
        """Dive for everybody, from the patterns that the prices like best."""
        if self.best.proved or self.left < 1:
            return
        self._thin()
        self.offer(self.improve(self.dive(self.people, self.best.patterns), rounds=3))

    def _thin(self) -> None:
        if self.settled_prices is not None:
            self.pool.thin(self.settled_prices, MOST_KNOWN)

    def around(self) -> bool:
        """Free some people and dive for them anew; whether that was better."""
        self._thin()
        size = min(len(self.people), self.luck.choice(SOME))
        some = self.luck.sample(self.people, size)
        return self.offer(self.improve(self.dive(some, self.best.patterns), rounds=2))


def solve(problem: Problem, *, seconds: float, seed: int = 1, told: Callable[[Found], None] | None = None) -> Found:
    """The best roster found in so many seconds by the clock, with a bound under every roster.

    A long period is improved person by person alone: its prices would take longer than anybody waits.
    """
    ends, made = time.monotonic() + seconds - RESERVE, costing(problem)
    best = Found(patterns=[(OFF,) * problem.days] * len(problem.staff), cost=float("inf"))
    with helpers(problem, BESIDE) as price:
        search = Search(costing=made, pool=Pool(costing=made, people=len(problem.staff)), price=price, ends=ends,
                        luck=Random(seed), best=best, told=told or (lambda _found: None))  # fmt: skip
        search.offer(search.improve(_first(search)))
        if problem.days < LONG:
            search.relax(until=time.monotonic() + RELAXED * search.left)
            search.dive_for_all()
            while not search.best.proved and search.left > 1:
                search.around()
        return search.best


def _first(search: Search) -> list[Pattern]:
    """Everybody's best pattern in turn, beside those who have one. Raises RosterError where somebody has none."""
    there, patterns = np.zeros_like(search.costing.wanted), []
    for person in search.people:
        _, cost, pattern = _price((person, search.costing.marginal(there) + search.costing.own[person]))
        if not np.isfinite(cost):
            name = _known[0].staff[person].id
            raise RosterError(f"No pattern was found that keeps every rule of {name}.")
        add(there, pattern, 1)
        search.pool.add(person, pattern)
        patterns.append(pattern)
    return patterns
