"""How much closeness weighs among suggestions: of two who fit alike the closer one comes first."""

from __future__ import annotations

from typing import Final

from tui.model.records import Tier

CLOSENESS: Final[dict[Tier, float]] = {
    "inner": 0.8,
    "close": 0.6,
    "active": 0.4,
    "wide": 0.2,
    "ambient": 0.0,
}
"""Added to the score of how well they fit."""
