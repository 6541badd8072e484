"""Scales on paper: a sheet to fill in for each, and a filled one with its score and how it was before.

Every page says that it is a screening and no diagnosis (精神卫生法 §23), and where the wording comes from.
"""

from datetime import datetime
from itertools import groupby

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, PageBreak

from exports.layout.answers import Answers
from exports.layout.document import BODY, CELL, HEAD, LABEL, SMALL, Paper, Signatures, gap, heading, pdf, title
from exports.layout.form_rows import form
from exports.layout.forms import PRIVATE
from exports.layout.grids import even_heads, grid, plain
from exports.layout.line_chart import LineChart
from exports.layout.prose import Prose
from models import codes
from models.fields.answers import sheet
from models.files import silent
from models.scales import advice, definition, scoring
from models.scales.over_time import course
from models.scales.result import ScaleResult
from resources.language import N_, Language

_CENTRE, _HEAD = CELL.but(align="centre"), HEAD.but(size=8, leading=10.7)
_LAST = 5  # items that stay together, so that no two of a long scale stand alone on its second page
_ROOM = "＿" * 7
_NUMBER, _OPTION, _NARROW = 9 * mm, 20 * mm, 16 * mm
_BEHIND = ("done", "handled", "observed", "repeat_on")


def scale_pdf(
    record, *, language: Language, station: str, name: str = "", signers=(), whole=False,
    made: datetime | None = None, tick=silent, bare: bool = False,
) -> bytes | list:  # fmt: skip
    """A filled scale; with the class instead of a record the sheets of all scales that have items.

    `bare` gives the story alone, to stand in a larger paper.
    """
    scale = None if isinstance(record, type) else record.definition()
    called = scale.title.say(language) if scale else language.text(name or ScaleResult.title)
    paper = Paper(language, called, station, made=made)
    if isinstance(record, type):
        return pdf(paper, _all_blank(language, station, paper.width), tick)
    story = _filled(record, scale, language, station, paper.width, whole)
    return story if bare else pdf(paper, story, tick)


def blank_pdf(scale, *, language: Language, station: str, made: datetime | None = None, tick=silent) -> bytes:
    """The sheet of one scale to fill in by hand."""
    paper = Paper(language, scale.title.say(language), station, made=made)
    return pdf(paper, _blank(scale, language, station, paper.width), tick)


def _all_blank(language, station, width):
    story = []
    for scale in map(definition.scale, definition.names()):
        if scale.items:
            story += [*_blank(scale, language, station, width), PageBreak()]
    return story[:-1]


def _blank(scale, language, station, width):
    say = language.text
    parts = (N_("Name"), N_("Sex"), N_("Age"), N_("Date"), N_("Assessor"), N_("Who helped to fill it in"))
    fields = [say(N_("{label}: {said}"), label=say(label), said=_ROOM) for label in parts]
    if scale.anonymous:
        fields[:3] = fields[3:4] + [fields[4], ""]
        fields[3:] = []
    lines = [[*fields[at : at + 3]] for at in range(0, len(fields), 3)]
    foot = [
        Prose(say(N_("Total score: ________　Range: ________________")), BODY, before=3 * mm),
        *_ranges(scale, language),
        *_foot(scale, [say(label) for label in ScaleResult.signers], language),
    ]
    return [
        *_top(scale, language, station),
        plain(lines, [width / 3] * 3, [LABEL] * 3, padding=3),
        gap(1.5 * mm),
        *_items(scale, {}, language, width, "□"),
        KeepTogether(foot),
    ]


def _filled(record, scale, language, station, width, whole):
    say, answers = language.text, Answers(record, language, whole)
    if scale is None:
        return [*title(say(record.title), station), *form(answers, width)]
    parts = ("person", "day", "phase", "mode", "worker", "helper")
    labels = [say(record.questions()[name].label) for name in parts]
    said = [
        say(N_("{label}: {said}"), label=label, said=answers.say(name))
        for label, name in zip(labels, parts, strict=True)
    ]
    refused = [Prose(say(N_("The person refused to answer.")), BODY, before=3 * mm)] if record.refused == "yes" else []
    return [
        *_top(scale, language, station),
        plain([said[:3], said[3:]], [width / 3] * 3, [LABEL] * 3, padding=3),
        gap(1.5 * mm),
        *refused,
        *_items(scale, sheet(record.answers)[2], language, width, "", record.whose().sex),
        *_outcome(record, scale, language),
        *_behind(answers, width),
        *_over_time(record, scale, language, width),
        KeepTogether(_foot(scale, [say(label) for label in record.signers], language)),
    ]


def _top(scale, language, station):
    say = language.text
    notice = say(N_("{screening}; {use}."), screening=say(advice.SCREENING), use=say(advice.NOT_A_DIAGNOSIS))
    return [
        *title(scale.title.say(language), station),
        *([] if scale.anonymous else [Prose(notice, LABEL.but(align="centre"), after=2 * mm)]),
        *([Prose(scale.about.say(language), BODY, after=1 * mm)] if scale.about.say(language) else []),
    ]


def _items(scale, answers, language, width, empty, sex=None):
    """One table for each run of items with the same answers."""
    story, run = [], []
    asked = [item for item in scale.items if item.sex is None or sex in (None, item.sex)]
    for item in asked:
        if run and item.options != run[-1].options:
            story += [_table(run, answers, language, width, empty), gap(1 * mm)]
            run = []
        run.append(item)
    return [*story, _table(run, answers, language, width, empty)] if run else story


