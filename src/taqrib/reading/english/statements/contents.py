"""What is said: where the content of a cue begins and ends, and whether it is quoted."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from taqrib.reading.english.statements.cues import FRAMES, REPORTING
from taqrib.reading.english.words import MODALS, VERBS, words
from taqrib.vocabulary import load

if TYPE_CHECKING:
    from taqrib.reading.english.outline import Outline, Quotation
    from taqrib.reading.english.statements.cues import Cue
    from taqrib.reading.findings import Mode, Span

_TABLE = load("english/reporting")


def has_clause(outline: Outline, at: int) -> bool:
    """Whether a clause with a verb begins at a phrase, as after "said" without *that*."""
    end = outline.sentences[outline.sentence_at[at]][1] if at < len(outline.phrases) else at
    while at < end and outline.kinds[at] not in ";:":
        if outline.kinds[at] == "V":
            return True
        at += 1
    return False


class _Reach(NamedTuple):
    """A content as it is measured: where it begins, where the sentence ends, and what it is."""

    begin: int
    end: int
    nested: bool
    phrasal: bool
    subordinate: bool
    relative: bool


def clause_end(outline: Outline, cue: Cue, begin: int, *, nested: bool = False, phrasal: bool = False) -> int:
    """One past the last token of an indirect content that begins with the phrase ``begin``.

    The content runs to the sentence's end, or to where the report takes the floor again: a participle of the same
    speaker (", adding that"), a coordinated clause of another ("but the envoy said"), "according to", "as he put it".

    :param nested: participles belong to the content.
    :param phrasal: the content is a noun phrase: a coordinated verb without subject is the report's again.
    """
    kinds, phrases = outline.kinds, outline.phrases
    end = outline.sentences[outline.sentence_at[cue.phrase]][1]
    relative = kinds[cue.phrase - 1 : cue.phrase] == "W" and kinds[cue.phrase - 2 : cue.phrase - 1] == ","
    reach = _Reach(begin, end, nested, phrasal, _in_subordinate(outline, cue), relative)
    quotation = outline.quotation_at.get(cue.first)
    at = begin
    while at < end:
        token = phrases[at].first
        if quotation is not None and token >= quotation.last:
            break
        inside = outline.quotation_at.get(token)
        within = inside is not None and inside is not quotation and inside.first < token
        if not within and kinds[at] == "." and at + 1 >= end:
            break
        if not within and at > begin and kinds[at] in _MAY_STOP and _stops(outline, at, reach):
            break
        at += 1
    last = phrases[at - 1].last if at > begin else phrases[begin].first
    return trimmed(outline, phrases[begin].first, last)


_GOES_ON = words(_TABLE["goes_on"])
_SHIFTED = words("was were had would could might did")
_MAY_STOP = frozenset(",-C;YG:")
"""The kinds of phrases at which the report can take the floor."""


def _stops(outline: Outline, at: int, reach: _Reach) -> bool:  # noqa: PLR0911 - a case of the grammar per branch
    """Whether the report takes the floor at a phrase inside the sentence."""
    kind = outline.kinds[at]
    if kind == ",":
        return _stops_at_comma(outline, at, reach)
    if kind == "-":
        follows = outline.kinds[at + 1 : at + 2] == "G" and not reach.nested
        return follows and takes_floor(outline, at + 1, reach.end)
    if kind == "C":
        if _still_told(outline, at, reach):
            return False
        again = _new_report(outline, at, reach.end) or (reach.phrasal and _goes_on(outline, at, reach.end))
        return again and (reach.phrasal or "V" in outline.kinds[reach.begin : at])
    if kind == ";":
        return _new_report(outline, at, reach.end) or _in_present(outline, at, reach)
    if kind == ":":  # "hinted that they might yield: “Nothing is settled.”"
        return outline.kinds[at + 1 : at + 2] == "q"
    if kind == "Y":  # "as the envoy put it"
        clause = outline.kinds[at + 1 : at + 3] == "NV" and at + 2 < reach.end
        first = outline.phrases[at].first
        as_put = outline.tokens[first].norm == "as" and outline.tokens[first - 1].norm != "long"
        return clause and as_put and _reports(outline, at + 2)
    return kind == "G" and outline.tokens[outline.phrases[at].first].norm == "according"


def _in_present(outline: Outline, at: int, reach: _Reach) -> bool:
    """``said it needed help; nobody has come``: only what is shifted into the past is surely still told."""
    following = outline.kinds.find("V", at, reach.end)
    if following < 0:
        return False
    norm = outline.tokens[outline.phrases[following].first].norm
    verb = VERBS.get(norm)
    past = verb is not None and "d" in verb.forms and "b" not in verb.forms
    return not (norm in _SHIFTED or past)


def _still_told(outline: Outline, conjunction: int, reach: _Reach) -> bool:
    """``had spoken to him and had urged him``: "had" behind "and" takes up the tense of what is reported."""
    verb = conjunction + 1
    if outline.kinds[verb : verb + 1] != "V" or verb >= reach.end or reach.phrasal:
        return False
    if outline.tokens[outline.phrases[verb].first].norm != "had":
        return False
    return any(
        outline.kinds[at] == "V" and outline.tokens[outline.phrases[at].first].norm == "had"
        for at in range(reach.begin, conjunction)
    )


def _stops_at_comma(outline: Outline, at: int, reach: _Reach) -> bool:
    if at + 1 < reach.end and takes_floor(outline, at + 1, reach.end, nested=reach.nested):
        return True
    if _resumes(outline, at, reach.end):
        return True
    if reach.subordinate and _main_clause(outline, at, reach.end):
        return True
    return reach.relative and outline.kinds[at + 1 : at + 2] in {"V", "A"}  # "Peru, which demands ..., has agreed"


def _resumes(outline: Outline, comma: int, end: int) -> bool:
    """``, a call echoed by the mayor``, ``, a concession that``: the report's own word for what was said."""
    noun = comma + 1
    if noun + 1 >= end or outline.kinds[noun] != "N":
        return False
    group = outline.words(noun)
    return group[0] in {"a", "an"} and group[-1] in _RESUMING and outline.kinds[noun + 1] in "EVWHNP"


