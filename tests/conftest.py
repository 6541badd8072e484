"""What every test of the project relies on."""

import os

from hypothesis import settings

# No test may open a window on somebody's desk.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# One core may be shared by several runs; slow is not wrong.
settings.register_profile("taizhang", deadline=None, max_examples=50)
settings.load_profile("taizhang")
