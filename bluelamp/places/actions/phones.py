"""The yellow phone: reported faulty, mended, tested. An outage is public at once (domain rule C4)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, promise
from bluelamp.places.events import PHONE_FAULTY, PHONE_MENDED, PHONE_TEST_BEGUN, PHONE_TESTED
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import ContactPoint
from bluelamp.places.owed import PHONE_TEST
from bluelamp.places.rules.phones import may_begin_test, may_end_test, may_mend, may_report_fault, next_test
from bluelamp.verdict import insist


@action
def report_fault(*, contact_point: int, fault: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Take a contact point out of order, saying what is wrong; the public page says so from now on."""
    require(by, "places.edit", "calls.answer")
    phone = _locked(contact_point)
    insist(may_report_fault(phone.state, fault))
    _become(phone, ContactPoint.State.FAULTY, at, fault.strip())
    write(PHONE_FAULTY, record=f"contact_point:{phone.pk}", facts={"name": phone.name}, words={"fault": phone.fault})
    return f"contact_point:{phone.pk}"


@action
def mend(*, contact_point: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Put a contact point back in order."""
    require(by, "places.edit")
    phone = _locked(contact_point)
    insist(may_mend(phone.state))
    _become(phone, ContactPoint.State.WORKING, at)
    write(PHONE_MENDED, record=f"contact_point:{phone.pk}", facts={"name": phone.name})
    return f"contact_point:{phone.pk}"


@action
def begin_test(*, contact_point: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Begin a test call: a contact from the device while it lasts is typed as a test and not counted (C4)."""
    require(by, "places.edit", "calls.answer")
    phone = _locked(contact_point)
    insist(may_begin_test(phone.state))
    _become(phone, ContactPoint.State.TESTING, at, phone.fault)
    write(PHONE_TEST_BEGUN, record=f"contact_point:{phone.pk}", facts={"name": phone.name})
    return f"contact_point:{phone.pk}"


@action
def end_test(
    *, contact_point: int, passed: bool, by: Acting, at: datetime, fault: str = "", key: str | None = None
) -> str:
    """Record the result of a test: passed puts the phone in order, failed takes it out of order with the fault."""
    require(by, "places.edit", "calls.answer")
    phone = _locked(contact_point)
    insist(may_end_test(phone.state, passed, fault))
    phone.last_test_at = at
    state = ContactPoint.State.WORKING if passed else ContactPoint.State.FAULTY
    _become(phone, state, at, "" if passed else fault.strip())
    _owe_next(phone, at)
    result = "heard and understood" if passed else f"failed, {phone.fault}"
    write(PHONE_TESTED, record=f"contact_point:{phone.pk}", facts={"name": phone.name}, words={"result": result})
    return f"contact_point:{phone.pk}"


def _owe_next(phone: ContactPoint, at: datetime) -> None:
    """This week's test was made, whatever came of it; the next is owed a week on."""
    record = f"contact_point:{phone.pk}"
    keep(PHONE_TEST, record=record, slot=EVERY_SLOT, at=at)
    due = next_test(law_of("places"), last_test_at=at)
    promise(PHONE_TEST, record=record, slot=at.isoformat(), due=due, began_at=at, words={"name": phone.name})


def _locked(contact_point: int) -> ContactPoint:
    return ContactPoint.objects.select_for_update().get(pk=contact_point)


def _become(phone: ContactPoint, state: ContactPoint.State, at: datetime, fault: str = "") -> None:
    phone.state, phone.state_since, phone.fault = state, at, fault
    phone.save(update_fields=["state", "state_since", "fault", "last_test_at"])
