"""Tests of Kith, in the same tree as `tui`."""
