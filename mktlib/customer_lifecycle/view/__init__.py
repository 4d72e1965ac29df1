"""The pictures of the customer lifecycle labs and the sentences with them, one module a lab."""

from .alive import draw_alive, tell_alive
from .flow import draw_flow, tell_flow
from .letters import draw_letters, tell_letters
from .retention import draw_retention, tell_retention
from .rfm import draw_rfm, tell_rfm
