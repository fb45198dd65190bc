"""How a partner body is reached: set by the force, never shipped."""

from django import forms
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.partners.actions.agreeing import set_contact
from bluelamp.partners.models import Contact
from bluelamp.partners.reading import body_to_read


class ContactForm(PlainForm):
    """Where links go, and where codes are read out."""

    who = forms.CharField(label="Who deals with it there", required=False, max_length=120)
    email = forms.EmailField(
        label="Email address",
        required=False,
        help_text="A mailbox that only those who deal with it can open",
        error_messages={"invalid": "Enter an email address such as desk@example.org"},
    )
    phone = forms.CharField(label="Phone number", required=False, max_length=40)


@page("partners.agree")
def contact(request: HttpRequest, key: str) -> HttpResponse:
    """A link goes to the mailbox, its code is read out by phone: never both the same way."""
    found, back = body_to_read(key), reverse("partners:partner", args=[key])
    now = Contact.objects.filter(partner=found).first()
    return form_page(
        request,
        form=ContactForm(posted(request), initial=model_to_dict(now, ["who", "email", "phone"]) if now else None),
        act=lambda given: set_contact(partner=key, **given, **signed(request)),
        then=back,
        template="partners/contact.html",
        context={"partner": found, "back": back},
    )
