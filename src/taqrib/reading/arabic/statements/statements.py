"""Attributed statements: who said what, by which words, when, through whom and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from taqrib.reading.arabic.actors.citation import description
from taqrib.reading.arabic.actors.known import ADDRESSEES, COMPLEMENTISERS, HEADS, PHRASE_WORDS, RELATIVES, name_at
from taqrib.reading.arabic.actors.phrase import Phrase
from taqrib.reading.arabic.actors.phrases import Ground
from taqrib.reading.arabic.statements.contents import content_of
from taqrib.reading.arabic.statements.cues import cues
from taqrib.reading.arabic.statements.speakers import Speaker, Speakers
from taqrib.reading.arabic.statements.verbs import is_verb
from taqrib.reading.findings import Statement

if TYPE_CHECKING:
    from taqrib.reading.arabic.statements.cue import Cue
    from taqrib.reading.document import Document, Sentence
    from taqrib.reading.findings import Mention, Span, Time

_FULL_DAY = 10


def statements(document: Document, times: list[Time], mentions: list[Mention]) -> list[Statement]:
    """The statements of ``document``, in order; the narrator's own sentences are none."""
    ground = Ground(document, times)
    by_first, dated = _lay_mentions(ground, document, mentions), _lay_times(document, times)
    speakers = Speakers(ground, by_first)
    found: list[Statement] = []
    covered = 0
    for number, sentence in enumerate(document.sentences):
        if sentence.last <= covered:
            continue
        speakers.documents.note_issued(sentence)
        limit = document.sentences[number + 1].last if number + 1 < len(document.sentences) else ground.size
        sentence_cues = [cue for cue in cues(ground, sentence, limit) if cue.first >= covered]
        if not sentence_cues:
            speakers.note_acting(sentence)
        for statement, quoted_until in _sentence(ground, document, sentence, sentence_cues, speakers, dated):
            found.append(statement)
            covered = max(covered, quoted_until)
    found.sort(key=lambda statement: (min(statement.cue[0], statement.content[0]), statement.cue[0]))
    return found


def _sentence(  # noqa: PLR0917 - the state of one reading
    ground: Ground, document: Document, sentence: Sentence, found: list[Cue], speakers: Speakers, dated: dict[int, Time]
) -> list[tuple[Statement, int]]:
    read: list[tuple[Statement, int]] = []
    earlier: Speaker | None = None
    nested: Speaker | None = None
    for number, cue in enumerate(found):
        inner = nested is not None and (cue.kind == "noun" or not cue.coordinate)
        speaker = speakers.of(cue, sentence, nested if inner else earlier)
        content = content_of(ground, document, sentence, found, number)
        if content is None:
            continue
        passes = cue.inside is not None or cue.rule == "passed-on-source"
        if (cue.coordinate or passes) and cue.kind not in {"according", "passed-on"}:
            earlier = speaker  # نقلت الوكالة عن فلان قوله إن ...، وأضاف أن: he, not she
        if _goes_on(found, number):
            speakers.remember(speaker)
        nested = speaker
        said = speakers.day(speaker.name, _said(ground, sentence, found, number, dated))
        through, to, place = _circumstances(ground, sentence, speakers, cue)
        tokens = ground.tokens
        span: Span = (tokens[cue.first].start, tokens[cue.last - 1].end)
        grounds = (span, speaker.span) if speaker.span is not None else (span,)
        statement = Statement(
            speaker=speaker.span, speaker_name=speaker.name, cue=span, content=content.span, mode=content.mode,
            said=said, channel=through, addressee=to, place=place, rule=cue.rule, rests_on=grounds,
            unsure=speaker.unsure,
            certainty=_certainty(cue, speaker),
        )  # fmt: skip
        quote = cue.content.quote if cue.content is not None else None
        read.append((statement, quote.last + 1 if quote is not None else 0))
    return read


def _goes_on(found: list[Cue], number: int) -> bool:
    """Whether a later "وأضاف" may mean this speaker: not one quoted inside another's report, nor an outlet."""
    cue = found[number]
    if cue.kind == "passed-on":
        return False
    if cue.kind == "according":
        return len(found) == 1
    outer = found[number - 1] if number else None
    document = outer is not None and outer.subject is not None and outer.subject.phrase is not None
    document = document and outer.subject.phrase.head is not None and outer.subject.phrase.head.kind == "document"  # type: ignore[union-attr]
    return cue.coordinate or cue.inside is not None or document  # a communiqué's person speaks on


def _certainty(cue: Cue, speaker: Speaker) -> float:
    certainty = 0.95 if speaker.span is not None else 0.85
    if cue.content is not None and cue.content.kind == "noun":
        certainty -= 0.1
    if speaker.unsure:
        certainty -= 0.15
    if speaker.name is None:
        certainty = min(certainty, 0.5)
    return round(certainty, 2)


# --- when, where, through whom, to whom