def _in_subordinate(outline: Outline, cue: Cue) -> bool:
    """Whether the cue's own clause opens the sentence and is subordinate ("While he said ..., he denied ...")."""
    start = outline.sentences[outline.sentence_at[cue.phrase]][0]
    return outline.kinds[start] in "UY" and cue.phrase - start <= 6 and "," not in outline.kinds[start : cue.phrase]


def _main_clause(outline: Outline, comma: int, end: int) -> bool:
    """Whether subject and verb follow a comma at once."""
    kinds = outline.kinds
    at = comma + 1
    if at >= end or kinds[at] != "N":
        return False
    while at < end and kinds[at] in "NPA":
        at += 1
    return at < end and kinds[at] == "V"


def _goes_on(outline: Outline, conjunction: int, end: int) -> bool:
    """Whether a clause of the report's own follows: "to sign and left", "to sign but Chile refused"."""
    contrast = outline.tokens[outline.phrases[conjunction].first].norm == "but"
    return _verb_next(outline, conjunction, end) or (contrast and _main_clause(outline, conjunction, end))


def _verb_next(outline: Outline, conjunction: int, end: int) -> bool:
    at = conjunction + 1
    while at < end and outline.kinds[at] in "AT":
        at += 1
    if at >= end or outline.kinds[at] != "V":
        return False
    found = outline.phrases[at]
    forms = VERBS[outline.tokens[found.first].norm].forms if outline.tokens[found.first].norm in VERBS else "d"
    return found.last - found.first > 1 or not forms.startswith("b")  # "to stop and leave": two infinitives


def trimmed(outline: Outline, first: int, last: int) -> int:
    """``last`` without commas, stops and dashes at the end."""
    tokens = outline.tokens
    while last > first + 1 and tokens[last - 1].text in {",", ".", ";", ":", "–", "—", "-"}:
        last -= 1
    return last


def takes_floor(outline: Outline, at: int, end: int, *, nested: bool = False) -> bool:
    """Whether what follows a comma is the reporter's again, from the phrase ``at``."""
    kinds, tokens, phrases = outline.kinds, outline.tokens, outline.phrases
    while at < end and kinds[at] == "A":
        at += 1
    if at >= end:
        return False
    kind = kinds[at]
    if kind == "G":
        norm = tokens[phrases[at].last - 1].norm
        return norm == "according" or (norm in REPORTING and (not nested or REPORTING[norm] in _GOES_ON))
    if kind in "CU" or (kind == "Y" and tokens[phrases[at].first].norm == "as"):
        return _new_report(outline, at, end)
    if kind == "V" and _reports(outline, at) and kinds[at + 1 : at + 2] == "N":  # ", said the envoy"
        return tokens[phrases[at].last - 1].norm in {"said", "says", "added", "wrote"}
    return kind == "N" and _attributes(outline, at, end)


