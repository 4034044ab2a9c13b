"""What an analyst adds to the record, signed: estimates of views, conditions, and options that cannot stand together.

They come from a file of their own, so that nobody mistakes them for what was said, and are counted beside the record:

.. code-block:: yaml

    estimates:
      - {holder: venn, option: "fishing:open-water", view: can live with, by: nour, dated: 2031-05-06, why: "..."}
    conditions:
      - {holder: orla, option: "fishing:north-bank", requires: ["patrols:joint"],
         by: nour, dated: 2031-05-06, why: "..."}
    apart:
      - {options: ["fishing:open-water", "patrols:neutral"], by: nour, dated: 2031-05-06, why: "..."}
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast, get_args

from taqrib.packages.options.model import Apart, Choice, Condition, Estimate, Level, View
from taqrib.strict_yaml import Problem, Problems, load_strict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.case import Case
    from taqrib.packages.options.model import Space
    from taqrib.strict_yaml import Located, Path

LEVELS: tuple[Level, ...] = tuple(level for level in get_args(Level) if level != "unknown")
_SIGNED = {"by": "who estimates", "dated": "the day of the estimate", "why": "the reason for it"}
_SECTIONS = {
    "estimates": {"holder": "whose view it is", "option": "issue:option", "view": " or ".join(LEVELS)},
    "conditions": {"holder": "whose condition it is", "option": "issue:option", "requires": "a list of issue:option"},
    "apart": {"options": "a list of issue:option"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """Everything in one file of estimates."""

    views: tuple[View, ...] = ()
    conditions: tuple[Condition, ...] = ()
    apart: tuple[Apart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """A space with estimates in it.

    :ivar passed_over: estimates that do not count because the record itself says what the holder makes of the option.
    """

    space: Space
    counted: int
    passed_over: tuple[View, ...]


def parse_estimates(text: str, case: Case, *, where: str = "estimates.yaml") -> Estimates:
    """Read a file of estimates.

    :param where: the file's name, for messages.
    :raises Unreadable: if the text is not YAML.
    :raises Problems: if anything in it is wrong; all of it at once, each with its line.
    """
    reader = _Reader(load_strict(text, where=where), case)
    found = reader.read()
    if reader.problems:
        raise Problems(reader.problems, where=where)
    return found


def with_estimates(space: Space, estimates: Estimates, *, as_of: date) -> Assumed:
    """``space`` with the estimates signed by ``as_of``; the record goes before any estimate of the same view."""
    views = dict(space.views)
    passed_over = []
    counted = 0
    for view in estimates.views:
        if not _signed_by(view.estimate, as_of):
            continue
        known = views.get((view.holder, view.choice))
        if known is not None and known.level != "unknown":
            passed_over.append(view)
            continue
        views[view.holder, view.choice] = view
        counted += 1
    conditions = tuple(found for found in estimates.conditions if _signed_by(found.estimate, as_of))
    apart = tuple(found for found in estimates.apart if _signed_by(found.estimate, as_of))
    bodies = {view.holder for view in views.values()} | {condition.holder for condition in conditions}
    assumed = replace(
        space,
        views=views,
        approvers=(*space.approvers, *sorted(bodies - set(space.holders))),
        conditions=(*space.conditions, *conditions),
        apart=(*space.apart, *apart),
    )
    return Assumed(space=assumed, counted=counted + len(conditions) + len(apart), passed_over=tuple(passed_over))


def _signed_by(estimate: Estimate | None, as_of: date) -> bool:
    return estimate is not None and date.fromisoformat(estimate.on) <= as_of


class _Reader:
    """One pass over a file of estimates; what is wrong is gathered on the way."""

    def __init__(self, located: Located, case: Case) -> None:
        self.located = located
        self.case = case
        self.problems: list[Problem] = []
        self.holders = [
            *(actor.id for actor in case.actors if actor.role in {"party", "ratifier"}),
            *(body.id for body in case.bodies),
        ]

    def read(self) -> Estimates:
        written = self.located.value
        if written is None:
            return Estimates()
        if not isinstance(written, dict):
            self._wrong((), f"expected {_listed(_SECTIONS)}, found something else")
            return Estimates()
        found = [
            (path, one) for path, section, item in self._items(written) if (one := self._item(section, item, path))
        ]
        first: dict[tuple[str, Choice], Path] = {}
        for path, one in found:
            if isinstance(one, View) and first.setdefault((one.holder, one.choice), path) != path:
                self._wrong(path, f"a second estimate of '{one.holder}' on '{one.choice}'; keep one of them")
        return Estimates(
            views=tuple(one for _, one in found if isinstance(one, View)),
            conditions=tuple(one for _, one in found if isinstance(one, Condition)),
            apart=tuple(one for _, one in found if isinstance(one, Apart)),
        )

    def _items(self, written: dict[str, object]) -> Iterator[tuple[Path, str, object]]:
        for section, items in written.items():
            if section not in _SECTIONS:
                self._wrong((section,), f"unknown key '{section}'; there are {_listed(_SECTIONS)}")
            elif not isinstance(items, list):
                self._wrong((section,), f"'{section}': expected a list, found something else")
            else:
                yield from (((section, place), section, item) for place, item in enumerate(items))

    def _item(self, section: str, item: object, path: Path) -> View | Condition | Apart | None:
        expected = {**_SECTIONS[section], **_SIGNED}
        if not isinstance(item, dict):
            self._wrong(path, f"expected {_listed(expected)} with their values, found something else")
            return None
        for key in item.keys() - expected.keys():
            self._wrong((*path, key), f"unknown key '{key}'; there are {_listed(expected)}")
        for key in expected.keys() - item.keys():
            self._wrong(path, f"the key '{key}' is missing; expected {expected[key]}")
        if item.keys() != expected.keys():
            return None
        estimate = self._signature(item, path)
        if section == "apart":
            return Apart(choices=self._choices(item["options"], (*path, "options"), two=True), estimate=estimate)
        holder = item["holder"]
        if holder not in self.holders:
            self._wrong(
                (*path, "holder"),
                f"expected a party, a ratifier or a body of the case, found '{holder}'; "
                f"there are {_listed(self.holders)}",
            )
        (choice, *_) = self._choices([item["option"]], (*path, "option")) or (Choice("", ""),)
        if section == "estimates":
            if item["view"] not in LEVELS:
                self._wrong((*path, "view"), f"expected {_listed(LEVELS)}, found '{item['view']}'")
            return View(holder=str(holder), choice=choice, level=cast("Level", item["view"]), estimate=estimate)
        requires = self._choices(item["requires"], (*path, "requires"))
        if choice.issue in {other.issue for other in requires}:
            self._wrong((*path, "requires"), f"expected options of other issues than '{choice.issue}', found one of it")
        return Condition(holder=str(holder), choice=choice, requires=requires, estimate=estimate)

    def _signature(self, item: dict[str, Any], path: Path) -> Estimate:
        for key in ("by", "why"):
            if not isinstance(item[key], str) or not item[key].strip():
                self._wrong((*path, key), f"'{key}': expected {_SIGNED[key]}, in words; found {item[key] or 'nothing'}")
        try:
            date.fromisoformat(str(item["dated"]))
        except ValueError:
            self._wrong((*path, "dated"), f"'dated': expected a day such as 2024-07-09, found {item['dated']!r}")
        return Estimate(by=str(item["by"]), on=str(item["dated"]), why=str(item["why"]))

    def _choices(self, written: object, path: Path, *, two: bool = False) -> tuple[Choice, ...]:
        """The choices written as ``issue:option``, each of them in the case."""
        found: list[Choice] = []
        items = written if isinstance(written, list) else [None]
        for item in items:
            issue_id, _, option_id = str(item).partition(":")
            issue = next((issue for issue in self.case.negotiated if issue.id == issue_id), None)
            if issue is None:
                known = [issue.id for issue in self.case.negotiated]
                self._wrong(path, f"expected issue:option, found {item!r}; there are the issues {_listed(known)}")
            elif issue.option(option_id) is None:
                known = [f"{issue_id}:{option.id}" for option in issue.options]
                self._wrong(path, f"expected issue:option, found '{item}'; there are {_listed(known)}")
            else:
                found.append(Choice(issue_id, option_id))
        if (
            two
            and len(found) == len(items)
            and (len(found) < 2 or len({choice.issue for choice in found}) < len(found))
        ):
            self._wrong(path, "expected two options or more, each of another issue")
        if not items:
            self._wrong(path, "expected a list of issue:option with at least one")
        return tuple(dict.fromkeys(found))

    def _wrong(self, path: Path, message: str) -> None:
        self.problems.append(Problem(self.located.line_of(path), message))


def _listed(names: object) -> str:
    return ", ".join(cast("list[str]", names))
