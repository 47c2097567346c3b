"""``kb new``: a small base to begin one's own from."""

from __future__ import annotations

import importlib.util
import keyword
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.parsing import new_command
from expert.errors import UsageError

#: What a new base is made of stands beside this file: `skeleton.py` is a whole base, `skeleton.yaml` its cases.
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class NewOptions:
    """What was asked for; see `add`."""

    folder: str


def add(actions: Any) -> None:
    """Add the action."""
    parser = new_command(actions, "new", "a small base in a new folder, to begin one's own from")
    parser.add_argument("folder", metavar="FOLDER", help="the folder to make; its name becomes that of the base")
    parser.set_defaults(options=NewOptions, run=run)


def run(options: NewOptions, context: Context) -> int:
    """Write the base and its cases; say how to go on."""
    folder = Path(options.folder)
    name = folder.resolve().name
    _check(folder, name, options.folder)
    _write(folder / f"{name}.py", (_HERE / "skeleton.py").read_text(encoding="utf-8"))
    _write(folder / "cases" / f"{name}.yaml", (_HERE / "skeleton.yaml").read_text(encoding="utf-8"))
    print(f"{folder / name}.py is a base with five rules, {folder / 'cases'} holds what must come out. Go on with:")
    for line in (f"cd {options.folder}", *(f"{context.program} --kb {name} {one}" for one in _NEXT)):
        print(f"  {line}")
    return DONE


_NEXT = ("kb check", "batch cases --format text", "consult")


def _check(folder: Path, name: str, given: str) -> None:
    """Refuse a folder in which there is something, and a name that is none or is taken.

    Raises:
        UsageError: it cannot be made, with what to name instead.
    """
    if not name.isidentifier() or keyword.iskeyword(name):
        raise UsageError(
            f"{name} is no name of a module in Python. Name a folder of letters, digits and _, such as plants."
        )
    found = importlib.util.find_spec(name)
    if found is not None and found.origin is not None:  # a mere folder has none
        raise UsageError(f"{name} is the name of a module that is here already. Name the folder otherwise.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{given} is there already, with something in it. Name a folder that is not there.")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}. Name a folder that you can write to.") from None
