"""Carry-over: an advert goes on working after it has run, a little less every period.

A period is whatever the rows are: a week, a month.  A carry-over of 0.6 a week is not
0.6 a month: it is 0.6 ** (52 / 12), about 0.11.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from mktlib.core.inputs import Quantity, column, counted, numeric, pair, proportion, whole
from mktlib.core.text import PlainError, Text

# Geometric carry-over


def adstock(spend: Quantity, carry_over: float, start: float = 0.0) -> np.ndarray:
    """The pressure felt in each period: its own spend, and what is left of the past's.

    a_t = x_t + c a_(t-1) = x_t + c x_(t-1) + c^2 x_(t-2) + ...; x the spend, c the carry-over
    a period, a_0 = `start`, the pressure left from before the first row.  In the spend's unit.
    Teaching assumption: what is left fades by the same share each period, from the first
    on; an advert that works best a month later needs another shape.
    Source: Koyck, Distributed Lags and Investment Analysis (1954); Broadbent, One Way TV
    Advertisements Work (J. Market Research Society 21, 1979), who names it adstock.

    >>> adstock([100, 0, 0, 50], carry_over=0.5).tolist()
    [100.0, 50.0, 25.0, 62.5]
    >>> 50 + 0.5**3 * 100  # the definition, in the fourth period
    62.5
    """
    kept = _carry_over(carry_over)
    row = column("spend", spend)
    row[0] += kept * counted("start", start)
    return np.array(list(accumulate(row.tolist(), lambda before, now: kept * before + now)))


def leads_without_carry_over(
    leads: Quantity, carry_over: float, start: float | None = None
) -> np.ndarray:
    """Of the leads of each period, those that its own adverts brought: adstock undone.

    x_t = a_t - c a_(t-1); `leads` a_t, one row a period; `start` a_0, the leads of the period
    before the first row (default: as many as in the first row, a steady campaign).
    Limits: a negative number says that leads fell faster than the carry-over allows: c is
    too high, or these leads come from elsewhere.

    >>> leads_without_carry_over([100, 50, 25, 62.5], carry_over=0.5, start=0).tolist()
    [100.0, 0.0, 0.0, 50.0]
    >>> leads_without_carry_over([100, 100], carry_over=0.6).tolist()  # steady: 1 - c of them
    [40.0, 40.0]
    """
    kept = _carry_over(carry_over)
    row = column("leads", leads)
    before = row[0] if start is None else counted("start", start)
    return row - kept * np.append(before, row[:-1])


def half_life(carry_over: float) -> float:
    """After how many periods half of an advert's pressure is gone.

    ln(1/2) / ln(c); c the carry-over a period.  In periods; 0 if nothing is carried over.

    >>> half_life(0.5)
    1.0
    >>> round(0.8 ** half_life(0.8), 9)  # the definition: what is left by then
    0.5
    """
    kept = _carry_over(carry_over)
    return math.log(0.5) / math.log(kept) if kept else 0.0


def carry_over_of(half_life: float) -> float:
    """The carry-over a period of an advert whose pressure halves in `half_life` periods.

    c = (1/2)^(1 / half-life): the inverse of `half_life`.

    >>> carry_over_of(1), carry_over_of(0)
    (0.5, 0.0)
    """
    periods = counted("half_life", half_life)
    return 0.5 ** (1 / periods) if periods else 0.0


def long_run_multiplier(carry_over: float) -> float:
    """Everything an advert ever does, over what it does in its own period.

    1 + c + c^2 + ... = 1 / (1 - c); c the carry-over a period.
    Published orders of size: 2 (Wood & Poltrack, Journal of Advertising Research 55, 2015);
    0.24 / 0.12 = 2 in Sethuraman, Tellis & Briesch (Journal of Marketing Research 48, 2011).

    >>> long_run_multiplier(0.5), sum(0.5**t for t in range(60))
    (2.0, 2.0)
    """
    return 1 / (1 - _carry_over(carry_over))


def _carry_over(value: float) -> float:
    if proportion("carry_over", value) == 1:
        raise PlainError(
            Text(
                en="A carry-over of 1 never fades: write less than 1.",
                fr="Une rémanence de 1 ne s’éteint jamais : écrivez moins que 1.",
            )
        )
    return float(value)


# An advertiser's quotes, rebuilt by hand


def rebuilt_quotes(
    adverts: Quantity,
    intercept: float,
    effect_now: float,
    carry_over: float,
    start: float | None = None,
) -> np.ndarray:
    """The quotes that the adverts would explain: a base, an effect now, and what carries over.

    intercept + effect now x adstock(adverts, carry-over); one row a period, in the quotes'
    unit.  `start`: the pressure before the first row; by default that of adverts which had
    always run at their mean, mean / (1 - c), since nobody knows what came before.
    Teaching assumption: geometric carry-over.  `distributed_lag` assumes no shape.

    >>> rebuilt_quotes([8, 8, 0, 0], intercept=2, effect_now=1.5, carry_over=0.5, start=16)
    array([26., 26., 14.,  8.])
    """
    row = column("adverts", adverts)
    if start is None:
        start = float(row.mean()) * long_run_multiplier(carry_over)
    return intercept + effect_now * adstock(row, carry_over, start)


def rebuilding_error(quotes: Quantity, rebuilt: Quantity) -> float:
    """How far the rebuilt quotes are from the real ones, typically, in the quotes' unit.

    Root mean squared error: sqrt(mean((quotes - rebuilt)^2)); 0 is perfect.

    >>> rebuilding_error([10, 14], [11, 7])  # off by 1 and by 7: (1 + 49) / 2 = 5^2
    5.0
    """
    ours = np.asarray(numeric("rebuilt", rebuilt), dtype=float)
    real, _ = pair(quotes=quotes, rebuilt=np.abs(ours))
    return float(np.sqrt(np.mean((real - ours) ** 2)))


@dataclass(frozen=True)
class Rebuilding:
    """The base, effect and carry-over nearest to the real quotes, and the error they leave."""

    intercept: float
    effect_now: float
    carry_over: float
    error: float


def best_rebuilding(quotes: Quantity, adverts: Quantity) -> Rebuilding:
    """The intercept, effect and carry-over that leave the least error (least squares).

    For each carry-over the other two are a straight line's: the carry-over is searched for
    on a grid from 0 to 0.98, then refined around the best.
    Limits: the errors of neighbouring periods resemble each other, which least squares does
    not know and `distributed_lag` does; adverts that never change explain nothing.

    >>> adverts = [5, 9, 0, 7, 2, 8]
    >>> found = best_rebuilding(rebuilt_quotes(adverts, 3, 1.5, 0.4), adverts)
    >>> round(found.intercept, 4), round(found.effect_now, 4), round(found.carry_over, 4)
    (3.0, 1.5, 0.4)
    """
    real, row = pair(quotes=quotes, adverts=adverts)
    if row.size < 4 or np.ptp(row) == 0:
        raise PlainError(
            Text(
                en="There must be at least 4 periods, and adverts that change.",
                fr="Il faut au moins 4 périodes, et des publicités qui varient.",
            )
        )

    def line(carry_over: float) -> Rebuilding:
        pressure = rebuilt_quotes(row, 0, 1, carry_over)
        slope = np.cov(pressure, real, bias=True)[0, 1] / pressure.var()
        base = real.mean() - slope * pressure.mean()
        error = float(np.sqrt(np.mean((real - base - slope * pressure) ** 2)))
        return Rebuilding(float(base), float(slope), carry_over, error)

    def error(carry_over: float) -> float:
        return line(carry_over).error

    from scipy.optimize import minimize_scalar

    step = 0.02
    near = min(np.arange(0, 1, step).tolist(), key=error)
    bounds = (max(near - step, 0.0), min(near + step, 0.999))
    refined = minimize_scalar(error, bounds=bounds, method="bounded", options={"xatol": 1e-9})
    return min(line(near), line(float(refined.x)), key=lambda found: found.error)


# Distributed lag, as econometrics does it


@dataclass(frozen=True)
class DistributedLag:
    """Quotes explained by the adverts of this period and of the ones before.

    `effects`: quotes per unit of advert, now, one period later, ...; `autoregressive`,
    `moving_average`: how the errors remember; `periods`: rows used; `akaike` (AIC),
    `akaike_corrected` (AICc), `bayesian` (BIC): the lower, the better, on the same rows.
    """

    intercept: float
    effects: tuple[float, ...]
    autoregressive: tuple[float, ...]
    moving_average: tuple[float, ...]
    periods: int
    log_likelihood: float
    akaike: float
    akaike_corrected: float
    bayesian: float

    @property
    def long_run_effect(self) -> float:
        """Quotes per unit of advert once every lag has had its say: the sum of the effects."""
        return sum(self.effects)

    @property
    def effect_at_once_share(self) -> float:
        """The share of the whole effect that comes in the advert's own period."""
        return self.effects[0] / self.long_run_effect


