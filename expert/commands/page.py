"""``page``: the consultation as a static page that runs in a browser, with no server behind it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.parsing import add_article_only
from expert.commands.streams import tell
from expert.errors import UsageError

if TYPE_CHECKING:
    from http.server import HTTPServer


@dataclass(frozen=True)
class Options:
    """What was asked for; see `add`."""

    output: str | None
    serve: bool
    port: int
    pyodide: str | None
    article_only: bool


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    add_article_only(parser)
    parser.add_argument("-o", "--output", metavar="FOLDER", help="write the page there, for any web server to hand out")
    parser.add_argument("--serve", action="store_true", help="try it on this machine, at 127.0.0.1, until Ctrl-C")
    parser.add_argument("--port", type=int, default=8765, metavar="N", help="for --serve; 8765 if left out")
    parser.add_argument(
        "--pyodide", metavar="FOLDER",
        help="the folder of Pyodide, the Python for browsers; if left out, npm brings it",
    )  # fmt: skip
    parser.set_defaults(options=Options, run=run)


def run(options: Options, context: Context) -> int:
    """Write the page, or hand it out; give the exit code."""
    from pathlib import Path

    from expert.webpage import site
    from expert.webpage.archive import program_files
    from expert.webpage.runtime import runtime

    if options.output is None and not options.serve:
        raise UsageError(f"Say where the page is to go: {context.program} page -o FOLDER, or --serve to try it.")
    handed: dict[str, bytes] = {}  # filled later: whether the port is free is better known before than after
    serving = _server(handed, options.port) if options.serve else nullcontext()
    with serving as opened:
        knowledge = context.load(options.article_only)
        program = program_files(site.ENTRIES, context.base.partition(":")[0])
        python = runtime(options.pyodide, program)
        if not python.compiled:
            tell("Node.js is not installed, so Python goes into the page as source: it takes twice as long to begin.")
        made = site.site(knowledge, context.base, program, python, options.article_only)
        if options.output is not None:
            site.write(made, Path(options.output))
            size = sum(map(len, made.values())) / 1e6
            tell(f"{len(made)} files, {size:.1f} MB, in {options.output}. Hand them out over https (to try: --serve).")
        if opened is not None:
            handed.update(made)
            tell(f"http://127.0.0.1:{opened.server_address[1]}/ has the page, for this machine alone. Ctrl-C ends it.")
            opened.serve_forever()
    return DONE


def _server(handed: Mapping[str, bytes], port: int) -> HTTPServer:
    from expert.webpage.serving import server
    from expert.webpage.site import POLICY

    try:
        return server(handed, port, POLICY)
    except (OSError, OverflowError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "ports go from 0 to 65535"
        raise UsageError(f"--port {port}: {reason}. Name another; 0 takes any that is free.") from None
