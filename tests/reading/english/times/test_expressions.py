"""Times in English reports: what names a day, a span or a repetition, and its value on the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqrib.reading.english.times.expressions import times
from taqrib.reading.findings import Time
from taqrib.reading.layout import lay_out

WEDNESDAY = date(2022, 3, 16)


def found(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str, str | None]]:
    return [(text[slice(*time.span)], time.type, time.value) for time in times(lay_out(text, published=published))]


def only(text: str, published: date | None = WEDNESDAY) -> tuple[str, str, str | None]:
    one = found(text, published)
    assert len(one) == 1, one
    return one[0]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The envoy landed in Tunis on Monday.", "Monday", "2022-03-14"),
        ("The envoy landed in Tunis on Wednesday.", "Wednesday", "2022-03-16"),
        ("The envoy will land in Tunis on Monday.", "Monday", "2022-03-21"),
        ("The sides are due to meet in Tunis on Friday.", "Friday", "2022-03-18"),
        ("Next Friday the envoy goes home.", "Next Friday", "2022-03-18"),
        ("They signed it last Wednesday.", "last Wednesday", "2022-03-09"),
        ("The army has until Sunday to answer.", "Sunday", "2022-03-20"),
        ("Friday's meeting failed.", "Friday", "2022-03-11"),
        ("Ahead of Friday's meeting the mood was sour.", "Friday", "2022-03-18"),
        ("The union agreed to return to the table on Tuesday.", "Tuesday", "2022-03-22"),
        ("The union agreed on Tuesday to return to the table.", "Tuesday", "2022-03-15"),
        ("The union rejected the plan on Tuesday.", "Tuesday", "2022-03-15"),
        ("The union plans to return to the table on Tuesday.", "Tuesday", "2022-03-22"),
        ("The conference, which opens on Monday, is in doubt.", "Monday", "2022-03-21"),
        ("Ministers are meeting in Lima on Friday.", "Friday", "2022-03-18"),
        ("The minister flew to Lima to see the union on Tuesday.", "Tuesday", "2022-03-15"),
    ],
)
def test_a_weekday_is_past_unless_its_clause_looks_ahead(text: str, span: str, value: str) -> None:
    assert only(text) == (span, "DATE", value)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It collapsed last week.", "last week", "2022-03-07/2022-03-13"),
        ("It resumes next week.", "next week", "2022-03-21/2022-03-27"),
        ("They met last month.", "last month", "2022-02"),
        ("They meet later this month.", "later this month", "2022-03"),
        ("It was shelved early last year.", "early last year", "2021"),
        ("It must be ready by the end of the year.", "the end of the year", "2022"),
        ("The first quarter of 2019 was quiet.", "The first quarter of 2019", "2019-01/2019-03"),
        ("It began in the 1990s.", "the 1990s", "1990/1999"),
        ("They met at the weekend.", "the weekend", "2022-03-12/2022-03-13"),
        ("They last met two months ago.", "two months ago", "2022-01"),
        ("Fighting broke out three days ago.", "three days ago", "2022-03-13"),
        ("The vote was held in autumn 2020.", "autumn 2020", "2020-09/2020-11"),
    ],
)
def test_a_period_is_counted_from_the_day_of_publication_with_weeks_from_monday(
    text: str, span: str, value: str
) -> None:
    assert only(text) == (span, "DATE", value)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The pact of 7 May 2018 holds.", "7 May 2018", "2018-05-07"),
        ("The pact of May 7, 2018 holds.", "May 7, 2018", "2018-05-07"),
        ("They gathered on the tenth of June.", "the tenth of June", "2021-06-10"),
        ("They will gather on the tenth of June.", "the tenth of June", "2022-06-10"),
        ("They met on Monday 14 March.", "Monday 14 March", "2022-03-14"),
        ("They met on Monday, March 14.", "Monday, March 14", "2022-03-14"),
        ("A round is planned for 4-6 April.", "4-6 April", "2022-04-04/2022-04-06"),
        ("A round is planned for 4 and 5 April.", "4 and 5 April", "2022-04-04/2022-04-05"),
        ("The truce ends on Feb. 3, 2023.", "Feb. 3, 2023", "2023-02-03"),
        ("It was signed in November.", "November", "2021-11"),
        ("They will vote in November.", "November", "2022-11"),
        ("It was signed in December 2015.", "December 2015", "2015-12"),
    ],
)
def test_a_month_or_day_without_a_year_takes_the_year_its_clause_asks_for(text: str, span: str, value: str) -> None:
    assert only(text) == (span, "DATE", value)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The truce held for eight months.", "eight months", "P8M"),
        ("After a decade of war they talk.", "a decade", "P10Y"),
        ("A 72-hour ultimatum expired.", "72-hour", "PT72H"),
        ("The five-year war drags on.", "five-year", "P5Y"),
        ("They talked for half an hour.", "half an hour", "PT30M"),
        ("They talked for a year and a half.", "a year and a half", "P1Y6M"),
        ("Violence rose over the past three weeks.", "the past three weeks", "P3W"),
        ("It lasted several days.", "several days", None),
        ("They broke up two hours later.", "two hours", "PT2H"),
    ],
)
def test_a_length_of_time_is_a_duration(text: str, span: str, value: str | None) -> None:
    assert only(text) == (span, "DURATION", value)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They spoke on Monday evening.", "Monday evening", "2022-03-14TEV"),
        ("They spoke last night.", "last night", "2022-03-15TNI"),
        ("They speak tonight.", "tonight", "2022-03-16TNI"),
        ("Shelling began in the early hours of Monday.", "the early hours of Monday", "2022-03-14TMO"),
        ("Doors open at 3.30pm.", "3.30pm", "T15:30"),
        ("Doors open at 14:00 GMT.", "14:00 GMT", "T14:00"),
    ],
)
def test_a_part_of_a_day_is_a_time(text: str, span: str, value: str) -> None:
    assert only(text) == (span, "TIME", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("They meet every week.", "P1W"), ("They meet every two months.", "P2M"), ("They meet daily.", "P1D")],
)
def test_a_repetition_is_a_set(text: str, value: str) -> None:
    assert only(text)[1:] == ("SET", value)


@pytest.mark.parametrize("text", ["They now refuse.", "It changed hands later."])
def test_now_and_later_name_no_day(text: str) -> None:
    assert only(text)[1:] == ("DATE", None)


@pytest.mark.parametrize(
    "text",
    [
        "Some 2000 soldiers left.",
        "They freed 1995 prisoners.",
        "The second round failed.",
        "Clara May may march.",
        "The army will march on the town.",
        "It can spring a surprise.",
        "Resolution 2012 was vetoed.",
    ],
)
def test_a_count_a_rank_or_a_homograph_is_no_time(text: str) -> None:
    assert found(text) == []


def test_a_year_needs_a_preposition_or_a_definite_noun_phrase() -> None:
    assert found("Since 2011 the 2015 accord has held.") == [("2011", "DATE", "2011"), ("2015", "DATE", "2015")]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("The siege began on 9 October last year.", "9 October last year", "2021-10-09"),
        ("The siege began on October 9 of last year.", "October 9 of last year", "2021-10-09"),
        ("The vote is due in June next year.", "June next year", "2023-06"),
    ],
)
def test_a_day_with_the_year_beside_this_one_is_one_expression(text: str, span: str, value: str) -> None:
    assert only(text) == (span, "DATE", value)
    assert only(text, None) == (span, "DATE", None)


def test_without_a_day_of_publication_no_relative_date_is_resolved() -> None:
    assert [value for *_, value in found("They met on Monday, last week and yesterday, in May 2017.", None)] == [
        None,
        None,
        None,
        "2017-05",
    ]


def test_the_following_day_is_counted_from_the_day_named_before() -> None:
    assert found("They met on 4 March 2020. The following day they signed.")[1] == (
        "The following day",
        "DATE",
        "2020-03-05",
    )


WORDS = [
    *("last", "next", "the", "31", "30", "February", "May", ",", "of", "and", "-", "2019", "9999", "Monday", "week"),
    *("ago", "a", "few", "every", "3", "pm", "half", "“", "’s", "later", "until"),
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_run_of_time_words_is_read_without_error(words: list[str]) -> None:
    text = " ".join(words)
    for published in (None, date.min, date.max, WEDNESDAY):
        for time in times(lay_out(text, published=published)):
            assert isinstance(time, Time)
            assert text[slice(*time.span)].strip() == text[slice(*time.span)] != ""


@pytest.mark.parametrize(
    ("text", "span", "kind", "value"),
    [
        ("The ferry crews talked until 2.30 a.m. Tuesday.", "2.30 a.m. Tuesday", "TIME", "2022-03-15TMO"),
        ("The offer lapses at midnight on 30 April.", "midnight on 30 April", "TIME", "2022-04-30TNI"),
        ("The envoy left late on Monday.", "late on Monday", "TIME", "2022-03-14TEV"),
        ("They sat until the small hours of Sunday.", "the small hours of Sunday", "TIME", "2022-03-13TMO"),
        ("The dam lost 300 tonnes a day.", "a day", "SET", "P1D"),
        ("It costs $2bn a year.", "a year", "SET", "P1Y"),
        ("They have a year.", "a year", "DURATION", "P1Y"),
        ("The map was redrawn in the spring of 2019.", "the spring of 2019", "DATE", "2019-03/2019-05"),
        ("It begins in the second half of May.", "the second half of May", "DATE", "2022-05-16/2022-05-31"),
        ("It fell in the last week of February.", "the last week of February", "DATE", "2022-02-22/2022-02-28"),
        ("They were cut off by the 2017 floods.", "2017", "DATE", "2017"),
        ("It opened in mid-2018.", "mid-2018", "DATE", "2018"),
        ("They hope for rain within the next fortnight.", "the next fortnight", "DURATION", "P2W"),
        ("The crews had been able to land 90 crates since 28 October.", "28 October", "DATE", "2021-10-28"),
        ("Harbour masters meet in Tunis on Friday.", "Friday", "DATE", "2022-03-18"),
        ("They will resume stalled port talks on Friday.", "Friday", "DATE", "2022-03-18"),
        ("The navy has until noon on Friday to answer.", "noon on Friday", "TIME", "2022-03-18TMI"),
        ("The next round is on Monday.", "Monday", "DATE", "2022-03-21"),
        ("It comes after a strike on Sunday.", "Sunday", "DATE", "2022-03-13"),
        ("Hours later the ships sailed.", "Hours later", "DATE", None),
    ],
)
def test_hours_parts_of_months_and_rates_are_told_apart(text: str, span: str, kind: str, value: str | None) -> None:
    assert (span, kind, value) in found(text)


def test_that_morning_belongs_to_the_day_named_before() -> None:
    text = "The ferry sailed on Tuesday. Its crew had signed that morning."
    assert found(text)[1] == ("that morning", "TIME", "2022-03-15TMO")


def test_a_count_of_people_behind_an_article_is_no_year() -> None:
    assert found("They freed the 2015 prisoners.") == []
