"""Victims of an incident or crime, what they need and agreed to, and every attempt to tell them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from bluelamp.people.rules.ages import age
from bluelamp.people.rules.unknowns import Answer
from bluelamp.victims.rules import before_trial
from bluelamp.victims.rules.agreement import Frequency
from bluelamp.victims.rules.explaining import Form
from bluelamp.victims.rules.matters import Matter
from bluelamp.victims.rules.naming import ADULT, CHILDREN, Kind
from bluelamp.victims.rules.needs import Changed, Need, Topic
from bluelamp.victims.rules.own_page import Link
from bluelamp.victims.rules.review import Writing
from bluelamp.victims.rules.statement import Reading
from bluelamp.victims.rules.survey import Said, Stage
from bluelamp.victims.rules.views import About, Came


def _choices(of: Iterable[Any]) -> list[tuple[str, str]]:
    return [(one.value, one.words) for one in of]


class Victim(models.Model):
    """One person as the victim of one incident. A role in this case, never a mark on the person.

    `speaker` is who speaks for them, where that is a person on record; `speaker_doubted_at` since when they are a
    suspect here and somebody must decide; `speaker_stays`: a supervisor decided that they go on.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="victim_of")
    incident = models.ForeignKey("calls.Incident", models.PROTECT, related_name="victims")
    crime = models.ForeignKey("crimes.Crime", models.PROTECT, null=True, blank=True, related_name="victims")
    enhanced = models.BooleanField(default=False)
    enhanced_because = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    domestic = models.BooleanField(default=False)
    sexual = models.BooleanField(default=False)
    vulnerable = models.BooleanField(default=False)
    kind = models.CharField(max_length=16, choices=_choices(Kind), default=Kind.HARMED.value)
    age_then = models.PositiveSmallIntegerField(null=True, blank=True)
    lost = models.TextField(blank=True)
    died_on = models.DateField(null=True, blank=True)
    spoken_for_by = models.TextField(blank=True)
    speaker = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="speaks_for")
    speaker_doubted_at = models.DateTimeField(null=True, blank=True)
    speaker_stays = models.BooleanField(default=False)
    cares = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    needs = models.TextField(blank=True)
    code_edition = models.CharField(max_length=20, default="2021")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    views_on_bail = models.TextField(blank=True)
    views_asked_at = models.DateTimeField(null=True, blank=True)
    frequency = models.CharField(max_length=12, choices=_choices(Frequency), default=Frequency.EACH_STEP.value)
    agreed_words = models.TextField(blank=True)
    contact_since = models.DateTimeField(null=True, blank=True)
    statement_answer = models.CharField(
        max_length=9,
        choices=[("not_asked", "Not asked"), ("wanted", "Wants to make one"), ("later", "Not now"), ("declined", "No")],
        default="not_asked",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "incident"], name="one_victim_row_per_incident"),
            models.CheckConstraint(condition=Q(age_then=None) | Q(age_then__lte=130), name="victim_age_can_be"),
        ]

    @property
    def ref(self) -> str:
        return f"victim:{self.pk}"

    @property
    def reference(self) -> str:
        """What they say when they ring: it means nothing to anybody else."""
        return f"R-{self.pk:04}"

    @property
    def records(self) -> tuple[str, str]:
        """What else an entry about this victim is about."""
        return (f"person:{self.person_id}", f"incident:{self.incident_id}")

    def is_child(self, on: date) -> bool:
        """Whether they are treated as under 18 on that day; one whose age is not known is not."""
        if self.kind in CHILDREN:
            return True
        found = age(self.person.born(), on=on) or (
            (self.age_then, self.age_then) if self.age_then is not None else None
        )
        return found is not None and found[0] < ADULT


class Assessment(models.Model):
    """What they need, as asked once: `needs` is a list of topic, answer and words. A later one stands beside it."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="assessments")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    because = models.CharField(max_length=10, choices=_choices(Changed))
    needs = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["victim", "-at"], name="assessments_newest")]

    def answers(self) -> tuple[Need, ...]:
        """The answers as the rule takes them."""
        return tuple(
            Need(topic=Topic(one["topic"]), answer=Answer(one["answer"]), words=one["words"]) for one in self.needs
        )


class TrialAssessment(models.Model):
    """What they need at the trial of one case, and what they ask of the court; asked for, never granted by us.

    `said` is a list of topic, answer and words. A later one stands beside it.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="trial_assessments")
    case = models.ForeignKey("cases.CaseFile", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    measures_answer = models.CharField(max_length=9, choices=_choices(Answer))
    measures = ArrayField(models.CharField(max_length=20, choices=_choices(before_trial.Measure)), default=list)
    said = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["victim", "-at"], name="trial_assessments_newest")]

    def answers(self) -> tuple[before_trial.Said, ...]:
        """The answers as the rule takes them."""
        return tuple(
            before_trial.Said(topic=before_trial.Topic(one["topic"]), answer=Answer(one["answer"]), words=one["words"])
            for one in self.said
        )

    def asked_for(self) -> str:
        """What they ask of the court, in words."""
        measures = [before_trial.Measure(one) for one in self.measures]
        return before_trial.asked_for(Answer(self.measures_answer), measures)


