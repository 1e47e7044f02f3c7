"""Query parameters and forms are decoded once, as the standard library does, only faster."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cablegraph.server.responses import pairs

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.tuples(TEXT, TEXT)))
@example([("query", "100%25 %41"), ("", "+ &=;")])
def test_what_was_encoded_comes_back(given_pairs: list[tuple[str, str]]) -> None:
    assert pairs(urlencode(given_pairs).encode()) == given_pairs


@given(st.text("%4125aAfF+&=x"))
@example("a=%4%31 %41&%25%34%31=%%41")
def test_broken_escapes_stand_for_themselves(form: str) -> None:
    try:
        expected = parse_qsl(form, keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        with pytest.raises(UnicodeDecodeError):
            pairs(form.encode())
    else:
        assert pairs(form.encode()) == expected


@pytest.mark.parametrize("form", [b"query=%FF", b"query=%C0%AF", b"query=%ED%A0%80", b"%E2%82=1", b"query=\xff"])
def test_what_is_no_utf_8_is_an_error(form: bytes) -> None:
    with pytest.raises(ValueError, match="utf-8"):
        pairs(form)
