"""Sets of papers by their numbers: few as a list, many as bits; *sent by Stalin* and *of 1951* meet in microseconds."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from itertools import compress

_LIST, _BITS = b"\0", b"\1"
_SPARSE = 32
"""A list takes 32 bits a paper: where there are fewer papers than one in 32, it is the shorter form."""
_DENSE = 16
"""Where more papers than one in 16 are in a set, all numbers are gone through at once."""
_ONE = ord("1")


def pack(bits: int) -> bytes:
    """A set in the shorter of the two forms."""
    if bits.bit_count() * _SPARSE < bits.bit_length():
        return _LIST + _swapped(array("I", numbers(bits))).tobytes()
    return _BITS + bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def unpack(data: bytes) -> int:
    """The set as bits: bit n stands for the paper number n."""
    return int.from_bytes(data[1:], "little") if data[:1] == _BITS else of(_listed(data))


def of(papers: Iterable[int]) -> int:
    """The set of these numbers."""
    papers = papers if isinstance(papers, (list, array)) else list(papers)
    if not papers:
        return 0
    size = max(papers) + 1
    if len(papers) * _DENSE > size:  # written as a binary number, a digit for each
        digits = bytearray(b"0") * size
        for number in papers:
            digits[number] = _ONE
        return int(digits[::-1], 2)
    made = bytearray((size + 7) >> 3)
    for number in papers:
        made[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(made, "little")


def numbers(bits: int) -> Iterator[int]:
    """The numbers of a set, the smallest first."""
    if bits.bit_count() * _DENSE > bits.bit_length():
        flags = _flags(bits)
        return compress(range(len(flags)), flags)
    return _of_bytes(bits.to_bytes((bits.bit_length() + 7) // 8, "little"))


def _of_bytes(data: bytes) -> Iterator[int]:
    for index, byte in enumerate(data):
        if byte:
            for bit in _IN_BYTE[byte]:
                yield index * 8 + bit


_IN_BYTE = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


def listed(data: bytes) -> Iterable[int]:
    """The numbers of a packed set, the smallest first."""
    return numbers(unpack(data)) if data[:1] == _BITS else _listed(data)


class Members:
    """A set that is asked often: which numbers are in it, and how many it shares with a packed one."""

    def __init__(self, bits: int) -> None:
        self.bits = bits
        self._flags = _flags(bits)

    def __contains__(self, number: int) -> bool:
        return number < len(self._flags) and self._flags[number] == 1

    def shared(self, data: bytes) -> int:
        """How many of a packed set are in this one."""
        if data[:1] == _BITS:
            return (int.from_bytes(data[1:], "little") & self.bits).bit_count()
        listed = _listed(data)
        if listed and listed[-1] >= len(self._flags):
            self._flags = self._flags.ljust(listed[-1] + 1, b"\0")
        return sum(map(self._flags.__getitem__, listed))


def _flags(bits: int) -> bytes:
    """For each number whether it is in a set: 0 or 1."""
    return bin(bits)[:1:-1].encode().translate(_FLAGS)


_FLAGS = bytes.maketrans(b"01", b"\0\1")


def _listed(data: bytes) -> array[int]:
    found = array("I")
    found.frombytes(data[1:])
    return _swapped(found)


def _swapped(numbers_: array[int]) -> array[int]:
    """Files are little-endian on every machine."""
    if sys.byteorder == "big":
        numbers_.byteswap()
    return numbers_
