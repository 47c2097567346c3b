"""Pieces of the page, as HTML: what was said, the question with what can be tapped, the answers so far.

All text from the base, from a case and from the person is escaped here, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

from expert.asking.asking import Asking
from expert.asking.dialogue import Dialogue
from expert.asking.parts import Numbers, Several, Ticks
from expert.asking.story import Check, Free
from expert.asking.talk import Talk, capital
from expert.asking.turn import Choice, Page, Say, Turn
from expert.explaining.markup import Markup
from expert.publishing.place_map import place_map_svg
from expert.wording.english import answer_clause
from expert.wording.examples import file

#: What can be asked at a question: the line that is typed for it, and the button's words.
_AT_A_QUESTION = (
    ("?", "What does this mean?"),
    ("why", "Why is this asked?"),
    ("so far", "So far"),
    ("back", "Back"),
    ("done", "Result now"),
)
_OFFERED = {
    "yes": "Yes", "no": "No", "more": "More questions", "done": "Show the result",
}  # fmt: skip


@dataclass(frozen=True)
class View:
    """A turn with what it stands in.

    Attributes:
        asking: the question that waits, where one does. result: whether the result waits to be asked about.
    """

    turn: Turn
    dialogue: Dialogue
    asking: Asking | None
    result: bool

    @cached_property
    def question(self) -> str:
        """The line that asks; it names the form."""
        if self.asking is not None:
            return self.asking.question
        if self.result:
            return "Ask about this result"
        if self.turn.prompt is None:
            return "That was it"
        bold = [one.text for one in self.turn.shown if isinstance(one, Say) and one.style == "bold"]
        return bold[-1] if bold else "Go on?"


# -- what is said ----------------------------------------------------------------------------------------------------


def said(view: View, notices: Sequence[Say] = ()) -> str:
    """What a turn says, without the question and its list, which `form` has."""
    parts: list[str] = [_say(one) for one in notices]
    for one in view.turn.shown:
        if isinstance(one, Page):
            sheet: Any = Markup()  # to a page it is as good as a console
            one.draw(sheet)
            parts.append(f'<section class="page">{sheet.html}</section>')
        elif isinstance(one, Say) and one.text.strip() and not (one.listed or one.typed or _of_the_form(one, view)):
            parts.append(_say(one))
    return "\n".join(parts)


def _of_the_form(one: Say, view: View) -> bool:
    """Whether the form says it: the question, and the lines of a form of numbers."""
    if one.style == "bold" and one.text.startswith(view.question):  # said again, with how to see the list again
        return True
    part = view.asking.part if view.asking else None
    return isinstance(part, Numbers) and any(one.text == line.text for line in part.list())


def _say(one: Say) -> str:
    tone = one.style if one.style in ("alert", "dim", "bold") else ""
    lines = [line for line in one.text.split("\n") if line.strip()]
    return "".join(f"<p{f' class={tone}' if tone else ''}>{escape(line.strip())}</p>" for line in lines)


# -- what is asked ---------------------------------------------------------------------------------------------------


def form(view: View) -> str:
    """The question, with what can be tapped and typed."""
    prompt = view.turn.prompt
    parts = [f"<h2 id=question tabindex=-1>{escape(view.question)}</h2>"]
    if prompt is None:
        parts.append('<p class=row><button name=reply value="again" class=main>Begin again</button></p>')
        return "\n".join(parts)
    if view.result:
        parts += _about_the_result(view)
    elif view.asking is not None and isinstance(view.asking.part, Numbers):
        parts += _numbers(view.asking.part)
    elif prompt.choice is not None and prompt.choice.options:
        parts += [_map(view), *_choice(prompt.choice, view)]
    parts += _typed(view)
    if prompt.left:
        more = "1 more question" if prompt.left == 1 else f"{prompt.left} more questions"
        parts.append(f"<p class=dim>About {more}</p>")
    if view.asking is not None:
        buttons = [button for name, words in _AT_A_QUESTION for button in [_button(name, words)]]
        parts.append(_row(buttons, "also"))
    return "\n".join(parts)


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
            yield f'<button name=reply value="{escape(pick.reply)}" class=pick{chosen}>{label}</button>'
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
    if any(held.is_length for held in shown):
        yield f"<p class=dim>{escape(part.form.how_to_type())}</p>"
    unknown = _button("no more", "I know none of these") if len(shown) > 1 else _button("u", "I don't know")
    yield _row(["<button class=main>Go on</button>", unknown])


def _typed(view: View) -> Iterator[str]:
    """A place to type in."""
    prompt = view.turn.prompt
    assert prompt is not None, "something is asked"
    numbers = view.asking is not None and isinstance(view.asking.part, Numbers)
    offered = numbers or (prompt.choice is not None and bool(prompt.choice.options))
    if not offered and not view.result:
        yield "<p class=typed><label for=text class=unseen>Your answer</label>"
        yield "<textarea id=text name=text rows=4 autocomplete=off></textarea></p>"
        part = view.asking.part if view.asking else None
        if isinstance(part, Check):
            yield _row([_button("", "That is right", "main"), "<button>Correct it, or add to it</button>"])
        elif isinstance(part, Free):
            yield _row(["<button class=main>Go on</button>", _button("", "Ask me one by one")])
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
        "<button type=button class=main data-do=print>Print</button>",
        _button(f"report {file(talk.knowledge, '.html')}", "Save as a page"),
        _button(f"save {file(talk.knowledge, '.yaml')}", "Save the answers"),
        _button("more", "More questions"),
    ])  # fmt: skip
    reasons = [(f"how {n}", f"Why {one.cause.title}") for n, one in enumerate(found.conclusions, 1)]
    yield _row([_button(line, words) for line, words in reasons], "also")
    if len(found.conclusions) > 1:
        yield _row([_button("compare 1 2", "Compare the first two")], "also")
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


def _button(line: str, words: str, tone: str = "") -> str:
    shown = f" class={tone}" if tone else ""
    return f'<button{shown} name=reply value="{escape(line)}">{escape(words)}</button>'


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
