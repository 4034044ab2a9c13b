"""An English report as sentences of phrases: what every layer walks on.

A phrase is a run of tokens with a kind: ``N`` a noun phrase, ``V`` a finite verb group, ``I`` an infinitive with *to*,
``G`` an -ing form, ``E`` a participle without auxiliary, ``J`` an adjective, ``P`` a preposition, ``A`` an adverb,
``T`` a time, ``H`` *that*, ``W`` a relative or question word, ``U`` a subordinator, ``Y`` a preposition or
subordinator, ``C`` *and*, *but*, ``q`` and ``k`` quotation marks; punctuation as itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.statements.cues import CLAUSAL
from taqrib.reading.english.tagging.tag import tag
from taqrib.reading.english.times.expressions import times as find_times
from taqrib.reading.english.words import BE, MODALS, NEGATIONS, VERBS, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from taqrib.reading.document import Document, Token
    from taqrib.reading.findings import Span, Time

_ACTORS = load("english/actors")
TITLES = (
    words(_ACTORS["persons"])
    | words(_ACTORS["honorifics"])
    | words(_ACTORS["organisations"])
    | words(_ACTORS["bodies"])
    | words(_ACTORS["places"])
)
"""Common nouns that a name follows within one noun phrase: "envoy Dana Reyes", "the port of" excepted."""

_CLOSING = frozenset("”“\"»’'‟›«")
_ABBREVIATIONS = words(load("english/grammar")["abbreviations"])
_PHRASE = re.compile(
    r"(?P<N>(?:d{1,3}a?)?(?:[#jnrs]|(?<=[jnd#])a(?=[j#])|(?<=j)(?:,c?|c)(?=j))*[#nrs]|o|d)"
    r"|(?P<V>[xm][xma]*[vbeg]?|v)"
    r"|(?P<I>ta*(?:x[xa]*[beg]?|b))"
    r"|(?P<T>T+)"
    r"|(?P<P>pp?)"
    r"|(?P<O>.)"
)
_APPOSED = re.compile("q?N,N(?:PN)*,A?E")
_KIND = {
    "g": "G",
    "e": "E",
    "b": "V",
    "j": "J",
    "a": "A",
    "h": "H",
    "w": "W",
    "u": "U",
    "y": "Y",
    "c": "C",
    "t": "P",
    "s": "N",
    "?": ".",
    "!": ".",
}


class Quotation(NamedTuple):
    """The tokens ``first`` (the opening mark) and ``last`` (the closing mark)."""

    first: int
    last: int


class Phrase(NamedTuple):
    """The tokens ``first:last`` and their kind."""

    kind: str
    first: int
    last: int


@dataclass(slots=True)
class Outline:
    """The phrases of a document.

    :ivar kinds: one character per phrase.
    :ivar sentences: runs of phrases ``(first, last)``; a stop inside a quotation ends one, too.
    :ivar phrase_at: for each token, its phrase.
    :ivar quotation_at: for each token inside a quotation or one of its marks, the quotation.
    """

    document: Document
    tokens: list[Token]
    tags: str
    phrases: list[Phrase]
    kinds: str
    sentences: list[tuple[int, int]]
    sentence_at: list[int]
    phrase_at: list[int]
    quotations: list[Quotation]
    quotation_at: dict[int, Quotation]

    def span(self, first: int, last: int) -> Span:
        """The raw span of ``tokens[first:last]``, at least one token."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def text(self, first: int, last: int) -> str:
        """The raw text of ``tokens[first:last]``."""
        return self.document.text[self.tokens[first].start : self.tokens[last - 1].end]

    def sentence_of(self, start: int) -> int:
        """The number of the sentence in which the token stands that begins at code point ``start``."""
        at = bisect_left(self.tokens, start, key=lambda token: token.start)
        return self.sentence_at[self.phrase_at[at]]

    def head(self, phrase: int) -> int:
        """The token that carries a phrase: its last word."""
        return self.phrases[phrase].last - 1

    def lemma(self, phrase: int) -> str:
        """The lemma of a verb group's last word, ``be`` or ``have`` where it stands alone; else the word itself."""
        norm = self.tokens[self.phrases[phrase].last - 1].norm
        verb = VERBS.get(norm)
        if verb is not None:
            return verb.lemma
        return "be" if norm in BE else "have" if norm in _HAVE else norm

    def words(self, phrase: int) -> list[str]:
        """The normalised words of a phrase."""
        found = self.phrases[phrase]
        return [token.norm for token in self.tokens[found.first : found.last]]

    def negated(self, phrase: int) -> bool:
        """Whether a verb group carries a negation, or its subject does: "neither side has accepted"."""
        return not NEGATIONS.isdisjoint(self.group(phrase)) or (self.kinds[phrase] == "V" and self._of_nobody(phrase))

    def group(self, phrase: int) -> list[str]:
        """The words of a verb group with the adverbs, or "nor", before it: "never agreed", "no longer insists"."""
        first = phrase
        if self.kinds[phrase] == "V":
            start = self.sentences[self.sentence_at[phrase]][0]
            while first > start and self.kinds[first - 1] in "Ak":
                opening = first - 1 if self.kinds[first - 1] == "A" else self._quoted_adverb(first - 1)
                if opening is None:
                    break
                first = opening
            if first > start and self.tokens[self.phrases[first - 1].first].norm == "nor":
                first -= 1
        return [token.norm for token in self.tokens[self.phrases[first].first : self.phrases[phrase].last]]

    def _quoted_adverb(self, closing: int) -> int | None:
        """The opening mark of a quotation that is as short as an adverb: would "never" agree."""
        quotation = self.quotation_at.get(self.phrases[closing].first)
        if quotation is None or quotation.last - quotation.first > _ADVERB:
            return None
        return self.phrase_at[quotation.first]

    def _of_nobody(self, verb: int) -> bool:
        """Whether the subject of a finite verb begins with "no" or "neither"; not so "with no seats"."""
        start = self.sentences[self.sentence_at[verb]][0]
        if self.kinds[verb - 1 : verb] == "C":
            return False  # "has no objection and accepted": the subject stands before both verbs
        for at in range(verb - 1, max(start, verb - 8) - 1, -1):
            if self.kinds[at] not in "NATPC":
                return False
            if self.tokens[self.phrases[at].first].norm in _NOBODY:
                governed = at > start and self.kinds[at - 1] in "PVGIE"
                return not governed or self.tokens[self.phrases[at - 1].last - 1].norm in CLAUSAL
        return False

    def passive(self, phrase: int) -> bool:
        """Whether a verb group is a form of *be* with a past participle."""
        found = self.phrases[phrase]
        if self.tags[found.last - 1] != "e" or found.last - found.first < 2:
            return False
        words_before = [
            self.tokens[index].norm for index in range(found.first, found.last - 1) if self.tags[index] != "a"
        ]
        return bool(words_before) and words_before[-1] in BE


