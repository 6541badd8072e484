"""What is told to those who audit the handling of personal data: counts by hand, and no verdict."""

from datetime import date

import pypdfium2

from exports.papers.data_care_table import data_care_statement
from models import access, read_log
from models.people.consent import Consent
from models.people.incident import DataIncident
from models.people.person import Person
from models.people.rights import RightsRequest
from resources.language import Language

ZH = Language("zh_CN")


def made(cls, **answers):
    record = cls.new(**answers)
    record.save()
    return record


def counted(store):
    return {line.label: line.said(ZH) for _heading, lines in data_care_statement(store, ZH).parts for line in lines}


def test_files_and_consents_are_counted_as_they_stand(store):
    child = made(Person, name="龙小花", birth="2014", village="上村", legal_basis="consent")  # 12 on the clock of tests
    made(Person, name="莫大山", birth="2009-01-02", village="上村", legal_basis="consent")
    made(Person, name="韦大爷", birth="1946", village="上村", legal_basis="duty")
    made(Consent, person=child.id, kind="general", by="guardian", giver="龙秀英", day=date(2026, 3, 1))
    made(Consent, person=child.id, kind="image", state="refused", by="guardian", giver="龙秀英", day=date(2026, 3, 1))
    said = counted(store)
    assert [said[label] for label in ("Files in force of people", "Of these under 14", "Of these under 18")] == list(
        "312"
    )
    assert said["Standing on consent, with none in force"] == "1"
    assert (said["Agreed to this year"], said["Refused this year"], said["Withdrawn this year"]) == ("1", "1", "0")


def test_a_consent_that_is_withdrawn_is_none_in_force(store):
    person = made(Person, name="莫大山", birth="1960", village="上村", legal_basis="consent")
    consent = made(Consent, person=person.id, kind="general", day=date(2026, 3, 1))
    assert counted(store)["Standing on consent, with none in force"] == "0"
    consent.withdrawn = date(2026, 9, 1)
    consent.save()
    said = counted(store)
    assert (said["Standing on consent, with none in force"], said["Withdrawn this year"]) == ("1", "1")


def test_looking_is_counted_from_the_read_log(store):
    child = made(Person, name="龙小花", birth="2014", village="上村")
    elder = made(Person, name="韦大爷", birth="1946", village="上村")
    for person in (child, child, elder):
        access.opened(store, person)
    read_log.note(store, "print", child)
    said = counted(store)
    assert (said["Protected records opened"], said["Files of minors opened"], said["Papers printed"]) == ("2", "2", "1")
    assert said["Users who opened them"] == "1"


def test_requests_and_incidents_are_counted_with_what_is_open(store):
    person = made(Person, name="莫大山", birth="1960", village="上村")
    made(
        RightsRequest, person=person.id, kind="copy", content="要一份", day=date(2026, 9, 1), answered=date(2026, 9, 2)
    )
    made(RightsRequest, person=person.id, kind="copy", content="再要一份", day=date(2026, 9, 3))
    made(DataIncident, kind="stick", data=("name",), course="U盘不见了")
    said = counted(store)
    assert (said["Requests about own data received"], said["Of these replied to in time"]) == ("2", "1")
    assert (said["Incidents noticed"], said["Of these not closed"]) == ("1", "1")


def test_the_paper_gives_no_verdict_and_says_so(store):
    data = data_care_statement(store, ZH).pdf(language=ZH, station="云岭镇社工站", day=store.today())
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(data))
    assert "不是审计结论" in text and "未加密（演示站）" in text
