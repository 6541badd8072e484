"""Papers of the persons served: the slip with only what is handed over, notices for each kind, all that is held."""

from datetime import date

import pytest

from exports import prints
from exports.papers import consent_paper, holdings
from exports.papers.expiry_list import destruction_pdf
from exports.papers.referral_slip import referral_pdf
from models import codes
from models.casework.case import Case
from models.casework.session import CaseSession
from models.fields import Line
from models.linking.mandatory_report import MandatoryReport
from models.linking.referral import Referral
from models.people.consent import Consent
from models.people.household import Household
from models.people.person import Person
from models.people.retention import Destruction
from models.services.visit import Visit
from models.station import Station
from resources.language import Language
from tests.exports.paper import is_clean, pages_of, shown, text_of

SAYS = {"language": Language("zh_CN"), "station": "云岭镇社工站"}
FACTS = {
    "name": "龙小花", "sex": "女", "birth": "2016-03-21", "id_number": "出生证G450001", "phone": "13912346620",
    "address": "河口村３组", "guardian": "祖母龙秀英", "health": "哮喘", "household": "户主龙阿公",
    "reason": "夜间发作", "done": "陪诊一次", "wanted": "雾化治疗", "enclosed": "病历复印件", "income": "务农为生",
}  # fmt: skip


@pytest.fixture
def person(store):
    home = Household.new(head="户主龙阿公", village="河口村")
    home.save()
    person = Person.new(
        name="龙小花", sex="2", birth="2016-03-21", id_kind="birth", id_number="出生证G450001", phone="13912346620",
        address="河口村３组", guardian="祖母龙秀英", health="哮喘", household=home.id, income="务农为生",
    )  # fmt: skip
    person.save()
    return person


TOLD = ("处理目的", "信息种类", "处理方式", "保存期限", "你的权利", "撤回", "监护人", "文本版本2026-2")


def slip(person, handed):
    agreed = Consent.new(person=person.id, kind="referral", by="guardian", giver="祖母龙秀英")
    agreed.save()
    one = Referral.new(
        person=person.id, consent=agreed.id, agency="县人民医院", purpose="评估", handed=handed, reason="夜间发作",
        done="陪诊一次", wanted="雾化治疗", enclosed="病历复印件",
    )  # fmt: skip
    one.save()
    return one


@pytest.mark.parametrize("kind", [kind.code for kind in codes.choices("handed_kind")])
def test_a_slip_prints_the_kind_ticked_and_no_other(person, kind, tmp_path):
    text = text_of(referral_pdf(slip(person, (kind,)), **SAYS), tmp_path)
    told = {name for name, fact in FACTS.items() if fact in text}
    assert told == {kind} & set(FACTS)


def test_a_slip_has_a_receipt_to_tear_off_on_the_same_page(person, tmp_path):
    data = referral_pdf(slip(person, ("name", "wanted")), **SAYS)
    text = text_of(data, tmp_path)
    assert text.index("沿虚线撕下") < text.index("转介回执") < text.index("□不受理")
    assert pages_of(data, tmp_path) == 1 and is_clean(data, tmp_path)


def test_of_a_long_slip_only_the_receipt_goes_on_a_page_of_its_own(person, tmp_path):
    long = slip(person, [kind.code for kind in codes.choices("handed_kind")])
    long.reason = long.done = long.wanted = "夜间发作，送医观察。" * 12
    data = referral_pdf(long, **SAYS)
    first, second = shown(data, tmp_path).split("\f")[:2]
    assert "站长" in first and "站长" not in second and "转介回执" in second


def test_answers_of_one_kind_stand_in_one_line_with_one_stop(person, tmp_path):
    person.health, person.care = "哮喘，夜间要备药。", "1"
    person.save()
    text = text_of(referral_pdf(slip(person, ("health",)), **SAYS), tmp_path)
    assert "哮喘，夜间要备药、" in text and "。、" not in text


def test_a_slip_says_who_refers_and_how_to_reach_them(store, person, tmp_path):
    station = Station.mine()
    station.phone = "077512345678"
    station.save()
    out = slip(person, ("name",))
    assert "转出单位：云岭镇社工站" in text_of(referral_pdf(out, **SAYS), tmp_path)
    assert "转出单位电话：077512345678" in text_of(referral_pdf(out, **SAYS), tmp_path)
    came = Referral.new(
        person=person.id, direction="in", agency="县妇联", contact_phone="13787654321", reason="家访发现"
    )  # fmt: skip
    came.save()
    text = text_of(referral_pdf(came, **SAYS), tmp_path)
    assert "转出单位：县妇联" in text and "转出单位电话：13787654321" in text


def test_a_mandatory_report_tells_the_police_who_it_is_in_full(store, person, tmp_path):
    report = MandatoryReport.new(person=person.id, situation=("4",), reporter_phone="13700000001", observed="瘀青")
    report.save()
    text = text_of(prints.record_pdf(report, **SAYS), tmp_path)
    for told in ("2016-03-21", "出生证G450001", "13912346620", "河口村３组", "祖母龙秀英", "13700000001"):
        assert told in text
    unknown = MandatoryReport.new(given_name="小雀", situation=("4",))
    unknown.save()
    assert "小雀" in text_of(prints.record_pdf(unknown, **SAYS), tmp_path)


