"""What a web page states about itself: headline, outlet, address and day of publication, from its metadata alone."""

from __future__ import annotations

import json
import re
from datetime import datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from taqrib import vocabulary
from taqrib.errors import Ambiguous
from taqrib.evidence import facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_DAY = re.compile(r"\s*([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})(?![0-9])")


def stated_by_page(html: str, *, where: str, dated: bool = False) -> facts.Stated:
    """What the metadata of ``html`` says: ``<meta>``, JSON-LD of the article, ``<time itemprop="datePublished">``.

    The day is the one the publisher wrote, in the publisher's time zone. Where the same moment is written both in
    local and in universal time, local time decides.

    :param dated: the user has given the day, so that the page's own, which may be wrong, is not asked for.
    :raises taqrib.errors.Invalid: if the day is impossible.
    :raises Ambiguous: if the page states two days of publication.
    """
    page = _Page()
    page.feed(html)
    names = vocabulary.load("page_facts")
    articles = list(_articles(page.data, frozenset(names["article_types"])))
    dates = [*_all(page, names["published"]), *_texts(article.get("datePublished") for article in articles)]
    publishers = (article.get("publisher") for article in articles)
    outlets = _texts(publisher.get("name") for publisher in publishers if isinstance(publisher, dict))
    return facts.Stated(
        title=_first(
            [*_all(page, names["title"]), *_texts(article.get("headline") for article in articles), page.title]
        ),
        source=_first([*_all(page, names["source"]), *outlets]),
        # The page's head speaks of the page; a <time> in its body may also date a teaser, so it comes second.
        published=None if dated else _day(dates or page.times, where),
        url=_first([page.canonical or "", *_all(page, names["url"])]),
    )


class _Page(HTMLParser):
    """Gathers the metadata of a page in one pass; never fails, whatever the markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.meta: dict[str, list[str]] = {}
        self.data: list[str] = []
        self.times: list[str] = []
        self.title = ""
        self.canonical: str | None = None
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self._inside = None
        if tag == "meta":
            for name in ("property", "name", "itemprop"):
                if said.get(name) and said.get("content"):
                    self.meta.setdefault(said[name].strip().lower(), []).append(said["content"])
        elif tag == "link" and said.get("rel", "").lower() == "canonical":
            self.canonical = self.canonical or said.get("href")
        elif tag == "time" and (said.get("itemprop", "").lower() == "datepublished" or "pubdate" in said):
            self.times.append(said.get("datetime", ""))
        elif tag == "script" and said.get("type", "").lower() == "application/ld+json":
            self._inside = "data"
            self.data.append("")
        elif tag == "title" and not self.title:
            self._inside = "title"

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - whatever ends, ends it
        self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside == "data":
            self.data[-1] += data
        elif self._inside == "title":
            self.title += data


def _articles(blocks: Iterable[str], types: frozenset[str]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        try:
            data = json.loads(block, strict=False)
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common and states nothing
        things = data if isinstance(data, list) else [data]
        for thing in things:
            if isinstance(thing, dict):
                graph = thing.get("@graph")
                yield from (
                    one for one in (thing, *(graph if isinstance(graph, list) else ())) if _is_article(one, types)
                )


def _is_article(thing: object, types: frozenset[str]) -> bool:
    if not isinstance(thing, dict):
        return False
    found = thing.get("@type")
    return bool(
        types.intersection(one for one in (found if isinstance(found, list) else [found]) if isinstance(one, str))
    )


def _all(page: _Page, names: Iterable[str]) -> list[str]:
    return [value for name in names for value in page.meta.get(name, ())]


def _texts(values: Iterable[object]) -> list[str]:
    return [value for value in values if isinstance(value, str)]


def _first(values: Iterable[str]) -> str | None:
    return next(filter(None, map(facts.phrase, values)), None)


def _day(written: Iterable[str], where: str) -> date | None:
    """The one day among ``written``; what is not a date in figures states nothing."""
    days: dict[date, str] = {}
    moments: dict[datetime, date] = {}
    for text in written:
        match = _DAY.match(text)
        if not match:
            continue
        found = facts.day("-".join(match.groups()), where=where)
        moment = _moment(text)
        if moment is not None:
            known = moments.get(moment, found)
            if known != found and not moment.utcoffset():
                continue  # the moment of a local time already seen, now in universal time
            if known != found:
                days.pop(known, None)
            moments[moment] = found
        days.setdefault(found, text.strip())
    if len(days) > 1:
        raise Ambiguous(
            f"expected one publication date, found that the page states {' and '.join(days.values())}; "
            "give the right one with the report",
            where=where,
        )
    return next(iter(days), None)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else None
