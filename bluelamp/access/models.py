"""Officers, the roles granted to them, shared terminals, and restrictions on records."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from bluelamp.access.roles import role_words

REGULAR_RANKS = {
    "": "No regular rank",
    "constable": "Constable",
    "sergeant": "Sergeant",
    "inspector": "Inspector",
    "chief_inspector": "Chief inspector",
    "superintendent": "Superintendent",
    "chief_superintendent": "Chief superintendent",
}
SHORT_RANKS = {
    "": "",
    "constable": "PC",
    "sergeant": "PS",
    "inspector": "Insp",
    "chief_inspector": "Ch Insp",
    "superintendent": "Supt",
    "chief_superintendent": "Ch Supt",
}


class Officer(AbstractBaseUser):
    """An officer or member of staff who signs in. A special grade is not a statutory rank: law asks `regular_rank`."""

    user_name = models.CharField(max_length=60, unique=True)
    collar_number = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=20, blank=True, help_text="How the name is prefixed where it is not the rank")
    regular_rank = models.CharField(max_length=24, blank=True, choices=list(REGULAR_RANKS.items()))
    special_grade = models.CharField(max_length=40, blank=True)
    team = models.CharField(max_length=60, blank=True)
    is_active = models.BooleanField(default=True)
    is_partner = models.BooleanField(
        default=False, help_text="Works for a partner body: other pages do not exist for them"
    )
    is_demonstration = models.BooleanField(default=False)
    enrolled_at = models.DateTimeField()

    USERNAME_FIELD = "user_name"
    REQUIRED_FIELDS = ["name"]
    objects = BaseUserManager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["collar_number"], condition=~Q(collar_number=""), name="one_collar_number"),
            models.CheckConstraint(condition=Q(regular_rank__in=list(REGULAR_RANKS)), name="rank_is_known"),
            models.CheckConstraint(condition=Q(regular_rank="") | Q(special_grade=""), name="special_has_no_rank"),
        ]

    def __str__(self) -> str:
        """As the service writes it: PS 1842 Nia Haldane."""
        parts = (self.title or SHORT_RANKS[self.regular_rank], self.collar_number, self.name)
        return " ".join(part for part in parts if part)

    @property
    def ref(self) -> str:
        return f"officer:{self.pk}"


class RoleGrant(models.Model):
    """One role held by one officer, with who granted it and when; withdrawn, never deleted."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=40)
    granted_by = models.CharField(max_length=60)
    granted_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["officer", "role"], condition=Q(withdrawn_at__isnull=True), name="one_grant_in_force"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=models.F("granted_at")),
                name="withdrawn_after_granted",
            ),
        ]


class Terminal(models.Model):
    """A shared workstation, enrolled as a device: the browser holds a signed cookie that names it."""

    name = models.CharField(max_length=60, unique=True)
    desk = models.CharField(max_length=60)
    enrolled_by = models.CharField(max_length=60)
    enrolled_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)


class Restriction(models.Model):
    """A record that only named officers and those in `roles` may see. `record` is a reference such as "incident:41".

    Until it has an `owner`, those in the role `asks` stand in for one. Whoever is assigned to `incident` may see it.
    """

    record = models.CharField(max_length=60)
    roles = ArrayField(models.CharField(max_length=40), default=list)
    why = models.CharField(max_length=200)
    owner = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="restrictions_owned")
    asks = models.CharField(max_length=40, default="")
    incident = models.BigIntegerField(null=True)
    allowed = models.ManyToManyField(Officer, related_name="restrictions_allowed")
    restricted_by = models.CharField(max_length=60)
    restricted_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record"], condition=Q(lifted_at__isnull=True), name="one_restriction_in_force"
            ),
            models.CheckConstraint(
                condition=Q(owner__isnull=False) | ~Q(asks=""), name="restricted_record_has_whom_to_ask"
            ),
        ]

    def belongs_to(self, officer: int | None, roles: Iterable[str]) -> bool:
        """Whether this officer is its owner, or stands in for one by their role until there is one."""
        return self.owner_id == officer if self.owner_id else self.asks in set(roles)

    @property
    def whom(self) -> str:
        """Whom to ask: the owner, or the role that stands in for one."""
        return str(self.owner) if self.owner else f"a {role_words(self.asks).lower()}"

    @property
    def record_words(self) -> str:
        """What it is about, without what it says: "person 26"."""
        return self.record.replace(":", " ").replace("_", " ")


class Opening(models.Model):
    """A restricted record opened by somebody not on it; its owner looks at it, and may raise a concern."""

    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT, related_name="openings")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="openings")
    reason = models.TextField()
    opened_at = models.DateTimeField()
    until = models.DateTimeField()
    seen_by_owner_at = models.DateTimeField(null=True)
    concern = models.TextField(default="")

    @property
    def ref(self) -> str:
        return f"opening:{self.pk}"

    @property
    def by_owner(self) -> bool:
        return self.officer_id == self.restriction.owner_id


class Look(models.Model):
    """One standing look: a board left open over restricted records, from opening to closing.

    `seen_at` is when the page last showed that it is still there, `left_at` when the last one seen went away.
    """

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="looks")
    page = models.CharField(max_length=60)
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["officer", "page"], condition=Q(closed_at__isnull=True), name="one_standing_look"
            )
        ]
