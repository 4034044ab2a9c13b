"""Each fact is one sentence, in Arabic and in English, made of nothing but the record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from brief.imagined import River, entry, position, report
from taqrib.brief import plan
from taqrib.brief.runs import Label, Name, Quote, Reference, Words
from taqrib.brief.teller import Teller
from taqrib.brief.tongue import tongue
from taqrib.positions.model import Contradiction, Move
from taqrib.record.entry import Touch
from taqrib.rounds.model import Round

if TYPE_CHECKING:
    from taqrib.brief import Language, Material
    from taqrib.brief.plan import SectionName
    from taqrib.brief.runs import Runs


def written(runs: Runs) -> str:
    """Runs for the eye: labels in angle brackets, quotes in curly ones, references in square ones."""
    marks = {Words: "{}", Label: "<{}>", Quote: "{{{}}}", Name: "{}", Reference: "[{}]"}
    return "".join(marks[type(run)].format(run.entry if isinstance(run, Reference) else run.text) for run in runs)


def sentences(material: Material, section: SectionName, language: Language) -> list[str]:
    teller = Teller(material, tongue(language))
    return [written(teller.sentence(fact)) for fact in plan(material).facts(section)]


def both(material: Material, section: SectionName) -> list[tuple[str, str]]:
    return list(zip(sentences(material, section, "ar"), sentences(material, section, "en"), strict=True))


def test_direct_speech_is_told_with_its_day_its_channel_and_its_outlet() -> None:
    assert both(River().material(said=("e6",)), "said") == [
        (
            "في 8 مايو 2031، قال <رامي دوفان> عبر {إذاعة الوادي}، بحسب تقرير <وكالة الضفة>: "
            "{الماء حق للجميع، ولن نقبل أن تُغلق البوابة}. [e6]",
            "On 8 May 2031, <Rami Dovan> said through {إذاعة الوادي}, as reported by <Bank Agency>: "
            "{الماء حق للجميع، ولن نقبل أن تُغلق البوابة}. [e6]",
        )
    ]


def test_a_day_known_only_from_the_publication_is_not_told_as_the_day_of_the_statement() -> None:
    ((arabic, english),) = both(River().material(said=("e4",)), "said")
    assert arabic == (
        "نُقل عن {a delegate of Kerav} (<كيراف>) القول، بحسب تقرير The Delta Courier المنشور في 8 مايو 2031 "
        "(ويوم القول غير مسجَّل): {We are far apart} (الموضوع: <فجوات واسعة>). [e4]"
    )
    assert english == (
        "{a delegate of Kerav} (<Kerav>) said, as reported by The Delta Courier on 8 May 2031 "
        "(day of the statement not on record): {We are far apart} (on: <wide gaps>). [e4]"
    )


def test_a_denial_stays_a_denial() -> None:
    ((arabic, english),) = both(River().material(said=("e7",)), "said")
    assert arabic.startswith("ورد عن {مسؤول في كيراف}، ")
    assert arabic.endswith("بصياغة التقرير: {ونفى مسؤول في كيراف أن تكون بلاده قد رفضت التقسيم}. [e7]")
    assert "قال" not in arabic
    assert english.startswith("The following is told of {مسؤول في كيراف}, as reported by ")
    assert "said" not in english


def test_the_day_of_what_is_told_stands_beside_it_and_not_before_the_telling() -> None:
    river = River()
    river.entries["e7"] = replace(river.entries["e7"], on_basis="text")
    ((arabic, english),) = both(river.material(said=("e7",)), "said")
    assert arabic.startswith("ورد عن {مسؤول في كيراف}، في 9 مايو 2031، بحسب تقرير ")
    assert english.startswith("The following is told of {مسؤول في كيراف}, on 9 May 2031, as reported by ")


def test_words_the_reports_sentence_runs_on_into_are_partly_in_its_wording() -> None:
    river = River()
    river.reports["r3"] = report("r3", "وأعربت الوزيرة عن «أسفها».")
    river.entries["e20"] = entry("e20", river.reports["r3"], "أسفها", name="الوزيرة", cue="وأعربت")
    (arabic,) = sentences(river.material(said=("e20",)), "said", "ar")
    assert "قالت" not in arabic
    assert "، بعضه بصياغة التقرير: {وأعربت الوزيرة عن " in arabic


def test_a_clause_with_an_is_told_with_the_verb_that_takes_it() -> None:
    river = River()
    kept = report("r3", "وذكرت الوزيرة أن السد ممتلئ. وقالت إن الماء كافٍ.")
    river.reports["r3"] = kept
    told = {"name": "الوزيرة", "type": "indirect"}
    river.entries["e20"] = entry("e20", kept, "أن السد ممتلئ", cue="وذكرت", **told)
    river.entries["e21"] = entry("e21", kept, "إن الماء كافٍ", cue="وقالت", **told)
    first, second = sentences(river.material(said=("e20", "e21")), "said", "ar")
    assert first.startswith("ذكرت {الوزيرة}، ")
    assert second.startswith("قالت {الوزيرة}، ")


def test_the_verb_agrees_with_sources_as_the_report_has_it() -> None:
    (arabic,) = sentences(River().material(said=("e9",)), "said", "ar")
    assert arabic.startswith("قالت {مصادر مطّلعة}، ")
    assert "بعضه بصياغة التقرير" in arabic


@pytest.mark.parametrize(("name", "expected"), [("حركة الضفتين", "قالت <"), ("حزب الضفتين", "قال <")])
def test_the_verb_agrees_with_an_actor_of_the_case(name: str, expected: str) -> None:
    river = River()
    kept = river.reports["r2"]
    river.entries["e20"] = entry("e20", kept, "far apart", actor="first", name=None, on_basis="text")
    actor = replace(river.material().case.actors[0], kind="organisation", name=replace(river.first, ar=name))
    case = replace(river.material().case, actors=(actor, *river.material().case.actors[1:]))
    (arabic,) = sentences(river.material(case=case, said=("e20",)), "said", "ar")
    assert arabic.startswith(f"في 8 مايو 2031، {expected}")


def test_a_statement_without_a_speaker_is_nobodys() -> None:
    river = River()
    river.entries["e20"] = entry("e20", river.reports["r2"], "far apart", on=None, on_basis="unknown")
    ((arabic, english),) = both(river.material(said=("e20",)), "said")
    assert arabic.startswith("ورد قول من غير قائل مسمّى، في يوم غير محدد، ")
    assert english.startswith("A statement is told with no speaker named, on an unstated day, ")


def test_a_statement_told_by_another_names_that_other() -> None:
    river = River()
    river.entries["e20"] = entry(
        "e20", river.reports["r2"], "far apart", name="a fisherman", voice="Dovan", voice_actor="dovan"
    )
    ((arabic, english),) = both(river.material(said=("e20",)), "said")
    assert "، نقلًا عن <رامي دوفان>: " in arabic
    assert ", as quoted by <Rami Dovan>: " in english


def test_a_day_set_by_an_analyst_says_so() -> None:
    river = River()
    river.entries["e6"] = replace(river.entries["e6"], on_basis="analyst")
    ((arabic, english),) = both(river.material(said=("e6",)), "said")
    assert arabic.startswith("في 8 مايو 2031 (بتحديد محلِّل)، ")
    assert english.startswith("On 8 May 2031 (day set by an analyst), ")


def test_a_narrators_sentence_is_the_reports_own() -> None:
    ((arabic, english),) = both(River().material(said=("e3",)), "said")
    assert arabic.startswith("في 6 مايو 2031، على لسان تقرير The Delta Courier نفسه: {Salmor rejected")
    assert english.startswith("On 6 May 2031, according to The Delta Courier in its own voice: {Salmor rejected")


def test_a_demand_dropped_is_told_with_what_was_held_before_and_on_whose_word() -> None:
    river = River()
    (_, moved) = both(river.material(), "moved")
    assert moved == (
        "في 9 مايو 2031 (يوم النشر)، تخلّت <كيراف> عن خيار <حصص بحسب المساحة>، على لسان تقرير <وكالة الضفة> نفسه: "
        "{تخلّت كيراف عن الحصص بحسب المساحة}؛ وكان الموقف قبل ذلك المطالبة بخيار <حصص بحسب المساحة>، "
        "منذ 8 مايو 2031 (يوم النشر)، على لسان تقرير The Delta Courier نفسه. [e2] [e8]",
        "On 9 May 2031 (day of publication), <Kerav> dropped <shares by area>, according to <Bank Agency> in its own "
        "voice: {تخلّت كيراف عن الحصص بحسب المساحة}; before that, a demand for <shares by area>, since 8 May 2031 "
        "(day of publication), according to The Delta Courier in its own voice. [e2] [e8]",
    )


def test_a_move_known_only_from_its_own_words_says_that_nothing_earlier_is_on_record() -> None:
    after = position("second", "share", "by-area", "drop", "2031-05-09", "e8")
    move = Move(actor="second", issue="share", before=None, after=after, on="2031-05-09", entries=("e8",))
    ((arabic, english),) = both(River().material(changed=(), moves=(move,)), "moved")
    assert arabic.endswith("؛ ولا موقف من هذا الخيار في السجل بتاريخ أسبق. [e8]")
    assert english.endswith("; no position of an earlier day on this option is on record. [e8]")


def test_a_demand_dropped_after_another_had_replaced_it_is_not_said_to_have_stood_until_then() -> None:
    before = replace(position("second", "share", "by-area", "demand", "2031-05-08", "e2"), until="2031-05-08")
    after = position("second", "share", "by-area", "drop", "2031-05-09", "e8")
    move = Move(actor="second", issue="share", before=before, after=after, on="2031-05-09", entries=("e2", "e8"))
    ((arabic, english),) = both(River().material(changed=(), moves=(move,)), "moved")
    assert (
        "؛ وآخر موقف من هذا الخيار مسجَّل قبل ذلك هو المطالبة بخيار <حصص بحسب المساحة>، في 8 مايو 2031 (يوم النشر)، "
    ) in arabic
    assert (
        "; the latest earlier position on this option on record is a demand for <shares by area>, "
        "on 8 May 2031 (day of publication), "
    ) in english


def test_a_demand_dropped_without_a_name_says_nothing_of_what_was_held_before() -> None:
    after = position("second", "share", None, "drop", "2031-05-09", "e8")
    move = Move(actor="second", issue="share", before=None, after=after, on="2031-05-09", entries=("e8",))
    ((arabic, english),) = both(River().material(changed=(), moves=(move,)), "moved")
    assert "أسبق" not in arabic
    assert "earlier" not in english


def test_a_position_exchanged_for_another_names_both() -> None:
    before = position("first", "share", "by-area", "reject", "2031-05", "e3")
    after = position("first", "share", "equal", "demand", "2031-05-08", "e1")
    move = Move(actor="first", issue="share", before=before, after=after, on="2031-05-08", entries=("e3", "e1"))
    ((arabic, english),) = both(River().material(changed=(), moves=(move,)), "moved")
    assert "انتقلت <سالمور> من رفض خيار <حصص بحسب المساحة>، منذ مايو 2031، " in arabic
    assert "، إلى المطالبة بخيار <حصتين متساويتين>، " in arabic
    assert "<Salmor> went from rejection of <shares by area>, since May 2031, " in english
    assert ", to a demand for <two equal shares>, " in english


def test_a_changed_state_is_told_in_words_and_on_its_rows_entries() -> None:
    ((arabic, english), _) = both(River().material(), "moved")
    assert arabic == "المسألة الآن غير معلومة الحال، وكانت مفتوحة، بحسب المسجَّل حتى 9 مايو 2031. [e1] [e8]"
    assert english == "The issue is now of unknown state and was open, on the record as of 9 May 2031. [e1] [e8]"


def test_an_announced_meeting_is_announced_and_never_held() -> None:
    (announced, passed, held) = both(River().material(), "next")
    assert passed == (
        "كان قد أُعلن عن لقاء موعده 6 مايو 2031، على لسان تقرير <وكالة الضفة> نفسه، "
        "ولا تقرير في السجل حتى 9 مايو 2031 يقول إن ذلك حدث في موعده. [e11]",
        "A meeting was announced for 6 May 2031, according to <Bank Agency> in its own voice, "
        "and no report on record as of 9 May 2031 says that it took place then. [e11]",
    )
    assert held[0].startswith("جرى لقاء في {Helm} في 8 مايو 2031 (الأسماء المذكورة: {The envoys})، ")
    assert announced == (
        "أُعلن عن لقاء في {بلدة هيلم} موعده 11 مايو 2031 (الأسماء المذكورة: <سالمور> و<كيراف>)، "
        "على لسان تقرير <وكالة الضفة> نفسه. [e10]",
        "A meeting in {بلدة هيلم} is announced for 11 May 2031 (named: <Salmor> and <Kerav>), "
        "according to <Bank Agency> in its own voice. [e10]",
    )


@pytest.mark.parametrize(
    ("type_", "status", "when", "arabic", "english"),
    [
        ("talks", "held", "2031-05-08", "جرت جولة محادثات في 8 مايو 2031، ", "A round of talks took place on 8 May"),
        (
            "talks",
            "announced",
            None,
            "أُعلن عن جولة محادثات موعدها يوم غير محدد، ",
            "A round of talks is announced for an",
        ),
        (
            "talks",
            "ongoing",
            "2031-05",
            "وُصفت جولة محادثات في مايو 2031 بأنها جارية، ",
            "A round of talks is described",
        ),
        (
            "travel",
            "possible",
            "2031-06",
            "ذُكر احتمال رحلة موعدها يونيو 2031، ",
            "A journey is spoken of as possible for",
        ),
        ("resume", "cancelled", None, "أُلغي استئناف المحادثات، ", "A resumption of talks was cancelled, "),
        ("talks", "postponed", None, "أُرجئت جولة محادثات، ", "A round of talks was postponed, "),
        (
            "meet",
            "postponed",
            "2031-05-09",
            "أُرجئ لقاء كان موعده 9 مايو 2031، ",
            "A meeting set for 9 May 2031 was postponed",
        ),
        (
            "meet",
            "cancelled",
            "2031-05-09",
            "أُلغي لقاء كان موعده 9 مايو 2031، ",
            "A meeting set for 9 May 2031 was can",
        ),
        ("meet", "denied", "2031-05-09", "نُفي ما قيل عن لقاء في 9 مايو 2031، ", "A meeting on 9 May 2031 was denied, "),
    ],
)
def test_a_round_is_told_as_its_status_says(
    type_: str, status: str, when: str | None, arabic: str, english: str
) -> None:
    round_ = Round(type=type_, when=when, place=None, status=status, actors=(), entries=("e5",))
    ((in_arabic, in_english),) = both(River().material(rounds=(round_,)), "next")
    assert in_arabic.startswith(arabic)
    assert in_english.startswith(english)


@pytest.mark.parametrize(
    ("when", "arabic", "english"),
    [
        ("2031-05-07", "لم يجرِ لقاء في 7 مايو 2031، ", "A meeting did not take place on 7 May 2031, "),
        ("2031-05-08", "نُفي ما قيل عن لقاء في 8 مايو 2031، ", "A meeting on 8 May 2031 was denied, "),
    ],
)
def test_only_a_denial_known_after_the_day_says_that_nothing_took_place(when: str, arabic: str, english: str) -> None:
    round_ = Round(type="meet", when=when, place=None, status="denied", actors=(), entries=("e5",))
    ((in_arabic, in_english),) = both(River().material(rounds=(round_,)), "next")
    assert in_arabic.startswith(arabic)
    assert in_english.startswith(english)


def test_only_those_who_say_that_a_round_took_place_are_named_for_it() -> None:
    round_ = Round(
        type="meet", when="2031-05-08", place="Helm", status="held", actors=(), entries=("e10", "e5"),
        otherwise=(("announced", ("e10",)),),
    )  # fmt: skip
    assert both(River().material(rounds=(round_,)), "next") == [
        (
            "جرى لقاء في {Helm} في 8 مايو 2031، على لسان تقرير The Delta Courier نفسه؛ "
            "وقد أُعلن عنه، على لسان تقرير <وكالة الضفة> نفسه. [e10] [e5]",
            "A meeting in {Helm} took place on 8 May 2031, according to The Delta Courier in its own voice; "
            "it was announced, according to <Bank Agency> in its own voice. [e10] [e5]",
        )
    ]


def test_a_disputed_round_is_told_with_every_side_of_the_dispute() -> None:
    round_ = Round(
        type="talks", when="2031-05-08", place=None, status="disputed", actors=(), entries=("e10", "e5"),
        otherwise=(("held", ("e5",)), ("denied", ("e10",))),
    )  # fmt: skip
    assert both(River().material(rounds=(round_,)), "next") == [
        (
            "تختلف التقارير المسجَّلة في جولة محادثات في 8 مايو 2031: "
            "وقيل إنها جرت، على لسان تقرير The Delta Courier نفسه؛ "
            "وقد نُفي ما قيل عنها، على لسان تقرير <وكالة الضفة> نفسه. [e10] [e5]",
            "On a round of talks on 8 May 2031 the reports on record differ: "
            "it took place, according to The Delta Courier in its own voice; "
            "it was denied, according to <Bank Agency> in its own voice. [e10] [e5]",
        )
    ]


def test_assessments_stand_side_by_side_each_its_speakers() -> None:
    ((arabic, english),) = both(River().material(), "disagree")
    assert arabic == (
        "التقديرات المسجَّلة: <اقتراب من اتفاق> في تقدير {مصادر مطّلعة} بحسب تقرير <وكالة الضفة> [e9]؛ "
        "<فجوات واسعة> في تقدير {a delegate of Kerav} (<كيراف>) بحسب تقرير The Delta Courier. [e4]"
    )
    assert english.endswith("{a delegate of Kerav} (<Kerav>) as reported by The Delta Courier. [e4]")


def test_each_account_in_a_disagreement_stands_next_to_its_own_entries() -> None:
    contradiction = Contradiction(
        matter="assessment", issue="distance", actor=None, option=None, claims=(("near", ("e1", "e3", "e8")),)
    )
    (english,) = sentences(River().material(contradictions=(contradiction,)), "disagree", "en")
    assert english == (
        "The assessments on record: <an agreement close by> in the assessment of The Delta Courier in its own voice "
        "[e1] [e3] and in the assessment of <Bank Agency> in its own voice. [e8]"
    )


def test_two_days_of_one_act_stand_side_by_side() -> None:
    contradiction = Contradiction(
        matter="date", issue="share", actor="second", option="by-area",
        claims=(("2031-05-06", ("e8",)), ("2031-05-07", ("e2",))),
    )  # fmt: skip
    ((arabic, english),) = both(River().material(contradictions=(contradiction,)), "disagree")
    assert arabic.startswith("في يوم التخلّي عن خيار <حصص بحسب المساحة> من جانب <كيراف>: 6 مايو 2031 على لسان")
    assert english.startswith("On the day of dropping <shares by area> by <Kerav>: 6 May 2031 according to")


def test_options_that_exclude_each_other_stand_side_by_side() -> None:
    contradiction = Contradiction(
        matter="options", issue="share", actor="second", option=None,
        claims=(("by-area", ("e2",)), ("equal", ("e8",))),
    )  # fmt: skip
    ((arabic, english),) = both(River().material(contradictions=(contradiction,)), "disagree")
    assert arabic.startswith("في خيارات لا تجتمع، أُسندت إلى <كيراف> في اليوم نفسه: <حصص بحسب المساحة> على لسان")
    assert english.startswith(
        "On what <Kerav> holds on one day, options that exclude each other: <shares by area> according to The Delta"
    )


def test_an_empty_cell_is_nothing_on_record_and_never_no_objection() -> None:
    material = River().material()
    gate = plan(material).facts("gaps")[1]
    for language, words in (("ar", "لا موقف مسجَّل"), ("en", "nothing on record")):
        cell = Teller(material, tongue(language)).cell(gate, "second")  # type: ignore[arg-type]
        assert cell == [((Words(words),), ())]


def test_a_cell_says_whether_the_actor_said_it_or_another() -> None:
    river = River()
    river.entries["e3"] = replace(river.entries["e3"], voice="Dovan", voice_actor="dovan")
    material = river.material()
    gate = plan(material).facts("gaps")[1]
    ((arabic, _),) = Teller(material, tongue("ar")).cell(gate, "first")  # type: ignore[arg-type]
    assert written(arabic) == "رفض خيار <إدارة مجلس الأنهار>، منذ 6 مايو 2031، على لسانها [e3]"
    share = plan(material).facts("gaps")[0]
    ((told, _),) = Teller(material, tongue("en")).cell(share, "first")  # type: ignore[arg-type]
    assert written(told).endswith(", by others’ account [e1]")


def test_words_of_a_report_never_stand_outside_quotation_marks() -> None:
    loaded = "وقال زعيم العصابة في وكر الأفاعي: «لن نرحل»."
    river = River()
    river.reports["r3"] = report("r3", loaded, source="صحيفة النهر")
    river.entries["e20"] = entry(
        "e20", river.reports["r3"], "لن نرحل", name="زعيم العصابة", cue="وقال", finding={"channel": "وكر الأفاعي"}
    )
    for language in ("ar", "en"):
        teller = Teller(river.material(said=("e20",)), tongue(language))  # type: ignore[arg-type]
        (fact,) = plan(river.material(said=("e20",))).facts("said")
        outside = "".join(run.text for run in teller.sentence(fact) if isinstance(run, Words | Label | Name))
        assert "العصابة" not in outside
        assert "الأفاعي" not in outside


def test_a_statement_that_touches_options_names_them_by_the_cases_labels() -> None:
    river = River()
    touches = (Touch("share", "equal"), Touch("gate", "joint"), Touch("distance"))
    river.entries["e6"] = replace(river.entries["e6"], touches=touches)
    (english,) = sentences(river.material(said=("e6",)), "said", "en")
    assert english.endswith(" (on: <two equal shares>, <joint operation>). [e6]")


def test_a_qualifier_that_one_source_lacks_is_told_with_both_quotes() -> None:
    contradiction = Contradiction(
        matter="qualifier", issue="share", actor="second", option="by-area", about="permanent",
        claims=(("permanent", ("e2",)), ("", ("e8",))),
    )  # fmt: skip
    ((arabic, english),) = both(River().material(contradictions=(contradiction,)), "disagree")
    assert arabic == (
        "في المطالبة بخيار <حصص بحسب المساحة> من جانب <كيراف>: مع الوصف (دائم): {Kerav for shares by area}، "
        "على لسان تقرير The Delta Courier نفسه [e2]؛ من غير هذا الوصف: {تخلّت كيراف عن الحصص بحسب المساحة}، "
        "على لسان تقرير <وكالة الضفة> نفسه. [e8]"
    )
    assert english == (
        "On a demand for <shares by area> by <Kerav>: told as (permanent): {Kerav for shares by area}, "
        "according to The Delta Courier in its own voice [e2]; told without it: {تخلّت كيراف عن الحصص بحسب المساحة}, "
        "according to <Bank Agency> in its own voice. [e8]"
    )


def test_numbers_stand_side_by_side_in_their_reports_words() -> None:
    contradiction = Contradiction(
        matter="number", issue=None, actor=None, option=None, about="boats",
        claims=(("40", ("e1",)), ("38", ("e8",))),
    )  # fmt: skip
    ((arabic, english),) = both(River().material(contradictions=(contradiction,)), "disagree")
    assert arabic.startswith("الأعداد المسجَّلة لأمر واحد: {Salmor asked for two equal shares} على لسان تقرير The Delta")
    assert english.startswith(
        "The numbers on record of one thing: {Salmor asked for two equal shares} according to The"
    )
    assert english.endswith("{تخلّت كيراف عن الحصص بحسب المساحة} according to <Bank Agency> in its own voice. [e8]")


def reprinted() -> River:
    """The talks, and a paper that printed the Courier's text once more."""
    river = River()
    river.reports["r3"] = replace(river.reports["r2"], id="r3", source="The Estuary Post", copy_of="r2")
    for number, original in (("e12", "e4"), ("e13", "e1")):
        river.entries[number] = replace(river.entries[original], id=number, report="r3")
    return river


