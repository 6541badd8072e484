"""Above a person's file stands what the person agreed to and what not."""

from models.people.consent import Consent
from models.people.person import Person


def test_what_was_agreed_to_and_what_not_stands_above_the_file(desk, store):
    person = Person.new(name="龙秀英", birth="1950-03-21", id_kind="none")
    person.save()
    desk.open_row("person", person.id)
    assert not desk.window.page.file.facts.isVisibleTo(desk.window.page.file)
    Consent.new(person=person.id, kind="general").save()
    Consent.new(person=person.id, kind="image", state="refused").save()
    given = Consent.new(person=person.id, kind="upward")
    given.withdrawn = store.today()
    given.save()
    desk.window.page.file.shown()
    said = desk.window.page.file.facts.text()
    words = ("一般个人信息 已同意", "影像 不同意", "上报 已撤回", "转介")
    assert [word in said for word in words] == [True, True, True, False]
