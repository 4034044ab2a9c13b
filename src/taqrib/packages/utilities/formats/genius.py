"""GENIUS XML: a domain file and one utility space for each party.

**A value's utility is its evaluation divided by the issue's greatest evaluation**, times the issue's weight; weights
are used as given, also where they do not sum to 1. Integer issues list no items: theirs is the line ``offset`` plus
``slope`` times the number. Hyper-rectangles of nonlinear spaces add their value divided by ``maxutility``.

Files in circulation are often malformed. What can be repaired without guessing is, and a note says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from taqrib.errors import Invalid, Unreadable
from taqrib.packages.utilities.domain import Domain, Issue, Profile, Rectangle, refuse_too_many
from taqrib.packages.utilities.formats.source import Source, party_names
from taqrib.packages.utilities.numbers import exact

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class _Notes:
    where: str
    found: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        self.found.append(f"{self.where}: {sentence}")


def read(domain: Source, profiles: Sequence[Source]) -> Domain:
    """The domain and its profiles; a party is called by its file's name.

    :raises Unreadable: if a file is no XML even after repair, or has no issues.
    :raises Invalid: for a number that is none, a negative weight or evaluation, a continuous issue, an issue of too
        many options, an option listed twice.
    """
    notes = _Notes(domain.where)
    root = _root(domain, notes)
    issues = _issues(root, domain, notes)
    read_profiles = []
    for party, source in zip(party_names(profiles), profiles, strict=True):
        own = _Notes(source.where)
        read_profiles.append(_profile(party, source, issues, own))
        notes.found += own.found
    name = next((element.get("name") or "" for element in root.iter("objective")), "")
    return Domain(issues=issues, profiles=tuple(read_profiles), name=name or domain.stem, notes=tuple(notes.found))


def _root(source: Source, notes: _Notes) -> Any:  # noqa: ANN401 - lxml has no types
    from lxml import etree  # noqa: PLC0415 - only this format needs it

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(source.content, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None or next(root.iter("issue", "objective", "utility_space"), None) is None:
        raise Unreadable(
            "expected GENIUS XML with an objective and its issues, found none; check that this is the right file",
            where=source.where,
        )
    if len(parser.error_log):
        first = parser.error_log[0]
        notes.add(
            f"the XML is malformed and was read as far as it makes sense (line {first.line}: {first.message.strip()}); "
            "check what was read"
        )
    return root


def _name(element: Any, place: int) -> str:  # noqa: ANN401 - lxml has no types
    return " ".join((element.get("name") or f"issue {element.get('index') or place}").split())


def _issues(root: Any, source: Source, notes: _Notes) -> tuple[Issue, ...]:  # noqa: ANN401 - lxml has no types
    issues = []
    for place, element in enumerate(root.iter("issue"), 1):
        name = _name(element, place)
        options = _numbers(element, name, source)
        if options is None:
            options = []
            for item in element.iter("item"):
                value = item.get("value")
                if value is None:
                    value = (item.text or "").strip() or f"item {item.get('index')}"
                    notes.add(f"an item of {name!r} has no value and is called {value!r}")
                options.append(value)
        try:
            issues.append(Issue(name, tuple(options)))
        except Invalid as error:
            raise Invalid(error.message, where=source.where) from None
    if not issues:
        raise Unreadable("expected at least one issue, found none; name the domain's file first", where=source.where)
    return tuple(issues)


def _numbers(element: Any, name: str, source: Source) -> list[str] | None:  # noqa: ANN401 - lxml has no types
    """The options of an integer issue; ``None`` for one that lists its items."""
    kind = (element.get("vtype") or element.get("type") or element.get("etype") or "discrete").lower()
    if kind == "real":
        raise Invalid(
            f"expected issues with options, found that {name!r} is continuous; replace its range by a list of items",
            where=source.where,
        )
    if kind != "integer":
        return None
    span = next(iter(element.iter("range")), element)
    bounds = [
        exact(span.get(bound) or "", what=f"the {bound} of {name!r}", where=source.where)
        for bound in ("lowerbound", "upperbound")
    ]
    low, high = (int(bound) for bound in bounds)
    try:
        refuse_too_many(name, high - low + 1)
    except Invalid as error:
        raise Invalid(error.message, where=source.where) from None
    return [str(number) for number in range(low, high + 1)]


def _number(text: str | None, what: str, source: Source, notes: _Notes) -> Fraction | None:
    """A number of the file, with a decimal comma put right; ``None`` if there is none."""
    if text is None or not text.strip():
        return None
    if "," in text and "." not in text and text.count(",") == 1:
        notes.add(f"{what} has a decimal comma ({text.strip()}), read as a point")
        text = text.replace(",", ".")
    return exact(text, what=what, where=source.where)


def _profile(party: str, source: Source, issues: Sequence[Issue], notes: _Notes) -> Profile:
    root = _root(source, notes)
    elements = _matched(root, issues, notes)
    weights = _weights(root, elements, issues, source, notes)
    evaluations = tuple(
        _evaluations(element, issue, source, notes) for element, issue in zip(elements, issues, strict=True)
    )
    reserved = next((element.get("value") for element in root.iter("reservation")), None)
    discount = next((element.get("value") for element in root.iter("discount_factor")), None)
    try:
        return Profile(
            party=party,
            weights=weights,
            evaluations=evaluations,
            rectangles=tuple(_rectangles(root, issues, elements, source)),
            reserved=_number(reserved, "the reservation value", source, notes),
            discount=_number(discount, "the discount factor", source, notes),
        )
    except Invalid as error:
        raise Invalid(error.message, where=error.where or source.where) from None


def _matched(root: Any, issues: Sequence[Issue], notes: _Notes) -> list[Any]:  # noqa: ANN401 - lxml has no types
    """The profile's element for each issue of the domain: by name, else by index; ``None`` where it has none."""
    given = list(root.iter("issue"))
    by_name = {_name(element, place).casefold(): element for place, element in enumerate(given, 1)}
    known = {issue.name.casefold() for issue in issues}
    found = []
    for place, issue in enumerate(issues, 1):
        element = by_name.get(issue.name.casefold())
        if element is None:
            element = next(
                (
                    other
                    for number, other in enumerate(given, 1)
                    if (other.get("index") or str(number)) == str(place)
                    and _name(other, number).casefold() not in known
                ),
                None,
            )
            if element is not None:
                notes.add(f"the issue {issue.name!r} is called {_name(element, place)!r} here, matched by its index")
        if element is None and next(root.iter("ufun"), None) is None:
            notes.add(f"the issue {issue.name!r} is missing, so nothing on it counts for this party")
        found.append(element)
    for place, element in enumerate(given, 1):
        if not any(element is other for other in found):
            notes.add(f"the issue {_name(element, place)!r} is not in the domain and was left aside")
    return found


