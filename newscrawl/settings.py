"""The only module that wires the layers together; every value here can be overridden with ``-s NAME=VALUE``."""

import os
from importlib.metadata import version
from pathlib import Path

from newscrawl.items import FIELDS

PROJECT = Path(__file__).resolve().parent.parent

BOT_NAME = "newscrawl"
SPIDER_MODULES = ["newscrawl.spiders"]
NEWSPIDER_MODULE = "newscrawl.spiders"
COMMANDS_MODULE = "newscrawl.commands"

# A comment behind a value is its line in the table of docs/operations.md, which `make fix` writes.

# Anchored to the project, so that cron may start anywhere.
database = f"sqlite:///{PROJECT / 'data' / 'newscrawl.db'}"
NEWSCRAWL_DATABASE_URL = os.environ.get("NEWSCRAWL_DATABASE_URL") or database  # of SQLite or PostgreSQL
NEWSCRAWL_ARCHIVE = None  # a WARC file that every answer is appended to
NEWSCRAWL_REPLAY = None  # a WARC file to be served instead of the network
NEWSCRAWL_UNREAD = None  # a WARC file for pages whose reading failed; else unread.warc.gz beside the database
NEWSCRAWL_METRICS = None  # a file that every crawl writes the state of all sources to, in the text format of Prometheus

# Manners. A site that forbids Scrapy by name (mt.co.kr, edaily.co.kr, 2026-07) forbids this crawler too.
contact = os.environ.get("NEWSCRAWL_CONTACT") or "contact not set"
USER_AGENT = f"newscrawl/{version('newscrawl')} (+{contact})"  # ends with NEWSCRAWL_CONTACT of the environment
ROBOTSTXT_OBEY = True  # False only with the site's permission
ROBOTSTXT_USER_AGENT = "Scrapy"  # whose rules in robots.txt count
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # requests at the same time to a host
DOWNLOAD_DELAY = 1.0  # seconds between two requests to a host, times 0.5 to 1.5; a longer Crawl-delay wins
DOWNLOAD_TIMEOUT = 60  # seconds that an answer may take
RETRY_TIMES = 2  # further attempts in the same run after an answer of 5xx or 429, or none
NEWSCRAWL_MAX_WAIT = 120  # seconds that a site may ask to be left alone (Retry-After) and is waited for
NEWSCRAWL_ALLOW_PRIVATE = False  # addresses of this machine and its network, for sites of one's own
TWISTED_DNS_RESOLVER = "newscrawl.boundaries.PublicResolver"
DOWNLOAD_MAXSIZE = 8 * 1024 * 1024  # bytes of the longest answer that is read; the largest page seen has 0.4 MB
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_HANDLERS = {"data": None, "file": None, "ftp": None, "s3": None}
REDIRECT_MAX_TIMES = 5
# The source says it itself, with the outcome.
RETRY_GIVE_UP_LOG_LEVEL = "INFO"
COOKIES_ENABLED = False
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# It reads the source of every callback, which takes as long as thirty pages; mypy knows better.
WARN_ON_GENERATOR_RETURN_VALUE = False
# Nobody here uses them, and together they cost a tenth of a page.
METAREFRESH_ENABLED = False
HTTPCACHE_ENABLED = False
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "newscrawl.middlewares.Announcements": 100,
}
# Scrapy's 100 starts a hundred tasks a response; 8 takes a third of a bare spider's CPU away.
CONCURRENT_ITEMS = 8

ADDONS = {"newscrawl.archive.ReplayAddon": 100}
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    # It would keep robots.txt of a site that a portal's list leads to from being asked; StayOnSite takes its place.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "newscrawl.manners.Robots": 100,
    "newscrawl.middlewares.Decode": 560,  # after decompression, before anything reads text
    "newscrawl.middlewares.Unpack": 590,  # where Scrapy's stood
    "newscrawl.boundaries.StayOnSite": 610,  # before Scrapy follows a redirect
    "newscrawl.manners.Pace": 940,
    "newscrawl.middlewares.Attempts": 949,  # when nothing stands between the page and the network any more
    "newscrawl.archive.ArchiveWriter": 950,  # the bytes as the network gave them
}
ITEM_PIPELINES = {"newscrawl.pipelines.Archive": 300}
EXTENSIONS = {
    "newscrawl.extensions.Runs": 0,
    "newscrawl.extensions.Faults": 0,
    "newscrawl.extensions.CalmCollector": 0,
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.memusage.MemoryUsage": None,
}

FEED_EXPORT_ENCODING = "utf-8"
FEED_EXPORT_FIELDS = list(FIELDS)
LOG_LEVEL = "INFO"  # WARNING in `crawlall`; also -L
LOG_FORMAT = "%(asctime)s %(levelname).1s %(message)s"
LOG_DATEFORMAT = "%H:%M:%S"
# The run's own summary says what matters; the rest is in the `runs` table.
STATS_DUMP = False