def _attributes(outline: Outline, at: int, end: int) -> bool:
    """Whether subject and verb of saying close the sentence: ``..., its envoy Lena Orr told reporters``."""
    kinds = outline.kinds
    verb = _over_nouns(outline, at, end)
    if kinds[verb : verb + 2] == ",N":  # "its leader, Lena Orr, told reporters"
        closing = _over_nouns(outline, verb + 1, end)
        verb = closing + 1 if kinds[closing : closing + 1] == "," else verb
    if verb >= end or kinds[verb] != "V" or not _reports(outline, verb):
        return False
    after = verb + 1
    if (
        kinds[after : after + 1] == "N"
        and "a" in FRAMES[REPORTING[outline.tokens[outline.phrases[verb].last - 1].norm]]
    ):
        after += 1
        while after < end and kinds[after] in "PN" and not has_clause(outline, after):
            after += 1
    following = kinds[after] if after < end else "."
    return following in ".,T;:q" or (following == "P" and not has_clause(outline, after))


def _over_nouns(outline: Outline, at: int, end: int) -> int:
    """The phrase behind a noun and its complements."""
    stop = min(end, at + 8)
    at += 1
    while at < stop and outline.kinds[at] in "NPJ":
        at += 1
    return at


def _new_report(outline: Outline, at: int, end: int) -> bool:
    """Whether a conjunction begins a clause whose first verb reports: "but the envoy said", "and added later"."""
    kinds = outline.kinds
    at += 1
    first = at
    commas = 0
    limit = min(end, at + 12)
    while at < limit:
        kind = kinds[at]
        if kind == "V":
            progressive = at == first and outline.tags[outline.phrases[at].last - 1] == "g"
            return commas != 1 and not progressive and _reports(outline, at)
        if kind == ",":
            commas += at > first  # an apposition has two; with one, the noun before it ended the content
        elif kind not in "NATPGYE()":
            return False
        at += 1
    return False


def _reports(outline: Outline, phrase: int) -> bool:
    """Whether a finite verb group tells that something was said."""
    found = outline.phrases[phrase]
    norm = outline.tokens[found.last - 1].norm
    lemma = REPORTING.get(norm)
    if lemma is None or (lemma in _RARELY and not _clearly(outline, phrase, lemma)):
        return False
    verb = VERBS.get(norm)
    first = outline.tokens[found.first].norm
    return bool(verb) and first not in MODALS and not outline.passive(phrase) and not outline.negated(phrase)


def _clearly(outline: Outline, phrase: int, lemma: str) -> bool:
    """Whether "that" or a particle of its own shows that a rare verb reports: "suggested that", "called for"."""
    after = outline.phrases[phrase].last
    particle = outline.tokens[after].norm if after < len(outline.tokens) else ""
    return outline.kinds[phrase + 1 : phrase + 2] == "H" or f"{lemma} {particle}" in _TABLE["with_particle"]


_RARELY = words(_TABLE["rarely"])
_RESUMING = words(_TABLE["resuming"])


def mode_of(outline: Outline, first: int, last: int) -> tuple[Span, Mode]:
    """The span of the content ``tokens[first:last]`` and its mode; the marks of a wholly quoted one stay outside."""
    quotation = outline.quotation_at.get(first)
    if quotation is not None and quotation.first == first and quotation.last >= last - 1:
        return quoted(outline, quotation), "direct"
    mode: Mode = "indirect"
    following = bisect_left(outline.quotations, (first, 0))
    inside = outline.quotations[following] if following < len(outline.quotations) else None
    if inside is not None and inside.first < last:
        mode = "mixed"
        last = max(last, inside.last + 1)  # a quotation that the sentence's end would cut
    return outline.span(first, last), mode


def quoted(outline: Outline, quotation: Quotation) -> Span:
    """The span between the marks, without the comma that belongs to the report."""
    first, last = quotation.first + 1, quotation.last
    if last - 1 > first and outline.tokens[last - 1].text == ",":
        last -= 1
    return outline.span(first, last)
