"""The pictures of the push and pull labs and the sentences with them, one module a lab."""

from .adoption import draw_adoption, tell_adoption
from .budget import draw_budget, tell_budget
from .carry_over import draw_carry_over, tell_carry_over
from .sharing import draw_sharing, tell_sharing
