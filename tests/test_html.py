"""The HTML pages: valid, self-contained, readable by everybody, and a note that fits one sheet of paper."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import pytest
from houseplants import PLANTS
from shared import CONSULTANT, LONG, READER, library_cases, part_of

from expert.certainty import NO_PROBABILITY
from expert.publishing import html
from expert.publishing.report import BEHIND, case_document
from expert.publishing.rule_book import book_document
from expert.publishing.svg import COLOURS as DRAWING
from expert.publishing.svg import TEXT
from expert.urgency import LADDER
from kb.book import KNOWLEDGE

CASES = library_cases("clinic", "article")
MARKUP = '</blockquote></main><script>alert(1)</script><img src=x onerror="alert(2)"> &lt;b&gt; <!-- --><style>*{}'
VOID = {"meta", "link", "br", "hr", "img", "input", "rect", "path"}
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)


def page_of(case):
    return html.render(case_document(CONSULTANT.consult(case.answers), case))


def case_of(**groups):
    return READER.read_mapping(groups, source="here#1", default_id="here")


MARKED = page_of(case_of(note=MARKUP, pain={"location": "arch", "worst": "morning"}))
SOME = part_of(CASES, 12)


@cache
def page_named(name):
    """A page that several tests look at: the book of the rules, a case without answers, a case by its name."""
    if name == "book":
        return html.render(book_document(KNOWLEDGE))
    return page_of(case_of() if name == "nothing" else next(case for case in SOME if case.id == name))


@pytest.fixture(params=["marked", "book", "nothing", *(case.id for case in SOME)])
def page(request):
    return MARKED if request.param == "marked" else page_named(request.param)


@cache
def outline_of(page):
    return Outline(page)


class Outline(HTMLParser):
    """Elements with their attributes, checked for nesting."""

    def __init__(self, page):
        super().__init__()
        self.open, self.elements, self.headings, self.faults = [], [], [], []
        self.feed(page)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        self.faults += [f"<{tag}> has {name} twice" for name in names if names.count(name) > 1]
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()


# -- valid -----------------------------------------------------------------------------------------------------------


def test_a_page_is_well_nested_and_parses_without_an_error(page):
    """The book, which takes a strict parser as long as all the rest, is that of the houseplants."""
    assert outline_of(page).faults == []
    html5lib = pytest.importorskip("html5lib")
    short = page is page_named("book") and not LONG
    html5lib.HTMLParser(strict=True).parse(html.render(book_document(PLANTS)) if short else page)


def test_ids_are_unique_and_every_link_leads_somewhere(page):
    elements = outline_of(page).elements
    ids = Counter(found["id"] for _, found in elements if "id" in found)
    assert [name for name, times in ids.items() if times > 1] == []
    links = [found["href"] for tag, found in elements if tag == "a"]
    assert links and all(link.startswith("#") and link[1:] in ids for link in links)


def test_a_page_needs_nothing_else(page):
    elements = outline_of(page).elements
    scripts = [dict(attributes) for tag, attributes in elements if tag == "script"]
    assert scripts == ([{}] if page is page_named("book") else [])  # a book's own search
    assert not {tag for tag, _ in elements} & {"link", "img", "iframe", "object", "embed", "base", "form"}
    for _, attributes in elements:
        assert not set(attributes) & {"src", "srcset", "action", "style", "background"}
        assert not [name for name in attributes if name.startswith("on")]
        assert not [value for value in attributes.values() if re.search(r"(?i)\w+://|javascript:|data:", value or "")]
    sheet = page[page.index("<style>") : page.index("</style>")]
    assert "url(" not in sheet and "@import" not in sheet


def test_markup_in_a_note_stays_text():
    outline = Outline(MARKED)
    assert not {"script", "img"} & {tag for tag, _ in outline.elements} and outline.faults == []
    assert [tag for tag, _ in outline.elements].count("main") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in MARKED and "&amp;lt;b&amp;gt;" in MARKED


# -- for everybody ---------------------------------------------------------------------------------------------------


def test_language_landmarks_and_headings_are_in_order(page):
    outline = outline_of(page)
    tags = [tag for tag, _ in outline.elements]
    assert dict(outline.elements[0][1]) == {"lang": "en"}
    assert [tags.count(one) for one in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    assert tags[: tags.index("body")].count("title") == 1
    assert any(found.get("name") == "viewport" and "device-width" in found["content"] for _, found in outline.elements)
    assert outline.headings[0] == 1
    steps = zip(outline.headings, outline.headings[1:], strict=False)
    assert all(after <= before + 1 for before, after in steps)


def test_every_picture_has_a_text(page):
    for tag, found in outline_of(page).elements:
        if tag == "svg":
            assert found["role"] == "img" and (found.get("aria-label") or found.get("aria-labelledby"))
        if tag == "div" and found.get("class") == "scroll":
            assert found["tabindex"] == "0" and found["aria-label"]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_text_stands_out_from_what_it_stands_on():
    colours = html.COLOURS
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    for ladder in (KNOWLEDGE.urgencies, LADDER):
        plain = [urgency.ground for urgency in ladder if not urgency.ink]
        for ground in (colours["paper"], colours["soft"], *plain):
            for text in ("text", "muted", "link", "good", "against"):
                assert contrast(colours[text], ground) >= 4.5, (text, ground)
        for urgency in ladder:
            assert not urgency.ink or contrast(urgency.ink, urgency.ground) >= 4.5, urgency
    assert contrast(colours["good"], colours["paper"]) >= 3 and contrast(colours["line"], colours["paper"]) >= 3
    for fill, stroke in DRAWING.values():
        assert min(contrast(TEXT, fill), contrast(stroke, fill)) >= 4.5


@pytest.mark.parametrize("name", ["nothing", "book"])
def test_the_sheet_uses_no_colour_but_those_and_leaves_no_name_unfilled(name):
    page = page_named(name)
    sheet = page[page.index("<style>") + 7 : page.index("</style>")]
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", sheet)) <= {
        *html.COLOURS.values(),
        *(urgency.ground for urgency in KNOWLEDGE.urgencies),
    }
    assert set(re.findall(r"@[a-z_]+", sheet)) == {"@media", "@page"}
    assert sheet.count("{") == sheet.count("}")


# -- the note --------------------------------------------------------------------------------------------------------


def order_of(page, *titles):
    places = [page.index(f">{title}") for title in titles]
    assert places == sorted(places)


def test_the_alerts_come_first_and_the_date_is_left_blank():
    page = page_of(next(case for case in CASES if case.id == "clinic-09"))
    first = ("Name", "Date", "Have it looked at", "What it probably is", "May I run on it?", "What to do now",
             "How long", "How do I start again?", "Whom do I see", "Why</h2>", "What we could not rule out",
             "Where it hurts", BEHIND, "The alerts")  # fmt: skip
    asked = ("What was answered", "What was tried")
    then = ("What was advised now", "When to see somebody", "What was not ruled out", "What this rests on")
    order_of(page, *first, *asked, *then, "How it was worked")
    assert page.count('class="blank"') == 2 and "to be filled in by hand" in page


def test_the_gravest_alert_is_said_in_words_and_ranks_are_numbers():
    case = case_of(signs={"calf_swelling": "yes", "breathless": "yes"}, pain={"location": "calf"})
    page = page_of(case)
    assert '<section id="urgency" class="emergency">\n<h2>EMERGENCY: call your local emergency number now</h2>' in page
    assert re.search(r"<h4>1\. ", MARKED)


@pytest.mark.parametrize("case", SOME, ids=lambda case: case.id)
def test_before_the_working_a_certainty_is_a_word(case):
    page = page_of(replace(case, source="cases.yaml"))  # wherever they are: there may be figures in a folder's name
    note, _, working = page[page.index("</style>") :].partition('<section id="working"')
    note = re.sub("<[^>]*>", " ", note.partition('<section id="answers"')[0])
    assert not re.search(r"\b0\.\d|\d ?%", note)
    found = CONSULTANT.consult(case.answers).conclusions
    assert all(f"Certainty factor {one.certainty:.4g}. " in working for one in found)
    assert (NO_PROBABILITY in working) == bool(found)


# -- in a browser ----------------------------------------------------------------------------------------------------


def chromium(tmp_path, *arguments):
    """Run headless Chromium on a page, with a profile of its own."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed")
    quiet = ("no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
             "disable-component-update", "disable-sync", "hide-scrollbars")  # fmt: skip
    flags = [f"--{flag}" for flag in ("headless", *quiet)]
    run = subprocess.run(
        [CHROMIUM, *flags, f"--user-data-dir={tmp_path / 'profile'}", *arguments], capture_output=True, timeout=120
    )
    assert run.returncode == 0, run.stderr.decode(errors="replace")[-2000:]
    return run.stdout.decode()


