"""How every model fitted to customers here is fitted, and how a fit is refused.

Maximum likelihood: of all values of the parameters, those under which the customers observed
were the most probable.  All parameters are above 0, so their logarithms are searched, uphill
along the exact slopes.  A maximum is believed when one more Newton step would gain nothing and
the top is round in every direction; a ridge that never comes down means that the data do not
pin the parameters down, and that is said instead of a number.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from mktlib.core.inputs import Quantity, column
from mktlib.core.text import PlainError, Text

Likelihood: TypeAlias = Callable[[np.ndarray], tuple[float, np.ndarray]]  # and its slopes
Why: TypeAlias = Callable[[str, Mapping[str, float]], Text]  # why this parameter ran away

REACH = 12.0  # how far a logarithm is searched either side of its start: 160,000 times
FLAT = 0.01  # curvature of a ridge: 10 logarithms (22,000 times) away it is 0.5 lower
ENOUGH = 1e-7  # of a log-likelihood: a Newton step that promises less is the last one
STARTS = (0.0, 1.5, -1.5)  # shifts of the start; the later ones only when the first ends nowhere


class Fitted:
    """What shows a fitted model in one line, with no more digits than matter."""

    def __repr__(self) -> str:
        shown = (
            f"{field.name}={_short(field.name, getattr(self, field.name))}"
            for field in dataclasses.fields(self)  # type: ignore[arg-type]
        )
        return f"{type(self).__name__}({', '.join(shown)})"


def _short(name: str, value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{value:.1f}" if name == "log_likelihood" else f"{value:.4g}"


@dataclass(frozen=True)
class Maximum:
    """The parameters at the top, by name, and the log-likelihood there."""

    parameters: dict[str, float]
    log_likelihood: float


def maximise(likelihood: Likelihood, start: Mapping[str, float], why: Why) -> Maximum:
    """The parameters that make `likelihood` largest, or one sentence that says why none does.

    `likelihood`: from the parameters to the log-likelihood of all rows and its slopes;
    `start`: a guess of each parameter; `why`: what it means when a parameter runs away.

    >>> heads = lambda odds: (7 * np.log(odds[0]) - 10 * np.log(1 + odds[0]),
    ...                       7 / odds - 10 / (1 + odds))
    >>> round(maximise(heads, {"odds": 1.0}, lambda *_: Text(en="", fr="")).parameters["odds"], 6)
    2.333333
    """
    names, guess = list(start), np.array(list(start.values()))

    def downhill(logs: np.ndarray) -> tuple[float, np.ndarray]:
        parameters = guess * np.exp(logs)
        value, slopes = likelihood(parameters)
        return -value, -slopes * parameters

    ends = []
    for shift in STARTS:
        end = _descend(downhill, np.full(len(names), shift))
        ends.append(end)
        if end.settled:
            break
    best = min(ends, key=lambda end: end.value)
    found = dict(zip(names, (guess * np.exp(best.logs)).tolist(), strict=True))
    if best.settled:
        return Maximum(found, -best.value)
    if best.loose is None:
        raise PlainError(
            Text(
                en="The search for the parameters did not converge: these data are unlike "
                "anything the model describes.",
                fr="La recherche des paramètres n’a pas convergé : ces données ne ressemblent à "
                "rien de ce que le modèle décrit.",
            )
        )
    name = names[best.loose]
    reason, grows = why(name, found), best.logs[best.loose] > 0
    raise PlainError(
        Text(
            en=f"These data do not pin down {name}, which {'grows without end' if grows else 'shrinks'}"
            f"{'' if grows else ' to nothing'}: {reason.en}.",
            fr=f"Ces données ne déterminent pas {name}, qui {'croît sans fin' if grows else 'tend vers'}"
            f"{'' if grows else ' zéro'} : {reason.fr}.",
        )
    )


@dataclass(frozen=True)
class _End:
    """Where a search ended: `loose` is the parameter that the data do not pin down, if any."""

    logs: np.ndarray
    value: float
    settled: bool
    loose: int | None


def _descend(downhill: Likelihood, start: np.ndarray) -> _End:
    from scipy.optimize import minimize

    options = {"ftol": 1e-13, "gtol": 1e-6, "maxiter": 500, "maxcor": 20}
    bounds = [(-REACH, REACH)] * start.size
    with np.errstate(over="ignore", invalid="ignore"):
        found = minimize(
            downhill, start, jac=True, method="L-BFGS-B", bounds=bounds, options=options
        )
        logs, value = found.x, float(found.fun)
        for _ in range(5):
            slope, curvature = _curvature(downhill, logs)
            roundness, directions = np.linalg.eigh(curvature)
            edge = np.abs(logs) > REACH - 1e-3
            if edge.any():
                return _End(logs, value, False, int(np.argmax(np.where(edge, np.abs(slope), -1))))
            if roundness[0] < FLAT:
                return _End(logs, value, False, int(np.argmax(np.abs(directions[:, 0]))))
            step = np.linalg.solve(curvature, slope)
            if slope @ step / 2 < ENOUGH:
                return _End(logs, value, True, None)
            logs = np.clip(logs - step, -REACH, REACH)
            value = float(downhill(logs)[0])
    return _End(logs, value, False, None)


def _curvature(downhill: Likelihood, logs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The slope, and its own slopes in each direction by central differences."""
    width = 1e-4
    sides = [
        (downhill(logs + step)[1] - downhill(logs - step)[1]) / (2 * width)
        for step in width * np.eye(logs.size)
    ]
    half = np.array(sides) / 2
    return downhill(logs)[1], half + half.T


