"""Genogram and ecomap: everybody is there, nobody stands on another, whatever the family."""

import io
from types import SimpleNamespace

import pypdfium2
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics import renderPDF
from reportlab.pdfgen.canvas import Canvas

from exports.layout.shapes import Ring, Shape, Stroke
from exports.papers.ecomap import ecomap
from exports.papers.family_tree import Tree
from exports.papers.genogram import genogram, shapes_of
from models import codes
from resources.language import Language

CHINESE = Language("zh_CN")
GIRL = SimpleNamespace(name="覃小雨", sex="2", birth="2011-05-06")
_RELATIONS = [entry.code for entry in codes.choices("relation") if entry.code != "01"]
_YES = st.sampled_from(("yes", "no"))
_MEMBER = st.fixed_dictionaries(
    {"relation": st.sampled_from(_RELATIONS)},
    optional={
        "name": st.sampled_from(("甲", "乙某某", "阿里木江·买买提", "𠮷野")),
        "birth_year": st.sampled_from(("1950", "1983-05")),
        "sex": st.sampled_from(("1", "2", "9")), "alive": _YES, "together": _YES, "carer": _YES,
        "bond": st.sampled_from(("together", "apart", "divorced")),
        "tie": st.sampled_from(("close", "normal", "distant", "conflict", "broken")),
    },
)  # fmt: skip


def text_of(drawing):
    paper = io.BytesIO()
    canvas = Canvas(paper, pagesize=(600, 800))
    renderPDF.draw(drawing, canvas, 10, 10)
    canvas.save()
    return pypdfium2.PdfDocument(paper.getvalue())[0].get_textpage().get_text_bounded()


@settings(max_examples=150, deadline=None)
@given(st.lists(_MEMBER, min_size=1, max_size=14))
def test_everybody_has_a_place_of_their_own(family):
    tree = Tree(family, GIRL)
    drawn = [member for member in tree.members if not member.guessed]
    assert len(drawn) == len(family) + 1
    places = sorted((member.row, member.x) for member in tree.members)
    for (row, x), (below, beside) in zip(places, places[1:], strict=False):
        assert row != below or beside - x > 0.95
    assert genogram(family, GIRL, 2026, CHINESE, 500).width == 500


def test_names_relations_and_ages_stand_on_the_paper():
    family = [
        {"relation": "62", "name": "韦秀兰", "birth_year": "1952", "carer": "yes"},
        {"relation": "51", "alive": "no"},
    ]
    said = text_of(genogram(family, GIRL, 2026, CHINESE, 500))
    for words in ("韦秀兰", "祖母", "74", "主要照顾者", "覃小雨", "15", "父亲"):
        assert words in said


def test_who_has_died_is_crossed_and_has_no_age():
    alive, dead = (
        shapes_of([{"relation": "51", "birth_year": "1980", "alive": told}], GIRL, 2026, CHINESE)
        for told in ("yes", "no")
    )
    assert len([s for s in dead if isinstance(s, Stroke)]) == len([s for s in alive if isinstance(s, Stroke)]) + 2
    assert "46" in str(alive) and "46" not in str(dead)


def test_the_person_served_has_a_double_border():
    shapes = shapes_of([{"relation": "73"}], GIRL, 2026, CHINESE)
    assert len([shape for shape in shapes if isinstance(shape, Ring)]) == 2
    assert len([shape for shape in shapes if isinstance(shape, Shape)]) == 1


def test_without_a_family_there_is_no_drawing():
    assert genogram((), GIRL, 2026, CHINESE, 500) is None
    assert ecomap((), GIRL, CHINESE, 500) is None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"what": st.text(st.sampled_from("村委会学校卫生院邻居𠮷"), min_size=1, max_size=40)},
            optional={
                "strength": st.sampled_from(("strong", "normal", "weak", "tense")),
                "direction": st.sampled_from(("both", "in", "out")),
            },
        ),
        min_size=1,
        max_size=12,
    )
)
def test_all_that_is_around_a_person_is_drawn(surroundings):
    drawing = ecomap(surroundings, GIRL, CHINESE, 500)
    said = text_of(drawing)
    assert all(line["what"][0] in said for line in surroundings)
    assert drawing.height <= 320
