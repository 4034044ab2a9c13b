"""YAML that means what it looks like, with the line of every key.

YAML reads ``no`` as false, ``012`` as ten, ``10:30`` as 630, keeps the second of two equal keys and lets one line
stand for another (anchors). In a file that people write by hand and others must trust, each of these is a mistake
waiting; here each is an error with its line. What is left is plain: mappings, lists, text, ``true``/``false``, ``null``
and whole numbers. Dates and decimals stay text, as written: ``1.10`` is not ``1.1``, and ``2024-07`` has no day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import yaml

from taqrib.errors import Invalid, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of mappings and places in lists (from 0), such as ``("actors", 3, "role")``."""

DEEPEST = 50
"""How many mappings and lists may stand inside one another."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_FORBIDDEN = re.compile("[^\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")
_SPELT_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_SPELT_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}

_NOT_WHAT_IT_SEEMS = (
    (re.compile(r"(?i:yes|no|on|off|y|n)"), "some YAML readers take for true or false"),
    (re.compile(r"[-+]?0o?[0-9_]+"), "some YAML readers take for an octal number"),
    (re.compile(r"[-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?"), "some YAML readers take for a number in base 60"),
    (
        re.compile(r"\+[0-9]+|[-+]?0[xb][0-9a-fA-F_]+|[-+]?[0-9]+(?:_[0-9]*)+|[-+]?[0-9]*\.?[0-9]+[eE][-+]?[0-9]+"),
        "YAML readers turn into different numbers",
    ),
    (re.compile(r"[-+]?\.(?i:inf|nan)"), "YAML readers take for infinity or for no number"),
)


class Problem(NamedTuple):
    """One thing wrong, and the line of the file it stands on (from 1)."""

    line: int
    message: str


class Problems(Invalid):
    """Everything wrong with one file; the message says how many things and what the first is.

    :ivar problems: all of them, in the order of their lines; never empty.
    """

    def __init__(self, problems: Sequence[Problem], *, where: str) -> None:
        self.problems = sorted(problems)
        first = self.problems[0]
        others = len(self.problems) - 1
        more = f" (and {others} more {'problem' if others == 1 else 'problems'})" if others else ""
        super().__init__(first.message + more, where=f"{where}:{first.line}")


@dataclass(frozen=True, slots=True)
class Located:
    """A loaded document: plain values, and the line each was written on.

    :ivar value: ``dict``, ``list``, ``str``, ``int``, ``bool`` or ``None``; ``None`` for an empty document.
    :ivar where: the name of the file, as messages give it.
    """

    value: Any
    where: str
    _lines: Mapping[Path, int]

    def line_of(self, path: Path) -> int:
        """Give the line, from 1, of the key or list item at ``path``.

        What is missing has the line of the nearest thing that should hold it.
        """
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def where_of(self, path: Path) -> str:
        """Give the place of ``path`` for an error: ``"case.yaml:12"``."""
        return f"{self.where}:{self.line_of(path)}"


def load_strict(text: str, *, where: str, first_line: int = 1) -> Located:
    """Read one YAML document strictly.

    :param text: the document.
    :param where: the file's name, for messages.
    :param first_line: the line of the file on which ``text`` begins; 2 for front matter below its ``---``.
    :raises Unreadable: if ``text`` is not YAML at all; ``where`` is then ``"file:line"``.
    :raises Problems: if it is YAML that does not mean what it looks like; all such places at once.
    """
    text = text.removeprefix("\ufeff")
    problems = list(_forbidden_characters(text, first_line))
    if not problems:
        reader = _Reader(where, first_line)
        value = reader.read(text)
        problems = reader.problems
    if problems:
        raise Problems(problems, where=where)
    return Located(value, where, reader.lines)


def _forbidden_characters(text: str, first_line: int) -> Iterator[Problem]:
    if not _FORBIDDEN.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=first_line):
        found = _FORBIDDEN.search(line)
        if found and found.group() == "\t":
            yield Problem(number, "found a tab, which YAML and editors measure differently; expected spaces")
        elif found:
            code = ord(found.group())
            yield Problem(number, f"found the invisible character U+{code:04X}, which YAML does not allow; delete it")


class _Reader:
    """One pass over the events of a document; gathers values, lines and problems."""

    def __init__(self, where: str, first_line: int) -> None:
        self.where = where
        self.first_line = first_line
        self.lines: dict[Path, int] = {(): first_line}
        self.problems: list[Problem] = []

    def read(self, text: str) -> object:
        """Read the value of the only document in ``text``."""
        value: object = None
        documents = 0
        self._events = self._events_of(text)
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._problem(event, "found a second document after '---'; expected one document in a file")
            elif isinstance(event, yaml.NodeEvent):
                node = self._value(event, ())
                value = node if documents == 1 else value
        return value

    def _events_of(self, text: str) -> Iterator[Any]:
        try:
            yield from yaml.parse(text, Loader=_Loader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            # At the end of the text the parser may point below the last line.
            line = self.first_line + min(mark.line if mark else 0, text.rstrip().count("\n"))
            said = " ".join(part for part in (error.context, error.problem) if part)
            raise Unreadable(
                f"expected YAML; {said}. Look at this line and the one above: at the indentation, for an open bracket "
                "or quote, for a text that holds ': ' or begins with one of [ { & * ! | > % @ ` and so needs quotes",
                where=f"{self.where}:{line}",
            ) from error

    def _value(self, event: yaml.NodeEvent, path: Path) -> object:
        if not path:
            self.lines[()] = self._line(event)
        self._refuse_indirection(event)
        if isinstance(event, yaml.MappingStartEvent):
            self._refuse_depth(event, path)
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            self._refuse_depth(event, path)
            return self._list(path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return None  # an alias, already refused

    def _mapping(self, path: Path) -> dict[str, object]:
        values: dict[str, object] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path)
            known = key in values
            if known:
                first = self.lines[(*path, key)]
                self._problem(event, f"the key '{key}' is here a second time (first on line {first}); keep one of them")
            else:
                self.lines[(*path, key)] = self._line(event)
            # A repeated key's value is read all the same, for its own problems, on a path that nobody asks for.
            value = self._value(next(self._events), (*path, key, "again") if known else (*path, key))
            values.setdefault(key, value)
        return values

    def _key(self, event: yaml.NodeEvent, path: Path) -> str:
        self._refuse_indirection(event)
        if not isinstance(event, yaml.ScalarEvent):
            self._problem(event, "found a list or a mapping where a key was expected; expected a word and a colon")
            self._value(event, (*path, "as key"))
            return f"line {self._line(event)}"
        if event.value == "<<" and not event.style:
            self._problem(event, "found a merge key '<<'; write the keys out where they are meant")
        elif not isinstance(self._scalar(event), str):
            self._problem(event, f"expected a word as key, found {event.value or 'nothing'}; put it in quotes")
        return str(event.value)

    def _list(self, path: Path) -> list[object]:
        values: list[object] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            here = (*path, len(values))
            self.lines[here] = self._line(event)
            values.append(self._value(event, here))
        return values

    def _scalar(self, event: yaml.ScalarEvent) -> str | int | bool | None:
        written: str = event.value
        if event.style or event.tag:
            return written
        if written in _SPELT_NULL:
            return None
        if written in _SPELT_BOOL:
            return _SPELT_BOOL[written]
        if _WHOLE.fullmatch(written):
            return int(written)
        for pattern, reading in _NOT_WHAT_IT_SEEMS:
            if pattern.fullmatch(written):
                self._problem(event, f"found {written} without quotes, which {reading}; write '{written}' in quotes")
                break
        return written

    def _refuse_indirection(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._problem(event, f"found the alias *{event.anchor}; write the value out where it is meant")
            return
        if event.anchor:
            self._problem(event, f"found the anchor &{event.anchor}; write the value out wherever it is meant")
        tag = getattr(event, "tag", None)
        if tag:
            self._problem(event, f"found the tag {tag}; expected plain text, a number, a list or a mapping")

    def _refuse_depth(self, event: yaml.NodeEvent, path: Path) -> None:
        if len(path) >= DEEPEST:
            where = f"{self.where}:{self._line(event)}"
            raise Unreadable(
                f"expected at most {DEEPEST} lists or mappings inside one another, found more", where=where
            )

    def _line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def _problem(self, event: yaml.Event, message: str) -> None:
        self.problems.append(Problem(self._line(event), message))
