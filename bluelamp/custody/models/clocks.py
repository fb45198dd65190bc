"""What moves the clocks of a detention: reviews, postponements, extensions."""

from django.db import models

from bluelamp.custody.models.detentions import Detention


class Review(models.Model):
    """One review of detention done (P13)."""

    class Outcome(models.TextChoices):
        CONTINUED = "continued", "Detention is still necessary"
        RELEASE = "release", "Detention is no longer necessary"

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="reviews")
    n = models.PositiveSmallIntegerField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="reviews_done")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    words = models.TextField()
    representations = models.TextField(blank=True)
    method = models.CharField(max_length=12, default="in_person")
    no_live_link_because = models.TextField(blank=True)
    heard = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["detention", "n"], name="one_review_of_a_number")]


class Postponement(models.Model):
    """A review put off for a reason the law names (P14)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="postponements")
    n = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=40)
    words = models.TextField()


class Extension(models.Model):
    """A superintendent's authority to keep somebody to a time (P15)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="extensions")
    authorised_at = models.DateTimeField()
    until = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    grounds = models.TextField()
    representations = models.TextField(blank=True)
    method = models.CharField(max_length=12, default="in_person")
    rights_words = models.TextField(blank=True)


class OverdueReason(models.Model):
    """Why something was done after its time: the times are approximate, so the reason is what is kept (P17)."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="overdue_reasons")
    what = models.CharField(max_length=40)
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    words = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["detention", "what"], name="one_reason_for_each_overdue_time")]
