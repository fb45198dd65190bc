"""`{% load access_words %}`: what went wrong at the last try to sign in."""

from django import template
from django.template.context import Context

from bluelamp.access.sign_in import trouble

register = template.Library()


@register.simple_tag(takes_context=True)
def sign_in_trouble(context: Context) -> str:
    """The words, once."""
    return trouble(context["request"])
