"""ما أُلغي أو أُرجئ أو لم يتم لا يُروى على أنه جرى، وذكر المحادثات ليس خبرا عن انعقادها."""

from __future__ import annotations

from datetime import date

import pytest

from taqrib.reading import read

SATURDAY = date(2031, 5, 10)


def rounds(text: str) -> list[tuple[str, str, str | None]]:
    """The meetings, talks and journeys told of, with status and day."""
    found = read(text, published=SATURDAY, language="ar").events
    return [(one.type, one.status, one.when) for one in found if one.type in {"meet", "talks", "travel", "resume"}]


@pytest.mark.parametrize(
    "text",
    [
        "قالت النقابة إن المحادثات مع شركة العبارات مضيعة للوقت.",
        "قال مسؤول إن مفاوضات الهدنة في أكرا صعبة.",
        "لا بديل عن المحادثات مع شركة العبارات.",
        "ألقى التصعيد هذا العام بظلاله على المحادثات.",
    ],
)
def test_talks_that_are_only_mentioned_are_not_held(text: str) -> None:
    assert rounds(text) == [("talks", "ongoing", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عقدت النقابة والشركة محادثات في أكرا الجمعة.", ("talks", "held", "2031-05-09")),
        ("اختُتمت المحادثات بين النقابة والشركة.", ("talks", "held", None)),
        ("عُقد اجتماع الخميس بين النقابة والشركة.", ("meet", "held", "2031-05-08")),
    ],
)
def test_talks_are_held_where_a_verb_says_so(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in rounds(text)


def test_a_meeting_called_off_is_told_as_cancelled_on_its_day() -> None:
    assert rounds("أُلغي الاجتماع بين النقابة والشركة المقرر الأحد.") == [("meet", "cancelled", "2031-05-11")]
    assert rounds("أُلغيت الجلسة بين النقابة والشركة.") == [("talks", "cancelled", None)]


def test_a_weekday_gone_by_beside_a_cancellation_is_no_day_of_the_meeting() -> None:
    assert rounds("أُلغي اجتماع الأحد بين النقابة والشركة.") == [("meet", "cancelled", None)]


@pytest.mark.parametrize("verb", ["أُرجئ", "تأجل"])
def test_a_meeting_put_off_is_postponed_from_its_day_and_announced_for_the_new_one(verb: str) -> None:
    assert rounds(f"{verb} اللقاء بين النقابة والشركة من الأحد إلى الثلاثاء.") == [
        ("meet", "postponed", "2031-05-11"),
        ("meet", "announced", "2031-05-13"),
    ]
    assert rounds(f"{verb} اللقاء بين النقابة والشركة إلى الثلاثاء.") == [("meet", "announced", "2031-05-13")]
    assert rounds(f"{verb} اللقاء بين النقابة والشركة.") == [("meet", "postponed", None)]


@pytest.mark.parametrize(
    "text",
    [
        "أُجّلت إلى 13 مايو الجلسة التي كانت مقررة في 11 مايو.",
        "الجلسة المقررة في 11 مايو أُجّلت إلى 13 مايو.",
        "أعلن الوسيط إرجاء الجلسة المقررة في 11 مايو إلى 13 مايو.",
    ],
)
def test_wherever_its_new_day_stands_a_meeting_put_off_has_both_days(text: str) -> None:
    assert rounds(text) == [("talks", "postponed", "2031-05-11"), ("talks", "announced", "2031-05-13")]


def test_a_call_to_put_a_meeting_off_and_a_denial_of_it_move_no_meeting() -> None:
    assert rounds("طلبت النقابة تأجيل الاجتماع إلى 13 مايو.") == [("meet", "possible", "2031-05-13")]
    assert rounds("لم يؤجل الاجتماع بين النقابة والشركة.") == [("meet", "ongoing", None)]


def test_the_day_of_a_meeting_is_not_that_of_putting_it_off() -> None:
    text = "أعلن الوسيط إرجاء الجلسة المقررة في 11 مايو إلى 13 مايو."
    found = read(text, published=SATURDAY, language="ar").events
    assert [one.when for one in found if one.type == "suspend"] == [None]


def test_a_meeting_that_did_not_take_place_is_the_one_that_was_planned() -> None:
    text = "كان من المقرر أن تلتقي النقابة الشركة يوم الخميس لكن اللقاء لم يتم."
    assert rounds(text) == [("meet", "announced", "2031-05-08"), ("meet", "denied", "2031-05-08")]


@pytest.mark.parametrize(
    "text",
    [
        "ولم تُعقد جولة 4 مايو.",
        "لم تنعقد الجولة التي كانت مقررة في 4 مايو.",
        "قال الوسيط إن جولة 4 مايو لم تُعقد.",
    ],
)
def test_a_round_that_was_not_held_is_denied_on_its_day_of_this_year(text: str) -> None:
    assert rounds(text) == [("talks", "denied", "2031-05-04")]


def test_a_meeting_that_was_supposed_to_be_is_not_held() -> None:
    assert rounds("كان من المفترض أن تلتقي النقابة الشركة يوم الخميس.") == [("meet", "possible", "2031-05-08")]
    assert rounds("كان من المقرر عقد اجتماع الخميس.") == [("meet", "announced", "2031-05-08")]


@pytest.mark.parametrize("since", ["الاثنين", "أبريل"])
def test_since_gives_no_day_on_which_nobody_met(since: str) -> None:
    assert rounds(f"لم تلتق النقابة الشركة منذ {since}.") == [("meet", "denied", None)]


def test_a_day_measured_from_another_deed_is_not_that_of_the_meeting() -> None:
    assert rounds("التقت النقابة الشركة قبل يومين من تصويت 5 مايو.") == [("meet", "held", None)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("جرت المحادثات في أكرا من 28 أبريل إلى 3 مايو.", "2031-04-28/2031-05-03"),
        ("عُقدت محادثات أكرا بين 28 أبريل و3 مايو.", "2031-04-28/2031-05-03"),
        ("جرت المحادثات في أكرا من 30 ديسمبر 2030 إلى 2 يناير 2031.", "2030-12-30/2031-01-02"),
    ],
)
def test_talks_over_the_end_of_a_month_or_year_have_all_their_days(text: str, days: str) -> None:
    assert rounds(text) == [("talks", "held", days)]


