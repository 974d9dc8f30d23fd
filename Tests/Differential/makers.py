"""All that makes random trees, put together."""

from conditions_made import Conditions
from numbers_made import Numbers
from values_made import Values


class Makers(Numbers, Values, Conditions):
    """One maker for each goal; the parts share what `calls.py` and `goals.py` have."""
