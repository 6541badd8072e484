"""How names sound."""

import pytest

from models import pinyin


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("单雄信", "shanxiongxin"),
        ("仇英", "qiuying"),
        ("曾国藩", "zengguofan"),
        ("朴树", "piaoshu"),
        ("解缙", "xiejin"),
        ("查良镛", "zhaliangyong"),
        ("吕布", "lvbu"),
        ("万俟卨", "moqixie"),
        ("尉迟恭", "yuchigong"),
        ("王𠮷明", "wangjiming"),
        ("次仁·卓玛措姆", "cirenzhuomacuomu"),
        ("重庆", "chongqing"),
        ("重庆", "zhongqing"),
        ("单田芳", "dantianfang"),
        ("䶮", "yan"),
        ("任我行", "renwoxing"),
        ("Ann李", "annli"),
    ],
)
def test_a_name_is_found_by_how_it_may_be_said(name, spelling):
    assert spelling in pinyin.spellings(name)


@pytest.mark.parametrize(("name", "usual"), [("单雄信", "shanxiongxin"), ("曾国藩", "zengguofan"), ("刘阳", "liuyang")])
def test_the_surnames_own_reading_comes_first(name, usual):
    assert pinyin.spellings(name)[0] == usual


@pytest.mark.parametrize("name", ["", "·", "，。", "🙂", "\ue000"])
def test_signs_have_no_sound(name):
    assert pinyin.spellings(name) == []


def test_a_name_of_fifty_many_voiced_characters_is_soon_spelt():
    assert 0 < len(pinyin.spoken("重" * 50)) <= 8
