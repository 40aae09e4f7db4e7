"""Kith: keep your network the way a thoughtful person would."""
