"""Where the worker of the page enters: messages in, turns out, both as JSON."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable

from expert.loading import KnowledgeName
from expert.webpage.face import WebFace


def begin(base: str, article_only: bool = False) -> Callable[[str], str]:
    """What takes the messages of a page: ``open``, ``reply``, ``load``, ``save``, ``paper`` and ``warm``, with what
    `WebFace` takes; it gives what that gives, as JSON.

    Args:
        base: the knowledge base, as `KnowledgeName` takes it.

    Raises:
        KnowledgeError: it has faults, or there is none of this name.
    """
    face = WebFace(KnowledgeName(base, article_only).load())
    gc.freeze()  # the base stays, so that nobody need look through it again and again
    gc.enable()

    def take(text: str) -> str:
        message = json.loads(text)
        kind, turn = message["kind"], None
        if kind == "open":
            turn = face.open(message["kept"])
        elif kind == "reply":
            turn = face.reply([(name, value) for name, value in message["pairs"]])
        elif kind == "load":
            turn = face.load(message["name"], message["text"], message["followUp"])
        elif kind == "save":
            turn = face.save()
        elif kind == "paper":
            turn = face.paper()
        elif kind == "warm":
            face.warm()
        else:
            raise ValueError(f"{kind}: no such message")
        return json.dumps(turn, ensure_ascii=False)

    return take
