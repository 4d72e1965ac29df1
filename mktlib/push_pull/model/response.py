"""Response: what a euro more brings, when the first euros bring more than the last.

Leads, sales, visits: any result, in its own unit, of a spend in euros a period.
"""

from __future__ import annotations

import numpy as np

from mktlib.core.inputs import Quantity, counted, numeric, plain, positive
from mktlib.core.text import PlainError, Text


def hill_response(
    spend: Quantity, ceiling: float, half_saturation: float, shape: float = 1.0
) -> Quantity:
    """The result of a spend that saturates: half of the ceiling is had at `half_saturation`.

    R(x) = M x^n / (K^n + x^n); x the spend, M the ceiling in the result's unit, K the
    half-saturation in the spend's unit, n the shape.  n <= 1: each euro brings less than the
    one before; n > 1: an S, slow at first.
    Limits: nothing is had without spending (`adbudg_response` has a floor); M is never reached.
    Source: Hill (J. Physiology 40, 1910); in media models, Jin et al., Bayesian Methods for
    Media Mix Modeling with Carryover and Shape Effects (Google, 2017).

    >>> hill_response(5_000, ceiling=200, half_saturation=5_000)
    100.0
    >>> hill_response([0, 5_000, 15_000], ceiling=200, half_saturation=5_000).tolist()
    [0.0, 100.0, 150.0]
    """
    x = np.asarray(counted("spend", spend), dtype=float)
    with np.errstate(divide="ignore", over="ignore"):
        ratio = (x / positive("half_saturation", half_saturation)) ** positive("shape", shape)
        return plain(positive("ceiling", ceiling) / (1 + 1 / ratio))


def adbudg_response(
    spend: Quantity, floor: float, ceiling: float, shape: float, constant: float
) -> Quantity:
    """Little's ADBUDG: the share kept with no advert, the share at most, and an S between.

    R(x) = floor + (ceiling - floor) x^c / (d + x^c); x the spend in the unit its authors chose,
    c the shape, d the constant (in that unit to the power c).  With a floor of 0 it is the
    Hill response of half-saturation d^(1/c).
    Limits: d moves if the unit of the spend does.
    Source: Little, Models and Managers: The Concept of a Decision Calculus (Management
    Science 16, 1970).

    >>> round(adbudg_response(5, floor=0.2, ceiling=1, shape=1, constant=5), 6)
    0.6
    >>> adbudg_response(3, 0, 200, 2, 25) == hill_response(3, 200, 25 ** (1 / 2), 2)
    True
    """
    if not counted("floor", floor) < ceiling:
        raise PlainError(
            Text(
                en="The ceiling must be above the floor: have they been swapped?",
                fr="Le plafond doit dépasser le plancher : les avez-vous intervertis ?",
            )
        )
    half = positive("constant", constant) ** (1 / positive("shape", shape))
    return plain(floor + hill_response(spend, ceiling - floor, half, shape))


def dorfman_steiner(advertising_elasticity: float, price_elasticity: float) -> float:
    """The share of sales revenue that the most profitable advertising budget takes.

    advertising / revenue = e_a / |e_p|; e_a: % of sales for 1 % of advertising, e_p: % of
    sales for 1 % of price, negative.  Profit (p - c) Q(p, A) - A is highest where the next
    euro of advertising and the next of price both bring nothing more.
    Limits: price and advertising are both free and both at their best; |e_p| > 1, or no price
    is high enough; constant marginal cost; one period: with carry-over, the long-run
    elasticity applies (money later counted as money now).
    Source: Dorfman & Steiner, Optimal Advertising and Optimal Quality (American Economic
    Review 44, 1954).

    >>> round(dorfman_steiner(0.12, -2.62), 3)
    0.046
    """
    if not numeric("price_elasticity", price_elasticity) < -1:
        raise PlainError(
            Text(
                en="The price elasticity must be below -1 (write it with its minus): "
                "otherwise a higher price always earns more.",
                fr="L’élasticité au prix doit être inférieure à -1 (écrivez-la avec son moins) : "
                "sinon, un prix plus élevé rapporte toujours davantage.",
            )
        )
    return counted("advertising_elasticity", advertising_elasticity) / -price_elasticity