def test_what_a_reprint_says_once_more_is_told_once() -> None:
    ((arabic, english),) = both(reprinted().material(said=("e12", "e4")), "said")
    assert english == (
        "{a delegate of Kerav} (<Kerav>) said, as reported by The Delta Courier on 8 May 2031 "
        "(day of the statement not on record; reprinted by The Estuary Post): {We are far apart} (on: <wide gaps>). "
        "[e4] [e12]"
    )
    assert "(ويوم القول غير مسجَّل؛ وأُعيد نشره في The Estuary Post)" in arabic


def test_a_reprint_is_no_second_account() -> None:
    river = reprinted()
    taken_up = position("first", "share", "equal", "demand", "2031-05-08", "e1", "e13", "e8")
    move = Move(actor="first", issue="share", before=None, after=taken_up, on="2031-05-08", entries=("e1", "e13", "e8"))
    ((_, english),) = both(river.material(moves=(move,), changed=()), "moved")
    assert (
        "according to The Delta Courier (reprinted by The Estuary Post) and <Bank Agency>, each in its own voice: "
        in english
    )


def test_a_reprint_whose_original_says_nothing_here_is_told_as_a_reprint() -> None:
    ((arabic, english),) = both(reprinted().material(said=("e12",)), "said")
    assert (
        "as reported by The Estuary Post on 8 May 2031 (day of the statement not on record; a reprint from The Delta"
        in english
    )
    assert "(ويوم القول غير مسجَّل؛ وهو إعادة نشر لنص The Delta Courier)" in arabic


