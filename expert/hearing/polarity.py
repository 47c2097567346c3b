"""The words of a reply that say yes, no or "I do not know", whatever was asked.

All of it looks at a reply as phrases see it: small letters, short forms in full, slips mended, marks as words.
"""

from __future__ import annotations

import re

_FILLER = (
    r"(?:(?:oh|um+|erm?|hmm+|well|so|ok|okay|honestly|to be honest|tbh|lol|haha|sorry|god|actually|thankfully|"
    r"luckily|fortunately|i mean|i would say|i think|i guess|i suppose|i believe|i am|i|,|\.|!|-|:) )*"
)
_YES = (
    r"(?:y|yes|yeah|yea|yep|yup|yh|ya|yah|yess+|aye|si|sure|definitely|absolutely|totally|certainly|indeed|correct|"
    r"true|of course|for sure|very much so|very much|affirmative|guilty|sadly|unfortunately|afraid so|i am afraid so|"
    r"think so|guess so|suppose so|believe so|prob yes|prob|probs|probably|probably yes|most likely|likely|too right|"
    r"big time|\U0001f44d\S?|\u2714\S?|\u2705|100 %|loads|lots|tons|plenty)"
)
_NO = (
    r"(?:n|no|nope|nah|na|naw|never|none|nothing|negative|false|neither|nowhere|no way|not really|not at all|not now|"
    r"not that i (?:am|have|know|can|ever|notice\w*|remember|recall|think|heard|felt|saw|did)\b[a-z ]*|"
    r"not (?:as|so) far as i [a-z]+|not to my knowledge|not (?:much|particularly|especially|yet|any more|so far|"
    r"likely|a chance|even|one bit|ever|often|usually|recently|lately|normally|currently|any|a bit|in the slightest)|"
    r"do not (?:really )?(?:think|believe) so|(?:do|does|did|have|has|is|are|am|was|were) not|"
    r"hardly(?: ever| at all)?|"
    r"rarely|barely|seldom|no chance|cannot say (?:that )?i (?:do|have)|can not say (?:that )?i (?:do|have)|"
    r"\U0001f44e\S?|touch wood|none of \S+|without)"
)
_DEGREE = (
    r"(?:(?:yes )?(?:just |only |quite |maybe )?(?:a |the |some )?(?:tiny |little |wee |small |fair |"
    r"good )?(?:bit|little|"
    r"touch|tad|smidge\w*|lot|hint)(?: of)?(?: yeah| yes)?|slightly|somewhat|mildly|kind of|sort of|kinda|sorta|very|"
    r"really|super|extremely|quite|pretty|always|often|usually|mostly|sometimes|occasionally|constantly|constant|"
    r"frequently|regularly|all the time|all day|every (?:single )?(?:day|time|night|morning|step|run|"
    r"week)|most (?:days|of "
    r"the time)|now and then|now and again|on and off|from time to time|at times|it (?:does|is|has|did|"
    r"was)|they (?:do|are|"
    r"did|have)|i (?:do|am|have|did|was|can)|both|badly|massively|obviously|clearly|noticeably|hell yes|"
    r"(?:the |my |only the |just the |only |just )?(?:left|right|bad|sore|other|one)(?: one| side)? "
    r"(?:does|is|has|did|do))"
)
_TAIL = (
    r"(?: (?:tbh|lol|haha|really|though|yeah|yes|i think|i guess|actually|now|too|so|as well|mate|thanks|"
    r"thank you|!|\.|,|\S?[^\w\s]\S?))*"
)

_UNKNOWN = (
    r"(?:(?:do|did|does|could|can|would) not (?:really |honestly |quite |actually |even |ever )?(?:know|"
    r"remember|recall|"
    r"tell|say|notice|check|look|measure|test|keep track|track|count|time|be sure|judge|feel able)|"
    r"(?:no|not an?|not the (?:foggiest|faintest|slightest)|have not a|zero) ?(?:idea|clue|thought)?(?<=idea|clue)|"
    r"not the (?:foggiest|faintest)|(?:no|not) (?:sure|certain)|unsure|uncertain|unknown|not known|dunno|dunno|idk|"
    r"beats me|who knows|god knows|search me|skip|pass|next question|next|n / a|na|\?|"
    r"hard to (?:say|tell|know|judge)|difficult to (?:say|tell)|impossible to (?:say|tell)|"
    r"(?:have |had |has )?(?:never|not) (?:really |ever |actually |even |been )*(?:check\w*|look\w*|"
    r"measur\w*|test\w*|"
    r"film\w*|notic\w*|tim\w+|track\w*|count\w*|thought|paid|assess\w*|watch\w*|weigh\w*|seen myself|told|asked|"
    r"analys\w*|analyz\w*|compared|recorded|kept)|"
    r"forgot\w*|lost track|lost count|(?:rather|prefer) not (?:to )?(?:say|answer)|could be (?:either|anything)|"
    r"no way (?:of knowing|to tell)|your guess|not something i|too (?:early|soon) to|"
    r"(?:still )?(?:a?waiting|waiting) (?:on|for) (?:the |my )?(?:results?|bloods?)|"
    r"can not see (?!(?:a|any|it being)\b))"
)

