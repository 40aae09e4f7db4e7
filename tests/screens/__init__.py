"""Tests of the screens, with Pilot."""
