"""The command line: one command for whatever base, and a module for each thing that it does.

A program of one's own is its name, its words about itself and its base:

    import sys
    from expert.commands import main

    if __name__ == "__main__":
        sys.exit(main(program="plants", about="Tells what ails a houseplant.", knowledge="houseplants:PLANTS"))

A command is a module with ``add(parser)``, which gives the parser its arguments, a frozen ``Options`` that is made of
what was typed, and ``run(options, context)``, which gives the exit code; its name and its line of help stand in
`expert.commands.app.COMMANDS`. What is slow to import is imported inside ``run`` and below it, and only the module of
the command that was called is imported at all, so that a usage error or a ``--help`` costs no more than argparse.
"""

from expert.commands.app import main

__all__ = ["main"]
