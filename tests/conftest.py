"""What every test of the project relies on."""

import os
import tempfile

from hypothesis import settings

# No test may open a window on somebody's desk.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Nor leave notes among the notes of the real program.
_state = tempfile.TemporaryDirectory()
os.environ["TAIZHANG_STATE"] = _state.name

# One core may be shared by several runs; slow is not wrong.
settings.register_profile("taizhang", deadline=None, max_examples=50)
settings.load_profile("taizhang")
