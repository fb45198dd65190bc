"""What was answered is read by an officer, who says whose it is."""

from bluelamp.messages.actions.results import take_reply
from bluelamp.messages.models import State
from bluelamp.messages.worker import WORKER
from bluelamp.people.models import SafeContact
from tests.messages.written import MINUTE, NOON, in_state


def test_read_once_and_what_cannot_be_told_is_somebody_elses(sign_in):
    found, client = in_state(State.SENT), sign_in("victim_care_officer")
    path = f"/messages/{found.pk}/read/"
    assert client.get(path).status_code == 404
    facts = {"provider_reference": "r-1", "by": WORKER, "at": NOON + 2 * MINUTE}
    take_reply(message=found.pk, words="<b>ring me</b>", **facts)
    assert "Read the answer" in client.get(f"/messages/{found.pk}/").content.decode()
    body = client.get(path).content.decode()
    assert "&lt;b&gt;ring me" in body
    assert client.post(path, {}).status_code == 422
    assert client.post(path, {"whose": "else"}).status_code == 303
    assert SafeContact.objects.get(ended_at=None).doubtful == ["text"]
    assert client.get(path).status_code == 404


def test_an_answer_is_shown_only_to_those_who_may_read_the_message(sign_in):
    found = in_state(State.SENT)
    facts = {"provider_reference": "r-1", "by": WORKER, "at": NOON + 2 * MINUTE}
    take_reply(message=found.pk, words="who is this", **facts)
    assert "who is this" in sign_in("victim_care_officer").get(f"/messages/{found.pk}/").content.decode()
    says = sign_in("commander").get(f"/messages/{found.pk}/").content.decode()
    assert "who is this" not in says.split('id="says"')[1].split("</section>")[0]
