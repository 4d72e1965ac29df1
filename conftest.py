"""What every test starts from: English, whatever the machine speaks, and the same examples."""

from __future__ import annotations

import pytest
from hypothesis import settings

from mktlib.core.text import set_language

# A test turns red because of a change, not because of the day's luck.
settings.register_profile("steady", derandomize=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def english() -> None:
    set_language("en")
