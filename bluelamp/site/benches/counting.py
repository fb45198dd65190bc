"""Counts the statements of each request, BEGIN and COMMIT apart, and keeps their text beside the log."""

import json
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponseBase

HEADER = "X-Statements"
FILE = "statements.jsonl"
Answer = Callable[[HttpRequest], HttpResponseBase]


def count_statements(answer: Answer) -> Answer:
    """The outermost middleware of a measurement; never of a site in service."""

    def counted(request: HttpRequest) -> HttpResponseBase:
        seen: list[str] = []

        def see(execute: Callable[..., Any], text: str, values: Any, many: bool, context: Any) -> Any:
            seen.append(text)
            return execute(text, values, many, context)

        with connection.execute_wrapper(see):
            response = answer(request)
        response[HEADER] = str(len(seen))
        with (settings.HOME / FILE).open("a") as file:
            file.write(json.dumps({"path": request.path, "method": request.method, "statements": seen}) + "\n")
        return response

    return counted
