"""The sample network: about sixty invented people and two years with them, told from the day it is opened.

The people, what was said and what is to come stand in the data files beside this module, in plain words; no
person, firm or event in them is a real one.
"""

from __future__ import annotations

from datetime import datetime

from tui.demo.build import Builder
from tui.model.network import Network


def sample_network(now: datetime) -> Network:
    """Return the network that a newcomer looks around in, as it stands on the day of `now`.

    The same day in the same zone gives the same network, uids included. Nothing in it happened later than
    yesterday, except for what is planned.

    Args:
        now: the moment, aware, in the user's time zone.
    """
    return Network(Builder(now.date(), now.tzinfo).records())
