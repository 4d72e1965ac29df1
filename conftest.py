"""What every test starts from: English, whatever the machine speaks."""

from __future__ import annotations

import pytest

from mktlib.core.text import set_language


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")
