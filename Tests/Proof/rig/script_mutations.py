"""Breaks a shell script of aws commands in one place. Draws by a seed; each mutation names its kind and its lines."""

import itertools
import re

from rig import dealing

NUMBERS = ["many", "-1", "1.5", "99999999999", "0", "", "1e3", "0x10"]
TEXTS = ["", "x" * 3000, "?*", "a b", "nothing", "-", "*", "é:$*"]
OPTION = re.compile(r"(?<= )--([a-z][a-z-]+)(?=[ =\n]|$)")
SETTING = re.compile(r"--([a-z-]+)([= ])(\"[^\"$`\n]*\"|'[^'\n]*'|[A-Za-z0-9_./:@-]+)(?=[ \n])")
COMMAND = re.compile(r"\baws ([a-z0-9]+) ([a-z][a-z0-9-]+)")
MEMBER = re.compile(r"(\\?\")([A-Za-z]+)(\\?\")(\s*:\s*)(\\?\"(?:[^\"\\\n]|\\.)*?\\?\"|-?[0-9.]+|true|false|(?=[\[{]))")
SHORT = re.compile(r"(?<=[ ,])([A-Za-z]+)=([^ ,\n\"$']+)")
VARIABLE = re.compile(r"(?<!\\)\$\{?([A-Za-z_][A-Za-z0-9_]*)")
ASSIGNED = re.compile(r"^ *([A-Za-z_][A-Za-z0-9_]*)(?==)", re.M)
QUERY = re.compile(r"--query[= ]([\"'])(.*?)\1", re.S)
FIELD = re.compile(r"(?<![A-Za-z'`\"$])[A-Z][A-Za-z]{3,}(?![A-Za-z(:'`\"])")
QUERY_PART = re.compile(r"[][(){}?|&.,:=!@'`*]|\b[a-z_]+(?=\()|[A-Za-z]+")
END_MARK = re.compile(r"^[A-Z]+$", re.M)
FILE = re.compile(r"file://([A-Za-z0-9_./-]+)")
REGION = re.compile(r"(?<=--region[ =])[a-z0-9-]+")
BRACKET = re.compile(r"(?<![\w\[])\[\[? (?=-[a-z] |\"?\$|! )")
LOOP_HEAD = re.compile(r"^[ \t]*(?:for|select) [^\n(]*$", re.M)
PATTERN = re.compile(r"^[ \t]*([^\s()#=$`\"']+)\)(?=[ \n])", re.M)
CONDITION = re.compile(r"(?<=\[\[ )[^\n]*?(?= \]\])")
CLOSER = re.compile(r"^[ \t]*(?:fi|done|esac|\})(?=\n)", re.M)
FUNCTION = re.compile(r"^([a-z_]+)\(\) \{$", re.M)
ARRAY = re.compile(r"(?<=[a-z_]=\()[^()\n]+(?=\))")
WORDS = re.compile(r"\b(then|fi|do|done|esac|in|if|for|while|case)\b|;;|[\"'`(){}]|<<[A-Z]+|^[A-Z]+$|\\\n", re.M)


