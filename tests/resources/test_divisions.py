from resources import divisions


def test_every_town_of_the_country_is_there():
    towns = [code for code in divisions._divisions() if len(code) == 9]
    assert len(towns) == 41_352
    assert all(divisions.path(code).count("/") >= 1 for code in towns)


def test_a_town_is_found_by_a_piece_of_its_name():
    assert ("341823106", "安徽省/宣城市/泾县/云岭镇") in divisions.towns("云岭")
    assert ("110111208", "北京市/房山区/霞云岭乡") in divisions.towns("云岭")


def test_a_town_is_found_by_its_sound_and_by_its_initials():
    assert "341823106" in dict(divisions.towns("yunlingz"))
    assert "341823106" in dict(divisions.towns("jingxian ylz"))


def test_words_before_the_town_say_where_it_lies():
    found = divisions.towns("贵州 chengguan", limit=50)
    assert found
    assert all(path.startswith("贵州省/") for _code, path in found)


def test_the_name_itself_comes_before_names_that_hold_it():
    paths = [path for _code, path in divisions.towns("云岭乡")]
    assert paths[0].endswith("/云岭乡")
    assert paths.index("北京市/房山区/霞云岭乡") == len(paths) - 1


def test_no_more_are_given_than_asked_for():
    assert len(divisions.towns("城关", limit=3)) == 3


def test_nothing_typed_and_nonsense_find_nothing():
    assert divisions.towns("") == divisions.towns("  ") == divisions.towns("qqqq") == []


def test_a_path_leaves_out_placeholders_and_says_no_name_twice():
    assert divisions.path("110101001") == "北京市/东城区/东华门街道"
    assert divisions.path("441900003") == "广东省/东莞市/东城街道"


def test_a_village_code_is_told_as_its_town():
    assert divisions.path("341823106203") == "安徽省/宣城市/泾县/云岭镇"


def test_an_unknown_code_has_no_path():
    assert divisions.path("999999999") == divisions.path("") == ""


def test_a_county_is_found_as_towns_are():
    assert ("341823", "安徽省/宣城市/泾县") in divisions.counties("jingxian")
    assert ("341823", "安徽省/宣城市/泾县") in divisions.counties("宣城 泾")
    assert all(len(code) == 6 for code, _path in divisions.counties("chengguan"))
