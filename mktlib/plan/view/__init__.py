"""The pictures of the plan's labs and the sentences with them, one module a lab."""

from .desk import draw_desk, tell_desk
from .limits import draw_limits, tell_limits
