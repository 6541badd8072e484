"""Taizhang 台账: the offline record book of a social-work station."""

import gc
import sys

from resources.language import N_
from ui import terminal

NO_SCREEN = N_("There is no screen here. The commands work without one: main.py --help")


def main(arguments=None) -> int:
    """Without a command the window; with one, the command (docs/commands.md)."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        return _command(arguments) if arguments else _window()
    except KeyboardInterrupt:
        return 130  # as shells say of a command that was stopped; what was saved is saved


def _window():
    if not terminal.has_screen():
        terminal.bear_any_terminal()
        print(terminal.language().text(NO_SCREEN), file=sys.stderr)
        return 1
    return started().app.exec()


def started():
    """The program with its window shown (ui.app.Program)."""
    gc.disable()  # what is loaded now stays: looking through it for rubbish takes a tenth of the start
    from ui import app  # Qt is loaded for the window only

    program = app.start()
    gc.freeze()
    gc.enable()
    return program


def _command(arguments):
    from ui import commands  # and the commands' libraries for the commands only

    terminal.bear_any_terminal()
    return commands.run(commands.parser().parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
