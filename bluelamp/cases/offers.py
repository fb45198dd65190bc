"""Whether somebody detained may be charged now, and what the court may have done next; refusals with the law."""

from collections.abc import Iterable

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.cases.models import CaseFile
from bluelamp.cases.queries import stands
from bluelamp.cases.rules.court_news import News, may_come
from bluelamp.cases.rules.requisition import may_withdraw
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere, may_police_charge
from bluelamp.crimes.models import Crime
from bluelamp.custody.models import Detention
from bluelamp.custody.offers.wording import authorised
from bluelamp.verdict import Verdict, allowed, every, refused


def offers(found: Detention, by: Acting) -> list[Offer]:
    """Charging by the police, or writing down what a prosecutor decided; once charged, the case at court."""
    if found.charged_at:
        return _at_court(found, by)
    if found.released_at or found.frozen_at:
        return []
    ready = authorised(found)
    allowed_to = may(by, "cases.charge")
    here = may_charge_here(found)
    verdict = next((one for one in (ready, here, allowed_to) if not one.allowed), here)
    prosecutor = next((one for one in (ready, allowed_to) if not one.allowed), allowed_to)
    url = reverse("journeys:charge", args=[found.pk])
    return [
        Offer(label="Charge", url=url if verdict.allowed else None, note="The police may decide", verdict=verdict),
        Offer(
            label="Charge on a prosecutor's decision",
            url=url if prosecutor.allowed else None,
            note="Their reference is written down",
            verdict=prosecutor,
        ),
    ]


def _at_court(found: Detention, by: Acting) -> list[Offer]:
    allowed_to = may(by, "cases.court", "cases.charge")
    return [
        Offer(
            label="The case at court",
            url=reverse("desks:case", args=[case]) if allowed_to.allowed else None,
            note="What the court did, and who is owed word of it",
            verdict=allowed_to,
        )
        for case in CaseFile.objects.filter(detention=found).values_list("pk", flat=True)
    ]


def may_charge_here(found: Detention) -> Verdict:
    """The most that could be: an either-way offence still needs a guilty plea expected, asked on the page itself."""
    offence = Offence(
        tried=TriedWhere(found.arrest.offence_class) if found.arrest else TriedWhere.SUMMARY,
        domestic=bool(found.arrest and found.arrest.domestic),
        magistrates_suitable=True,
        guilty_plea_expected=True,
    )
    return may_police_charge(offence)


def requisition_offers(crimes: Iterable[Crime], by: Acting) -> list[Offer]:
    """Charging somebody who is not held with a crime of an incident."""
    verdict = may(by, "cases.charge")
    return [
        Offer(
            label=f"Charge by requisition, crime {crime.number}",
            url=reverse("journeys:requisition", args=[crime.pk]) if verdict.allowed else None,
            note="A written charge, to somebody who is not held; each victim is owed word of it",
            verdict=verdict,
        )
        for crime in crimes
        if crime.state != Crime.State.CANCELLED
    ]


def withdraw_offers(case: CaseFile, by: Acting) -> list[Offer]:
    """Taking back a requisition that stands, until a court has sat on it; none where there is none."""
    stands_now = [one for one in case.requisitions.all() if one.withdrawn_at is None]
    if not stands_now:
        return []
    in_time = may_withdraw(stands=True, news=bool(case.news.all()), why="asked on the page")
    verdict = every(may(by, "cases.charge"), in_time)
    url = reverse("journeys:withdraw", args=[case.pk]) if verdict.allowed else None
    return [Offer(label="Withdraw the requisition", url=url, note="With the reason; the crime is open again",
                  verdict=verdict)]  # fmt: skip


def court_offers(case: CaseFile, by: Acting) -> list[Offer]:
    """Each kind of news from the court, in the order in which it mostly comes; of a case loaded for its page."""
    standing, allowed_to = stands(case.news.all()), every(may(by, "cases.court"), _before_a_court(case))
    found = []
    for news in News:
        verdict = every(allowed_to, may_come(news, standing))
        url = reverse("journeys:court_news", args=[case.pk, news.value]) if verdict.allowed else None
        found.append(Offer(label=news.words, url=url, note="Each victim is owed word of it", verdict=verdict))
    return found


def _before_a_court(case: CaseFile) -> Verdict:
    if any(one.stands for one in case.charges.all()):
        return allowed()
    return refused("No charge stands: the requisition was withdrawn.", "Criminal Justice Act 2003 s.29")
