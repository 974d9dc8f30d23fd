"""The table of functions: one entry each, in the order of the specification."""

from functions import context, dates, listed, logic, number, text
from functions.table import Function

TABLE: dict[str, Function] = {
    function.name: function
    for module in (logic, number, text, dates, listed, context)
    for function in module.FUNCTIONS
}
