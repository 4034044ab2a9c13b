"""One language of the brief: its phrases and the grammar they need."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from taqrib import vocabulary
from taqrib.brief import arabic, english
from taqrib.brief.dates import Calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from taqrib.brief.arabic import Gender
    from taqrib.brief.material import Language
    from taqrib.brief.runs import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language to tell in.

    :ivar phrases: the table ``vocabulary/brief/<language>.yaml``.
    :ivar counted: a number with its noun, from the noun's forms.
    :ivar opened: the runs of a sentence, written as its beginning asks.
    """

    language: Language
    phrases: dict[str, Any]
    calendar: Calendar
    counted: Callable[[int, Sequence[str]], str]
    opened: Callable[[Runs], Runs]

    def phrase(self, *path: str, gender: Gender = "unknown") -> str:
        """The phrase at ``path``; where it has a form for each gender, the form for ``gender``."""
        found: Any = self.phrases
        for key in path:
            found = found[key]
        return str(found[gender] if isinstance(found, dict) else found)


@cache
def tongue(language: Language) -> Tongue:
    """The tongue for ``language``."""
    if language == "ar":
        phrases = vocabulary.load("brief/arabic")
        counted, opened = arabic.counted, _unchanged
    else:
        phrases = vocabulary.load("brief/english")
        counted, opened = english.counted, english.capitalised
    return Tongue(language=language, phrases=phrases, calendar=Calendar(phrases), counted=counted, opened=opened)


def _unchanged(runs: Runs) -> Runs:
    return runs
