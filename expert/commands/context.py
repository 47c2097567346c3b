"""What a command is told about the program that it belongs to, and the base that it works on."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from expert.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from expert.knowledge import KnowledgeBase
    from expert.loading import KnowledgeName


@dataclass(frozen=True)
class Context:
    """The program and its base.

    Attributes:
        program: its name, as messages say it.
        base: the base to work on, as `KnowledgeName` takes it.
        own: the base that the program comes with.
        debug: whether a fault of the program shows where it happened.
        version: the program's. about: what it does, for help and manual.
    """

    program: str
    base: str
    own: str
    debug: bool = False
    version: str = "unversioned"
    about: str = ""

    def name(self, article_only: bool = False) -> KnowledgeName:
        """The base by its name."""
        from expert.loading import KnowledgeName

        return KnowledgeName(self.base, article_only)

    def load(self, article_only: bool = False) -> KnowledgeBase:
        """The base itself.

        Raises:
            KnowledgeError: it has faults, or there is none of this name.
        """
        return self.name(article_only).load()

    def folder(self) -> Path | None:
        """Where the base was read from: an installed copy, or the folder one works in."""
        from pathlib import Path

        self.load()
        file = sys.modules[_module(self.base)].__file__
        return Path(file).parent if file else None

    def library(self) -> Path | None:
        """The folder of cases beside the base's module, if there is one."""
        folder = self.folder()
        return folder / "cases" if folder is not None and (folder / "cases").is_dir() else None

    @property
    def state(self) -> str:
        """What the kept answers are filed under: the program and, where it is not its own, the base's module.

        Raises:
            UsageError: the base's name is none, and could be a path to other files.
        """
        module = _module(self.base)
        if not re.fullmatch(r"[^\W\d]\w*(\.[^\W\d]\w*)*", module):
            raise UsageError(f"{module} is no name of a knowledge base; name one as MODULE or MODULE:NAME.")
        return self.program if module == _module(self.own) else os.path.join(self.program, module)


def variable(program: str) -> str:
    """The environment variable that names a base for this program: ``PLANTS_KB`` of ``plants``."""
    return re.sub(r"\W", "_", program).upper() + "_KB"


def chosen(program: str, own: str, given: str | None) -> str:
    """The base to work on: as the command line or the environment names it, else the program's own.

    A base that is named is looked for in the current folder first, so that one can write it there.
    """
    named = given if given is not None else os.environ.get(variable(program))
    if not named:
        return own
    here = os.getcwd()
    if here not in sys.path:
        sys.path.insert(0, here)
    return named


def _module(base: str) -> str:
    return base.partition(":")[0]
