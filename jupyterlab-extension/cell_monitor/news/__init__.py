"""What comes back from the teacher."""

from .feed import NewsFeed

__all__ = ["NewsFeed"]
