"""The pictures of the KPI labs and the sentences that go with them, one module a lab."""

from .denominator import draw_denominator, tell_denominator
from .enough_data import draw_enough_data, tell_enough_data
from .funnel import draw_funnel, tell_funnel
from .mix_shift import draw_mix_shift, tell_mix_shift
from .small_accounts import draw_small_accounts, tell_small_accounts
