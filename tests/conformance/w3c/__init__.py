"""The W3C's test suites of SPARQL 1.0 and 1.1, asked over HTTP: ``python -m tests.conformance.w3c`` or ``make w3c``."""

import logging

import rdflib

rdflib.NORMALIZE_LITERALS = False  # a result is compared as it was written
logging.getLogger("rdflib").setLevel(logging.ERROR)  # the suite holds literals and IRIs that are wrong on purpose
