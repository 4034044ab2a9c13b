from __future__ import annotations

from datetime import date

import pytest

from taqrib.errors import Ambiguous, Invalid
from taqrib.evidence.facts import Stated
from taqrib.evidence.page_facts import stated_by_page


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def article(**members: str) -> str:
    inner = ", ".join(f'"{key}": "{value}"' for key, value in members.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {inner}}}</script>'


def published(html: str) -> date | None:
    return stated_by_page(html, where="p.html").published


def test_the_head_of_a_page_states_its_facts() -> None:
    html = (
        meta("og:title", "Old bridge &amp; new toll")
        + meta("og:site_name", "Harbour Radio")
        + meta("article:published_time", "2021-05-03T08:00:00+03:00")
        + '<link rel="canonical" href="https://harbour.example/bridge">'
    )
    assert stated_by_page(html, where="p.html") == Stated(
        title="Old bridge & new toll",
        source="Harbour Radio",
        published=date(2021, 5, 3),
        url="https://harbour.example/bridge",
    )


def test_the_article_in_json_ld_states_them_too() -> None:
    html = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["Article"], '
        '"headline": "Old bridge", "datePublished": "2021-05-03", "publisher": {"name": "Harbour Radio"}}]}</script>'
    )
    assert stated_by_page(html, where="p.html") == Stated(
        title="Old bridge", source="Harbour Radio", published=date(2021, 5, 3)
    )


def test_the_title_element_is_the_last_resort() -> None:
    assert stated_by_page("<title> Old\n bridge </title>", where="p.html").title == "Old bridge"


def test_a_page_that_states_nothing_leaves_everything_unknown() -> None:
    html = (
        "<p>Published on 3 May 2021. Copyright 2024.</p>"
        + meta("article:modified_time", "2022-01-01")
        + meta("date", "2022-02-02")
    )
    assert stated_by_page(html, where="p.html") == Stated()


def test_a_time_element_counts_only_if_it_says_so_and_the_head_says_nothing() -> None:
    marked = '<time itemprop="datePublished" datetime="2021-05-03">'
    assert published(marked) == date(2021, 5, 3)
    assert published('<time datetime="2021-05-03">') is None
    assert published(meta("article:published_time", "2021-06-01") + marked) == date(2021, 6, 1)


def test_teasers_of_other_articles_are_not_the_article() -> None:
    teasers = (
        '<script type="application/ld+json">{"@type": "ItemList", "itemListElement": '
        '[{"@type": "NewsArticle", "datePublished": "2020-01-01"}]}</script>'
    )
    assert published(teasers + article(datePublished="2021-05-03")) == date(2021, 5, 3)


@pytest.mark.parametrize("local_first", [True, False])
def test_the_same_moment_twice_is_one_day_the_publishers(*, local_first: bool) -> None:
    local, universal = (
        meta("article:published_time", "2021-05-03T01:30:00+03:00"),
        article(datePublished="2021-05-02T22:30:00Z"),
    )
    if not local_first:
        local, universal = (
            meta("article:published_time", "2021-05-02T22:30:00Z"),
            article(datePublished="2021-05-03T01:30:00+03:00"),
        )
    assert published(local + universal) == date(2021, 5, 3)


def test_two_days_are_an_error_that_shows_both() -> None:
    html = meta("article:published_time", "2021-05-03") + article(datePublished="2021-05-07")
    with pytest.raises(Ambiguous, match="2021-05-03 and 2021-05-07"):
        published(html)
    assert stated_by_page(html, where="p.html", dated=True).published is None


def test_an_impossible_day_is_an_error() -> None:
    with pytest.raises(Invalid, match="in the calendar"):
        published(meta("article:published_time", "2021-02-30"))


@pytest.mark.parametrize("written", ["3 May 2021", "yesterday", "1620000000", "", "20210503"])
def test_a_day_in_words_states_nothing(written: str) -> None:
    assert published(meta("article:published_time", written)) is None


@pytest.mark.parametrize(
    "broken", ["{", '{"@type": 3}', "[" * 100_000, "null", '{"@type": "Article", "headline": 3, "publisher": "x"}']
)
def test_broken_json_ld_states_nothing(broken: str) -> None:
    assert stated_by_page(f'<script type="application/ld+json">{broken}</script>', where="p.html") == Stated()
