"""Writing down training."""

from tests.specials.volunteers import Volunteers

GIVEN = {"what": "Training evening", "starts_0": "2026-11-18", "starts_1": "19:00", "minutes": "150"}


def test_counted_once(at_page, there: Volunteers):
    there.accompanied()
    path = "/specials/mine/trained/"
    assert at_page("special", path, **GIVEN).status_code == 303
    assert "Training 2 h 30 min." in at_page("special", "/specials/mine/").content.decode()
    assert "written down already" in at_page("special", path, **GIVEN).content.decode()
    assert "once it is done" in at_page("special", path, **{**GIVEN, "starts_0": "2026-11-28"}).content.decode()
    assert "quarter of an hour" in at_page("special", path, **{**GIVEN, "minutes": "5"}).content.decode()
