"""The brief as Markdown: plain enough to read as it stands, and safe to render anywhere.

Names, labels and quotes come from outside, so every character that Markdown or HTML would act on is escaped in them; a
renderer then shows them as they were written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from taqrib.brief.directions import direction
from taqrib.brief.lines import one_line, visible
from taqrib.brief.runs import Label, Name, Quote, Reference, Words
from taqrib.brief.telling import told
from taqrib.visible import UNSAFE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from taqrib.brief.document import Card, Document, Part, Table
    from taqrib.brief.material import Language, Material
    from taqrib.brief.plan import Plan
    from taqrib.brief.runs import Run, Runs

_SPECIAL = re.compile(r"[\\`*_\[\]#!]")
_MARKUP = re.compile(r"[<>&|~$^]|:(?=//)")
"""What not every renderer lets a backslash escape; as character references they are text for all of them."""

_ACTING = re.compile(rf"{UNSAFE.pattern}|[\\`*_\[\]#!<>&|~$^:]")
"""Whatever may act in a text: most texts hold none of it, and one look tells."""

_LINE_START = re.compile(r"[-+=]|\d+(?=[.)])")


def as_markdown(plan: Plan, material: Material, language: Language) -> str:
    """The brief in ``language``, in Markdown (CommonMark with tables), ending in a line break.

    :param plan: made of ``material``; see :func:`taqrib.brief.plan`.
    """
    return _Writer(told(plan, material, language)).text()


@lru_cache(maxsize=1 << 12)
def escaped(text: str) -> str:
    """``text`` on one line, as Markdown that renders as these very characters, the hidden ones made visible."""
    return _escaped_words(one_line(text))


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self._lines: dict[tuple[str, int], str] = {}

    def text(self) -> str:
        document = self.document
        lines = [*self._head(), *(line for part in document.parts for line in self._part(part)), *self._appendix()]
        if document.direction == "rtl":
            lines = [f'<div dir="rtl" lang="{document.language}">', "", *lines, "</div>", ""]
        return "\n".join(lines)

    def _head(self) -> Iterator[str]:
        document = self.document
        yield f"# {document.title}: {escaped(document.case)}"
        yield ""
        for name, value in document.facts:
            yield f"- {name}: {escaped(value)}"
        yield ""
        yield document.guide
        yield ""
        if document.quiet:
            yield f"**{document.quiet}**"
            yield ""

    def _part(self, part: Part) -> Iterator[str]:
        yield f"## {part.heading}"
        yield ""
        if part.note:
            yield part.note
            yield ""
        for group in part.groups:
            if group.heading:
                yield f"### {self._runs(group.heading, styled=False)}"
                yield ""
            for sentence in group.sentences:
                yield f"- {self._runs(sentence.runs)}"
            yield ""
        if part.table:
            yield from self._table(part.table)

    def _table(self, table: Table) -> Iterator[str]:
        heads = [
            table.issue_heading,
            table.state_heading,
            *(self._runs(column, styled=False) for column in table.columns),
        ]
        yield _table_row(heads)
        yield _table_row(["---"] * len(heads))
        for row in table.rows:
            cells = ["<br>".join(self._runs(position.runs) for position in cell) for cell in row.cells]
            yield _table_row([self._runs(row.issue, styled=False), row.state_word, *cells])
        yield ""
        if table.silent:
            yield self._runs(table.silent)
            yield ""
        for state, meaning in table.legend:
            yield f"- {state}: {meaning}"
        yield ""

    def _appendix(self) -> Iterator[str]:
        yield f"## {self.document.appendix_heading}"
        yield ""
        if not self.document.cards:
            yield self.document.appendix_empty
            yield ""
        yield from map(self._card, self.document.cards)

    def _card(self, card: Card) -> str:
        lines = [f'### <a id="{escaped(card.entry)}"></a>{self._runs(card.title)} ({card.kind})', ""]
        if card.before.strip():
            lines += self._foreign(escaped(card.before), card.language), ""
        for line in visible(card.quote).split("\n"):
            lines.append(f"> {self._foreign(_escaped_line(line), card.language)}" if line.strip(" \t") else ">")
        lines.append("")
        if card.after.strip():
            lines += self._foreign(escaped(card.after), card.language), ""
        lines += [self._line(name, runs) for name, runs in card.lines]
        lines.append("")
        return "\n".join(lines)

    def _line(self, name: str, runs: Runs) -> str:
        """Who, when, how far to trust it: many cards share the very runs."""
        asked = name, id(runs)
        line = self._lines.get(asked)
        if line is None:
            line = self._lines[asked] = f"- {name}: {self._runs(runs)}"
        return line

    def _runs(self, runs: Runs, *, styled: bool = True) -> str:
        return "".join([self._run(run, styled=styled) for run in runs])

    def _run(self, run: Run, *, styled: bool) -> str:
        match run:
            case Words(text):
                return _escaped_words(text)
            case Label(text):
                return f"<b>{escaped(text)}</b>" if styled else escaped(text)
            case Quote(text, language):
                opening, closing = self.document.quotation
                return f"{opening}{self._foreign(escaped(text), language)}{closing}"
            case Name(text, language):
                return self._foreign(escaped(text), language)
            case Reference(entry):
                return f"[[{escaped(entry)}]](#{escaped(entry)})"

    def _foreign(self, markdown: str, language: str) -> str:
        """Words in another language than the page's, kept from disturbing the order of the words around them."""
        if language == self.document.language:
            return markdown
        return f'<bdi lang="{escaped(language)}" dir="{direction(language)}">{markdown}</bdi>'


@lru_cache(maxsize=1 << 12)
def _escaped_words(text: str) -> str:
    """Like :func:`escaped`, with the spaces at the edges kept."""
    if not _ACTING.search(text):
        return text
    text = _MARKUP.sub(lambda markup: f"\0{ord(markup.group())};", visible(text))
    text = _SPECIAL.sub(lambda special: f"\\{special.group()}", text)
    return text.replace("\0", "&#")


def _escaped_line(line: str) -> str:
    """A whole line of a quote, which must not begin a list, a heading or a block of code."""
    line = line.strip(" \t")
    start = _LINE_START.match(line)
    if start is None:
        return _escaped_words(line)
    cut = start.end()
    marker = f"{line[:cut]}\\" if line[0].isdigit() else f"\\{line[:cut]}"
    return marker + _escaped_words(line[cut:])


def _table_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
