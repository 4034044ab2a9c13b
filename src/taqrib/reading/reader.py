"""A text in, its findings out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from taqrib.errors import Invalid
from taqrib.reading.arabic import ARABIC
from taqrib.reading.denials import denied_in, is_inside, only_believed
from taqrib.reading.english import ENGLISH
from taqrib.reading.findings import Finding, Findings
from taqrib.reading.layout import lay_out
from taqrib.reading.nested import own_contents, own_stances

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from taqrib.reading.pack import LanguagePack

PACKS: dict[str, LanguagePack] = {pack.language: pack for pack in (ARABIC, ENGLISH)}
"""The language packs, by ISO 639-1 code."""

_ARABIC_LETTERS = re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
_LATIN_LETTERS = re.compile("[A-Za-z]+")


def language_of(text: str) -> str:
    """``ar`` when the text has more Arabic than Latin letters, else ``en``."""
    arabic, latin = (sum(map(len, letters.findall(text))) for letters in (_ARABIC_LETTERS, _LATIN_LETTERS))
    return "ar" if arabic > latin else "en"


def read(
    text: str, *, published: date | None = None, published_basis: str = "given", language: str | None = None
) -> Findings:
    """All six kinds of findings in ``text``.

    :param text: the report's text as captured; any Unicode, also empty.
    :param published: the day of publication; without it, and if the text does not state it beyond doubt, no relative
        date is resolved.
    :param published_basis: what ``published`` rests on; ignored without it.
    :param language: ``ar`` or ``en``; by default whichever script prevails.
    :raises Invalid: for a language without a pack.
    """
    pack = PACKS.get(language or language_of(text))
    if pack is None:
        raise Invalid(f"expected a report in one of the languages {', '.join(PACKS)}, found {language!r}")
    document = lay_out(text, published=published)
    if published is None:
        document.published = pack.publication(document)
        published_basis = "inferred" if document.published else "unknown"
    times = pack.times(document)
    mentions = pack.mentions(document, times)
    told = own_contents(document, pack.statements(document, times, mentions))
    denied = denied_in(document, told)
    statements = [statement for statement in told if not is_inside(statement.cue, denied)]
    held = own_stances(document, statements, pack.stances(document, times, mentions, statements))
    believed = only_believed(document, statements, held)
    findings = Findings(
        language=pack.language,
        published=document.published,
        published_basis=published_basis,
        statements=statements,
        times=times,
        events=pack.events(document, times, mentions, statements),
        stances=[one for one in held if one not in believed and not is_inside(one.evidence, denied)],
        figures=pack.figures(document, times, statements),
        mentions=mentions,
    )
    for prefix, found in zip("stehfm", _kinds(findings), strict=True):
        for number, finding in enumerate(found, 1):
            finding.id = f"{prefix}{number}"
    return findings


def _kinds(findings: Findings) -> Iterable[Iterable[Finding]]:
    return (findings.statements, findings.times, findings.events, findings.stances, findings.figures, findings.mentions)
