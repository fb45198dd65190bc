"""The page opens with a passkey of its own, once for each question; anything else is told the same few words."""

from django.test import Client

from bluelamp.people.models import SafeContact
from bluelamp.victims.models import OwnPasskey, OwnVisit
from tests.victims.authenticator import Device
from tests.victims.care import Care
from tests.victims.own import Own, is_private, text
from tests.victims.pages.test_own_keep_passkey import asked_of, kept

PATH = "/page/passkey/"


def another_day(own: Own) -> Own:
    own.browser = Client()
    return own


def test_it_opens_the_page_of_its_victim(care: Care) -> None:
    device = Device()
    own = another_day(kept(care, device))
    page = own.get(PATH)
    assert is_private(page)
    assert "<title>Your page</title>" in page.content.decode()
    answer = own.post(PATH, passkey=device.prove(asked_of(page)))
    assert (answer.status_code, answer["Location"]) == (303, "/page/")
    assert "What is happening now" in text(own.get())
    assert OwnPasskey.objects.get().count == 1


def is_shut(own: Own, said: str) -> bool:
    """Told what whoever has no link is told, with nothing opened."""
    before = OwnVisit.objects.count()
    answer = own.post(PATH, passkey=said)
    same = text(answer) == text(own.get("/page/no-such-link/"))
    return answer.status_code == 404 and same and OwnVisit.objects.count() == before


def test_whoever_has_none_is_told_nothing(care: Care) -> None:
    own = another_day(kept(care, Device()))
    stranger = Device(b"a stranger")
    asked = asked_of(own.get(PATH))
    for said in ("", "{}", "[1]", '{"id": 5}', '{"id": "???"}', stranger.prove(asked)):
        assert is_shut(own, said), said


def test_the_same_name_with_another_key_opens_nothing(care: Care) -> None:
    own = another_day(kept(care, Device()))
    assert is_shut(own, Device().prove(asked_of(own.get(PATH))))


def test_an_answer_opens_once_and_only_to_its_own_question(care: Care) -> None:
    device = Device()
    own = another_day(kept(care, device))
    said = device.prove(asked_of(own.get(PATH)))
    cookie = own.browser.cookies["page-asked"].value
    assert own.post(PATH, passkey=said).status_code == 303
    own.browser.cookies["page-asked"] = cookie
    assert is_shut(own, said)
    asked = asked_of(own.get(PATH))
    own.get(PATH)
    assert is_shut(own, device.prove(asked))
    del own.browser.cookies["page-asked"]
    assert is_shut(own, device.prove(asked))


def test_without_the_lock_of_the_device_or_from_another_site_it_opens_nothing(care: Care) -> None:
    device = Device()
    own = another_day(kept(care, device))
    assert is_shut(own, device.prove(asked_of(own.get(PATH)), flags=0x01))
    assert is_shut(own, device.prove(asked_of(own.get(PATH)), origin="https://elsewhere.example"))


def test_a_copy_of_the_device_opens_nothing(care: Care) -> None:
    device = Device()
    own = another_day(kept(care, device))
    own.post(PATH, passkey=device.prove(asked_of(own.get(PATH))))
    device.count = 0
    assert is_shut(another_day(own), device.prove(asked_of(own.get(PATH))))


def test_forgotten_or_on_a_device_that_is_shared_now_it_opens_nothing(care: Care) -> None:
    device = Device()
    own = kept(care, device)
    SafeContact.objects.filter(ended_at=None).update(shared_device=True)
    another_day(own)
    assert is_shut(own, device.prove(asked_of(own.get(PATH))))
    SafeContact.objects.filter(ended_at=None).update(shared_device=False)
    own.post(PATH, passkey=device.prove(asked_of(own.get(PATH))))
    own.post("/page/passkey/keep/", forget="yes")
    another_day(own)
    assert is_shut(own, device.prove(asked_of(own.get(PATH))))


def test_it_is_no_sign_in_of_an_officer(care: Care, client: Client) -> None:
    device = Device()
    kept(care, device)
    asked = client.get("/sign-in/passkey/", headers={"accept": "application/json"})
    challenge = asked.json()["request_options"]["publicKey"]["challenge"] if asked.status_code == 200 else "AAAA"
    answer = client.post("/sign-in/passkey/", {"credential": device.prove({"challenge": challenge})})
    assert "_auth_user_id" not in client.session
    assert answer.status_code != 500
