"""Tests of other programs' files, in and out."""
