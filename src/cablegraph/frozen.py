"""Values that are made by the thousand: frozen for whoever reads and checks the code, plain while it runs.

A frozen dataclass sets each field through ``object.__setattr__``, which makes a `Passage` of ten fields six times as
dear as a plain one. Here ``@dataclass(frozen=True, slots=True)`` means to mypy what it says, so no field is ever
assigned; at run time the class is a plain slotted one, compared and hashed by its fields just the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses

    def dataclass(*, frozen: bool, slots: bool) -> Any:
        """As `dataclasses.dataclass`, for frozen slotted classes only."""
        if not (frozen and slots):
            raise TypeError("cablegraph.frozen is for frozen slotted dataclasses; others take the standard decorator")
        return dataclasses.dataclass(slots=True, unsafe_hash=True)


__all__ = ["dataclass"]
