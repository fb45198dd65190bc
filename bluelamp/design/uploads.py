"""No file is ever taken: not read, not kept, not shown. The page that was sent one says so in words."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

WORDS = "No files can be sent here, only words. Nothing was opened, and nothing was kept."


class NoFiles(FileUploadHandler):
    """Lets every file in a form pass by unread; only that there was one is remembered."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """Raises SkipFile for each."""
        if self.request is not None:
            self.request.had_files = True  # type: ignore[attr-defined]
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Thrown away."""

    def file_complete(self, file_size: int) -> None:
        """There is none."""


def had_files(request: HttpRequest) -> bool:
    """Whether the form that was sent held a file."""
    return request.POST is not None and getattr(request, "had_files", False)  # asking for POST is what reads the form
