"""Which texts may not stand in any answer to a person: values that occur nowhere in what is
theirs to see."""

import re

from masks import masked
from oracle import FULL, HIDDEN
from samples import plain

#: Shorter ones occur by chance.
SHORTEST = 4
TEXTS = {"text", "long_text", "phone", "email", "url", "auto_number"}
AMOUNTS = {"money", "decimal"}


def spelled(field, value):
    """How a value that is worth looking for is written; None for others."""
    if field.type in TEXTS and len(value) >= SHORTEST:
        return value
    if field.type in AMOUNTS and abs(value) >= 1000:
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
        # What stands in a text that one sees is none.
        seen = "\n".join(shown)
        self.places = {text: place for text, place in all.items() if text not in seen}
        words = sorted(map(re.escape, self.places), key=len, reverse=True)
        self.pattern = re.compile(
            rf"(?<![\w.,])({'|'.join(words)})(?![\w])" if words else r"(?!)")

    def found_in(self, answer):
        """The first secret in an answer and where it stands in the database."""
        text = answer.body.decode(errors="replace")
        # Pages write thousands apart.
        text = re.sub(r"(?<=\d),(?=\d{3}(\D|$))", "", text)
        match = self.pattern.search(text)
        return match and f"{match[1]} of {self.places[match[1]]}"
