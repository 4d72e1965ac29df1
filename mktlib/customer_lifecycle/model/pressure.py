"""How many messages to send: each one more is answered less, and makes a few leave."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from mktlib.core.inputs import counted, one, proportion, whole
from mktlib.core.text import PlainError, Text


@dataclass(frozen=True)
class Messages:
    """How subscribers take messages; every figure a teaching assumption.

    `response_rate`: share who answer the first message of a month.
    `fatigue`: each further one of the month is answered that share less (0.25: 25 % less).
    `unsubscribe_rate`: share who leave at the first message of a month.
    `irritation`: each further one of the month makes that share more leave.
    `margin_per_response_eur`, `cost_per_message_eur`: margin of an answer; price of a message.
    `value_of_subscriber_eur`: margin to come that is lost with one who leaves.
    """

    response_rate: float = 0.03
    fatigue: float = 0.25
    unsubscribe_rate: float = 0.002
    irritation: float = 0.25
    margin_per_response_eur: float = 20.0
    cost_per_message_eur: float = 0.01
    value_of_subscriber_eur: float = 30.0

    def __post_init__(self) -> None:
        for name in ("response_rate", "fatigue", "unsubscribe_rate"):
            one(name, getattr(self, name), proportion)
        for name in (
            "irritation",
            "margin_per_response_eur",
            "cost_per_message_eur",
            "value_of_subscriber_eur",
        ):
            one(name, getattr(self, name), counted)


def message_pressure(messages: Messages | None = None, most: int = 12) -> pd.DataFrame:
    """What each message of a month brings and costs, for one subscriber at its start.

    gain_k = S_(k-1) (p_k m - c - u_k V),  S_k = S_(k-1) (1 - u_k),  S_0 = 1,
    p_k = p (1 - fatigue)^(k-1),  u_k = u (1 + irritation)^(k-1), at most 1

    k: the message's rank in the month; S: share still there to get it; p, u: response and
    unsubscribe rates at the first; m: margin of an answer; c: price of a message; V: value
    of a subscriber.
    Rows: `message` 1 to `most`.  Columns, of the k-th message: `response_rate`,
    `unsubscribe_rate`, `still_there_share`, `margin_eur`, `cost_eur`, `loss_eur`, `gain_eur`;
    of all k together: `responses`, `unsubscribed_share`, `net_eur`.
    Teaching assumptions: the rates of `Messages`; a month's fatigue is gone the next month;
    V does not depend on how many messages are sent later; who answers does not leave less.

    >>> table = message_pressure(Messages(), most=6)
    >>> table["gain_eur"].round(3).tolist()
    [0.53, 0.364, 0.233, 0.125, 0.033, -0.05]
    >>> table["net_eur"].round(3).tolist()
    [0.53, 0.894, 1.127, 1.252, 1.285, 1.235]
    """
    messages = messages or Messages()
    rank = np.arange(1, whole("most", most, least=1) + 1)
    responses, leaving = _rates_at(messages, rank)
    still_there = np.append(1.0, np.cumprod(1 - leaving)[:-1])
    margin = still_there * responses * messages.margin_per_response_eur
    cost = still_there * messages.cost_per_message_eur
    loss = still_there * leaving * messages.value_of_subscriber_eur
    gain = margin - cost - loss
    return pd.DataFrame(
        {
            "response_rate": responses,
            "unsubscribe_rate": leaving,
            "still_there_share": still_there,
            "margin_eur": margin,
            "cost_eur": cost,
            "loss_eur": loss,
            "gain_eur": gain,
            "responses": np.cumsum(still_there * responses),
            "unsubscribed_share": 1 - still_there * (1 - leaving),
            "net_eur": np.cumsum(gain),
        },
        index=pd.Index(rank, name="message"),
    )


def _rates_at(messages: Messages, rank: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    responses = messages.response_rate * (1 - messages.fatigue) ** (rank - 1)
    with np.errstate(over="ignore", invalid="ignore"):
        leaving = messages.unsubscribe_rate * (1 + messages.irritation) ** (rank - 1.0)
    return responses, np.minimum(np.nan_to_num(leaving, posinf=1.0), 1.0)


def best_messages_per_month(messages: Messages | None = None) -> int:
    """The number of messages a month that brings most: the last one that gains anything.

    p_k m > c + u_k V  for k = 1 … best; message best + 1 costs more than it brings.

    The left side only falls and the right side only rises with k, so that the first message
    that does not pay is followed by none that does: comparing the next message with its
    own cost finds the very best number.  0 if not even the first pays.

    >>> best_messages_per_month(Messages())
    5
    >>> best_messages_per_month(Messages(value_of_subscriber_eur=0))  # leaving costs nothing
    15
    >>> best_messages_per_month(Messages(response_rate=0))
    0
    >>> best_messages_per_month(Messages(fatigue=0, irritation=0))
    Traceback (most recent call last):
    mktlib.core.text.PlainError: Nobody tires of these messages: there is no best number of them.
    """
    messages = messages or Messages()
    rank = np.arange(1, 10_001)
    responses, leaving = _rates_at(messages, rank)
    loss = messages.cost_per_message_eur + leaving * messages.value_of_subscriber_eur
    pays = responses * messages.margin_per_response_eur > loss
    if pays.all():
        raise PlainError(
            Text(
                en="Nobody tires of these messages: there is no best number of them.",
                fr="Personne ne se lasse de ces messages : il n’y a pas de meilleur nombre.",
            )
        )
    return int(pays.argmin())


@dataclass(frozen=True)
class ChannelPreference:
    """How many people prefer another channel, and how they take ours; teaching assumptions.

    `preferred_share`: people for whom the one channel used today is the one they prefer.
    `other_response`: what the others answer, as a share of what they would on their own.
    `other_unsubscribe`: how many times more the others leave.
    `answer_share`: people who tell their channel when asked.
    `cost_of_asking_eur`: per subscriber and month.
    """

    preferred_share: float = 0.4
    other_response: float = 0.3
    other_unsubscribe: float = 2.0
    answer_share: float = 1.0
    cost_of_asking_eur: float = 0.0

    def __post_init__(self) -> None:
        for name in ("preferred_share", "other_response", "answer_share"):
            one(name, getattr(self, name), proportion)
        for name in ("other_unsubscribe", "cost_of_asking_eur"):
            one(name, getattr(self, name), counted)


@dataclass(frozen=True)
class Asked:
    """What asking people which channel they prefer changes, per subscriber and month.

    `table`: rows `messages` 0, 1, …; for everyone written to on one channel (`everyone_`) and
    for those who told theirs (`asked_`): `..._net_eur`, `..._responses`,
    `..._unsubscribed_share`.
    `everyone_best`, `asked_best`: best number of messages; `everyone_net_eur`,
    `asked_net_eur`: what they bring; `gain_eur`: what asking adds, its cost paid.
    `messages_for_same_margin`: fewest messages on people's own channel that bring at least
    what the best number brings without asking; None if none does.
    """

    table: pd.DataFrame
    everyone_best: int
    asked_best: int
    everyone_net_eur: float
    asked_net_eur: float
    gain_eur: float
    messages_for_same_margin: int | None


def ask_preference(
    messages: Messages | None = None,
    preference: ChannelPreference | None = None,
    most: int = 12,
) -> Asked:
    """Write to everybody on one channel, or ask first and write to each on their own.

    Not asked, the others (1 - s of people) answer `other_response` times as much and leave
    `other_unsubscribe` times as much; asked, all those who answer are taken as people on
    their preferred channel, described by `messages`.
    gain = answer_share x (best net when asked - best net when not) - cost of asking

    Asking does not always lower the best number of messages: welcome ones bear repeating.
    It lowers the number that it takes for a result (`messages_for_same_margin`).
    Teaching assumptions: those of `Messages` and `ChannelPreference`; the channels cost the
    same; those who answer are like the others.

    >>> asked = ask_preference()
    >>> asked.everyone_best, asked.asked_best, asked.messages_for_same_margin
    (3, 5, 1)
    >>> round(asked.everyone_net_eur, 3), round(asked.asked_net_eur, 3)
    (0.409, 1.285)
    """
    messages, preference = messages or Messages(), preference or ChannelPreference()
    others = replace(
        messages,
        response_rate=messages.response_rate * preference.other_response,
        unsubscribe_rate=min(messages.unsubscribe_rate * preference.other_unsubscribe, 1.0),
    )
    # Beyond the best number of each group, a message loses with both: the best of the mix
    # cannot lie there, though its gains need not fall one after the other.
    asked_best = best_messages_per_month(messages)
    furthest = max(asked_best, best_messages_per_month(others))
    rows = max(whole("most", most, least=1), furthest)
    own, other = _from_none(messages, rows), _from_none(others, rows)
    everyone = preference.preferred_share * own + (1 - preference.preferred_share) * other
    everyone_best = int(everyone["net_eur"].loc[:furthest].to_numpy().argmax())
    everyone_net = float(everyone["net_eur"][everyone_best])
    asked_net = float(own["net_eur"][asked_best])
    enough = own["net_eur"] >= everyone_net - 1e-12
    table = pd.concat([everyone.add_prefix("everyone_"), own.add_prefix("asked_")], axis=1)
    return Asked(
        table=table.loc[:most],
        everyone_best=everyone_best,
        asked_best=asked_best,
        everyone_net_eur=everyone_net,
        asked_net_eur=asked_net,
        gain_eur=preference.answer_share * (asked_net - everyone_net)
        - preference.cost_of_asking_eur,
        messages_for_same_margin=int(enough.to_numpy().argmax()) if enough.any() else None,
    )


def _from_none(messages: Messages, most: int) -> pd.DataFrame:
    table = message_pressure(messages, most)[["net_eur", "responses", "unsubscribed_share"]]
    return table.reindex(range(most + 1), fill_value=0.0).rename_axis("messages")
