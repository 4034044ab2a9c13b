"""The shape of ``case.yaml``, version 1: which keys there are and what may stand under them.

Each part of the file is validated by itself, so that one misspelt key does not hide the mistakes elsewhere. What refers
to something else in the file is the business of :mod:`taqrib.case.checks`.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from taqrib.case.model import Actor, ActorKind, ActorRole, Bilingual, Body, Issue, IssueKind, Option, Rule, Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic_core import ErrorDetails

    from taqrib.strict_yaml import Path

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"

Id = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class BilingualShape(_Shape):
    """``{ar: …, en: …}``, both present."""

    ar: Text
    en: Text

    def built(self) -> Bilingual:
        """Build the model."""
        return Bilingual(ar=self.ar, en=self.en)


class TermsShape(_Shape):
    """``{ar: […], en: […]}``; either may be left out."""

    ar: list[Text] = []
    en: list[Text] = []

    def built(self) -> Terms:
        """Build the model, each word once."""
        return Terms(ar=tuple(dict.fromkeys(self.ar)), en=tuple(dict.fromkeys(self.en)))


class ActorShape(_Shape):
    """One of ``actors``."""

    id: Id
    kind: ActorKind
    name: BilingualShape
    role: ActorRole = "observer"
    aliases: TermsShape = TermsShape()
    speaks_for: Id | None = None
    note: Text | None = None

    def built(self) -> Actor:
        """Build the model."""
        return Actor(
            id=self.id,
            kind=self.kind,
            role=self.role,
            name=self.name.built(),
            aliases=self.aliases.built(),
            speaks_for=self.speaks_for,
            note=self.note,
        )


class OptionShape(_Shape):
    """One of the ``options`` of an issue."""

    id: Id
    label: BilingualShape
    terms: TermsShape
    opposes: list[Id] = []

    def built(self) -> Option:
        """Build the model."""
        return Option(
            id=self.id, label=self.label.built(), terms=self.terms.built(), opposes=tuple(dict.fromkeys(self.opposes))
        )


class IssueShape(_Shape):
    """One of ``issues``; its options are validated one by one."""

    id: Id
    question: BilingualShape
    terms: TermsShape
    kind: IssueKind = "negotiated"
    options: list[Any] = []

    def built(self, options: Iterable[Option]) -> Issue:
        """Build the model with the options that were valid."""
        return Issue(
            id=self.id,
            kind=self.kind,
            question=self.question.built(),
            terms=self.terms.built(),
            options=tuple(options),
        )


class BodyShape(_Shape):
    """One of ``bodies``."""

    id: Id
    name: BilingualShape
    of: Id
    rule: Rule
    seats: Annotated[int, Field(ge=1)] | None = None
    after: list[Id] = []

    def built(self) -> Body:
        """Build the model."""
        return Body(
            id=self.id,
            name=self.name.built(),
            of=self.of,
            rule=self.rule,
            seats=self.seats,
            after=tuple(dict.fromkeys(self.after)),
        )


class CaseShape(_Shape):
    """The whole file; the members of its lists are validated one by one."""

    case: Id
    title: BilingualShape
    actors: list[Any]
    version: Literal[1] = 1
    issues: list[Any] = []
    bodies: list[Any] = []


Shape = TypeVar("Shape", bound=_Shape)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A shape that a value does not have: where inside the value, and why, one pair for each thing wrong."""

    reasons: Sequence[tuple[Path, str]]


def shaped(shape: type[Shape], value: object) -> Shape | Refusal:
    """Read ``value`` as ``shape``, or say why it is not one."""
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        return Refusal([(tuple(detail["loc"]), _sentence(shape, detail)) for detail in error.errors(include_url=False)])


def nearest(found: object, known: Iterable[str]) -> str:
    """Say what there is, and what was probably meant: "there are dock, quay; did you mean 'quay'?"."""
    names = sorted(known)
    if not names:
        return "there are none yet"
    listed = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"there {'are' if len(names) > 1 else 'is'} {listed}{_close(found, names)}"


def _sentence(shape: type[_Shape], detail: ErrorDetails) -> str:
    """Say what was expected and what was found, in the words of the file."""
    loc, found, close = detail["loc"], detail["input"], ""
    match detail["type"]:
        case "missing":
            return f"the key {_key(loc)} is missing; expected {_meaning(shape, loc)}"
        case "extra_forbidden":
            return f"unknown key {_key(loc)}; {nearest(loc[-1], _keys(shape, loc[:-1]))}"
        case "string_pattern_mismatch":
            expected = "an id of lower-case letters, digits and single hyphens"
        case "string_too_short":
            expected = "some words"
        case "string_type":
            expected = "a text in quotes" if isinstance(found, int) else "a text"
        case "literal_error":
            expected = detail["ctx"]["expected"]
            close = _close(found, _choices(shape, loc))
        case "int_type" | "greater_than_equal":
            expected = "a whole number of at least 1"
        case "list_type":
            expected = "a list such as [one, two]"
        case "model_type":
            expected = _pattern(_keys(shape, loc))
        case _:
            expected = detail["msg"]
    named = f"{_key(loc)}: " if loc else ""
    return f"{named}expected {expected}; found {_shown(found)}{close}"


def _pattern(keys: Iterable[str]) -> str:
    """Show a mapping with these keys: ``{ar: …, en: …}``."""
    return "{" + ", ".join(f"{key}: …" for key in keys) + "}"


def _key(loc: Path) -> str:
    names = [part for part in loc if isinstance(part, str)]
    return "'" + ".".join(names) + "'"


def _shown(found: object) -> str:
    if found is None:
        return "nothing"
    if isinstance(found, dict):
        return "keys and values"
    if isinstance(found, list):
        return f"a list of {len(found)}"
    if isinstance(found, bool):
        return str(found).lower()
    text = str(found)
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57]}…'"


def _field(shape: type[_Shape], loc: Path) -> Any:  # noqa: ANN401 - whatever pydantic keeps as an annotation
    """Give the annotation at ``loc`` inside ``shape``; a nested shape is a class, a choice a Literal."""
    annotation: Any = shape
    for part in loc:
        if isinstance(part, str):
            fields = getattr(annotation, "model_fields", {})
            annotation = fields[part].annotation if part in fields else None
    return annotation


def _keys(shape: type[_Shape], loc: Path) -> list[str]:
    return list(getattr(_field(shape, loc), "model_fields", {}))


def _choices(shape: type[_Shape], loc: Path) -> list[str]:
    return [str(choice) for choice in get_args(_field(shape, loc))]


def _close(found: object, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(str(found).lower(), list(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""


_MEANINGS = {
    "id": "a short id of lower-case letters, digits and hyphens",
    "case": "the id of the case, of lower-case letters, digits and hyphens",
    "ar": "the Arabic wording",
    "en": "the English wording",
    "actors": "a list of those who take part",
    "of": "the id of the actor that the body binds",
    "terms": "the words that point at it: {ar: [...], en: [...]}",
}


def _meaning(shape: type[_Shape], loc: Path) -> str:
    key = str(loc[-1])
    if key in _MEANINGS:
        return _MEANINGS[key]
    keys = _keys(shape, loc)
    if keys:
        return _pattern(keys)
    return "one of " + ", ".join(_choices(shape, loc))
