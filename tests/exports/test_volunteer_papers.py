"""The papers of volunteers: the proof and its annex, the sheet for the national network, stars, ledgers."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from exports import prints
from exports.papers import certificate, national, volunteer_lists, volunteer_papers
from exports.papers.hours import hours_said, hundredths_of_hours
from models.check_code import code_of
from models.volunteering.agreement import VolunteerAgreement
from models.volunteering.certificate import VolunteerCertificate
from models.volunteering.hours import VolunteerHours
from models.volunteering.team import VolunteerTeam
from models.volunteering.volunteer import Volunteer
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, text_of

ZH = Language("zh_CN")
CLAIMS = ("官方", "国家标准", "已认证", "MZ/T")
ID = "510411198312164707"


@pytest.fixture
def said(store):
    return {"language": ZH, "station": "云岭镇社工站", "made": store.now()}


@pytest.fixture
def volunteer(store):
    team = VolunteerTeam.new(name="银龄志愿服务队", founded=date(2026, 1, 5))
    team.save()
    volunteer = Volunteer.new(
        name="何桂香·卓玛", id_number=ID, village="上村", registered=date(2026, 1, 1), national=date(2026, 1, 2)
    )
    volunteer.save()
    return volunteer


def shift(volunteer, day, minutes=190, state="confirmed", **answers):
    end = time(9 + minutes // 60, minutes % 60)
    content = "为独居老人理发 <b>"
    about = {"content": content, "place": "上村", "organiser": "云岭镇社工站", "leader": "韦敏"} | answers
    hours = VolunteerHours.new(volunteer=volunteer.id, day=day, start=time(9), end=end, state=state, **about)
    hours.save()
    return hours


def proof(volunteer, **answers):
    record = VolunteerCertificate.new(volunteer=volunteer.id, responsible="韦敏", handler="潘晓燕", **answers)
    record.save()
    return record


def many(volunteer, count, first=date(2026, 3, 1)):
    return [shift(volunteer, first + timedelta(number)) for number in range(count)]


def test_a_proof_states_time_content_and_recording_unit(volunteer, said, tmp_path):
    many(volunteer, 3)
    record = proof(volunteer, purpose="求职")
    record.move("issue")
    data = certificate.certificate_pdf(record, **said)
    text = text_of(data, tmp_path)
    assert is_clean(data, tmp_path) and pages_of(data, tmp_path) == 2
    assert "志愿服务时间共计9.5小时（3次）" in text
    assert "为独居老人理发<b>" in text and "记录单位云岭镇社工站" in text
    for part in ("何桂香·卓玛", record.number, ID, "求职", "韦敏", "潘晓燕", "（盖章处）", "2026年3月1日"):
        assert part in text
    assert f"校验码{code_of(bytes.fromhex(record.digest))}" in text


def test_a_proof_claims_nothing_of_other_registers(volunteer, said, tmp_path):
    many(volunteer, 1)
    record = proof(volunteer)
    record.move("issue")
    for data in (
        certificate.certificate_pdf(record, **said),
        certificate.certificate_pdf(VolunteerCertificate, **said),
    ):
        assert not [word for word in CLAIMS if word in text_of(data, tmp_path)]


def test_before_it_is_issued_a_proof_says_so_and_masks_the_number_of_papers(volunteer, said, tmp_path):
    many(volunteer, 1)
    record = proof(volunteer)
    draft = text_of(certificate.certificate_pdf(record, **said), tmp_path)
    record.move("show")
    shown = text_of(certificate.certificate_pdf(record, **said), tmp_path)
    assert "核对稿，尚未出具" in draft and "公示中，尚未出具" in shown
    assert ID not in draft and ID not in shown


def test_a_void_proof_says_so(volunteer, said, tmp_path):
    many(volunteer, 1)
    record = proof(volunteer)
    record.move("issue")
    record.move("void", why="姓名有误")
    assert "本证明已作废" in text_of(certificate.certificate_pdf(record, **said), tmp_path)


def test_the_annex_lists_every_shift_and_its_sum(volunteer, said, tmp_path):
    many(volunteer, 60)
    record = proof(volunteer)
    record.move("issue")
    data = certificate.certificate_pdf(record, **said)
    text = text_of(data, tmp_path)
    assert pages_of(data, tmp_path) > 2
    assert text.count("09:00–12:10") == 60
    assert "共60次" in text and text.count("190.0") >= 2


@given(minutes=st.lists(st.integers(1, 600), max_size=30))
@settings(max_examples=50)
def test_hours_are_added_before_they_are_rounded(minutes):
    total = sum(minutes)
    assert abs(float(hours_said(total, Language("en")).replace(",", "")) - total / 60) <= 0.05 + 1e-9
    assert abs(hundredths_of_hours(total) - total / 60) <= 0.005 + 1e-9


@pytest.mark.parametrize(("minutes", "said"), [(0, "0.0"), (3, "0.1"), (150, "2.5"), (190, "3.2"), (60_000, "1,000.0")])
def test_hours_have_one_decimal(minutes, said):
    assert hours_said(minutes, Language("en")) == said


def test_the_national_sheet_is_in_batches_of_ten_and_leaves_out_what_is_entered(volunteer, store):
    shifts = many(volunteer, 23)
    shifts[0].national, shifts[0].national_on = "yes", date(2026, 3, 20)
    shifts[0].save()
    shift(volunteer, date(2026, 5, 1), state="pending")
    found = national.entries(date(2026, 1, 1), date(2026, 9, 15))
    assert [sum(entry.batch == batch for entry in found) for batch in (1, 2, 3)] == [10, 10, 2]
    assert {entry.hours for entry in found} == {3.17}
    assert not any(entry.doubt for entry in found)


def test_the_national_sheet_says_what_the_network_would_not_take(store):
    stranger = Volunteer.new(name="甲", registered=date(2026, 1, 1))
    stranger.save()
    known = Volunteer.new(name="乙", id_number=ID, registered=date(2026, 1, 1))
    known.save()
    for one in (stranger, known):
        shift(one, date(2026, 3, 1))
    found = national.entries(date(2026, 1, 1), date(2026, 9, 15))
    doubts = {entry.volunteer.name: entry.doubt for entry in found}
    assert doubts == {"甲": "ID document number missing", "乙": "not yet registered there"}
    assert national.mark_entered(found, date(2026, 9, 15)) == 0


def test_nobody_is_entered_in_the_network_against_their_will(volunteer, store):
    many(volunteer, 1)
    volunteer.agreed = "no"
    volunteer.save()
    (found,) = national.entries(date(2026, 1, 1), date(2026, 9, 15))
    assert found.doubt == "does not agree to the entry"


def test_what_was_typed_in_is_marked_and_gone_from_the_next_sheet(volunteer, store):
    shifts = many(volunteer, 3)
    span = date(2026, 1, 1), date(2026, 9, 15)
    assert national.mark_entered(national.entries(*span), date(2026, 9, 15)) == 3
    again = VolunteerHours.get_by_id(shifts[0].id)
    assert (again.national, again.national_on) == ("yes", date(2026, 9, 15))
    assert national.entries(*span) == []


def test_the_national_workbook_has_whole_numbers_and_two_decimals(volunteer, store, tmp_path):
    team = VolunteerTeam.get()
    team.registration = "510411030000123"
    team.save()
    for one in many(volunteer, 2):
        one.team = team.id
        one.save()
    path = tmp_path / "补录.xlsx"
    national.national_workbook(path, date(2026, 1, 1), date(2026, 9, 15), language=ZH, station="云岭镇社工站")
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert rows[2][3] == ID and rows[2][10] == 3.17 and rows[2][8] == "2026-03-01 09:00"
    assert rows[2][6:8] == ["银龄志愿服务队", "510411030000123"]
    assert not [word for row in rows for cell in row for word in CLAIMS if word in str(cell)]


def test_the_national_sheet_on_paper_masks_numbers(volunteer, said, tmp_path):
    many(volunteer, 2)
    text = text_of(national.national_pdf(date(2026, 1, 1), date(2026, 9, 15), **said), tmp_path)
    assert "3.17" in text and ID not in text and "5104" in text
    empty = national.national_pdf(date(2025, 1, 1), date(2025, 2, 1), **said)
    assert "都已标记录入" in text_of(empty, tmp_path)


def test_a_ledger_sums_the_confirmed_hours_only(volunteer, said, tmp_path):
    many(volunteer, 2)
    shift(volunteer, date(2026, 5, 1), state="pending")
    shift(volunteer, date(2026, 5, 2), state="void", content="作废的")
    text = text_of(volunteer_papers.ledger_pdf(volunteer, **said), tmp_path)
    assert "6.3" in text and "9.5" not in text and "待审" in text and "作废的" not in text


def test_the_list_of_stars_goes_by_the_table_of_the_region(volunteer, said, tmp_path):
    many(volunteer, 32)  # 101 hours and 20 minutes
    other = Volunteer.new(name="少", registered=date(2026, 1, 1))
    other.save()
    shift(other, date(2026, 3, 1))
    assert [(one.name, stars) for one, _minutes, stars in volunteer_lists.starred()] == [("何桂香·卓玛", 1)]
    text = text_of(volunteer_lists.stars_pdf(**said), tmp_path)
    assert "101.3" in text and "少" not in text and "满100小时" in text


def test_the_month_has_the_figures_of_the_table(volunteer, said, store, tmp_path):
    many(volunteer, 2)
    text = text_of(volunteer_lists.month_pdf(store, "2026-03", **said), tmp_path)
    assert "2026年3月" in text and "44服务时长小时6.3" in text


def test_the_sheet_to_sign_in_and_out_fits_its_page(volunteer, said, tmp_path):
    occasion = volunteer_papers.Occasion("中秋敬老 <i>", date(2026, 9, 20), "上村", "韦敏")
    data = volunteer_papers.sheet_pdf(occasion, [volunteer], station="云岭镇社工站", language=ZH)
    text = text_of(data, tmp_path)
    assert pages_of(data, tmp_path) == 1 and "中秋敬老<i>" in text and "何桂香" in text
    blank = volunteer_papers.sheet_pdf(volunteer_papers.Occasion(), station="云岭镇社工站", language=ZH)
    assert pages_of(blank, tmp_path) == 1


def test_an_agreement_has_its_terms_filled_in_or_blank(volunteer, said, tmp_path):
    agreement = VolunteerAgreement.new(volunteer=volunteer.id, content="理发")
    agreement.save()
    for record in (agreement, VolunteerAgreement):
        text = text_of(prints.record_pdf(record, **said), tmp_path)
        assert "自愿、无偿" in text and "人身意外伤害保险" in text and "无偿出具志愿服务记录证明" in text


def test_the_form_of_a_volunteer_is_the_registration_form(volunteer, said, tmp_path):
    data = prints.record_pdf(Volunteer, **said)
    assert text_of(data, tmp_path).startswith("志愿者登记表") and pages_of(data, tmp_path) == 1
