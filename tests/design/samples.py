"""Invented people and times for the gallery: one evening in November 2026, read at 12:38 on the Saturday."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms

from bluelamp.design.charts import Bar
from bluelamp.design.cover import Gap, Level, Picture, Strip, picture
from bluelamp.design.forms import Day, Instant, PlainForm, Segments, TimeOfDay
from bluelamp.design.fuse import Row
from bluelamp.design.ruler import Lane, Mark
from bluelamp.verdict import allowed, refused

AT = datetime(2026, 11, 21, 12, 38, tzinfo=UTC)


def ago(**span: float) -> datetime:
    return AT - timedelta(**span)


def ahead(**span: float) -> datetime:
    return AT + timedelta(**span)


class Visit(PlainForm):
    woke = Segments(
        label="Did he wake?",
        help_text="Go in, say his name, touch his shoulder",
        choices=[("yes", "Woke"), ("no", "Did not wake")],
    )
    words = forms.CharField(label="What you saw and he said", widget=forms.Textarea(attrs={"rows": 3}))
    place = forms.CharField(label="Place", required=False, help_text="Where you stood")
    level = forms.ChoiceField(label="Observation level", choices=[("", ""), ("1", "Level 1"), ("2", "Level 2")])
    kind = forms.ChoiceField(label="Kind of visit", widget=forms.RadioSelect, choices=[("r", "Rouse"), ("l", "Look")])
    seen = forms.MultipleChoiceField(
        label="Also seen", required=False, widget=forms.CheckboxSelectMultiple, choices=[("f", "Food"), ("d", "Drink")]
    )
    sure = forms.BooleanField(label="I saw this myself")
    born = Day(label="Date of birth", required=False)
    hour = TimeOfDay(label="Next meal", required=False)
    at = Instant(label="When it happened")
    meals = forms.IntegerField(label="Meals today", required=False)
    picture = forms.FileField(label="Picture", required=False)


def wrong_form() -> Visit:
    form = Visit(
        {"words": "asleep, breathing", "at_0": "2026-10-25", "at_1": "01:30", "woke": "yes", "meals": "1.5"},
        auto_id="wrong_%s",
    )
    form.refuse(refused("Say how he woke. “Asleep, breathing” is not enough.", "Code C, Annex H", field="words"))
    return form


def detention_rows() -> list[Row]:
    return [*_still_owed(), *_settled()]


def _still_owed() -> list[Row]:
    return [
        Row(
            what="Solicitor is at the desk, let her in",
            to="Mr Redfern",
            source="Advice at any time. PACE s.58, Code C 6",
            began_at=ago(minutes=80),
            due=ahead(minutes=4),
            waiting_since=ago(minutes=6),
        ),
        Row(
            what="Visit and rouse, three results written",
            to="Mr Redfern",
            source="Code C 9.3, Annex H",
            began_at=ago(minutes=17),
            due=ahead(minutes=13),
        ),
        Row(
            what="Tell Joanne Marlow of the arrest, safely",
            to="the victim",
            source="Victims’ Code right 6, one working day",
            began_at=ago(hours=14),
            due=datetime(2026, 11, 24, 0, 0, tzinfo=UTC),
            victim=True,
        ),
    ]


def _settled() -> list[Row]:
    return [
        Row(
            what="Someone told: his brother, by phone",
            to="Mr Redfern",
            source="PACE s.56",
            began_at=ago(hours=13),
            due=ago(hours=12),
            done_at=ago(hours=12, minutes=47),
        ),
        Row(
            what="Nurse within the hour",
            to="Mr Redfern",
            source="Code C 9.5",
            began_at=ago(hours=3),
            due=ago(hours=2),
            ended=True,
        ),
    ]


def owed_rows() -> list[Row]:
    def row(what: str, due: datetime, **more: Any) -> Row:
        return Row(
            what=what,
            due=due,
            began_at=more.pop("began", ago(hours=5)),
            who=more.pop("who", "D. Quill"),
            unit=more.pop("unit", "Custody"),
            url="#promise",
            **more,
        )

    return [
        row(
            "Tell Mr Ansell his crime was closed", ago(hours=3, minutes=38), to="the victim", victim=True, who="DC Orme"
        ),
        row("Visit and rouse, F1", ago(minutes=4), to="Ms Jessop", source="Code C 9.3"),
        row(
            "Visit and rouse, M4", ahead(minutes=3), began=ago(minutes=27), to="Ms Varley", source="Code C 9.3, Annex H"
        ),
        row(
            "Visit round, Stevenage: 14 cells, first A7", ahead(minutes=6), began=ago(minutes=24), to="each", folded=13
        ),
        row(
            "Attend 96, neighbour threats",
            ahead(minutes=32),
            to="the caller",
            source="Priority, 60 minutes",
            victim=True,
        ),
        row("Review 2, detention of Mr Redfern", ahead(minutes=72), source="PACE s.40(3)(b)", who="Insp Farrant"),
        row("Detention of Mr Redfern ends", ahead(hours=10, minutes=12), source="PACE s.41(1), 24 hours from arrival"),
        row("Tell Joanne Marlow of the arrest, safely", datetime(2026, 11, 24, tzinfo=UTC), victim=True),
        row("Refer Mr Tobin to victim support", datetime(2026, 11, 25, tzinfo=UTC), victim=True, who="M. Sutter"),
    ]


def covered() -> Picture:
    """Two days of two units: one short of one officer this evening, the other with somebody on call."""
    since, until = ago(hours=12), ahead(hours=36)
    gap = Gap(begins=ahead(hours=3), ends=ahead(hours=9), short=1, words="5 of 6 officers")
    levels = (
        Level(begins=since, ends=gap.begins, there=8, least=6),
        Level(begins=gap.ends, ends=until, there=7, least=6),
    )
    strips = [
        Strip(
            name="Response",
            note="6 early, 6 late",
            levels=levels,
            gaps=(gap,),
            helps=((ahead(hours=12), ahead(hours=18)),),
        ),
        Strip(name="Roads", note="1 on call", levels=(), calls=((since, ahead(hours=12)), (ahead(hours=12), until))),
    ]
    return picture(since, until, strips, now=AT)


def lanes() -> list[Lane]:
    arrived = datetime(2026, 11, 20, 22, 50, tzinfo=UTC)
    return [
        Lane(
            name="Detention",
            allowance="24 hours",
            began_at=arrived,
            ends_at=arrived + timedelta(hours=24),
            note="ends 22:50 tonight",
            marks=(Mark(at=arrived, words="relevant time, arrived Hatfield"),),
        ),
        Lane(
            name="Review",
            allowance="9 hours",
            began_at=arrived + timedelta(minutes=30),
            ends_at=ahead(minutes=72),
            note="Review 2, by 13:50",
            marks=(Mark(at=arrived + timedelta(hours=6), words="Review 1 kept, 30 min early", kept=True),),
        ),
    ]


def context() -> dict[str, Any]:
    """Everything the gallery shows."""
    return {
        "training": True,
        "acting_name": "PS 1842 Nia Haldane",
        "acting_role": "Custody sergeant, Hatfield",
        "navigation": [
            {"label": word, "url": f"/{word.lower()}", "current": word == "Custody"}
            for word in ("Calls", "Board", "Custody", "Roster", "Victims", "Owed")
        ],
        "lanes": lanes(),
        "covered": covered(),
        "detention_rows": detention_rows(),
        "owed_rows": owed_rows(),
        "chips": [
            {"label": "Everyone", "count": 43, "url": "#", "current": True},
            {"label": "Mine", "count": 4, "url": "#m"},
            {"label": "Custody", "count": 11, "url": "#c"},
        ],
        "wrong_form": wrong_form(),
        "new_form": Visit(initial={"at": AT}, auto_id="new_%s"),
        "bars": [
            Bar(label=day, count=count, part=part, of=of)
            for day, count, part, of in (
                ("Sun", 4, 1, 100),
                ("Mon", 7, 2, 111),
                ("Tue", 2, 0, 101),
                ("Wed", 9, 3, 120),
                ("Thu", 5, 1, 107),
            )
        ],
        **_moments(),
        "offers": _offers(),
    }


def _moments() -> dict[str, dict[str, datetime]]:
    return {
        "entries": {
            "a": ago(minutes=6),
            "b": ago(minutes=58),
            "written": ago(minutes=33),
            "c": ago(hours=3, minutes=24),
            "corrected": ago(hours=12, minutes=56),
            "d": ago(hours=8),
            "e": ago(hours=13, minutes=18),
        },
        "ring": {
            "began": ago(hours=14),
            "due": ahead(hours=9),
            "late": ago(minutes=4),
            "done": ago(hours=1),
            "ringing": ago(seconds=7),
        },
        "inc": {"began": ago(minutes=6), "due": ahead(minutes=9), "late": ago(minutes=2), "done": ago(minutes=2)},
        "cell": {
            "since": ago(hours=17, minutes=33),
            "began": ago(minutes=26),
            "next": ahead(minutes=34),
            "now": ahead(minutes=3),
            "late": ago(minutes=4),
        },
    }


def _offers() -> list[SimpleNamespace]:
    offer = SimpleNamespace
    return [
        offer(label="Let the solicitor in", url="#do", note="Private consultation room 2 is free", verdict=allowed()),
        offer(label="Write a visit", url="#do", note="Three rousing results are needed at level 2", verdict=allowed()),
        offer(
            label="Release on bail with conditions",
            url=None,
            note="",
            verdict=refused(
                "Not yet: the victim’s views have not been asked, and no attempt is recorded.", "PACE s.47ZZA"
            ),
        ),
        offer(
            label="Charge",
            url=None,
            note="",
            verdict=refused("Not here: domestic abuse is for a prosecutor to decide.", "DG6"),
        ),
    ]
