"""Amounts in Russian and Chinese."""

from __future__ import annotations

import pytest

from cablegraph.extraction import quantities_abroad


@pytest.mark.parametrize(
    ("words", "amount", "unit", "bound"),
    [
        ("60 дивизий", "60", "division", "exactly"),
        ("500 тысяч тонн зерна", "500000", "ton", "exactly"),
        ("не более двадцати танков", "20", "tank", "at-most"),
        ("около 3 000 винтовок", "3000", "rifle", "about"),
        ("12,5 млн. рублей", "12500000", "ruble", "exactly"),
        ("三十架飞机", "30", "aircraft", "exactly"),
        ("五万吨粮食", "50000", "ton", "exactly"),
        ("三亿美元贷款", "300000000", "dollar", "exactly"),
        ("约二百五十辆卡车", "250", "truck", "about"),
        ("不超过两个师", "2", "division", "at-most"),
    ],
)
def test_amounts_in_russian_and_chinese(words: str, amount: str, unit: str, bound: str) -> None:
    [found] = quantities_abroad.find(words, 0, len(words))
    assert (str(found.amount), found.unit, found.bound) == (amount, unit, bound)


@pytest.mark.parametrize("words", ["5 мая 1951 г.", "1951年", "第三师", "ф. 45, оп. 1, д. 342", "一九五一年三月"])
def test_days_numbers_and_shelfmarks_are_no_amounts(words: str) -> None:
    assert list(quantities_abroad.find(words, 0, len(words))) == []
