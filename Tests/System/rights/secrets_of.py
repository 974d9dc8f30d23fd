"""Which texts may not stand in any answer to a person: values that occur nowhere in what is
theirs to see."""

import re

from masks import masked
from oracle import FULL, HIDDEN
from samples import plain

#: Shorter ones occur by chance.
SHORTEST = 4
START = re.compile(r"(?<![\w.,])(?=\S)")
WORD = re.compile(r"\w")
TEXTS = {"text", "long_text", "phone", "email", "url", "auto_number"}
AMOUNTS = {"money", "decimal"}


def spelled(field, value):
    """How a value that is worth looking for is written; None for others."""
    if field.type in TEXTS and len(value) >= SHORTEST:
        return value
    # Round ones come about by adding others up.
    if field.type in AMOUNTS and abs(value) >= 1000 and value % 10 != 0:
        return plain(value, 2 if field.type == "money" else field.scale)
    return None


def cells(oracle):
    for entity in oracle.declared.own_entities:
        for id, record in oracle.facts.all(entity.name):
            for field in entity.columns:
                if record.get(field.name) is not None:
                    yield entity, id, record, field, record[field.name]


class Secrets:
    """What one person may not come to see."""

    def __init__(self, oracle, person, sealed=()):
        """`sealed` is what is told on demand only."""
        shown, all = set(), dict.fromkeys(sealed, "a secret")
        for entity, id, record, field, value in cells(oracle):
            text = spelled(field, value)
            if text is None:
                continue
            sight = HIDDEN
            if oracle.allows(person, "read", entity.name, record):
                sight = oracle.sight(person, entity.name, record, field.name)
            if sight == FULL:
                shown.add(text)
            elif sight != HIDDEN and masked(field, value) == value:
                shown.add(text)
            all.setdefault(text, f"{entity.name} {id} {field.name}")
        people = [
            value for name in ("user", "department", "position")
            for _, record in oracle.facts.all(name) for value in record.values()]
        self.seen = "\n".join([*shown, oracle.declared.text, *map(str, people)])
        self.places = {text: place for text, place in all.items() if text not in shown}
        #: By their first characters, the longest first: an expression of all of them is too slow.
        self.starts = {}
        for text in sorted(self.places, key=len, reverse=True):
            self.starts.setdefault(text[:SHORTEST], []).append(text)

    def found_in(self, answer):
        """The first secret in an answer and where it stands in the database."""
        text = answer.body.decode(errors="replace")
        # Pages write thousands apart.
        text = re.sub(r"(?<=\d),(?=\d{3}(\D|$))", "", text)
        for place in START.finditer(text):
            for secret in self.starts.get(text[place.start():place.start() + SHORTEST], ()):
                end = place.start() + len(secret)
                # What stands in a text that one sees is no secret.
                if (text.startswith(secret, place.start()) and not WORD.match(text, end)
                        and secret not in self.seen):
                    return f"{secret} of {self.places[secret]}"
        return None
