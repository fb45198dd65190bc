"""Where the borough's folder is, as the settings say, or the Hertsmere that comes with the program."""

from pathlib import Path

from django.conf import settings

SHIPPED = Path(__file__).resolve().parents[2] / "boroughs" / "hertsmere"


def borough_folder() -> Path:
    """The folder of the borough this program serves: the setting BOROUGH."""
    return Path(getattr(settings, "BOROUGH", "") or SHIPPED)
