"""Whose statement "البيان" is: the last who said something in a document of that sort, or issued one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.arabic.actors.known import HEADS
from taqrib.reading.arabic.statements.verbs import ISSUING

if TYPE_CHECKING:
    from taqrib.reading.arabic.actors.phrase import Phrase
    from taqrib.reading.arabic.actors.phrases import Ground
    from taqrib.reading.arabic.statements.cue import Cue
    from taqrib.reading.document import Sentence
    from taqrib.reading.findings import Mention

_NEAR = 4
_LOOK_BACK = 30
_FAR = 400
"""Tokens within which a document described at more length is still the one spoken of."""


class _Author(NamedTuple):
    """An author's name, and the token where the document was said to be his."""

    name: str
    at: int


@dataclass(slots=True)
class Documents:
    """The documents of one report and their authors, as far as it has been read; one author to a sort of document."""

    ground: Ground
    mentions: dict[int, Mention]
    _authors: dict[str, _Author] = field(default_factory=dict)

    def author_of(self, phrase: Phrase, mention: Mention | None) -> str | None:
        """Who speaks in "البيان" alone, unless a document described at more length was spoken of since."""
        head = phrase.head
        if head is None or head.kind != "document" or not phrase.definite or phrase.last - phrase.first != 1:
            return None
        author = self._authors.get(_sort(head.lemma))
        if author is None:
            return None
        described = mention is not None and " " in mention.actor and not mention.actor.startswith("ال")
        return None if described and self._last_mention(mention, phrase.first) > author.at else author.name

    def note_said(self, cue: Cue, speaker: str) -> None:
        """قال فلان في بيان، بيانا قالت فيه: whoever is cited in a document is its author."""
        if cue.content is None:
            return
        tokens = self.ground.tokens
        if tokens[min(cue.first + 1, self.ground.size - 1)].norm in {"فيه", "فيها"}:
            for at in range(max(0, cue.first - _NEAR), cue.first):
                match = HEADS.find(tokens[at].norm)
                if match is not None and match.value.kind == "document":
                    self._authors[_sort(match.value.lemma)] = _Author(speaker, at)
        for at in range(cue.last, min(cue.content.start, cue.last + _LOOK_BACK, self.ground.size - 1)):
            if tokens[at].norm != "في":
                continue
            owned = tokens[at + 1].norm
            match = HEADS.find(owned)
            if match is None and owned.endswith(("ه", "ها", "هم")):
                match = HEADS.find(owned.removesuffix("ه").removesuffix("ها").removesuffix("هم"))
            if match is not None and match.value.kind == "document" and not match.clitics:
                self._authors[_sort(match.value.lemma)] = _Author(speaker, at)

    def note_issued(self, sentence: Sentence) -> None:
        """أصدرت الوزارة بيانا، صدر عن الوزارة البيان التالي: whoever issues a document is its author."""
        tokens = self.ground.tokens
        for at in range(sentence.first, sentence.last):
            norm = tokens[at].norm
            if norm not in ISSUING and norm[1:] not in ISSUING:
                continue
            near = range(at + 1, min(sentence.last, at + _NEAR))
            author = next((self.mentions[place].actor for place in near if place in self.mentions), None)
            around = range(max(sentence.first, at - _NEAR), min(sentence.last, at + _LOOK_BACK))
            heads = (HEADS.find(tokens[place].norm) for place in around)
            document = next((head.value for head in heads if head is not None and head.value.kind == "document"), None)
            if author is not None and document is not None:
                self._authors[_sort(document.lemma)] = _Author(author, at)
            return

    def _last_mention(self, mention: Mention | None, before: int) -> int:
        """Where whoever ``mention`` names was last named by another phrase."""
        for at in range(before - 1, max(-1, before - _FAR), -1):
            other = self.mentions.get(at)
            if mention is not None and other is not None and other.actor == mention.actor:
                return at
        return -1


def is_document(norm: str) -> bool:
    """Whether the word is a document's: بيان, تقرير."""
    match = HEADS.find(norm)
    return match is not None and match.value.kind == "document"


def _sort(lemma: str) -> str:
    return lemma.removesuffix("ا")
