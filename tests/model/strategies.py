"""Random records of every kind, for property tests."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from tui.model.base import Record
from tui.model.records import Contact, Event, FollowUp, Interaction, Introduction, Profile, Share

words = st.text(max_size=20)
uids = st.sampled_from([f"uid-{number}" for number in range(6)])
days = st.dates()
few_days = st.sampled_from([dt.date(2000, 1, 1) + dt.timedelta(days=150 * number) for number in range(6)])
lists = st.lists(words, max_size=3).map(tuple)

contacts = st.builds(
    Contact, uid=uids, name=words, emails=lists, interests=lists, met_day=st.none() | days, extra=st.none()
)
interactions = st.builds(
    Interaction,
    uid=uids,
    day=few_days | days,
    contacts=st.lists(uids, max_size=3, unique=True).map(tuple),
    summary=words,
    attempt=st.booleans(),
)
events = st.builds(Event, uid=uids, name=words, start=days)
follow_ups = st.builds(
    FollowUp, uid=uids, kind=st.sampled_from(["promise", "waiting"]), contact=uids, text=words
)
introductions = st.builds(Introduction, uid=uids, first=uids, second=uids)
shares = st.builds(Share, uid=uids, url=words)
profiles = st.builds(Profile, uid=st.just("me"), name=words)

records: st.SearchStrategy[Record] = st.one_of(
    contacts, interactions, events, follow_ups, introductions, shares, profiles
)
