"""Reading bail before charge and releases under investigation."""

from django.db.models import F, QuerySet

from bluelamp.custody.models import Bail, Investigation

MOST = 200
"""Rows of one list; the soonest first, so what is left off is the least pressing."""


def bails_in_force() -> QuerySet[Bail]:
    """Everyone on bail before charge, the soonest end first; one whose period stands still comes last."""
    return (
        Bail.objects.filter(ended_at=None)
        .select_related("person", "arrest", "suite", "detention")
        .order_by(F("ends_on").asc(nulls_last=True), "pk")
    )


def bails_of(person: int, incident: int) -> QuerySet[Bail]:
    """Bail before charge in force for this person and incident; most often none or one."""
    return bails_in_force().filter(person=person, arrest__incident_id=incident)


def under_investigation() -> QuerySet[Investigation]:
    """Everyone released under investigation, the soonest review first."""
    return (
        Investigation.objects.filter(ended_at=None)
        .select_related("person", "arrest", "detention__suite")
        .order_by("review_due_at", "pk")
    )


def whole_bail(pk: int) -> Bail | None:
    """One bail for its own pages, in force or ended, with its pauses and steps."""
    return (
        Bail.objects.filter(pk=pk)
        .select_related("person", "suite", "granted_by", "arrest__incident", "detention__on_bail")
        .prefetch_related("pauses", "steps__officer")
        .first()
    )


def whole_investigation(pk: int) -> Investigation | None:
    """One release under investigation for its page."""
    return (
        Investigation.objects.filter(pk=pk)
        .select_related("person", "arrest__incident", "detention__suite", "officer")
        .first()
    )