_ORDERING = frozenset(("first", "last"))
_ADVERB = 4
"""Tokens from the opening to the closing mark of an adverb in quotation marks: "under no circumstances"."""
_NOBODY = words("no neither none nobody no-one")
_HAVE = words("have has had haven't hasn't hadn't i've we've they've you've")


def outline_of(document: Document, times: Sequence[Time] | None = None) -> Outline:
    """The outline of ``document``; laid once and kept with the document, since every layer asks for it."""
    found: Outline | None = document.analysis.get("outline")
    if found is None:
        found = document.analysis["outline"] = _outline(document, times if times is not None else find_times(document))
    return found


def _outline(document: Document, times: Sequence[Time]) -> Outline:
    tokens = document.tokens
    quoted = [
        Quotation(quote.first - 1, quote.last)
        for quote in document.quotes
        if quote.first and quote.last < len(tokens) and tokens[quote.last].text in _CLOSING
    ]
    opened = {quotation.first for quotation in quoted}
    closed = {quotation.last for quotation in quoted}
    ends = _sentence_ends(document, quoted)
    initial = {0, *(end for end in ends)}
    initial.update(index + 1 for index in opened)
    initial.update(end + 1 for end in ends if end in opened)
    initial.update(index + 1 for index, token in enumerate(tokens) if token.text in {":", "•"})
    tags = tag(tokens, initial=initial, opened=opened, closed=closed, timed=_timed(tokens, times))
    tags = _joined_initials(tags, tokens)
    if not _ORDERING.isdisjoint(token.norm for token in tokens):
        tags = _first_as_adverb(tags, tokens)
    outline = Outline(document, tokens, tags, [], "", [], [], [], quoted, {})
    for quotation in quoted:
        for index in range(quotation.first, quotation.last + 1):
            outline.quotation_at[index] = quotation
    _lay_phrases(outline, ends)
    return outline


