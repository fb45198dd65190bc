"""The ladder: which step is next, who may sign it, and who may not (S1, S3)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bluelamp.specials.rules.pathway import (
    CHECKS,
    Hand,
    Signed,
    Signer,
    Stage,
    Standing,
    ladder,
    may_sign,
    next_steps,
    stage,
    waiting_since,
    words_of,
)
from bluelamp.specials.rules.rank import Holder
from tests.specials.rules.law_for_tests import LAW

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ON = AT.date()
STEPS = ladder(LAW, on=ON)
KEYS = [step.key for step in STEPS]
COORDINATOR = Hand(holder=Holder(), coordinator=True)
TUTOR = Hand(holder=Holder(regular_rank="constable"), tutor=True)
INSPECTOR = Hand(holder=Holder(regular_rank="inspector"))
SPECIAL_INSPECTOR = Hand(holder=Holder(special_grade="special_inspector"))
BY_SIGNER = {Signer.COORDINATOR: COORDINATOR, Signer.TUTOR: TUTOR, Signer.INSPECTOR: INSPECTOR}


def standing(*passed: str, **facts) -> Standing:
    signed = tuple(Signed(step=key, passed=True, at=AT + timedelta(days=n + 1)) for n, key in enumerate(passed))
    ready = {"has_tutor": True, "has_account": True, "trained": True}
    return Standing(**{"applied_at": AT, "accepted": True, "signed": signed, **ready, **facts})


def step(key: str):
    return next(one for one in STEPS if one.key == key)


def before(key: str) -> list[str]:
    return KEYS[: KEYS.index(key)]


def test_the_order_of_the_programme():
    phases = [f"phase_{n}" for n in range(1, 6)]
    assert [*CHECKS, *phases, "attested", "accompanied", "directed", "independent"] == KEYS


def test_the_programme_before_had_four_phases():
    assert [one.key for one in ladder(LAW, on=date(2019, 1, 1)) if one.part == "Learning"] == [
        f"phase_{n}" for n in range(1, 5)
    ]


def test_a_force_that_attests_earlier_has_the_later_phases_on_the_street():
    early = ladder(LAW.changed("pathway.attested_after_phase", 2), on=ON)
    keys = [one.key for one in early]
    assert keys[len(CHECKS) :] == [
        "phase_1", "phase_2", "attested", "accompanied", "phase_3", "phase_4", "phase_5", "directed", "independent"
    ]  # fmt: skip
    assert next(one for one in early if one.key == "directed").needs == ("phase_5",)


def test_checks_may_be_signed_in_any_order_and_one_rung_after_another():
    assert [one.key for one in next_steps(standing(), STEPS)] == list(CHECKS)
    assert [one.key for one in next_steps(standing("vetting"), STEPS)] == [key for key in CHECKS if key != "vetting"]
    for position, key in enumerate(KEYS[len(CHECKS) :], start=len(CHECKS)):
        assert [one.key for one in next_steps(standing(*KEYS[:position]), STEPS)] == [key]
    assert next_steps(standing(*KEYS), STEPS) == ()


@pytest.mark.parametrize("facts", [{"accepted": False}, {"ended": True}])
def test_nothing_is_next_before_the_decision_and_after_the_end(facts):
    assert next_steps(standing(**facts), STEPS) == ()
    verdict = may_sign(step=step("identity"), standing=standing(**facts), hand=COORDINATOR, passed=True)
    assert not verdict.allowed


@pytest.mark.parametrize("key", KEYS)
def test_each_step_is_signed_by_its_own_hand_and_by_no_other(key):
    there = standing(*before(key))
    for signer, hand in BY_SIGNER.items():
        verdict = may_sign(step=step(key), standing=there, hand=hand, passed=True, words="As seen")
        assert verdict.allowed is (signer is step(key).signer), (key, signer, verdict.words)


@pytest.mark.parametrize("key", KEYS)
def test_nobody_signs_their_own_step(key):
    own = Hand(holder=Holder(regular_rank="inspector"), coordinator=True, tutor=True, own=True)
    verdict = may_sign(step=step(key), standing=standing(*before(key)), hand=own, passed=True, words="x")
    assert verdict.words == "Nobody signs their own step."


@pytest.mark.parametrize("key", ["attested", "independent"])
def test_a_special_inspector_is_no_inspector(key):
    verdict = may_sign(step=step(key), standing=standing(*before(key)), hand=SPECIAL_INSPECTOR, passed=True, words="x")
    assert "special inspector has the powers of a constable and no rank" in verdict.words


@pytest.mark.parametrize("key", KEYS[len(CHECKS) :])
def test_no_rung_is_left_out(key):
    there = standing(*before(key)[:-1])
    verdict = may_sign(step=step(key), standing=there, hand=BY_SIGNER[step(key).signer], passed=True, words="x")
    assert verdict.words.startswith("Not yet signed: ")


@pytest.mark.parametrize(
    ("key", "facts", "words"),
    [
        ("attested", {"has_account": False}, "Not enrolled as an officer yet"),
        ("accompanied", {"has_account": False}, "Not enrolled as an officer yet"),
        ("accompanied", {"has_tutor": False}, "Name the tutor first"),
        ("accompanied", {"trained": False}, "must both be in date"),
        ("directed", {"trained": False}, "must both be in date"),
        ("independent", {"trained": False}, "must both be in date"),
    ],
)
def test_what_a_step_needs_besides(key, facts, words):
    there, hand = standing(*before(key), **facts), BY_SIGNER[step(key).signer]
    assert words in may_sign(step=step(key), standing=there, hand=hand, passed=True, words="x").words
    assert may_sign(step=step(key), standing=there, hand=hand, passed=False, words="Not ready").allowed


def test_not_yet_says_why_and_an_attestation_names_the_court():
    there = standing(*before("fitness"))
    refusal = may_sign(step=step("fitness"), standing=there, hand=COORDINATOR, passed=False, words=" ")
    assert (refusal.allowed, refusal.field) == (False, "words")
    oath = may_sign(step=step("attested"), standing=standing(*before("attested")), hand=INSPECTOR, passed=True)
    assert "Name the court" in oath.words
    assert "Police Act 1996 s.29" in oath.source


def test_what_was_signed_is_not_signed_twice_but_what_was_not_passed_may_be():
    there = standing("identity")
    again = may_sign(step=step("identity"), standing=there, hand=COORDINATOR, passed=True)
    assert again.words == "Identity is signed already."
    failed = Standing(applied_at=AT, accepted=True, signed=(Signed(step="fitness", passed=False, at=AT),))
    assert may_sign(step=step("fitness"), standing=failed, hand=COORDINATOR, passed=True).allowed


def test_the_last_signature_of_a_step_counts():
    signed = (Signed(step="directed", passed=True, at=AT), Signed(step="directed", passed=False, at=AT))
    assert Standing(applied_at=AT, signed=signed).passed == frozenset()
    assert Standing(applied_at=AT, signed=signed).last("directed").passed is False


@pytest.mark.parametrize(
    ("passed", "facts", "expected"),
    [
        ((), {"accepted": False}, Stage.APPLIED),
        (("identity",), {}, Stage.CHECKS),
        (tuple(CHECKS), {}, Stage.LEARNING),
        (tuple(before("accompanied")), {}, Stage.ATTESTED),
        (tuple(before("directed")), {}, Stage.ACCOMPANIED),
        (tuple(before("independent")), {}, Stage.DIRECTED),
        (tuple(KEYS), {}, Stage.INDEPENDENT),
        (tuple(KEYS), {"ended": True}, Stage.ENDED),
    ],
)
def test_stage(passed, facts, expected):
    assert stage(standing(*passed, **facts)) is expected
    assert expected.words


def test_waiting_since_the_last_step_passed_or_the_application():
    assert waiting_since(standing()) == AT
    assert waiting_since(standing("identity", "vetting")) == AT + timedelta(days=2)


def test_words():
    assert [words_of(key) for key in ("phase_3", "vetting", "directed", "attested")] == [
        "Phase 3", "Vetting", "Directed patrol", "Attested"
    ]  # fmt: skip
