"""Customer lifetime value: what a customer will bring, and so what may be paid for one."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

from mktlib.core.inputs import (
    Quantity,
    column,
    counted,
    numeric,
    one,
    plain,
    positive,
    proportion,
    whole,
)
from mktlib.core.text import PlainError, Text

FirstMargin = Literal["now", "after_a_period", "in_arrears"]


def customer_lifetime_value(
    margin_per_period_eur: Quantity,
    retention_rate: Quantity,
    discount_rate: Quantity,
    first_margin: FirstMargin = "now",
    periods: int | None = None,
) -> Quantity:
    """The margins to come from a customer, each worth less the later and the less sure it is.

    now:             m + m r/(1+d) + m r²/(1+d)² + …       = m (1 + d) / (1 + d - r)
    after_a_period:  m r/(1+d) + m r²/(1+d)² + …           = m r / (1 + d - r)
    in_arrears:      m/(1+d) + m r/(1+d)² + …              = m / (1 + d - r)

    m: margin per period; r: retention rate, share of customers kept each period; d: discount
    rate per period, the same period as r.  The three differ in when the first margin comes:
    with the purchase; a period later, from those who renew; at the end of the period begun.
    The first exceeds the second by exactly m.  A value without its convention says nothing.
    `periods`: only that many margins; None for all.
    Limits: the same r for all customers and for ever.  Customers differ, those who leave
    first being the least loyal: then it puts too low a value on those who have stayed (see
    `lifetime_value_of`).  The cost of acquiring the customer is not in it.
    Source: Gupta & Lehmann, Customers as Assets (Journal of Interactive Marketing 17, 2003);
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (2nd ed., 2010), ch. 5.

    >>> round(customer_lifetime_value(100, 0.8, 0.1), 2)
    366.67
    >>> by_hand = sum(100 * 0.8**t / 1.1**t for t in range(1000))
    >>> round(by_hand, 2)
    366.67
    >>> round(customer_lifetime_value(100, 0.8, 0.1, first_margin="after_a_period"), 2)
    266.67
    >>> round(customer_lifetime_value(100, 0.8, 0.1, first_margin="in_arrears"), 2)
    333.33
    >>> customer_lifetime_value(100, 0.5, 0.0, periods=2)
    150.0
    """
    _check(first_margin)
    margin = np.asarray(numeric("margin_per_period_eur", margin_per_period_eur), dtype=float)
    kept = np.asarray(proportion("retention_rate", retention_rate), dtype=float)
    growth = 1 + np.asarray(counted("discount_rate", discount_rate), dtype=float)
    step = kept / growth
    if periods is None and np.any(step == 1):
        raise PlainError(
            Text(
                en="If all customers stay and nothing is discounted, a customer is worth "
                "an endless sum: lower the retention rate or raise the discount rate.",
                fr="Si tous les clients restent et que rien n’est actualisé, un client vaut "
                "une somme sans fin : baissez le taux de fidélisation ou montez le taux "
                "d’actualisation.",
            )
        )
    if periods is None:
        total = 1 / (1 - step)
    else:
        total = sum(step**period for period in range(whole("periods", periods, least=1)))
    first = {"now": 1.0, "after_a_period": step, "in_arrears": 1 / growth}[first_margin]
    return plain(margin * first * total)


def _check(first_margin: str) -> None:
    if first_margin not in get_args(FirstMargin):
        raise PlainError(
            Text(
                en="first_margin is 'now', 'after_a_period' or 'in_arrears', "
                f"not {first_margin!r}.",
                fr="first_margin vaut « now », « after_a_period » ou « in_arrears », "
                f"pas {first_margin!r}.",
            )
        )


def lifetime_value_of(
    survival_share: Quantity,
    margin_per_period_eur: float,
    discount_rate: float,
    first_margin: FirstMargin = "now",
) -> float:
    """The lifetime value of a customer, from the share still there at each period.

    now:             m Σ S_t / (1+d)^t,  t = 0, 1, …
    after_a_period:  the same without t = 0
    in_arrears:      m Σ S_t / (1+d)^(t+1),  t = 0, 1, …

    S_t: share of the customers acquired who are still there after t periods, S_0 = 1,
    observed or from a model whose customers differ; m: margin per period; d: discount rate.
    Limits: what lies beyond the last S_t is not counted.

    >>> constant = [0.8**t for t in range(500)]
    >>> round(lifetime_value_of(constant, 100, 0.1), 2)  # as the formula with one retention rate
    366.67
    >>> round(lifetime_value_of([1, 0.5, 0.4], 100, 0.1, first_margin="after_a_period"), 2)
    78.51
    """
    _check(first_margin)
    survival = _survival(survival_share)
    growth = _growth(discount_rate)
    each = survival / growth ** np.arange(survival.size)
    total = {
        "now": each.sum(),
        "after_a_period": each[1:].sum(),
        "in_arrears": each.sum() / growth,
    }
    return float(one("margin_per_period_eur", margin_per_period_eur) * total[first_margin])


def _growth(discount_rate: float) -> float:
    return 1 + one("discount_rate", discount_rate, counted)


def _survival(survival_share: Quantity) -> np.ndarray:
    survival = column("survival_share", proportion("survival_share", survival_share))
    if survival[0] != 1 or np.any(np.diff(survival) > 1e-9):
        raise PlainError(
            Text(
                en="survival_share starts at 1 and never rises: "
                "nobody who has left is counted again.",
                fr="« survival_share » part de 1 et ne remonte jamais : "
                "un client parti n’est plus compté.",
            )
        )
    return survival


def break_even_acquisition_cost(lifetime_value_eur: float, conversion_rate: float = 1.0) -> float:
    """The most that a customer, a lead or a visitor may cost before money is lost on them.

    lifetime value x conversion rate: 1 for a customer; for a lead, the share of leads that
    become customers.
    Limits: at this price nothing is left for fixed costs; use a value that holds the first
    margin if the purchase brings one (`first_margin="now"`).

    >>> break_even_acquisition_cost(360, conversion_rate=0.10)
    36.0
    """
    value = one("lifetime_value_eur", lifetime_value_eur, counted)
    return float(value * one("conversion_rate", conversion_rate, proportion))


def payback_period(
    survival_share: Quantity,
    margin_per_period_eur: float,
    acquisition_cost_eur: float,
    discount_rate: float = 0.0,
) -> int | None:
    """How many margins, the first with the purchase, repay what a customer has cost.

    first n with  m (S_0 + … + S_(n-1) / (1+d)^(n-1)) >= cost; None if `survival_share` ends
    before.

    >>> payback_period([1, 0.5, 0.4], 100, acquisition_cost_eur=150)
    2
    >>> payback_period([1, 0.5, 0.4], 100, acquisition_cost_eur=200)
    """
    survival = _survival(survival_share)
    cost = one("acquisition_cost_eur", acquisition_cost_eur, counted)
    margins = positive("margin_per_period_eur", margin_per_period_eur) * survival
    earned = np.cumsum(margins / _growth(discount_rate) ** np.arange(survival.size))
    repaid = earned >= cost * (1 - 1e-12)
    return int(repaid.argmax()) + 1 if repaid.any() else None