def _timed(tokens: Sequence[Token], times: Sequence[Time]) -> set[int]:
    """The tokens inside time expressions; both run in order."""
    found: set[int] = set()
    index = 0
    for time in times:
        if time.rule in {
            "duration-adjective",
            "daily",
        }:  # "the seven-year war", "a daily briefing" stay one noun phrase
            continue
        start, end = time.span
        while index < len(tokens) and tokens[index].start < start:
            index += 1
        if time.rule == "vague-time" and index and tokens[index - 1].norm in MODALS:
            continue  # "will now be held" is one verb group
        while index < len(tokens) and tokens[index].start < end:
            found.add(index)
            index += 1
    return found


def _joined_initials(tags: str, tokens: Sequence[Token]) -> str:
    """The stops of initials ("U.S.", "J. Smith") as parts of their name."""
    if "." not in tags:
        return tags
    joined = list(tags)
    for index in range(1, len(tokens)):
        if (
            tags[index] == "."
            and len(tokens[index - 1].text) == 1
            and tokens[index - 1].text.isupper()
            and tokens[index].text == "."
        ):
            joined[index] = "r"
            joined[index - 1] = "r"
    return "".join(joined)


def _first_as_adverb(tags: str, tokens: Sequence[Token]) -> str:
    """``was first advanced``, ``the sides last met``: between subject and verb it orders the act, not a noun."""
    found = list(tags)
    for index in range(1, len(tokens) - 1):
        if tokens[index].norm not in _ORDERING or tags[index + 1] not in "ev":
            continue
        if tokens[index].norm == "first" and tokens[index - 1].norm in BE:
            found[index], found[index + 1] = "a", "e"
        elif tags[index - 1] in "nro" and tags[index] == "j":
            found[index] = "a"
    return "".join(found)


def _sentence_ends(document: Document, quoted: Sequence[Quotation]) -> list[int]:
    """One past the last token of every sentence, those inside quotations as well."""
    tokens = document.tokens
    ends = {sentence.last for sentence in document.sentences}
    if document.sentences:
        ends.update(_dateline_end(tokens))
    for quotation in quoted:
        after = quotation.last + 1
        if tokens[quotation.last - 1].text in {"!", "?"} and after in ends and _attributed(tokens, after):
            ends.discard(after)  # "Never!” the envoy said": the sentence goes on
        for index in range(quotation.first + 2, quotation.last - 1):
            if tokens[index].text in {".", "!", "?"} and tokens[index].end < tokens[index + 1].start:
                following, before = tokens[index + 1].text, tokens[index - 1].text
                starts = following[0].isupper() or following[0].isdigit() or following in {"“", '"', "["}
                if starts and not (before.lower() in _ABBREVIATIONS or (len(before) == 1 and before.isalpha())):
                    ends.add(index + 1)
    return _bounded(sorted(ends))


