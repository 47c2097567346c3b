"""``kb graph``: a drawing of the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.parsing import add_output, new_command
from expert.commands.picking import known_cause
from expert.commands.rendering import DRAWINGS, drawn
from expert.commands.streams import data_output, target, tell

_MERMAID_EDGES = 500


@dataclass(frozen=True)
class GraphOptions:
    """What was asked for; see `add`."""

    cause: str | None
    format: str
    output: str | None


def add(actions: Any) -> None:
    """Add the action."""
    parser = new_command(actions, "graph", "a drawing of the rules: questions, findings, causes, advice, alerts")
    parser.add_argument("--cause", metavar="ID", help="only what bears on this cause and what follows from it")
    parser.add_argument("--format", choices=(*DRAWINGS, "text"), default="mermaid", help="mermaid is the default")
    add_output(parser)
    parser.set_defaults(options=GraphOptions, run=run)


def run(options: GraphOptions, context: Context) -> int:
    """Draw the base, or what bears on one cause."""
    from expert.publishing.graph import base_graph

    knowledge = context.load()
    cause = knowledge.cause(known_cause(knowledge, options.cause)) if options.cause is not None else None
    graph = base_graph(knowledge, cause)
    if options.format == "mermaid" and len(graph.edges) > _MERMAID_EDGES:
        tell(f"{len(graph.edges)} arrows: Mermaid draws {_MERMAID_EDGES} unless its maxEdges is raised; "
             "--cause draws one cause, --format svg or dot all.")  # fmt: skip
    with target(options.output):
        data_output().write(drawn(graph, options.format))
    return DONE
