"""One agreement."""

from tests.partners.bodies import Bodies


def test_law_fields_days_and_who_signed(there: Bodies, sign_in):
    client = sign_in("commander")
    body = client.get(f"/partners/agreement/{there.agreement.pk}/").content.decode()
    for words in ("ISA-7", "DVCVA 2004 s.54", "31 Dec 2026", "P. Oduya", "M. Sutter", "Language", "In force"):
        assert words in body
    assert client.get("/partners/agreement/999/").status_code == 404
