"""The hand-made keys: what a careful reader finds in each example report, with the words it stands on.

A key names words, never offsets: ``from`` and ``to`` are the first and last words of a passage, ``text`` or ``trigger``
a whole one, ``in`` a longer passage that tells two like ones apart. ``touches`` are written as the record writes
them, ``issue`` or ``issue:option``; ``day`` is a stance's own day. ``debatable`` marks what two careful readers could
see differently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from taqrib.case import parse_case
from taqrib.evidence import capture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.case import Case
    from taqrib.evidence import Report
    from taqrib.reading import Span

CASES = ("strait", "truce-2024")
KEYS = Path(__file__).parent / "keys"
EXAMPLES = files("taqrib.examples")

_CLITICS = "وفبلك"


@dataclass(frozen=True, slots=True)
class Keyed:
    """An example report and its key."""

    case: str
    report: Report
    key: dict[str, Any]

    def span(self, item: dict[str, Any]) -> Span:
        """The place of a key's words in the report's text.

        :raises LookupError: if they are not there, or there twice.
        """
        text = self.report.text
        start, end = 0, len(text)
        if "in" in item:
            start, end = _only(text, item["in"], 0, end)
        if "from" not in item:
            return _only(text, item["text"] if "text" in item else item["trigger"], start, end)
        begins, first_ends = _only(text, item["from"], start, end)
        if item["to"] in item["from"]:
            return begins, first_ends
        last = next(_places(text, item["to"], begins, len(text)), None)
        if last is None:
            raise LookupError(f"{self.report.stem}: {item['to']!r} does not stand after {item['from']!r}")
        return begins, last[1]


def _only(text: str, words: str, start: int, end: int) -> Span:
    found = list(_places(text, words, start, end))
    if len(found) != 1:
        raise LookupError(f"{words!r} stands {len(found)} times in {text[start:end][:60]!r}; name it with 'in'")
    return found[0]


def _places(text: str, words: str, start: int, end: int) -> Iterator[Span]:
    """Whole words only; an Arabic clitic may stand before the first."""
    pattern = rf"(?:(?<!\w)|(?<=(?<!\w)[{_CLITICS}])){re.escape(words)}(?!\w)"
    return (match.span() for match in re.compile(pattern).finditer(text, start, end))


@cache
def case_of(name: str) -> Case:
    """The example case."""
    return parse_case(EXAMPLES.joinpath(name, "case.yaml").read_text(encoding="utf-8"))


@cache
def stems(case: str) -> tuple[str, ...]:
    """The stems of the case's reports, in order."""
    return tuple(sorted(Path(item.name).stem for item in EXAMPLES.joinpath(case, "reports").iterdir()))


@cache
def keyed(case: str, stem: str) -> Keyed:
    """The report as captured, and its key."""
    with as_file(EXAMPLES.joinpath(case, "reports", f"{stem}.md")) as path:
        report = capture(path)
    return Keyed(case, report, yaml.safe_load((KEYS / case / f"{stem}.yaml").read_text(encoding="utf-8")))


ALL = tuple((case, stem) for case in CASES for stem in stems(case))
"""Every example report: case and stem."""
