"""A paper is a tagged, archivable PDF in which every text given stands as text, whatever it says."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from bluelamp.paper import making
from bluelamp.paper.characters import printable
from bluelamp.paper.making import NotMade, make

AT = datetime(2026, 11, 21, 3, 10, tzinfo=UTC)
TEMPLATE = making.ROOT / "custody" / "papers" / "notice.typ"
HOSTILE = '#set text(red) *bold* _u_ $x^2$ @ref <tag> `raw` // gone /* gone */ \\ = Title #read("/etc/hostname")'


def paper(*said: str, **more: Any) -> bytes:
    data = {"running": "Test", "mark": "", "author": "Test", "lead": list(said), "parts": [], "sign": [], **more}
    return make(template=TEMPLATE, data=data, title="A test", at=AT)


def text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_it_is_tagged_and_says_which_standards_it_keeps() -> None:
    read = PdfReader(BytesIO(paper("Nothing special")))
    root: Any = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or str(root["/MarkInfo"]["/Marked"]) == "True"
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en-GB"
    stated = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in stated
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in stated
    assert "<pdfuaid:part>1</pdfuaid:part>" in stated
    assert read.metadata
    assert read.metadata.title == "A test"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def bare(words: str) -> str:
    """Without spaces: where lines end is the page's own affair."""
    return "".join(words.split())


def fonts_in(pdf: bytes) -> set[str]:
    """The families used, each of which is inside the file."""
    found = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        resources: Any = page["/Resources"]
        for one in resources["/Font"].values():
            below: Any = one.get_object()["/DescendantFonts"][0].get_object()
            described = below["/FontDescriptor"]
            assert any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            found.add(str(below["/BaseFont"]).partition("+")[2].partition("-")[0])
    return found


def test_plain_words_stand_in_our_own_font_and_others_only_where_it_has_no_letter() -> None:
    assert fonts_in(paper("Plain words, Renée, Łucja")) == {"AtkinsonHyperlegible"}
    assert fonts_in(paper("Plain", "محمد", "😀")) == {"AtkinsonHyperlegible", "DejaVuSans", "NotoEmoji"}


def test_markup_in_a_text_is_only_text() -> None:
    assert bare(HOSTILE) in bare(text(paper(HOSTILE)))


def test_letters_of_other_scripts_and_emoji_are_kept() -> None:
    read = text(paper("Renée Łuczak Ωμέγα Жанна", "محمد", "שלום", "ok 😀 👍🏽"))
    for word in ("Renée", "Łuczak", "Ωμέγα", "Жанна", "😀"):
        assert word in read
    assert set("محمد") <= set(read)
    assert set("שלום") <= set(read)


def test_what_no_font_draws_is_named_and_nothing_is_lost() -> None:
    assert printable("张") == "[U+5F20 CJK UNIFIED IDEOGRAPH]"
    assert "U+5F20" in text(paper("张伟"))


def test_signs_that_turn_or_hide_what_follows_are_named() -> None:
    assert printable("a\u202eb") == "a[U+202E RIGHT-TO-LEFT OVERRIDE]b"
    assert printable("a\x07b\x00") == "a[U+0007]b[U+0000]"
    assert printable(["one\r\ntwo", {"n": 3}]) == ["one\ntwo", {"n": 3}]


def test_ten_thousand_letters_without_a_space_stay_on_the_page() -> None:
    long = "".join(chr(97 + n % 26) for n in range(10_000))
    pdf = paper(long)
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    lines = [line for page in pages for line in page.splitlines()]
    assert "".join(line for line in lines if line.isalpha() and line.islower()) == long
    assert len(pages) < 12


def test_a_template_that_is_wrong_says_so_and_nothing_is_made(tmp_path: Path) -> None:
    outside = tmp_path / "outside.typ"
    outside.write_text("= Outside")
    with pytest.raises(NotMade, match="contained in project root"):
        make(template=outside, data={}, title="Bad", at=AT)
    with pytest.raises(NotMade, match="dictionary does not contain key"):
        make(template=TEMPLATE, data={}, title="Bad", at=AT)


def test_the_same_data_at_the_same_time_is_the_same_paper() -> None:
    assert paper("Once") == paper("Once")
