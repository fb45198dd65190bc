"""Which notice is issued is a dated setting of the force, and statute is not the force's to change."""

from datetime import date
from pathlib import Path

import pytest

from bluelamp.deadlines.law import LawError, load
from bluelamp.safeguarding.rules.protection import Regime, may_breach, regime

SHIPPED = Path(__file__).resolve().parents[3] / "bluelamp" / "safeguarding" / "law.toml"
ENTRY = """[[law]]
key = "{key}"
value = "{value}"
unit = "{unit}"
source = "The force's own"
tag = "P"
effective_from = 2027-04-01
"""


def written(folder: Path, **values: str) -> Path:
    path = folder / "safeguarding.toml"
    path.write_text(ENTRY.format(**values), encoding="utf-8")
    return path


def test_a_force_begins_the_newer_notice_on_a_day(tmp_path: Path) -> None:
    law = load(SHIPPED, written(tmp_path, key="protection.regime", value="dapn", unit="regime"))
    assert regime(law, on=date(2027, 3, 31)) is Regime.DVPN
    assert regime(law, on=date(2027, 4, 1)) is Regime.DAPN


def test_a_force_cannot_lower_the_rank(tmp_path: Path) -> None:
    with pytest.raises(LawError, match="is fixed by"):
        load(SHIPPED, written(tmp_path, key="protection.dvpn.rank", value="inspector", unit="rank"))


def test_a_breach_of_the_newer_order_is_a_crime() -> None:
    assert "A crime" in may_breach(regime=Regime.DAPN, is_order=True)
    assert "24 hours" in may_breach(regime=Regime.DAPN, is_order=False)
    assert "24 hours" in may_breach(regime=Regime.DVPN, is_order=True)
