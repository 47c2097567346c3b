"""Cases in a pandas DataFrame, and their results in another: for notebooks.

Columns and cells are read by what reads a CSV file's, so that a frame that was read from one gives what the file gives.
pandas is no dependency: whoever has a frame has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from expert.cases.case import Item
from expert.cases.reader import CaseReader
from expert.cases.writers.csv import cells, columns
from expert.typed import Result

if TYPE_CHECKING:
    import pandas


def evaluated(
    frame: pandas.DataFrame, name: str, reader: CaseReader, result_of: Callable[[Item], Result]
) -> pandas.DataFrame:
    """The results of the rows; see `expert.evaluating.Evaluator.evaluate_frame`."""
    items = reader.read_rows([str(column) for column in frame.columns], _rows(frame), name)
    found: list[Mapping[str, Any]] = [cells(result_of(item)) for item in items]
    return type(frame)(found, columns=columns(reader.knowledge), index=frame.index)


def _rows(frame: pandas.DataFrame) -> Iterator[list[str]]:
    """The cells of each row as a CSV file would have them."""
    missing = frame.isna().itertuples(index=False, name=None)
    for row, without in zip(frame.itertuples(index=False, name=None), missing, strict=True):
        yield ["" if absent else _cell(value) for value, absent in zip(row, without, strict=True)]


def _cell(value: object) -> str:
    """A value as text: several with semicolons, and a whole number without the point that pandas gives it."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return ";".join(map(_cell, sorted(value) if isinstance(value, (set, frozenset)) else value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
