"""Hypothesis strategies for whole cases, valid by construction, and the text of ``case.yaml`` for each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from taqrib.case.model import (
    Actor,
    ActorKind,
    ActorRole,
    Bilingual,
    Body,
    Case,
    Issue,
    IssueKind,
    Option,
    Rule,
    Terms,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

ARABIC_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةى"
ENGLISH_LETTERS = "aAbBcdeEfghiklmnoprstuw"

ids = st.lists(st.text("abnoy017", min_size=1, max_size=4), min_size=1, max_size=2).map("-".join)
"""Ids, also ones that YAML readers would take for something else: ``on``, ``no``, ``y``, ``017``."""


def phrases(letters: str, *, longest: int = 12) -> st.SearchStrategy[str]:
    """Words of ``letters`` with single spaces between them, at least one."""
    return st.text(letters + " ", min_size=1, max_size=longest).map(lambda text: " ".join(text.split()) or letters[0])


arabic_phrases = phrases(ARABIC_LETTERS)
english_phrases = phrases(ENGLISH_LETTERS)

bilinguals = st.builds(Bilingual, ar=arabic_phrases, en=english_phrases)
terms = st.builds(
    Terms,
    ar=st.lists(arabic_phrases, min_size=1, max_size=3, unique=True).map(tuple),
    en=st.lists(english_phrases, min_size=1, max_size=3, unique=True).map(tuple),
)


def _some_of(draw: st.DrawFn, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(draw(st.lists(st.sampled_from(values), unique=True, max_size=2))) if values else ()


@st.composite
def actors(draw: st.DrawFn, *, at_least: int = 1, at_most: int = 5) -> tuple[Actor, ...]:
    """Actors with ids, names and aliases of their own, at least one a party; ``speaks_for`` points backwards only."""
    found: list[Actor] = []
    for place, actor_id in enumerate(draw(st.lists(ids, min_size=at_least, max_size=at_most, unique=True))):
        # The number keeps names apart whatever the words are; it is a word of its own.
        name, alias = draw(bilinguals), draw(bilinguals)
        earlier = [actor.id for actor in found]
        found.append(
            Actor(
                id=actor_id,
                kind=draw(st.sampled_from(get_args(ActorKind))),
                role="party" if place == 0 else draw(st.sampled_from(get_args(ActorRole))),
                name=Bilingual(ar=f"{name.ar} {place}", en=f"{name.en} {place}"),
                aliases=draw(
                    st.sampled_from([Terms(), Terms(ar=(f"{alias.ar} {place} ب",), en=(f"{alias.en} {place} b",))])
                ),
                speaks_for=draw(st.none() | st.sampled_from(earlier)) if earlier else None,
                note=draw(st.none() | english_phrases),
            )
        )
    return tuple(found)


@st.composite
def issues(draw: st.DrawFn, *, issue_id: str) -> Issue:
    """One issue with two to four options."""
    option_ids = draw(st.lists(ids, min_size=2, max_size=4, unique=True))
    return Issue(
        id=issue_id,
        kind=draw(st.sampled_from(get_args(IssueKind))),
        question=draw(bilinguals),
        terms=draw(terms),
        options=tuple(
            Option(
                id=option_id,
                label=draw(bilinguals),
                terms=draw(terms),
                opposes=_some_of(draw, [other for other in option_ids if other != option_id]),
            )
            for option_id in option_ids
        ),
    )


@st.composite
def cases(draw: st.DrawFn, *, at_least_issues: int = 0, at_least_actors: int = 1) -> Case:
    """A whole case that :func:`taqrib.case.parse_case` accepts."""
    taking_part = draw(actors(at_least=at_least_actors))
    issue_ids = draw(st.lists(ids, min_size=at_least_issues, max_size=3, unique=True))
    body_ids = draw(st.lists(ids, max_size=3, unique=True))
    return Case(
        id=draw(ids),
        title=draw(bilinguals),
        actors=taking_part,
        issues=tuple(draw(issues(issue_id=issue_id)) for issue_id in issue_ids),
        bodies=tuple(
            Body(
                id=body_id,
                name=draw(bilinguals),
                of=draw(st.sampled_from([actor.id for actor in taking_part])),
                rule=draw(st.sampled_from(get_args(Rule))),
                seats=draw(st.none() | st.integers(1, 900)),
                after=_some_of(draw, body_ids[:place]),
            )
            for place, body_id in enumerate(body_ids)
        ),
    )


def case_data(case: Case) -> dict[str, Any]:
    """The plain values of ``case.yaml``, keys left out where the model holds their default."""
    return {
        "case": case.id,
        "title": _bilingual(case.title),
        "actors": [
            _without_defaults(
                {
                    "id": actor.id,
                    "kind": actor.kind,
                    "role": actor.role,
                    "name": _bilingual(actor.name),
                    "aliases": _terms(actor.aliases) if actor.aliases.both else None,
                    "speaks_for": actor.speaks_for,
                    "note": actor.note,
                }
            )
            for actor in case.actors
        ],
        "issues": [
            {
                "id": issue.id,
                "kind": issue.kind,
                "question": _bilingual(issue.question),
                "terms": _terms(issue.terms),
                "options": [
                    _without_defaults(
                        {
                            "id": option.id,
                            "label": _bilingual(option.label),
                            "terms": _terms(option.terms),
                            "opposes": list(option.opposes) or None,
                        }
                    )
                    for option in issue.options
                ],
            }
            for issue in case.issues
        ],
        "bodies": [
            _without_defaults(
                {
                    "id": body.id,
                    "name": _bilingual(body.name),
                    "of": body.of,
                    "rule": body.rule,
                    "seats": body.seats,
                    "after": list(body.after) or None,
                }
            )
            for body in case.bodies
        ],
    }


def case_text(case: Case) -> str:
    """A ``case.yaml`` that says what ``case`` says; JSON is YAML, and quotes every text."""
    return json.dumps(case_data(case), ensure_ascii=False, indent=1)


def _bilingual(words: Bilingual) -> dict[str, str]:
    return {"ar": words.ar, "en": words.en}


def _terms(words: Terms) -> dict[str, list[str]]:
    return {"ar": list(words.ar), "en": list(words.en)}


def _without_defaults(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