def mutations(text):
    """Triples of a kind, an offset where the change begins, and what stands there: the end and the new text."""
    def code(start):
        return not text[text.rfind("\n", 0, start) + 1:start].lstrip().startswith("#")

    for match in COMMAND.finditer(text):
        service, operation = match[1], match[2]
        for new in (service + "s", service[:-1], service.upper()):
            yield "service", match.start(1), match.end(1), new
        for new in (operation + "s", operation.replace("-", "_"), operation.split("-")[0], operation.title(), operation[:-1]):
            yield "operation", match.start(2), match.end(2), new
        for new in (" --frobnicate yes", " --frobnicate", " stray", " --cli-input-json {}", " --cli-input-json '{\"Nothing\": 1}'", " --cli-input-json '{'",
                    " --generate-cli-skeleton wrong", " --output pictures", " --color blue", " --query '[['", " --no-such-flag=1", " -x", " --region",
                    " --debug=yes", " --cli-connect-timeout soon"):
            yield "added", match.end(2), match.end(2), new
    for match in OPTION.finditer(text):
        name = match[1]
        for new in (name + "s", name.replace("-", "_"), name.title(), "x" + name, name[:-1] + "x", name.replace("-", "")):
            yield "option", match.start(1), match.end(1), new
        yield "option", match.start() + 1, match.start() + 2, ""
        yield "option", match.start(), match.start() + 2, "\u2013"
        yield "no option", match.start(1), match.end(1), "no-" + name
    for match in SETTING.finditer(text):
        yield "dropped", match.start(), match.end(), ""
        yield "no value", match.start(2), match.end(), ""
        yield "twice", match.end(3), match.end(3), " " + match[3]
        yield "twice", match.end(3), match.end(3), " --" + match[1] + match[2] + match[3]
        wrong = NUMBERS if re.fullmatch(r"[0-9.]+", match[3]) else TEXTS + [match[3] + "x", match[3].swapcase(), "7"]
        for new in wrong:
            yield "value", match.start(3), match.end(3), "'" + new.replace("'", "") + "'"
        for new in ("'{'", "'[1'", "'{\"a\": 1}'", "'[\"a\"]'", "'[{\"a\": 1}]'", "a=1", "a=1,b", "'a=[1,2'", "'null'", "true"):
            yield "syntax", match.start(3), match.end(3), new
    for match in MEMBER.finditer(text):
        key, value = match[2], match[5]
        quote = match[1]
        for new in (key + "x", key[0].swapcase() + key[1:], key.upper(), ""):
            yield "member", match.start(2), match.end(2), new
        yield "json", match.start(1), match.end(1), ""
        yield "json", match.start(4), match.end(4), " "
        yield "member twice", match.start(1), match.start(1), match[0] + ("{}" if not value else "") + ", "
        if value:
            for new in ("7", "-1", "99999999", "true", "null", "[]", "{}", f"{quote}{quote}", f"{quote}nothing{quote}", f"{quote}{'y' * 2000}{quote}", "[1]", "1.5", "nope",
                        f"[{value}]", f"{{{quote}a{quote}: {value}}}", f"{quote}?*{quote}"):
                yield "json value", match.start(5), match.end(5), new
    for match in SHORT.finditer(text):
        if not code(match.start()):
            continue
        key, value = match[1], match[2]
        for new in (key + "x", key.swapcase(), "", key + "=" + key):
            yield "shorthand", match.start(1), match.end(1), new
        for new in ("", "[1", "{a", "a=b", "'x", "yes", "-1", "z" * 600, "1.5"):
            yield "shorthand value", match.start(2), match.end(2), new
        yield "shorthand", match.end(1), match.end(1) + 1, ":"
        yield "shorthand", match.end(1), match.end(1) + 1, ""
    for match in WORDS.finditer(text):
        if code(match.start()):
            yield "shell", match.start(), match.end(), ""
            yield "shell", match.start(), match.end(), match[0] + (" " if match[0].isalpha() else "") + match[0]
            if match[0].isalpha():
                yield "shell", match.start(), match.end(), match[0] + "x"
    yield from slips(text, code)
    yield from structures(text)
    for offset in (match.start() for match in re.finditer(r"\n", text)):
        for new in ("\n)", "\nfi", "\ndone", "\n}", "\n;;", "\nesac", "\n&& echo", "\n| cat", "\nif true; then", "\nfor x in a; do", "\nf() {", "\n(", "\n$(", "\n'"):
            yield "shell line", offset, offset, new


