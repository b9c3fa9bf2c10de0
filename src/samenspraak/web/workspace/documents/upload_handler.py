"""How a file that is sent reaches the disk: straight into a temporary file, and no further than the limit."""

from __future__ import annotations

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.utils.functional import cached_property

_OF_LISTS = "extract-new"


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Keeps at most one piece over the limit; `size` says how large the file was, so that it can be refused."""

    @cached_property
    def _limit(self) -> int:
        match = self.request.resolver_match if self.request else None
        return settings.LIST_BYTES if match and match.url_name == _OF_LISTS else settings.UPLOAD_BYTES

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if start > self._limit:
            return None
        return super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """Return the file with the size that was sent, which is more than was kept when it is over the limit."""
        file = super().file_complete(file_size)
        if file is not None:
            file.size = file_size
        return file
