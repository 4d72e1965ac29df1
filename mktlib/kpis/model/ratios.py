"""KPIs: one number divided by another, and both named.

Every function takes plain numbers, arrays, or columns of a table, and gives the same
kind back.  Counts and money are never negative; a `_rate` or a `_share` lies between
0 and 1; money is in whatever currency it came in.  A single zero denominator is
refused in one sentence; in a column it leaves a blank (NaN) on its row.

Two words that the ratios below rest on:

- *impressions*: how many times a message was shown.  The same person counts each time.
- *reach*: how many different people were shown it at least once.  Platforms estimate it,
  each by its own rule for who is "the same person": do not add reach across networks,
  or across weeks.
"""

from __future__ import annotations

import numpy as np

from mktlib.core.inputs import Quantity, counted, numeric
from mktlib.core.text import PlainError, Text

# Dividing, with care


def ratio(**quantities: Quantity) -> Quantity:
    """The first quantity divided by the second; their names serve in error messages.

    >>> ratio(retweets=30, posts=12)
    2.5
    >>> ratio(retweets=30, posts=0)
    Traceback (most recent call last):
    mktlib.core.text.PlainError: posts is 0: there is nothing to divide by.
    >>> ratio(retweets=-1, posts=12)
    Traceback (most recent call last):
    mktlib.core.text.PlainError: retweets cannot be negative.
    """
    (part_name, part), (whole_name, whole) = quantities.items()
    return _divide(counted(part_name, part), counted(whole_name, whole), whole_name)


def share(**quantities: Quantity) -> Quantity:
    """The first quantity as a share, 0 to 1, of the second, of which it is a part.

    >>> share(clicks=12, impressions=400)
    0.03
    >>> share(clicks=400, impressions=12)
    Traceback (most recent call last):
    mktlib.core.text.PlainError: clicks cannot exceed impressions: have they been swapped?
    """
    result = ratio(**quantities)
    part, whole = quantities
    if np.any(result > 1):
        raise PlainError(
            Text(
                en=f"{part} cannot exceed {whole}: have they been swapped?",
                fr=f"« {part} » ne peut pas dépasser « {whole} » : les avez-vous intervertis ?",
            )
        )
    return result


def _divide(part: Quantity, whole: Quantity, whole_name: str) -> Quantity:
    if isinstance(whole, np.ndarray) and whole.ndim:
        whole = np.where(whole == 0, np.nan, whole)
    elif np.ndim(whole):
        whole = whole.mask(whole == 0)
    elif whole == 0:
        raise PlainError(
            Text(
                en=f"{whole_name} is 0: there is nothing to divide by.",
                fr=f"« {whole_name} » vaut 0 : on ne peut pas diviser.",
            )
        )
    result = part / whole
    return result.item() if isinstance(result, np.generic) else result


# Who saw it


def average_frequency(impressions: Quantity, reach: Quantity) -> Quantity:
    """How many times, on average, each person reached was shown the message.

    impressions / reach, in contacts per person; at least 1.
    Limits: an average.  3.0 can be everybody three times, or one person in ten thirty times.
    Source: Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (2nd ed., 2010), ch. 9.

    >>> average_frequency(impressions=12_000, reach=4_000)
    3.0
    """
    share(reach=reach, impressions=impressions)
    return ratio(impressions=impressions, reach=reach)


# Who reacted


def engagement_rate_by_followers(engagements: Quantity, followers: Quantity) -> Quantity:
    """Reactions, comments and shares for each follower of the account.

    engagements / followers.  Anyone can compute it for any public account.
    Limits: most followers never saw the post, and non-followers may have reacted; a widely
    shared post exceeds 1.  It tends to fall as an account grows, whatever its posts.

    >>> round(engagement_rate_by_followers(engagements=25_000, followers=367_000), 3)
    0.068
    """
    return ratio(engagements=engagements, followers=followers)


