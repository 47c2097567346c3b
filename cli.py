"""The command ``footwise``: the shell's commands on the knowledge base about runners' feet."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from expert import commands

VERSION = "0.2.0"  # the only place that says it; setup.cfg reads it here
ABOUT = """\
Tells a runner what probably makes the foot hurt after running, what to do about it, and why it
says so. It informs, it does not diagnose."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code."""
    return commands.main(argv, program="footwise", about=ABOUT, knowledge="kb.book:KNOWLEDGE", version=VERSION)


if __name__ == "__main__":
    sys.exit(main())
