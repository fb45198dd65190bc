"""Sending another unit than the one advised first: allowed, and the reason is kept."""

from bluelamp.verdict import Verdict, allowed, refused


def may_choose(*, rank: int | None, first: str, why: str) -> Verdict:
    """Allowed for the first choice, or with a reason. `rank` is the unit's place in the advice (1 is best), None when
    it was not ranked; `first` the call sign advised first, "" for none."""
    if rank == 1 or why.strip() or not (rank or first):
        return allowed()
    better = f"{first} is advised first. " if first else "This unit is not the first choice. "
    return refused(f"{better}Give your reason for sending this one.", "Force policy: the reason is kept", field="why")