def distributed_lag(
    quotes: Quantity,
    adverts: Quantity,
    lags: int = 1,
    autoregressive_order: int = 3,
    moving_average_order: int = 0,
    with_intercept: bool = True,
    periods_left_out: int | None = None,
) -> DistributedLag:
    """Quotes explained by present and past adverts, with errors that remember their past.

    y_t = b + g_0 x_t + g_1 x_(t-1) + ... + g_k x_(t-k) + e_t, e an ARMA(p, q) process;
    k `lags`, p and q the two orders.  Exact maximum likelihood (statsmodels' ARIMA).
    `periods_left_out`: the first rows that are not explained (default: the `lags` rows whose
    past is unknown).  To compare models by AICc, leave the same rows out of all of them.
    Limits: correlation in time; who raises adverts when business is good finds an effect too.
    Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice (2nd ed., 2018),
    9.6: with the defaults on their insurer, 1.256, 0.162, 2.04 and AIC 61.78, which is 39 of
    the 40 months; their AICc of 0 to 3 lags leaves 3 months out, with other orders for each.
    R prints 2.0393 for our intercept of 2.0413; the likelihood is the same to its digits.
    """
    real, row = pair(quotes=quotes, adverts=adverts)
    orders = (
        whole("autoregressive_order", autoregressive_order),
        0,
        whole("moving_average_order", moving_average_order),
    )
    past = whole("lags", lags)
    first = past if periods_left_out is None else whole("periods_left_out", periods_left_out, past)
    parameters = with_intercept + past + 1 + orders[0] + orders[2] + 1
    if real.size - first < parameters + 2:
        raise PlainError(
            Text(
                en=f"These are too few periods for {parameters} parameters: "
                "ask for fewer lags or lower orders.",
                fr=f"Il y a trop peu de périodes pour {parameters} paramètres : "
                "demandez moins de retards, ou des ordres plus bas.",
            )
        )
    from statsmodels.tsa.arima.model import ARIMA

    model = ARIMA(
        real[first:],
        exog=_lagged(row, past)[first:],
        order=orders,
        trend="c" if with_intercept else "n",
    )
    fit = model.fit(method_kwargs={"maxiter": 500})
    values = fit.params.tolist()
    intercept = values.pop(0) if with_intercept else 0.0
    return DistributedLag(
        intercept=intercept,
        effects=tuple(values[: past + 1]),
        autoregressive=tuple(fit.arparams.tolist()),
        moving_average=tuple(fit.maparams.tolist()),
        periods=int(fit.nobs),
        log_likelihood=float(fit.llf),
        akaike=float(fit.aic),
        akaike_corrected=float(fit.aicc),
        bayesian=float(fit.bic),
    )


