"""Every form on its way to the county: what may go up arrives as it was, the rest is marked as not sent."""

import pytest

from exports.bundle import sending
from exports.bundle.key_file import trust, write_key
from hub import receive
from models import proof, register
from models.fields import IdNumber, Name, Notes, Phone
from resources.language import Language
from tests.exports import hostile, samples
from tests.hub.conftest import make

FORMS = [form for form in register.RECORDS if form._meta.table_name != "station"]


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """(records of the station by table, the county that took its bundle, the station)."""
    folder = tmp_path_factory.mktemp("travels")
    township, county = make(folder / "station", "云岭镇社工站"), make(folder / "county", "示例县", "county")
    _trusting(township, county, folder)
    with township:
        records = samples.fill_all(township, hostile.Filler)
    sending.send(township, folder / "stick")
    receive.take_in(county, receive.bundles_on(folder / "stick"))
    yield records, county, township
    township.close()
    county.close()


def _trusting(township, county, folder):
    trust(township, write_key(county, folder / "county.tzkey"))
    trust(county, write_key(township, folder / "station.tzkey"))
    (folder / "stick").mkdir()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_what_may_go_up_arrives_and_the_rest_is_marked(sent, form):
    records, county, _township = sent
    ours = records[form._meta.table_name]
    with county:
        theirs = form.get_by_id(ours.id)
        for name, question in form.questions().items():
            if question.is_empty(getattr(ours, name)):
                continue
            if question.upward:
                assert getattr(theirs, name) == getattr(ours, name)
                assert name not in theirs.withheld
            else:
                assert question.is_empty(getattr(theirs, name))
                assert name in theirs.withheld
                assert question.show(getattr(theirs, name), Language()) == ""


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_no_name_number_or_narrative_is_among_what_goes_up(form):
    kinds = (Name, Notes, IdNumber, Phone)
    assert not [name for name, question in form.questions().items() if isinstance(question, kinds) and question.upward]


def test_both_hold_afterwards(sent):
    _records, county, township = sent
    for store in (county, township):
        with store:
            assert proof.check(store) == []
