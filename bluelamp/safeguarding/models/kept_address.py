"""Where a new address that is kept from somebody was written by who is not on the record."""

from django.db import models
from django.db.models import Q

from bluelamp.safeguarding.models.incidents import DomesticIncident


class AddressWritten(models.Model):
    """Somebody who is not on the record sent a kept address from a page: `where` is its path, never what it held."""

    domestic = models.ForeignKey(DomesticIncident, models.PROTECT, related_name="written")
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    where = models.CharField(max_length=200)
    at = models.DateTimeField()
    last_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["domestic", "officer"],
                condition=Q(looked_at__isnull=True),
                name="one_address_written_at_a_time",
            )
        ]

    @property
    def ref(self) -> str:
        return f"addresswritten:{self.pk}"
