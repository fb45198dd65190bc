"""What was found out about a way in doubt."""

import pytest

from bluelamp.messages.actions.doubting import put_way_in_doubt
from bluelamp.messages.models import State
from bluelamp.people.models import SafeContact
from tests.messages.written import MINUTE, NOON, SENDER, in_state


@pytest.mark.parametrize(("answer", "there"), [("yes", True), ("no", False)])
def test_safe_again_or_struck_out(sign_in, answer, there):
    found, client = in_state(State.SENT), sign_in("victim_care_officer")
    path = f"/messages/{found.pk}/check/"
    assert client.post(path, {"safe": answer, "source": "Herself"}).status_code == 422, "it is not in doubt"
    put_way_in_doubt(message=found.pk, why="A stranger", by=SENDER, at=NOON + 2 * MINUTE)
    assert client.post(path, {"safe": answer, "source": ""}).status_code == 422
    assert client.post(path, {"safe": answer, "source": "Herself, at work"}).status_code == 303
    contact = SafeContact.objects.get(ended_at=None)
    assert ("text" in contact.ways, contact.doubtful) == (there, [])
    assert "kept" in client.get(f"/messages/{found.pk}/").content.decode().lower()
