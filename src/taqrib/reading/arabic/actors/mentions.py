"""Mentions: who and where a report speaks of, each under one name throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic import numbers
from taqrib.reading.arabic.actors.citation import words_of
from taqrib.reading.arabic.actors.known import ADJUNCTS, GIVEN, HEADS, HOMOGRAPHS, PHRASE_WORDS, begins, is_masdar
from taqrib.reading.arabic.actors.naming import mention_of
from taqrib.reading.arabic.actors.own_country import with_own_countries
from taqrib.reading.arabic.actors.people import Office, People, qualities, without_clitic
from taqrib.reading.arabic.actors.phrase import Phrase
from taqrib.reading.arabic.actors.phrases import Ground
from taqrib.reading.arabic.statements.subjects import leave_governed
from taqrib.reading.arabic.statements.verbs import finite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from taqrib.reading.document import Document
    from taqrib.reading.findings import Mention, Time


def mentions(document: Document, times: Iterable[Time]) -> list[Mention]:
    """The mentions of actors and places in ``document``, in order, none inside another.

    :param times: the expressions of time, of which no name is made.
    """
    ground = Ground(document, times)
    found = list(_phrases(ground, document))
    people = People(ground)
    for phrase in found:
        if (name := phrase.name or phrase.of) is not None:
            first, last = name
            clitics = phrase.clitics if first == phrase.first else ""
            people.meet(words_of(ground, first, last, clitics), ground.words(first, last).removeprefix(clitics))
    people.later = list(_named_offices(ground, found, people))
    found = _with_surnames(ground, found, people)
    present = {token.norm for token in document.tokens} if HOMOGRAPHS else set()
    read = []
    for phrase in found:
        mention = mention_of(ground, phrase, people, present)
        if mention is not None:
            read.append(mention)
    return with_own_countries(document, read, people)


def _phrases(ground: Ground, document: Document) -> Iterator[Phrase]:
    tokens = ground.tokens
    for sentence in document.sentences:
        at, limit = sentence.first, sentence.last
        while at < limit:
            token = tokens[at]
            if not token.text[0].isalpha():
                at += 1
                continue
            phrase = ground.phrase(at, limit)
            if phrase is None:
                phrase = _bare_name(ground, at, limit)
            if phrase is None:
                at += 1
                continue
            if phrase.head is not None and phrase.head.kind == "quantity":
                at += 1  # "كل من ...": those who follow are the actors
                continue
            verb = finite(tokens[at - 1].norm) if at > 0 else None
            if verb is not None and phrase.first == at:
                leave_governed(ground, phrase, limit, verb.verb)
            _appose(ground, phrase, limit)
            yield phrase
            at = max(phrase.last, at + 1)


def _bare_name(ground: Ground, at: int, limit: int) -> Phrase | None:
    """A name without a title: two words, the first a known given name; or the subject of a reporting verb."""
    tokens = ground.tokens
    verb = finite(tokens[at - 1].norm) if at > 0 else None
    after_verb = (
        verb is not None
        and verb.verb.family != "continuing"
        and verb.verb.lemma not in {"بين", "عبر"}
        and begins(ADJUNCTS, tokens, at, limit) == 0
        and not is_masdar(tokens[at].norm)
        and not tokens[at].norm.startswith("لل")  # وصفه للاتفاق
        and not (tokens[at].norm[0] == "ب" and "ب" in verb.verb.through)
        and not numbers.may_begin_count(tokens[at].norm)
    )
    joined = _joined_name(ground, at, limit) if tokens[at].norm[0] == "و" else None
    if joined is not None:
        return joined
    if tokens[at].norm not in GIVEN and not after_verb:
        return None
    if after_verb and (end := ground.closed_name_end(at, limit)) > at + 1:
        return Phrase(at, end, name=(at, end), definite=True)
    phrase = ground.person(at, limit)
    if phrase is None or phrase.name is None:
        return None
    first, last = phrase.name
    return phrase if after_verb or last - first > 1 else None


def _named_offices(ground: Ground, found: list[Phrase], people: People) -> Iterator[Office]:
    """The offices whose holder the report names: "الرئيس الكيني" may stand before "الرئيس الكيني فلان"."""
    for phrase in found:
        if phrase.name is None or phrase.head is None or phrase.head.kind != "office" or phrase.head.plural:
            continue
        if phrase.name[0] > phrase.first:
            actor = people.fullest(words_of(ground, *phrase.name))
            yield Office(phrase.head, qualities(ground, phrase), actor, named=True)


def _joined_name(ground: Ground, at: int, limit: int) -> Phrase | None:
    """وعزام الأحمد: "and" written to a known given name, with at least one more word of a name behind it."""
    norm = ground.tokens[at].norm
    if norm in GIVEN or norm[1:] not in GIVEN or at + 1 >= limit:
        return None
    last = at + 1
    if ground.has_article(last):
        last += ground.can_name(last) and HEADS.find(ground.tokens[last].norm) is None
    else:
        last = ground.name_end(last, limit)
    return Phrase(at, last, name=(at, last), definite=True, clitics="و") if last > at + 1 else None


def _appose(ground: Ground, phrase: Phrase, limit: int) -> None:
    """وزير الخارجية، محمد جواد ظريف، ...: the name between commas."""
    tokens, at = ground.tokens, phrase.last
    if (
        phrase.name is not None
        or phrase.head is None
        or phrase.head.kind not in {"office", "role"}
        or phrase.head.plural
    ):
        return
    if at + 1 >= limit or tokens[at].norm != "،":
        return
    if tokens[at + 1].norm in PHRASE_WORDS["abbreviated_ranks"] and at + 3 < limit and tokens[at + 2].norm == ".":
        at += 2  # ، د. فلان،
    if (set_off := ground.set_off_name_end(at + 1, limit)) > at + 1:
        phrase.name, phrase.last = (at + 1, set_off), set_off
        return
    name = ground.person(at + 1, limit)
    if name is None or name.name is None:
        return
    first, last = name.name
    closed = last >= limit or not tokens[last].text[0].isalpha() or tokens[last].norm in _AFTER_NAME
    if closed and (last - first > 1 or tokens[first].norm in GIVEN):
        phrase.name, phrase.last = name.name, last


_AFTER_NAME = frozenset(["ان", "انه", "انها", "قد", "في", "خلال", "علي", "الي", "عن"])


def _with_surnames(ground: Ground, found: list[Phrase], people: People) -> list[Phrase]:
    """The phrases, and between them the surnames that stand alone."""
    surnames = people.forms()
    if not surnames:
        return found
    merged: list[Phrase] = []
    at = 0
    for phrase in [*found, None]:
        until = phrase.first if phrase is not None else ground.size
        while at < until:
            split = without_clitic(ground.tokens[at].norm, surnames)
            if split is not None and HEADS.find(ground.tokens[at].norm) is None:
                first = at - 1 if at and not split[0] and ground.joins(at - 1) else at
                merged.append(Phrase(first, at + 1, name=(first, at + 1), definite=True, clitics=split[0]))
            at += 1
        if phrase is not None:
            merged.append(phrase)
            at = max(at, phrase.last)
    return merged
