"""Where what talks are about lies, which says of no town that they were held there: مفاوضات الهدنة في القطاع."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from taqrib.normal import normalised
from taqrib.reading.arabic.wordlists import noun_list
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.arabic.clauses import Prose


def is_of_a_matter(prose: Prose, index: int, at: int, name: str) -> bool:
    """Whether the place ``name`` at ``at``, behind في, says where the matter before it is, not the event at ``index``.

    In a town, the event may be held: مفاوضات الهدنة في جنيف.
    """
    if at < 2:
        return False
    word = prose.norms[at - 2]
    if noun_list("events", "situations").find(word):
        return True
    return at - 2 != index and noun_list("events", "matters").find(word) is not None and normalised(name) in _lands()


@cache
def _lands() -> frozenset[str]:
    """Regions and states: what is no town, and does not bear the name of its capital."""
    states = [state["ar"] for state in load("states")]
    towns = {normalised(town) for state in states for town in state.get("capital", ())}
    names = [name for state in states for name in (state["name"], *state.get("aliases", ()))]
    return frozenset(map(normalised, (*names, *load("arabic/places")["regions"]))) - towns
