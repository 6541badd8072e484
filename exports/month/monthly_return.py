"""What a monthly return (月报表, form SGZ-01) says: the figures of a station as signed, or as they stand."""

import json
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from models.check_code import code_of, short_code
from models.commits import canon
from models.figures import AnnexLine, annexes, month_table, signing
from models.figures.packed import as_kept
from resources.language import N_, Language

NAME = N_("Monthly return of the social-work station")


@dataclass(frozen=True)
class Return:
    """What a monthly return says beside its figures.

    table    figures.Table; `annexes` and `checks` as models.figures gives them
    names    who stands under it: head, lead, filler, phone
    reasons  what was written to a check that does not hold, by its code
    targets  the year's target by number of the figure
    made     when it is printed; `signed` the day of the signature; `correction` 1 and up for a corrected month
    seal     the fingerprint of the certificate it is signed with
    """

    language: Language
    table: object
    station: str
    short: str = ""
    annexes: tuple = ()
    checks: tuple = ()
    names: dict = field(default_factory=dict)
    reasons: dict = field(default_factory=dict)
    targets: dict = field(default_factory=dict)
    code: str = ""
    issuer: str = ""
    made: datetime | None = None
    signed: date | None = None
    correction: int = 0
    seal: str = ""

    @property
    def title(self) -> str:
        return self.language.text(NAME)

    @property
    def period(self) -> str:
        return self.language.month(self.table.month)


def check_code(table, annexes=()) -> str:
    """The check code (校验码): equal exactly when every number and every state is, on paper and in the signed month."""
    return short_code(canon(as_kept(table, annexes)))


def read(store, month: str, language: Language, issuer: str = "") -> Return:
    """The return of the station in `store` for a month written YYYY-MM: as signed, or as it stands where it is not."""
    with store:
        station = store.tables["station"].get_by_id(store.unit)
        signed = signing.versions(store.unit, month)
        found = annexes(store.unit, month)
        if signed:
            table = signing.table_of(signed[-1])
            kept = json.loads(signed[-1].figures)["annexes"]
            found = tuple(_as_signed(annex, kept) for annex in found)
        else:
            table = month_table(store.unit, month)
        paper = Return(
            language, table, station.name or "", station.short or "", found, tuple(signing.checks_of(table, found)),
            code=check_code(table, found), issuer=issuer, made=store.now(),
            names={"phone": station.phone or "", "filler": _at_the_desk(store)},
        )  # fmt: skip
        return _with_signature(paper, signed) if signed else paper


def _at_the_desk(store):
    """Who prints the form fills it in."""
    member = store.tables["staff"].get_or_none(store.tables["staff"].id == store.user) if store.user else None
    return member.name if member else ""


def _as_signed(annex, kept):
    said = kept.get(annex.number, {"lines": [], "total": [None] * len(annex.columns)})
    lines = tuple(AnnexLine(code, N_("Not stated"), tuple(values)) for code, values in said["lines"])
    return replace(annex, lines=lines, total=tuple(said["total"]))


def _with_signature(paper, versions):
    last = versions[-1]
    signer = last.linked("signer")
    reasons = json.loads(last.reasons) if last.reasons else {}
    names = {**paper.names, "lead": signer.name if signer else ""}
    code = code_of(bytes.fromhex(last.digest))
    return replace(paper, code=code, names=names, reasons=reasons, signed=last.day, correction=len(versions) - 1)
