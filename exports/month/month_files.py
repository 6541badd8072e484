"""The month on disk: the signed PDF and the workbook, each there whole or not at all."""

from dataclasses import replace

from exports import sign
from exports.layout.document import keep
from exports.month import month, monthly_return
from exports.month.month_workbook import month_workbook
from models.files import silent
from resources.language import Language


def write(store, wanted: str, *, pdf, xlsx, language: Language, tick=silent) -> None:
    """Write the return of a month (YYYY-MM) as `pdf`, signed with the station's certificate, and as `xlsx`."""
    key, certificate = sign.station_certificate(store)
    paper = replace(monthly_return.read(store, wanted, language), seal=sign.fingerprint(certificate))
    keep(pdf, sign.sign(month.month_pdf(paper, tick), key, certificate))
    month_workbook(paper).keep(xlsx)
