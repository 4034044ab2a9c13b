"""Where a person's name begins and ends: foreign names in و and ف, family names behind بن, ranks of several words."""

from __future__ import annotations

import pytest

from taqrib.reading import read
from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.layout import lay_out


def persons(text: str) -> list[str]:
    return [mention.actor for mention in mentions(lay_out(text), ()) if mention.kind == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("دعا رئيس الوزراء ألبين كورتي إلى الهدوء.", "ألبين كورتي"),
        ("غادر المبعوث ستيف ويتكوف القاعة.", "ستيف ويتكوف"),
        ("استقبل وزير الخارجية هاكان فيدان الوفد.", "هاكان فيدان"),
        ("هنأ الرئيس إيمانويل ماكرون الطرفين.", "إيمانويل ماكرون"),
        ("أعرب سعادة الدكتور سالم بن محمد الدرويش عن أمله.", "سالم بن محمد الدرويش"),
        ("وصل نائب رئيس الأركان الفريق أول ركن سالم درويش إلى العاصمة.", "سالم درويش"),
    ],
)
def test_a_name_is_read_to_its_end(text: str, name: str) -> None:
    assert name in persons(text)


def test_whom_one_serves_is_another() -> None:
    text = "قال مستشار للرئيس سامي عمر إن الأمر صعب."
    assert persons(text) == ["مستشار للرئيس سامي عمر"]


def test_what_is_denied_is_no_name() -> None:
    assert persons("نفى متحدث باسم الحلف علمه بأي انسحاب.") == ["متحدث باسم الحلف"]


def test_what_is_tabled_is_no_name() -> None:
    assert persons("قدم الوسيط الكيني مقترحا جديدا إلى الطرفين.") == ["الوسيط الكيني"]


@pytest.mark.parametrize("thing", ["فكرة", "اقتراح", "مقترح", "انسحاب", "استئناف", "قرار"])
def test_what_somebody_speaks_of_is_no_name(thing: str) -> None:
    (stance,) = read(f"ورفضت ليلى ناصر {thing} المراقبين.", language="ar").stances
    assert stance.holder == "ليلى ناصر"


@pytest.mark.parametrize("time", ["مساء الأربعاء", "صباح اليوم", "فجر السبت"])
def test_a_time_of_day_is_no_name(time: str) -> None:
    (statement,) = read(f"قالت المتحدثة ليلى ناصر {time} إن الجبهة ترفض.", language="ar").statements
    assert statement.speaker_name == "ليلى ناصر"


def test_and_he_looks_is_no_name() -> None:
    assert persons("التقى سامي عمر ويبحث معه الأمر.") == ["سامي عمر"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلن الأمين العام للأمم المتحدة بان كي مون أن الجولة تأجلت.", "بان كي مون"),
        ("وصل الأمين العام بان كي مون أمس. وقال بان إن المهلة قصيرة.", "بان كي مون"),
        ("وقال المبعوث الخاص جوناثان وينر إن بلاده تدعم الحوار.", "جوناثان وينر"),
        ("وكان وزير الخارجية محمد جواد ظريف التقى نظيره.", "محمد جواد ظريف"),
        ("وقال كبير المفاوضين صائب عريقات لوكالة الساحل إن الحل قريب.", "صائب عريقات"),
    ],
)
def test_a_name_is_not_cut_by_a_word_it_looks_like(text: str, name: str) -> None:
    assert set(persons(text)) - {"نظيره"} == {name}


@pytest.mark.parametrize(
    "text", ["أشاد الوزير بدور الوسطاء.", "قال الوزير زهران إن الحل قريب. وطالب زهران المجتمع الدولي بالتدخل."]
)
def test_what_is_praised_or_asked_is_no_name(text: str) -> None:
    assert not {"بدور", "بدور الوسطاء", "زهران المجتمع الدولي"} & set(persons(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال رئيس وزراء كينيا أليكسيوس دوراندس إن الأمر صعب.", "أليكسيوس دوراندس"),
        ("أكد أومبرتو دي لا توري، ممثل النقابة، أن الأمر صعب.", "أومبرتو دي لا توري"),
        ("قال المبعوث زلماي خليل زاد إن الأمر صعب.", "زلماي خليل زاد"),
        ("قال الخبير في شؤون الأنهار يوزي بن راموت، عبر موقعه، إن الأمر صعب.", "يوزي بن راموت"),
        ("وغادر القاعة كامل دوران وعزام الأحمد غاضبين.", "عزام الأحمد"),
        ("وكان عزام الأحمد حاضرا في القاعة.", "عزام الأحمد"),
    ],
)
def test_hamza_is_no_article_and_a_name_goes_no_further_than_its_family(text: str, name: str) -> None:
    assert name in persons(text)


def test_names_are_read_also_where_ya_is_written_without_dots() -> None:
    text = "قالت المتحدثة باسم الوزارة مارى دورف فى بيان إن الأمر صعب. قال الوزير على أحمد فى بيان إن الأمر سهل."
    assert persons(text) == ["مارى دورف", "على أحمد"]


def test_what_is_said_with_tanwin_is_how_he_spoke() -> None:
    assert persons("قال الوزير سامي نجار مهاجمًا الوفد إن الأمر صعب.") == ["سامي نجار"]


def test_an_atmosphere_is_nobody() -> None:
    assert persons("ويسود جو تفاؤل مشوب بالحذر.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("رفضت وزيرة خارجية أونداريا إلبا فرنود الخريطة.", "إلبا فرنود"),
        ("قال وزير دفاع أونداريا، مارو تيل، إن القوات باقية.", "مارو تيل"),
        ("قال كبير مفاوضي تارفيا سامي دلال إن الاتفاق قريب.", "سامي دلال"),
        ("قال رئيس وفد أونداريا المفاوض تافو بريلين إن الجولة انتهت.", "تافو بريلين"),
        ("قال رئيس وزراء أونداريا إن الاتفاق قريب.", "رئيس وزراء أونداريا"),
    ],
)
def test_the_state_of_an_office_is_no_part_of_the_name_though_no_list_has_it(text: str, name: str) -> None:
    assert persons(text) == [name]
