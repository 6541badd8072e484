"""Words, fonts, icons, code lists. Imports nothing of ours."""

from pathlib import Path

FOLDER = Path(__file__).parent
VERSION = "0.1.0"
