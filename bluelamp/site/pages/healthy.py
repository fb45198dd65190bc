"""Whether this web process works and reaches the database; for the supervisor and a load balancer."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

from bluelamp.access.guard import open_to_all


@open_to_all
def healthy(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 with the database, 503 without."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        connection.close()
        return HttpResponse("The database does not answer.\n", status=503, content_type="text/plain")
    return HttpResponse("Well.\n", content_type="text/plain")
