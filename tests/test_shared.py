"""What the tests themselves stand on."""

from __future__ import annotations

import inspect

import pytest
from shared import for_each


def test_one_test_of_many_cases_tries_all_of_them_and_names_each_that_fails_and_why():
    tried = []

    @for_each(("number", "half"), [(4, 2), (5, 2), (6, 3), (8, 5)], lambda case: f"case {case[0]}")
    def test(number, half, log):
        log.append(number)
        assert number == half * 2, "no half"

    with pytest.raises(AssertionError) as told:
        test(log=tried)
    assert tried == [4, 5, 6, 8] and list(inspect.signature(test).parameters) == ["log"]
    said = str(told.value)
    assert said.startswith("2 of 4 fail") and "case 5: AssertionError: no half" in said and "case 8: " in said
    assert "case 4" not in said and "case 6" not in said


def test_what_holds_of_all_cases_passes_and_no_case_at_all_does_not():
    for_each("number", (1, 2))(lambda number: None)()
    with pytest.raises(AssertionError):
        for_each("number", ())(lambda number: None)()
    with pytest.raises(AssertionError, match="1: KeyError: 'gone'"):
        for_each("number", [1])(lambda number: {}["gone"])()
