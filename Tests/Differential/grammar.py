"""Reads an expression: the grammar of the specification, by recursive descent."""

import re
import unicodedata

from syntax import Node

RESERVED = set(
    "if then else and or not in div mod where by true false blank me old this".split()
)
UNITS = {
    **{u: u.rstrip("s") + "s" for u in ("day", "days", "week", "weeks", "month", "months")},
    **{u: u.rstrip("s") + "s" for u in ("year", "years", "hour", "hours", "minute", "minutes")},
    **{u: u.rstrip("s") + "s" for u in ("second", "seconds")},
}
WORKING_UNITS = ("day", "days", "hour", "hours")
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=", "in")
TOKEN = re.compile(
    r"""
    (?P<space>[ \t\n]+)
  | (?P<datetime>[0-9]{4}-[0-9]{2}-[0-9]{2}[ ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(?![0-9]))
  | (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]))
  | (?P<number>[0-9]+(\.[0-9]+)?)
  | (?P<name>[a-z][a-z0-9_]*)
  | (?P<text>"(\\.|[^"\\])*"|'(\\.|[^'\\])*')
  | (?P<sign>\?\?|==|!=|<=|>=|[<>+\-*/.,()\[\]])
    """,
    re.VERBOSE | re.DOTALL,
)
ESCAPES = {"\\": "\\", '"': '"', "'": "'", "n": "\n"}


class Malformed(Exception):
    """The text is no expression."""

    def __init__(self, message, start):
        super().__init__(f"{message} (at {start})")
        self.start = start


def tokens(text):
    """Tuples of kind, text, start, end; the last one is the end."""
    found, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise Malformed(f"no token begins with {text[at]!r}", at)
        kind = next(k for k, v in match.groupdict().items() if v is not None)
        if kind != "space":
            found.append((kind, match.group(), match.start(), match.end()))
        at = match.end()
    found.append(("end", "", len(text), len(text)))
    return found


def unescaped(token, start):
    """The text that a literal stands for, in NFC."""
    out, at, body = [], 0, token[1:-1]
    while at < len(body):
        if body[at] != "\\":
            out.append(body[at])
            at += 1
            continue
        if body[at + 1] not in ESCAPES:
            raise Malformed(f"there is no escape \\{body[at + 1]}", start + at)
        out.append(ESCAPES[body[at + 1]])
        at += 2
    return unicodedata.normalize("NFC", "".join(out))


