"""Examples of what can be typed, made from the base itself, so that whoever copies one gets somewhere."""

from __future__ import annotations

from expert.knowledge import KnowledgeBase


def cause(knowledge: KnowledgeBase) -> str:
    """A cause by its name, a specific one where there is one: ``too much water``."""
    ordered = sorted(knowledge.causes, key=lambda one: one.kind != "specific")
    return ordered[0].id.replace("_", " ") if ordered else "CAUSE"


def change(knowledge: KnowledgeBase) -> str:
    """Another answer, as the command line takes it: ``pot.drains=no``."""
    asked = knowledge.vocabulary.asked
    return next((f"{key}=no" for key, field in asked.items() if field.yes_or_no), "FIELD=VALUE")


def file(knowledge: KnowledgeBase, ending: str) -> str:
    """The name of a file that somebody may write, with this ending (``.html``)."""
    return f"{knowledge.naming.file}{ending}"


def filled(text: str, knowledge: KnowledgeBase) -> str:
    """A text with ``{cause}``, ``{change}`` and ``{file}`` (without its ending) in it, put into words."""
    return text.format(cause=cause(knowledge), change=change(knowledge), file=knowledge.naming.file)
