"""Keeps the README true: its tables and pictures are made from the program, and checked against it."""
