"""Domestic incidents: who is in it, what was assessed, the children, plans and referrals. Roles belong to the case."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from bluelamp.people.rules.personal_connection import Tie
from bluelamp.safeguarding.rules.assessing import Risk, Said, count
from bluelamp.safeguarding.rules.positive_action import Scene
from bluelamp.safeguarding.rules.recognising import Behaviour, Child, Finding, Two

RISKS = [(risk.value, risk.words) for risk in Risk]
FINDINGS = [(finding.value, finding.words) for finding in Finding]


class DomesticIncident(models.Model):
    """An incident treated as domestic abuse until shown otherwise; it is owed an assessment from its first minute."""

    incident = models.OneToOneField("calls.Incident", models.PROTECT, related_name="domestic")
    victim = models.ForeignKey(
        "victims.Victim", models.PROTECT, null=True, blank=True, related_name="domestic_incidents"
    )
    suspect = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    age_victim = models.PositiveSmallIntegerField(null=True, blank=True)
    age_suspect = models.PositiveSmallIntegerField(null=True, blank=True)
    ties = ArrayField(models.CharField(max_length=16), null=True, blank=True)
    behaviour = ArrayField(models.CharField(max_length=16), null=True, blank=True)
    finding = models.CharField(max_length=20, choices=FINDINGS, default=Finding.ASK)
    raised_at = models.DateTimeField()
    owner = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    owned_at = models.DateTimeField(null=True, blank=True)
    shift_ends_at = models.DateTimeField(null=True, blank=True)
    assessed_at = models.DateTimeField(null=True, blank=True)
    grade = models.CharField(max_length=10, choices=RISKS, blank=True)
    suspect_present = models.BooleanField(null=True, blank=True)
    grounds = models.BooleanField(null=True, blank=True)
    arrested = models.BooleanField(default=False)
    why_not_arrested = models.TextField(blank=True)
    counter_allegation = models.BooleanField(default=False)
    primary_aggressor = models.TextField(blank=True)
    filmed = models.BooleanField(default=False)
    not_filmed_why = models.TextField(blank=True)
    scene_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["raised_at"],
                condition=Q(assessed_at__isnull=True, ended_at__isnull=True),
                name="unassessed_by_age",
            ),
            models.Index(fields=["suspect"], name="domestic_by_suspect"),
        ]

    @property
    def ref(self) -> str:
        return f"domestic:{self.pk}"

    def two(self) -> Two:
        """The facts that the law recognises domestic abuse by."""
        return Two(
            age_a=self.age_victim,
            age_b=self.age_suspect,
            ties=None if self.ties is None else frozenset(Tie(one) for one in self.ties),
            behaviour=None if self.behaviour is None else frozenset(Behaviour(one) for one in self.behaviour),
        )

    def scene(self) -> Scene:
        """What positive action is judged by."""
        return Scene(
            suspect_present=self.suspect_present,
            grounds=self.grounds,
            arrested=self.arrested,
            why_not_arrested=self.why_not_arrested,
            counter_allegation=self.counter_allegation,
            primary_aggressor=self.primary_aggressor,
            filmed=self.filmed,
            not_filmed_why=self.not_filmed_why,
        )


class Assessment(models.Model):
    """One assessment with one version of one question set; a later one is another row.

    `asked_for` is a grade below the threshold that the assessor would give: `grade` stands until a supervisor agrees.
    """

    domestic = models.ForeignKey(DomesticIncident, models.PROTECT, related_name="assessments")
    tool = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    answers = models.JSONField()
    observed = models.TextField(blank=True)
    band = models.CharField(max_length=10, choices=RISKS, blank=True)
    grade = models.CharField(max_length=10, choices=RISKS)
    asked_for = models.CharField(max_length=10, choices=RISKS, blank=True)
    reason = models.TextField()
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    looked_words = models.TextField(blank=True)
    grade_after = models.CharField(max_length=10, choices=RISKS, blank=True)

    @property
    def ref(self) -> str:
        return f"assessment:{self.pk}"

    def said(self) -> dict[str, Said]:
        """The answers by code of the question."""
        return {code: Said(one) for code, one in self.answers.items()}

    @property
    def counted(self) -> str:
        """The count in words; it informs and decides nothing."""
        return count(answers=self.said().values()).words


class ChildInvolved(models.Model):
    """A child in it: a victim in its own right where it sees, hears or feels the effects and is related."""

    domestic = models.ForeignKey(DomesticIncident, models.PROTECT, related_name="children")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    age = models.PositiveSmallIntegerField(null=True, blank=True)
    affected = models.BooleanField(null=True, blank=True)
    related = models.BooleanField(null=True, blank=True)
    present = models.BooleanField(null=True, blank=True)
    voice = models.TextField(blank=True)
    is_victim = models.BooleanField(default=True)
    school = models.CharField(max_length=60, blank=True)
    home_educated = models.BooleanField(default=False)
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["domestic", "person"], name="one_child_once")]

    @property
    def ref(self) -> str:
        return f"child:{self.pk}"

    def facts(self) -> Child:
        """What the law asks of a child."""
        return Child(age=self.age, affected=self.affected, related=self.related)


class SchoolNotice(models.Model):
    """What became of telling a child's school: sent by a secure route, or left out for a coded reason."""

    child = models.OneToOneField(ChildInvolved, models.PROTECT, related_name="notice")
    recipient = models.CharField(max_length=20)
    to_name = models.CharField(max_length=120, blank=True)
    route = models.CharField(max_length=20, blank=True)
    born = models.TextField(blank=True)
    circumstances = models.TextField(blank=True)
    happened_at = models.DateTimeField(null=True, blank=True)
    place = models.TextField(blank=True)
    exception = models.CharField(max_length=30, blank=True)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(route="") ^ ~Q(exception=""), name="sent_or_left_out_for_a_reason")
        ]


class Referral(models.Model):
    """Somebody passed on to a body that helps: an adviser, children's services, adult care."""

    class Kind(models.TextChoices):
        ADVISER = "adviser", "Independent adviser"
        CHILDREN = "children", "Children's services"
        ADULT = "adult", "Adult care"

    domestic = models.ForeignKey(DomesticIncident, models.PROTECT, related_name="referrals")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    body = models.ForeignKey("places.PartnerBody", models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    agreed = models.BooleanField(null=True, blank=True)
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    share = models.ForeignKey("partners.Share", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["domestic", "kind"], name="one_referral_of_a_kind")]


class SafetyPlan(models.Model):
    """What was agreed with the victim; a change is a new plan, never kept where the other may find it."""

    domestic = models.ForeignKey(DomesticIncident, models.PROTECT, related_name="plans")
    steps = ArrayField(models.TextField())
    agreed_with = models.BooleanField(default=True)
    why_not = models.TextField(blank=True)
    review_on = models.DateField()
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")


class Marker(models.Model):
    """A warning on an address or a telephone number that was put there from this record; the warning says the rest."""

    class On(models.TextChoices):
        ADDRESS = "address", "An address"
        NUMBER = "number", "A phone number"

    domestic = models.ForeignKey(DomesticIncident, models.PROTECT, related_name="markers")
    on = models.CharField(max_length=7, choices=On.choices)
    warning = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["on", "warning"], name="one_marker_a_warning")]
