"""Who is speaking: names only their place shows, bodies and documents met again, and going on without one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from taqrib.reading.arabic.actors.mentions import mentions
from taqrib.reading.arabic.statements.statements import statements
from taqrib.reading.arabic.times.expressions import times
from taqrib.reading.layout import lay_out

if TYPE_CHECKING:
    from taqrib.reading.findings import Statement

WEDNESDAY = date(2023, 3, 15)


def read(text: str) -> list[Statement]:
    document = lay_out(text, published=WEDNESDAY)
    return statements(document, times(document), mentions(document, times(document)))


def said_by(text: str) -> list[tuple[str | None, str]]:
    return [(statement.speaker_name, text[slice(*statement.content)]) for statement in read(text)]


@pytest.mark.parametrize(
    "name",
    [
        "سيمون دول",
        "نور ربيع",
        "عدل سلام",
        "نصر أمل",
        "هدى حرب",
        "فان دير لاين",
        "بان كي مون",
        "محمد ولد الشيخ أحمد",
        "دي ميستورا",
        "أحمد آل خليفة",
        "أبو الغيط",
        "لي جاي ميونغ",
        "شي جين بينغ",
        "موسى واتانغولا",
        "حسين الحاج حسن",
    ],
)
@pytest.mark.parametrize(
    "sentence", ["قال {} أمس إن الجولة انتهت.", "وأكد {} أن الجولة انتهت.", "وقال {} الخميس إن الجولة انتهت."]
)
def test_a_name_between_verb_and_content_is_whole_even_if_a_part_is_a_common_word(name: str, sentence: str) -> None:
    text = sentence.format(name)
    (statement,) = read(text)
    assert statement.speaker_name == name
    assert statement.speaker is not None
    assert text[slice(*statement.speaker)] == name


@pytest.mark.parametrize("adverb", ["مازحا", "متهكما", "ردا على سؤال", "مجددا", "أمس"])
def test_an_adverb_in_the_place_of_the_subject_is_nobody(adverb: str) -> None:
    text = f"حضر الوزير. وقال {adverb} إن الجولة طويلة."
    assert [statement.speaker for statement in read(text)] == [None]


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        (
            "صرّح الناطق باسم الحكومة، لحسن أيت الطيب، أن الحوار سيستأنف.",
            "الناطق باسم الحكومة، لحسن أيت الطيب",
            "لحسن أيت الطيب",
        ),
        (
            "وقال صاحب السمو الشيخ تميم بن سالم إن الوساطة مستمرة.",
            "صاحب السمو الشيخ تميم بن سالم",
            "تميم بن سالم",
        ),
        (
            "وقال هانز مولر المتحدث باسم المستشارة النمساوية إيفا براندت إن الجولة انتهت.",
            "هانز مولر المتحدث باسم المستشارة النمساوية إيفا براندت",
            "هانز مولر",
        ),
        (
            "وقال الدكتور علاء دياب مستشار وزير النقل لشؤون الموانئ إن العمل مستمر.",
            "الدكتور علاء دياب مستشار وزير النقل لشؤون الموانئ",
            "علاء دياب",
        ),
        (
            "أما وزير الاقتصاد النمساوي أوتو بيرغر فرأى أن الاتفاق متوازن.",
            "وزير الاقتصاد النمساوي أوتو بيرغر",
            "أوتو بيرغر",
        ),
        (
            "وبيّن المتحدث باسم قوات الحدود العميد الركن تركي المرزوقي أن الطرق مفتوحة.",
            "المتحدث باسم قوات الحدود العميد الركن تركي المرزوقي",
            "تركي المرزوقي",
        ),
        ("يقول الباحث علي حداد: «الوقت ضيق».", "الباحث علي حداد", "علي حداد"),
        ("والوفد أعلن أنه سيشارك.", "الوفد", "الوفد"),
        ("وتساءل المفاوض عن الموعد.", "المفاوض", "المفاوض"),
        ("أعلن المكتب الوطني للسكك أن العمال عادوا.", "المكتب الوطني للسكك", "المكتب الوطني للسكك"),
        ("قال ثلاثة مسؤولين محليين إن الجسر مفتوح.", "ثلاثة مسؤولين محليين", "ثلاثة مسؤولين محليين"),
        ("وتعهدت الدول المانحة بتقديم الدعم.", "الدول المانحة", "الدول المانحة"),
        ("«لن نتنازل عن حقوقنا»، هكذا رد رئيس النقابة يوسف بلحاج.", "رئيس النقابة يوسف بلحاج", "يوسف بلحاج"),
    ],
)
def test_the_whole_mention_is_the_speaker(text: str, speaker: str, name: str) -> None:
    (statement,) = read(text)
    assert statement.speaker is not None
    assert (text[slice(*statement.speaker)], statement.speaker_name) == (speaker, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل زعيم حزب الوفاق مراد عزيزي. وقال الحزب إن الباب مفتوح.", "حزب الوفاق"),
        ("رفضت حركة السنابل العرض. وقالت الحركة إنها مستعدة للحوار.", "حركة السنابل"),
        ("حضر وزير الموانئ الكيني موسى واتانغولا. وقال الوزير إن الطريق طويل.", "موسى واتانغولا"),
        ("حضر الدكتور علاء دياب مستشار وزير النقل. وأضاف المستشار أن الوقت كاف.", "علاء دياب"),
    ],
)
def test_a_body_or_office_alone_is_the_one_named_before(text: str, name: str) -> None:
    assert read(text)[-1].speaker_name == name


def test_the_communique_is_its_authors_where_the_text_names_them() -> None:
    text = "أعلنت وزارة الطاقة الكازاخستانية، في بيان، أن الجولة تأجلت. وجاء في البيان أن الدعوات أرسلت."
    assert [statement.speaker_name for statement in read(text)] == ["وزارة الطاقة الكازاخستانية"] * 2


def test_behind_a_document_that_quotes_a_person_the_person_goes_on() -> None:
    text = "وقال بيان من مكتب كوامي مينساه إن مينساه شدد على أهمية وقف القتال. وشدد على ضرورة فتح المعابر."
    assert said_by(text) == [
        ("بيان من مكتب كوامي مينساه", "إن مينساه شدد على أهمية وقف القتال"),
        ("كوامي مينساه", "أهمية وقف القتال"),
        ("كوامي مينساه", "ضرورة فتح المعابر"),
    ]


def test_what_his_country_thinks_is_a_statement_of_the_country() -> None:
    text = "قال وزير المياه الكيني جون واتانغولا إن بلاده ترى أن الحل ممكن."
    assert said_by(text) == [
        ("جون واتانغولا", "إن بلاده ترى أن الحل ممكن"),
        ("كينيا", "أن الحل ممكن"),
    ]


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("قال الوزير الكيني جون مواي إن الوقت ضيق. وأبلغ نظيره الأوغندي أن الحدود مفتوحة.", "نظيره الأوغندي"),
        ("قال الناطق جون مواي إن الوقت ضيق. وحضّ الأطراف على ضبط النفس.", "الأطراف"),
        ("قال الناطق جون مواي إن الوقت ضيق. ودعا الطرفين إلى الصبر.", "الطرفين"),
        ("قال الناطق جون مواي إن الوقت ضيق. وحمّل الحكومة مسؤولية فشل الحوار.", "الحكومة"),
    ],
)
def test_a_noun_that_cannot_be_the_subject_is_spoken_to(text: str, addressee: str) -> None:
    statement = read(text)[-1]
    assert (statement.speaker, statement.speaker_name, statement.addressee) == (None, "جون مواي", addressee)


def test_a_paper_that_ascribes_words_to_somebody_makes_two_statements() -> None:
    text = "ونسبت الصحيفة إلى مسؤول كبير قوله إن الميناء مغلق."
    assert said_by(text) == [
        ("الصحيفة", "مسؤول كبير قوله إن الميناء مغلق"),
        ("مسؤول كبير", "إن الميناء مغلق"),
    ]


def test_an_answer_quoted_at_once_continues_the_speaker_also_behind_a_clause_of_time() -> None:
    text = "أكد الوزير أن الباب مفتوح. وحين سئل عن الموعد قال: «قريبا»."
    assert said_by(text)[-1] == ("الوزير", "قريبا")


def test_he_is_not_a_mediation_nor_a_state() -> None:
    text = "قال سامي عمر إن الأمر صعب. ورغم محاولات الوساطة مقاطعته، إلا أنه أصر على المواصلة قائلا إن الوقت ضيق."
    assert said_by(text)[-1] == ("سامي عمر", "إن الوقت ضيق")
    text = "ربط جون كيري بين المحادثات واتفاق بين كينيا وغانا التي تقول إن برنامجها سلمي، وأشار إلى أن الأمر صعب."
    assert said_by(text)[-1] == ("جون كيري", "أن الأمر صعب")


def test_anyone_who_speaks_for_others_is_nobody_named_before() -> None:
    text = "قال سامي عمر الناطق باسم الخارجية الكينية إن الأمر صعب. وأوضح متحدث باسم المعارضة أن الوقت ضيق."
    assert said_by(text)[-1] == ("متحدث باسم المعارضة", "أن الوقت ضيق")


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("قال وزير الخارجية الكيني يان كورت إن المهلة قصيرة.", "وأضاف المسؤول الكيني أن التمديد ممكن."),
        ("أكد المبعوث الدولي يان كورت أن المهلة قصيرة.", "وأضاف المسؤول الأممي أن التمديد ممكن."),
        ("قال السفير النرويجي يان كورت إن المهلة قصيرة.", "وأضاف الدبلوماسي النرويجي أن التمديد ممكن."),
        ("قال رئيس الوفد يان كورت إن المهلة قصيرة.", "وأضاف المسؤول أن التمديد ممكن."),
    ],
)
def test_an_official_pointed_at_is_the_last_speaker_who_serves_whom_it_says(first: str, again: str) -> None:
    assert [name for name, _ in said_by(f"{first} {again}")] == ["يان كورت", "يان كورت"]


def test_an_unnamed_official_is_met_again_by_his_state() -> None:
    text = "قال مسؤول كيني كبير إن المهلة قصيرة. وأضاف المسؤول الكيني أن التمديد ممكن. وقال المسؤول: «ننتظر»."
    assert {name for name, _ in said_by(text)} == {"مسؤول كيني كبير"}


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الخارجية الكيني يان كورت إن المهلة قصيرة. وأضاف المسؤول النرويجي أن التمديد ممكن.",
        "قالت وزيرة الخارجية النرويجية سلمى عون إن المهلة قصيرة. وأضاف المسؤول النرويجي أن التمديد ممكن.",
    ],
)
def test_an_official_of_another_state_or_gender_is_another(text: str) -> None:
    assert said_by(text)[-1][0] == "المسؤول النرويجي"


def test_the_latter_is_the_other_of_the_two_last_named() -> None:
    text = "تقول الحكومة إن المعارضة خرقت الهدنة، بينما تؤكد الأخيرة أنها ملتزمة بها."
    assert said_by(text)[-1] == ("المعارضة", "أنها ملتزمة بها")
    text = "تقول الحكومة إن المعارضة خرقت هدنة قبلتها الحكومة، بينما تؤكد الأخيرة أنها ملتزمة بها."
    assert said_by(text)[-1] == ("المعارضة", "أنها ملتزمة بها")


def test_an_office_keeps_its_holder_without_whom_it_serves() -> None:
    text = "أعلن الأمين العام للأمم المتحدة يان كورت أن الجولة تأجلت. وأكد الأمين العام أن المهلة قصيرة."
    assert said_by(text)[-1] == ("يان كورت", "أن المهلة قصيرة")


def test_no_plural_verb_has_its_subject_behind_it() -> None:
    text = "عبر الوزراء عن دعمهم للحوار، وطالبوا جميع الأطراف بالتزام الهدنة."
    assert said_by(text)[-1] == ("الوزراء", "بالتزام الهدنة")


def test_what_was_described_is_not_who_described_it() -> None:
    text = "وكان الوزير سامي عون وصف اللقاء، في كلمة له، بأنه «مثمر»."
    assert said_by(text) == [("سامي عون", "بأنه «مثمر»")]


def test_no_body_has_the_name_of_a_person() -> None:
    text = "والهدنة، وفق الأمم المتحدة، صامدة حتى الآن."
    assert [name for name, _ in said_by(text)] == ["الأمم المتحدة"]


@pytest.mark.parametrize("whom", ["لـ«الساحل»", "للصحافيين"])
def test_who_hears_may_stand_before_who_speaks(whom: str) -> None:
    text = f"وقال {whom} المتحدث باسم الوفد نادر خوري إن الجلسة تأجلت."
    assert said_by(text) == [("نادر خوري", "إن الجلسة تأجلت")]


def test_an_outlet_that_hears_never_speaks() -> None:
    text = "قال نادر خوري إن الجلسة تأجلت. وأكد لـ«الساحل» أن العودة قريبة."
    assert said_by(text)[-1] == ("نادر خوري", "أن العودة قريبة")


def test_observers_are_a_source() -> None:
    assert said_by("ويرى مراقبون أن الهدنة هشة.") == [("مراقبون", "أن الهدنة هشة")]


def test_who_acts_behind_an_adjunct_speaks_in_the_next_sentence() -> None:
    text = "قال الوزير سامي عون إن الحل قريب. وفي السياق نفسه، التقى وزير الخارجية ماهر درويش نظيره. وأكد أن الوقت ضيق."
    assert said_by(text)[-1] == ("ماهر درويش", "أن الوقت ضيق")


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("وبعث رئيس الوفد سامي عون برسالة إلى المبعوث قال فيها إن الوقت ضيق.", "سامي عون"),
        ("وتسلم الرئيس رسالة من نظيره التركي أكد فيها أن الوقت ضيق.", "نظيره التركي"),
    ],
)
def test_a_letter_is_its_senders(text: str, author: str) -> None:
    assert said_by(text)[0][0] == author


def test_two_ministers_are_not_the_first_of_them() -> None:
    text = "اتفق الوزيران سامي عون وهاني صبحي على لجنة. وأكد الوزيران أن اللجنة ستجتمع."
    assert said_by(text) == [("الوزيران", "أن اللجنة ستجتمع")]


def test_a_speech_is_no_name() -> None:
    assert said_by("واستهل الرئيس خطابه بالقول إن المرحلة صعبة.") == [("الرئيس", "إن المرحلة صعبة")]


def test_who_is_answered_does_not_speak() -> None:
    text = "قال كامل دوران إن الجسر سيبنى. وردا على اتهامات الزعيم سامي نجار له بالمماطلة، قال إن العمل بدأ."
    assert [name for name, _ in said_by(text)] == ["كامل دوران", "كامل دوران"]


def test_whoever_is_passed_on_speaks_on_and_not_the_outlet() -> None:
    text = "ونقلت إذاعة النهر عن كامل دوران قوله إن الهدنة تضم وفدين من الساحل، وأضاف أنه سيوقعها."
    assert said_by(text)[-1] == ("كامل دوران", "أنه سيوقعها")
    text = "وذكرت وكالة الأنباء نقلا عن الناطق كامل دوران أن الجسر سيبنى، محذرا من أي خرق."
    assert said_by(text)[-1] == ("كامل دوران", "أي خرق")


def test_a_description_of_one_whose_title_is_unknown_is_the_last_who_spoke() -> None:
    text = "وكان عزام الأحمد حاضرا. وأعرب الأحمد عن تقديره للجهود. وقال القيادي النهري إن الجسر سيبنى."
    assert said_by(text)[-1] == ("عزام الأحمد", "إن الجسر سيبنى")


def test_a_communique_is_its_latest_author_s() -> None:
    text = "وقع الوفدان على بيان مشترك. وأضافت وزارة النقل في بيان أن الجسر سيبنى. وذكر البيان أن العمل بدأ."
    assert [name for name, _ in said_by(text)] == ["وزارة النقل", "وزارة النقل"]


def test_a_communique_of_two_states_is_one() -> None:
    text = "قال كامل دوران إن الجسر سيبنى. وذكر بيان صادر عن كينيا وغانا أن العمل بدأ. وأضاف أن الوقت ضيق."
    assert said_by(text)[-1] == ("بيان صادر عن كينيا وغانا", "أن الوقت ضيق")


def test_several_who_are_not_named_are_not_the_one_who_spoke() -> None:
    text = "قال محمد علوان إن الجسر سيبنى. وانتهت الجلسات بإصدار بيان، أكدوا فيه تثبيت الهدنة."
    assert said_by(text)[-1] == (None, "تثبيت الهدنة")


def test_one_of_two_sources_speaks_on_alone() -> None:
    text = "أفاد مصدران مطلعان بأن الوفد عاد. وقال أحد المصدرين إن الجسر سيبنى. وأوضح أن العمل بدأ."
    assert [name for name, _ in said_by(text)] == ["مصدران مطلعان", "أحد المصدرين", "أحد المصدرين"]


def test_the_official_is_the_official_source_that_spoke_last() -> None:
    text = "صرح مصدر مسؤول لقناة النهر بأن الجسر سيبنى. وقال المسؤول إن العمل بدأ."
    assert [name for name, _ in said_by(text)] == ["مصدر مسؤول", "مصدر مسؤول"]


@pytest.mark.parametrize("pair", ["الوزير والمبعوث", "وزير النقل كامل دوران ونظيره الغاني سامي عون"])
def test_both_who_talked_are_the_speakers_of_a_dual(pair: str) -> None:
    assert said_by(f"وبحث {pair} سبل استئناف الحوار، وأكدا أهمية التهدئة.") == [(pair, "أهمية التهدئة")]


def test_what_is_told_to_him_follows_the_pronoun() -> None:
    text = "واستقبل الوزير كامل دوران المبعوث الأممي، وأكد له دعم بلاده للحوار."
    assert said_by(text) == [("كامل دوران", "دعم بلاده للحوار")]


def test_a_judgement_has_what_is_judged_and_as_what() -> None:
    assert said_by("واعتبر الوزير الاتفاق خطوة مهمة نحو السلام.") == [("الوزير", "الاتفاق خطوة مهمة نحو السلام")]


def test_a_verb_of_the_other_gender_goes_on_with_nobody_who_spoke() -> None:
    found = read("قالت ليلى ناصر للوزير إن الهدنة انتهت. ورد بأنها لم تنته.")
    assert [statement.speaker_name for statement in found] == ["ليلى ناصر", None]
    found = read("قالت ليلى ناصر إن الهدنة انتهت. وأضافت أن المحادثات ستستمر.")
    assert [statement.speaker_name for statement in found] == ["ليلى ناصر", "ليلى ناصر"]
