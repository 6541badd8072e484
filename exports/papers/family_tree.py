"""Who stands where in a genogram, and the lines of blood and marriage between them.

Rows are generations, from the grandparents (-2) to the grandchildren (2); the person served stands at (0, 0) or beside
the brothers and sisters. Relations are those of GB/T 4761.
"""

from dataclasses import dataclass

from exports.layout.shapes import DASHED, Stroke

ACROSS, DOWN, HALF = 82.0, 92.0, 14.0
# Relations (GB/T 4761) that tell the sex where the table does not; 2x are sons and 3x daughters.
_MEN = {"11", "41", "43", "46", "47", "51", "53", "55", "57", "61", "63", "66", "71", "73", "76", "78", "81", "83",
        "85", "87", "89", "93", *(f"2{n}" for n in range(10))}  # fmt: skip
_WOMEN = {"12", "42", "44", "45", "48", "52", "54", "56", "58", "62", "64", "67", "72", "74", "75", "77", "82", "84",
          "86", "88", "90", *(f"3{n}" for n in range(10))}  # fmt: skip
_MARRIED_IN = ("28", "38")


@dataclass(eq=False)  # two who are told alike are two
class Member:
    """One symbol: a line of the family table, or the person served, with its place in units across and rows down."""

    line: dict
    x: float = 0.0
    row: int = 0
    served: bool = False
    guessed: bool = False

    @property
    def relation(self):
        return self.line.get("relation") or ""

    @property
    def at(self):
        return self.x * ACROSS, -self.row * DOWN

    @property
    def sex(self):
        told = self.line.get("sex")
        if told in ("1", "2"):
            return told
        return "1" if self.relation in _MEN else "2" if self.relation in _WOMEN else None


class Tree:
    """Who stands where: grandparents, parents, the person's own generation, children, grandchildren."""

    def __init__(self, family, person):
        self.served = Member(_of_person(person), served=True)
        self.rest = [Member(dict(line)) for line in family if line.get("relation") not in ("01", "00")]
        self.members = [self.served]
        self._own_row()
        self._parents()
        self._grandparents()
        self._below(("2", "3"), 1)
        self._below(("4",), 2)
        self._others()

    def _taken(self, *codes):
        found = [member for member in self.rest if member.relation in codes]
        self.rest = [member for member in self.rest if member not in found]
        return found

    def _first(self, code):
        """The first of one relation; a second grandfather of one side stands apart."""
        found = next((member for member in self.rest if member.relation == code), None)
        self.rest = [member for member in self.rest if member is not found]
        return [found] if found else []

    def _starting(self, *tens):
        return self._taken(*sorted({member.relation for member in self.rest if member.relation[:1] in tens}))

    def _own_row(self):
        """Brothers and sisters by age, the person among them with husband or wife at the right."""
        self.siblings = self._taken("70", "71", "73", "75", "77", "79")
        older = [m for m in self.siblings if m.relation in ("71", "75") or _born(m) < _born(self.served)]
        younger = [m for m in self.siblings if m not in older]
        self.partners = self._taken("10", "11", "12")
        row = sorted(older, key=_born) + [self.served, *self.partners] + sorted(younger, key=_born)
        middle = (len(row) - 1 - len(self.partners)) / 2
        for place, member in enumerate(row):
            member.x, member.row = place - middle, 0
        self.members += [member for member in row if member is not self.served]

    def _parents(self):
        fathers, mothers = self._taken("51"), self._taken("52")
        above = {member.relation for member in self.rest}
        if not fathers and (above & {"61", "62"} or mothers):
            fathers = [Member({"relation": "51"}, guessed=True)]
        if not mothers and (above & {"63", "64"} or (fathers and not fathers[0].guessed)):
            mothers = [Member({"relation": "52"}, guessed=True)]
        left = [*fathers, *self._taken("58"), *self._taken("81", "82", "83", "84", "89", "90")]
        right = [*mothers, *self._taken("57"), *self._taken("85", "86", "87", "88")]
        for side, members in ((-1, left), (1, right)):
            for place, member in enumerate(members):
                member.x, member.row = side * (1 + place), -1
        self.father, self.mother = (group[0] if group else None for group in (fathers, mothers))
        self.members += left + right

    def _grandparents(self):
        self.elders = []
        for child, kin in ((self.father, ("61", "62")), (self.mother, ("63", "64"))):
            pair = [member for code in kin for member in self._first(code)]
            for member in pair:
                member.x, member.row = (child.x if child else 0) + (-0.5 if member.relation in kin[:1] else 0.5), -2
            self.elders.append((child, pair))
            self.members += pair
        for place, member in enumerate(self._starting("6")):
            member.x, member.row = 2.5 + place, -2
            self.members.append(member)

    def _below(self, tens, row):
        """Children with whom they married, or grandchildren under their parents, by age."""
        found = sorted(self._starting(*tens), key=_born)
        if row == 1:
            self.children = [member for member in found if member.relation not in _MARRIED_IN]
            self.couples = list(self._married([member for member in found if member not in self.children]))
            found = [one for child in self.children for one in (child, *(b for a, b in self.couples if a is child))]
            found += [member for _, member in self.couples if member not in found]
        else:
            self.grandchildren = found = sorted(found, key=lambda member: self._branch(member.relation))
        middle = self._couple_middle()
        for place, member in enumerate(found):
            member.x, member.row = middle + place - (len(found) - 1) / 2, row
        self.members += found

    def _married(self, married_in):
        """Each son's or daughter's husband or wife: the first that has none yet."""
        free = list(self.children)
        for member in married_in:
            wanted = "3" if member.relation == "28" else "2"
            child = next((one for one in free if one.relation[:1] == wanted), None)
            free = [one for one in free if one is not child]
            yield child, member

    def _branch(self, relation):
        """The child from whom grandchildren of this relation come, by its place; sons' and daughters' first ones."""
        line = {"41": "2", "42": "2", "43": "3", "44": "3"}.get(relation)
        found = [place for place, child in enumerate(self.children) if child.relation[:1] == line]
        return found[0] if found else len(self.children)

    def _couple_middle(self):
        return self.served.x + (0.5 if self.partners else 0)

    def _others(self):
        """Who has no place in the tree stands at its right, one below the other."""
        edge = max(member.x for member in self.members) + 1.4
        for place, member in enumerate(self.rest):
            member.x, member.row = edge + place // 3, place % 3 - 1
        self.members += self.rest

    # --- lines of blood and marriage ---

    def lines(self):
        if self.father and self.mother:
            yield from _couple(self.father, self.mother, self.mother.line.get("bond") or self.father.line.get("bond"))
        if self.father or self.mother:
            foot = _below_couple(self.father, self.mother)
            yield from _descent(foot, [self.served, *self.siblings])
        elif self.siblings:
            yield from _descent(None, [self.served, *self.siblings])
        for child, pair in self.elders:
            if len(pair) == 2:
                yield from _couple(*sorted(pair, key=lambda m: m.x), pair[1].line.get("bond"))
            if child and pair:
                yield from _descent(_below_couple(*(pair * 2)[:2]), [child])
        for member in self.members:
            if member.relation == "57" and self.mother or member.relation == "58" and self.father:
                yield from _remarried(self.mother if member.relation == "57" else self.father, member)
        for partner in self.partners:
            yield from _couple(self.served, partner, partner.line.get("bond"))
        if self.children:
            yield from _descent(_below_couple(self.served, (self.partners or [self.served])[0]), self.children)
        for child, partner in self.couples:
            if child:
                yield from _couple(child, partner, partner.line.get("bond"))
        for place in sorted({self._branch(member.relation) for member in self.grandchildren}):
            branch = [member for member in self.grandchildren if self._branch(member.relation) == place]
            yield from _descent(self._foot_of(place), branch)

    def _foot_of(self, place):
        """Where the children of one child hang; None where it is not known whose they are."""
        if place == len(self.children):
            return None
        child = self.children[place]
        return _below_couple(child, next((b for a, b in self.couples if a is child), child))


