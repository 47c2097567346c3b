"""A knowledge base by its name, which any process can load for itself."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from expert.errors import KnowledgeError
from expert.knowledge import KnowledgeBase


@dataclass(frozen=True)
class KnowledgeName:
    """A knowledge base by name, which any process can load for itself.

    Attributes:
        where: ``module:attribute``.
        article_only: only the rules that rest on the main text.
    """

    where: str
    article_only: bool = False

    def load(self) -> KnowledgeBase:
        """The knowledge base.

        Raises:
            KnowledgeError: the base has faults, or there is none of this name.
        """
        module, _, attribute = self.where.partition(":")
        whole = getattr(importlib.import_module(module), attribute, None)
        if not isinstance(whole, KnowledgeBase):
            raise KnowledgeError(f"{self.where} is no knowledge base; name one as module:attribute.")
        return whole.article_only() if self.article_only else whole
