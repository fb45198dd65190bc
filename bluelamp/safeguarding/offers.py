"""What may be done about a domestic incident now, by this person; refusals with the reason and the law."""

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.calls.models import Incident
from bluelamp.safeguarding.alone import stands_alone
from bluelamp.safeguarding.models import Assessment, ChildInvolved, DomesticIncident, MaracReferral, ProtectionNotice
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.queries import alone_at, name_of
from bluelamp.safeguarding.rules.recognising import recognise
from bluelamp.verdict import Verdict, allowed, every, refused


def offers(found: DomesticIncident, by: Acting) -> list[Offer]:
    """What comes next first: whose it is, the assessment, the second look, the children, the help."""
    if found.ended_at:
        return []
    newest = max(found.assessments.all(), key=lambda one: (one.at, one.pk), default=None)
    assess = may(by, "safeguarding.assess")
    made = [
        _offer("Assess again" if newest else "Assess the risk", "assess", found, assess, "At the scene, on a phone"),
        _offer("Look again", "second_look", found, _second_look(newest, by), "A supervisor, within 24 hours"),
        *(_school(child, by) for child in found.children.all() if child.is_victim and not hasattr(child, "notice")),
        _offer("Say who they are to each other", "settle", found, assess, "Ages, connection, what was done"),
        _offer("Account for the scene", "scene", found, assess, "Arrest is expected; not arresting is explained"),
        _offer("Note a child", "child", found, assess, "A victim too, there or not"),
        *_pathways(found, by),
        _offer("Plan for safety", "plan", found, assess, "With the person harmed"),
        _offer("Mark a number or an address", "mark", found, assess, "Seen before the next call is graded"),
        *([_offer("Keep a new address from others", "keep_address", found, assess)] if found.victim_id else []),
        _offer("Refer to those who help", "refer", found, may(by, "safeguarding.refer")),
        _meeting(found, by),
        _notice(found, by),
        _offer("Enter an order made elsewhere", "enter_order", found, _entering(found, by), "It is enforced here too"),
        _offer("Not domestic abuse", "end", found, _end(found, by)),
    ]
    if found.owner_id == by.officer_id:
        return made
    return [_offer("Take it on", "take_on", found, assess, "Then it is yours to see assessed"), *made]


def offers_at_incident(incident: Incident, found: DomesticIncident | None, by: Acting) -> list[Offer]:
    """On the incident's page: the way to the domestic record, or treating it as domestic abuse."""
    if found is None:
        verdict = may(by, "safeguarding.assess", "calls.log")
        url = reverse("safeguarding:raise_domestic", args=[incident.pk]) if verdict.allowed else None
        treat = Offer(label="Treat as domestic abuse", url=url, note="A risk assessment is then owed", verdict=verdict)
        return [*_alone(incident, by), treat]
    verdict = may(by, "safeguarding.view")
    url = reverse("desks:domestic", args=[found.pk]) if verdict.allowed else None
    note = "Not assessed yet" if found.assessed_at is None else "Assessed"
    there = Offer(label="Open the domestic record", url=url, note=note, verdict=verdict)
    return [there, *(_alone(incident, by) if found.ended_at else [])]


def _alone(incident: Incident, by: Acting) -> list[Offer]:
    """The way to each open pathway without a domestic record, and opening another."""
    open_ = alone_at(incident.pk)
    see, assess = may(by, "safeguarding.view"), may(by, "safeguarding.assess")
    made = [
        Offer(
            label=f"Pathway: {name_of(one)}",
            url=reverse("safeguarding:pathway", args=[one.pk]) if see.allowed else None,
            note=f"{'Assessed' if one.assessed_at else 'Not assessed yet'}. {one.owner or 'Nobody has it yet'}",
            verdict=see,
        )
        for one in open_
    ]
    if {one.kind for one in open_} >= {key for key, one in pathways().items() if one.alone}:
        return made
    url = reverse("safeguarding:open_alone", args=[incident.pk]) if assess.allowed else None
    return [*made, Offer(label="Open a pathway", url=url, note="Stalked or strangled, by anybody", verdict=assess)]


