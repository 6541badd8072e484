"""Words, fonts, icons, code lists. Imports nothing of ours."""

from pathlib import Path

FOLDER = Path(__file__).parent
