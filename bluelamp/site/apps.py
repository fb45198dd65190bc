"""The top floor as a Django app: at start it registers what the domains declare."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "bluelamp.site"
    label = "bluelamp_site"

    def ready(self) -> None:
        from bluelamp.site.registration import register

        register()
