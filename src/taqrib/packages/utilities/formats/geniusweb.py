"""GeniusWeb JSON: linear additive utility spaces, read with every decimal as it stands, written as doubles."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any

from taqrib.errors import Invalid, Unreadable
from taqrib.packages.utilities.domain import Domain, Issue, Profile, refuse_too_many
from taqrib.packages.utilities.formats.source import Source, party_names
from taqrib.packages.utilities.numbers import exact, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

DISCRETE = ("discreteutils", "DiscreteValueSetUtilities")
NUMBERS = ("numberutils", "NumberValueSetUtilities")
"""The names of the two kinds of value sets, in older and newer files."""


def read(domain: Source, profiles: Sequence[Source]) -> Domain:
    """The domain and its profiles; ``domain`` may be a profile too, whose own domain is then read.

    The utility of a profile's reservation bid, where it has one, is its reserved value.

    :raises Unreadable: if a text is no JSON, or not of this format.
    :raises Invalid: for a value that is not allowed.
    """
    top = _json(domain)
    described: Any = top
    for key in ("LinearAdditiveUtilitySpace", "domain"):
        described = described.get(key, described) if isinstance(described, dict) else {}
    values = described.get("issuesValues") if isinstance(described, dict) else None
    if not isinstance(values, dict):
        raise Unreadable(
            f"expected a GeniusWeb domain with 'issuesValues', found the keys {', '.join(top) or 'of nothing'}",
            where=domain.where,
        )
    try:
        issues = tuple(Issue(name, _options(name, of, domain)) for name, of in values.items())
        read_profiles = tuple(
            _profile(party, source, issues) for party, source in zip(party_names(profiles), profiles, strict=True)
        )
    except Invalid as error:
        raise Invalid(error.message, where=error.where or domain.where) from None
    return Domain(issues=issues, profiles=read_profiles, name=str(described.get("name") or domain.stem))


def write_domain(domain: Domain) -> str:
    """The issues and their options as a GeniusWeb domain."""
    return json.dumps(_described(domain), ensure_ascii=False, indent=1) + "\n"


def write_profile(domain: Domain, party: str) -> str:
    """The profile of ``party`` as a GeniusWeb utility space.

    A reserved value has no place in the format, which knows only a reservation bid, so it is not written. Weights and
    evaluations are rounded to the nearest double, which decimals of up to 15 digits survive.

    :raises Invalid: if there is no such party, or it has rectangles, which the format cannot hold.
    """
    profile = next((profile for profile in domain.profiles if profile.party == party), None)
    if profile is None:
        raise Invalid(f"expected one of the parties {', '.join(domain.parties)}, found {party!r}")
    if profile.rectangles or domain.excluded:
        raise Invalid("expected additive utilities and no exclusions, which is all GeniusWeb JSON can hold; use Python")
    utilities = {
        issue.name: {
            "discreteutils": {
                "valueUtilities": {option: float(value) for option, value in zip(issue.options, values, strict=True)}
            }
        }
        for issue, values in zip(domain.issues, profile.evaluations, strict=True)
    }
    weights = {issue.name: float(weight) for issue, weight in zip(domain.issues, profile.weights, strict=True)}
    space = {
        "issueUtilities": utilities,
        "issueWeights": weights,
        "domain": _described(domain),
        "name": party,
    }
    return json.dumps({"LinearAdditiveUtilitySpace": space}, ensure_ascii=False, indent=1) + "\n"


def _described(domain: Domain) -> dict[str, Any]:
    return {
        "name": domain.name or "domain",
        "issuesValues": {issue.name: {"values": list(issue.options)} for issue in domain.issues},
    }


def _json(source: Source) -> dict[str, Any]:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise Invalid(f"expected each name once, found {twice!r} twice; remove one", where=source.where)
        return found

    try:
        top = json.loads(source.text(), parse_float=Decimal, parse_constant=str, object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"expected JSON, found something else ({error}); correct it", where=source.where) from None
    if not isinstance(top, dict):
        raise Unreadable(f"expected a JSON object, found {type(top).__name__}", where=source.where)
    return top


def _options(issue: str, values: Any, source: Source) -> tuple[str, ...]:  # noqa: ANN401 - what JSON holds
    if isinstance(values, dict) and isinstance(values.get("values"), list):
        return tuple(str(option) for option in values["values"])
    if isinstance(values, dict) and isinstance(values.get("range"), list) and len(values["range"]) == 3:
        low, high, step = (
            exact(number, what=f"the range of {issue!r}", where=source.where) for number in values["range"]
        )
        if step <= 0 or high < low:
            raise Invalid(
                f"expected the range of {issue!r} to rise by a step above 0, found {values['range']}",
                where=source.where,
            )
        count = floor((high - low) / step) + 1
        refuse_too_many(issue, count)
        return tuple(shown(low + step * place) for place in range(count))
    raise Unreadable(f"expected the issue {issue!r} to have 'values' or a 'range' of three numbers", where=source.where)


def _profile(party: str, source: Source, issues: Sequence[Issue]) -> Profile:
    space = _json(source).get("LinearAdditiveUtilitySpace")
    if not isinstance(space, dict) or not all(
        isinstance(space.get(key), dict) for key in ("issueUtilities", "issueWeights")
    ):
        raise Unreadable(
            "expected a LinearAdditiveUtilitySpace with issueUtilities and issueWeights, found none; other kinds of "
            "profiles are not supported",
            where=source.where,
        )
    weights = tuple(
        exact(
            _given(space["issueWeights"], issue.name, source), what=f"the weight of {issue.name!r}", where=source.where
        )
        for issue in issues
    )
    evaluations = tuple(
        _evaluations(issue, _given(space["issueUtilities"], issue.name, source), source) for issue in issues
    )
    bid = _given(space.get("reservationBid") or {"issuevalues": {}}, "issuevalues", source)
    reserved = Profile(party=party, weights=weights, evaluations=evaluations)
    if not bid:
        return reserved
    if not isinstance(bid, dict):
        raise Unreadable("expected a reservation bid of issues and options, found none", where=source.where)
    missing = [issue.name for issue in issues if str(bid.get(issue.name)) not in issue.options]
    if missing:
        raise Invalid(
            f"expected the reservation bid to choose an option on every issue, found none on {missing[0]!r}",
            where=source.where,
        )
    value = reserved.utility([issue.options.index(str(bid[issue.name])) for issue in issues])
    return Profile(party=party, weights=weights, evaluations=evaluations, reserved=value)


def _evaluations(issue: Issue, given: Any, source: Source) -> tuple[Fraction, ...]:  # noqa: ANN401 - what JSON holds
    what = f"an evaluation of {issue.name!r}"
    if not isinstance(given, dict):
        raise Unreadable(f"expected utilities for {issue.name!r}, found {given!r:.60}", where=source.where)
    for key in DISCRETE:
        if key in given:
            values = _given(given[key], "valueUtilities", source)
            if not isinstance(values, dict):
                raise Unreadable(f"expected a utility for each option of {issue.name!r}", where=source.where)
            return tuple(exact(values.get(option, 0), what=what, where=source.where) for option in issue.options)
    for key in NUMBERS:
        if key in given:
            low, low_utility, high, high_utility = (
                exact(_given(given[key], name, source), what=what, where=source.where)
                for name in ("lowValue", "lowUtility", "highValue", "highUtility")
            )
            slope = (high_utility - low_utility) / (high - low) if high != low else Fraction(0)
            return tuple(low_utility + slope * (exact(option, what=what) - low) for option in issue.options)
    raise Unreadable(
        f"expected {' or '.join((*DISCRETE, *NUMBERS))} for {issue.name!r}, found {', '.join(map(str, given))}",
        where=source.where,
    )


def _given(table: Any, name: str, source: Source) -> Any:  # noqa: ANN401 - what JSON holds
    if not isinstance(table, dict) or name not in table:
        raise Invalid(f"expected {name!r} to be given, found nothing; add it", where=source.where)
    return table[name]
