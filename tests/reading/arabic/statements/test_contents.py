"""Where what is said ends: at the main clause behind "while", at another participle, not inside a relative clause."""

from __future__ import annotations

import pytest

from taqrib.reading import read


def contents(text: str) -> list[str]:
    return [text[slice(*statement.content)] for statement in read(text).statements]


@pytest.mark.parametrize("opening", ["وبينما", "فيما"])
def test_a_clause_of_while_ends_where_the_main_one_reports(opening: str) -> None:
    text = f"{opening} أكد الوفد أن الاتفاق جاهز، نفت الحكومة ذلك."
    assert contents(text) == ["أن الاتفاق جاهز"]


def test_a_clause_of_while_alone_keeps_all_of_it() -> None:
    text = "فيما قال الوزير إن الوفد، الذي وصل أمس، سيغادر غدا."
    assert contents(text) == ["إن الوفد، الذي وصل أمس، سيغادر غدا"]


def test_a_participle_joined_to_another_is_no_part_of_what_it_says() -> None:
    text = "قال الوزير إن الحل قريب، متعهدا بمواصلة الجهود، ورافضا أي تدخل."
    assert contents(text)[-1] == "بمواصلة الجهود"


def test_a_clause_about_where_it_was_written_is_no_content() -> None:
    text = "ويؤكد الباحث عماد رشدي، في ورقة نشرها المعهد، أن الوساطة فشلت."
    assert contents(text) == ["أن الوساطة فشلت"]


def test_what_one_announces_of_oneself_may_be_feminine() -> None:
    assert contents("وأعلن عضو المجلس موسى الكوني استقالته من منصبه.") == ["استقالته من منصبه"]


def test_hearers_do_not_hide_a_short_quotation() -> None:
    text = 'صرح الناطق باسم الوفد سالم الحداد للصحافيين "نحن ملتزمون بالهدنة".'
    assert contents(text) == ["نحن ملتزمون بالهدنة"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أكدت المنظمة التوقيع على الاتفاق، وشارك ممثلوها في الحفل.", "التوقيع على الاتفاق"),
        ("طالبت الأحزاب بتعديل القانون وقدمت مشروعا جديدا.", "بتعديل القانون"),
        ("ووصفت كينيا الاتفاق بأنه باطل وردت بطرد السفير.", "بأنه باطل"),
        ("قال الوزير إن العمل بدأ أمس، بينما غادر الوفد المدينة.", "إن العمل بدأ أمس"),
        ("وأوضح الوزير أن الاتفاق قريب، وفي ملف الجسر أكد أن العمل لم يبدأ.", "أن الاتفاق قريب"),
        ("أكد المبعوث الحاجة إلى الحوار، وتبادل وجهات النظر حول الملف.", "الحاجة إلى الحوار"),
    ],
)
def test_what_is_reported_ends_where_somebody_acts_again(text: str, content: str) -> None:
    assert contents(text)[0] == content


def test_only_that_is_told_with_whoever_should_do_it() -> None:
    assert contents("دعا المبعوث الفصائل التي لم توقع إلى فعل ذلك.") == ["الفصائل التي لم توقع إلى فعل ذلك"]


@pytest.mark.parametrize("opening", ["أما الوزير فقال إن الأمر صعب", "وكانت الوزارة قد أصدرت بيانا"])
def test_speech_behind_a_colon_ends_where_another_has_his_turn(opening: str) -> None:
    text = f"قال كامل دوران: نحن نتفاوض بشأن الجسر وسيأتي دور المرفأ . {opening} ."
    assert contents(text)[0] == "نحن نتفاوض بشأن الجسر وسيأتي دور المرفأ"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("واختتم الوزير كلامه، معتبرا الاتفاق أفضل صفقة ممكنة.", "الاتفاق أفضل صفقة ممكنة"),
        ("وأعاد الوفد تأكيده ضرورة الحوار.", "تأكيده ضرورة الحوار"),
        ("نفت مصادر مطلعة، الأنباء التي تحدثت عن اجتماع.", "الأنباء التي تحدثت عن اجتماع"),
        ("وتعهد الرئيس كامل دوران بنقض أي قرار.", "بنقض أي قرار"),
        ("أعلن الوفد الآخر أنه باق. وأكد خلال اجتماع أمس عزمه على البقاء.", "عزمه على البقاء"),
        ("وحذر الوزير في الثالث من الشهر الماضي الحكومة من أي تأخير.", "أي تأخير"),
    ],
)
def test_what_is_reported_is_whole(text: str, content: str) -> None:
    assert contents(text)[-1] == content


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "رحبت كينيا باتفاق وقف النار معربة عن أملها في الالتزام به.",
            ["باتفاق وقف النار", "أملها في الالتزام به"],
        ),
        ("رحب الوزير كامل دوران، اليوم الجمعة، بنجاز الوساطة.", ["بنجاز الوساطة"]),
        ("قال كامل الحريري إن الجسر سيبنى، معبرا أن القرار صعب.", ["إن الجسر سيبنى", "أن القرار صعب"]),
        ("وأعلن الرئيس كامل دوران انسحاب البلاد، وقرر فرض عقوبات.", ["انسحاب البلاد"]),
        ("جاء ذلك على لسان الوزير كامل دوران، في مؤتمر صحفي، وفق بيان للوزارة.", []),
    ],
)
def test_each_report_has_its_own_words(text: str, told: list[str]) -> None:
    assert contents(text) == told


def test_a_memorandum_set_off_by_commas_is_no_reminder() -> None:
    content = "أنها تلقت، صباح أمس الأحد، مذكرة قصيرة من النقابة"
    assert contents(f"أعلنت بعثة النهر {content}.") == [content]
    assert contents("وعبرت الوزارة عن قلقها، مذكرة بأن الجسر سيبنى.")[-1] == "بأن الجسر سيبنى"