_lead_yes = re.compile(rf"{_FILLER}{_YES}(?= |$)")
_lead_no = re.compile(rf"{_FILLER}{_NO}(?= |$)")
_all_degree = re.compile(rf"{_FILLER}{_DEGREE}{_TAIL}")
_tail_yes = re.compile(r" (?:so )?(?:yes|yeah|yep|yup|definitely|for sure|sure|unfortunately)(?: (?:lol|tbh|!|\.))*$")
_tail_no = re.compile(
    r" (?:so no|so nope|so not really|though no|, no|, nope|, nah|"
    r"(?:, |but |, but )i (?:do|am|have|did|can|was) not)(?: (?:lol|tbh|!|\.))*$"
)
_unknown_lead = re.compile(rf"{_FILLER}(?:(?:no|nope|nah) )?(?:, )?(?:i |we )?(?:{_UNKNOWN})(?= |$)")
_not_done = re.compile(
    rf"{_FILLER}(?:(?:no|nope|nah) ,? ?)?(?:i )?(?:have |had |did )?(?:not|never)(?: yet| really| actually| ever)* "
    r"(?:tried|try|used|use|done|do|had|have|bought|got|worn|been|gone|bothered|needed|seen)?\b"
)
#: Only a word says that a guess follows: behind a mark may stand why it is not known.
_hedge = re.compile(
    r"\b(?:but|though|although|maybe|perhaps|probably|possibly|i think|i guess|i would guess|at a guess|i would say|"
    r"if i had to guess)(?= )"
)

_unknown_tail = re.compile(
    r" (?:so|but|,|and) (?:i )?(?:dunno|idk|no idea|not sure|do not know|no clue|can not (?:say|tell)|"
    r"could not (?:say|tell)|hard to (?:say|tell)|unsure)[ .!]*$"
)
_seldom = re.compile(
    r"(?:yes |only |just )?(?:occasionally|sometimes|now and (?:then|again)|once in a while|every so often|"
    r"from time to time|at times)[ .!]*"
)
_nothing_to_see = re.compile(
    r"(?:it |they |all |everything |skin |colour |nails )*"
    r"(?:looks? |seems? |is |are |pretty |all |just |quite )*"
    r"(?:the same|normal|fine|ok|healthy|clear|good|usual|unchanged|nothing)\b"
)

#: Somebody who has not tried anything out.
_untried = re.compile(
    r"(?:have not|not|did not|never) (?:yet |really |actually )?"
    r"(?:tried|tested|checked|pressed|done|try|dared|dare)"
)

_LITTLE = r"(?:a (?:tiny |little |wee )?(?:little|bit|touch|tad|few)|slightly)"
#: What takes back a denial before it: "no spots really, well maybe a few"; not "no spots, maybe a few flies".
_some_after_all = re.compile(
    r" (?:(?:really|at all|as such|i think|i guess|that i can see|to speak of) )*(?:[,.;:-] )*(?P<turn>"
    r"(?:(?:well|or|but|ok|okay|actually|hmm|although|though|,) )*)"
    r"(?P<maybe>(?:maybe|perhaps|possibly) )?(?:just |only )?(?:there is |it is )?"
    rf"(?:{_LITTLE}|slight|some|yes)(?: bit| one| ones)?"
    r"(?= (?:[,.;:!?)-]|in|at|on|around|after|when|by|now|today|there|near|round|if|then|though)|\s*$)"
)


def some_after_all(plain: str) -> bool:
    """Whether what stands behind a denial takes it back: " really , well maybe a little"."""
    found = _some_after_all.match(plain)
    return bool(found and (found["turn"] or found["maybe"]))


