"""Agreeing with a victim how, when and how often we are in touch; safe first (V6, V7)."""

from collections.abc import Collection, Sequence
from datetime import datetime, time

from bluelamp.access.acting import Acting, system
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, withdraw
from bluelamp.people.actions.links import link
from bluelamp.people.actions.safety import set_safe_contact
from bluelamp.people.models import Person
from bluelamp.people.permissions import EDIT
from bluelamp.people.rules.masking import holds_none
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import insist, refused
from bluelamp.victims import events
from bluelamp.victims.actions.statements import OWN_PAGE
from bluelamp.victims.keeping import end_tie, locked, opt_out, owe_contact, owe_needs, reached, say
from bluelamp.victims.models import Telling, Victim
from bluelamp.victims.others import may_reach, numbers_of, others_of, speaker
from bluelamp.victims.owed import CONTACT, DECIDE_SPEAKER
from bluelamp.victims.rules.agreement import Frequency, is_owed, may_agree
from bluelamp.victims.rules.naming import Kind
from bluelamp.victims.rules.needs import Changed
from bluelamp.victims.rules.speaking import leaves_a_way, may_be_number, may_name, may_speak_for
from bluelamp.victims.rules.telling import Step


@action
def agree_ways(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    ways: Sequence[str],
    source: str,
    number: str = "",
    since: time | None = None,
    until: time | None = None,
    code_word: str = "",
    shared_device: bool = False,
    do_not_ring: bool = False,
    speaks_for: int | None = None,
    post_to: str = "",
    key: str | None = None,
) -> str:
    """Set how this victim may be reached. Refused where it leaves no way, where the number is known to be a suspect's,
    or where who speaks for them is somebody they may be in danger from."""
    require(by, EDIT.name, OWN_PAGE)
    found = locked(victim)
    insist(leaves_a_way(ways, shared_device=shared_device, do_not_ring=do_not_ring))
    _insist_nobody_dangerous(found, number, speaks_for, at, post_to)
    set_safe_contact(
        person=found.person_id, ways=ways, source=source, number=number, since=since, until=until,
        code_word=code_word, shared_device=shared_device, do_not_ring=do_not_ring, post_to=post_to,
        by=by if by.officer_id is not None else system("own_page", EDIT.name), at=at,
    )  # fmt: skip
    if speaks_for:
        _now_spoken_for(found, Person.objects.get(pk=speaks_for).name, speaks_for, by, at)
    said = Frequency(found.frequency).words
    say(events.AGREED, found, {"frequency": said}, words="Ways to reach them were set.")
    return found.ref


@action
def name_speaker(
    *, by: Acting, at: datetime, victim: int, who: str, person: int | None = None, key: str | None = None
) -> str:
    """Say who speaks for this victim: for a business a name and what they are there, in `who`; for anybody else a known
    person, and `who` that is to the victim. Refused for a suspect, somebody at odds, or under 18."""
    require(by, "victims.record", "victims.tell")
    found = locked(victim)
    insist(may_name(business=found.kind == Kind.BUSINESS, person=person is not None, who=who))
    called = who.strip()
    if person is not None:
        _insist_nobody_dangerous(found, "", person, at)
        called = f"{Person.objects.get(pk=person).name}, {called}"
        link(person=person, kind="representative", to=found.person.ref, source="The victim's thread", by=by, at=at)
    _now_spoken_for(found, called, person, by, at)
    say(events.SPEAKER_NAMED, found, {"person": person}, who=called)
    return found.ref


@action
def agree_frequency(
    *, by: Acting, at: datetime, victim: int, frequency: str, words: str = "", key: str | None = None
) -> str:
    """Agree how often a victim hears from us; what they no longer want is not owed any more, in their own words."""
    require(by, "victims.tell", "victims.record", OWN_PAGE)
    found = locked(victim)
    wanted = Frequency(frequency)
    insist(may_agree(frequency=wanted, words=words))
    found.frequency, found.agreed_words, found.contact_since = wanted, words.strip(), at
    found.save(update_fields=["frequency", "agreed_words", "contact_since"])
    withdraw(CONTACT, record=found.ref, slot=EVERY_SLOT, why="Agreed otherwise with the victim")
    owe_contact(found)
    say(events.AGREED, found, {"frequency": wanted.words}, words=words)
    for telling in Telling.objects.filter(victim=found, told_at=None, opted_out_at=None):
        if not is_owed(Step(telling.step), frequency=wanted, lets_out=telling.lets_out):
            telling.victim = found
            opt_out(telling, at, words)
    return found.ref


@action
def keep_in_touch(*, by: Acting, at: datetime, victim: int, way: str, words: str = "", key: str | None = None) -> str:
    """The victim was reached, as agreed, with nothing new to tell: the next contact is owed from now."""
    require(by, "victims.tell")
    found = locked(victim)
    insist(may_reach(found, Way(way), at=at))
    say(events.REACHED, found, {"way": Way(way).words}, words=words)
    reached(found, at)
    return found.ref


@action
def change_own_ways(
    *,
    by: Acting,
    at: datetime,
    victim: int,
    ways: Sequence[str],
    number: str = "",
    since: time | None = None,
    until: time | None = None,
    shared_device: bool = False,
    post_to: str = "",
    key: str | None = None,
) -> str:
    """The victim changes on their own page how they may be reached; their needs are to be asked again, in person or
    by voice: whoever has the page may not be who they say."""
    require(by, OWN_PAGE)
    found = locked(victim)
    agree_ways(
        by=by,
        at=at,
        victim=victim,
        ways=ways,
        source="Their own page",
        number=number,
        since=since,
        until=until,
        shared_device=shared_device,
        post_to=post_to,
    )
    owe_needs(found, Changed.CONTACT, at)
    say(events.NEEDS_CHANGED, found, words="They changed how they may be reached.")
    return found.ref


def _insist_nobody_dangerous(
    victim: Victim, number: str, speaks_for: int | None, at: datetime, post_to: str = ""
) -> None:
    others = others_of(victim)
    suspects, at_odds = numbers_of(others.suspects), numbers_of(others.at_odds)
    insist(may_be_number(number, suspects=suspects, at_odds=at_odds))
    _insist_not_theirs(post_to, others.suspects)
    if speaks_for is None:
        return
    person = Person.objects.filter(pk=speaks_for).first()
    if person is None:
        insist(refused("There is no such person.", field="speaks_for"))
    assert person is not None
    insist(may_speak_for(speaker(victim, person, others, at=at)))


def _now_spoken_for(victim: Victim, called: str, person: int | None, by: Acting, at: datetime) -> None:
    """Somebody else speaks for them from now: the tie of the one before ends, and nothing is left to decide."""
    before = victim.speaker_id
    if before and before != person:
        end_tie(victim, before, "Somebody else speaks for them", by, at)
    victim.spoken_for_by, victim.speaker_id = called, person
    if victim.speaker_doubted_at:
        keep(DECIDE_SPEAKER, record=victim.ref, at=at)
    victim.speaker_doubted_at, victim.speaker_stays = None, False
    victim.save(update_fields=["spoken_for_by", "speaker", "speaker_doubted_at", "speaker_stays"])


def _insist_not_theirs(post_to: str, suspects: Collection[int]) -> None:
    """No letter goes where a suspect lives, theirs together or not."""
    homes = Person.objects.filter(pk__in=suspects).exclude(home="").values_list("home", flat=True)
    if post_to.strip() and not holds_none(post_to, kept=homes).allowed:
        insist(refused("A letter there may reach a suspect, who lives there. Choose another address.", field="post_to"))
