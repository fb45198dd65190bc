"""Bluelamp runs a borough police command, from the yellow phone on the pavement to the court file."""

__version__ = "0.1.0"