def _of_person(person):
    if person is None:
        return {}
    return {"name": person.name, "sex": person.sex, "birth_year": person.birth, "alive": "yes", "together": "yes"}


def _born(member):
    return member.line.get("birth_year") or "9999"


def _below_couple(one, other):
    """The point from which children hang: the middle of the line that joins a couple."""
    one, other = one or other, other or one
    (x1, y), (x2, _) = one.at, other.at
    return (x1 + x2) / 2, y - HALF - (10 if one is not other else 0)


def _couple(one, other, bond):
    """A line from foot to foot, slashed once for apart and twice for divorced."""
    (x1, y), (x2, _) = one.at, other.at
    foot = y - HALF - 10
    dash = DASHED if one.guessed or other.guessed else ()
    yield Stroke(((x1, y - HALF), (x1, foot), (x2, foot), (x2, y - HALF)), dash=dash)
    middle = (x1 + x2) / 2 + 9
    for n in range({"apart": 1, "divorced": 2}.get(bond, 0)):
        yield Stroke(((middle + 4 * n - 3, foot - 5), (middle + 4 * n + 3, foot + 5)), 1.2)


def _remarried(parent, partner):
    """A parent's later couple: a line above the heads, where that of the first is below the feet."""
    (x1, y), (x2, _) = parent.at, partner.at
    yield Stroke(((x1, y + HALF), (x1, y + HALF + 7), (x2, y + HALF + 7), (x2, y + HALF)))


def _descent(top, children):
    """From a couple down to each child; the bar between them runs above the children."""
    bar = children[0].at[1] + HALF + 14
    xs = [child.at[0] for child in children]
    if top:
        yield Stroke((top, (top[0], bar)))
        xs.append(top[0])
    if len(set(xs)) > 1:
        yield Stroke(((min(xs), bar), (max(xs), bar)))
    for child in children:
        yield Stroke(((child.at[0], bar), (child.at[0], child.at[1] + HALF)))
