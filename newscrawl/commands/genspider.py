"""`scrapy genspider`: begin a source, together with the case that fails until a page is recorded."""

from __future__ import annotations

import argparse
import keyword
import re
from pathlib import Path
from string import Template

from scrapy.commands import ScrapyCommand

from newscrawl import cases
from newscrawl.bases.source import load_sources
from newscrawl.commands.running import CASES, CannotStart
from newscrawl.commands.terminal import show

TEMPLATES = Path(__file__).parent / "templates"
SPIDERS = Path(__file__).resolve().parents[1] / "spiders"
TO_DO = "<!-- Replace this file: save an article of the site here, put its address into origin.json, then `scrapy record --update`. -->\n"


class Command(ScrapyCommand):
    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "-t publisher|ndsoft|portal|feed NAME DOMAIN [PUBLISHER]"

    def short_desc(self) -> str:
        return "Begin a source: its file, and a case that fails until a page is recorded"

    def long_desc(self) -> str:
        return (
            "Write newscrawl/spiders/…/NAME.py and tests/pages/NAME/first/. NAME is the domain's stem (mk for mk.co.kr), PUBLISHER the paper's Korean name. "
            "Templates: publisher (listing pages and a feed), ndsoft (the CMS with /news/articleView.html?idxno=), "
            "portal (shows other publishers' articles), feed (a feed and a sitemap, no listing). docs/adding-a-source.md goes on from there."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        names = sorted(path.stem for path in TEMPLATES.glob("*.tmpl"))
        parser.add_argument(
            "-t", "--template", choices=names, default="publisher", help="kind of source (default: publisher)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        try:
            path, folder = self._write(args, opts.template)
        except (CannotStart, cases.CaseError) as reason:
            self.exitcode = CannotStart(str(reason)).tell()
            return
        show([f"{path}: say who, what and where", f"{folder}: put a saved article here; until then `make check` fails"])

    def _write(self, args: list[str], template: str) -> tuple[Path, Path]:
        assert self.settings is not None
        if len(args) not in (2, 3):
            raise CannotStart("give a name and a domain, for example: scrapy genspider -t ndsoft techm techm.kr 테크M")
        name, domain, *publisher = args
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            raise CannotStart(f"{name!r} is no name of a source: small letters, digits and _, a letter first")
        if not re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", domain):
            raise CannotStart(f"{domain!r} is no domain such as ebn.co.kr")
        if keyword.iskeyword(name):
            raise CannotStart(f"{name!r} is a word of Python's: no module can be called so")
        if name in load_sources(self.settings):
            raise CannotStart(f"there is a source {name!r} already")
        path = SPIDERS / ("portals" if template == "portal" else "publishers") / f"{name}.py"
        words = {
            "name": name,
            "classname": "".join(part.capitalize() for part in name.split("_")),
            "domain": domain.removeprefix("www."),
            "pattern": re.escape(domain.removeprefix("www.")),
            "publisher": publisher[0] if publisher else name.upper(),
        }
        source = Template((TEMPLATES / f"{template}.tmpl").read_text(encoding="utf-8")).substitute(words)
        origin = {
            "url": f"https://www.{words['domain']}/",
            "kind": "article",
            "made": "saved",
            "content_type": "text/html; charset=utf-8",
        }
        case = cases.save(CASES, name, "first", page=TO_DO.encode(), origin=origin)
        path.write_text(source, encoding="utf-8")
        return path, case.folder
