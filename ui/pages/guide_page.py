"""The purchase guide: its list, filled from what was asked for in the year, and the guide on paper."""

from models.errors import UserError
from models.partners import purchase_guide
from models.partners.purchase_guide import PurchaseGuide
from ui.forms.record_page import RecordPage
from ui.prints.printing import head_of, show_noted
from ui.widgets.link_bar import LinkBar
from ui.widgets.messages import tell
from ui.words import _, ngettext


class GuidePage(RecordPage):
    def __init__(self, desk):
        super().__init__(PurchaseGuide, desk)
        self.bar = LinkBar(
            (
                (_("Fill from the needs of this year"), "plus", self.draw),
                (_("Purchase guide of this year…"), "printer", self.preview),
            )
        )
        self.layout().insertWidget(0, self.bar)
        self.changed_state.connect(lambda: self.bar.setVisible(self.shows_tabs))

    @property
    def year(self):
        return f"{self.desk.store.today():%Y}"

    def draw(self):
        """Enter what was asked for and is not there yet; what is there is counted anew."""
        try:
            made = purchase_guide.draw(self.year)
        except UserError as error:
            tell(self, error)
            return
        self.list.reload()
        self.desk.window.toast(
            ngettext("{n} service was entered from the needs.", "{n} services were entered from the needs.", len(made))
        )

    def preview(self):
        from exports.papers.guide_paper import guide_pdf  # reportlab: only when something is printed

        show_noted(self.desk, _("Purchase guide of {year}", year=self.year), guide_pdf(self.year, **head_of(self.desk)))
