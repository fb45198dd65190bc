"""What a pathway owes is done by the specialists of a run, in time but for a few, and each step once."""

from collections.abc import Callable
from datetime import timedelta

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import Pathway, PathwayStep
from bluelamp.safeguarding.question_set_files import question_sets
from bluelamp.safeguarding.rules.assessing import Said
from bluelamp.twin import pathway_care, risk_care
from bluelamp.twin.running import Running

DAY = timedelta(hours=24)


def test_every_step_that_is_due_is_answered(hours_of: Callable[..., Running], monkeypatch) -> None:
    everything = question_sets()[risk_care.TOOL].codes
    monkeypatch.setattr(risk_care, "_answers", lambda *_: dict.fromkeys(everything, Said.YES))
    run = hours_of(3)
    opened = set(Pathway.objects.values_list("pk", flat=True))
    assert opened
    first = PathwayStep.objects.filter(at=None).earliest("due_at")
    pathway_care.answer(run, first.pk, first.pathway_id)
    before = PathwayStep.objects.get(pk=first.pk)
    run.run(run.now + DAY)
    mine = PathwayStep.objects.filter(pathway__in=opened)
    assert mine.filter(due_at__lt=run.now - timedelta(hours=1)).exists()
    assert not mine.filter(due_at__lt=run.now - timedelta(hours=1), at=None).exists()
    assert all(one.done and one.officer_id for one in mine.exclude(at=None))
    assert PathwayStep.objects.get(pk=first.pk).at == before.at, "a step is answered once"
    owed = Promise.objects.filter(kind__startswith="safeguarding.pathway").exclude(state="open")
    assert owed.filter(state="kept").count() > owed.filter(state="late").count()
    assert not run.refusals
