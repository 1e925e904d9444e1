"""Draws from several kinds alike, so that the rare ones come too."""

import random


def dealt(by_kind, seed):
    """A kind and one of its members, kind after kind until all are dealt; the same for the same seed. Empties the lists."""
    dice = random.Random(seed)
    for members in by_kind.values():
        dice.shuffle(members)
    kinds = sorted(by_kind)
    dice.shuffle(kinds)
    while any(by_kind.values()):
        for kind in kinds:
            if by_kind[kind]:
                yield kind, by_kind[kind].pop()
