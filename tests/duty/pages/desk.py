"""A browser at the duty desk of Littleford, at an instant of its own."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from tests.duty.borough import NOW, Littleford


class Desk:
    """`get` and `post` as a role, or as the officer of a collar number, at `at`."""

    def __init__(self, borough: Littleford, client: Client, at: datetime = NOW) -> None:
        self.borough, self.client, self.at = borough, client, at

    def get(self, path: str, role: str = "duty_planner", *, as_officer: str = "", status: int = 200) -> str:
        with clock.set_to(self.at):
            self.borough.signed_in(self.client, role, collar=as_officer)
            answer = self.client.get(path)
        assert answer.status_code == status, answer.content.decode()[:2000]
        return answer.content.decode()

    def post(self, path: str, role: str = "duty_planner", *, as_officer: str = "", **given: Any) -> HttpResponse:
        with clock.set_to(self.at):
            self.borough.signed_in(self.client, role, collar=as_officer)
            return self.client.post(path, given)
