"""Alerts on this officer's own devices: which there are, add this one, stop one."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bluelamp.access.form_page import signed
from bluelamp.access.guard import acting, open_to_all, page
from bluelamp.messages.actions.alerts import add_device, stop_device
from bluelamp.messages.models import PushDevice
from bluelamp.messages.push_service import public_key, push_service
from bluelamp.messages.rules.pushing import Subscription
from bluelamp.verdict import Refused


@page()
def alerts(request: HttpRequest) -> HttpResponse:
    """A device is added by the browser that runs on it, once its owner agreed; stopping works from anywhere."""
    by, trouble = acting(request), ""
    if request.method == "POST":
        try:
            _act(request)
        except Refused as refusal:
            trouble = refusal.verdict.words
        else:
            return HttpResponseRedirect(reverse("messages:alerts"), status=303)
    devices = PushDevice.objects.filter(officer_id=by.number, ended_at=None).order_by("-added_at")
    context = {
        "devices": devices,
        "trouble": trouble,
        "public_key": public_key(),
        "leaves": push_service() is not None,
        "shared": bool(by.terminal),
    }
    return render(request, "messages/alerts.html", context, status=422 if trouble else 200)


@open_to_all
def alerts_worker(request: HttpRequest) -> HttpResponse:
    """The script that shows an alert on the device. It holds no data."""
    answer = render(request, "messages/alerts_worker.js", content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer


def _act(request: HttpRequest) -> None:
    stop = request.POST.get("stop", "")
    if stop:
        stop_device(device=int(stop) if stop.isdecimal() else 0, **signed(request))
        return
    given = Subscription(
        endpoint=request.POST.get("endpoint", ""),
        point=request.POST.get("point", ""),
        secret=request.POST.get("secret", ""),
    )
    add_device(name=request.POST.get("name", ""), given=given, **signed(request))
