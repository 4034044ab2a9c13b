"""Who stands where in the prose: actors and places by token, from the mentions or, where those are silent, the words.

The fallback knows only heads (حكومة, وفد, رئيس ...) and states, and reads the noun phrase they begin; names of persons
and movements are the mentions' business.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from taqrib.normal import normalised
from taqrib.reading.arabic.actors.known import DEFINITE_ONLY
from taqrib.reading.arabic.wordlists import noun_list, objects
from taqrib.reading.arabic.words import Lexicon
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from taqrib.reading.arabic.clauses import Prose
    from taqrib.reading.findings import Mention, Span

_LONGEST = 8
"""Tokens in the longest noun phrase the fallback reads."""


class Party(NamedTuple):
    """An actor as it stands in the text: its one name, its tokens ``first:last``, its span."""

    name: str
    first: int
    last: int
    span: Span
    kind: str


class Parties:
    """The actors and places of a report by token."""

    def __init__(self, prose: Prose, mentions: Iterable[Mention]) -> None:
        self.prose = prose
        self.beginning: dict[int, Party] = {}
        self.covering: dict[int, Party] = {}
        tokens = prose.document.tokens
        index = 0
        for mention in sorted(mentions, key=lambda m: (m.span[0], -m.span[1])):
            start, end = mention.span
            while index < len(tokens) and tokens[index].end <= start:
                index += 1
            last = index
            while last < len(tokens) and tokens[last].start < end:
                last += 1
            if last > index and index not in self.covering:
                party = self._cut(Party(mention.actor, index, last, mention.span, mention.kind))
                self.beginning[index] = party
                for covered in range(index, party.last):
                    self.covering[covered] = party
        self._phrases: dict[int, Party | None] = {}
        self._fuller: dict[str, list[tuple[int, str]]] | None = None

    def at(self, index: int) -> Party | None:
        """The actor whose noun phrase begins at the token ``index``."""
        if index not in self._phrases:
            self._phrases[index] = self._read(index)
        return self._phrases[index]

    def in_range(self, first: int, last: int) -> list[Party]:
        """The actors whose phrases begin within ``first:last``, in order, phrases inside phrases left out."""
        found: list[Party] = []
        index = first
        while index < last:
            party = self.at(index)
            if party is not None and party.kind != "place":
                found.append(party)
                index = max(party.last, index + 1)
            else:
                index += 1
        return found

    def place(self, index: int) -> str | None:
        """The place at the token ``index`` as the text writes it: "طهران" is no other name for Iran here."""
        party = self.beginning.get(index)
        if party is not None:
            if party.kind not in {"place", "state"}:
                return None
            if party.kind == "state" and self.prose.norms[party.last - 1].removeprefix("ال") in _adjectives():
                return None
            return self.prose.document.text[party.span[0] : party.span[1]]
        if index in self.covering and self.prose.norms[index - 1 : index] != ["الي"]:
            return None  # "the envoy to ..." may have swallowed where he goes: the circumstances tell
        match = _states().find(self.prose.norms[index])
        return match.value if match else None

    def fuller(self, name: str, index: int) -> str:
        """The name by which the text has called, before the token ``index``, whom it now calls الحركة or الوزير.

        :param name: returned as it stands if it is no lone definite noun, or if two different actors may be meant.
        """
        word = normalised(name)
        if " " in word or not word.startswith("ال") or noun_list("stances", "holders").find(word) is None:
            return name
        if self._fuller is None:
            self._fuller = self._by_head()
        names = {known for at, known in self._fuller.get(word[2:], ()) if at < index}
        return names.pop() if len(names) == 1 else name

    def _by_head(self) -> dict[str, list[tuple[int, str]]]:
        """The fuller names of actors and where they stand, by the head of their mention without its article."""
        found: dict[str, list[tuple[int, str]]] = {}
        for index, party in self.beginning.items():
            if party.kind not in {"place", "source"} and (party.last - party.first > 1 or party.kind == "person"):
                head = self.prose.norms[party.first][_clitics(self.prose.norms[party.first]) :]
                found.setdefault(head.removeprefix("ال"), []).append((index, party.name))
        return found

    def _cut(self, party: Party) -> Party:
        """The mention without what its first words cannot hold: a verb, a party that "on" introduces, another thing."""
        prose, tokens = self.prose, self.prose.document.tokens
        for at in range(party.first + 1, party.last):
            verb = prose.verbs[at]
            future = verb is not None and verb.tense == "imperfect" and prose.norms[at][:2] in {"سي", "ست"}
            upon = prose.norms[at] == "علي" and at + 1 < party.last and self._is_head(at + 1)
            thing = prose.norms[at].startswith("ال") and prose.norms[at - 1].startswith(("ال", "وال"))
            thing = thing and objects().find(prose.norms[at]) is not None  # الجماعة الهدنة
            if future or upon or thing:
                span = (party.span[0], tokens[at - 1].end)
                whole = normalised(prose.document.text[slice(*party.span)]) == normalised(party.name)
                kept = prose.document.text[slice(*span)]
                name = kept if whole or normalised(party.name) not in normalised(kept) else party.name
                return Party(name, party.first, at, span, party.kind)
        return party

    def _read(self, index: int) -> Party | None:
        prose = self.prose
        mention = self.beginning.get(index)
        if mention is not None:
            return mention._replace(name=self.fuller(mention.name, index)) if mention.kind != "place" else None
        if index in self.covering or prose.roles[index] not in {"", "demonstrative"} or index >= prose.size:
            return None
        head = index + (prose.roles[index] == "demonstrative")
        if head >= prose.ends[index] or not self._is_head(head):
            return None
        last = self._phrase_end(head)
        tokens = prose.document.tokens
        start, end = tokens[head].start, tokens[last - 1].end
        name = prose.document.text[start:end]
        clitics = _clitics(prose.norms[head])
        return Party(name[clitics:], head, last, (start + clitics, end), "body")

    def _is_head(self, index: int) -> bool:
        norm = self.prose.norms[index]
        match = noun_list("stances", "holders").find(norm)
        if match is not None and match.value.suffixed and match.form.startswith(_deeds()):
            return False  # تنظيمها is more often "organising it"
        if (
            match is not None
            and match.form in DEFINITE_ONLY
            and "ال" not in match.clitics
            and "لل" not in match.clitics
        ):
            return False  # وساطة أفريقية is what one wants
        return match is not None or _states().find(norm) is not None

    def is_owned(self, index: int) -> bool:
        """Whether the noun at ``index`` bears a pronoun: بلاده, حكومتها."""
        match = noun_list("stances", "holders").find(self.prose.norms[index])
        return match is not None and match.value.suffixed

    def _phrase_end(self, head: int) -> int:
        """One past the noun phrase that begins at ``head``: its genitives and adjectives."""
        prose = self.prose
        limit = min(prose.ends[head], head + _LONGEST)
        index = head + 1
        if self.is_owned(head) and index < limit and not prose.norms[index].startswith("ال"):
            return index  # حزبه مستعد
        while index < limit:
            mention = self.beginning.get(index)
            definite = prose.norms[index - 1].startswith(("ال", "وال", "بال", "لل"))
            if mention is not None:
                if mention.kind == "place" or (definite and index > head + 1 and mention.kind == "person"):
                    break
                return min(mention.last, limit)
            verb = prose.verbs[index]
            if verb is not None and (definite or verb.tense == "imperfect" or verb.plural or verb.feminine):
                break
            if prose.roles[index] or objects().find(prose.norms[index]):
                break
            if (
                prose.norms[index][:1] in {"ب", "ل"}
                and prose.norms[index].endswith(("ه", "ها", "هم"))
                and definite | (index == head + 1)
            ):
                break  # بمواقفه is what the verb takes
            if prose.norms[index][:1] in {"و", "ف", "ب", "ل"} and _clitics(prose.norms[index]):
                break
            if definite and not prose.norms[index].startswith("ال"):
                break
            index += 1
        return index


def _clitics(norm: str) -> int:
    """How many letters of a known head, state or other word are clitics that do not belong to a name (و, ف, ب, ل)."""
    match = noun_list("stances", "holders").find(norm) or _states().find(norm) or objects().find(norm)
    if match is None:
        return 1 if norm.startswith(("وال", "فال", "بال")) else 0
    if match.clitics.endswith("لل"):
        return 0
    return len(match.clitics.removesuffix("ال"))


@cache
def _deeds() -> tuple[str, ...]:
    """The beginnings of nouns that name a body, but with a pronoun what is done."""
    return tuple(normalised(word).removesuffix("ه") for word in load("arabic/stances")["deeds_when_owned"])


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(normalised(word) for state in load("states") for word in state["ar"]["adjective"])


def state_of(text: str) -> str | None:
    """The state whose adjective stands in a title: مصر for وزير الري المصري; ``None`` for none, or for two."""
    matches = (nationalities().find(word) for word in normalised(text).split())
    names = {match.value for match in matches if match is not None and match.clitics in {"", "ال"}}
    return names.pop() if len(names) == 1 else None


@cache
def nationalities() -> Lexicon[str]:
    """The names of states by their adjectives in the singular."""
    found: dict[str, str] = {}
    for state in load("states"):
        for word in state["ar"]["adjective"][:2]:
            found.setdefault(word, state["ar"]["name"])
    return Lexicon(found)


@cache
def _states() -> Lexicon[str]:
    """States and their capitals of one word; longer names come with the mentions."""
    names: dict[str, str] = {}
    for state in load("states"):
        arabic = state["ar"]
        for name in (arabic["name"], *arabic.get("aliases", ()), *arabic.get("capital", ())):
            bare = normalised(name)
            if " " not in bare and len(bare) > 2:
                names.setdefault(name, name)
                if bare.startswith("ال"):
                    names.setdefault(name[2:], name)
    return Lexicon(names)
