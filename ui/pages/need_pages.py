"""Needs and the service list: their lists, with what is printed from all of them together."""

from models.linking.need import Need
from models.linking.resource import Resource
from models.linking.service_item import ServiceItem
from ui.forms.facts_file import FactsFile
from ui.forms.file_page import FilePage
from ui.forms.record_page import RecordPage
from ui.prints.printing import head_of, show_noted
from ui.widgets.link_bar import LinkBar
from ui.widgets.span_choice import ask_span
from ui.words import _, ngettext, spoken

_LISTED = ("number", "day", "what", "kind", "level", "state", "village", "matched_on")


class NeedPage(FilePage):
    """Needs, each with the resources linked to it; above the list the guiding list with the rates."""

    def __init__(self, desk):
        file = FactsFile(Need, desk, lambda need: _waited(need, desk.store.today()))
        super().__init__(Need, desk, file, names=_LISTED)
        self.bar = LinkBar(((_("Guiding list and rates…"), "printer", self.preview_ranking),))
        self.layout().insertWidget(0, self.bar)
        self.changed_state.connect(lambda: self.bar.setVisible(self.shows_tabs))

    def preview_ranking(self):
        title = _("Guiding list from the needs collected")
        sentence = _("What was asked for most, the conversion rate, and how long needs waited.")
        if span := ask_span(self, self.desk.store.today(), title, sentence, place=2):
            from exports.papers.resource_papers import ranking_pdf  # reportlab: only when something is printed

            show_noted(self.desk, title, ranking_pdf(*span, **head_of(self.desk)))


def _waited(need, today):
    """How long the need has waited, or waited until it was matched."""
    if need.waited is not None:
        return ngettext("Matched after {n} day", "Matched after {n} days", need.waited)
    days = (today - need.day).days if need.state == "waiting" and need.day else None
    return "" if days is None else ngettext("Waiting for {n} day", "Waiting for {n} days", days)


class ResourcePage(FilePage):
    """Resources, each with what was given out of it and what is left."""

    def __init__(self, desk):
        super().__init__(Resource, desk, FactsFile(Resource, desk, _left_of))


def _left_of(resource):
    quantity, value = resource.left()
    unit = resource.unit or ""
    left = None if quantity is None else _("Left: {count} {unit}", count=spoken().number(quantity), unit=unit)
    worth = None if value is None else _("worth {yuan} yuan", yuan=spoken().money(value))
    return "　".join(filter(None, (left, worth)))


class ServicePage(RecordPage):
    """The service list; above it the list on paper, and the menu for the wall."""

    def __init__(self, desk):
        super().__init__(ServiceItem, desk)
        self.bar = LinkBar(
            (
                (_("Service list on paper"), "printer", self.preview_list),
                (_("Service menu, A4"), "printer", lambda: self.preview_menu(False)),
                (_("Service menu, A3"), "printer", lambda: self.preview_menu(True)),
            )
        )
        self.layout().insertWidget(0, self.bar)
        self.changed_state.connect(lambda: self.bar.setVisible(self.shows_tabs))

    def preview_list(self):
        from exports.papers.service_menu import list_pdf  # reportlab: only when something is printed

        show_noted(self.desk, _("Service list"), list_pdf(self.desk.store.today(), **head_of(self.desk)))

    def preview_menu(self, large):
        from exports.papers.service_menu import menu_pdf  # reportlab: only when something is printed

        phone = self.desk.station.phone or ""
        data = menu_pdf(self.desk.store.today(), phone=phone, large=large, **head_of(self.desk))
        show_noted(self.desk, _("Service menu"), data)
