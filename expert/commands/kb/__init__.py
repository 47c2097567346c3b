"""``kb``: the knowledge base itself, a module for each action."""

from __future__ import annotations

import argparse

from expert.commands.kb import book, check, coverage, diff, graph, listing, mutate, new, show

#: The actions in the order in which help names them.
_ACTIONS = (listing, show, check, coverage, mutate, diff, graph, book, new)


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the actions of this command."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for action in _ACTIONS:
        action.add(actions)
