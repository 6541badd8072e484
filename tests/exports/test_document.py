"""Print as such: characters, lines, pages, the check code, and text that tries to be more than text."""

import gzip
import io
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from exports.layout import fonts
from exports.layout.document import BODY, CELL, Paper, Signatures, heading, keep, pdf, title
from exports.layout.grids import grid, whole_words
from exports.layout.prose import NO_END, NO_START, Prose, lines_of
from models.check_code import short_code
from models.errors import Cancelled
from models.files import NotFound
from resources import FOLDER
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, shown, text_of

ZH = Language("zh_CN")
RARE = "王𠮷明、次仁·卓玛措姆、䶮㛃𫖯𬱖"
HOSTILE = '<b>王五 & <img src="/etc/passwd"> =1+1 <a href="http://x.cn">y</a> <font color="red">z</font> &lt;'


def printed(story, **options):
    return pdf(Paper(ZH, "试印", "云岭镇社工站", made=datetime(2026, 9, 30, 16, 42), **options), story)


def test_rare_characters_print_and_copy_as_they_were_typed(tmp_path):
    data = printed([Prose(RARE)])
    assert RARE in text_of(data, tmp_path)
    assert is_clean(data, tmp_path)


def test_every_character_of_the_plane_of_rare_ones_copies_as_itself(tmp_path):
    text = "".join(map(chr, range(0x20000, 0x20000 + 600)))
    assert text in text_of(printed([Prose(text)]), tmp_path)


def test_what_people_type_is_never_markup(tmp_path):
    data = printed([Prose(HOSTILE), grid([["甲"], [HOSTILE]], [300]), Signatures([("签名：", HOSTILE)], 1)])
    assert text_of(data, tmp_path).count("".join(HOSTILE.split())) == 3
    assert b"/etc/passwd" not in data and b"/URI" not in data


def test_all_names_of_townships_print_and_copy(tmp_path):
    words = gzip.decompress((FOLDER / "codes" / "divisions.tsv.gz").read_bytes()).decode()
    characters = "".join(sorted(c for c in set(words) if not c.isspace()))
    assert len(characters) > 3000
    assert fonts.missing(characters) == []
    assert set(characters) <= set(text_of(printed([Prose(characters)]), tmp_path))


def test_the_dots_of_names_all_print():
    assert fonts.missing("·•‧∙・") == []


def test_a_character_without_any_shape_is_found_and_prints_as_a_mark(tmp_path):
    assert fonts.missing("王𰻝Ą明") == ["𰻝", "Ą"]
    assert "王〓明" in text_of(printed([Prose("王𰻝明")]), tmp_path)


def test_characters_that_are_not_seen_take_no_room():
    drawn = fonts.face("serif")
    assert drawn.width("王\u200b\ufe00明", 10) == drawn.width("王明", 10)


@settings(max_examples=60)
@given(st.text(st.sampled_from("王次仁·，。（）“”、12ab %：；\n—…𠮷"), max_size=120), st.integers(40, 200))
def test_lines_keep_every_character_and_their_width(text, width):
    lines = lines_of(text, BODY, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(fonts.face("serif").width(line, BODY.size) <= width + 0.01 for line in lines)


def test_no_line_begins_with_a_comma_or_ends_with_an_open_bracket():
    text = "入户走访（千佛山社区），查看用电、用气“安全”；老人说：好的。" * 40
    for width in range(60, 300, 7):
        lines = lines_of(text, BODY, width)
        assert not any(line[0] in NO_START for line in lines)
        assert not any(line[-1] in NO_END for line in lines)


def test_a_number_is_not_parted_over_lines():
    lines = lines_of("共走访居民12,345.60户次，" * 9, BODY, 97)
    assert all("12,345.60" in line for line in lines if "1" in line)


def test_a_long_name_is_parted_behind_its_dot():
    assert lines_of("阿卜杜热合曼·买买提依明", BODY, 85) == ["阿卜杜热合曼·", "买买提依明"]


def test_twenty_thousand_characters_go_on_over_pages(tmp_path):
    text = "今日入户走访，查看用电用气安全。" * 1250
    data = printed([Prose(text), grid([["甲", "乙"], ["一", text]], [60, 300])])
    body = "".join(
        line for line in shown(data, tmp_path).split() if "页" not in line and "试印" not in line and "打印" not in line
    )
    assert body.count("今日入户走访") >= 2490
    assert pages_of(data, tmp_path) > 15


def test_each_page_says_its_number_and_the_check_code(tmp_path):
    data = printed([grid([["序号"], *([str(n)] for n in range(120))], [100])], code="K7Q2-9XBM")
    text = text_of(data, tmp_path)
    count = pages_of(data, tmp_path)
    assert count > 1
    assert all(f"第{page}页共{count}页" in text for page in range(1, count + 1))
    assert text.count("K7Q2-9XBM") == count
    assert text.count("序号") == count


def test_the_check_code_is_stable_and_can_be_said():
    assert short_code(b"") == short_code(b"")
    assert short_code(b"1") != short_code(b"2")
    assert not set("ILOU") & set(short_code(b"abc"))
    assert len(short_code(b"abc")) == 9


def test_printing_can_be_cancelled():
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        pdf(Paper(ZH, "试印"), [Prose("字" * 9000)], stop)


def test_a_folder_that_is_gone_is_said_in_words_and_nothing_is_left(tmp_path):
    with pytest.raises(NotFound):
        keep(tmp_path / "away" / "a.pdf", b"%PDF")
    assert list(tmp_path.iterdir()) == []


def test_title_and_heading_stand_in_the_text(tmp_path):
    text = text_of(printed([*title("月报表", "2026年9月"), *heading("附表")]), tmp_path)
    assert text.startswith("月报表2026年9月附表")


def test_lines_to_sign_in_one_row_are_of_one_length():
    drawn = []

    class Recorder(Canvas):
        def line(self, x1, y1, x2, y2):
            drawn.append(x2 - x1)

    signatures = Signatures([("走访人：", ""), ("被访人签名（捺印）：", ""), ("日期：", "")], 3)
    signatures.wrap(500, 100)
    signatures.drawOn(Recorder(io.BytesIO()), 0, 0)
    assert max(drawn) - min(drawn) < 1 and min(drawn) > 60


def test_the_last_character_of_a_head_does_not_stand_alone():
    table = grid([["服务对象类别"], ["低保对象"]], [54])
    assert [len(line) for line in table._cellvalues[0][0]._lines] == [3, 3]


@given(
    st.lists(
        st.lists(st.sampled_from(["", "Female", "139 **** 6620", "低保对象", "Elder alone"]), min_size=3, max_size=3)
    )
)
def test_words_stand_whole_in_columns_as_wide_together_as_before(rows):
    before, kinds = [40.0, 60.0, 200.0], [CELL] * 3
    widths = whole_words(rows, before, kinds)
    assert sum(widths) == pytest.approx(sum(before))
    for column, width in enumerate(widths):
        words = [word for row in rows for word in (row[column].split() if "*" not in row[column] else [row[column]])]
        assert all(len(lines_of(word, CELL, width - 5.2)) == 1 for word in words if word.isascii())


def test_columns_without_room_to_spare_stay_as_they_are():
    assert whole_words([["Female", "Guardian"]], [20, 20], [CELL] * 2) == [20, 20]
