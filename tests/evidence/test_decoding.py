from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.conftest import ARABIC, ENGLISH
from taqrib.errors import Unreadable
from taqrib.evidence.decoding import decode, plausible_arabic, settle

# What the old code page can hold: no Persian, no combining mark it lacks.
OLD = "أعلن وسيط البحيرة أن وفدي الضفتين سيجتمعان يوم الأحد، «في الميناء السفلي»، لبحث رسوم العبور."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", [ARABIC, ENGLISH, "a\u0651\u064e \U0001f54a \ufdfa \u200f\u202b\u0640"])
def test_unicode_comes_back_exactly_and_its_byte_order_mark_does_not(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), where="f") == text


def test_utf_16_is_read_in_either_order() -> None:
    assert decode(b"\xfe\xff" + ARABIC.encode("utf-16-be"), where="f") == ARABIC


def test_windows_1256_is_read_if_it_is_plausibly_arabic() -> None:
    assert decode(OLD.encode("windows-1256"), where="f") == OLD


OTHERS = {
    "Посредник на озере сообщил, что обе делегации вчера согласились открыть старый мост.": [
        "cp1251",
        "koi8-r",
        "iso8859-5",
    ],
    "Ο μεσολαβητής της λίμνης είπε ότι οι δύο αντιπροσωπείες συμφώνησαν για τη γέφυρα.": ["cp1253", "iso8859-7"],
    "המתווך באגם אמר כי שתי המשלחות הסכימו אתמול לפתוח מחדש את הגשר הישן": ["cp1255"],
    "Le médiateur a déclaré que les délégués étaient d’accord après l’été, à Évian.": ["cp1252"],
    "Göl arabulucusu, iki heyetin eski köprüyü açmayı kabul ettiğini söyledi; görüşmeler sürüyor.": ["cp1254"],
    "湖区调解人说双方代表团昨天同意重新开放旧桥，下一轮将在星期日举行。": ["gb18030", "big5hkscs"],
    OLD.replace("«", "").replace("»", ""): ["iso8859-6"],
}


@pytest.mark.parametrize(
    ("text", "encoding"), [(text, encoding) for text, encodings in OTHERS.items() for encoding in encodings]
)
def test_other_encodings_are_not_taken_for_arabic_but_refused_with_the_offset(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    with pytest.raises(UnicodeDecodeError) as caught:
        data.decode("utf-8")
    offset = caught.value.start
    with pytest.raises(Unreadable, match=rf"0x{data[offset]:02X} at offset {offset}\b"):
        decode(data, where="f")


def test_damaged_utf_8_is_refused_and_not_turned_into_nonsense() -> None:
    whole = ARABIC.encode()
    word = len("قال ".encode())
    with pytest.raises(Unreadable, match=rf"0xFF at offset {word}\b"):
        decode(whole[:word] + b"\xff" + whole[word:], where="f")


def test_a_cut_utf_16_is_refused() -> None:
    with pytest.raises(Unreadable, match="UTF-16"):
        decode("\ufeffab".encode("utf-16-le") + b"\x00", where="f")


def test_a_nul_means_binary_and_its_place_is_told() -> None:
    with pytest.raises(Unreadable, match="a NUL at byte 3"):
        decode(b"abc\0def", where="f")


def test_a_declared_encoding_is_believed_only_if_the_bytes_are_not_utf_8() -> None:
    assert decode("déjà".encode("windows-1252"), where="f", declared="ISO-8859-1") == "déjà"
    assert decode("déjà".encode(), where="f", declared="ISO-8859-1") == "déjà"


def test_an_arabic_page_that_declares_a_western_encoding_is_still_arabic() -> None:
    assert decode(OLD.encode("windows-1256"), where="f", declared="iso-8859-1") == OLD


def test_a_declared_encoding_in_which_bytes_hide_others_is_not_believed() -> None:
    with pytest.raises(Unreadable):
        decode(b"\xff+ADw-script+AD4-", where="f", declared="utf-7")


def test_too_few_letters_prove_nothing() -> None:
    assert not plausible_arabic("قال وسيط")


def test_every_end_of_line_becomes_one() -> None:
    assert settle("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h\ni") == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_controls_go_and_tabs_and_direction_marks_stay() -> None:
    assert settle("a\x1b[31mb\x07\x7f\x9b\tc\u200e\u202b\u202c\u0640") == "a[31mb\tc\u200e\u202b\u202c\u0640"


@given(st.text())
def test_settled_text_is_stable_and_splits_the_same_either_way(text: str) -> None:
    settled = settle(text)
    assert settle(settled) == settled
    assert f"{settled}.".splitlines() == f"{settled}.".split("\n")


@given(st.binary(max_size=200))
def test_any_bytes_become_text_or_one_clear_error(data: bytes) -> None:
    try:
        text = decode(data, where="f")
    except Unreadable:
        return
    assert text.encode("utf-8").decode("utf-8") == text
