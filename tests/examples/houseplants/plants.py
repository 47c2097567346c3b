"""The command ``plants``: what ails a houseplant."""

import sys

from expert.commands import main

if __name__ == "__main__":
    sys.exit(main(program="plants", about="Tells what ails a houseplant.", knowledge="houseplants:PLANTS"))