def test_the_form_of_a_family_lists_the_members_on_file(store, person, tmp_path):
    home = person.linked("household")
    text = text_of(prints.record_pdf(home, **SAYS), tmp_path)
    assert "在档家庭成员" in text and "龙小花" in text and "哮喘" in text
    assert "在档家庭成员" not in text_of(prints.record_pdf(Household, **SAYS), tmp_path)


def test_a_blank_slip_offers_every_kind(store, tmp_path):
    text = text_of(referral_pdf(Referral, **SAYS), tmp_path)
    assert all(f"□{kind.label_zh}" in text for kind in codes.choices("handed_kind"))


@pytest.mark.parametrize("kind", [kind.code for kind in codes.choices("consent_kind")])
def test_each_kind_has_a_notice_of_its_own_on_one_page(person, kind, tmp_path):
    consent = Consent.new(
        person=person.id, kind=kind, by="guardian", giver="龙秀英", state="refused", receiver="县医院"
    )
    consent.save()
    data = consent_paper.consent_pdf(consent, **SAYS)
    text = text_of(data, tmp_path)
    assert all(words in text for words in TOLD)
    assert pages_of(data, tmp_path) == 1 and is_clean(data, tmp_path)
    assert "龙秀英" in text and "■不同意" in text and "□同意" in text
    assert ("县医院" in text) == (kind in ("referral", "upward"))


def test_blank_notices_have_one_page_for_each_kind(store, tmp_path):
    data = consent_paper.consent_pdf(Consent, **SAYS)
    text = text_of(data, tmp_path)
    kinds = len(codes.choices("consent_kind"))
    assert all(text.count(words) >= kinds for words in TOLD)
    assert pages_of(data, tmp_path) == kinds


def test_the_notice_on_pictures_names_its_scope_and_nothing_to_tick_that_is_not_there(store, tmp_path):
    text = text_of(consent_paper.consent_pdf(Consent, **SAYS), tmp_path)
    assert "下面“同意范围”写明的" in text and "经你勾选" not in text


def test_what_is_held_tells_file_visits_consents_and_with_whom_it_was_shared(store, person, tmp_path):
    Visit.new(household=person.household, seen=(person.id,), visitors=(store.user,), found="夜里咳嗽").save()
    Consent.new(person=person.id, kind="image", by="guardian", giver="龙秀英").save()
    slip(person, ("name",))
    text = text_of(holdings.holdings_pdf(person, **SAYS), tmp_path)
    for words in ("龙小花", "13912346620", "户主龙阿公", "夜里咳嗽", "影像", "县人民医院"):
        assert words in text


def test_what_stands_in_the_files_of_a_person_is_told_too_and_nothing_of_others(store, person, tmp_path):
    other = Person.new(name="莫大山", village="河口村", id_kind="none")
    other.save()
    for one, words in ((person, "谈到夜里害怕"), (other, "谈到债务")):
        case = Case.new(person=one.id, source="01", worker=store.user)
        case.save()
        CaseSession.new(case=case.id, worker=store.user, notes=words).save()
    text = text_of(holdings.holdings_pdf(person, **SAYS), tmp_path)
    assert "谈到夜里害怕" in text
    assert "谈到债务" not in text and "莫大山" not in text


def test_what_is_held_tells_judgements_but_not_the_notes_on_the_work_itself_and_says_so(store, person, tmp_path):
    case = Case.new(person=person.id, source="01", worker=store.user)
    case.save()
    CaseSession.new(
        case=case.id, worker=store.user, notes="谈到夜里害怕", reflection="我问得太急", remark="下次先听"
    ).save()
    text = text_of(holdings.holdings_pdf(person, **SAYS), tmp_path)
    assert "谈到夜里害怕" in text
    assert "我问得太急" not in text and "下次先听" not in text
    assert "未列入本件" in text and "向站长提出" in text


def test_what_is_held_tells_of_the_family_but_not_of_the_others_in_it(store, person, tmp_path):
    household = person.linked("household")
    household.wages = 1_800_000
    household.relatives = (Line(name="龙大山", health="肝病", income=150_000),)
    household.supporters = (Line(name="龙小山", work="县城修车铺", monthly=30_000),)
    household.save()
    text = text_of(holdings.holdings_pdf(person, **SAYS), tmp_path)
    assert "18,000.00" in text
    for words in ("龙大山", "肝病", "1,500.00", "龙小山", "修车铺"):
        assert words not in text


def test_what_is_held_tells_of_no_mandatory_report(store, person, tmp_path):
    Visit.new(
        household=person.household,
        seen=(person.id,),
        visitors=(store.user,),
        found="夜里咳嗽",
        leads=("report", "case"),
    ).save()
    text = text_of(holdings.holdings_pdf(person, **SAYS), tmp_path)
    assert "强制报告" not in text and "个案" in text


def test_a_register_of_destruction_is_first_a_list_to_decide_on(store, tmp_path):
    one = Destruction.new(things=(Line(what="走访", name="龙秀英", ended=date(2019, 1, 1), until=date(2024, 1, 1)),))
    one.save()
    text = text_of(destruction_pdf(one, **SAYS), tmp_path)
    assert "到期鉴定清单" in text and "龙秀英" in text and "2024-01-01" in text
    one.appraisal = "同意"
    one.move("approve")
    assert "监销人" in text_of(destruction_pdf(one, **SAYS), tmp_path)
