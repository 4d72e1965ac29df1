"""The labs on KPIs, one module a lab."""

from .denominator import denominator
from .enough_data import enough_data
from .funnel import funnel
from .mix_shift import mix_shift
from .small_accounts import small_accounts
