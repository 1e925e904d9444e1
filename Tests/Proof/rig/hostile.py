"""Texts that some reader between the spec and the service would like to run, expand, fetch, cut or change."""

import random
import unicodedata

WORDS = (
    "${AWS::Region}", "${!x}", "${Trail.Arn}", "!Ref Trail", "!Sub x", "Fn::Sub", "${var.log_group_name}", "%{if true}x%{endif}",
    "$${x}", "%%{x}", "$$${x}", "%%%{x}", "${", "%{", "}", "{{", "}}", "{{x}}", "'", "''", "'\\''", '"', '""', "\\", "\\\\", "\\n",
    "\\u0041", "\\x41", "`touch canary`", "$(touch canary)", "$((1+1))", "$HOME", "${HOME}", "$'\\n'", "$!", "!!", "!x", "~",
    "~root", "; touch canary", "& touch canary", "| touch canary", "> canary", "< /etc/passwd", "#", " # not a comment", ": ", "- x",
    "? x", "& anchor", "*alias", "<<", "=", "%TAG", "---", "...", "@x", "%", "%s%n", "null", "Null", "true", "yes", "no", "on",
    "off", "y", "1e3", "0x1F", "0o17", "017", "1_000", "12:30:45", "2010-09-09", ".inf", ".nan", "file:///etc/passwd",
    "file://canary", "fileb:///etc/passwd", "http://127.0.0.1:1/", "https://127.0.0.1:1/x", "s3://bucket/key", "-", "--", "--query",
    "-rf", "--cli-input-json", "é", "e\u0301", "\u1e9b\u0323", "한", "\u1112\u1161\u11ab", "😀", "👩‍👩‍👧", "🇩🇪", "𝒳", "\u00a0", "\u200b",
    "\u200d", "\u202e", "\ufeff", "\ufffd", "ſ", "İ", "ß", "a\tb".replace("\t", "  "), "EOF", "</script>", "C:\\x\\n", "//", "/*", "*/",
    "(", ")", "[", "]", "[[ -e x ]]", "{a,b}", "{1..3}", "^x^y", "?", "\\$", "\\`", "\\\"", "\\'", "a,b", "a=b", "Key=x,Value=y", "'$(touch canary)'",
    "\"$(touch canary)\"", "'\"'\"'", "};touch canary;{", "\",\"injected\":\"x", "','x", "\\\",\\\"injected\\\":1", "$(<canary)", "$IFS", "%0a", "%00",
)
# Do not show: a pattern may hold them, every other text is refused.
INVISIBLE = "\u200b\u202e\ufeff"
FORBIDDEN_IN_FILTER_NAME = ":*"
FORBIDDEN_IN_METRIC_NAME = ":*$"


def texts(count, seed):
    """Every word alone, then words joined at random: the same texts for the same seed.

    All are composed: Terraform composes every string, so what is not is refused.
    """
    dice = random.Random(seed)
    made = list(WORDS)
    while len(made) < count:
        made.append("".join(dice.choice(WORDS + (" ", "x", "1")) for _ in range(dice.randint(2, 7))))
    return [unicodedata.normalize("NFC", text) for text in made[:count]]


def trimmed(text):
    """As every form takes it: no white space around, not empty, composed, no dynamic reference of CloudFormation."""
    return unicodedata.normalize("NFC", text).strip().replace("{{resolve:", "{{resolve") or "x"


def pattern(*chosen):
    """A filter pattern that compares a field with each of the texts."""
    quoted = (text.replace("*", "+").replace("\\", "\\\\").replace('"', '\\"') for text in chosen)
    whole = "{ " + " || ".join(f'$.x{number} = "{text}"' for number, text in enumerate(quoted)) + " }"
    assert units(whole) <= 1024
    return whole


def units(text):
    return len(text.encode("utf-16-le")) // 2


def without(text, characters):
    return trimmed("".join("+" if character in characters else character for character in text))


def visible(text):
    return without(text, INVISIBLE)


