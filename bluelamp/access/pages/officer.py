"""One officer: roles in force, granting and withdrawing, a new password, and closing the account."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from bluelamp import clock
from bluelamp.access.actions.enrolling import hand_over_password, leave
from bluelamp.access.actions.granting import grant, withdraw
from bluelamp.access.guard import acting, page, recently_signed_in, sign_in_again
from bluelamp.access.models import Officer
from bluelamp.access.pages.who_looked import named
from bluelamp.access.roles import roles
from bluelamp.access.sign_in import new_password
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.ledger.queries import timeline
from bluelamp.verdict import Refused


class RoleForm(PlainForm):
    """Grant or withdraw one role, close the account, or hand over a password."""

    do = forms.ChoiceField(choices=[(word, word) for word in ("grant", "withdraw", "leave", "password")])
    role = forms.ChoiceField(label="Role", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(key, role.words) for key, role in roles().items()]  # type: ignore[attr-defined]

    def clean_role(self) -> str:
        role = str(self.cleaned_data["role"])
        if self.cleaned_data.get("do") in ("grant", "withdraw") and not role:
            raise ValidationError("Choose a role.")
        return role


@page("access.grant_roles")
def officer(request: HttpRequest, pk: int) -> HttpResponse:
    """Handing out power is a step of authority: the administrator must have signed in recently."""
    found = get_object_or_404(Officer, pk=pk)
    if request.method == "POST" and not recently_signed_in(request):
        return sign_in_again(request)
    form = RoleForm(request.POST or None)
    secret = ""
    if request.method == "POST" and form.is_valid():
        try:
            secret = _do(request, found, form)
            if not secret:
                return redirect("access:officer", pk=pk)
        except Refused as refusal:
            form.refuse(refusal)
    return _draw(request, found, form, secret)


def _do(request: HttpRequest, found: Officer, form: RoleForm) -> str:
    by, at, key = acting(request), clock.now(), request_key(request)
    role, secret = form.cleaned_data["role"], ""
    match form.cleaned_data["do"]:
        case "grant":
            grant(officer=found.pk, role=role, by=by, at=at, key=key)
        case "withdraw":
            withdraw(officer=found.pk, role=role, by=by, at=at, key=key)
        case "leave":
            leave(officer=found.pk, by=by, at=at, key=key)
        case "password":
            secret, hashed = new_password()
            hand_over_password(officer=found.pk, password_hash=hashed, by=by, at=at)
    return secret


def _draw(request: HttpRequest, found: Officer, form: RoleForm, secret: str) -> HttpResponse:
    grants = found.grants.filter(withdrawn_at=None).order_by("granted_at")
    held = {one.role for one in grants}
    facts = {
        "officer": found,
        "form": form,
        "secret": secret,
        "held": [(one, roles()[one.role].words) for one in grants if one.role in roles()],
        "to_grant": [role for role in roles().values() if role.key not in held],
        "rows": named(timeline(found.ref, limit=30)),
    }
    return render(request, "access/officer.html", facts, status=422 if form.errors else 200)