def _said(ground: Ground, sentence: Sentence, found: list[Cue], number: int, dated: dict[int, Time]) -> str | None:
    """The day of a time that stands beside the verb: between it and the content, or before it on its own."""
    cue = found[number]
    last = cue.content.start if cue.content is not None else (cue.subject.last if cue.subject is not None else cue.last)
    if cue.content is not None and cue.content.quote is None and cue.kind == "according":
        last = cue.subject.first if cue.subject is not None else cue.last
        if cue.subject is not None and cue.rule == "according-clause" and cue.subject.last in dated:
            last = cue.subject.last + 1
    skipped = range(cue.subject.core, cue.subject.last) if cue.subject is not None else range(0)
    for at in range(cue.last, last):
        if at in dated and at not in skipped:
            return _day(dated[at])
    if cue.kind == "according" and cue.content is None:
        return None  # what stands before it is what is said
    for at in range(_adjuncts_before(ground, sentence, cue), cue.first):
        if at in dated:
            return _day(dated[at])
    return None


def _adjuncts_before(ground: Ground, sentence: Sentence, cue: Cue) -> int:
    """Where the words before the verb begin that belong to it: "وفي تصريح لقناة ...، قال ..."."""
    first = cue.subject.first if cue.subject is not None and cue.subject.first < cue.first else cue.boundary
    at = first
    while at > sentence.first and first - at < _BEFORE:
        norm = ground.tokens[at - 1].norm
        if (
            is_verb(norm)
            or norm in COMPLEMENTISERS
            or norm in RELATIVES
            or ((at - 1) in ground.quoted and (at - 1) not in ground.names_in_quotes)
        ):
            return first
        at -= 1
    return at if at == sentence.first else first


_BEFORE = 14


def _day(time: Time) -> str | None:
    if time.type not in {"DATE", "TIME"} or time.value is None:
        return None
    value = "/".join(part.split("T")[0] for part in time.value.split("/"))
    return value if len(value) >= _FULL_DAY else None


def _passes_on(ground: Ground, cue: Cue) -> str | None:
    """The outlet around the cue of its source: نقلت صحيفة «المرفأ» عن مسؤول قوله."""
    outlet = cue.inside.subject if cue.inside is not None else None
    return ground.words(outlet.first, outlet.core) if outlet is not None else None


def _circumstances(  # noqa: C901 - one case of the grammar after another
    ground: Ground, sentence: Sentence, speakers: Speakers, cue: Cue
) -> tuple[str | None, str | None, str | None]:
    """Channel, addressee and place, as written between the verb and what is said."""
    addressee = place = None
    channel = _passes_on(ground, cue)
    if cue.content is None:
        first, last = cue.subject.last if cue.subject is not None else cue.last, cue.last
    else:
        first, last = _adjuncts_before(ground, sentence, cue), cue.content.start
        if cue.content.addressee is not None:
            addressee = ground.words(*cue.content.addressee)
    inside = range(cue.subject.first, cue.subject.last) if cue.subject is not None else range(0)
    for at in range(first, last):
        if at in inside:
            continue
        norm = ground.tokens[at].norm
        if norm in RELATIVES:
            break
        bare = norm[2:] if norm.startswith("لل") else norm[1:] if norm.startswith("ل") else ""
        governed = cue.content is not None and at == cue.content.preposition
        if norm in {"ل", "الي"} and at + 1 in ground.names_in_quotes and channel is None and not governed:
            channel = ground.words(at + 1, ground.names_in_quotes[at + 1])
        elif (
            bare
            and channel is None
            and (known := name_at(ground.tokens, at, last)) is not None
            and known.name.role == "outlet"
        ):
            channel = known.name.actor
        elif bare and channel is None and (match := HEADS.find(bare)) is not None and match.value.kind == "outlet":
            phrase = ground.phrase(at, last)
            channel = description(ground, phrase) if phrase is not None else None
        elif (
            norm in PHRASE_WORDS["nouns_of_channels"]
            and channel is None
            and (phrase := ground.phrase(at, last)) is not None
        ):
            channel = description(ground, phrase)
        elif bare and addressee is None and ADDRESSEES.find(bare) is not None:
            phrase = ground.phrase(at, last)
            addressee = description(ground, phrase) if phrase is not None else None
        mention = speakers.mentions.get(at)
        quoted = at > 0 and at - 1 in ground.names_in_quotes
        if (
            mention is not None
            and mention.kind == "place"
            and place is None
            and not quoted
            and not (cue.verb and cue.verb.addressee)
        ):
            place = mention.actor
    return channel, addressee, place


# --- spans to tokens


def _lay_times(document: Document, times: list[Time]) -> dict[int, Time]:
    runs = {time.span: time for time in times}
    tokens, at = document.tokens, 0
    found: dict[int, Time] = {}
    for span in sorted(runs):
        while at < len(tokens) and tokens[at].end <= span[0]:
            at += 1
        if at < len(tokens):
            found[at] = runs[span]
    return found


def _lay_mentions(ground: Ground, document: Document, mentions: list[Mention]) -> dict[int, Mention]:
    """Mentions by their first token; and, for subjects before their verb, where each ends."""
    by_first: dict[int, Mention] = {}
    tokens, at = document.tokens, 0
    for mention in mentions:
        while at < len(tokens) and tokens[at].end <= mention.span[0]:
            at += 1
        if at >= len(tokens):
            break
        by_first[at] = mention
        last = at
        while last < len(tokens) and tokens[last].end < mention.span[1]:
            last += 1
        if mention.kind != "place" or mention.rule == "capital-place":
            match = HEADS.find(tokens[at].norm)
            named = (at, last + 1) if mention.kind == "person" and match is None else None
            ground.ending[last + 1] = (at, Phrase(at, last + 1, match.value if match else None, named, definite=True))
    return by_first
