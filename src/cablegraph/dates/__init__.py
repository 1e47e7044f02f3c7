"""Dates: our own small grammar and EDTF, because a paper's ``June 21`` is a day of the paper's year, not of ours."""

from cablegraph.dates.edtf import Bounds, bounds, julian_to_gregorian, new_style
from cablegraph.dates.grammar import at, file_number_date, find, order_of, parse, read
from cablegraph.dates.misspelt import suggest
from cablegraph.dates.values import DateValue, Found, Order

__all__ = [
    "Bounds",
    "DateValue",
    "Found",
    "Order",
    "at",
    "bounds",
    "file_number_date",
    "find",
    "julian_to_gregorian",
    "new_style",
    "order_of",
    "parse",
    "read",
    "suggest",
]
