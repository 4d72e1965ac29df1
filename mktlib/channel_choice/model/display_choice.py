"""Which brand, given how each one is displayed, featured and priced: a conditional logit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from mktlib.core.text import PlainError, Text

BRANDS = ("sunshine", "keebler", "nabisco", "private")  # of the dataset crackers
LEVERS = ("display_only", "feature_only", "display_and_feature", "price")
ENOUGH = 1e-9  # of a log-likelihood: a Newton step that promises less is the last one


@dataclass(frozen=True)
class DisplayChoice:
    """A fitted conditional logit of brand choice.

    `coefficients`, `standard_errors`: in units of utility, by name: each brand (against
    `base_brand`), then a display alone, a feature (newspaper advert) alone, both at once, and price
    (per USD).  exp(coefficient): by what the odds against any other brand are multiplied.
    """

    coefficients: pd.Series
    standard_errors: pd.Series
    log_likelihood: float
    purchases: int
    base_brand: str

    def choice_shares(
        self,
        prices_usd: Mapping[str, float],
        displayed: Collection[str] = (),
        featured: Collection[str] = (),
    ) -> pd.Series:
        """The share of purchases of each brand with these prices, displays and adverts.

        exp(u) / sum of exp(u); u = brand + display or feature or both + price x price_usd.
        `prices_usd`: of the brands on the shelf.
        Limits: "red bus, blue bus": a brand that gains takes from the others in proportion
        to their shares, whichever it resembles.

        >>> names = ["sunshine", "keebler", "private", *LEVERS]
        >>> nothing = pd.Series(0.0, index=names)
        >>> fit = DisplayChoice(nothing, nothing, 0.0, purchases=0, base_brand="nabisco")
        >>> fit.choice_shares({"nabisco": 1.20, "private": 0.70}).to_dict()  # nobody minds
        {'nabisco': 0.5, 'private': 0.5}
        """
        brands = list(prices_usd)
        own = self.coefficients.reindex(brands, fill_value=0.0).to_numpy()
        _known(*brands, *displayed, *featured)
        levers = _levers(
            np.array([int(brand in displayed) for brand in brands]),
            np.array([int(brand in featured) for brand in brands]),
            np.array([prices_usd[brand] for brand in brands]),
        )
        utility = own + levers @ self.coefficients[list(LEVERS)].to_numpy()
        weight = np.exp(utility - utility.max())
        return pd.Series(weight / weight.sum(), index=brands, name="choice_share")


def fit_display_choice(crackers: pd.DataFrame, base_brand: str = "nabisco") -> DisplayChoice:
    """What a display, an advert and a price do to the brand chosen, by maximum likelihood.

    P(brand j) = exp(u_j) / sum over k of exp(u_k); u_j = constant_j (0 for the base brand) + b1
    if displayed only + b2 if featured only + b3 if both + b4 x price_j (USD).  The
    log-likelihood is concave: Newton's method with its exact gradient and Hessian, from 0;
    standard errors from the inverse of the Hessian.  `crackers`: one row a purchase, with
    `brand`, and `display_`, `feature_` (0 or 1) and `price_..._usd` of each of the four brands.
    Limits: every household is the same, and no purchase remembers the one before it: the
    standard errors are too small.  A display is not drawn by lot: shops display what sells.
    Source: McFadden (1974); Franses & Paap, Quantitative Models in Marketing Research
    (2001), ch. 5: log-likelihood -3215.83 without each household's last purchase, which needs
    the coefficient of both at once (with their sum in its place it is -3216.01).

    >>> from mktlib.core.dataset import load
    >>> crackers = load("crackers")
    >>> fit = fit_display_choice(crackers[~crackers["last_purchase"]])
    >>> round(fit.log_likelihood, 2)
    -3215.83
    """
    _check(crackers, base_brand)
    others = [brand for brand in BRANDS if brand != base_brand]
    traits = np.stack([_traits(crackers, brand, others) for brand in BRANDS], axis=1)
    chosen = crackers["brand"].to_numpy()[:, None] == np.array(BRANDS)
    centred = traits - np.einsum("nj,njk->nk", chosen, traits)[:, None]  # less the chosen one's
    names = [*others, *LEVERS]

    def slopes(beta: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        utility = centred @ beta
        top = utility.max(axis=1, keepdims=True)
        weight = np.exp(utility - top)
        whole = weight.sum(axis=1, keepdims=True)
        chance = weight / whole
        mean = np.einsum("nj,njk->nk", chance, centred)
        spread = np.einsum("nj,njk,njl->kl", chance, centred, centred) - mean.T @ mean
        return -float(np.sum(top + np.log(whole))), -mean.sum(axis=0), spread

    beta = np.zeros(len(names))
    likelihood, gradient, information = slopes(beta)
    while (step := _solve(information, gradient)) @ gradient > ENOUGH:
        while (better := slopes(beta + step))[0] < likelihood:
            step = step / 2
        beta, (likelihood, gradient, information) = beta + step, better
    return DisplayChoice(
        coefficients=pd.Series(beta, index=names, name="coefficient"),
        standard_errors=pd.Series(
            np.sqrt(np.diag(np.linalg.inv(information))), index=names, name="standard_error"
        ),
        log_likelihood=likelihood,
        purchases=len(crackers),
        base_brand=base_brand,
    )


def _traits(crackers: pd.DataFrame, brand: str, others: list[str]) -> np.ndarray:
    """One row a purchase: the brands' constants (its own is 1), then the LEVERS."""
    constants = np.tile([float(brand == other) for other in others], (len(crackers), 1))
    columns = (f"display_{brand}", f"feature_{brand}", f"price_{brand}_usd")
    return np.hstack([constants, _levers(*(crackers[name].to_numpy() for name in columns))])


def _levers(displayed: np.ndarray, featured: np.ndarray, price_usd: np.ndarray) -> np.ndarray:
    """The columns of LEVERS."""
    both = displayed * featured
    return np.column_stack([displayed - both, featured - both, both, price_usd]).astype(float)


def _solve(information: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    try:
        return np.linalg.solve(information, gradient)
    except np.linalg.LinAlgError:
        raise PlainError(
            Text(
                en="These purchases cannot tell the levers apart: "
                "display, feature and price must all vary.",
                fr="Ces achats ne permettent pas de distinguer les leviers : "
                "mise en avant, annonce et prix doivent tous varier.",
            )
        ) from None


def _check(crackers: pd.DataFrame, base_brand: str) -> None:
    _known(base_brand, *crackers["brand"].unique())
    if crackers.isna().any(axis=None):
        raise PlainError(
            Text(
                en="Some purchases have blanks: drop those rows first, with dropna().",
                fr="Des achats ont des cases vides : ôtez d’abord ces lignes, avec dropna().",
            )
        )


def _known(*brands: str) -> None:
    if not set(brands) <= set(BRANDS):
        raise PlainError(
            Text(
                en=f"The brands are {', '.join(BRANDS)}.",
                fr=f"Les marques sont {', '.join(BRANDS)}.",
            )
        )
