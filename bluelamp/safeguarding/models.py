"""Domestic incidents: who is in it, what was assessed, the children, plans and referrals. Roles belong to the case."""

from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from bluelamp.people.rules.personal_connection import Tie
from bluelamp.safeguarding.rules.assessing import Risk, Said, count
from bluelamp.safeguarding.rules.positive_action import Scene
from bluelamp.safeguarding.rules.recognising import Behaviour, Child, Finding, Two
from bluelamp.victims.models import Victim

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
    circumstances = models.TextField(blank=True)
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


class Pathway(models.Model):
    """One pathway opened at an incident: by the answer to a question, what was reported, or a person who recognised it.

    It belongs to the domestic record of the incident. Where there is none it stands alone, as when a stranger stalks:
    then the person harmed, the owner and the grade of risk are its own.
    """

    incident = models.ForeignKey("calls.Incident", models.PROTECT, related_name="pathways")
    domestic = models.ForeignKey(DomesticIncident, models.PROTECT, null=True, blank=True, related_name="pathways")
    kind = models.CharField(max_length=30)
    edition = models.CharField(max_length=20)
    by_question = models.BooleanField(default=False)
    words = models.TextField()
    opened_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_why = models.TextField(blank=True)
    victim = models.ForeignKey("victims.Victim", models.PROTECT, null=True, blank=True, related_name="pathways")
    owner = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    owned_at = models.DateTimeField(null=True, blank=True)
    shift_ends_at = models.DateTimeField(null=True, blank=True)
    assessed_at = models.DateTimeField(null=True, blank=True)
    grade = models.CharField(max_length=10, choices=RISKS, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident", "kind"], condition=Q(closed_at=None), name="one_open_pathway_of_a_kind"
            )
        ]
        indexes = [
            models.Index(
                fields=["opened_at"],
                condition=Q(domestic=None, assessed_at=None, closed_at=None),
                name="pathways_unassessed_by_age",
            )
        ]

    @property
    def ref(self) -> str:
        return f"pathway:{self.pk}"

    @property
    def raised_at(self) -> datetime:
        """From when it is owed an assessment, where it stands alone."""
        return self.opened_at

    @property
    def harmed(self) -> Victim | None:
        """The person harmed, on whichever record they stand."""
        return self.domestic.victim if self.domestic else self.victim


class PathwayStep(models.Model):
    """One step that a pathway owes, and what became of it: done, or decided against with the reason."""

    pathway = models.ForeignKey(Pathway, models.PROTECT, related_name="steps")
    code = models.CharField(max_length=30)
    due_at = models.DateTimeField()
    done = models.BooleanField(null=True, blank=True)
    words = models.TextField(blank=True)
    at = models.DateTimeField(null=True, blank=True)
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pathway", "code"], name="one_step_once")]


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


class Meeting(models.Model):
    """One meeting of the bodies about those in most danger; its list closes some days before."""

    day = models.DateField(unique=True)

    @property
    def ref(self) -> str:
        return f"meeting:{self.pk}"


class MaracReferral(models.Model):
    """One case on the list of a meeting. Restricted to those who keep the meeting; its minutes stand nowhere else."""

    domestic = models.OneToOneField(DomesticIncident, models.PROTECT, related_name="marac")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="cases")
    criteria = ArrayField(models.CharField(max_length=120))
    reason = models.TextField()
    urgent = models.BooleanField(default=False)
    spoken_at = models.DateTimeField(null=True, blank=True)
    spoken_words = models.TextField(blank=True)
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    heard_at = models.DateTimeField(null=True, blank=True)
    minutes = models.TextField(blank=True)

    @property
    def ref(self) -> str:
        return f"marac:{self.pk}"


class MaracAction(models.Model):
    """What one body undertook at the meeting, and by which day."""

    case = models.ForeignKey(MaracReferral, models.PROTECT, related_name="actions")
    body = models.ForeignKey("places.PartnerBody", models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField()
    due_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_words = models.TextField(blank=True)

    @property
    def whose(self) -> str:
        """The body that undertook it; the police where none is named."""
        return self.body.name if self.body else "Police"


class ProtectionNotice(models.Model):
    """A notice from issue to the order of the court, with the conditions in force and the warnings that show them."""

    domestic = models.ForeignKey(DomesticIncident, models.PROTECT, related_name="notices")
    subject = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    regime = models.CharField(max_length=8)
    grounds = models.TextField()
    representations = models.TextField()
    conditions = ArrayField(models.TextField())
    address = models.TextField(blank=True)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    served_at = models.DateTimeField(null=True, blank=True)
    served_how = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    order_made = models.BooleanField(null=True, blank=True)
    order_until = models.DateField(null=True, blank=True)
    person_warning = models.PositiveIntegerField(null=True, blank=True)
    address_warning = models.PositiveIntegerField(null=True, blank=True)

    @property
    def ref(self) -> str:
        return f"protection:{self.pk}"


class Breach(models.Model):
    """A breach, with the arrest and by when the person is before the court."""

    notice = models.ForeignKey(ProtectionNotice, models.PROTECT, related_name="breaches")
    at = models.DateTimeField()
    words = models.TextField()
    arrested_at = models.DateTimeField(null=True, blank=True)
    brought_at = models.DateTimeField(null=True, blank=True)


class DisclosureRequest(models.Model):
    """Somebody asks of a partner's past, or the police think that they should know (Clare's Law)."""

    class Kind(models.TextChoices):
        ASK = "ask", "Right to ask"
        KNOW = "know", "Right to know"

    kind = models.CharField(max_length=4, choices=Kind.choices)
    applicant = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    subject = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    words = models.TextField()
    asked_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_words = models.TextField(blank=True)
    met_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    disclose = models.BooleanField(null=True, blank=True)
    bodies = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    reason = models.TextField(blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    @property
    def ref(self) -> str:
        return f"disclosure:{self.pk}"
