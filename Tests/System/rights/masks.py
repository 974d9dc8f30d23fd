"""What stands for a text that one may not read in full."""

STARS = "****"


def masked(field, text):
    """The stars of a value; a blank stays blank. Lengths count code points."""
    if text is None:
        return None
    if field.type == "phone" and len(text) >= 11:
        return text[:3] + STARS + text[-4:]
    if field.type == "email" and "@" in text:
        name, at, domain = text.rpartition("@")
        return (name[0] if len(name) > 1 else "") + STARS + at + domain
    return "*" * len(text) if len(text) <= 2 else text[0] + STARS + text[-1]