def slips(text, code):
    """What a hand does to quotes, line ends, names and expressions."""
    for match in re.finditer(r"\\\n", text):
        yield "continued", match.start(), match.end(), "\n"
        yield "continued", match.start(), match.end(), "\\ \n"
        yield "continued", match.start(), match.end(), "\\\n\n"
        yield "continued", match.start(), match.end(), "\\\n# "
        yield "continued", match.start(), match.end(), "/\n"
    for match in re.finditer(r"(?<!\\)[\"']", text):
        if code(match.start()):
            for new in ("\u2019", "\u201c", "\u201d") if match[0] == "'" else ("\u201c", "\u201d", "'"):
                yield "quote", match.start(), match.end(), new
    for match in re.finditer(r"\\([$\"`])", text):
        yield "unescaped", match.start(), match.end(), match[1]
    for kind, pattern in (("variable", VARIABLE), ("assigned", ASSIGNED)):
        for match in pattern.finditer(text):
            if code(match.start()):
                name = match[1]
                for new in (name + "s", name[:-1], name.swapcase(), name.replace("_", ""), name[:1] + name[2:], name[:-2] + name[:-3:-1],
                            name + "_", name[:1] + name[:1] + name[1:], name[:len(name) // 2] + "qQ"[name.isupper()] + name[len(name) // 2 + 1:]):
                    if new:
                        yield kind, match.start(1), match.end(1), new
    for match in ASSIGNED.finditer(text):
        # A list that stands behind a blank breaks the structure, and an array's name may be any program's.
        if code(match.start()) and text[match.end() + 1:match.end() + 2] not in ("(", "\n", " "):
            yield "blank", match.end(), match.end(), " "
            yield "blank", match.end(), match.end() + 1, " = "
    for match in BRACKET.finditer(text):
        if code(match.start()):
            yield "bracket", match.end() - 1, match.end(), ""
    for match in END_MARK.finditer(text):
        for new in ("  " + match[0], "\t" + match[0], match[0] + " ", match[0].lower(), match[0] + ";"):
            yield "end mark", match.start(), match.end(), new
    for match in QUERY.finditer(text):
        for part in FIELD.finditer(match[2]):
            start, end = match.start(2) + part.start(), match.start(2) + part.end()
            for new in (part[0] + "s", part[0][:-1], part[0][0].lower() + part[0][1:], part[0][:2] + part[0][3:], "Nothing"):
                yield "field", start, end, new
        for part in QUERY_PART.finditer(match[2]):
            start, end = match.start(2) + part.start(), match.start(2) + part.end()
            yield "query", start, end, ""
            yield "query", start, end, part[0] * 2
            for new in ("nothing(", "length()", "..", " ", "[", ")", "-1", "'"):
                yield "query", start, end, new
            if part[0].islower() and text[end] == "(":
                yield "function", start, end, part[0] + "s"
                yield "function", start, end, part[0].title()
                yield "function", end + 1, end + 1, "@, "
                yield "function", end + 1, end + 1, "@, @, @, "
    for match in FILE.finditer(text):
        name = match[1]
        for new in (name + "x", name[:-1], name.replace("-", "_"), name.replace(".json", ".jsn")):
            yield "file", match.start(1), match.end(1), new
        yield "file", match.start(), match.end(), "file:/" + name
    for match in REGION.finditer(text):
        for new in (match[0].replace("-", "_"), match[0].replace("east", "esat"), match[0] + "a", match[0].replace("-", "")):
            yield "region", match.start(), match.end(), new


def structures(text):
    """What a hand does to heads of loops, patterns, conditions, functions, arrays and the ends of commands."""
    for kind, pattern in (("loop head", LOOP_HEAD), ("condition", CONDITION)):
        for match in pattern.finditer(text):
            words = list(re.finditer(r"\S+", match[0]))
            for word in words:
                start, end = match.start() + word.start(), match.start() + word.end()
                yield kind, start, end, ""
                yield kind, start, end, f"{word[0]} {word[0]}"
                yield kind, start, end, word[0] + ";"
    for match in PATTERN.finditer(text):
        for new in (match[1], match[1] + " x)", match[1] + " |)", "| " + match[1] + ")", match[1] + " | | x)"):
            yield "pattern", match.start(1), match.end(), new
    for match in CLOSER.finditer(text):
        for new in (" x", " echo", " \"$x\"", " ]]", " {"):
            yield "closer", match.end(), match.end(), new
    for match in FUNCTION.finditer(text):
        name = match[1]
        for new in (f"{name}( {{", f"{name}) {{", f"{name}(a) {{", f"function function {name}() {{", f"fun {name}() {{", f"{name}() }}"):
            yield "head", match.start(), match.end(), new
    for match in ARRAY.finditer(text):
        for new in ("(", " | x", " < x", "; x", " & x"):
            yield "array", match.start(), match.start(), new


def draw(text, count, seed):
    """`count` broken texts, as many of each kind as there are: a kind, the span of broken lines, the text."""
    by_kind = {}
    for kind, start, end, new in mutations(text):
        if text[start:end] != new:
            by_kind.setdefault(kind, []).append((start, end, new))
    for kind, (start, end, new) in itertools.islice(dealing.dealt(by_kind, seed), count):
        first = text.count("\n", 0, start) + 1
        last = first + new.count("\n")
        yield kind, (first, last), text[:start] + new + text[end:]
