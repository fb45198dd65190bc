"""Granting and withdrawing roles, opening and closing accounts."""

import pytest
from django.db import IntegrityError, transaction

from bluelamp.access.actions.enrolling import enrol, leave
from bluelamp.access.actions.granting import NewGrant, grant, grant_many, withdraw
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.access.queries import officers
from bluelamp.ledger.queries import timeline
from bluelamp.verdict import Refused
from tests.access.conftest import NOON, SETUP


def test_a_grant_says_who_and_when_and_is_in_the_ledger(acting, an_officer):
    quill, lowe = acting("quill", "administrator"), an_officer("lowe")
    grant(officer=lowe.pk, role="dispatcher", by=quill, at=NOON)
    held = RoleGrant.objects.get(officer=lowe)
    assert (held.granted_by, held.granted_at) == (quill.ref, NOON)
    line = timeline(lowe.ref)[0]
    assert (line.by, line.sentence, line.recorded_at) == (quill.ref, "Granted the role Dispatcher", NOON)


def test_nobody_grants_themselves_a_role(acting):
    quill = acting("quill", "administrator")
    with pytest.raises(Refused, match="Nobody grants themselves"):
        grant(officer=quill.officer_id, role="auditor", by=quill, at=NOON)
    assert RoleGrant.objects.count() == 1


def test_only_administrators_grant(acting, an_officer):
    with pytest.raises(Refused, match="may not do this"):
        grant(officer=an_officer("lowe").pk, role="pcso", by=acting("osei", "commander"), at=NOON)


def test_many_grants_follow_the_same_rules_and_are_each_in_the_ledger(acting, an_officer):
    quill, lowe, pell = acting("quill", "administrator"), an_officer("lowe"), an_officer("pell", "auditor")
    grants = [NewGrant(officer=lowe.pk, role="dispatcher"), NewGrant(officer=pell.pk, role="pcso")]
    assert grant_many(grants=grants, by=quill, at=NOON) == [lowe.ref, pell.ref]
    assert [timeline(one.ref)[0].sentence.split(" the role ")[0] for one in (lowe, pell)] == ["Granted"] * 2
    assert officers().get(pk=pell.pk).role_keys == ["auditor", "pcso"]


@pytest.mark.parametrize(
    ("role", "by", "words"),
    [
        ("dispatcher", "commander", "may not do this"),
        ("juggler", "administrator", "no such role"),
        ("administrator", "administrator", "holds no other role"),
    ],
)
def test_one_grant_of_many_that_may_not_be_leaves_nothing_granted(acting, an_officer, role, by, words):
    lowe, pell = an_officer("lowe"), an_officer("pell", "auditor")
    grants = [NewGrant(officer=lowe.pk, role="pcso"), NewGrant(officer=pell.pk, role=role)]
    with pytest.raises(Refused, match=words):
        grant_many(grants=grants, by=acting("quill", by), at=NOON)
    assert officers().get(pk=lowe.pk).role_keys == []


def test_a_withdrawn_role_allows_nothing_and_is_kept(acting, an_officer):
    quill, lowe = acting("quill", "administrator"), an_officer("lowe", "dispatcher")
    withdraw(officer=lowe.pk, role="dispatcher", by=quill, at=NOON)
    assert officers().get(pk=lowe.pk).role_keys == []
    assert RoleGrant.objects.get(officer=lowe).withdrawn_by == quill.ref


def test_the_last_administrator_cannot_be_withdrawn(acting):
    quill = acting("quill", "administrator")
    with pytest.raises(Refused, match="last administrator"):
        withdraw(officer=quill.officer_id, role="administrator", by=SETUP, at=NOON)


def test_the_same_form_twice_grants_once(acting, an_officer):
    quill, lowe = acting("quill", "administrator"), an_officer("lowe")
    key = "6b1d3a52-3c52-4a0e-9d0a-8a6a8a1f0001"
    answers = {grant(officer=lowe.pk, role="pcso", by=quill, at=NOON, key=key) for _ in range(2)}
    assert answers == {lowe.ref}
    assert RoleGrant.objects.filter(officer=lowe).count() == 1


def test_closing_an_account_withdraws_its_roles(acting, an_officer):
    quill, lowe = acting("quill", "administrator"), an_officer("lowe", "pcso")
    leave(officer=lowe.pk, by=quill, at=NOON)
    gone = officers().get(pk=lowe.pk)
    assert (gone.is_active, gone.role_keys) == (False, [])
    with pytest.raises(Refused, match="Nobody closes their own"):
        leave(officer=quill.officer_id, by=quill, at=NOON)


def test_a_special_grade_is_not_a_rank(db):
    with pytest.raises(Refused, match="special grade is not a rank"):
        enrol(user_name="o", name="Okafor", regular_rank="inspector", special_grade="inspector", by=SETUP, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Officer.objects.create(
            user_name="o", name="O", regular_rank="inspector", special_grade="inspector", enrolled_at=NOON
        )


def test_user_names_and_collar_numbers_are_ones_own(an_officer):
    an_officer("lowe", collar_number="2210")
    with pytest.raises(Refused, match="user name is in use"):
        enrol(user_name="LOWE ", name="Another", by=SETUP, at=NOON)
    with pytest.raises(Refused, match="collar number is in use"):
        enrol(user_name="low", name="Another", collar_number="2210", by=SETUP, at=NOON)


def test_an_officer_is_written_as_the_service_writes_them(an_officer):
    haldane = an_officer("haldane", name="Nia Haldane", collar_number="1842", regular_rank="sergeant")
    assert str(haldane) == "PS 1842 Nia Haldane"
