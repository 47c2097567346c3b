"""Where the worker of the page enters: messages in, turns out, both as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable

from expert.loading import KnowledgeName
from expert.webpage.face import WebFace


def begin(base: str, article_only: bool = False) -> Callable[[str], str]:
    """What takes the messages of a page: ``open``, ``reply``, ``load`` and ``save``, with what `WebFace` takes.

    Args:
        base: the knowledge base, as `KnowledgeName` takes it.

    Raises:
        KnowledgeError: it has faults, or there is none of this name.
    """
    face = WebFace(KnowledgeName(base, article_only).load())

    def take(text: str) -> str:
        message = json.loads(text)
        kind = message["kind"]
        if kind == "open":
            turn = face.open(message["kept"])
        elif kind == "reply":
            turn = face.reply([(name, value) for name, value in message["pairs"]])
        elif kind == "load":
            turn = face.load(message["name"], message["text"], message["followUp"])
        elif kind == "save":
            turn = face.save()
        else:
            raise ValueError(f"{kind}: no such message")
        return json.dumps(turn, ensure_ascii=False)

    return take