def engagement_rate_by_reach(engagements: Quantity, reach: Quantity) -> Quantity:
    """Reactions, comments and shares for each person who was shown the post.

    engagements / reach.  Judges the message rather than its distribution.
    Limits: reach is the platform's estimate, seen by the account's owner only; one person
    may like, comment and share, so that it is not a share of people and can exceed 1.

    >>> engagement_rate_by_reach(engagements=240, reach=1_500)
    0.16
    """
    return ratio(engagements=engagements, reach=reach)


def engagement_rate_by_impressions(engagements: Quantity, impressions: Quantity) -> Quantity:
    """Reactions, comments and shares each time the post was shown.

    engagements / impressions; equals the rate by reach divided by the average frequency.
    Limits: repeating a message to the same people lowers it, even if they all react.

    >>> engagement_rate_by_impressions(240, 6_000)
    0.04
    >>> engagement_rate_by_reach(240, 1_500) / average_frequency(6_000, 1_500)
    0.04
    """
    return ratio(engagements=engagements, impressions=impressions)


def amplification_rate(shares: Quantity, posts: Quantity) -> Quantity:
    """Shares (retweets, reposts) received for each post.

    shares / posts.  A mean per post, not a share between 0 and 1: the name is Kaushik's.
    Limits: grows with the audience; one post that goes round the world hides the others.
    Source: Kaushik, Best Social Media Metrics (Occam's Razor, 2011).

    >>> amplification_rate(shares=30, posts=12)
    2.5
    """
    return ratio(shares=shares, posts=posts)


def applause_rate(likes: Quantity, posts: Quantity) -> Quantity:
    """Likes (favourites, +1) received for each post.

    likes / posts.  A mean per post, not a share between 0 and 1: the name is Kaushik's.
    Limits: as amplification_rate; the cheapest gesture says the least.
    Source: Kaushik, Best Social Media Metrics (Occam's Razor, 2011).

    >>> applause_rate(likes=90, posts=12)
    7.5
    """
    return ratio(likes=likes, posts=posts)


def conversation_rate(comments: Quantity, posts: Quantity) -> Quantity:
    """Comments and replies received for each post.

    comments / posts.  A mean per post, not a share between 0 and 1: the name is Kaushik's.
    Limits: as amplification_rate; a complaint counts as much as a question.
    Source: Kaushik, Best Social Media Metrics (Occam's Razor, 2011).

    >>> conversation_rate(comments=6, posts=12)
    0.5
    """
    return ratio(comments=comments, posts=posts)


# Who came, and who bought


def click_through_rate(clicks: Quantity, impressions: Quantity) -> Quantity:
    """CTR: the share of showings that were clicked.

    clicks / impressions, 0 to 1.
    Limits: a click is not a visit, and a visit is not interest; robots and thumbs click too.
    Source: Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (2nd ed., 2010), ch. 9.

    >>> click_through_rate(clicks=441, impressions=10_000)
    0.0441
    """
    return share(clicks=clicks, impressions=impressions)


def conversion_rate(actions: Quantity, clicks: Quantity) -> Quantity:
    """CVR: the share of clicks that led to the action wanted (a form, a call, a purchase).

    actions / clicks, 0 to 1.
    Limits: it depends on what the advertiser chose to call an action, which benchmarks mix;
    a platform that counts several actions a click must be set to count one.

    >>> conversion_rate(actions=49, clicks=2_500)
    0.0196
    """
    return share(actions=actions, clicks=clicks)


def lead_to_customer_rate(customers: Quantity, leads: Quantity) -> Quantity:
    """The share of leads (people who left their details) who became customers.

    customers / leads, 0 to 1.
    Limits: customers of a month come from leads of earlier months: follow the same leads
    to their end, or the ratio moves whenever the number of leads does.

    >>> lead_to_customer_rate(customers=12, leads=80)
    0.15
    """
    return share(customers=customers, leads=leads)


# What it cost


def cost_per_mille(spend: Quantity, impressions: Quantity) -> Quantity:
    """CPM: what a thousand showings cost.

    1000 x spend / impressions, in money.
    Limits: a cheap showing may be unseen; it counts all the same.

    >>> cost_per_mille(spend=60, impressions=12_000)
    5.0
    """
    return 1000 * ratio(spend=spend, impressions=impressions)


