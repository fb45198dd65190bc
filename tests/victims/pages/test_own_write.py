"""The victim writes; the answer is owed, comes here, and opening it is being told. No file gets in."""

from django.core.files.uploadedfile import SimpleUploadedFile

from bluelamp.owed.models import State
from bluelamp.victims.actions.asking import answer
from bluelamp.victims.models import Asked, Telling
from tests.victims.care import Care
from tests.victims.own import Own, text


def test_written_answered_and_read(care: Care) -> None:
    own = Own(care).open()
    assert "Write something" in text(own.post("/page/write/", words=" "))
    assert own.post("/page/write/", kind="message", words="When is it?").status_code == 303
    asked = Asked.objects.get()
    assert asked.by_victim
    assert "There is news" not in text(own.get())
    care(answer, asked=asked.pk, words="On Monday at ten.")
    assert care.promises("tell_message_answered") == [State.OPEN]
    news = f"/page/news/{Telling.objects.get(step='message_answered').pk}/"
    own.post(news)
    assert "On Monday at ten." in text(own.get(news))
    assert care.promises("tell_message_answered") == [State.KEPT]


def test_a_complaint_is_one(care: Care) -> None:
    Own(care).open().post("/page/write/", kind="complaint", words="Nobody rang")
    assert care.open() >= {"tell_complaint_acknowledged", "tell_complaint_answered"}


def test_a_file_is_not_taken_whatever_it_says_it_is(care: Care) -> None:
    own = Own(care).open()
    hostile = SimpleUploadedFile(
        "statement.pdf", b"MZ\x90\x00<script>alert(1)</script>", content_type="application/pdf"
    )
    assert own.post("/page/write/", words=hostile).status_code == 422
    assert own.post("/page/statement/", words=hostile, knows="yes").status_code == 422
    assert own.post("/page/write/", words="See it", file=hostile).status_code == 422
    assert not Asked.objects.exists()
    page = own.get("/page/write/").content.decode()
    assert 'type="file"' not in page
    assert "You cannot attach files here" in page


def test_the_same_form_sent_twice_is_one_message(care: Care) -> None:
    own = Own(care).open()
    for _ in range(2):
        own.post("/page/write/", words="Once", key="3f0c2f2e-6f0e-4d5b-9a53-0d6f1f7c9f10")
    assert Asked.objects.count() == 1


def test_markup_is_text(care: Care) -> None:
    own = Own(care).open()
    own.post("/page/statement/", words="<img src=x onerror=alert(1)>", knows="yes")
    assert "<img src=x" not in own.get("/page/statement/").content.decode()
