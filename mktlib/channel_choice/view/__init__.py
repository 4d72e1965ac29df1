"""The pictures of the channel labs and the sentences that go with them, one module a lab."""

from .affinity import draw_affinity_map, tell_affinity_map
from .allocate import draw_allocate, tell_allocate
from .delphi import DELPHI_SHAPES, delphi_height, draw_delphi, tell_delphi
from .media_plan import draw_media_plan, tell_media_plan
