"""Predicts who may do what with which record and field, from the YAML and the data alone.

`docs/access.md` says in words what this says in Python; neither reads the other, nor the compiler.
"""

from clauses import EVERYONE, ClauseReader, without
from expressions import Language
from following import Following
from row_rules import ALL, NONE, RuleJudge, reached

FULL, MASKED, HIDDEN = "full", "masked", "hidden"


class Oracle:
    """One application over one database."""

    def __init__(self, declared, facts):
        self.declared = declared
        self.facts = facts
        language = Language(declared)
        following = Following(declared, language, ClauseReader(declared, language))
        self.clauses = {name: following.clauses(name) for name in declared.entities}
        self.judge = RuleJudge(declared, language, facts, self.reaches)
        self.asked = {}

    def mine(self, person, entity):
        """The clauses that a person has."""
        return [c for c in self.clauses[entity]
                if c.holder is EVERYONE or c.holder in person.roles]

    def holds(self, rule, person, entity, record, action):
        return self.judge.holds(rule, person, entity, record, action)

    # Actions

    def allows(self, person, action, entity, record):
        """Whether the person may do this with a record as it is, or, for `create`, will be."""
        key = (person.id, action, entity, record.get("id"))
        if key[-1] is None:
            return self.decide(person, action, entity, record)
        if key not in self.asked:
            self.asked[key] = self.decide(person, action, entity, record)
        return self.asked[key]

    def decide(self, person, action, entity, record):
        given = any(
            self.holds(c.rule(action), person, entity, record, action)
            for c in self.mine(person, entity))
        if action in ("read", "create"):
            return given
        return given and self.allows(person, "read", entity, record)

    def reaches(self, person, action, entity, id):
        record = self.facts.get(entity, id)
        return bool(record) and self.allows(person, action, entity, record)

    def readable(self, person, entity):
        """Ids of what the person may read."""
        return {
            id for id, record in self.facts.all(entity)
            if self.allows(person, "read", entity, record)}

    def offers(self, person, action, entity):
        """Whether a clause gives the action on any record that may be."""
        return any(c.rule(action) != NONE for c in self.mine(person, entity))

    # Fields

    def sight(self, person, entity, record, field):
        """How a field of a readable record is seen."""
        seen = False
        for clause in self.mine(person, entity):
            if not self.holds(clause.rule("read"), person, entity, record, "read"):
                continue
            if self.limits(clause.hide, field, person, entity, record, "read"):
                continue
            if not self.limits(clause.mask, field, person, entity, record, "read"):
                return FULL
            seen = True
        return MASKED if seen else HIDDEN

    def limits(self, limits, field, person, entity, record, action):
        rule = limits.get(field, NONE)
        return self.holds(rule, person, entity, record, action)

    def writes(self, person, action, entity, record, field):
        """Whether a field may be filled in, by `update` of a record as it is or by `create`."""
        declared = self.declared.entities[entity]
        if not declared.fields[field].is_filled_in:
            return False
        if action == "update" and self.sight(person, entity, record, field) != FULL:
            return False
        if not any(self.gives(c, person, action, entity, record, field)
                   for c in self.mine(person, entity)):
            return False
        if field not in (declared.owner, declared.department):
            return True
        mine = {person.id} if field == declared.owner else person.departments
        if action == "create" and record.get(field) in {None} | mine:
            return True
        return any(
            self.holds(c.rule("assign"), person, entity, record, "assign")
            for c in self.mine(person, entity))

    def may_change(self, person, entity, record, changes):
        """Whether a record may be given these values, all at once."""
        if not self.allows(person, "update", entity, record):
            return False
        if not all(self.writes(person, "update", entity, record, f) for f in changes):
            return False
        rules = [c.rule("update") for c in self.mine(person, entity)]
        if not set(changes) & {field for rule in rules for field in reached(rule)}:
            return True
        # What goes under another record needs the right there too.
        after = {n: v for n, v in (record | changes).items() if v is not None}
        return any(self.holds(rule, person, entity, after, "update") for rule in rules)

    def gives(self, clause, person, action, entity, record, field):
        if not self.holds(clause.rule(action), person, entity, record, action):
            return False
        if self.limits(clause.lock, field, person, entity, record, action):
            return False
        return action == "update" or not self.limits(
            clause.hide, field, person, entity, record, action)

    # Columns, whatever the data

    def is_full_everywhere(self, person, entity, field):
        """Whether a column may stand where its value tells of rows: a filter, an order, a search, a
        group, a title."""
        readers = [c for c in self.mine(person, entity) if c.reads]

        def shows(clause):
            return without(clause.hide.get(field)) and without(clause.mask.get(field))

        return bool(readers) and (
            all(map(shows, readers))
            or any(c.rule("read") == ALL and shows(c) for c in readers))

    def may_show(self, person, entity, field):
        """Whether a column is seen on any record that may be."""
        return any(
            c.reads and c.hide.get(field) != ALL for c in self.mine(person, entity))

    def title_shows(self, person, entity):
        declared = self.declared.entities[entity]
        return all(self.is_full_everywhere(person, entity, f) for f in declared.title)

    def is_offered(self, person, view):
        """Whether a view is there for someone."""
        if view.offered is not None and not set(view.offered) & person.roles:
            return False
        if not self.offers(person, "read", view.entity):
            return False
        if view.declassified:
            return True
        return all(
            self.is_full_everywhere(person, view.entity, f)
            for f in self.conditions_of(view) | set(view.keys))

    def conditions_of(self, view):
        """The fields that a view's condition reads."""
        if view.where is None:
            return set()
        language = self.judge.language
        from expressions import parse, reads
        own, _ = reads(language.condition(parse(view.where), view.entity), view.entity)
        return {name for _, name in own}
