"""The notice to a child's school as it was told: to read out, to hand over, or to copy into secure mail."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from bluelamp.access.guard import page
from bluelamp.deadlines.instants import spoken
from bluelamp.safeguarding.models import ChildInvolved, SchoolNotice
from bluelamp.safeguarding.schools import schools
from bluelamp.safeguarding.sight import the_domestic


@page("safeguarding.refer")
def school_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """What stands here is all of it; a notice that was left out, or is not written yet, has none."""
    child = ChildInvolved.objects.filter(pk=pk).first()
    if child is None:
        raise Http404
    found = the_domestic(request, child.domestic_id)
    made = SchoolNotice.objects.select_related("child__person", "officer").filter(child=pk).first()
    if made is None:
        raise Http404
    back = reverse("desks:domestic", args=[found.pk])
    if not made.route:
        return redirect(back)
    school = schools().get(made.child.school)
    facts = {
        "made": made,
        "found": found,
        "back": back,
        "school": school.name if school else "",
        "when": spoken(made.happened_at) if made.happened_at else "",
        "route": {"by_hand": "by hand"}.get(made.route, f"by {made.route.replace('_', ' ')}"),
        "there": {True: "Yes", False: "No", None: "Not known"}[made.child.present],
    }
    return render(request, "safeguarding/school_notice.html", facts)
