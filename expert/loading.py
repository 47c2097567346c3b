"""A knowledge base by its name, which any process can load for itself."""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

from expert.errors import KnowledgeError, did_you_mean
from expert.knowledge import KnowledgeBase
from expert.package import modules_beside
from expert.problems import FaultyKnowledge, UnknownKnowledge
from expert.slips import meant_module, slip
from expert.written import package_of

_NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_FORM = "Name a knowledge base as MODULE, or as MODULE:NAME where the module holds several."


@dataclass(frozen=True)
class KnowledgeName:
    """A knowledge base by name, which any process can load for itself.

    Attributes:
        where: ``module:attribute``, or ``module`` where that holds one base only.
        article_only: only the rules that rest on the main text.
    """

    where: str
    article_only: bool = False

    @property
    def module(self) -> str:
        """The full name of its module."""
        return self.where.partition(":")[0]

    def load(self) -> KnowledgeBase:
        """The knowledge base.

        Raises:
            UnknownKnowledge: there is none of this name.
            KnowledgeError: the base has faults, or a slip keeps one of its modules from being imported (the message
                gives file and line).
        """
        whole = self._pick(self._import())
        return whole.article_only() if self.article_only else whole

    def modules(self) -> Sequence[ModuleType]:
        """The modules of the base's package, all of them imported; call it after `load`.

        Raises:
            KnowledgeError: a slip keeps one from being imported.
        """
        try:
            return modules_beside(self.module)
        except Exception as error:
            raise KnowledgeError(slip(error, package_of(self.module))) from error

    def _import(self) -> ModuleType:
        if not _NAME.fullmatch(self.module):
            raise UnknownKnowledge(f"{self.where} is no name of a knowledge base. {_FORM}")
        try:
            return importlib.import_module(self.module)
        except FaultyKnowledge:
            raise
        except ModuleNotFoundError as error:
            if f"{self.module}.".startswith(f"{error.name}."):
                hint = meant_module(error.name or "") or "."
                raise UnknownKnowledge(f"{self.where}: there is no module {error.name}{hint} {_FORM}") from error
            raise KnowledgeError(slip(error, package_of(self.module))) from error
        except Exception as error:
            raise KnowledgeError(slip(error, package_of(self.module))) from error

    def _pick(self, module: ModuleType) -> KnowledgeBase:
        bases = {name: held for name, held in vars(module).items() if isinstance(held, KnowledgeBase)}
        wanted = self.where.partition(":")[2]
        if wanted in bases:
            return bases[wanted]
        if not wanted and len(bases) == 1:
            return next(iter(bases.values()))
        hint = did_you_mean(wanted, bases) or "."
        listed = f" {self.module} holds {', '.join(bases) or 'none'}."
        raise UnknownKnowledge(f"{self.where} is no knowledge base{hint}{listed} {_FORM}")
