"""Results as JUnit's XML, as CI servers show it: a suite for each file, a test for each case that expects something.

A case that fails its expect is a failure, which says what failed; one that could not be read is an error. A case that
expects nothing is no test. How many tests there are stands before them, so what is written waits in a file of its own
(which has no name) until all are there.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

from expert.cases.writers import About
from expert.characters import harmless

#: So many characters wait in memory; more on the disk.
_IN_MEMORY = 1 << 20
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Count:
    """How many tests there are, and how many of them did not go well."""

    def __init__(self) -> None:
        self.tests = self.failures = self.errors = 0

    def add(self, result: Mapping[str, Any]) -> None:
        """Take note of one test."""
        self.tests += 1
        self.errors += result["status"] == "error"
        self.failures += result["status"] != "error" and not result["expect"]["passed"]

    def __str__(self) -> str:
        return f'tests="{self.tests}" failures="{self.failures}" errors="{self.errors}" skipped="0"'


class Results:
    """Writes a suite once its last test is known."""

    def __init__(self, out: IO[str], about: About) -> None:
        self._out = out
        self._title = about.knowledge.title
        self._all, self._own = _Count(), _Count()
        self._suites, self._tests = _waiting(), _waiting()
        self._file: str | None = None

    def begin(self) -> None:
        """What this is."""
        self._out.write('<?xml version="1.0" encoding="UTF-8"?>\n')

    def add(self, result: Mapping[str, Any]) -> None:
        """Write one test, if the case is one."""
        if result["status"] != "error" and "expect" not in result:
            return
        file = _file(result["source"])
        if file != self._file:
            self._close()
            self._file = file
        self._all.add(result)
        self._own.add(result)
        self._tests.write(_test(result, file))

    def end(self) -> None:
        """All suites, with how many tests there are."""
        self._close()
        self._out.write(f"<testsuites name={_attribute(self._title)} {self._all}>\n")
        _move(self._suites, self._out)
        self._out.write("</testsuites>\n")
        self._out.flush()
        self._suites.close()
        self._tests.close()

    def _close(self) -> None:
        """The end of a file."""
        if self._file is None:
            return
        self._suites.write(f"<testsuite name={_attribute(self._file)} {self._own}>\n")
        _move(self._tests, self._suites)
        self._suites.write("</testsuite>\n")
        self._own = _Count()


def _waiting() -> IO[str]:
    """A text that waits."""
    return tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n")


def _move(waiting: IO[str], out: IO[str]) -> None:
    """Write what has waited."""
    waiting.seek(0)
    shutil.copyfileobj(waiting, out)
    waiting.seek(0)
    waiting.truncate()


def _file(source: str) -> str:
    """The file of a case."""
    return source.rpartition("#")[0] or source


def _test(result: Mapping[str, Any], file: str) -> str:
    """One test."""
    begin = f"<testcase classname={_attribute(file)} name={_attribute(result['id'])}"
    if result["status"] == "error":
        error = result["error"]
        where = result["source"] + (f", line {error['line']}" if error["line"] else "")
        inner = _trouble("error", "unreadable", error["message"], f"{where}: {error['message']}")
    elif not result["expect"]["passed"]:
        failures = result["expect"]["failures"]
        inner = _trouble("failure", "expect", " ".join(failures), "\n".join([result["source"], *failures]))
    else:
        return f"{begin}/>\n"
    return f"{begin}>\n{inner}</testcase>\n"


def _trouble(tag: str, kind: str, message: str, text: str) -> str:
    """What went wrong with a test: in short, and with its place."""
    lines = "\n".join(map(_plain, text.split("\n")))
    return f'<{tag} type="{kind}" message={_attribute(message)}>{escape(lines)}</{tag}>\n'


def _plain(text: str) -> str:
    """Text without characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", harmless(text))


def _attribute(text: str) -> str:
    return quoteattr(_plain(text))
