"""What can be wrong, said in sentences.

An answer is wrong: `Problem`, gathered in `InvalidRecord`. The world is wrong: a `UserError` subclass with a
stable code that can be said on the telephone. Anything else is a bug.
"""

import traceback
from dataclasses import dataclass, field
from typing import Any

from resources.language import N_


@dataclass(frozen=True)
class Problem:
    """One thing to mend in a record.

    `question` names the answer (None: the record as a whole). `blocks` is False for a warning that is asked about
    once. `repair` is a value that would mend it, offered with one key.
    """

    question: str | None
    sentence: str
    values: dict = field(default_factory=dict)
    blocks: bool = True
    code: str = ""
    repair: Any = None

    def say(self, language) -> str:
        return language.text(self.sentence, **self.values)


class UserError(Exception):
    """Something a person can act on: what happened, what is safe, what to do next."""

    code = "X-000"
    sentence = N_("Something is not as expected.")

    def __init__(self, **values):
        super().__init__(self.code)
        self.values = values

    def say(self, language) -> str:
        """The sentence in `language`, with the code at its end."""
        return language.text(
            N_("{sentence} ({code})"), sentence=language.text(self.sentence, **self.values), code=self.code
        )

    def __str__(self):
        return f"{self.code} {self.sentence.format_map(_Open(self.values))}"


class _Open(dict):
    """Leaves an unknown name in braces, so that showing an error cannot fail."""

    def __missing__(self, key):
        return "{" + key + "}"


class Wrong(UserError):
    """Typed text that cannot be read as the kind of answer asked for."""

    code = "A-001"

    def __init__(self, sentence, **values):
        super().__init__(**values)
        self.sentence = sentence


class InvalidRecord(UserError):
    """A record that may not be saved as it is; `problems` says why."""

    code = "A-002"
    sentence = N_("Some answers need to be mended first.")

    def __init__(self, problems, labels=None):
        super().__init__()
        self.problems = list(problems)
        self.labels = labels or {}

    def say(self, language) -> str:
        """What is to be mended, each with the question it belongs to: where no form shows it beside the answer."""
        return " ".join([super().say(language), *(self._one(problem, language) for problem in self.problems)])

    def _one(self, problem, language):
        label, sentence = self.labels.get(problem.question), problem.say(language)
        return language.text(N_("{label}: {text}"), label=language.text(label), text=sentence) if label else sentence

    def __str__(self):
        return f"{self.code} " + "; ".join(f"{p.question}: {p.sentence}" for p in self.problems)


class NotAllowed(UserError):
    code = "A-003"
    sentence = N_("This is for {role} to do. Ask the station lead.")


class Cancelled(Exception):
    """The person pressed Cancel; nothing is half done."""


def outline(error: BaseException) -> str:
    """Kind of error and lines of code; never its message or values, which could hold what people typed."""
    lines = [
        f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join([type(error).__name__, *lines])
