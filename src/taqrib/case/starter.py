"""A first ``case.yaml`` that teaches the format by an imaginary example."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

from taqrib.case.border import ID_PATTERN
from taqrib.errors import Invalid

_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_PLACES = re.compile("CASE_ID|TITLE_AR|TITLE_EN")


def new_case_text(case_id: str, title_ar: str, title_en: str) -> str:
    """Write a commented starter case that :func:`~taqrib.case.parse_case` accepts as it stands.

    :param case_id: lower-case letters, digits and single hyphens.
    :param title_ar: the title in Arabic, on one line.
    :param title_en: the title in English, on one line.
    :raises Invalid: if the id is not one, or a title is empty or more than a line.
    """
    if not re.fullmatch(ID_PATTERN, case_id):
        raise Invalid(f"expected a case id of lower-case letters, digits and single hyphens; found '{case_id}'")
    for language, title in (("Arabic", title_ar), ("English", title_en)):
        if not title.strip() or _BREAKS.search(title):
            raise Invalid(f"expected an {language} title of one line of text; found {title!r}")
    written = {"CASE_ID": _quoted(case_id), "TITLE_AR": _quoted(title_ar), "TITLE_EN": _quoted(title_en)}
    return _PLACES.sub(lambda place: written[place.group()], _starter())


def _quoted(text: str) -> str:
    """Write a text as YAML: as it is where that is safe (an id of letters), else in quotes."""
    plain = re.fullmatch("[a-z]{4,}(-[a-z0-9]+)*", text) and text not in {"true", "false", "null"}
    return text if plain else json.dumps(text.strip(), ensure_ascii=False)


@cache
def _starter() -> str:
    return files(__package__).joinpath("starter.yaml").read_text(encoding="utf-8")
