"""The labs of the plan, one module a lab."""

from .desk import desk
from .limits import limits