def _weights(
    root: Any,  # noqa: ANN401 - lxml has no types
    elements: Sequence[Any],
    issues: Sequence[Issue],
    source: Source,
    notes: _Notes,
) -> tuple[Fraction, ...]:
    stated: dict[str, Fraction] = {}
    for element in root.iter("weight"):
        index = element.get("index") or ""
        value = _number(element.get("value") or element.text, f"the weight of issue {index}", source, notes)
        if value is None:
            continue
        if stated.get(index, value) != value:
            raise Invalid(
                f"expected one weight for issue {index}, found {float(stated[index]):g} and {float(value):g}; "
                "remove one",
                where=source.where,
            )
        stated[index] = value
    present = [element for element in elements if element is not None]
    if not stated:
        if present:
            notes.add("no weights are stated, so every issue weighs the same")
        return tuple(Fraction(1, len(present)) if element is not None else Fraction(0) for element in elements)
    weights = []
    for place, (element, issue) in enumerate(zip(elements, issues, strict=True), 1):
        index = (element.get("index") if element is not None else None) or str(place)
        if element is not None and index not in stated:
            notes.add(f"the issue {issue.name!r} has no weight, read as 0")
        weights.append(stated.get(index, Fraction(0)) if element is not None else Fraction(0))
    total = sum(weights, Fraction(0))
    if abs(total - 1) > Fraction(1, 10**9):
        notes.add(f"the weights sum to {float(total):.6g}, used as given")
    return tuple(weights)


