"""Small helpers that build trees."""

from syntax import Node


def binary(operator, left, right):
    return Node("binary", (left, right), operator)


def call(name, *args):
    return Node("call", args, name)


def name(word):
    return Node("name", (), word)


def dotted(*words):
    tree = name(words[0])
    for word in words[1:]:
        tree = Node("field", (tree,), word)
    return tree


def field(base, word):
    return Node("field", (base,), word)


def number(text):
    """A number literal; a negative one is a minus before it."""
    text = str(text)
    if text.startswith("-"):
        return Node("neg", (Node("number", (), text[1:]),))
    return Node("number", (), text)


def text(value):
    return Node("text", (), value)


def listed(*items):
    return Node("list", items)


def quantity(count, *words):
    return Node("quantity", (), (str(count), *words))
