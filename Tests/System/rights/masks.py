"""What stands for a text that one may not read in full."""

STARS = "****"


def masked(field, text):
    """The stars of a value; a blank stays blank. Lengths count code points."""
    if text is None:
        return None
    if field.type == "phone":
        return text[:3] + STARS + text[-4:] if len(text) >= 10 else STARS
    if field.type == "email":
        name, at, domain = text.rpartition("@")
        return name[:1] + STARS + at + domain if name else STARS
    return "*" * len(text) if len(text) <= 2 else text[0] + STARS + text[-1]
