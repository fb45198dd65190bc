"""Closing the page."""

from tests.partners.bodies import Bodies
from tests.partners.outsiders import is_nothing, opened


def test_closed_is_closed(there: Bodies, outsider):
    opened(there, outsider)
    assert outsider.post("/shared/closed/")["Location"] == "/shared/closed/"
    assert "closed on this device" in outsider.get("/shared/closed/").content.decode()
    assert outsider.cookies["shared_page"].value == ""
    assert is_nothing(outsider.get("/shared/"))
    assert is_nothing(outsider.post("/shared/closed/"))