def expected_quotes(fit: DistributedLag, adverts: Quantity) -> np.ndarray:
    """The quotes that the adverts explain, blank (NaN) while their past is unknown.

    b + g_0 x_t + ... + g_k x_(t-k): the regression without its errors.
    """
    row = column("adverts", adverts)
    return fit.intercept + _lagged(row, len(fit.effects) - 1) @ np.array(fit.effects)


def forecast_quotes(
    fit: DistributedLag, quotes: Quantity, adverts: Quantity, adverts_next: Quantity
) -> np.ndarray:
    """The quotes to come if the next adverts are these: zeros if they stop.

    The regression's part, and what is left of the last errors, which fades:
    e_(t+1) = f_1 e_t + ... + f_p e_(t+1-p).
    Limits: autoregressive errors only; adverts far from those seen (they never stopped in the
    data) are an extrapolation of the straight line.
    """
    if fit.moving_average:
        raise PlainError(
            Text(
                en="A forecast needs errors without moving average: moving_average_order=0.",
                fr="La prévision demande des erreurs sans moyenne mobile : moving_average_order=0.",
            )
        )
    real, row = pair(quotes=quotes, adverts=adverts)
    whole_row = np.concatenate([row, column("adverts_next", adverts_next)])
    regression = expected_quotes(fit, whole_row)
    errors = (real - regression[: real.size]).tolist()
    for _ in range(whole_row.size - row.size):
        recent = errors[: -len(fit.autoregressive) - 1 : -1]
        errors.append(sum(f * e for f, e in zip(fit.autoregressive, recent, strict=True)))
    return regression[row.size :] + np.array(errors[row.size :])


def _lagged(row: np.ndarray, lags: int) -> np.ndarray:
    """One column a lag, 0 first; blank where the past is unknown."""
    return np.column_stack(
        [np.concatenate([np.full(lag, np.nan), row[: row.size - lag]]) for lag in range(lags + 1)]
    )
