"""The steps of a process: from which state a record goes to which, who takes the step, and what has to be there first.

A form declares its process once; `Record.move()` takes a step, and no other change of the state passes `save()`.
"""

from dataclasses import dataclass, field

from models.errors import NotAllowed
from resources.language import N_


class NotYourStep(NotAllowed):
    code = "A-005"
    sentence = N_("This step is for the station lead. What you wrote is kept; ask the lead to take it.")


class NoSuchStep(Exception):
    """A bug: a step was asked for that the process does not have, or not from this state."""


@dataclass(frozen=True)
class Move:
    """One step.

    name, label   the label is the verb on the button
    start, end    the states it leads from and to
    needs         questions that have to be answered before
    roles         who may take it; empty: whoever may write the record
    why           whether a reason has to be given (it stands in the history)
    stamps        question → "user" or "today", filled in by the step; "" empties the question
    """

    name: str
    label: str
    start: tuple[str, ...]
    end: str
    needs: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    why: bool = False
    stamps: dict = field(default_factory=dict)

    def is_for(self, role: str | None) -> bool:
        """Whether one of that role may take it; None is the program itself, as in a station without staff."""
        return role is None or not self.roles or role in self.roles


@dataclass(frozen=True)
class Process:
    """`question` holds the state; a fresh record begins in one of `first`, or where one of its user's steps ends."""

    question: str
    moves: tuple[Move, ...]
    first: tuple[str, ...]

    def named(self, name: str) -> Move:
        found = next((move for move in self.moves if move.name == name), None)
        if found is None:
            raise NoSuchStep(name)
        return found

    def moves_from(self, state: str | None) -> list[Move]:
        return [move for move in self.moves if state in move.start]

    def allows(self, before: str | None, after: str | None, role: str | None, offers=lambda move: True) -> bool:
        """Whether there is a step of that role from one state to the other; `offers` says which the record has."""
        return any(move.end == after and move.is_for(role) and offers(move) for move in self.moves_from(before))

    def may_begin(self, state: str | None, role: str | None, offers=lambda move: True) -> bool:
        """Old papers are taken over in the state they reached; those an approval leads to, by who may approve."""
        leading = (move for move in self.moves if move.end == state and move.is_for(role))
        return state in self.first or any(map(offers, leading))
