"""A suite handed over at the end of a shift, in the words of the one who goes, taken over by name by the next."""

from django.db import models
from django.db.models import F, Q


class Handover(models.Model):
    """One handover of a suite. The database holds: never accepted by the one who wrote it; one open at a time.

    `held` is who was where, and why watched, when it was written: that is what the next one accepts.
    """

    suite = models.ForeignKey("places.Suite", models.PROTECT, related_name="handovers")
    began_at = models.DateTimeField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="handovers_written")
    words = models.TextField()
    held = models.JSONField(default=list)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        "access.Officer", models.PROTECT, null=True, blank=True, related_name="handovers_accepted"
    )
    accepted_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(began_at__lt=F("written_at")), name="handover_after_shift_began"),
            models.CheckConstraint(
                condition=Q(accepted_by__isnull=True) | ~Q(accepted_by=F("written_by")), name="handover_takes_two"
            ),
            models.CheckConstraint(
                condition=Q(accepted_by__isnull=True, accepted_at__isnull=True)
                | Q(accepted_by__isnull=False, accepted_at__isnull=False),
                name="handover_accepted_by_name",
            ),
            models.UniqueConstraint(
                fields=["suite"], condition=Q(accepted_at__isnull=True), name="one_open_handover_per_suite"
            ),
        ]

    @property
    def ref(self) -> str:
        return f"handover:{self.pk}"