def cost_per_click(spend: Quantity, clicks: Quantity) -> Quantity:
    """CPC: what a click cost.

    spend / clicks, in money; equals CPM / (1000 x CTR).
    Limits: counts media only; the page and the people behind it are not free.

    >>> cost_per_click(spend=60, clicks=240)
    0.25
    >>> cost_per_mille(60, 12_000) / (1000 * click_through_rate(240, 12_000))
    0.25
    """
    return ratio(spend=spend, clicks=clicks)


def cost_per_lead(spend: Quantity, leads: Quantity) -> Quantity:
    """CPL: what a lead (someone who left their details) cost.

    spend / leads, in money; equals cost per click / the share of clicks that become leads.
    Limits: cheap leads may buy less: read it with the lead-to-customer rate.

    >>> cost_per_lead(spend=60, leads=12)
    5.0
    >>> cost_per_click(60, 240) / conversion_rate(actions=12, clicks=240)
    5.0
    """
    return ratio(spend=spend, leads=leads)


def cost_per_action(spend: Quantity, actions: Quantity) -> Quantity:
    """CPA: what an action (form, call, purchase: as the advertiser defines it) cost.

    spend / actions, in money; equals CPC / CVR for one account, but not for the typical
    figures (means or medians) of many accounts (see composition.mean_of_ratios).
    Limits: two costs per action compare only if the action is the same.

    >>> cost_per_action(spend=97, actions=2)
    48.5
    """
    return ratio(spend=spend, actions=actions)


# What it brought


def return_on_ad_spend(revenue: Quantity, ad_spend: Quantity) -> Quantity:
    """ROAS: the revenue for each unit of money spent on media.

    revenue / ad_spend, a multiple.
    Limits: revenue is not profit: at a margin of 25 %, 4.0 only just pays for the media.
    All revenue that followed a click is counted, including what would have come anyway.

    >>> return_on_ad_spend(revenue=40_000, ad_spend=10_000)
    4.0
    """
    return ratio(revenue=revenue, ad_spend=ad_spend)


def return_on_marketing_investment(gross_margin: Quantity, spend: Quantity) -> Quantity:
    """ROMI: the profit for each unit of money spent on marketing, after paying for it.

    (gross_margin - spend) / spend; 0 means the money just came back, below 0 it did not.
    `gross_margin`: revenue due to the marketing, less the cost of the goods; may be negative.
    Limits: "due to" is the hard part: without a comparison group it is an opinion.
    Source: Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (2nd ed., 2010), ch. 10.

    >>> return_on_marketing_investment(gross_margin=14_000, spend=10_000)
    0.4
    """
    spend = counted("spend", spend)
    return _divide(numeric("gross_margin", gross_margin) - spend, spend, "spend")


# Where it stands, and where it goes


def share_of_voice(brand_volume: Quantity, market_volume: Quantity) -> Quantity:
    """SOV: the brand's part of all the advertising (or all the mentions) in its market.

    brand_volume / market_volume, 0 to 1; both in the same unit (money, rating points,
    mentions), the market including the brand.
    Limits: whoever draws the market draws the share; a mention may be a complaint.
    Source: Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (2nd ed., 2010), ch. 9.

    >>> share_of_voice(brand_volume=120, market_volume=800)
    0.15
    """
    return share(brand_volume=brand_volume, market_volume=market_volume)


def growth_per_day(first_count: Quantity, last_count: Quantity, days: Quantity) -> Quantity:
    """How many were gained (or lost: negative) per day between two counts.

    (last_count - first_count) / days, in units per day; `days`: between the two dates.
    Limits: a straight line between two points; rounded counts ("almost 250 000") make it rough.

    >>> round(growth_per_day(60_000, 250_000, days=58))  # 16 November 2016 to 13 January 2017
    3276
    """
    gained = numeric("last_count", last_count) - numeric("first_count", first_count)
    return _divide(gained, counted("days", days), "days")
