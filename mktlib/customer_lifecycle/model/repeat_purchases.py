"""Customers who buy when they like and leave without saying so: the BG/NBD model.

A shop without contract sees purchases, never departures.  The story told of each customer:
1. while a customer, they buy at random moments, at a pace of λ purchases a week (Poisson);
2. after each purchase they leave for good with chance p, the same after each;
3. λ differs from customer to customer: gamma of shape r and rate α, mean r / α a week;
4. p differs too: beta of a and b, mean a / (a + b);  5. λ and p have nothing to do with each
other.  A long silence then speaks louder from one who used to buy often.
Of a customer it needs only x repeat purchases (the first one does not count), t weeks from the
first purchase to the last, T weeks from the first purchase to today.  Any unit of time
will do, if it is the same throughout: weeks here.
Limits: nobody leaves between two purchases, so that who never bought again is alive for certain;
no season, no advert, nobody comes back; two purchases on one day are one.  Of the 39 weeks that
followed those of CDNOW it expects 1,653 purchases, and there were 1,882.
Source: Fader, Hardie & Lee, "Counting Your Customers" the Easy Way: An Alternative to the
Pareto/NBD Model (Marketing Science 24, 2005); (n) below: its equations.  Its fit to the 2,357
customers of CDNOW is found again: r .243, α 4.414, a .793, b 2.426, log-likelihood -9582.4.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mktlib.core.inputs import Quantity, counted, plain
from mktlib.core.text import Text

from .fitting import (
    Chances,
    Fitted,
    Likelihood,
    enough_histories,
    maximise,
    refuse_if,
    rising,
    rows,
    unique_rows,
    whole_numbers,
)

LEAVING = Chances(
    never=Text(
        en="nobody seems to leave",
        fr="personne ne semble partir",
    ),
    always=Text(
        en="everyone seems to leave at the first repeat purchase",
        fr="tous semblent partir dès le premier réachat",
    ),
    alike=Text(
        en="all customers seem to leave at the same rate",
        fr="tous les clients semblent partir au même rythme",
    ),
    either=Text(
        en="customers seem to leave at once or never",
        fr="les clients semblent partir tout de suite ou jamais",
    ),
)
SAME_PACE = Text(
    en="all customers seem to buy at the same pace",
    fr="tous les clients semblent acheter au même rythme",
)
UNEQUAL = Text(
    en="a few customers make nearly all purchases",
    fr="quelques clients font presque tous les achats",
)
AFTER_TODAY = Text(
    en="A last purchase cannot come after the end of the weeks observed.",
    fr="Un dernier achat ne peut pas suivre la fin des semaines observées.",
)


@dataclass(frozen=True, repr=False)
class BgNbd(Fitted):
    """A fitted BG/NBD: paces r, alpha (weeks), chances to leave a, b, and what it was fitted to."""

    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float
    customers: int

    def alive_share(
        self,
        repeat_purchases: Quantity,
        weeks_to_last_purchase: Quantity,
        weeks_observed: Quantity,
    ) -> Quantity:
        """The chance that a customer with this past is still one: P(alive).

        1 / (1 + a / (b + x - 1) x ((α + T) / (α + t))^(r + x)); 1 if x = 0: nobody leaves before
        a first repeat purchase.  Numbers, or arrays of any shapes that go together.
        Source: the denominator of (10) turned over; Fader, Hardie & Lee, Computing P(alive) Using
        the BG/NBD Model (2008).

        >>> shop = BgNbd(r=1, alpha=1, a=1, b=1, log_likelihood=0, customers=0)
        >>> shop.alive_share([1, 1, 0], [9, 4, 0], 9)  # silent for 0, 5 and 9 weeks
        array([0.5, 0.2, 1. ])
        """
        x, last, observed = _past(repeat_purchases, weeks_to_last_purchase, weeks_observed)
        return plain(self._alive(x, last, observed))

    def expected_purchases(
        self,
        weeks_ahead: Quantity,
        repeat_purchases: Quantity,
        weeks_to_last_purchase: Quantity,
        weeks_observed: Quantity,
    ) -> Quantity:
        """How many purchases to expect in the weeks ahead from a customer with this past.

        P(alive) x (a + b + x - 1) / (a - 1) x [1 - ((α + T) / (α + T + w))^(a - 1)
        2F1(a + b - 1 - r, a - 1; a + b + x - 1; w / (α + T + w))], w the weeks ahead: (10), after
        Euler's transformation of its 2F1, the hypergeometric function: as published, one that is
        too large times a power that is too small has no value from 200 purchases on.
        Limits: as the model's: no season; one who is alive goes on as before.

        >>> shop = BgNbd(r=2, alpha=4, a=1e-9, b=1, log_likelihood=0, customers=0)
        >>> round(shop.expected_purchases(6, 2, 5, 8), 6)  # nobody leaves: (r + x) / (α + T) x 6
        2.0
        """
        x, last, observed = _past(repeat_purchases, weeks_to_last_purchase, weeks_observed)
        ahead = np.asarray(counted("weeks_ahead", weeks_ahead), dtype=float)
        alive = self._alive(x, last, observed)
        return plain(
            alive * self._while_alive(self.r + x, self.b + x, self.alpha + observed, ahead)
        )

    def purchases_of_new_customer(self, weeks: Quantity) -> Quantity:
        """How many repeat purchases to expect from a customer in the weeks after the first one.

        Equation (9): `expected_purchases` with no past.

        >>> shop = BgNbd(r=2, alpha=4, a=1e-9, b=1, log_likelihood=0, customers=0)
        >>> round(shop.purchases_of_new_customer(6), 6)  # nobody leaves: r / α x 6
        3.0
        """
        ahead = np.asarray(counted("weeks", weeks), dtype=float)
        return plain(self._while_alive(self.r, self.b, self.alpha, ahead))

    def _alive(self, x: np.ndarray, last: np.ndarray, observed: np.ndarray) -> np.ndarray:
        again = np.maximum(x, 1)
        odds = np.log(self.a / (self.b + again - 1))  # of having left, as a logarithm
        odds = odds + (self.r + x) * np.log((self.alpha + observed) / (self.alpha + last))
        return np.where(x > 0, np.exp(-np.logaddexp(0, odds)), 1.0)

    def _while_alive(
        self, pace: Quantity, stays: Quantity, rate: Quantity, ahead: np.ndarray
    ) -> np.ndarray:
        """`expected_purchases` if still a customer; where it is 0 / 0, the mean of its neighbours."""
        from scipy.special import hyp2f1

        def expected(a: float) -> np.ndarray:
            whole = a + stays - 1
            power = np.exp((1 - a) * np.log1p(ahead / rate))
            other = hyp2f1(whole - pace, a - 1, whole, ahead / (rate + ahead))
            return whole / (a - 1) * (1 - power * other)

        near = 1e-5
        if abs(self.a - 1) < near or np.any(np.abs(self.a + stays - 1) < near):
            found = (expected(self.a - 2 * near) + expected(self.a + 2 * near)) / 2
        else:
            found = expected(self.a)
        refuse_if(
            ~np.isfinite(found),
            Text(
                en="This past is so extreme that its forecast cannot be computed.",
                fr="Ce passé est si extrême que sa prévision ne peut pas être calculée.",
            ),
        )
        return found


def fit_bg_nbd(
    repeat_purchases: Quantity, weeks_to_last_purchase: Quantity, weeks_observed: Quantity
) -> BgNbd:
    """The BG/NBD under which these customers were the most probable: one row a customer.

    Likelihood of a customer (6): with (u)_n = u (u + 1) … (u + n - 1),
    (r)_x α^r (b)_x / (a + b)_x x [(α + T)^-(r + x) + a / (b + x - 1) x (α + t)^-(r + x) if x > 0]:
    alive today, or gone since the last purchase.
    Refused, with the reason: fewer than five different pasts, nobody who came back, a past that
    cannot be, and pasts so alike that a parameter runs away.
    """
    x, last, observed = rows(
        repeat_purchases=repeat_purchases,
        weeks_to_last_purchase=weeks_to_last_purchase,
        weeks_observed=weeks_observed,
    )
    whole_numbers("repeat_purchases", x)
    _check(x, last, observed)
    unique = unique_rows(x, last, observed, counts=np.ones(x.size))
    enough_histories(unique[0].size, parameters=4)
    start = {"r": 1.0, "alpha": float(observed.mean()), "a": 1.0, "b": 2.0}
    found = maximise(_likelihood(*unique), start, _why)
    return BgNbd(**found.parameters, log_likelihood=found.log_likelihood, customers=x.size)


def _likelihood(
    x: np.ndarray, last: np.ndarray, observed: np.ndarray, customers: np.ndarray
) -> Likelihood:
    """The log-likelihood of (r, alpha, a, b) and its slopes."""
    purchases = x.astype(int)
    most = int(purchases.max())
    people = np.bincount(purchases, weights=customers, minlength=most + 1)  # by purchases
    total = customers.sum()
    again = np.maximum(x, 1) - 1
    never = np.where(x > 0, 0.0, np.inf)  # who never came back has not left

    def value(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        r, alpha, a, b = parameters
        (pace, pace_r), (stay, stay_b) = rising(r, most), rising(b, most)
        whole, whole_ab = rising(a + b, most)
        alive = np.log(alpha + observed)
        gone = np.log(alpha + last)
        power = r + x
        odds = np.log(a / (b + again)) + power * (alive - gone) - never  # of having left
        here = np.exp(-np.logaddexp(0, odds))
        left = customers * (1 - here)
        here = customers * here
        # ln(here + gone) = ln(here) - ln(share of it)
        sums = people @ (pace + stay - whole) + total * r * np.log(alpha)
        sums += customers @ (np.logaddexp(0, odds) - power * alive)
        slopes = np.array(
            [
                people @ pace_r + total * np.log(alpha) - here @ alive - left @ gone,
                total * r / alpha
                - (here * power) @ np.exp(-alive)
                - (left * power) @ np.exp(-gone),
                left.sum() / a - people @ whole_ab,
                people @ (stay_b - whole_ab) - left @ (1 / (b + again)),
            ]
        )
        return float(sums), slopes

    return value


def _why(name: str, found: Mapping[str, float]) -> Text:
    if name in ("a", "b"):
        return LEAVING.why(found["a"], found["b"])
    return SAME_PACE if found["r"] > 1 else UNEQUAL


def _past(*values: Quantity) -> tuple[np.ndarray, ...]:
    names = ("repeat_purchases", "weeks_to_last_purchase", "weeks_observed")
    x, last, observed = (
        np.asarray(counted(name, value), dtype=float)
        for name, value in zip(names, values, strict=True)
    )
    refuse_if(last > observed, AFTER_TODAY)
    return x, last, observed


def _check(x: np.ndarray, last: np.ndarray, observed: np.ndarray) -> None:
    refuse_if(last > observed, AFTER_TODAY)
    refuse_if(
        (x > 0) & (last == 0),
        Text(
            en="A repeat purchase takes time: where repeat_purchases is above 0, "
            "weeks_to_last_purchase must be too.",
            fr="Un réachat prend du temps : là où « repeat_purchases » dépasse 0, "
            "« weeks_to_last_purchase » aussi.",
        ),
    )
    refuse_if(
        (x == 0) & (last > 0),
        Text(
            en="Without a repeat purchase the first is the last: weeks_to_last_purchase must be 0 "
            "where repeat_purchases is.",
            fr="Sans réachat, le premier achat est le dernier : « weeks_to_last_purchase » doit "
            "être à 0 partout où « repeat_purchases » l’est.",
        ),
    )
    refuse_if(
        not x.any(),
        Text(
            en="Nobody bought again: nothing tells who is still a customer.",
            fr="Personne n’a racheté : rien ne dit qui est encore client.",
        ),
    )
