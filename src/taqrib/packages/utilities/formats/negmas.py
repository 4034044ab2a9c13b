"""NegMAS YAML: an outcome space and utility functions, additive or of hyper-rectangles.

The text of every number is kept, so ``0.1`` is one tenth here and not the nearest double.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any

import yaml

from taqrib.errors import Invalid, Unreadable
from taqrib.packages.utilities.domain import Domain, Issue, Profile, Rectangle, refuse_too_many
from taqrib.packages.utilities.formats.source import Source, party_names
from taqrib.packages.utilities.numbers import exact

if TYPE_CHECKING:
    from collections.abc import Sequence

ADDITIVE = {"LinearAdditiveUtilityFunction", "LinearUtilityFunction", "UtilityFunction"}
UNDISCLOSED = {"", "null", "~", "-.inf", "-.Inf", "-.INF", "-inf"}
RECTANGLES = "HyperRectangleUtilityFunction"


def read(domain: Source, profiles: Sequence[Source]) -> Domain:
    """The outcome space and the utility functions over it; a party is called by its file's name.

    A reserved value of minus infinity counts as not disclosed.

    :raises Unreadable: if a text is no YAML, or not of this format.
    :raises Invalid: for a value or a kind of function that is not supported.
    """
    top = _yaml(domain)
    given = top.get("issues")
    if not isinstance(given, list):
        raise Unreadable(f"expected a list of 'issues', found the keys {', '.join(top)}", where=domain.where)
    try:
        issues = tuple(_issue(issue, place, domain) for place, issue in enumerate(given, 1))
        read_profiles = tuple(
            _profile(party, source, issues) for party, source in zip(party_names(profiles), profiles, strict=True)
        )
    except Invalid as error:
        raise Invalid(error.message, where=error.where or domain.where) from None
    return Domain(issues=issues, profiles=read_profiles, name=str(top.get("name") or domain.stem))


def _yaml(source: Source) -> dict[str, Any]:
    try:
        top = yaml.load(source.text(), Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and dicts only
    except (yaml.YAMLError, RecursionError) as error:
        reason = " ".join(str(error).split())[:200]
        raise Unreadable(f"expected YAML, found something else ({reason}); correct it", where=source.where) from None
    if not isinstance(top, dict):
        raise Unreadable(f"expected a YAML mapping, found {type(top).__name__}", where=source.where)
    return top


def _issue(given: Any, place: int, source: Source) -> Issue:  # noqa: ANN401 - what YAML holds
    if not isinstance(given, dict) or not isinstance(given.get("values"), list | str):
        raise Unreadable(f"expected issue {place} to have a name and values, found {given!r:.60}", where=source.where)
    name, values = str(given.get("name") or f"issue {place}"), given["values"]
    if "Contiguous" not in str(given.get("type")):
        if "Continuous" in str(given.get("type")):
            raise Invalid(f"expected issues with options, found that {name!r} is continuous; list its values")
        return Issue(name, tuple(str(option) for option in values) if isinstance(values, list) else (values,))
    ends: list[str] = ["1", values] if isinstance(values, str) else values  # a number counts from 0
    if len(ends) != 2:
        raise Invalid(f"expected the two ends of the range of {name!r}, found {len(ends)}", where=source.where)
    low, high = (exact(end, what=f"the range of {name!r}", where=source.where) for end in ends)
    if isinstance(values, str):
        low, high = low - 1, high - 1
    refuse_too_many(name, floor(high) - floor(low) + 1)
    return Issue(name, tuple(str(number) for number in range(floor(low), floor(high) + 1)))


def _profile(party: str, source: Source, issues: Sequence[Issue]) -> Profile:
    top = _yaml(source)
    kind = str(top.get("type") or "").rpartition(".")[2]
    reserved = None
    stated: str | None = top.get("reserved_value")
    if stated is not None and stated not in UNDISCLOSED:
        reserved = exact(stated, what="the reserved value", where=source.where)
    if kind == RECTANGLES:
        nothing = tuple((Fraction(0),) * len(issue.options) for issue in issues)
        weights = (Fraction(0),) * len(issues)
        areas = tuple(_rectangles(top, issues, source))
        return Profile(party=party, weights=weights, evaluations=nothing, rectangles=areas, reserved=reserved)
    values, weights_given = top.get("values"), top.get("weights")
    if kind not in ADDITIVE or not isinstance(values, list | dict):
        raise Invalid(
            f"expected a {' or '.join(sorted(ADDITIVE))} or a {RECTANGLES} with its values, found "
            f"{kind or 'no type'!r}; other kinds are not supported",
            where=source.where,
        )
    functions = _by_issue(values, issues, "values", source)
    weights = (
        (Fraction(1),) * len(issues)
        if not weights_given
        else tuple(
            exact(weight, what="a weight", where=source.where)
            for weight in _by_issue(weights_given, issues, "weights", source)
        )
    )
    evaluations = tuple(_evaluations(of, issue, source) for of, issue in zip(functions, issues, strict=True))
    constant = exact(top.get("bias") or 0, what="the bias", where=source.where)
    always = (Rectangle((), constant),) if constant else ()
    return Profile(party=party, weights=weights, evaluations=evaluations, rectangles=always, reserved=reserved)


def _by_issue(given: Any, issues: Sequence[Issue], what: str, source: Source) -> list[Any]:  # noqa: ANN401
    """One thing for each issue, given as a list in their order or by their names."""
    found = [given.get(issue.name) for issue in issues] if isinstance(given, dict) else list(given)
    if len(found) != len(issues) or any(one is None for one in found):
        raise Invalid(
            f"expected {what} for {len(issues)} issues, found {len(found)}; give each one", where=source.where
        )
    return found


def _evaluations(given: Any, issue: Issue, source: Source) -> tuple[Fraction, ...]:  # noqa: ANN401 - what YAML holds
    what = f"an evaluation of {issue.name!r}"

    def number(key: str) -> Fraction:
        return exact(given.get(key) or 0, what=what, where=source.where)

    kind = str(given.get("type") or "TableFun").rpartition(".")[2] if isinstance(given, dict) else ""
    mapping = given.get("mapping", given) if kind == "TableFun" else None
    if isinstance(mapping, dict):
        missing = [option for option in issue.options if option not in mapping]
        if missing:
            raise Invalid(f"expected an evaluation of {missing[0]!r} in {issue.name!r}, found none", where=source.where)
        return tuple(exact(mapping[option], what=what, where=source.where) for option in issue.options)
    if kind == "ConstFun":
        return (number("bias"),) * len(issue.options)
    lines = {"IdentityFun": Fraction(1), "LinearFun": None, "AffineFun": None}
    if kind not in lines:
        raise Invalid(
            f"expected a TableFun, ConstFun, {', '.join(lines)} for {issue.name!r}, found {kind or given!r:.60}; "
            "write it as a TableFun",
            where=source.where,
        )
    slope = lines[kind] or number("slope")
    return tuple(
        slope * exact(option, what=f"the option {option!r} of {issue.name!r}", where=source.where) + number("bias")
        for option in issue.options
    )


def _rectangles(top: dict[str, Any], issues: Sequence[Issue], source: Source) -> list[Rectangle]:
    ranges, values = top.get("outcome_ranges") or [], top.get("utilities") or []
    weights = top.get("weights") or ["1"] * len(ranges)
    if len({len(ranges), len(values), len(weights)}) != 1:
        raise Invalid(
            f"expected as many utilities and weights as outcome_ranges, found {len(values)} and {len(weights)} "
            f"for {len(ranges)}",
            where=source.where,
        )
    found = [Rectangle((), exact(top.get("bias") or 0, what="the bias", where=source.where))]
    for area, value, weight in zip(ranges, values, weights, strict=True):
        if isinstance(value, dict | list):
            raise Invalid(
                "expected each hyper-rectangle to have a constant value, found a function", where=source.where
            )
        worth = exact(value, what="a utility", where=source.where) * exact(weight, what="a weight", where=source.where)
        choices = []
        for key, span in (area if isinstance(area, dict) else {}).items():
            place = int(key) if str(key).isdecimal() else next((n for n, i in enumerate(issues) if i.name == key), -1)
            if not 0 <= place < len(issues):
                raise Invalid(f"expected a hyper-rectangle on issues 0 to {len(issues) - 1}, found {key!r}")
            choices.append((place, _inside(span, issues[place], source)))
        found.append(Rectangle(tuple(sorted(choices, key=lambda choice: choice[0])), worth))
    return found


def _inside(span: Any, issue: Issue, source: Source) -> frozenset[int]:  # noqa: ANN401 - what YAML holds
    """The options in a range (two numbers) or a list of them."""
    what = f"a range of {issue.name!r}"
    if (
        isinstance(span, list)
        and len(span) == 2
        and all(option.removeprefix("-").isdecimal() for option in issue.options)
    ):
        low, high = (exact(end, what=what, where=source.where) for end in span)
        return frozenset(place for place, option in enumerate(issue.options) if low <= int(option) <= high)
    listed = span if isinstance(span, list) else [span]
    unknown = [option for option in listed if option not in issue.options]
    if unknown:
        raise Invalid(f"expected options of {issue.name!r}, found {unknown[0]!r:.60}", where=source.where)
    return frozenset(issue.options.index(option) for option in listed)
