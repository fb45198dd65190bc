"""Risk assessments: several a record, each kept, the newest counts (P26)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from bluelamp.custody.models.detentions import Detention
from bluelamp.custody.rules.risk import OCCASIONS, Said
from bluelamp.people.models import ANSWERS
from bluelamp.people.rules.unknowns import Answer


class RiskAssessment(models.Model):
    """One assessment: the occasion, what the arresting officer handed over, markers read in, and what was seen."""

    detention = models.ForeignKey(Detention, models.PROTECT, related_name="risk_assessments")
    n = models.PositiveSmallIntegerField()
    occasion = models.CharField(max_length=12, choices=list(OCCASIONS.items()))
    assessed_at = models.DateTimeField()
    officer = models.ForeignKey("access.Officer", models.PROTECT, related_name="+")
    observation = models.TextField()
    handed_over = models.TextField(blank=True)
    read_in = ArrayField(models.TextField(), default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["detention", "n"], name="one_assessment_of_a_number"),
            models.CheckConstraint(condition=~Q(observation=""), name="assessed_with_an_observation"),
        ]


class RiskAnswer(models.Model):
    """The answer to one question of one assessment; the four unknowns are four answers (X4)."""

    assessment = models.ForeignKey(RiskAssessment, models.PROTECT, related_name="answers")
    question = models.CharField(max_length=24)
    answer = models.CharField(max_length=9, choices=ANSWERS)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "question"], name="one_answer_to_a_question"),
            models.CheckConstraint(
                condition=Q(answer=Answer.KNOWN) & ~Q(words="") | ~Q(answer=Answer.KNOWN) & Q(words=""),
                name="risk_answer_agrees",
            ),
        ]

    def as_facts(self) -> Said:
        """The answer as the rule takes it."""
        return Said(question=self.question, answer=Answer(self.answer), words=self.words)
