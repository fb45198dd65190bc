"""The borough of the duty tests, for figures of its roster."""

from tests.duty.conftest import littleford

__all__ = ["littleford"]
