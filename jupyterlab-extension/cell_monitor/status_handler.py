"""The route that says to whom runs are sent."""

from __future__ import annotations

from jupyter_server.base.handlers import APIHandler
from tornado.web import authenticated

from .configuration import CellMonitor
from .student import student_name


class StatusHandler(APIHandler):
    """Tells the front end what it shows in its notice."""

    def initialize(self, configuration: CellMonitor) -> None:
        """Take the configuration."""
        super().initialize()
        self._configuration = configuration

    @authenticated
    async def get(self) -> None:
        """Answer with the application's address and the student's name; never a secret."""
        self.finish(
            {
                "url": self._configuration.url,
                "userName": student_name(self._configuration, self.current_user),
            }
        )