def rising(start: float, most: int) -> tuple[np.ndarray, np.ndarray]:
    """ln of start (start + 1) … (start + n - 1), n factors, for n = 0 … most; and its slopes.

    The same as gammaln(start + n) - gammaln(start) and digamma(start + n) - digamma(start), but
    exact when `start` is large.

    >>> log, slope = rising(2.0, 3)
    >>> np.exp(log).round(6).tolist(), slope.round(6).tolist()
    ([1.0, 2.0, 6.0, 24.0], [0.0, 0.5, 0.833333, 1.083333])
    """
    factors = start + np.arange(most)
    log, slope = np.zeros(most + 1), np.zeros(most + 1)
    np.cumsum(np.log(factors), out=log[1:])
    np.cumsum(1 / factors, out=slope[1:])
    return log, slope


def unique_rows(*columns: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, ...]:
    """Each different row once, column by column, and last how many there are of it.

    >>> for each in unique_rows(np.array([1, 0, 1]), np.array([5, 5, 5]), counts=np.ones(3)):
    ...     print(each)
    [0 1]
    [5 5]
    [1. 2.]
    """
    order = np.lexsort(columns)
    table = np.array(columns)[:, order]
    new = np.ones(order.size, dtype=bool)
    new[1:] = (table[:, 1:] != table[:, :-1]).any(axis=0)
    first = np.flatnonzero(new)
    return (*table[:, first], np.add.reduceat(counts[order], first))


def rows(**columns: Quantity) -> list[np.ndarray]:
    """Rows of numbers of the same length, none negative, none blank.

    >>> rows(repeat_purchases=[1, 2], weeks_observed=[3])
    Traceback (most recent call last):
    mktlib.core.text.PlainError: The columns must have as many rows as each other, not 2 and 1.
    """
    found = [column(name, values) for name, values in columns.items()]
    sizes = list(dict.fromkeys(each.size for each in found))
    if len(sizes) > 1:
        listed = [str(size) for size in sizes]
        raise PlainError(
            Text(
                en=f"The columns must have as many rows as each other, not {' and '.join(listed)}.",
                fr="Les colonnes doivent avoir autant de lignes les unes que les autres, "
                f"pas {' et '.join(listed)}.",
            )
        )
    return found


def refuse_if(wrong: bool | np.bool_ | np.ndarray, sentence: Text) -> None:
    """Stop with this sentence if any row is wrong."""
    if np.any(wrong):
        raise PlainError(sentence)


def enough_histories(different: int, parameters: int) -> None:
    """Refuse fewer different histories than can tell the parameters apart.

    >>> enough_histories(1, parameters=4)
    Traceback (most recent call last):
    mktlib.core.text.PlainError: 4 parameters need at least 5 different histories, not 1.
    """
    refuse_if(
        different <= parameters,
        Text(
            en=f"{parameters} parameters need at least {parameters + 1} different histories, "
            f"not {different}.",
            fr=f"{parameters} paramètres demandent au moins {parameters + 1} histoires "
            f"différentes, pas {different}.",
        ),
    )


def whole_numbers(name: str, values: np.ndarray) -> np.ndarray:
    """`values` as whole numbers, or one sentence that says they are counts.

    >>> whole_numbers("repeat_purchases", np.array([1.5]))
    Traceback (most recent call last):
    mktlib.core.text.PlainError: repeat_purchases counts: it must be whole numbers.
    """
    refuse_if(
        ~np.isfinite(values) | (values != np.floor(values)),
        Text(
            en=f"{name} counts: it must be whole numbers.",
            fr=f"« {name} » compte : il lui faut des nombres entiers.",
        ),
    )
    return np.asarray(values).astype(int)


@dataclass(frozen=True)
class Chances:
    """What to say when a beta distribution of chances (first, second) runs away."""

    never: Text
    always: Text
    alike: Text  # the chance of everybody is the same
    either: Text  # 0 for some and 1 for the others, nothing in between

    def why(self, first: float, second: float) -> Text:
        mean = first / (first + second)
        if mean < 1e-3:
            return self.never
        if mean > 1 - 1e-3:
            return self.always
        return self.alike if first + second > 10 else self.either