def pages_of(pdf):
    """How many pages a PDF has, its object streams unpacked."""
    data = pdf.read_bytes()
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", data, re.S):
        try:
            data += zlib.decompress(packed)
        except zlib.error:
            continue
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", data))


TYPICAL = ["clinic-01", "clinic-09", "clinic-10", "first-steps-arch", "ten-to-thirty", "fracture-rest-did-not-help"]


def printed(page, paper, tmp_path):
    """How many sheets a page takes."""
    page = page.replace("@page { ", f"@page {{ size: {paper}; ")
    assert f"size: {paper}" in page
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    target = tmp_path / "page.pdf"
    chromium(tmp_path, f"--print-to-pdf={target}", "--no-pdf-header-footer", (tmp_path / "page.html").as_uri())
    return pages_of(target)


@pytest.mark.parametrize(("name", "paper"), part_of(zip(TYPICAL, ["A4", "letter"] * 3, strict=True), 3, 1))
def test_a_usual_page_is_printed_on_one_sheet_and_what_is_folded_begins_the_next(name, paper, tmp_path):
    page = page_of(next(case for case in CASES if case.id == name))
    first = page[: page.index("<details")] + page[page.index("</details>") + len("</details>") :]
    assert printed(first, paper, tmp_path) == 1
    assert printed(page, paper, tmp_path) in (2, 3)


@pytest.mark.parametrize("width", [390, 1000])
def test_no_page_is_wider_than_the_screen(width, tmp_path):
    """Measured by the browser itself, in a frame as wide as the screen."""
    case = next(case for case in CASES if case.id == "clinic-09")
    page = page_of(replace(case, note="a" * 300))
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    measure = (
        f"<!DOCTYPE html><iframe id=f width={width} height=3000 style='border:0' src=page.html></iframe><p id=w></p>"
        "<script>f.onload=()=>{w.textContent='widest '+f.contentDocument.documentElement.scrollWidth}</script>"
    )
    (tmp_path / "frame.html").write_text(measure, encoding="utf-8")
    shown = chromium(tmp_path, "--allow-file-access-from-files", "--virtual-time-budget=3000", "--dump-dom",
                     (tmp_path / "frame.html").as_uri())  # fmt: skip
    assert int(re.search(r"widest (\d+)", shown)[1]) <= width


def test_the_browser_paints_the_page(tmp_path):
    (tmp_path / "page.html").write_text(MARKED, encoding="utf-8")
    target = tmp_path / "page.png"
    chromium(tmp_path, f"--screenshot={target}", "--window-size=390,2400", (tmp_path / "page.html").as_uri())
    assert target.stat().st_size > 20_000
