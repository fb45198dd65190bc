"""Addresses as people write them."""

from datetime import UTC, datetime, timedelta

import pytest

from bluelamp.places.rules.addresses import address_key, may_warn, postcode_in

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("12 High St, wd61wa", "WD6 1WA"),
        ("WD6 1WA", "WD6 1WA"),
        ("EN6 2 AB", ""),
        ("by the pond", ""),
        ("WD23 3HF x", "WD23 3HF"),
    ],
)
def test_postcode_in(text: str, postcode: str) -> None:
    assert postcode_in(text) == postcode


@pytest.mark.parametrize(
    ("one", "other"), [("Flat 2, 12 High St.", "flat 2 12 HIGH ST"), ("Café Zoë", "cafe zoe"), ("  a \t b ", "A B")]
)
def test_spellings_of_one_address_share_a_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


def test_other_scripts_keep_their_letters() -> None:
    assert address_key("شارع") == "شارع"
    assert address_key("5 улица") != address_key("5 шоссе")


def test_a_warning_has_words_source_and_an_end() -> None:
    whole = {"address": "1 A Road", "words": "Dog", "source": "Officer", "expires_at": AT + timedelta(days=1), "at": AT}
    assert may_warn(**whole).allowed
    for field, value in (("address", " "), ("words", ""), ("source", ""), ("expires_at", AT), ("address", "x" * 201)):
        assert may_warn(**{**whole, field: value}).field == field
