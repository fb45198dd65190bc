"""Write docs/roles.md again."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from bluelamp.access.registry import capabilities
from bluelamp.access.roles import roles
from bluelamp.access.roles_page import as_markdown


class Command(BaseCommand):
    """`python -m django roles_page` writes the matrix of roles into the docs."""

    help = "Write docs/roles.md from roles.toml and the capabilities that the domains declare."

    def handle(self, *_args: Any, **_options: Any) -> None:
        page = Path(settings.BASE) / "docs" / "roles.md"
        page.write_text(as_markdown(roles(), capabilities), encoding="utf-8")
        self.stdout.write(str(page.name))
