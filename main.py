"""Taizhang 台账: the offline record book of a social-work station."""

import sys


def main(arguments=None) -> int:
    """Without a command the window; with one, the command (docs/commands.md)."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments:
        from ui import app  # Qt is loaded for the window only

        return app.run()
    from ui import commands  # and the commands' libraries for the commands only

    return commands.run(commands.parser().parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
