"""Roles are named sets of capabilities; the docs show them as they are."""

from pathlib import Path

import pytest
from django.conf import settings

from bluelamp.access.registry import Capabilities, Capability, capabilities
from bluelamp.access.roles import capabilities_of, insist_known, read, roles, unknown
from bluelamp.access.roles_page import as_markdown
from bluelamp.site.domains import DOMAINS

OF_ADMINISTRATORS = {"access.grant_roles", "ledger.verify", "places.view"}


def test_every_role_of_the_agreed_list_is_there():
    assert list(roles()) == [
        "contact_handler",
        "dispatcher",
        "response_officer",
        "special_constable",
        "custody_officer",
        "detention_officer",
        "pcso",
        "reviewing_inspector",
        "superintendent",
        "investigator",
        "victim_care_officer",
        "domestic_abuse_specialist",
        "neighbourhood_officer",
        "duty_planner",
        "specials_coordinator",
        "roads_officer",
        "commander",
        "auditor",
        "administrator",
        "custody_visitor",
    ]


def test_administrators_hold_no_operational_power():
    assert roles()["administrator"].capabilities == OF_ADMINISTRATORS
    others = [role for key, role in roles().items() if key != "administrator"]
    assert not any("access.grant_roles" in role.capabilities for role in others)


def test_roles_add_up_and_an_unknown_one_allows_nothing():
    both = capabilities_of(["auditor", "administrator"])
    assert both == roles()["auditor"].capabilities | roles()["administrator"].capabilities
    assert capabilities_of(["gone"]) == frozenset()


def test_no_role_may_raise_alarms():
    assert "system.raise_alarms" not in capabilities_of(roles())


def test_every_capability_of_an_installed_domain_is_declared():
    assert unknown(roles(), capabilities, ["access", "ledger", *DOMAINS]) == []


def test_an_unknown_capability_counts_only_where_its_domain_is_installed():
    found = read('[guard]\nwords = "Guard"\nmay = ["calls.answer", "custody.fly"]')
    declared = Capabilities()
    declared.declare(Capability(name="calls.answer", words="Answer a contact"))
    assert unknown(found, declared, ["calls"]) == []
    assert "custody.fly" in unknown(found, declared, ["calls", "custody"])[0]


def test_the_start_fails_in_words(monkeypatch):
    monkeypatch.setattr("bluelamp.access.roles.roles", lambda: read('[a]\nwords = "A"\nmay = ["access.fly"]'))
    with pytest.raises(ValueError, match=r"Role a .* names access\.fly"):
        insist_known(capabilities, ["access"])


def test_a_half_written_role_is_named():
    with pytest.raises(ValueError, match="Role guard"):
        read('[guard]\nwords = "Guard"')


def test_one_name_has_one_meaning():
    declared = Capabilities()
    declared.declare(Capability(name="a.b", words="One"), Capability(name="a.b", words="One"))
    with pytest.raises(ValueError, match="declared twice"):
        declared.declare(Capability(name="a.b", words="Another"))


def test_the_docs_show_the_roles_as_they_are():
    page = Path(settings.BASE) / "docs" / "roles.md"
    assert page.read_text(encoding="utf-8") == as_markdown(roles(), capabilities), "Run: python -m django roles_page"
