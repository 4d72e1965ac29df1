"""The labs on the choice of channels, one module a lab."""

from .affinity import affinity_map
from .allocate import allocate
from .delphi import delphi, delphi_of
from .media_plan import media_plan
