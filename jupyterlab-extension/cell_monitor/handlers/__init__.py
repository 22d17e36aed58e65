"""The routes below the base address of the Jupyter server."""

from .routes import routes

__all__ = ["routes"]
