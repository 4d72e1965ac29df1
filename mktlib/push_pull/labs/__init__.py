"""The labs on push and pull, one module a lab."""

from .adoption import adoption
from .budget import budget
from .carry_over import carry_over
from .sharing import sharing
