"""From names to actors and from texts to issues: what a case makes of words.

Both prefer silence to a wrong link: a name that could be two actors, or that only contains an actor's name ("critics of
the Port Council"), is nobody. An adjective is not the actor: «المصري» means one only if the case lists it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from taqrib.case.offices import Offices
from taqrib.case.phrases import Phrases, without_article, words_of
from taqrib.normal import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from taqrib.case.model import Actor, Case, Issue, Option
    from taqrib.case.phrases import Found


@dataclass(frozen=True, slots=True)
class Touch:
    """A text uses words that the case ties to an issue, or to one of its options.

    :ivar option: ``None`` if the words point at the issue only.
    :ivar terms: the terms found, as the case writes them, each once, in the order of the text.
    """

    issue: Issue
    option: Option | None
    terms: tuple[str, ...]


class CaseIndex:
    """The names and terms of one case, ready to be looked up.

    :param case: the case.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self._actors = {actor.id: actor for actor in case.actors}
        self._exact: dict[str, set[str]] = {}
        self._without_the: dict[str, set[str]] = {}
        self._names: Phrases[str] = Phrases()
        self._terms: Phrases[tuple[Issue, Option | None, str]] = Phrases()
        self._offices = Offices()
        self._answers: dict[str, Actor | None] = {}
        for actor in case.actors:
            for name in (actor.name.ar, actor.name.en, *actor.aliases.both):
                self._add_name(name, actor.id)
        for issue in case.issues:
            for term in issue.terms.both:
                self._terms.add(folded(term), (issue, None, term))
            for option in issue.options:
                for term in option.terms.both:
                    self._terms.add(folded(term), (issue, option, term))

    def actor_of(self, name: str) -> Actor | None:
        """Give the actor that ``name`` names; ``None`` if it is none of the case's, or could be two.

        Tried in turn: the name itself; the name but for "the", or for an ال that the case does not write (not the other
        way round: «فيلدي» is not the alias «الفيلدي»); a longer description that holds the name of exactly one actor
        and, beside it, nothing but offices: "a senior Port Council official", «متحدث باسم مجلس الميناء»; for a person,
        titles: "Foreign Minister Amina Sel".

        >>> from taqrib.case import CaseIndex, new_case_text, parse_case
        >>> index = CaseIndex(parse_case(new_case_text("ferry", "العبّارة", "The ferry")))
        >>> index.actor_of("a spokesman for the Island Council").id
        'island-council'
        >>> index.actor_of("critics of the Island Council") is None
        True
        """
        try:
            return self._answers[name]
        except KeyError:
            pass
        if len(self._answers) >= 1 << 15:
            self._answers.clear()
        answer = self._answers[name] = self._look_up(words_of(folded(name)))
        return answer

    def is_unnamed(self, name: str) -> bool:
        """Say whether ``name`` only describes somebody: no actor's name, and no office that speaks for one.

        >>> from taqrib.case import CaseIndex, new_case_text, parse_case
        >>> index = CaseIndex(parse_case(new_case_text("ferry", "العبّارة", "The ferry")))
        >>> index.is_unnamed("a senior Island Council official"), index.is_unnamed("the Island Council leader")
        (True, False)
        """
        words = words_of(folded(name))
        found = self._names.find(words)
        if len(found) == 1 and self._is_person(found[0]):
            return False
        known = {place for one in found for place in range(one.start, one.end)}
        return self._offices.is_unnamed([word for place, word in enumerate(words) if place not in known])

    def issues_touched(self, text: str) -> list[Touch]:
        """List the issues and options whose terms ``text`` uses, in the order of the text.

        Terms are whole words; before the first of them و ف ب ل ك ال لل may stand, before the others ال. A term inside a
        longer term is not counted. A term of an option touches its issue: the bare issue is listed only if none of its
        options is.
        """
        gathered: dict[tuple[str, str | None], tuple[Issue, Option | None, dict[str, None]]] = {}
        for found in self._terms.find(words_of(folded(text))):
            for issue, option, term in found.values:
                key = (issue.id, option.id if option else None)
                gathered.setdefault(key, (issue, option, {}))[2][term] = None
        with_option = {issue_id for issue_id, option_id in gathered if option_id is not None}
        return [
            Touch(issue, option, tuple(terms))
            for issue, option, terms in gathered.values()
            if option is not None or issue.id not in with_option
        ]

    def _add_name(self, name: str, actor_id: str) -> None:
        words = words_of(folded(name))
        if not words:
            return
        self._exact.setdefault(" ".join(words), set()).add(actor_id)
        self._without_the.setdefault(" ".join(_without_the(words)), set()).add(actor_id)
        self._names.add(" ".join(words), actor_id)

    def _look_up(self, words: Sequence[str]) -> Actor | None:
        if not words:
            return None
        bare = _without_the(words)
        for names, name in (
            (self._exact, words),
            (self._without_the, bare),
            (self._without_the, [without_article(bare[0]), *bare[1:]]),
        ):
            owners = names.get(" ".join(name))
            if owners:
                return self._only(owners)
        found = self._names.find(words)
        if len(found) != 1:
            return None
        actor = self._only(found[0].values)
        return actor if actor and self._means(actor, words, found[0]) else None

    def _is_person(self, name: Found[str]) -> bool:
        actor = self._only(name.values)
        return actor is not None and actor.kind == "person"

    def _only(self, owners: Collection[str]) -> Actor | None:
        """Give the actor if there is exactly one."""
        return self._actors[next(iter(owners))] if len(owners) == 1 else None

    def _means(self, actor: Actor, words: Sequence[str], name: Found[str]) -> bool:
        """Say whether a description that holds ``name`` is still a description of ``actor``."""
        before, after = words[: name.start], words[name.end :]
        if before and self._joined_by_and(words[name.start]):
            return False
        if actor.kind == "person":
            return self._offices.title_before(before) and self._offices.title_after(after)
        if actor.kind == "organisation":
            return self._offices.speak_for_organisation(before) and self._offices.speak_for_organisation(after)
        if actor.kind == "state":
            return self._offices.speak_for_state(before) and self._offices.speak_for_state(after)
        return not before and not after

    def _joined_by_and(self, word: str) -> bool:
        """Say whether a name's first word carries و or ف: «مسؤول ونورثلاند» are two."""
        return word[0] in "وف" and not self._names.begins_with(word)


def _without_the(words: Sequence[str]) -> Sequence[str]:
    return words[1:] if words[0] == "the" and len(words) > 1 else words


@lru_cache(maxsize=4)
def index_of(case: Case) -> CaseIndex:
    """The index of ``case``, made once: several rooms ask for it while they answer one question."""
    return CaseIndex(case)