class Views(models.Model):
    """What came of asking a victim's views before a decision. `weighed_at`: when a decision was made on them.

    `bail`: the one whose conditions are to change, where it is about that.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="views")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    about = models.CharField(max_length=12, choices=_choices(About))
    bail = models.ForeignKey("custody.Bail", models.PROTECT, null=True, blank=True, related_name="+")
    came = models.CharField(max_length=15, choices=_choices(Came))
    words = models.TextField(blank=True)
    through = models.TextField(blank=True)
    weighed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["victim", "about", "-at"], name="views_newest")]


class RightsGiven(models.Model):
    """Rights explained once, in a language and form they understood."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="rights_given")
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    form = models.CharField(max_length=12, choices=_choices(Form))
    language = models.TextField()
    interpreter = models.TextField(blank=True)


class Statement(models.Model):
    """One version of the personal statement. The newest that was not taken back counts; all are kept."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="statements")
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    reading = models.CharField(max_length=13, choices=_choices(Reading), default=Reading.NOT_DECIDED.value)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    authorised = models.TextField(blank=True)
    with_adult = models.TextField(blank=True)
    served_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["victim", "version"], name="one_statement_a_version")]


class Asked(models.Model):
    """What a victim asked of us: a complaint, a review, money, things, an answer. `by_victim`: on their own page.

    `late`: a review asked for after its window, which is taken down and answered all the same.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="asked")
    matter = models.CharField(max_length=12, choices=_choices(Matter))
    words = models.TextField()
    asked_at = models.DateTimeField()
    by_victim = models.BooleanField(default=False)
    decision = models.ForeignKey("victims.Telling", models.PROTECT, null=True, blank=True, related_name="reviews")
    decided_by = models.CharField(max_length=60, blank=True)
    late = models.BooleanField(default=False)
    complains_of = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.TextField(blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision"], condition=Q(matter="review", answered_at=None), name="one_review_at_a_time"
            )
        ]
        indexes = [models.Index(fields=["victim", "-asked_at"], name="asked_newest")]


class Referral(models.Model):
    """One referral to a support service, followed until somebody of it reached the victim."""

    class Answered(models.TextChoices):
        WAITING = "waiting", "No answer yet"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "The service cannot help"

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="referrals")
    service = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    consent = models.BooleanField(null=True)
    consent_words = models.TextField(blank=True)
    share = models.CharField(max_length=60, blank=True)
    answer = models.CharField(max_length=8, choices=Answered, default=Answered.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_words = models.TextField(blank=True)
    reached_at = models.DateTimeField(null=True, blank=True)
    reached_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["victim", "service"],
                condition=~Q(answer="declined"),
                name="one_referral_to_a_service",
            ),
            models.CheckConstraint(condition=Q(reached_at=None) | Q(answer="accepted"), name="reached_by_who_accepted"),
        ]


class Invitation(models.Model):
    """A link to the victim's own page. Only what token and code hash to is kept; neither can be read back."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=200)
    language = models.CharField(max_length=5, default="en")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    by_letter = models.BooleanField(default=False)
    used_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    def link(self) -> Link:
        """The link as the rule takes it."""
        taken_back = self.taken_back_at is not None
        return Link(
            made_at=self.made_at, used=self.used_at is not None, taken_back=taken_back, tries=self.tries,
            by_letter=self.by_letter,
        )  # fmt: skip


class OwnVisit(models.Model):
    """The victim's own page while it is open, apart from every officer's sign-in."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="own_visits")
    key_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=5, default="en")
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    challenge_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    form = models.CharField(max_length=12, choices=_choices(Form), default=Form.PLAIN.value)


class OwnPasskey(models.Model):
    """A passkey to one victim's own page, in a table of its own: it opens nothing else, and no officer's passkey opens
    this page. `public` is the public half; the private half never leaves the victim's device."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="own_passkeys")
    credential_hash = models.CharField(max_length=64, unique=True)
    public = models.BinaryField()
    count = models.PositiveBigIntegerField(default=0)
    language = models.CharField(max_length=5, default="en")
    kept_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)


class Attempt(models.Model):
    """One attempt to tell a victim of one step; only a victim reached keeps the promise (V4)."""

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="attempts")
    step = models.CharField(max_length=40)
    at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    way = models.CharField(max_length=20)
    result = models.CharField(max_length=20)
    words = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["victim", "step"], name="attempts_by_step")]


class Telling(models.Model):
    """One step a victim is owed word of: what happened and when. `words`: what more they may be told, in plain words.

    `asked` is what it answers, where the victim asked. Only reaching them, or their own page opened there, is telling.
    `lets_out`: the suspect may be out by it, so it is owed to those, too, who hear only what keeps them safe.
    `writing`: how they have it in writing, where that is owed too.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="tellings")
    step = models.CharField(max_length=40)
    happened_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    opted_out_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField(blank=True)
    stated_by = models.CharField(max_length=60, blank=True)
    writing = models.CharField(max_length=10, choices=_choices(Writing), blank=True)
    lets_out = models.BooleanField(default=False)
    asked = models.ForeignKey(Asked, models.PROTECT, null=True, blank=True, related_name="tellings")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["victim", "step", "happened_at"], name="one_telling_per_happening")
        ]


class Survey(models.Model):
    """The few questions at one stage: asked by a message at most once, answered or declined on the victim's own page.

    `words` are personal and can be erased; nobody is shown them with a name.
    """

    victim = models.ForeignKey(Victim, models.PROTECT, related_name="surveys")
    stage = models.CharField(max_length=8, choices=_choices(Stage))
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey("access.Officer", models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    informed = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Said], blank=True)
    fair = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Said], blank=True)
    safe = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Said], blank=True)
    words = models.TextField(blank=True)
    words_erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["victim", "stage"], name="one_survey_a_stage"),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(declined_at=None), name="survey_answered_or_declined"
            ),
        ]
        indexes = [models.Index(fields=["answered_at"], name="surveys_answered")]
