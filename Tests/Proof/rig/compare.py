"""Compares two accounts field by field."""

from typing import NamedTuple

ABSENT = "(absent)"


class Difference(NamedTuple):
    path: str
    wanted: object
    found: object

    def __str__(self):
        return f"{self.path}: wanted {self.wanted!r}, found {self.found!r}"


def differences(wanted, found, path="account"):
    """Every field in which an account is not the wanted one. A wanted value may be one that accepts many."""
    if hasattr(wanted, "accepts"):
        return [] if wanted.accepts(found) else [Difference(path, wanted, found)]
    if isinstance(wanted, dict) and isinstance(found, dict):
        made = []
        for key in sorted(set(wanted) | set(found), key=str):
            made += differences(wanted.get(key, ABSENT), found.get(key, ABSENT), f"{path}.{key}")
        return made
    if isinstance(wanted, list) and isinstance(found, list):
        made = []
        for index in range(max(len(wanted), len(found))):
            made += differences(
                wanted[index] if index < len(wanted) else ABSENT,
                found[index] if index < len(found) else ABSENT, f"{path}[{index}]")
        return made
    if type(wanted) is not type(found) and not both_numbers(wanted, found):
        return [Difference(path, wanted, found)]
    return [] if wanted == found else [Difference(path, wanted, found)]


def both_numbers(one, other):
    return all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in (one, other))


def leaves(account):
    """How many fields a comparison of this account looks at."""
    if isinstance(account, dict):
        return sum(leaves(value) for value in account.values())
    if isinstance(account, list):
        return sum(leaves(value) for value in account)
    return 1