def _table(items, answers, language, width, empty):
    options = items[0].options
    wide = _OPTION if len(options) < 5 else _NARROW
    widths = [_NUMBER, width - _NUMBER - wide * len(options), *[wide] * len(options)]
    heads = ["", language.text(N_("Item"))] + [
        language.text(N_("{key} {words}"), key=option.key, words=option.words.say(language)) for option in options
    ]
    rows = [even_heads(heads, widths, _HEAD)]
    for item in items:
        key = answers.get(item.code)
        marks = [("√" if option.key == key else empty) for option in options]
        declined = language.text(N_(" (declined)")) if key == scoring.DECLINED else ""
        number = item.code if item.code.isdigit() else ""
        rows.append([number, item.words.say(language) + declined, *marks])
    kinds = [_CENTRE, CELL.but(size=10, leading=13.5)] + [_CENTRE.but(size=11)] * len(options)
    last = [("NOSPLIT", (0, -min(_LAST, len(items))), (0, -1))]
    return grid(rows, widths, kinds=kinds, style=last, least=7.4 * mm)


def _ranges(scale, language):
    """What totals mean, in one paragraph; where ranges are for some only, each says for whom."""
    bands = [band for band in scale.bands if band.narrow] or scale.bands
    parts = []
    for called, same in groupby(bands, lambda band: (band.code, _for_whom(band, language))):
        first, *more = same
        last = more[-1] if more else first
        span = str(first.low) if first.low == last.high else f"{first.low}–{last.high}"
        parts.append(f"{span} {codes.label('scale_band', called[0], language)}{called[1]}")
    said = language.text(N_("Ranges: {ranges}"), ranges="　".join(parts))
    return [Prose(said, SMALL, before=2 * mm)] if parts else []


def _for_whom(band, language):
    """“ (women, from 60 years)”, or nothing."""
    say, parts = language.text, []
    if band.sex:
        parts.append(say({"1": N_("men"), "2": N_("women")}[band.sex]))
    least, below = band.ages
    if least is not None:
        parts.append(say(N_("from {years} years"), years=least))
    if below is not None:
        parts.append(say(N_("below {years} years"), years=below))
    parts += [codes.label("education", code, language) for code in band.education]
    return say(N_(" ({whom})"), whom=say(N_(", ")).join(parts)) if parts else ""


def _outcome(record, scale, language):
    say, found = language.text, record.score()
    band = codes.label("scale_band", record.band, language) if record.band else "—"
    total = "—" if record.total is None else record.total
    told = say(N_("Total score: {total} of {high}　Range: {band}"), total=total, high=scale.high, band=band)
    story = [Prose(told, BODY.but(face="medium", size=11.5), before=4 * mm)]
    if found and found.parts:
        parts = (
            f"{words.say(language)} {found.parts[code]}" for code, words in scale.parts if found.parts[code] is not None
        )
        story.append(Prose(say(N_("Parts: {parts}"), parts="　".join(parts)), BODY))
    if found and found.completed:
        story.append(Prose(say(N_("Missing items were made good by the mean of the others.")), SMALL))
    if found and found.band and found.band.advice:
        story.append(Prose(say(advice.ADVICE[found.band.advice]), BODY))
    for alert in record.alerts or ():
        label = codes.label("scale_alert", alert, language)
        story.append(Prose(say(N_("To act on at once: {alert}"), alert=label), BODY.but(face="medium")))
    return [*story, *_ranges(scale, language), gap(2 * mm)]


def _behind(answers, width):
    """What was seen and done, where anything was."""
    questions = answers.record.questions()
    there = {name for name in _BEHIND if not questions[name].is_empty(getattr(answers.record, name))}
    return form(answers, width, set(questions) - there) if there else []


def _over_time(record, scale, language, width):
    results = course(record)
    if len(results) < 2:
        return []
    say = language.text
    rows = [
        [
            say(N_("Date")),
            say(N_("Before or after")),
            say(N_("Total score")),
            say(N_("Change of the score")),
            say(N_("Range of the score")),
        ]
    ]
    for before, one in zip([None, *results], results, strict=False):
        delta = "" if before is None else f"{one.total - before.total:+d}"
        phase = codes.label("scale_phase", one.phase, language) if one.phase else ""
        band = codes.label("scale_band", one.band, language) if one.band else ""
        rows.append([one.day.isoformat(), phase, str(one.total), delta, band])
    points = [(one.day, one.total) for one in results]
    table = grid(rows, [width * share for share in (0.2, 0.2, 0.15, 0.15, 0.3)], kinds=[_CENTRE] * 5)
    chart = LineChart(points, scale.low, scale.high, width)
    return [KeepTogether([*heading(say(N_("Over time")), 0), table, gap(3 * mm), chart])]


def _foot(scale, labels, language):
    say = language.text
    told = N_("Source: {source}　Licence: {licence}　Version {version}")
    where, licence = scale.source.say(language) or "—", scale.licence.say(language) or "—"
    source = say(told, source=where, licence=licence, version=scale.version)
    lines = Signatures([(label, "") for label in labels], len(labels))
    return [gap(1 * mm), lines, gap(2 * mm), Prose(source, SMALL), Prose(say(PRIVATE), SMALL)]
