"""People and their households: the lists, the files, the person's sheet, and the way in for old ledgers."""

from models import codes
from models.people import consent
from models.people.household import Household
from models.people.person import Person
from resources.language import N_
from ui.forms.facts_file import FactsFile
from ui.forms.file_page import FilePage
from ui.prints.printing import preview_holdings
from ui.words import _, spoken

_ANSWERS = {
    "agreed": N_("agreed to"),
    "refused": N_("not agreed to"),
    "withdrawn": N_("withdrawn"),
    "ended": N_("run out"),
}


class PersonPage(FilePage):
    def __init__(self, desk):
        file = FactsFile(Person, desk, lambda person: _consents(person, desk.store.today()), desk.doubles)
        super().__init__(
            Person,
            desk,
            file,
            actions=((_("Record a visit"), "", self._visit), (_("What we hold about you"), "", self._print_holdings)),
            names=("name", "sex", "birth", "categories", "village", "risk", "phone", "household"),
            warnings=desk.doubles,
        )

    def _visit(self, person):
        self.desk.visit_household(person.household)

    def _print_holdings(self, person):
        if self.desk.may_open(person):
            preview_holdings(self.desk, person)

    def take_in_ledger(self):
        self.records.take_in_ledger()


def _consents(person, today):
    """What the person agreed to and what not: to be seen before a picture is taken or the file goes anywhere."""
    answers = consent.answers_of(person, today)
    said = (f"{codes.label('consent_kind', kind, spoken())} {_(_ANSWERS[answer])}" for kind, answer in answers.items())
    return _("Consent: {answers}", answers="　".join(said)) if answers else ""


class HouseholdPage(FilePage):
    def __init__(self, desk):
        visit = (_("Record a visit"), "", lambda household: desk.visit_household(household.id))
        super().__init__(Household, desk, actions=(visit,))
