"""Pieces of the page, as HTML: what was said, the question with what can be tapped, the answers so far.

All text from the base, from a case and from the person is escaped here, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

from expert.asking.asking import Asking
from expert.asking.dialogue import Dialogue
from expert.asking.parts import Numbers, Part, Several, Ticks
from expert.asking.story import Check, Free, Untold, with_words
from expert.asking.talk import Talk, capital
from expert.asking.turn import Choice, Page, Say, Turn
from expert.explaining.markup import Markup
from expert.explaining.page import Words
from expert.explaining.result_page import ASK
from expert.fields import Answers
from expert.knowledge import KnowledgeBase
from expert.publishing.place_map import in_text, place_map_svg
from expert.webpage.spoken import TAP_INSTEAD, spoken
from expert.wording.english import answer_clause
from expert.wording.examples import file

#: What can be asked about a question, and where one can go from it: the line that is typed for it, the button's words.
_ABOUT_IT = (("?", "What does this mean?"), ("why", "Why is this asked?"))
_FROM_IT = (("back", "Back"), ("so far", "So far"), ("done", "Result now"))
_FROM_A_RESULT = (("back", "Back"), ("more questions", "More questions"), ("restart", "Begin again"))
_OFFERED = {
    "yes": "Yes", "no": "No", "more": "More questions", "done": "Show the result",
}  # fmt: skip
#: Before a line of a list, which has none in the page.
_NUMBER = re.compile(r"^\d+\s+")
#: Where a question ends, and a sentence about it begins.
_ASKED = re.compile(r"(?<=\?)\s+(?=[A-Z])")


@dataclass(frozen=True)
class View:
    """A turn with what it stands in.

    Attributes:
        asking: the question that waits, where one does. result: whether the result waits to be asked about.
        story: what was told at first, to be mended where it is asked again.
    """

    turn: Turn
    dialogue: Dialogue
    asking: Asking | None
    result: bool
    story: str = ""

    @property
    def part(self) -> Part | None:
        """What is asked just now."""
        return self.asking.part if self.asking else None

    @property
    def heading(self) -> tuple[str, str]:
        """The question as a title, and what is said about it below."""
        if isinstance(self.part, Untold):
            return "Tell it in your own words", ""
        text = spoken(self.part.question if self.part else self.question)
        asked, *notes = _ASKED.split(text, maxsplit=1)
        return asked, "" if isinstance(self.part, Check) else " ".join(notes)  # the field below says how to correct

    @cached_property
    def question(self) -> str:
        """The line that asks; it tells one question from another."""
        if self.asking is not None:
            return self.asking.question
        if self.result:
            return "Ask about this result"
        if self.turn.prompt is None:
            return "That was it"
        bold = [one.text for one in self.turn.shown if isinstance(one, Say) and one.style == "bold"]
        return bold[-1] if bold else "Go on?"


class _Sheet(Markup):
    """A sheet with the map as a picture."""

    def places(self, knowledge: KnowledgeBase, answers: Answers | None) -> bool:
        """See `Sheet.places`; a map of all places is part of the question that asks for one."""
        if answers is not None and knowledge.map is not None:
            self.text(Words(((f"{knowledge.map.title}:", "bold"),)), "", "")
            self.insert(f"<div class=map>{place_map_svg(knowledge, answers)}</div>")
            for told in in_text(knowledge, answers) or ["None of your answers is on it."]:
                self.text(Words(((told, ""),)), "", "")
        return True


# -- what is said ----------------------------------------------------------------------------------------------------


def said(view: View, notices: Sequence[Say] = ()) -> str:
    """What a turn says, without the question and its list, which `form` has."""
    parts: list[str] = [_say(one) for one in notices]
    for one in view.turn.shown:
        if isinstance(one, Page):
            sheet: Any = _Sheet()  # to a page it is as good as a console
            one.draw(sheet)
            parts.append(f'<section class="page">{sheet.html}</section>')
        elif isinstance(one, Say) and one.offers:
            parts.append(_row([_button(pick.reply, pick.label, "form=form") for pick in one.offers], "now"))
        elif isinstance(one, Say) and one.text.strip() and not (one.listed or one.typed or _of_the_form(one, view)):
            parts.append(_say(one))
    return "\n".join(parts)


def _of_the_form(one: Say, view: View) -> bool:
    """Whether the form says it, or the page around it: the question with what is listed below it, and the title."""
    if one.style == "bold" and one.text.startswith(view.question):  # said again, with how to see the list again
        return True
    knowledge = view.dialogue.talk.knowledge
    if one.text in (knowledge.title, knowledge.notice):
        return True
    if isinstance(view.part, Check) and view.part.again and one == view.part.lead:
        return True  # the line that was corrected: the list is there again
    return isinstance(view.part, (Numbers, Free, Check)) and any(one.text == line.text for line in view.part.list())


def _say(one: Say) -> str:
    tone = one.style if one.style in ("alert", "dim", "bold") else ""
    lines = [line.strip() for line in one.text.split("\n") if line.strip()]
    if one.about:
        text = " ".join(_NUMBER.sub("", line) for line in lines)
        colon = "" if one.about.endswith("?") else ":"
        return f"<p><strong>{escape(capital(one.about))}{colon}</strong> {escape(text)}</p>"
    if tone == "dim" and lines[0].startswith("= "):  # what a reply was taken for
        tone, lines[0] = "taken", capital(lines[0].removeprefix("= "))
    told = [line for line in map(spoken, lines) if line] or [TAP_INSTEAD]
    return "".join(f"<p{f' class={tone}' if tone else ''}>{escape(line)}</p>" for line in told)


# -- what is asked ---------------------------------------------------------------------------------------------------


def form(view: View) -> str:
    """The question, with what can be tapped and typed."""
    prompt = view.turn.prompt
    title, note = view.heading
    parts = [_progress(view), f"<h2 id=question tabindex=-1>{escape(title)}</h2>"]
    parts += [f"<p class=dim>{escape(note)}</p>"] if note else []
    if prompt is None:
        parts.append('<p class=row><button name=reply value="again" class=main>Begin again</button></p>')
        return "\n".join(parts)
    if view.result:
        parts += _about_the_result(view)
    elif isinstance(view.part, Numbers):
        parts += _numbers(view.part)
    elif isinstance(view.part, (Free, Check)):
        parts += _told(view.part)
    elif prompt.choice is not None and prompt.choice.options:
        parts += [_map(view), *_choice(prompt.choice, view)]
    parts += _typed(view)
    if view.asking is not None:
        parts.append(_row([_button(line, words) for line, words in _ABOUT_IT], "also quiet"))
    parts.append(_row([_button(line, words) for line, words in _ways(view)], "also"))
    return "\n".join(filter(None, parts))


def _ways(view: View) -> Sequence[tuple[str, str]]:
    """Where one can go from here; behind a first question that was passed over there is a way back to it."""
    session = view.dialogue.session
    if not session.steps:
        return _FROM_IT[:1] if session.story is not None else ()
    return _FROM_IT if view.asking else _FROM_A_RESULT if view.result else _FROM_IT[:1]


def _progress(view: View) -> str:
    """Which question it is, and about how many will come."""
    left = view.turn.prompt.left if view.turn.prompt else None
    if view.asking is None:
        return ""
    more = "" if not left else ", about 1 more to come" if left == 1 else f", about {left} more to come"
    return f"<p class=step>Question {escape(view.asking.label)}{more}</p>"


def _told(part: Free | Check) -> Iterator[str]:
    """How a story can be told; what was heard of it, each answer with a button that changes it; what is missing."""
    if isinstance(part, Check):
        yield "<ul class=heard>"
        for number, told in enumerate(part.heard.values(), 1):
            words = escape(with_words(*told))
            change = f"Change<span class=unseen>: {words}</span>"
            yield f'<li><span>{words}</span><button name=reply value="{number}">{change}</button></li>'
        yield "</ul>"
    if isinstance(part, (Check, Untold)) and part.topics:
        yield "<p>Not told yet, and it would help:</p>"
        yield f"<ul>{''.join(f'<li>{escape(capital(topic.text))}</li>' for topic in part.topics)}</ul>"
    elif isinstance(part, Free):
        yield f"<p class=dim>For example: {escape(part.help)}</p>"


def _map(view: View) -> str:
    """The map of the places, where what is asked is on it: to be tapped on in place of the list, which is there too."""
    knowledge, drawn = view.dialogue.talk.knowledge, view.dialogue.talk.knowledge.map
    asking = view.asking
    if drawn is None or asking is None or len(asking.screen.fields) != 1 or not isinstance(asking.part, Several):
        return ""
    (field,) = asking.screen.fields
    others = {key for key, _ in drawn.answers()} - {field.key}
    if (field.key, next(iter(field.values), "")) not in drawn.answers():
        return ""
    picture = place_map_svg(knowledge, {field.key: tuple(asking.part.before or ())})
    for other in others:
        picture = picture.replace(f'data-field="{escape(other)}"', f'data-field="{escape(other)}" display="none"')
    return f"<details open class=map><summary>{escape(drawn.title)}</summary>{picture}</details>"


def _choice(choice: Choice, view: View) -> Iterator[str]:
    one_of = not choice.several
    yield '<fieldset aria-labelledby=question class="list">'
    unsure = view.asking is not None and isinstance(view.asking.part, Ticks)
    values = [option.value for option in view.asking.part.options] if view.asking else []
    for number, pick in enumerate(choice.options):
        if one_of:
            chosen = " aria-pressed=true" if pick.reply in choice.selected else ""
            label = escape(_OFFERED.get(pick.label, capital(pick.label)))
            tone = '"pick main"' if pick.reply == choice.usual else "pick"
            yield f'<button name=reply value="{escape(pick.reply)}" class={tone}{chosen}>{label}</button>'
        else:
            ticked = " checked" if pick.reply in choice.selected else ""
            place = f' data-value="{escape(values[number])}"' if number < len(values) else ""
            yield _tick(pick.reply, capital(pick.label), ticked + place, unsure)
    yield "</fieldset>"
    others = []
    if choice.several:
        others.append("<button class=main>Go on</button>")
    if choice.none:
        others.append(_button("0", capital(choice.none)))
    if choice.unknown:
        others.append(_button("u", capital(choice.unknown.partition(" (")[0])))
    yield _row(others)


def _tick(reply: str, label: str, more: str, unsure: bool) -> str:
    value, words = escape(reply), escape(label)
    tick = f'<label class=tick><input type=checkbox name=pick value="{value}"{more}> <span>{words}</span></label>'
    if not unsure:
        return f"<div class=line>{tick}</div>"
    unknown = (
        f'<label class=unsure><input type=checkbox name=unsure value="{value}">'
        f"<span>not sure<span class=unseen>: {words}</span></span></label>"
    )
    return f"<div class=line>{tick}{unknown}</div>"


def _numbers(part: Numbers) -> Iterator[str]:
    """An input for each number that is still due, in the order in which they are typed in one line."""
    due, lines = part.due, part.form.lines
    assert due is not None, "a form of numbers asks for one"
    shown = lines[lines.index(due) :] if due in lines else [due]
    for number, held in enumerate(shown, 1):
        unit = part.form.unit(held)
        label = held.question if len(shown) > 1 or held is not part.form.fields[0] else "Your answer"
        words = f"{escape(label)}{f' <span class=dim>({escape(unit)})</span>' if unit else ''}"
        yield f"<p class=number><label for=number{number}>{words}</label>"
        before = escape(part.numbers.get(held.key, ""))
        yield f'<input id=number{number} name=number value="{before}" autocomplete=off enterkeyhint=next></p>'
    how = spoken(part.form.how_to_type()) if any(held.is_length for held in shown) else ""
    if how:
        yield f"<p class=dim>{escape(how)}</p>"
    unknown = _button("no more", "I know none of these") if len(shown) > 1 else _button("u", "I don't know")
    yield _row(["<button class=main>Go on</button>", unknown])


def _typed(view: View) -> Iterator[str]:
    """A place to type in."""
    prompt = view.turn.prompt
    assert prompt is not None, "something is asked"
    numbers = view.asking is not None and isinstance(view.asking.part, Numbers)
    offered = numbers or (prompt.choice is not None and bool(prompt.choice.options))
    if not offered and not view.result:
        part = view.part
        again = view.story if isinstance(part, Free) and not isinstance(part, Untold) else ""
        if isinstance(part, Check):
            yield "<p class=typed><label for=text>Say here what is missing, or what is not right:</label>"
        else:
            yield "<p class=typed><label for=text class=unseen>Your answer</label>"
        yield "<textarea id=text name=text rows=4 autocomplete=off aria-describedby=question>"
        yield f"{escape(again)}</textarea></p>"  # on a line of its own, of which the break does not count
        if isinstance(part, Check):
            yield _row([_button("", "That is right: go on", "class=main")])
        elif isinstance(part, Free):
            yield _row(["<button class=main>Go on</button>", _button("skip", "Ask me one by one")])
        else:
            yield _row(["<button class=main>Go on</button>"])
        return
    label = "Or ask in your own words" if view.result else "Or in your own words"
    yield f"<p class=typed><label for=text>{label}</label>"
    yield "<span class=both><input id=text name=text autocomplete=off enterkeyhint=send>"
    yield "<button class=send>Send</button></span></p>"


def _about_the_result(view: View) -> Iterator[str]:
    """What can be asked of a result: the reasons, why not another, what if, and what to take along."""
    talk = view.dialogue.talk
    found = talk.result()
    yield _row([
        _button(f"report {file(talk.knowledge, '.html')}", "Save or share as a page", "class=main"),
        "<button type=button data-do=print>Print</button>",
        _button(f"save {file(talk.knowledge, '.yaml')}", "Save the answers"),
    ])  # fmt: skip
    reasons = [(f"how {n}", f"Why {one.cause.short}?") for n, one in enumerate(found.conclusions, 1)]
    compared = [("compare 1 2", "Compare the first two")] if len(found.conclusions) > 1 else []
    drawn = [("map", "Show the map")] if talk.knowledge.map is not None else []
    yield _row([_button(line, words) for line, words in [*reasons, *compared, (ASK, capital(ASK)), *drawn]], "also")
    concluded = {one.cause for one in found.conclusions}
    others = [(f"why not {c.id}", c.title) for c in talk.knowledge.causes if c not in concluded]
    yield from _select("why_not", "Why not", others)
    yield from _select("what_if", "What if", list(_what_ifs(talk)))


def _what_ifs(talk: Talk) -> Iterator[tuple[str, str]]:
    """Each yes and no turned round."""
    fields, answers = talk.knowledge.vocabulary.fields, talk.session.answers
    for key, label in talk.session.labels().items():
        if key in answers and fields[key].yes_or_no:
            other = "no" if answers[key] == "yes" else "yes"
            yield f"what if {label} = {other}", answer_clause(fields[key], other)


def _select(name: str, words: str, options: Sequence[tuple[str, str]]) -> Iterator[str]:
    if options:
        listed = "".join(f'<option value="{escape(line)}">{escape(capital(text))}</option>' for line, text in options)
        yield f"<p class=both><label for={name}>{words}</label><select id={name} name={name}>{listed}</select>"
        yield f"<button name=from value={name}>Ask<span class=unseen>: {words}</span></button></p>"


def _button(line: str, words: str, more: str = "") -> str:
    """A button; `more` is another attribute of it."""
    return f'<button{more and f" {more}"} name=reply value="{escape(line)}">{escape(words)}</button>'


def _row(buttons: Iterable[str], tone: str = "") -> str:
    shown = "".join(buttons)
    return f'<p class="row {tone}">{shown}</p>' if shown else ""


# -- beside it -------------------------------------------------------------------------------------------------------


def answers(talk: Talk) -> str:
    """The answers so far, each with a button that changes it."""
    session, fields = talk.session, talk.knowledge.vocabulary.fields
    known, labels = session.answers, session.labels()
    entries = [
        f"<li><span>{clause}</span>{_change(labels[key], clause) if key in labels else ''}</li>"
        for key in [*(key for key in labels if key in known), *(key for key in known if key not in labels)]
        for clause in [escape(capital(answer_clause(fields[key], known[key])))]
    ]
    return f"<ul>{''.join(entries)}</ul>" if entries else ""


def _change(label: str, clause: str) -> str:
    words = f"Change<span class=unseen>: {clause}</span>"
    return f'<button form=form name=reply value="change {label}">{words}</button>'


def paper(talk: Talk) -> dict[str, str]:
    """The result as the page that one prints or takes along: its ``style`` and its ``body``."""
    from expert.publishing import html
    from expert.publishing.report import case_document

    document = case_document(talk.result(), talk.as_case())
    body = html.render(document).partition("<body")[2].partition(">")[2].rpartition("</body>")[0]
    return {"style": html.style(document), "body": body}
