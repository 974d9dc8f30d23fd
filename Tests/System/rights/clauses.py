"""The clauses of each entity: what everyone and each role may do there, worked out of the YAML."""

from dataclasses import dataclass, field

from row_rules import ALL, NONE, RuleReader, either

ACTIONS = (
    "read", "create", "update", "delete", "export", "import", "print", "assign", "comment")
FOLLOWS = {"print": "read", "comment": "read", "assign": "update", "import": "create"}
#: What of the record above the rows of a subform need.
ABOVE = {a: "read" if a in ("read", "print", "comment") else "update" for a in ACTIONS} | {
    "export": "export"}
EVERYONE = None


@dataclass
class Clause:
    #: A role's name, or EVERYONE.
    holder: str | None
    rules: dict
    hide: dict = field(default_factory=dict)
    mask: dict = field(default_factory=dict)
    lock: dict = field(default_factory=dict)
    #: Whether an action is named, were it to give it to no record.
    names_actions: bool = False
    #: Whether these are the rights of the record above.
    is_inherited: bool = False

    def rule(self, action):
        return self.rules.get(action, NONE)

    @property
    def reads(self):
        return self.rule("read") != NONE


def with_implied(rules):
    """What follows from an action is given with it where nothing else is said."""
    return rules | {
        action: rules[first]
        for action, first in FOLLOWS.items() if action not in rules and first in rules}


class ClauseReader:
    """Reads all clauses of an application."""

    def __init__(self, declared, language):
        self.declared = declared
        self.language = language
        self.made = {}

    def clauses(self, name):
        if name not in self.made:
            entity = self.declared.entities[name]
            self.made[name] = []  # A ring of subforms gives nothing.
            self.made[name] = self.of(entity)
        return self.made[name]

    def of(self, entity):
        if entity.built_in:
            administrators = [
                n for n, r in self.declared.roles.items() if r.get("administrator") == "true"]
            everything = dict.fromkeys(ACTIONS, ALL)
            return [Clause(EVERYONE, with_implied({"read": ALL}))] + [
                Clause(role, everything) for role in administrators]
        mays = [
            self.may(entity, role, text["may"][entity.name])
            for role, text in self.declared.roles.items() if entity.name in text.get("may", {})]
        if entity.access is None and entity.above and not any(may.names_actions for may in mays):
            return [c for above in entity.above for c in self.inherited(above, mays)]
        return self.access(entity.access) + mays

    def inherited(self, above, mays):
        name, by = above
        for clause in self.clauses(name):
            limits = next((m for m in mays if m.holder == clause.holder), Clause(None, {}))
            rules = {
                action: ("reach", by, needed)
                for action, needed in ABOVE.items() if clause.rule(needed) != NONE}
            if rules:
                yield Clause(
                    clause.holder, rules, dict(limits.hide), limits.mask, limits.lock,
                    is_inherited=True)

    # Reading

    def access(self, text):
        if text is None:
            return []
        given = text if isinstance(text, dict) else dict.fromkeys(ACTIONS, text)
        holders = {}
        for action, audience in with_implied(given).items():
            for name in audience if isinstance(audience, list) else [audience]:
                if name != "nobody":
                    holder = EVERYONE if name == "everyone" else name
                    holders.setdefault(holder, {})[action] = ALL
        return [Clause(holder, rules) for holder, rules in holders.items()]

    def may(self, entity, role, text):
        if isinstance(text, str):
            text = dict.fromkeys(ACTIONS, "all") if text == "all" else {text: "all"}
        if isinstance(text, list):
            text = dict.fromkeys(text, "all")
        reader = RuleReader(entity.name, self.language)
        rules = {a: reader.rule(text[a]) for a in ACTIONS if a in text}
        return Clause(
            role, with_implied(rules), *(
                self.limits(reader, text.get(kind, {})) for kind in ("hide", "mask", "lock")),
            names_actions=bool(rules))

    @staticmethod
    def limits(reader, text):
        if isinstance(text, str):
            text = [text]
        if isinstance(text, list):
            return dict.fromkeys(text, ALL)
        return {name: reader.limit(rule) for name, rule in text.items()}


def without(rule):
    """A rule that never holds is none."""
    return rule is None or rule == NONE


__all__ = ["ABOVE", "ACTIONS", "EVERYONE", "Clause", "ClauseReader", "either", "without"]