def _offer(label: str, page: str, found: DomesticIncident, verdict: Verdict, note: str = "") -> Offer:
    url = reverse(f"safeguarding:{page}", args=[found.pk]) if verdict.allowed else None
    return Offer(label=label, url=url, note=note, verdict=verdict)


def _second_look(newest: Assessment | None, by: Acting) -> Verdict:
    if newest is None:
        return refused("Nothing is assessed yet.", "Order of events")
    if newest.looked_at:
        return refused("A supervisor has looked already.", "Order of events")
    another = refused("Somebody else than the assessor looks again.", "Force policy D3(e)")
    return every(may(by, "safeguarding.second_look"), another if newest.officer_id == by.officer_id else allowed())


def _school(child: ChildInvolved, by: Acting) -> Offer:
    verdict = may(by, "safeguarding.refer")
    url = reverse("safeguarding:tell_school", args=[child.pk]) if verdict.allowed else None
    return Offer(
        label=f"Tell the school of {child.person.name}", url=url, note="Before the first bell", verdict=verdict
    )


def _meeting(found: DomesticIncident, by: Acting) -> Offer:
    """Referring to the meeting; once referred, the way to the case for those who keep it."""
    case = MaracReferral.objects.filter(domestic=found).first()
    if case is None:
        verdict = may(by, "safeguarding.refer")
        if verdict.allowed and found.assessed_at is None:
            verdict = refused("Assess the risk first.", "MARAC referral criteria D4")
        return _offer("Refer to the meeting", "refer_marac", found, verdict, "High, 14 yes, getting worse, or again")
    verdict = may(by, "safeguarding.marac")
    url = reverse("safeguarding:case", args=[case.pk]) if verdict.allowed else None
    return Offer(label="The case of the meeting", url=url, note="On the list", verdict=verdict)


def _notice(found: DomesticIncident, by: Acting) -> Offer:
    """Issuing a protection notice, or the one that was issued last."""
    last = ProtectionNotice.objects.filter(domestic=found).order_by("-pk").first()
    if last and last.order_made is not False:
        url = reverse("safeguarding:protection", args=[last.pk])
        return Offer(label="The protection notice", url=url, note="In force" if last.served_at else "Not served yet")
    verdict = may(by, "safeguarding.protect")
    if verdict.allowed and found.suspect_id is None:
        verdict = refused("Say first who the other person is.", "Order of events")
    return _offer("Issue a protection notice", "issue_notice", found, verdict, "By rank; consent is not needed")


def _entering(found: DomesticIncident, by: Acting) -> Verdict:
    if found.suspect_id is None:
        return refused("Say first who the other person is.", "Order of events")
    return may(by, "safeguarding.protect", "safeguarding.assess")


def _pathways(found: DomesticIncident, by: Acting) -> list[Offer]:
    """The way to each open pathway, and opening another."""
    open_ = [one for one in found.pathways.all() if one.closed_at is None]
    there = [
        Offer(
            label=f"Pathway: {kind.name if (kind := pathways().get(one.kind)) else one.kind}",
            url=reverse("safeguarding:pathway", args=[one.pk]),
            note=f"{sum(step.at is None for step in one.steps.all())} of {len(one.steps.all())} steps open",
            verdict=may(by, "safeguarding.view"),
        )
        for one in open_
    ]
    if len(open_) == len(pathways()):
        return there
    verdict = may(by, "safeguarding.assess")
    return [*there, _offer("Open a pathway", "open_pathway", found, verdict, "Strangled, stalked, honour, marriage")]


def _end(found: DomesticIncident, by: Acting) -> Verdict:
    if not all(stands_alone(one) for one in found.pathways.all() if one.closed_at is None):
        return refused("A pathway is open: close it first, with the reason.", "Order of events")
    if recognise(two=found.two()).treated_as_domestic:
        return refused("By what is known it is, or something is still to be asked.", "Domestic Abuse Act 2021 ss.1-2")
    return may(by, "safeguarding.second_look")
