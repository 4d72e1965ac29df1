"""The labs on the customer lifecycle, one module a lab."""

from .alive import alive
from .flow import flow
from .letters import letters
from .retention import retention
from .rfm import rfm
