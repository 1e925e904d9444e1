"""JSON text of a tree, with the line of every path; and how findings are held against each other at their lines."""

import json

TWICE = "\0"  # at the end of a key: the same key once more


def write(tree):
    """The text, and the first and last line of each path."""
    out, spans = [], {}

    def line():
        return len(out)

    def emit(node, path, lead, tail, indent):
        first = line() + 1
        blank = "  " * indent
        if isinstance(node, (dict, list)) and node:
            opening, closing = ("{", "}") if isinstance(node, dict) else ("[", "]")
            out.append(f"{lead}{opening}")
            items = list(node.items()) if isinstance(node, dict) else list(enumerate(node))
            for index, (key, value) in enumerate(items):
                label = json.dumps(key.rstrip(TWICE), ensure_ascii=False) + ": " if isinstance(node, dict) else ""
                emit(value, path + (key,), f"{blank}  {label}", "," if index + 1 < len(items) else "", indent + 1)
            out.append(f"{blank}{closing}{tail}")
        else:
            out.append(f"{lead}{json.dumps(node, ensure_ascii=False)}{tail}")
        spans[path] = (first, line())

    emit(tree, (), "", "", 0)
    return "\n".join(out) + "\n", spans


def meet(one, other):
    """Whether two spans of lines have a line in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def unmatched(theirs, ours):
    """Those of `theirs`, pairs of a span and a message, that none of the spans `ours` meets."""
    return [(span, message) for span, message in theirs if not any(meet(span, mine) for mine in ours)]
