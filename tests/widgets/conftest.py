"""What tests of widgets share."""

from __future__ import annotations

from tests.calm import calm_pilots

calm_pilots()
