"""The extension as Jupyter's server knows it."""

from __future__ import annotations

from jupyter_server.extension.application import ExtensionApp

from .configuration import CellMonitor
from .handlers import routes
from .student_side import StudentSide


class CellMonitorExtension(ExtensionApp):
    """Adds the routes, sends as long as the server lives, and ends with it."""

    name = "cell_monitor"

    def initialize_handlers(self) -> None:
        """Make all parts; the server calls it once."""
        configuration = CellMonitor(parent=self.serverapp)
        self.side = StudentSide(configuration)
        self.handlers.extend(routes(self.side))
        self.serverapp.io_loop.add_callback(self.side.start)
        self.serverapp.log.info(
            "Cell Monitor: the runs of notebooks are sent to %s", configuration.url
        )

    async def stop_extension(self) -> None:
        """Send what can be sent in a moment."""
        await self.side.stop()