class Parser:
    """One method for each line of the grammar."""

    def __init__(self, text):
        self.tokens = tokens(text)
        self.at = 0

    # What stands next

    def peek(self, *wanted, ahead=0):
        kind, text, _, _ = self.tokens[min(self.at + ahead, len(self.tokens) - 1)]
        return kind in ("sign", "name") and text in wanted

    def kind(self):
        return self.tokens[self.at][0]

    def take(self):
        token = self.tokens[self.at]
        self.at += 1
        return token

    def accept(self, *wanted):
        return self.take()[1] if self.peek(*wanted) else None

    def expect(self, wanted):
        if not self.accept(wanted):
            self.fail(f"expected {wanted}")

    def fail(self, message):
        _, text, start, _ = self.tokens[self.at]
        raise Malformed(f"{message}, found {text or 'the end'}", start)

    def start(self):
        return self.tokens[self.at][2]

    def node(self, start, op, *args, value=None):
        return Node(op, tuple(args), value, start, self.tokens[self.at - 1][3])

    # The grammar

    def whole(self):
        result = self.expr()
        if self.kind() != "end":
            self.fail("expected the end")
        return result

    def expr(self):
        start = self.start()
        if not self.accept("if"):
            return self.or_()
        condition = self.expr()
        self.expect("then")
        yes = self.expr()
        self.expect("else")
        return self.node(start, "if", condition, yes, self.expr())

    def chain(self, operand, *operators):
        """operand { operator operand }, from the left."""
        start, left = self.start(), operand()
        while operator := self.accept(*operators):
            left = self.node(start, "binary", left, operand(), value=operator)
        return left

    def or_(self):
        return self.chain(self.and_, "or")

    def and_(self):
        return self.chain(self.not_, "and")

    def not_(self):
        start = self.start()
        if self.accept("not"):
            return self.node(start, "not", self.not_())
        return self.compare()

    def comparison(self):
        if self.peek("not") and self.peek("in", ahead=1):
            self.take()
            self.take()
            return "not in"
        return self.accept(*COMPARISONS)

    def compare(self):
        start, left = self.start(), self.coalesced()
        operator = self.comparison()
        if not operator:
            return left
        left = self.node(start, "binary", left, self.coalesced(), value=operator)
        if self.comparison():
            self.at -= 1
            self.fail("comparisons do not chain: join two with `and`")
        return left

    def coalesced(self):
        start, left = self.start(), self.add()
        if not self.accept("??"):
            return left
        return self.node(start, "binary", left, self.coalesced(), value="??")

    def add(self):
        return self.chain(self.mul, "+", "-")

    def mul(self):
        return self.chain(self.unary, "*", "/", "div", "mod")

    def unary(self):
        start = self.start()
        if self.accept("-"):
            return self.node(start, "neg", self.unary())
        return self.post()

    def post(self):
        start, result = self.start(), self.primary()
        while self.accept("."):
            name = self.name()
            if name == "of" and result.op == "name" and self.accept("("):
                result = self.node(start, "of", value=(result.value, self.name()))
                self.expect(")")
            else:
                result = self.node(start, "field", result, value=name)
        return result

    def name(self):
        kind, text, _, _ = self.tokens[self.at]
        if kind != "name" or text in RESERVED:
            self.fail("expected a name")
        self.take()
        return text

    def primary(self):
        kind, text, start, _ = self.tokens[self.at]
        if kind == "number":
            return self.number()
        if kind in ("date", "datetime"):
            self.take()
            return self.node(start, kind, value=text)
        if kind == "text":
            self.take()
            return self.node(start, "text", value=unescaped(text, start))
        if self.accept("true", "false"):
            return self.node(start, "bool", value=text == "true")
        if self.accept("blank"):
            return self.node(start, "blank")
        if self.accept("me", "old", "this"):
            return self.node(start, "name", value=text)
        if self.accept("("):
            inner = self.expr()
            self.expect(")")
            return inner
        if self.accept("["):
            return self.list(start)
        if kind == "name" and text not in RESERVED:
            self.take()
            if self.accept("("):
                return self.call(start, text)
            return self.node(start, "name", value=text)
        return self.fail("expected an expression")

    def number(self):
        _, text, start, _ = self.take()
        kind, word, _, _ = self.tokens[self.at]
        if kind == "name" and word in UNITS:
            self.take()
            return self.node(start, "quantity", value=(text, word))
        if kind == "name" and word == "working":
            self.take()
            if self.tokens[self.at][1] not in WORKING_UNITS:
                self.fail("expected days or hours")
            return self.node(start, "quantity", value=(text, "working", self.take()[1]))
        return self.node(start, "number", value=text)

    def list(self, start):
        items = [self.expr()]
        while self.accept(","):
            items.append(self.expr())
        self.expect("]")
        return self.node(start, "list", *items)

    def call(self, start, name):
        args = []
        if not self.accept(")"):
            args.append(self.argument())
            while self.accept(","):
                args.append(self.argument())
            self.expect(")")
        return self.node(start, "call", *args, value=name)

    def argument(self):
        start, subject, where, by, descending = self.start(), self.expr(), None, None, False
        if self.accept("where"):
            where = self.expr()
        if self.accept("by"):
            descending = bool(self.accept("-"))
            by = self.expr()
        if where is None and by is None:
            return subject
        return self.node(start, "arg", subject, where, by, value=descending)


def parse(text):
    """The tree of a text, or Malformed."""
    return Parser(text).whole()


def parse_template(text):
    """A text with holes: a list of plain texts and trees. `{{` and `}}` are braces."""
    parts, plain, at = [], "", 0
    while at < len(text):
        if text.startswith(("{{", "}}"), at):
            plain += text[at]
            at += 2
        elif text[at] == "{":
            end = hole_end(text, at)
            parts += [plain, parse(text[at + 1 : end])]
            plain, at = "", end + 1
        elif text[at] == "}":
            raise Malformed("a brace that closes nothing is written }}", at)
        else:
            plain += text[at]
            at += 1
    return [p for p in parts + [plain] if p != ""]


def hole_end(text, at):
    """Where the brace closes; braces in text literals do not count."""
    for match in re.finditer(r"\"(\\.|[^\"\\])*\"|'(\\.|[^'\\])*'|\}", text[at:]):
        if match.group() == "}":
            return at + match.start()
    raise Malformed("the brace is not closed", at)
