"""What a negotiation with disclosed utilities is: issues with options, a profile for each party, exclusions."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Any

from taqrib.errors import Invalid
from taqrib.packages.utilities.numbers import Number, exact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST_OPTIONS = 1_000_000
"""An issue with more options is a scale, not a list; it has to be made coarser first."""


@dataclass(frozen=True, slots=True)
class Issue:
    """One question of the negotiation.

    :ivar options: the names of its answers, in the domain's order, without duplicates.
    :raises Invalid: without options, with a duplicate, or with more than :data:`MOST_OPTIONS`.
    """

    name: str
    options: tuple[str, ...]

    def __post_init__(self) -> None:
        refuse_too_many(self.name, len(self.options))
        if not self.options:
            raise Invalid(f"expected the issue {self.name!r} to have at least one option, found none; add its options")
        if len(set(self.options)) < len(self.options):
            seen: set[str] = set()
            twice = next(option for option in self.options if option in seen or seen.add(option))  # type: ignore[func-returns-value]
            raise Invalid(f"expected each option of {self.name!r} once, found {twice!r} twice; remove or rename one")


def refuse_too_many(issue: str, options: int) -> None:
    """Refuse a scale before anything tries to list it.

    :raises Invalid: if ``options`` is more than :data:`MOST_OPTIONS`.
    """
    if options > MOST_OPTIONS:
        raise Invalid(
            f"expected at most {MOST_OPTIONS:,} options in the issue {issue!r}, found {options:,}; "
            "give it a coarser scale"
        )


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A set of packages: those whose option lies, on each issue named, among the options named.

    With two issues of one option each it is a binary constraint; with ranges on many issues, a hyper-rectangle.

    :ivar choices: pairs (index of the issue, indices of its options), by issue; issues not named are free.
    :ivar value: what it adds to the holder's utility where it is met; 0 for an exclusion.
    """

    choices: tuple[tuple[int, frozenset[int]], ...]
    value: Fraction = Fraction(0)

    def meets(self, package: Sequence[int]) -> bool:
        """Whether ``package`` (an option's index for each issue) lies in it."""
        return all(package[issue] in options for issue, options in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How one party values packages: the sum of weight times evaluation over the issues, plus the rectangles met.

    :ivar weights: one for each issue, not negative; used as given, whether or not they sum to 1.
    :ivar evaluations: for each issue one for each option; higher is better.
    :ivar rectangles: bonuses and penalties across issues.
    :ivar reserved: the utility of no agreement; ``None`` if not disclosed.
    :ivar discount: a discount factor that the file states; kept, never applied.
    """

    party: str
    weights: tuple[Fraction, ...]
    evaluations: tuple[tuple[Fraction, ...], ...]
    rectangles: tuple[Rectangle, ...] = ()
    reserved: Fraction | None = None
    discount: Fraction | None = None

    def __post_init__(self) -> None:
        for weight in self.weights:
            if weight < 0:
                raise Invalid(
                    f"expected the weights of {self.party} to be 0 or more, found {float(weight):g}; "
                    "turn the evaluations round instead"
                )

    def utility(self, package: Sequence[int]) -> Fraction:
        """The exact utility of ``package`` (an option's index for each issue)."""
        additive = sum(
            (
                weight * values[option]
                for weight, values, option in zip(self.weights, self.evaluations, package, strict=True)
            ),
            Fraction(0),
        )
        return additive + sum((area.value for area in self.rectangles if area.meets(package)), Fraction(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """Issues, the profiles of the parties, and what is excluded whatever anybody wants.

    :ivar excluded: no package in any of these rectangles is possible.
    :ivar notes: what a reader repaired or left aside, one sentence each.
    :raises Invalid: if a profile does not fit the issues, or a party or an issue appears twice.
    """

    issues: tuple[Issue, ...]
    profiles: tuple[Profile, ...]
    excluded: tuple[Rectangle, ...] = ()
    name: str = ""
    notes: tuple[str, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if not self.issues:
            raise Invalid("expected a domain to have at least one issue, found none; add its issues")
        _once("issue", [issue.name for issue in self.issues])
        _once("party", [profile.party for profile in self.profiles])
        sizes = [len(issue.options) for issue in self.issues]
        for profile in self.profiles:
            found = [len(values) for values in profile.evaluations]
            if found != sizes or len(profile.weights) != len(sizes):
                raise Invalid(
                    f"expected {profile.party} to evaluate issues of {sizes} options, found {found} "
                    f"and {len(profile.weights)} weights; give each option one evaluation"
                )
            for area in profile.rectangles:
                _inside(area, sizes)
        for area in self.excluded:
            _inside(area, sizes)

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties' names, in the order of every array of utilities."""
        return tuple(profile.party for profile in self.profiles)

    @property
    def combinations(self) -> int:
        """How many packages there are before anything is excluded: an exact integer."""
        return prod(len(issue.options) for issue in self.issues)

    def package(self, options: Iterable[int]) -> dict[str, str]:
        """Issue -> option, by name, of a package of option indices."""
        return {issue.name: issue.options[int(option)] for issue, option in zip(self.issues, options, strict=True)}

    def utilities(self, options: Sequence[int]) -> tuple[Fraction, ...]:
        """The exact utilities of a package of option indices, one for each party."""
        return tuple(profile.utility(options) for profile in self.profiles)

    @classmethod
    def from_arrays(
        cls,
        evaluations: Sequence[Sequence[Sequence[Number]]] | Sequence[Any],
        *,
        weights: Sequence[Sequence[Number]] | Any = None,  # noqa: ANN401 - any two-dimensional array will do
        reserved: Sequence[Number] | None = None,
        parties: Sequence[str] | None = None,
    ) -> Domain:
        """A domain from arrays; issues and options are numbered from 1.

        :param evaluations: for each issue an array of shape (options, parties); floats are taken as the exact dyadic
            fractions they are.
        :param weights: shape (parties, issues), not negative; 1 throughout if not given.
        :param reserved: one utility for each party.
        :param parties: their names; ``party 1``, ``party 2``, ... if not given.
        :raises Invalid: for a number that is not finite, a negative weight, or shapes that do not fit.
        """
        tables = [[list(row) for row in table] for table in evaluations]
        widths = {len(row) for table in tables for row in table}
        if len(widths) != 1:
            raise Invalid(
                f"expected every option to have one evaluation for each party, found {sorted(widths)}; "
                "give each issue an array of shape (options, parties)"
            )
        count = widths.pop()
        names = list(parties or (f"party {number}" for number in range(1, count + 1)))
        shares = [list(row) for row in weights] if weights is not None else [[1] * len(tables)] * count
        if len(names) != count or len(shares) != count or (reserved is not None and len(reserved) != count):
            raise Invalid(
                f"expected names, weights and reserved values for {count} parties, found {len(names)} names, "
                f"{len(shares)} rows of weights"
            )
        issues = tuple(
            Issue(f"issue {number}", tuple(str(option) for option in range(1, len(table) + 1)))
            for number, table in enumerate(tables, 1)
        )
        profiles = tuple(
            Profile(
                party=name,
                weights=tuple(exact(weight, what=f"a weight of {name}") for weight in shares[party]),
                evaluations=tuple(
                    tuple(exact(row[party], what=f"an evaluation of {name}") for row in table) for table in tables
                ),
                reserved=exact(reserved[party], what=f"the reserved value of {name}") if reserved is not None else None,
            )
            for party, name in enumerate(names)
        )
        return cls(issues=issues, profiles=profiles)


def rectangle(
    issues: Sequence[Issue], choices: Mapping[str, Iterable[str]], *, value: Number = 0, where: str | None = None
) -> Rectangle:
    """A rectangle by names: issue -> the options in it.

    :raises Invalid: if an issue or an option is not there.
    """
    places = {issue.name: index for index, issue in enumerate(issues)}
    found = []
    for name, options in choices.items():
        if name not in places:
            raise Invalid(f"expected one of the issues {', '.join(places)}, found {name!r}", where=where)
        known = issues[places[name]].options
        unknown = [option for option in options if option not in known]
        if unknown:
            raise Invalid(f"expected an option of {name!r} ({', '.join(known)}), found {unknown[0]!r}", where=where)
        found.append((places[name], frozenset(known.index(option) for option in options)))
    return Rectangle(tuple(sorted(found, key=lambda choice: choice[0])), exact(value, what="a value", where=where))


def _once(what: str, names: Sequence[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise Invalid(f"expected each {what} once, found {name!r} twice; rename one")


def _inside(area: Rectangle, sizes: Sequence[int]) -> None:
    named = [issue for issue, _ in area.choices]
    if named != sorted(set(named)):
        raise Invalid("expected a rectangle to name each issue once and in order, found another order")
    for issue, options in area.choices:
        if not 0 <= issue < len(sizes) or not all(0 <= option < sizes[issue] for option in options):
            raise Invalid(
                f"expected a rectangle on issues 0 to {len(sizes) - 1} and options they have, found issue {issue} "
                f"with options {sorted(options)[:5]}"
            )