def _dateline_end(tokens: Sequence[Token]) -> list[int]:
    """Where the text itself begins behind "GENEVA, March 3 (Agency) -" or "SEOUL:"."""
    if len(tokens) > 1 and tokens[1].text == ":" and tokens[0].text.isupper() and len(tokens[0].text) > 2:
        return [2]  # "SEOUL: The two sides"
    for index, token in enumerate(tokens[:_DATELINE]):
        if token.text in {"-", "–", "—", "--"} and index:
            spaced = index + 1 < len(tokens) and tokens[index - 1].end < token.start
            place = tokens[0].text.isupper() and len(tokens[0].text) > 2
            agency = tokens[index - 1].text == ")"
            return [index + 1] if spaced and (place or agency) else []
        if not (token.text[0].isupper() or token.text[0].isdigit() or token.text in _IN_DATELINES):
            return []
    return []


_DATELINE = 20
"""Tokens a dateline has at most."""
_IN_DATELINES = frozenset((",", "(", ")", "/", ".", "and", "of", "de", "la"))

_LONGEST = 400
"""Tokens after which a sentence without a stop is cut: what one word can look at stays bounded."""


def _bounded(ends: list[int]) -> list[int]:
    found: list[int] = []
    begun = 0
    for end in ends:
        found.extend(range(begun + _LONGEST, end, _LONGEST))
        found.append(end)
        begun = end
    return found


_SAYS = frozenset(["said", "says", "asked", "told", "added", "tweeted", "wrote", "replied", "shouted"])


def _attributed(tokens: Sequence[Token], first: int) -> bool:
    """Whether a quotation's speaker follows it after "!" or "?": a short subject, then a verb of saying at an end."""
    for index in range(first, min(first + 8, len(tokens) - 1)):
        if tokens[index].norm in _SAYS:
            return index > first and tokens[index + 1].norm in {".", ",", "on", "in", "at", "reporters"}
        if tokens[index].text in ".!?“":
            return False
    return False


def _lay_phrases(outline: Outline, ends: Sequence[int]) -> None:
    """Fill in phrases, sentences and the maps from tokens."""
    tags, phrases = outline.tags, outline.phrases
    start = 0
    for end in ends:
        first_phrase = len(phrases)
        for match in _PHRASE.finditer(tags, start, end):
            kind = match.lastgroup
            first, last = match.span()
            if kind == "N" and last - first > 1:
                _add_noun_phrases(outline, first, last)
            elif kind == "O" or kind is None:
                tag_ = tags[first]
                phrases.append(Phrase(_KIND.get(tag_, tag_), first, last))
            else:
                phrases.append(Phrase(kind, first, last))
        _settle_verb(outline, first_phrase)
        outline.sentences.append((first_phrase, len(phrases)))
        start = end
    outline.kinds = "".join(phrase.kind for phrase in phrases)
    for number, phrase in enumerate(phrases):
        outline.phrase_at.extend([number] * (phrase.last - phrase.first))
    for number, (first_phrase, last_phrase) in enumerate(outline.sentences):
        outline.sentence_at.extend([number] * (last_phrase - first_phrase))


def _settle_verb(outline: Outline, first: int) -> None:
    """``Dana Reyes, the envoy, arrived``: behind an apposition the only verb of a sentence is no participle."""
    kinds = "".join(phrase.kind for phrase in outline.phrases[first:])
    found = _APPOSED.match(kinds) if "V" not in kinds else None
    if found is None:
        return
    number = first + found.end() - 1
    at = outline.phrases[number].first
    if outline.tags[at] == "e":
        outline.phrases[number] = outline.phrases[number]._replace(kind="V")
        outline.tags = f"{outline.tags[:at]}v{outline.tags[at + 1 :]}"


def _add_noun_phrases(outline: Outline, first: int, last: int) -> None:
    """A run of nominal words as one phrase, or cut where a name follows a noun that is no title, or a count a noun."""
    tags, tokens = outline.tags, outline.tokens
    begun = first
    for index in range(first + 1, last):
        name = tags[index] == "r" and tags[index - 1] == "n" and tokens[index - 1].norm not in TITLES
        count = tags[index] == "#" and tags[index - 1] in "nr" and index + 1 < last and tags[index + 1] == "n"
        if name or count:
            outline.phrases.append(Phrase("N", begun, index))
            begun = index
    outline.phrases.append(Phrase("N", begun, last))
