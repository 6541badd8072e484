"""Genogram and ecomap on the screen: the shapes that are printed, in the colours of the theme."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import colour, font, px
from ui.words import _, spoken

_MARGIN, _HIGHEST = 8.0, 320


class DrawingView(QWidget):
    """`shapes` of exports.shapes, fitted into the width there is; `said` is what a screen reader says of it."""

    def __init__(self, shapes, said):
        from exports.layout.shapes import extent  # loads the fonts of the print, 0.2 s

        super().__init__()
        self.shapes, self.box = shapes, extent(shapes)
        self.setAccessibleName(said)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _size(self):
        left, foot, right, top = self.box
        return right - left + 2 * _MARGIN, top - foot + 2 * _MARGIN

    def _scale(self, width):
        wide, high = self._size()
        return min(width / wide, px(_HIGHEST) / high, px(100) / 66)

    def sizeHint(self):
        return QSize(px(300), self.heightForWidth(px(300)))

    def hasHeightForWidth(self):
        return True

    def heightForWidth(self, width):
        return int(self._size()[1] * self._scale(width)) + 1

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, (left, _foot, _right, top) = self._scale(self.width()), self.box
        painter.scale(scale, scale)
        painter.translate(_MARGIN - left, _MARGIN + top)
        for shape in self.shapes:
            _draw(painter, shape)


def _draw(painter, shape):
    """One shape; y grows upwards on paper and downwards here."""
    if hasattr(shape, "text"):
        _write(painter, shape)
        return
    painter.setPen(_pen(shape))
    grey = getattr(shape, "grey", None)
    painter.setBrush(Qt.BrushStyle.NoBrush if grey is None else _fill(grey))
    if hasattr(shape, "radius"):
        painter.drawEllipse(QPointF(shape.x, -shape.y), shape.radius, shape.radius)
        return
    points = QPolygonF([QPointF(x, -y) for x, y in shape.points])
    painter.drawPolyline(points) if grey is None else painter.drawPolygon(points)


def _fill(grey):
    """White paper is the surface; grey says that one lives with the person; black is the head of an arrow."""
    return QColor(colour("text" if grey == 0 else "surface" if grey == 1 else "selection"))


def _pen(shape):
    pen = QPen(QColor(colour("text")), shape.width)
    if shape.dash:
        pen.setDashPattern([max(part / shape.width, 0.1) for part in shape.dash])
    return pen


def _write(painter, words):
    letters = font(15)
    letters.setPixelSize(max(int(words.size), 1))
    painter.setFont(letters)
    painter.setPen(QColor(colour("text")))
    box = QRectF(words.x - 200, -words.y - words.size, 400, words.size * 1.3)
    painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, words.text)


def drawings_of(record) -> dict:
    """Question → what is drawn below its answer: genogram and ecomap of an assessment."""
    if record._meta.table_name != "case_assessment":
        return {}
    from exports.papers import ecomap, genogram  # as above

    case = record.linked("case")
    person = case and case.linked("person")
    made = {
        "family": (genogram.shapes_of(record.family, person, record.day.year, spoken()), _("Genogram")),
        "surroundings": (ecomap.shapes_of(record.surroundings, person), _("Ecomap")),
    }
    return {name: DrawingView(shapes, said) for name, (shapes, said) in made.items() if shapes}
