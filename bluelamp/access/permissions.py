"""The capabilities of access, and of the ledger below it, which may not use this folder."""

from bluelamp.access.registry import Capability

GRANT_ROLES = Capability(name="access.grant_roles", words="Enrol officers, grant and withdraw their roles")
RESTRICT_RECORDS = Capability(name="access.restrict_records", words="Restrict a record to named officers")
OPEN_RESTRICTED = Capability(
    name="access.open_restricted", words="Open a restricted record you are not named on, with a reason"
)
OPEN_LOG = Capability(name="access.open_log", words="Open the restricted log of a closed call, with a reason")
READ_LEDGER = Capability(name="ledger.read", words="See who looked at and changed which record")
VERIFY_LEDGER = Capability(name="ledger.verify", words="Verify that the ledger is whole")
ERASE_WORDS = Capability(name="ledger.erase", words="Erase personal text from the ledger, with the legal ground")


def may_open_by(record: str) -> tuple[str, ...]:
    """What lets somebody open this restricted record with a reason: any one. Control rooms open logs, nothing more."""
    return (OPEN_RESTRICTED.name, OPEN_LOG.name) if record.startswith("incident:") else (OPEN_RESTRICTED.name,)
