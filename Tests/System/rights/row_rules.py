"""Which records a rule means, as the language says it: words of belonging, `reach`, conditions."""

from dataclasses import dataclass

from expressions import parse

ALL, NONE = ("all",), ("none",)
WORDS = {"own", "department", "below", "headed", "shared", "pool"}
LITERAL = {"true": ALL, "all": ALL, "false": NONE, "none": NONE}


def both(rules):
    rules = [r for r in rules if r != ALL]
    if NONE in rules:
        return NONE
    return ("and", *rules) if len(rules) > 1 else (rules or [ALL])[0]


def either(rules):
    rules = [r for r in rules if r != NONE]
    if ALL in rules:
        return ALL
    return ("or", *rules) if len(rules) > 1 else (rules or [NONE])[0]


def negated(rule):
    if rule in (ALL, NONE):
        return ALL if rule == NONE else NONE
    return ("not", rule)


def reached(rule):
    """The references that a rule follows."""
    if rule[0] == "reach":
        yield rule[1]
    for part in rule[1:]:
        if isinstance(part, tuple):
            yield from reached(part)


class RuleReader:
    """Reads the text of rules of one entity."""

    def __init__(self, entity, language):
        self.entity = entity
        self.language = language

    def rule(self, text):
        return LITERAL.get(text) or self.of(parse(text))

    def limit(self, text):
        """When a field is hidden, masked or locked: `true`, `when RULE`, `unless RULE`."""
        word, _, rest = text.partition(" ")
        if word == "unless":
            return negated(self.rule(rest))
        return self.rule(rest if word == "when" else text)

    def of(self, node):
        if node.op == "binary" and node.value in ("and", "or"):
            parts = [self.of(part) for part in node.args]
            return both(parts) if node.value == "and" else either(parts)
        if node.op == "not":
            return negated(self.of(node.args[0]))
        if node.op == "name" and node.value in WORDS:
            return ("word", node.value)
        if node.op == "bool":
            return ALL if node.value else NONE
        if node.op == "call" and node.value == "reach":
            return ("reach", node.args[0].value, "read")
        return ("condition", self.language.condition(node, self.entity))


@dataclass
class Share:
    entity: str
    record: int
    user: int
    edit: bool
    #: The last day, counted from 1970; None never ends.
    until: int | None = None


class RuleJudge:
    """Says of which records rules hold. `reaches(person, action, entity, id)` answers `reach`."""

    def __init__(self, declared, language, facts, reaches):
        self.entities = declared.entities
        self.language = language
        self.facts = facts
        self.reaches = reaches

    def holds(self, rule, person, entity, record, action):
        match rule:
            case ("all",):
                return True
            case ("none",):
                return False
            case ("and", *parts):
                return all(self.holds(p, person, entity, record, action) for p in parts)
            case ("or", *parts):
                return any(self.holds(p, person, entity, record, action) for p in parts)
            case ("not", inner):
                return not self.holds(inner, person, entity, record, action)
            case ("word", word):
                return getattr(self, word)(person, self.entities[entity], record, action)
            case ("reach", field, needed):
                to = self.entities[entity].fields[field].to
                return self.reaches(person, needed, to, record.get(field))
            case ("condition", typed):
                return self.language.holds(typed, self.facts.seen_by(person), record)
        raise AssertionError(rule)

    # Words

    def owner_of(self, entity, record):
        return record.get(entity.owner or "created_by")

    def department_of(self, entity, record):
        if entity.department:
            return record.get(entity.department)
        return self.facts.get("user", self.owner_of(entity, record)).get("department")

    def own(self, person, entity, record, action):
        return self.owner_of(entity, record) == person.id

    def pool(self, person, entity, record, action):
        return self.owner_of(entity, record) is None

    def department(self, person, entity, record, action):
        return self.department_of(entity, record) in person.departments

    def below(self, person, entity, record, action):
        return self.department_of(entity, record) in person.below

    def headed(self, person, entity, record, action):
        return self.department_of(entity, record) in person.headed

    def shared(self, person, entity, record, action):
        needs_edit = action in ("update", "delete", "assign")
        return entity.sharing and any(
            share.entity == entity.name and share.record == record.get("id")
            and share.user == person.id and (share.edit or not needs_edit)
            and (share.until is None or share.until >= self.facts.today)
            for share in self.facts.shares)
