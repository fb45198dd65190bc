"""An export is checked by the script alone, in a Python that knows nothing else; one flipped byte is refused."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from bluelamp.ledger import checkpoints, exporting, queries
from bluelamp.ledger.actions.erasing import erase
from bluelamp.ledger.commands import export, verify
from bluelamp.ledger.notary import Places
from bluelamp.ledger.standalone import verify_export
from tests.ledger.conftest import ERASER, TEN, sign

Told = Callable[..., str]
SCRIPT = Path(verify_export.__file__)


@pytest.fixture
def exported(transactional_db: None, told: Told, kept: Places, tmp_path: Path) -> Path:
    for number in range(5):
        told("incident:1", what=f"Grüße 🚔 {number}")
        told("incident:2")
        sign(kept)
    first = queries.timeline("incident:1")[-1].seq
    erase(record="incident:1", entries=[first], reason="Order", by=ERASER, at=TEN)
    target = tmp_path / "export.jsonl"
    assert export("incident:1", target)[1] == 0
    return target


def run(path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-S", str(SCRIPT), str(path), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_script_alone_is_enough(exported: Path, kept: Places) -> None:
    done = run(exported, checkpoints.public_key(kept.key))
    assert (done.returncode, done.stdout) == (0, "6 entries checked, 1 not yet signed, 0 faults\n")


def test_another_key_is_refused(exported: Path) -> None:
    done = run(exported, "00" * 32)
    assert done.returncode == 1
    assert "signed by another key" in done.stdout


@pytest.mark.parametrize(
    ("was", "now"), [('["R', '["S'), ('"salt": null', '"sall": null'), ('"proof": []', '"proog": []')]
)
def test_what_would_change_nothing_is_refused_too(exported: Path, was: str, now: str) -> None:
    content = exported.read_text(encoding="utf-8")
    assert was in content
    exported.write_text(content.replace(was, now, 1), encoding="utf-8")
    assert run(exported).returncode == 1


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=some.floats(0, 1, exclude_max=True), bit=some.integers(0, 7))
@example(place=0.001953125, bit=0)
def test_one_flipped_bit_is_refused(exported: Path, place: float, bit: int) -> None:
    content = bytearray(exported.read_bytes())
    place = int(place * len(content))
    content[place] ^= 1 << bit
    changed = exported.with_name("changed.jsonl")
    changed.write_bytes(content)
    try:
        faults = verify_export.check(str(changed))[0]
    except (ValueError, KeyError, TypeError, IndexError):
        return
    same = [json.loads(line) for line in exported.read_text(encoding="utf-8").splitlines()]
    assert faults or [json.loads(line) for line in changed.read_text(encoding="utf-8").splitlines()] == same


def test_a_missing_line_is_refused(exported: Path) -> None:
    lines = exported.read_text(encoding="utf-8").splitlines()
    for gone in (1, 3, 6, len(lines) - 1):
        exported.write_text("\n".join(lines[:gone] + lines[gone + 1 :]), encoding="utf-8")
        assert verify_export.main([str(exported)]) == 1


def test_without_words_it_still_holds(exported: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.jsonl"
    bare.write_text("\n".join(exporting.export("incident:1", with_words=False)), encoding="utf-8")
    assert "Gr" not in bare.read_text(encoding="utf-8")
    assert run(bare).returncode == 0


@pytest.mark.django_db
def test_an_unknown_record_is_said(tmp_path: Path) -> None:
    assert export("incident:404", tmp_path / "x") == ("The ledger holds nothing on incident:404.", 1)


def test_the_commands_words_and_exit_codes(exported: Path, kept: Places) -> None:
    home = kept.file.parent
    assert verify(home)[1] == 0
    assert json.loads(verify(home, as_json=True)[0])["sound"] is True
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica; UPDATE ledger_entry SET who = 'x' WHERE n = 2")
        cursor.execute("SET session_replication_role = origin")
    said, code = verify(home)
    assert code == 1
    assert "FAULT altered: incident:2, position 2" in said


@settings(max_examples=8, deadline=None)
@given(seed=some.binary(min_size=32, max_size=32), message=some.binary(max_size=80), flipped=some.integers(0, 511))
def test_signatures_are_judged_as_the_library_judges_them(seed: bytes, message: bytes, flipped: int) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = key.public_key().public_bytes_raw(), bytearray(key.sign(message))
    assert verify_export.is_signed(public, message, bytes(signature))
    signature[flipped // 8] ^= 1 << flipped % 8
    assert not verify_export.is_signed(public, message, bytes(signature))


def test_what_is_kept_back_is_left_out_entry_by_entry_and_the_chain_holds(exported: Path, tmp_path: Path) -> None:
    some_out = tmp_path / "some.jsonl"
    assert export("incident:1", some_out, keeps_back=lambda words: "🚔 2" in words)[1] == 0
    lines = [json.loads(line) for line in some_out.read_text(encoding="utf-8").splitlines()]
    words = [str(one.get("words")) for one in lines if one["kind"] == "entry"]
    assert [n for n in range(1, 5) if any(f"🚔 {n}" in one for one in words)] == [1, 3, 4]
    assert run(some_out).returncode == 0


def test_a_struck_reason_leaves_the_entrys_place_proven_and_says_that_no_more_is(
    exported: Path, kept: Places, tmp_path: Path
) -> None:
    target = tmp_path / "struck.jsonl"
    sign(kept)
    assert export("incident:1", target, keeps_back=lambda words: words == "Order")[1] == 0
    lines = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert "Order" not in [one.get("reason") for one in lines]
    struck = [one for one in lines if one.get("struck")]
    assert struck
    told = run(target)
    assert (told.returncode, f"In {len(struck)} a reason was struck out" in told.stdout) == (0, True)
    struck[0]["hash"] = "00" * 32
    target.write_text("\n".join(json.dumps(one) for one in lines), encoding="utf-8")
    assert run(target).returncode == 1, "another hash neither continues the chain nor is in the checkpoint"