def test_what_is_quoted_inside_a_statement_is_no_reprint_of_it() -> None:
    river = River()
    whole = river.entries["e9"]
    river.entries["e20"] = entry("e20", river.reports["r1"], "قريبان من اتفاق", name="الوسيط", voice=whole.name)
    (arabic,) = sentences(river.material(said=("e9", "e20")), "said", "ar")
    assert arabic.startswith("قالت {مصادر مطّلعة}، ")
    assert "وأُعيد نشره" not in arabic
    assert arabic.endswith(" [e9] [e20]")


def test_a_quotation_in_two_parts_is_one_sentence_and_names_the_topics_of_both() -> None:
    river = River()
    river.reports["r3"] = report("r3", "“We stay,” Dovan said, “for equal shares.”", language="en")
    parts = {"e20": ("We stay", "joint"), "e21": ("for equal shares.", "council-run")}
    river.entries |= {
        id_: entry(
            id_, river.reports["r3"], words, name="Dovan", actor="dovan", cue="said", touches=(Touch("gate", option),)
        )
        for id_, (words, option) in parts.items()
    }
    (english,) = sentences(river.material(said=("e20", "e21")), "said", "en")
    assert english.endswith(
        ": {We stay […] for equal shares.} (on: <joint operation>, <operation by the River Council>). [e20] [e21]"
    )


def test_two_outlets_that_say_the_same_in_the_same_words_are_both_told() -> None:
    river = reprinted()
    river.reports["r3"] = replace(river.reports["r3"], copy_of=None)
    assert len(both(river.material(said=("e12", "e4")), "said")) == 2