def _evaluations(element: Any, issue: Issue, source: Source, notes: _Notes) -> tuple[Fraction, ...]:  # noqa: ANN401
    if element is None:
        return (Fraction(0),) * len(issue.options)
    values: dict[str, Fraction] = {}
    for item in element.iter("item"):
        option = item.get("value") or ""
        value = _number(item.get("evaluation"), f"the evaluation of {option!r} in {issue.name!r}", source, notes)
        if option not in issue.options:
            notes.add(f"the option {option!r} of {issue.name!r} is not in the domain and was left aside")
        elif value is None:
            notes.add(f"the option {option!r} of {issue.name!r} has no evaluation, read as 0")
        elif option in values:
            raise Invalid(
                f"expected each option of {issue.name!r} once, found {option!r} twice; remove one", where=source.where
            )
        else:
            values[option] = value
    line = next(iter(element.iter("evaluator")), None)
    if line is not None and not values:
        slope, offset = (
            _number(line.get(name), f"the {name} of {issue.name!r}", source, notes) or Fraction(0)
            for name in ("slope", "offset")
        )
        values = {option: offset + slope * Fraction(option) for option in issue.options if _is_integer(option)}
    missing = [option for option in issue.options if option not in values]
    if missing and not any(item.get("value") in missing for item in element.iter("item")):
        notes.add(f"{len(missing)} options of {issue.name!r} are missing ({missing[0]!r}), read as 0")
    lowest, highest = min(values.values(), default=Fraction(0)), max(values.values(), default=Fraction(0))
    if lowest < 0:
        raise Invalid(
            f"expected evaluations of {issue.name!r} of 0 or more, found {float(lowest):g}; "
            "the greatest cannot be their measure otherwise",
            where=source.where,
        )
    if not highest:
        notes.add(f"every option of {issue.name!r} is worth 0")
        return (Fraction(0),) * len(issue.options)
    return tuple(values.get(option, Fraction(0)) / highest for option in issue.options)


def _rectangles(
    root: Any,  # noqa: ANN401 - lxml has no types
    issues: Sequence[Issue],
    elements: Sequence[Any],
    source: Source,
) -> list[Rectangle]:
    """The hyper-rectangles of a nonlinear space."""
    stated = next((element.get("maxutility") for element in root.iter("utility_space")), None)
    most = exact(stated, what="the greatest utility", where=source.where) if stated else Fraction(1)
    if most <= 0:
        raise Invalid(f"expected a maxutility above 0, found {stated}; correct it", where=source.where)
    indices = {
        (element.get("index") if element is not None else None) or str(place): place - 1
        for place, element in enumerate(elements, 1)
    }
    found = []
    for area in root.iter("hyperRectangle"):
        value = exact(area.get("utility_value") or "", what="the value of a hyper-rectangle", where=source.where)
        choices: dict[int, frozenset[int]] = {}
        for side in area:
            if side.tag != "INCLUDES" or side.get("index") not in indices:
                raise Invalid(
                    f"expected the sides of a hyper-rectangle to be INCLUDES of an issue {', '.join(indices)}, found "
                    f"{side.tag} {side.get('index')}; other sides are not supported",
                    where=source.where,
                )
            issue = indices[side.get("index")]
            low, high = (
                exact(side.get(end) or "", what=f"the {end} of a hyper-rectangle", where=source.where)
                for end in ("min", "max")
            )
            inside = frozenset(
                place
                for place, option in enumerate(issues[issue].options)
                if _is_integer(option) and low <= int(option) <= high
            )
            choices[issue] = choices.get(issue, inside) & inside
        found.append(Rectangle(tuple(sorted(choices.items())), value / most))
    return found


def _is_integer(option: str) -> bool:
    return option.removeprefix("-").isdecimal()