@pytest.mark.parametrize(
    "text",
    [
        "الجولة التي بدأت الاثنين اختُتمت أمس.",
        "اختُتمت مساء أمس الجولة التي بدأت الاثنين.",
    ],
)
def test_talks_that_have_ended_have_been_held(text: str) -> None:
    assert [status for _, status, _ in rounds(text)] == ["held"]


def test_two_who_are_pointed_at_are_none_who_are_named_later() -> None:
    text = "استأنف الوفدان المحادثات في أكرا أمس. ووقعت كينيا وغانا اتفاقا الشهر الماضي."
    found = read(text, published=SATURDAY, language="ar").events
    assert found[0].actors == ("الوفدان",)


def test_a_round_that_is_announced_for_a_day_to_come_has_not_been_held() -> None:
    assert rounds("أعلنت كينيا عقد جولة محادثات في أكرا غدا.") == [("talks", "announced", "2031-05-11")]
    assert rounds("أعلنت كينيا عقد جولة محادثات في أكرا أمس.") == [("talks", "held", "2031-05-09")]


def test_talks_that_go_on_until_a_day_have_not_gone_on_before() -> None:
    assert rounds("تستمر المحادثات من الأحد إلى الثلاثاء.") == [("talks", "announced", "2031-05-11/2031-05-13")]


@pytest.mark.parametrize(
    "text",
    [
        "طالبت النقابة بإلغاء الجلسة.",
        "هددت النقابة بإلغاء الجلسة.",
        "نفت النقابة إلغاء الجلسة.",
        "لم تستبعد النقابة تأجيل الجلسة إلى ما بعد الأحد.",
    ],
)
def test_who_wants_fears_or_denies_that_a_meeting_is_called_off_has_not_called_it_off(text: str) -> None:
    assert rounds(text) == [("talks", "ongoing", None)]


@pytest.mark.parametrize("plan", ["لا خطط", "لا نية"])
def test_what_nobody_plans_is_not_announced(plan: str) -> None:
    assert "announced" not in {status for _, status, _ in rounds(f"{plan} لعقد اجتماع بين النقابة والشركة الخميس.")}
