"""What English asks of a brief: counted nouns, and a capital where a sentence begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.brief.runs import Label, Runs, Words

if TYPE_CHECKING:
    from collections.abc import Sequence


def counted(number: int, forms: Sequence[str]) -> str:
    """A number with its noun: "1 proposal", "3 proposals", "no proposals".

    :param number: 0 or more.
    :param forms: for one, for several, for none.
    """
    one, several, none = forms
    return {0: none, 1: one}.get(number, f"{number} {several}")


def capitalised(runs: Runs) -> Runs:
    """The runs with a capital at the start: on words of the brief, and on an article before a name."""
    match runs:
        case (Words(text), *rest):
            return (Words(text[:1].upper() + text[1:]), *rest)
        case (Label(text), *rest) if text.startswith(("a ", "an ", "the ")):
            return (Label(text[:1].upper() + text[1:]), *rest)
    return runs