def ascii_only(text):
    return trimmed("".join(character if character.isascii() else "_" for character in text))


def fitting(text, longest, keeps):
    """Of a text what a field takes: no longer than that many units, and `+` for the characters that it refuses."""
    made = "".join(character if keeps(character) else "+" for character in visible(text))
    while units(made) > longest:
        made = made[:-1]
    return trimmed(made)


def is_for_tags(character):
    return character in " +-=._:/@" or unicodedata.category(character)[0] in "LN"


def tags(chosen):
    """Texts as keys and as values of tags, beside those that every spec has."""
    made = dict(TAGS)
    for number, text in enumerate(chosen[:TAGGED]):
        made[f"{number} {fitting(text, 120, is_for_tags)}"] = fitting(chosen[-1 - number], 256, is_for_tags)
    return made


def accounts(chosen):
    """Texts as names of accounts."""
    return [
        {"id": f"{number:012}", "name": fitting(f"{number} {text}", 50, lambda character: True)}
        for number, text in enumerate(chosen[-ACCOUNTS:])]


def prefix(text):
    return fitting(text, 60, lambda character: True)


def alarm_names(spec, control):
    """The alarms of a control of such a spec."""
    name = (spec["alarm"] | control["alarm"])["namePrefix"] + control["alarm"]["name"]
    if not control.get("perAccount", True):
        return [name]
    return [f"{name}-{account['name']}" for account in spec["perAccount"]["accounts"]]


TAGGED, ACCOUNTS = 20, 10


def spec(name, chosen, per_control=10):
    """A spec with a control of the user's own for every ten texts: one in each of its free-text fields, six in the pattern; and with
    some of them as tags, in the prefix of the alarms and as names of accounts, for each of which the first control has an alarm.
    """
    controls = []
    for index in range(0, len(chosen), per_control):
        ten = (chosen[index:index + per_control] * per_control)[:per_control]
        number = index // per_control
        controls.append({
            "id": f"control-{number}",
            "title": visible(ten[0]),
            "pattern": pattern(*ten[4:]),
            "filterName": without(f"{ten[1]} {number}", FORBIDDEN_IN_FILTER_NAME + INVISIBLE),
            "metric": {"name": without(ascii_only(f"{ten[2]} {number}"), FORBIDDEN_IN_METRIC_NAME)},
            "alarm": {"name": visible(f"{ten[3]} {number}")} | ({"namePrefix": prefix(ten[0])} if number % 2 else {}),
        } | ({"perAccount": False} if number else {}))
    return {
        "version": 1, "name": name, "controls": controls, "trail": {"existing": {"logGroup": "aws-cloudtrail-logs"}},
        "notify": {
            "topic": {"create": {"name": "Alarms"}},
            "subscriptions": [
                {"protocol": "https", "endpoint": "https://127.0.0.1:1/a?b=c&d=%7Be;f,g~h"},
                {"protocol": "email", "endpoint": "a+b%c=d_.e-f@example.com"},
            ],
        },
        "tags": tags(chosen), "alarm": {"namePrefix": prefix(chosen[0])},
        "perAccount": {"accounts": accounts(chosen)},
    }


TAGS = {
    "File": "file:///etc/passwd", "Url": "https://127.0.0.1:1/x", "Dash": "-rf", "Options": "--query", "At": "@/etc/passwd",
    "Number": "1e3", "Null": "null", "Yes": "yes", "Date": "2010-09-09", "Équipe": "Sécurité", "a b/c:d=e+f-g@h_i.j": "= + - @",
}


def longest():
    """Patterns of exactly the 1,024 units that the service takes: plain, and with characters of two units.

    The AWS provider for Terraform counts bytes, so the second is nothing for it.
    """
    plain = '{ $.x = "' + "a" * (1024 - 12) + '" }'
    wide = '{ $.x = "' + "😀" * 506 + '" }'
    assert units(plain) == 1024 and units(wide) == 1024
    return plain, wide
