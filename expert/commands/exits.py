"""The exit codes of every command."""

from __future__ import annotations

DONE, EXPECT_FAILED, UNUSABLE, SOME_UNREADABLE, FAULT, INTERRUPTED = 0, 1, 2, 3, 70, 130
#: The base is not as it should be: it has faults, its cases fire too few of its rules, or would not notice a wrong one.
BASE_FAILED = EXPECT_FAILED

EXIT_CODES = """\
exit codes: 0 done; 1 done, but some case failed its expect (kb check: the
base has faults; kb coverage: too few rules fire; kb mutate: mutants survived;
kb diff: some case newly fails); 2 wrong usage, or no case could be read;
3 done, but some cases could not be read; 70 a fault of the program itself,
which goes before 1 to 3; 130 interrupted. Results go to stdout, all else to
stderr."""
