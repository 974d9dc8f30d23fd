"""What is worked out of what one may not read, one may not read: hide rules of computed fields."""

from dataclasses import replace

from clauses import EVERYONE, without
from expressions import reads
from row_rules import ALL, NONE, either


class Following:
    """Adds to each clause the hide rules that computed fields take from what they read."""

    def __init__(self, declared, language, reader):
        self.declared = declared
        self.language = language
        self.reader = reader
        self.known = {}
        self.inputs = {}
        self.given = {}

    def clauses(self, entity):
        """All clauses of an entity with `hide` complete."""
        found = self.all(entity)
        for clause in found:
            for field in self.declared.entities[entity].columns:
                rule = self.hidden(entity, clause, field.name)
                if rule != NONE:
                    clause.hide[field.name] = rule
        return found

    def all(self, entity):
        """Where something is worked out of other records, each role has what everyone has once
        more, for its holders may read more of those."""
        if entity not in self.given:
            found = self.reader.clauses(entity)
            copies = [
                replace(clause, holder=role, hide=dict(clause.hide))
                for role in self.declared.roles for clause in found
                if clause.holder is EVERYONE and clause.reads and self.relates(entity)]
            self.given[entity] = found + copies
        return self.given[entity]

    def relates(self, entity):
        """Whether a field is worked out of other records, here or in the record above."""
        declared = self.declared.entities[entity]
        own = any(
            field.value is not None and not field.declassified and self.read(entity, field.name)[1]
            for field in declared.columns)
        inherits = any(clause.is_inherited for clause in self.reader.clauses(entity))
        return own or (inherits and any(self.relates(a) for a, _ in declared.above))

    def read(self, entity, name):
        """What a computed field reads of its own record and of others."""
        if (entity, name) not in self.inputs:
            field = self.declared.entities[entity].fields[name]
            self.inputs[entity, name] = reads(self.language.value(field, entity), entity)
        return self.inputs[entity, name]

    def hidden(self, entity, clause, name):
        """When a clause hides a field, be it by itself or by what it is worked out of."""
        key = (entity, id(clause), name)
        if key not in self.known:
            own = clause.hide.get(name, NONE)
            self.known[key] = own
            field = self.declared.entities[entity].fields.get(name)
            if field is not None and field.value is not None and not field.declassified:
                self.known[key] = either([own, *self.inherited(entity, clause, name)])
        return self.known[key]

    def inherited(self, entity, clause, name):
        own, others = self.read(entity, name)
        for _, input in own:
            yield self.hidden(entity, clause, input)
            yield clause.mask.get(input, NONE)
        for target, input in others:
            if not self.is_read(target, input, clause, entity):
                yield ALL

    def is_read(self, target, input, clause, reading):
        """Whether a role with what everyone has reads a field of all rows."""
        for other in self.all(target):
            if other.holder not in (EVERYONE, clause.holder):
                continue
            goes_with = other.is_inherited and other.holder == clause.holder and any(
                above == reading for above, _ in self.declared.entities[target].above)
            if (other.rule("read") == ALL or goes_with) and self.shows(target, other, input):
                return True
        return False

    def shows(self, entity, clause, name):
        return without(self.hidden(entity, clause, name)) and without(clause.mask.get(name))