_second_thoughts = re.compile(
    r"(?:.*\w (?:[,.;:-] )*(?:(?:no|oh|sorry|actually) ,? ?wait|wait ,? ?no|[,.;:-] (?:hang|hold) on|hang on|"
    r"scratch that|strike that|[,.;:-] wait)|no ,? ?wait)\b(?: [,.;:-])* .*\w.*"
)
_verb_denied = re.compile(
    r"(?:no |nope |nah )?(?:, )?(?:(?:it|they|that|this|those|these|really|just) )*(?:do|does|did|is|are|has|have) not"
    r"(?: really| even| actually| ever)* (?P<verb>[a-z]+)\b(?P<behind>.*)"
)
_turned_down = re.compile(
    r"(?:no |nope |nah )?(?:, )?(?:(?:it|they|that|this|those|these|i|really|just) )*"
    r"(?:(?:do|does|did|is|are|has|have|had|was|were) not(?: really| even| actually| ever)* (?P<verb>[a-z]+)|"
    r"(?:none|nothing|neither|not one|no [a-z]+)(?: of (?:it|them|those|these|that))? (?P<other>[a-z]+))"
    r"(?: (?:at all|anywhere|there|me|when i [a-z]+(?: (?:it|on it|there))?|any of (?:them|those|these)|now|tbh|lol|"
    r"thankfully|luckily|no|!|\.|,))*[ .!]*"
)


def second_thoughts(plain: str) -> bool:
    """Whether somebody thinks again in the middle of a reply: "6, no wait, none"."""
    return bool(_second_thoughts.fullmatch(plain.strip()))


def turned_down(plain: str, question: str) -> bool:
    """Whether a reply says no more than that what is asked is not so, in the question's own verb."""
    found = _turned_down.fullmatch(plain.strip())
    return found is not None and _asked(found["verb"] or found["other"], question)


def _asked(verb: str, question: str) -> bool:
    """Whether a verb, with an s or without, is one of the question's."""
    return len(verb) > 2 and bool(re.search(rf"\b{verb.removesuffix('s')}s?\b", question.lower()))


def behind_denied(plain: str, question: str) -> str | None:
    """What a reply says behind what it denies in the question's own verb.

    Of "it does not bloom when I water it, only in spring" the spring; nothing where no more follows; None where it
    denies nothing so.
    """
    found = _verb_denied.fullmatch(plain.strip())
    if not found or not _asked(found["verb"], question):
        return None
    turn = re.search(
        r" (?:but|only|except|apart|just|though|instead|yes|, (?:it is|rather|more)) ", f"{found['behind']} "
    )
    return found["behind"][turn.end() - 1 :].strip() if turn else ""


def lead(plain: str) -> str:
    """``yes`` or ``no`` where a reply begins with either; else nothing."""
    if _lead_no.match(plain):
        return "no"
    return "yes" if _lead_yes.match(plain) else ""


def degree(plain: str) -> bool:
    """Whether a reply says no more than how much, or how often, which is a yes."""
    return bool(_all_degree.fullmatch(plain.strip()))


def tail(plain: str) -> str:
    """``yes`` or ``no`` where a reply ends with either."""
    if _tail_no.search(plain):
        return "no"
    return "yes" if _tail_yes.search(plain) else ""


def unknown(plain: str) -> bool:
    """Whether a reply begins with that the person does not know."""
    return bool(_unknown_lead.match(plain))


def unknown_at_end(plain: str) -> bool:
    """Whether a reply ends with that the person does not know: "it was dark, so no idea"."""
    return bool(_unknown_tail.search(plain))


def seldom(plain: str) -> bool:
    """Whether a reply says no more than "now and then"."""
    return bool(_seldom.fullmatch(plain.strip()))


def nothing_to_see(plain: str) -> bool:
    """Whether a reply begins with that all looks as it should."""
    return bool(_nothing_to_see.match(plain))


def behind_unknown(plain: str) -> str:
    """What stands behind "I do not know, but ..."; nothing where nothing does."""
    found = _unknown_lead.match(plain)
    rest = plain[found.end() :] if found else ""
    hedge = _hedge.search(rest)
    return rest[hedge.end() :].strip() if hedge else ""


def not_done(plain: str) -> bool:
    """Whether a reply begins with that something was not done."""
    return bool(_not_done.match(plain))


def untried(plain: str) -> bool:
    """Whether somebody has not tried out what only trying can tell."""
    return bool(_untried.match(plain)) or plain == "untried"
