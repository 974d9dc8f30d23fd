"""Fixtures of the judges of rights: an application over its data, its oracle and its people."""

import pytest
from declared import Declared
from facts import Facts
from oracle import Oracle
from secrets_of import Secrets
from subjects import SUBJECTS
from visitor import Visitor

from server import Server


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        params = item.callspec.params if hasattr(item, "callspec") else {}
        few = getattr(item.module, "FEW", None)
        if few and params.get("engine") == "postgres" and params.get("login") not in few:
            item.add_marker(pytest.mark.slow)


class Judged:
    """A loaded application: where its data are, what the oracle says of it, who is signed in."""

    def __init__(self, subject, engine, folder):
        assert subject.binary.exists(), f"{subject.binary} is not built: make test builds it"
        self.subject = subject
        self.engine = engine
        self.store = engine.store(folder / f"{subject.name}.sqlite")
        self.sealed = subject.fill(self.store, folder / "data")
        self.server = Server(self.store, subject.binary)
        self.server.start()
        self.declared = Declared(subject.folder)
        self.oracle = Oracle(self.declared, Facts(self.declared, self.store))
        self.people = [p for p in self.oracle.facts.people.values() if p.is_active]
        self.visitors = {p.login: Visitor(self.server, p.login) for p in self.people}
        self.hidden = {}

    def secrets(self, person):
        if person.login not in self.hidden:
            self.hidden[person.login] = Secrets(self.oracle, person, self.sealed)
        return self.hidden[person.login]

    def check(self, person, answer, what):
        """No answer holds what the person may not see."""
        assert answer.status < 500, f"{person.login} {what}: {answer}"
        found = self.secrets(person).found_in(answer)
        assert not found, f"{person.login} {what}: {found}"
        return answer

    def copy(self, path):
        """A server over a copy of the data, for what changes them; sessions go on there."""
        self.server.stop()
        try:
            other = Server(self.engine.copy(self.store, path), self.subject.binary)
        finally:
            self.server.start()
        other.start()
        return other

    def close(self):
        self.server.kill()
        self.store.remove()


@pytest.fixture(scope="module", params=list(SUBJECTS))
def judged(request, engine, tmp_path_factory):
    judged = Judged(SUBJECTS[request.param], engine, tmp_path_factory.mktemp("judged"))
    yield judged
    judged.close()
