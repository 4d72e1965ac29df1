"""What a customer spends at a purchase, when a few purchases are all one has seen: Gamma–Gamma.

One purchase of 200 dollars does not make a customer of 200 dollars.  The story:
1. the purchases of a customer vary around their own mean: gamma of shape p and rate ν;
2. ν differs from customer to customer: gamma of shape q and rate v, so that their means do;
3. what is spent has nothing to do with how often they buy, nor with when they leave.
Of a customer it needs x purchases and their mean value z: the fewer the purchases, the more the
guess leans on what all customers spend.
Limits: 3 is to be looked at in the data (on CDNOW the correlation of x and z is .11 among those
who came back); amounts above 0; no inflation.  v has the unit of z.
Source: Fader, Hardie & Lee, RFM and CLV: Using Iso-Value Curves for Customer Base Analysis
(J. Marketing Research 42, 2005); Fader & Hardie, The Gamma-Gamma Model of Monetary Value (2013),
whose equations (n) are named below.  Their fit to the 946 customers of CDNOW who came
back is found again: p 6.25, q 3.74, v 15.44 (their γ).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from mktlib.core.inputs import Quantity, counted, plain
from mktlib.core.text import Text

from .fitting import (
    Fitted,
    Likelihood,
    enough_histories,
    maximise,
    refuse_if,
    rows,
    unique_rows,
    whole_numbers,
)


@dataclass(frozen=True, repr=False)
class GammaGamma(Fitted):
    """A fitted Gamma–Gamma: p and q have no unit, v the money's; and what it was fitted to."""

    p: float
    q: float
    v: float
    log_likelihood: float
    customers: int

    @property
    def population_mean(self) -> float:
        """What customers spend at a purchase, each customer counting once: p v / (q - 1).

        Refused when q is not above 1: the mean has no end then.

        >>> GammaGamma(p=6, q=4, v=15, log_likelihood=0, customers=0).population_mean
        30.0
        """
        self._finite(self.q)
        return self.p * self.v / (self.q - 1)

    def expected_value(self, repeat_purchases: Quantity, mean_value: Quantity) -> Quantity:
        """What to expect of a customer's next purchase, after x of mean value z.

        p (v + x z) / (p x + q - 1), equation (5): a weighted mean of the customer's own mean, of
        weight p x / (p x + q - 1), and of everybody's.  No purchase yet: `population_mean`.

        >>> shop = GammaGamma(p=6, q=4, v=15, log_likelihood=0, customers=0)
        >>> shop.expected_value([0, 1, 100], [0, 200, 200]).round(2).tolist()
        [30.0, 143.33, 199.15]
        """
        x = np.asarray(counted("repeat_purchases", repeat_purchases), dtype=float)
        mean = np.asarray(counted("mean_value", mean_value), dtype=float)
        self._finite(self.p * x + self.q)
        return plain(self.p * (self.v + x * mean) / (self.p * x + self.q - 1))

    def _finite(self, tail: Quantity) -> None:
        refuse_if(
            np.asarray(tail) <= 1,
            Text(
                en="The spending of a few is so large that its mean has no end: q is not above 1.",
                fr="Les dépenses de quelques-uns sont si fortes que leur moyenne n’a pas de "
                "limite : q ne dépasse pas 1.",
            ),
        )


def fit_gamma_gamma(repeat_purchases: Quantity, mean_value: Quantity) -> GammaGamma:
    """The Gamma–Gamma under which these mean values were the most probable: one row a customer.

    `mean_value`: of the repeat purchases; customers without any are left out.
    Likelihood of a customer (1a): Γ(p x + q) / (Γ(p x) Γ(q)) x v^q z^(p x - 1) x^(p x)
    / (v + x z)^(p x + q).
    Refused, with the reason: nobody who came back, a purchase of nothing, everyone spending the
    same, fewer than four different pasts, and a parameter that runs away.
    """
    x, mean = rows(repeat_purchases=repeat_purchases, mean_value=mean_value)
    whole_numbers("repeat_purchases", x)
    back = x > 0
    x, mean = x[back], mean[back]
    _check(x, mean)
    unique = unique_rows(x, mean, counts=np.ones(x.size))
    enough_histories(unique[0].size, parameters=3)
    start = {"p": 2.0, "q": 4.0, "v": float(mean.mean())}
    found = maximise(_likelihood(*unique), start, _why)
    return GammaGamma(**found.parameters, log_likelihood=found.log_likelihood, customers=x.size)


def _likelihood(x: np.ndarray, mean: np.ndarray, customers: np.ndarray) -> Likelihood:
    """The log-likelihood of (p, q, v) and its slopes."""
    from scipy.special import digamma, gammaln

    spent = x * mean
    log_spent = np.log(spent)
    of_the_mean = customers @ np.log(mean)
    total = customers.sum()

    def value(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        p, q, v = parameters
        whole = np.log(v + spent)
        shape = p * x
        every = gammaln(shape + q) - gammaln(shape) + shape * (log_spent - whole) - q * whole
        top = digamma(shape + q)
        slopes = np.array(
            [
                customers @ (x * (top - digamma(shape) + log_spent - whole)),
                customers @ (top - whole) + total * (np.log(v) - digamma(q)),
                total * q / v - customers @ ((shape + q) / (v + spent)),
            ]
        )
        sums = customers @ every + total * (q * np.log(v) - gammaln(q)) - of_the_mean
        return float(sums), slopes

    return value


def _why(name: str, found: Mapping[str, float]) -> Text:
    if found["p"] > max(found["q"], 10):
        return Text(
            en="the purchases of one customer do not seem to vary",
            fr="les achats d’un même client ne semblent pas varier",
        )
    if found["q"] > 10:
        return Text(
            en="all customers seem to spend around the same mean",
            fr="tous les clients semblent dépenser autour d’une même moyenne",
        )
    return Text(
        en="how the purchases of one customer vary cannot be told from how customers differ",
        fr="rien ne distingue la variation des achats d’un même client des différences entre "
        "clients",
    )


def _check(x: np.ndarray, mean: np.ndarray) -> None:
    refuse_if(
        not x.size,
        Text(
            en="Nobody bought again: there is no repeat purchase whose value could be told.",
            fr="Personne n’a racheté : il n’y a aucun réachat dont estimer la valeur.",
        ),
    )
    refuse_if(
        mean == 0,
        Text(
            en="A purchase has a value above 0: leave out customers whose mean_value is 0.",
            fr="Un achat a une valeur supérieure à 0 : écartez les clients dont « mean_value » "
            "vaut 0.",
        ),
    )
    refuse_if(
        x.size > 1 and np.ptp(mean) <= 1e-9 * mean.max(),
        Text(
            en="Everyone spends the same: there is no difference to model, "
            "and that value is the forecast.",
            fr="Tous dépensent la même somme : il n’y a pas de différence à modéliser, "
            "et cette somme est la prévision.",
        ),
    )
