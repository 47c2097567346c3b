"""Hearing: what a person writes in words of their own, turned into answers, each with the words that it rests on.

`story` reads a text, `reply` one reply to one question; both stand on the same ear. The words come from the base
(`lexicon`), and a base that names none is heard by the labels of its own questions.
"""

#: The most letters that a story has, some three thousand words; hearing takes as long as the text is.
MOST_OF_STORY = 20_000
