"""The brief as one HTML page that needs nothing else: no script, no font, no picture, and no permission to load any."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from taqrib.brief.directions import direction
from taqrib.brief.lines import one_line, visible
from taqrib.brief.runs import Label, Name, Quote, Reference, Words
from taqrib.brief.telling import told

if TYPE_CHECKING:
    from taqrib.brief.material import Language, Material
    from taqrib.brief.plan import Plan
    from taqrib.brief.runs import Run, Runs


def as_html(plan: Plan, material: Material, language: Language) -> str:
    """The brief in ``language``, as one self-contained page in UTF-8.

    Its content policy forbids every load; its one style sheet is admitted by its hash.

    :param plan: made of ``material``; see :func:`taqrib.brief.plan`.
    """
    document = told(plan, material, language)
    environment = _environment()
    template = environment.get_template("page.html.j2", globals={"runs": _Runs(*document.quotation)})
    return template.render(document=document, style=_style(), style_hash=_hash(_style()))


class _Runs:
    """Writes runs as HTML.

    Every text from outside stands in an isolate, so that its direction cannot disturb the words around it.
    """

    def __init__(self, opening: str, closing: str) -> None:
        self._quotation = (opening, closing)

    def __call__(self, runs: Runs) -> Markup:
        return Markup().join(map(self._run, runs))

    def _run(self, run: Run) -> Markup:
        match run:
            case Words(text):
                return shown(text)
            case Label(text):
                return Markup('<bdi class="label">{}</bdi>').format(shown(one_line(text)))
            case Quote(text, language):
                quote = _foreign("quote", one_line(text), language)
                return Markup("{}{}{}").format(self._quotation[0], quote, self._quotation[1])
            case Name(text, language):
                return _foreign("name", one_line(text), language)
            case Reference(entry):
                return Markup('<a class="ref" href="#{}"><bdi>[{}]</bdi></a>').format(entry, entry)


def shown(text: str) -> Markup:
    """``text`` as HTML that shows these very characters, the hidden ones made visible."""
    return escape(visible(text))


def _foreign(kind: str, text: str, language: str) -> Markup:
    return Markup('<bdi class="{}" lang="{}" dir="{}">{}</bdi>').format(
        kind, visible(language), direction(language), shown(text)
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("taqrib.brief", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["shown"] = shown
    environment.filters["direction"] = direction
    return environment


@cache
def _style() -> Markup:
    return Markup(files("taqrib.brief").joinpath("page.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file


def _hash(style: str) -> str:
    """The style sheet's hash as a content policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
