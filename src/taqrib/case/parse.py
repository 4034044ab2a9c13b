"""From the text of ``case.yaml`` to a :class:`~taqrib.case.model.Case`, or to everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taqrib.case import checks
from taqrib.case.border import (
    ActorShape,
    BodyShape,
    CaseShape,
    IssueShape,
    OptionShape,
    Refusal,
    shaped,
)
from taqrib.case.model import Case
from taqrib.errors import Ambiguous
from taqrib.strict_yaml import Located, Problem, Problems, load_strict

if TYPE_CHECKING:
    from taqrib.case.border import Shape
    from taqrib.strict_yaml import Path


class CaseProblems(Problems):
    """Everything wrong with a case file, each with its line."""


class AmbiguousNames(CaseProblems, Ambiguous):
    """A case in which nothing is wrong but names that two actors claim."""

    kind = Ambiguous.kind


@dataclass(frozen=True, slots=True)
class Checked:
    """What checking a case file found.

    :ivar case: the case; ``None`` if anything is wrong.
    :ivar problems: what is wrong, by line.
    :ivar warnings: what is allowed and yet likely to surprise, by line.
    :ivar names_only: whether names claimed by two actors are all that is wrong.
    """

    case: Case | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    names_only: bool = False


def parse_case(text: str, *, where: str = "case.yaml") -> Case:
    """Read a case file.

    :param text: the file's text.
    :param where: the file's name, for messages.
    :raises Unreadable: if the text is not YAML.
    :raises AmbiguousNames: if names claimed by two actors are all that is wrong.
    :raises CaseProblems: if anything else is wrong; its ``problems`` lists everything at once.
    """
    checked = check_case(text, where=where)
    if checked.case is None:
        error = AmbiguousNames if checked.names_only else CaseProblems
        raise error(checked.problems, where=where)
    return checked.case


def check_case(text: str, *, where: str = "case.yaml") -> Checked:
    """Find everything wrong with a case file, and what is likely to surprise; parameters as in :func:`parse_case`.

    :raises Unreadable: if the text is not YAML.
    """
    try:
        located = load_strict(text, where=where)
    except Problems as error:
        return Checked(None, tuple(error.problems), ())
    reading = _Reading(located)
    case = reading.read()
    wrong = list(reading.problems)
    claims: list[Problem] = []
    warnings: list[Problem] = []
    if isinstance(located.value, dict):
        wrong += checks.problems_between(reading.parts)
        claims += checks.names_claimed_twice(reading.parts)
        warnings += checks.warnings_about(reading.parts)
    problems = sorted(dict.fromkeys(wrong + claims))
    return Checked(
        case=None if problems else case,
        problems=tuple(problems),
        warnings=tuple(sorted(dict.fromkeys(warnings))),
        names_only=bool(claims) and not wrong,
    )


class _Reading:
    """One pass over the parts of a file; what is wrong is gathered on the way."""

    def __init__(self, located: Located) -> None:
        self.located = located
        self.parts = checks.Parts(located)
        self.problems: list[Problem] = []

    def read(self) -> Case | None:
        """Read the case; ``None`` if its own keys are wrong. A case with wrong parts is read without them."""
        whole = self._shaped(CaseShape, self.located.value, (), "the case")
        value = self.located.value if isinstance(self.located.value, dict) else {}
        for path, item in self._members(value, "actors"):
            actor = self._shaped(ActorShape, item, path, _called("actor", item, path))
            if actor:
                self.parts.actors[path] = actor.built()
        for path, item in self._members(value, "issues"):
            self._read_issue(path, item)
        for path, item in self._members(value, "bodies"):
            body = self._shaped(BodyShape, item, path, _called("body", item, path))
            if body:
                self.parts.bodies[path] = body.built()
        if whole is None:
            return None
        return Case(
            id=whole.case,
            title=whole.title.built(),
            actors=tuple(self.parts.actors.values()),
            issues=tuple(self.parts.issues.values()),
            bodies=tuple(self.parts.bodies.values()),
        )

    def _read_issue(self, path: Path, item: object) -> None:
        name = _called("issue", item, path)
        issue = self._shaped(IssueShape, item, path, name)
        options = []
        for option_path, option_item in self._members(item if isinstance(item, dict) else {}, "options", path):
            option = self._shaped(OptionShape, option_item, option_path, _called("option", option_item, option_path))
            if option:
                self.parts.options[option_path] = option.built()
                options.append(self.parts.options[option_path])
        if issue:
            self.parts.issues[path] = issue.built(options)

    def _members(self, value: dict[str, object], key: str, above: Path = ()) -> list[tuple[Path, object]]:
        """List the members of a list with their places, and note their ids."""
        written = value.get(key)
        if not isinstance(written, list):
            return []
        collection = (*above, key)
        members: list[tuple[Path, object]] = [((*collection, place), item) for place, item in enumerate(written)]
        known = self.parts.seen[collection]
        for path, item in members:
            found = item.get("id") if isinstance(item, dict) else None
            if isinstance(found, str) and known.setdefault(found, path) != path:
                first = self.located.line_of(known[found])
                self.problems.append(
                    self.parts.problem(
                        (*path, "id"),
                        f"the id '{found}' is taken (line {first}); each of the {checks.path_key(path)} needs its own",
                    )
                )
        return members

    def _shaped(self, shape: type[Shape], value: object, path: Path, name: str) -> Shape | None:
        result = shaped(shape, value)
        if not isinstance(result, Refusal):
            return result
        for inner, reason in result.reasons:
            self.problems.append(self.parts.problem((*path, *inner), f"{name}: {reason}"))
        return None


def _called(noun: str, item: object, path: Path) -> str:
    """Name a part in a message: by its id if it has one, else by its place from 1."""
    found = item.get("id") if isinstance(item, dict) else None
    return f"{noun} '{found}'" if isinstance(found, str) else f"{noun} {int(path[-1]) + 1}"
