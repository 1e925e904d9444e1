"""Wanted values that leave the wording free: the spec says what a description is about, not how it reads."""


class Containing:
    """Any text that has the given texts in it."""

    def __init__(self, *parts):
        self.parts = parts

    def accepts(self, value):
        return isinstance(value, str) and all(part in value for part in self.parts)

    def __repr__(self):
        return f"text with {', '.join(map(repr, self.parts))}"


class AnyText:
    """Any text that is not empty."""

    def accepts(self, value):
        return isinstance(value, str) and value != ""

    def __repr__(self):
        return "some text"


class SameTerms:
    """A pattern of the same terms in the same order, however it is spaced, quoted and put in parentheses."""

    def __init__(self, pattern):
        self.pattern = pattern

    def accepts(self, value):
        return isinstance(value, str) and bare(value) == bare(self.pattern)

    def __repr__(self):
        return f"a pattern of the terms {self.pattern!r}"


def bare(pattern):
    return "".join(character for character in pattern if character not in ' "()')
