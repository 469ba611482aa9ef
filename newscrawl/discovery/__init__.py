"""Where a source announces its articles: listing pages, feeds, news sitemaps."""

from newscrawl.discovery.channel import Announcement, Channel, DeadChannel, Link
from newscrawl.discovery.feeds import Feed, NewsSitemap
from newscrawl.discovery.listing import Listing

__all__ = ["Announcement", "Channel", "DeadChannel", "Feed", "Link", "Listing", "NewsSitemap"]
