"""The tables of the ledger. Nothing is written through these classes: `ledger_append` in the database is the writer."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.db import models


class Entry(models.Model):
    """One thing that happened. Positions `n` count from 1 per record; `previous` is the hash of the one before."""

    seq = models.BigAutoField(primary_key=True)
    xid = models.BigIntegerField()
    record = models.TextField()
    n = models.BigIntegerField()
    previous = models.BinaryField()
    hash = models.BinaryField()
    event = models.TextField()
    who = models.TextField()
    action = models.TextField()
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    written_at = models.DateTimeField()
    reason = models.TextField()
    corrects = models.BigIntegerField(null=True)
    about = ArrayField(models.TextField(), null=True)
    facts = models.TextField()
    commitment = models.BinaryField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "n"], name="ledger_entry_position")]
        indexes = [
            models.Index(fields=["xid", "seq"], name="ledger_entry_followed"),
            BrinIndex(fields=["recorded_at"], name="ledger_entry_period"),
            GinIndex(fields=["about"], name="ledger_entry_about"),
        ]

    def __str__(self) -> str:
        return f"{self.record} {self.n}: {self.event}"


class Words(models.Model):
    """The personal text of one entry, with the salt of its commitment. Erasing removes both."""

    entry = models.OneToOneField(
        Entry, primary_key=True, db_column="seq", on_delete=models.DO_NOTHING, db_constraint=False
    )
    salt = models.BinaryField()
    text = models.TextField()

    def __str__(self) -> str:
        return f"Words of entry {self.pk}"


class Request(models.Model):
    """An idempotency key that was used, by whom, for which action, and what was answered."""

    key = models.TextField(primary_key=True)
    who = models.TextField()
    action = models.TextField()
    answer = models.TextField()
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.action} by {self.who}"


class Checkpoint(models.Model):
    """One signed statement over every entry that became final since the checkpoint before."""

    number = models.BigIntegerField(primary_key=True)
    body = models.TextField()
    signature = models.TextField()
    signer = models.TextField()

    def __str__(self) -> str:
        return f"Checkpoint {self.number}"
