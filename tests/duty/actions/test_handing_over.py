"""What a special began is handed over, or is done, before they go off duty; regular officers hold nothing back (S7)."""

import pytest

from bluelamp.access.acting import Acting
from bluelamp.duty.actions.handing_over import hand_over, nothing_left
from bluelamp.duty.actions.own_tours import end_own_tour
from bluelamp.duty.actions.tours import book_off, book_on
from bluelamp.duty.following_up import begin_follow_up, open_follow_ups
from bluelamp.duty.models import DutyNotice, FollowUp, Post, Tour
from bluelamp.ledger.actions.writing import action
from bluelamp.ledger.queries import timeline
from bluelamp.verdict import Refused
from tests.duty.borough import DAY, NOW, SETTING_UP, Littleford

WHAT = "The arrest for theft from a shop"


@action
def begin(*, officer: int, by: Acting, at: object, key: str | None = None) -> str:
    """What the arrest does inside its own transaction."""
    row = begin_follow_up(officer, "arrest:7", WHAT, NOW)
    return row.ref if row else ""


@pytest.fixture
def special(littleford: Littleford) -> Acting:
    """PC 104 as a special constable, on duty since nine."""
    officer = littleford.officer("104")
    Post.objects.filter(officer=officer).update(is_special=True)
    team = Post.objects.get(officer=officer).team_id
    book_on(officer=officer.pk, team=team, until=NOW + DAY / 3, by=SETTING_UP, at=NOW)
    return littleford.who("104")


def held(special: Acting) -> FollowUp:
    ref = begin(officer=special.number, by=special, at=NOW)
    return FollowUp.objects.get(pk=ref.partition(":")[2])


def test_a_special_goes_off_duty_only_after_handing_over(littleford: Littleford, special: Acting) -> None:
    row = held(special)
    for off in (lambda: end_own_tour(by=special, at=NOW),
                lambda: book_off(officer=special.number, by=SETTING_UP, at=NOW)):  # fmt: skip
        with pytest.raises(Refused, match="Hand over before you go off duty: The arrest for theft from a shop"):
            off()
    other = littleford.officer("105")
    hand_over(follow_up=row.pk, to=other.pk, words="Statement taken, CCTV asked for", by=special, at=NOW)
    end_own_tour(by=special, at=NOW)
    assert Tour.objects.get().booked_off_at == NOW
    assert open_follow_ups(special.number) == []
    assert [one.what for one in open_follow_ups(other.pk)] == [WHAT]
    assert "CCTV asked for" in DutyNotice.objects.get(officer=other).words
    assert "handed over to PC 105 E. Ely: Statement taken" in str(timeline(row.ref))


def test_where_nothing_is_left_it_is_said_how_it_ended(special: Acting) -> None:
    row = held(special)
    with pytest.raises(Refused, match="Say how it ended"):
        nothing_left(follow_up=row.pk, words=" ", by=special, at=NOW)
    nothing_left(follow_up=row.pk, words="Released, no further action", by=special, at=NOW)
    end_own_tour(by=special, at=NOW)
    with pytest.raises(Refused, match="done already"):
        nothing_left(follow_up=row.pk, words="Again", by=special, at=NOW)


def test_to_a_regular_officer_in_words_and_by_the_holder_alone(littleford: Littleford, special: Acting) -> None:
    row, other = held(special), littleford.officer("105")
    Post.objects.filter(officer=littleford.officer("106")).update(is_special=True)
    for to, words, refusal in (
        (other.pk, " ", "what is done and what is left"),
        (littleford.officer("106").pk, "All", "regular officer"),
        (special.number, "All", "regular officer"),
        (999_999, "All", "regular officer"),
    ):
        with pytest.raises(Refused, match=refusal):
            hand_over(follow_up=row.pk, to=to, words=words, by=special, at=NOW)
    with pytest.raises(Refused, match="Only who holds it"):
        hand_over(follow_up=row.pk, to=other.pk, words="All", by=littleford.who("105"), at=NOW)


def test_the_desk_hands_over_for_somebody_who_cannot(littleford: Littleford, special: Acting) -> None:
    row, other = held(special), littleford.officer("105")
    hand_over(follow_up=row.pk, to=other.pk, words="Taken ill on duty", by=littleford.planner, at=NOW)
    book_off(officer=special.number, by=SETTING_UP, at=NOW)
    assert Tour.objects.get().booked_off_at == NOW
