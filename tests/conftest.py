"""What all tests share."""

from __future__ import annotations

import os

# Before Textual is imported anywhere: nothing moves by itself in a test.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.pop("NO_COLOR", None)
os.environ.pop("KITH_FILE", None)
