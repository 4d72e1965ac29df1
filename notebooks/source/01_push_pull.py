# %% [markdown] tags=["en", "000-three-objectives", "000-exclusive-immediate-authentic", "000-person-then-ambassador"]
# # Push and pull: who makes the first move?
#
# ## 1. The case: the Thomas Pesquet effect
#
# Bordeaux, December 2017. Jules Grandsire runs the communication of a French astronaut, Thomas Pesquet. Three
# aims: inform about space missions, draw the young to careers in science, make the man better known.
#
# His line is “exclusive, immédiate, mais surtout authentique” (exclusive, immediate, above all authentic):
# pictures that nobody else has, at once, by the man himself. First make the individual known; then make him the
# ambassador of his agency, the ESA. In the reverse order (our reading) an agency would have talked about itself.
#
# *Source: ISEG Bordeaux, “l'Effet Thomas Pesquet”, le succès d'une stratégie d'inbound marketing.*
#
# Run the cell.
# %% [markdown] tags=["fr", "000-three-objectives", "000-exclusive-immediate-authentic", "000-person-then-ambassador"]
# # Push et pull : qui fait le premier pas ?
#
# ## 1. Le cas : l’effet Thomas Pesquet
#
# Bordeaux, décembre 2017. Jules Grandsire dirige la communication d’un astronaute français, Thomas Pesquet. Elle a
# trois buts : informer sur les missions spatiales, attirer les jeunes vers les carrières scientifiques, faire
# connaître l’homme.
#
# Sa ligne : « exclusive, immédiate, mais surtout authentique ». Des images que personne d’autre n’a, tout de suite,
# par l’intéressé. D’abord faire connaître l’individu ; ensuite en faire l’ambassadeur de son agence, l’ESA. L’ordre
# inverse (c’est notre lecture) aurait donné une agence qui parle d’elle-même.
#
# *Source : ISEG Bordeaux, « l’Effet Thomas Pesquet », le succès d’une stratégie d’inbound marketing.*
#
# Exécutez la cellule.
# %%
import pandas as pd

import mktlib
from mktlib.push_pull import exercises, labs, model

# %% [markdown] tags=["en"]
# **You will do** one thing: a page of advice to an insurer who lives by television.
#
# **You will be able to** tell push from pull, and one to one from one to many; say which leads an advert really
# brought; compute what a message that people share will reach; rule on a claim about intrusion; say what is left
# when the money stops.
#
# About 110 minutes, in two or three sittings (1–3, 4–6, 8–11). Steps marked **+** are for those with time. First, a
# guess. Two missions here: the team is that of Proxima (2017), the photographs are Alpha's (2021).
# %% [markdown] tags=["fr"]
# **Vous ferez** une seule chose : une page de conseil pour un assureur qui vit de la télévision.
#
# **Vous saurez** distinguer push et pull, one-to-one et one-to-many ; dire quels leads une publicité a vraiment
# amenés ; calculer la portée d’un message que l’on partage ; juger une affirmation sur l’intrusion ; dire ce qui
# reste quand l’argent s’arrête.
#
# Environ 110 minutes, en deux ou trois séances (1 à 3, 4 à 6, 8 à 11). Les étapes marquées **+** sont pour qui a le
# temps. D’abord, une estimation. Deux missions ici : l’équipe est celle de Proxima (2017), les photos, celles d’Alpha
# (2021).
# %%
photos = mktlib.predict(exercises.photos_guess)
# %%
facts = mktlib.load("proxima_campaign").set_index("fact")
counted = ["team_size", "alpha_photos_taken", "alpha_photos_shortlisted", "alpha_photos_in_book"]
facts.loc[counted, ["campaign", "value", "unit"]]
# %%
photos.reveal()
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 6. Sections 1–6, 8, 9, 11: 6, 13, 23, 10, 13, 13, 13, 11, 8: that is 110; 157 with the **+** steps (3: 10;
# 6: 7; 7: 12; 8: 5; 9: 5; 10: 8). Sittings: 1–3, 4–6, 8–11. In 60 minutes: sections 1, 2, 3, 5, 9 without **+**.
#
# **Truth**: 817 photographs for one. **Ask**: “Which of the three words, exclusive, immediate, authentic, could
# *your* client claim?” Most have one at best; that is where their content starts.
#
# **Listen for**: “pull is free”. Keep it for section 9.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 6 minutes. Sections 1 à 6, 8, 9 et 11 : 6, 13, 23, 10, 13, 13, 13, 11, 8, soit 110 ; 157 avec les **+**
# (3 : 10 ; 6 : 7 ; 7 : 12 ; 8 : 5 ; 9 : 5 ; 10 : 8). Séances : 1 à 3, 4 à 6, 8 à 11. En 60 minutes : les sections 1,
# 2, 3, 5 et 9 sans les **+**.
#
# **Vérité** : 817 photos pour une. **Demandez** : « Lequel des trois mots, exclusive, immédiate, authentique,
# *votre* client pourrait-il revendiquer ? » Un seul, au mieux ; c’est là que commence son contenu.
#
# **Écoutez** : « le pull est gratuit ». Gardez la phrase pour la section 9.
# %% [markdown] tags=["en", "002-push", "002-pull", "000-inbound"]
# ## 2. Push or pull?
#
# Alexandre Gor (Opteam, *Organiser un service marketing*) puts it this way. **Push** is advertising, direct or indirect,
# as when a product is placed in a film: “une approche intrusive” (it intrudes). **Pull** is inbound marketing, with
# its focus on content, “plus doux et sophistiqués” (softer, more sophisticated). Inbound, at the ESA: have the
# customers come, instead of going out to find them.
#
# One question sorts them: **who makes the first move?** Give twelve letters, in the order of the list.
# %% [markdown] tags=["fr", "002-push", "002-pull", "000-inbound"]
# ## 2. Push ou pull ?
#
# Alexandre Gor (Opteam, *Organiser un service marketing*) le dit ainsi. Le **push**, c’est la publicité, directe ou
# indirecte, comme un produit placé dans un film : « une approche intrusive ». Le **pull**, c’est l’inbound
# marketing, centré sur le contenu, aux vecteurs « plus doux et sophistiqués ». L’inbound, à l’ESA : faire venir le
# client au lieu d’aller le démarcher.
#
# Une question les départage : **qui fait le premier pas ?** Donnez douze lettres, dans l’ordre de la liste.
# %%
exercises.push_or_pull
# %%
direction = ["b", "a", "a", "b", "a", "b", "b", "a", "b", "a", "a", "b"]  # solution
exercises.push_or_pull.check(direction)
# %% [markdown] tags=["en", "002-one-to-one-one-to-many"]
# A second question cuts across the first. A seller speaks **one to one** and negotiates a lot: the aim is to close.
# Promotion speaks **one to many** and negotiates much less. Two jobs, says Gor, and two
# temperaments.
# %% [markdown] tags=["fr", "002-one-to-one-one-to-many"]
# Une seconde question coupe la première. Le vendeur parle **one-to-one**, de personne à personne, et négocie
# beaucoup : il faut conclure. La promotion parle **one-to-many**, d’un seul vers beaucoup, et négocie bien moins.
# Deux métiers, dit Gor, et deux tempéraments.
# %%
exercises.one_or_many
# %%
audience = ["b", "b", "b", "a", "b", "b", "b", "a", "b", "b", "a", "a"]  # solution
exercises.one_or_many.check(audience)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 13. **Typical**: `online_for_pull` (an e-mail to a bought list is push) and `sent_for_push` (a
# newsletter that people asked for is pull); `by_name_for_one`: “Dear Marie” 10,000 times is one to many.
#
# **Ask**: “An advert beside the results of a search. The person typed the question; you paid to stand there. Push
# or pull?” There is no key: a good answer says which of the two moves came first.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 13 minutes. **Erreurs typiques** : `online_for_pull` (un e-mail à une liste achetée, c’est du push) et
# `sent_for_push` (une newsletter demandée, c’est du pull) ; `by_name_for_one` : « Chère Marie » 10 000 fois, c’est
# du one-to-many.
#
# **Demandez** : « Une annonce à côté des résultats d’une recherche. La personne a tapé la question ; vous avez payé
# la place. Push ou pull ? » Pas de corrigé : une bonne réponse dit lequel des deux pas est venu d’abord.
# %% [markdown] tags=["en", "002-leads-not-sales", "002-best-controlled-p"]
# ## 3. Push: an insurer on television
#
# Of the four Ps, promotion is, says Gor, the one that marketers control best. What does it bring? An American insurer
# advertises on television, and counts the quotes that people ask for. Asking for one makes a **lead**: somebody who
# may buy, one day. In business-to-business promotion, says Gor, demand generated, leads, is an essential KPI; closing
# is the seller's affair.
#
# Guess, then look. One row is a month. The units are undocumented: read 13.6 as an index, not thirteen people.
# %% [markdown] tags=["fr", "002-leads-not-sales", "002-best-controlled-p"]
# ## 3. Push : un assureur à la télévision
#
# Des quatre P, la promotion est, dit Gor, celui que les marketeurs contrôlent le mieux. Que rapporte-t-elle ? Un
# assureur américain passe à la télévision, et compte les demandes de devis. En faire une, c’est devenir un **lead** :
# quelqu’un qui achètera peut-être, un jour. En promotion B2B, dit Gor, la demande générée, les leads, est un KPI
# essentiel ; conclure est l’affaire du vendeur.
#
# Estimez, puis regardez. Une ligne est un mois. Les unités ne sont pas documentées : lisez 13,6 comme un indice, pas
# comme treize personnes.
# %%
same_month = mktlib.predict(exercises.same_month_guess)
# %%
insurer = mktlib.load("insurance_quotes")
insurer.tail()
# %% [markdown] tags=["en"]
# Rebuild the quotes from the adverts. *Carry-over*: the share of a month's effect that is still there the month
# after.
#
# **Try**: 1. set the carry-over to 0, and bring the rebuilt line as near as you can with the two other sliders; 2.
# raise the carry-over to 0.7 and try again; 3. show the least-squares curve.
#
# **Notice**: how short a memory fits best. What would a long one have done to the months after a quiet month?
# %% [markdown] tags=["fr"]
# Reconstruisez les demandes de devis à partir des publicités. La *rémanence* est la part de l’effet d’un mois qui
# est encore là le mois suivant.
#
# **Essayez** : 1. mettez la rémanence à 0 et rapprochez la ligne rebâtie avec les deux autres curseurs ; 2. montez la
# rémanence à 0,7 et recommencez ; 3. montrez la courbe des moindres carrés.
#
# **Observez** : à quel point la mémoire la mieux ajustée est courte. Qu’aurait fait une longue mémoire aux mois qui
# suivent un mois calme ?
# %%
mktlib.show(labs.carry_over)
# %% [markdown] tags=["en"]
# A *distributed lag* explains the quotes of a month by the adverts of that month and of the month before. `now`
# and `month_after`: the quotes that go with one more unit of adverts, that month and the next; `intercept`: what
# the model gives with no adverts at all. The example is a textbook's (Hyndman & Athanasopoulos).
# %% [markdown] tags=["fr"]
# Un modèle à *retards échelonnés* explique les demandes de devis d’un mois par les publicités de ce mois et du
# mois d’avant. `now` et `month_after` : les demandes qui accompagnent une unité de publicité de plus, ce mois-là
# et le suivant ; `intercept` : ce que donne le modèle sans aucune publicité. L’exemple est dans les manuels
# (Hyndman & Athanasopoulos).
# %%
fit = model.distributed_lag(insurer["quotes"], insurer["tv_advert_spend"], lags=1)
now, month_after = fit.effects
pd.Series({"intercept": fit.intercept, "now": now, "month_after": month_after}).round(3)
# %%
exercises.quotes_of_a_unit
# %%
in_all = now + month_after  # solution
exercises.quotes_of_a_unit.check(in_all)
# %%
same_month.reveal()
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 23 for section 3. **Truth**: 89% in the same month (95% interval: 80 to 97%). **See** in the lab: least
# squares has a carry-over of 0.08 only; at 0.7 the rebuilt line is too smooth.
#
# **Typical**: `first_month_only`, `base_counted_too`. **Ask**: “Did the adverts cause the quotes?” Nobody drew the
# months at random: an insurer may advertise more when more people look for insurance. The card says so.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 23 minutes pour la section 3. **Vérité** : 89 % le mois même (intervalle à 95 % : de 80 à 97 %). **À voir**
# dans le labo : les moindres carrés ne trouvent que 0,08 de rémanence ; à 0,7 la ligne rebâtie est trop lisse.
#
# **Erreurs typiques** : `first_month_only`, `base_counted_too`. **Demandez** : « Les publicités ont-elles causé les
# demandes ? » Personne n’a tiré les mois au sort : un assureur peut communiquer davantage quand plus de gens
# cherchent une assurance. La fiche le dit.
# %% [markdown] tags=["en"]
# Now stop the adverts, in your mind, and draw what follows. Click or drag on the frame, or use the arrow keys.
# %% [markdown] tags=["fr"]
# Arrêtez maintenant les publicités, en pensée, et dessinez la suite. Cliquez ou faites glisser dans le cadre, ou
# prenez les flèches du clavier.
# %%
silence = mktlib.draw_prediction(exercises.quotes_after_stop)
# %%
silence.reveal()
# %% [markdown] tags=["en"]
# Without adverts this model predicts 2 quotes a month; the lab's, −0.9, which is impossible. Neither ever saw a month
# without adverts: look at the smallest. And the insurer chose its months: it may have spent more when it expected more
# quotes.
# %% [markdown] tags=["fr"]
# Sans publicité, ce modèle prévoit 2 demandes par mois ; celui du labo, −0,9, ce qui est impossible. Ni l’un ni
# l’autre n’a jamais vu un mois sans publicité : voyez le plus petit. Et l’assureur a choisi ses mois : il a pu dépenser
# plus quand il attendait plus de demandes.
# %%
insurer[["tv_advert_spend", "quotes"]].agg(["min", "mean", "max"]).round(1)
# %%
exercises.when_money_stops
# %%
after = "b"  # solution
exercises.when_money_stops.check(after)
# %% [markdown] tags=["en"]
# Now count in weeks. If 0.6 of the effect stays from one week to the next, 0.11 is left after a month: as short a
# memory. But from week to week it muddles the accounts: this week's leads were partly paid for last week. Take
# them apart.
# %% [markdown] tags=["fr"]
# Comptez maintenant en semaines. S’il reste 0,6 de l’effet d’une semaine à l’autre, il en reste 0,11 après un
# mois : la mémoire est aussi courte. Mais d’une semaine à l’autre, elle brouille les comptes : une partie des
# leads de la semaine a été payée la semaine d’avant. Démêlez-les.
# %%
exercises.own_leads
# %%
own = 130 - 0.6 * 100  # solution
exercises.own_leads.check(own)
# %% [markdown] tags=["en"]
# **+** How long does an advert stay? Its *half-life* is the time after which half of the effect is gone.
# `model.half_life(0.6)` gives the half-life of a carry-over of 0.6.
# %% [markdown] tags=["fr"]
# **+** Combien de temps une publicité reste-t-elle ? Sa *demi-vie* est le temps au bout duquel la moitié de l’effet a
# disparu. `model.half_life(0.6)` donne la demi-vie d’une rémanence de 0,6.
# %%
exercises.weeks_to_half
# %%
weeks = model.half_life(0.8)  # solution
exercises.weeks_to_half.check(weeks)
# %% [markdown] tags=["instructor", "en"]
# **See**: most draw a slow decline; the model falls at once. Drawn low or high matters less than the speed.
#
# **2 or −0.9?** The regression lets a month's error linger in the next and explains 39 months; the lab's least squares
# does neither.
#
# **Typical**: `intercept_for_fact` (no month had less than 5.7 of adverts), `straight_fall` (five weeks to nothing),
# `nothing_carried_over`. **Ask**: “Your client stops for a month and sees no fall. Is advertising useless?” Perhaps
# the half-life is longer than the pause.
# %% [markdown] tags=["instructor", "fr"]
# **À voir** : la plupart dessinent un lent déclin ; le modèle tombe d’un coup. La vitesse compte plus que la
# hauteur.
#
# **2 ou −0,9 ?** La régression laisse l’erreur d’un mois traîner dans le suivant et explique 39 mois ; les moindres
# carrés du labo ne font ni l’un ni l’autre.
#
# **Erreurs typiques** : `intercept_for_fact` (aucun mois n’a eu moins de 5,7 de publicité), `straight_fall` (plus
# rien au bout de cinq semaines), `nothing_carried_over`. **Demandez** : « Votre client s’arrête un mois et ne voit
# aucune baisse. La publicité est-elle inutile ? » La demi-vie est peut-être plus longue que la pause.
# %% [markdown] tags=["en"]
# **+** The best controlled P is not the most powerful. An *elasticity* says by how many percent sales move when a
# P moves by one percent: at 0.12, 1% more adverts go with 0.12% more sales. Here are the means of hundreds of
# estimates. Dorfman and Steiner (1954) have a rule for the best advertising budget, as a share of sales: divide
# the elasticity of advertising by that of price, without its sign.
# %% [markdown] tags=["fr"]
# **+** Le P le mieux contrôlé n’est pas le plus puissant. Une *élasticité* dit de combien de pour cent bougent les
# ventes quand un P bouge d’un pour cent : à 0,12, 1 % de publicité en plus va avec 0,12 % de ventes en plus. Voici
# les moyennes de centaines d’estimations. Dorfman et Steiner (1954) ont une règle pour le meilleur budget de
# publicité, en proportion des ventes : divisez l’élasticité de la publicité par celle du prix, sans son signe.
# %%
known = mktlib.load("regularities").set_index("regularity")
elasticities = ["advertising_elasticity_short_run", "advertising_elasticity_long_run", "price_elasticity"]
known.loc[elasticities, ["value", "year"]]
# %%
exercises.advertising_to_sales
# %%
budget_share = 0.24 / 2.62  # solution
exercises.advertising_to_sales.check(budget_share)
# %% [markdown] tags=["en"]
# ## 4. Does push annoy? A card in a café
#
# A seaside café, in the west of France. With the bill the waiter brings, at random, nothing, an advertising card, or
# a card with a joke, and notes who leaves a tip (Nicolas Guéguen). Guess first.
# %% [markdown] tags=["fr"]
# ## 4. Le push agace-t-il ? Une carte dans un café
#
# Un café du bord de mer, dans l’ouest de la France. Avec l’addition, le serveur apporte au hasard rien, une carte
# publicitaire ou une carte avec une blague, et note qui laisse un pourboire (Nicolas Guéguen). Estimez d’abord.
# %%
card = mktlib.predict(exercises.card_guess)
# %%
tips = mktlib.load("tip_experiment")
table = pd.crosstab(tips["card"], tips["tipped"])
table
# %%
card.reveal()
# %%
exercises.joke_gap
# %%
gap = 30 / 72 - 16 / 65  # solution
exercises.joke_gap.check(gap)
# %% [markdown] tags=["en"]
# Could chance do this alone? If the cards had no effect, *p* is how often a gap at least this large would come up. A
# small p (below 0.05): chance alone explains it poorly.
# %% [markdown] tags=["fr"]
# Le hasard seul en serait-il capable ? Si les cartes n’avaient aucun effet, *p* est la fréquence à laquelle un écart au
# moins aussi grand surviendrait. Un petit p (moins de 0,05) : le hasard seul l’explique mal.
# %%
advert, joke = table.loc[["advertising", "none"]], table.loc[["joke", "none"]]
compared = {"three_cards": table, "advert_or_nothing": advert, "joke_or_nothing": joke}
pd.Series({name: model.independence_test(each).p_value for name, each in compared.items()}).round(3)
# %%
exercises.what_the_cards_say
# %%
sentence = "d"  # solution
exercises.what_the_cards_say.check(sentence)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 10. **Truth**: the joke; 42% against 25% and 19%. **Typical**: `small_gap_for_effect` (p = .42;
# joke against nothing: .03), `tip_for_sale`.
#
# **Ask**: “The waiter knew which card he was handing over. What could that change?” His smile. A draw keeps the
# customers alike, not the waiter.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 10 minutes. **Vérité** : la blague ; 42 % contre 25 % et 19 %. **Erreurs typiques** :
# `small_gap_for_effect` (p = 0,42 ; blague contre rien : 0,03), `tip_for_sale`.
#
# **Demandez** : « Le serveur savait quelle carte il donnait. Qu’est-ce que cela peut changer ? » Son sourire. Le
# tirage rend les clients comparables, pas le serveur.
# %% [markdown] tags=["en"]
# ## 5. Pull: 196 days of followers
#
# Back to space. The mission Proxima begins on 17 November 2016; it ends on 2 June 2017. Draw before you look.
# %% [markdown] tags=["fr"]
# ## 5. Pull : 196 jours d’abonnés
#
# Retour dans l’espace. La mission Proxima commence le 17 novembre 2016 ; elle finit le 2 juin 2017. Dessinez avant
# de regarder.
# %%
followers = mktlib.draw_prediction(exercises.followers_curve)
# %%
followers.reveal()
# %% [markdown] tags=["en", "000-checked-before-posting"]
# The astronaut sends his content by e-mail; at the agency, teams check what concerns the mission; only then is it
# published on the networks. Immediate, then, but never unread. These counts were copied from the press, exactly as
# printed. One is wrong.
# %% [markdown] tags=["fr", "000-checked-before-posting"]
# L’astronaute envoie ses contenus par e-mail ; à l’agence, des équipes vérifient ce qui touche à la mission ; alors
# seulement on publie sur les réseaux. Immédiat, donc, mais jamais sans relecture. Ces
# chiffres sont recopiés de la presse, tels qu’imprimés. L’un d’eux est faux.
# %%
audience_table = mktlib.load("proxima_audience")
twitter = audience_table[audience_table["network"] == "Twitter"]
twitter[["as_of", "followers", "as_of_precision", "source_title"]]
# %%
exercises.misprint
# %%
wrong = 51_000  # solution
exercises.misprint.check(wrong)
# %% [markdown] tags=["en"]
# Now the speed. Keep four dates, known to the day, or nearly (551,000), and divide what was gained by the days it took.
# %% [markdown] tags=["fr"]
# La vitesse maintenant. Gardez quatre dates, connues au jour près, ou presque (551 000), et divisez le gain par le
# nombre de jours.
# %%
exercises.followers_per_day
# %%
gains = [(250 - 60) * 1000 / 58, (367 - 250) * 1000 / 41, (551 - 367) * 1000 / 97]  # solution
exercises.followers_per_day.check(gains)
# %%
exercises.growth_shape
# %%
shape = "c"  # solution
exercises.growth_shape.check(shape)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 13. **Truth**: 60,000 to 551,000, bending down. **See**: most curves bend up: “viral” is in the air.
#
# **Typical**: `rising_for_exponential`; `always_from_the_eve`; for the misprint, `right_one_accused`.
#
# **Doubt to raise**: every count here was printed by the press or a blog: they were pushing too. **Ask**: “Which
# followers came from a shared photograph, which from the evening news?” The table cannot tell.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 13 minutes. **Vérité** : de 60 000 à 551 000, en se tassant. **À voir** : la plupart des courbes
# s’envolent : « viral » est dans l’air.
#
# **Erreurs typiques** : `rising_for_exponential` ; `always_from_the_eve` ; pour la coquille, `right_one_accused`.
#
# **Le doute à semer** : chaque chiffre vient de la presse ou d’un blog : ils poussaient aussi. **Demandez** : « Quels
# abonnés sont venus d’une photo partagée, lesquels du journal télévisé ? » Le tableau ne le dit pas.
# %% [markdown] tags=["en", "000-reshared", "003-three-reasons"]
# ## 6. Sharing: what a message reaches
#
# Four networks, Facebook, Twitter, Instagram, YouTube; and each post, says the conference, is passed on by people:
# the visibility of the mission and of the man comes from there, from readers who bring readers. Jean-Éric Pelet
# (*L'engagement sur les réseaux sociaux*) gives a firm three reasons to settle on a network, each behind an **if**: if
# social media become the most popular places of the internet; if one can no longer do without them; if they are a
# leading below-the-line medium. An if can be checked. First: how usual is sharing?
# %% [markdown] tags=["fr", "000-reshared", "003-three-reasons"]
# ## 6. Partager : ce qu’un message atteint
#
# Quatre réseaux, Facebook, Twitter, Instagram, YouTube ; et chaque publication, dit la conférence, est repartagée
# par les internautes : la visibilité de la mission et de l’homme vient de là, de lecteurs qui amènent des lecteurs.
# Jean-Éric Pelet (*L’engagement sur les réseaux sociaux*) donne à l’entreprise trois raisons de s’y implanter, chacune
# derrière un **si** : s’ils deviennent les destinations les plus populaires d’internet ; s’ils deviennent
# incontournables ; s’ils sont un support hors média de premier plan. Un si se vérifie. D’abord : partager, est-ce si
# courant ?
# %%
unshared = mktlib.predict(exercises.unshared_guess)
# %% [markdown] tags=["en"]
# Call **R** the number of new readers that each reader brings, on average, and *cascade* all those who come, one
# through another, from one first reader. With R below 1, every cascade ends.
#
# **Try**: 1. read both posts as they open: which reaches more people, and how many of their cascades never start? 2.
# bring the local R down, and find where the two posts reach as many; 3. take the local R to 0.95.
#
# **Notice**: near R = 1, a few huge cascades pull the mean up, while the usual one stays small.
# %% [markdown] tags=["fr"]
# Appelons **R** le nombre de nouveaux lecteurs que chaque lecteur amène, en moyenne, et *cascade* tous ceux qui
# viennent, l’un par l’autre, d’un même premier lecteur. Avec R au-dessous de 1, toute cascade finit.
#
# **Essayez** : 1. lisez les deux publications telles qu’elles s’ouvrent : laquelle touche le plus de monde, et
# combien de leurs cascades ne démarrent jamais ? 2. baissez le R local, et trouvez où les deux font jeu égal ; 3.
# portez le R local à 0,95.
#
# **Observez** : près de R = 1, quelques cascades énormes tirent la moyenne vers le haut ; la cascade ordinaire
# reste petite.
# %%
mktlib.show(labs.sharing)
# %%
unshared.reveal()
# %% [markdown] tags=["en"]
# A wave of 1,000, then 800, then 640… Add up every wave.
# %% [markdown] tags=["fr"]
# Une vague de 1 000, puis 800, puis 640… Additionnez toutes les vagues.
# %%
exercises.cascade_reach
# %%
reach = 1000 / (1 - 0.8)  # solution
exercises.cascade_reach.check(reach)
# %% [markdown] tags=["en"]
# **+** And in reality? A count of millions of tweets suggests an R.
# %% [markdown] tags=["fr"]
# **+** Et dans la réalité ? Un décompte de millions de tweets suggère un R.
# %%
exercises.reproduction_of_tweets
# %%
reproduction = 1 - 600 / 1200  # solution
exercises.reproduction_of_tweets.check(reproduction)
# %% [markdown] tags=["en", "000-local-global"]
# “Parler local pour intéresser le global” (speak local to interest the global): the key to the strategy, says the
# conference, and its proof the photograph of Bordeaux, much reshared by the people of Bordeaux. Put figures on it.
# %% [markdown] tags=["fr", "000-local-global"]
# « Parler local pour intéresser le global » : la clé de la stratégie, selon la conférence, et sa preuve, la photo de
# Bordeaux, très repartagée par les Bordelais. Mettez l’idée en chiffres.
# %%
exercises.local_then_global
# %%
reached = [10_000 / (1 - 0.8), 30_000 / (1 - 0.3)]  # solution
exercises.local_then_global.check(reached)
# %% [markdown] tags=["en", "003-4-react-and-share", "003-5-spread"]
# What raises R? Pelet asked experts. Theme 4: content both educational and unusual, messages that make people react,
# so that they want to share them. Theme 5: disseminate interesting, educational or unusual content; one of them adds
# other levers, “humour, jeu, plaisir, engagement, éthique” (humour, play, pleasure, commitment, ethics). These are
# experts' opinions; the only lever you have seen tested is the joke, on tips.
#
# Which of the levers is at work in each: a contest to name the mission, a live talk with 200,000 pupils?
# %% [markdown] tags=["fr", "003-4-react-and-share", "003-5-spread"]
# Qu’est-ce qui augmente R ? Pelet a interrogé des experts. Thème 4 : des contenus à la fois éducatifs et insolites, des
# messages qui font réagir et donnent envie de les partager. Thème 5, l’essaimage : diffuser des contenus intéressants,
# éducatifs ou insolites ; d’autres leviers, ajoute l’une d’elles : « humour, jeu, plaisir, engagement, éthique ». Ce
# sont des avis d’experts ; de ces leviers, vous n’avez vu tester que la blague, sur des pourboires.
#
# Quel levier agit dans chacun : un concours pour baptiser la mission, un direct avec 200 000 élèves ?
# %%
levers = ["play", "education"]  # solution
None if levers is ... else levers
# %% [markdown] tags=["en", "003-4-tone-not-content"]
# **+** Theme 4 again: adapt level and tone to the target and the medium, “sans varier le contenu du message”
# (without changing what is said). A blog or a newsletter speaks more smoothly and more officially than a tweet, which
# had 140 characters. A newsletter says: “The insurer informs its clients that a claim can now be declared by
# photograph.” Write the tweet: same content, other tone.
# %% [markdown] tags=["fr", "003-4-tone-not-content"]
# **+** Thème 4 encore : adapter le niveau et le ton à la cible et au support, « sans varier le contenu du message ».
# Un blog ou une newsletter parlent de manière plus consensuelle et institutionnelle qu’un tweet, qui avait
# 140 caractères. Une newsletter dit : « L’assureur informe ses clients qu’un sinistre peut désormais se
# déclarer par photo. » Écrivez le tweet : même contenu, autre ton.
# %%
tweet = "Crash? Photo. Clic. OK! #assurance"  # solution
None if tweet is ... else len(tweet)
# %% [markdown] tags=["en", "003-5-follow-and-comment"]
# Theme 5 has a second half: to reach a market, first **follow** its key communities, competitors, influencers,
# neighbouring firms; then post comments, links, teaching content in a style that starts conversations. In our
# letters: commenting elsewhere adds first readers; R rises only if they pass it on.
# %% [markdown] tags=["fr", "003-5-follow-and-comment"]
# Le thème 5 a une seconde moitié : pour atteindre un marché, d’abord **suivre** ses communautés clés, les
# concurrents, les prescripteurs, les entreprises voisines ; puis poster commentaires, liens et contenus éducatifs
# dans un style qui lance des conversations. Dans nos lettres : commenter ailleurs ajoute des premiers lecteurs ; R ne
# monte que s’ils transmettent.
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 13. **Truth**: 95% of what people see, says a blog. **See**: the two posts meet at a local R a little
# below 0.8.
#
# **Typical**: `one_wave_only`, `size_for_reproduction`, `divided_by_reproduction`.
#
# **Ask**: “How would you measure R for your client's posts?” New readers by share, out of readers: most platforms
# give neither. **Levers**: the contest is play, or commitment; the talk, education. Bordeaux: local pride is ours,
# and on nobody's list.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 13 minutes. **Vérité** : 95 % de ce que l’on voit, selon un blog. **À voir** : les deux publications
# font jeu égal pour un R local un peu au-dessous de 0,8.
#
# **Erreurs typiques** : `one_wave_only`, `size_for_reproduction`, `divided_by_reproduction`.
#
# **Demandez** : « Comment mesureriez-vous R pour les publications de votre client ? » Nouveaux lecteurs venus par
# partage, rapportés aux lecteurs : la plupart des plateformes ne donnent ni l’un ni l’autre. **Leviers** : le
# concours, jeu ou engagement ; le direct, éducation. Bordeaux : la fierté locale est de nous, dans aucune liste.
# %% [markdown] tags=["en"]
# ## 7. + Adoption: push lights the fire
#
# Pelet's first **if** can be checked. Here is a beginning: the share of American adults who use social media.
#
# **Try**: 1. fit the curve with *p* alone, q at 0; 2. with *q* as well; 3. show least squares.
#
# **Notice**: which of the three numbers 2021 contradicts.
# %% [markdown] tags=["fr"]
# ## 7. + Adopter : le push allume le feu
#
# Le premier **si** de Pelet se vérifie. Voici un début : la part des Américains adultes sur les réseaux sociaux.
#
# **Essayez** : 1. ajustez la courbe avec *p* seul, q à 0 ; 2. avec *q* aussi ; 3. montrez les moindres carrés.
#
# **Observez** : lequel des trois nombres 2021 dément.
# %%
mktlib.show(labs.adoption)
# %% [markdown] tags=["en"]
# Frank Bass (1969): in a year, of those not yet in, a share *p* comes from outside (adverts, press), and a share
# *q* × the part already in comes by imitation. With *q* = 0.4 and a quarter already in, imitation brings 0.4 ×
# 0.25 in a year: one in ten of the others. Here are p and q for some products, as published, extreme fits left
# out.
# %% [markdown] tags=["fr"]
# Frank Bass (1969) : en un an, parmi ceux qui n’y sont pas, une part *p* vient de l’extérieur (publicité, presse),
# et une part *q* × la proportion de ceux qui y sont déjà vient par imitation. Avec *q* = 0,4 et un quart de gens
# déjà là, l’imitation amène en un an 0,4 × 0,25 : un sur dix des autres. Voici p et q de quelques produits, tels
# que publiés, extrêmes exclus.
# %%
products = mktlib.load("bass_parameters")
products.sort_values("q")[["product", "p", "q", "source_kind"]].iloc[6:31:6]
# %%
exercises.brought_by_others
# %%
by_others = 0.38 * 0.5 / (0.03 + 0.38 * 0.5)  # solution
exercises.brought_by_others.check(by_others)
# %%
exercises.p_against_q
# %%
reading = "a"  # solution
exercises.p_against_q.check(reading)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 12, or homework. **See**: with p alone the curve bends from the first day; imitation makes the S. Least
# squares forecasts 68% for 2021, and 72% was found. p hangs on the launch date we assumed; the ceiling, on when you
# stop looking (fit to 2008: 100%; to 2012: 60%).
#
# **Typical**: `speed_for_share`, `everybody_in`. **Ask**: “Are the three ifs true in *your* client's country?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 12 minutes, ou à la maison. **À voir** : avec p seul, la courbe fléchit dès le premier jour ;
# l’imitation fait le S. Les moindres carrés prévoient 68 % pour 2021, on a trouvé 72 %. p tient à la date de lancement
# que nous avons supposée ; le plafond, au moment où l’on cesse de regarder (jusqu’à 2008 : 100 % ; jusqu’à 2012 : 60 %).
#
# **Erreurs typiques** : `speed_for_share`, `everybody_in`. **Demandez** : « Les trois *si* sont-ils vrais dans le
# pays de *votre* client ? »
# %% [markdown] tags=["en", "002-demand-for-pull"]
# ## 8. Trust: is push finished?
#
# Gor sees a strong trend: more and more demand for the jobs of pull, and adds that consumers “n'apprécient plus du tout
# l'intrusivité du push marketing” (no longer like push's intrusion at all). Of demand we have no count; what he
# adds can be looked at. Guess.
# %% [markdown] tags=["fr", "002-demand-for-pull"]
# ## 8. Confiance : le push est-il fini ?
#
# Gor voit une tendance de fond : une demande croissante pour les métiers du pull, et ajoute que les consommateurs
# « n’apprécient plus du tout l’intrusivité du push marketing ». De la demande, nous n’avons pas le
# compte ; ce qu’il ajoute peut s’examiner. Estimez.
# %%
television = mktlib.predict(exercises.tv_trust_guess)
# %%
trust = mktlib.load("channel_trust")
trust[trust["year"] == 2015][["channel", "channel_fr", "media_type", "direction", "trust_share"]]
# %%
television.reveal()
# %% [markdown] tags=["en"]
# *Paid*: bought spaces. *Owned*: what belongs to the brand, its site, its newsletter. *Earned*: what others say of it.
#
# **+** `groupby` makes one row a type; `.mean()` takes the mean.
# %% [markdown] tags=["fr"]
# *Paid* (payé) : les espaces achetés. *Owned* (possédé) : ce qui est à la marque, son site, sa newsletter. *Earned*
# (gagné) : ce que d’autres en disent.
#
# **+** `groupby` fait une ligne par type ; `.mean()` prend la moyenne.
# %%
exercises.trust_by_type
# %%
in_2015 = trust[trust["year"] == 2015]
by_type = in_2015.groupby("media_type")["trust_share"].mean()  # solution
exercises.trust_by_type.check(by_type)
# %% [markdown] tags=["en"]
# “No longer” speaks of time. Put the surveys side by side; `NaN` means that no figure was found.
# %% [markdown] tags=["fr"]
# « Ne… plus » parle du temps. Mettez les enquêtes côte à côte ; `NaN` veut dire qu’aucun chiffre n’a été trouvé.
# %%
trust.pivot(index="channel", columns="year", values="trust_share")[[2009, 2013, 2015]]
# %%
exercises.trust_change
# %%
changes = [0.83 - 0.90, 0.63 - 0.62]  # solution
exercises.trust_change.check(changes)
# %%
exercises.rule_on_intrusion
# %%
verdict = "c"  # solution
exercises.rule_on_intrusion.check(verdict)
# %% [markdown] tags=["en", "002-relations-image", "002-no-push-in-relations", "003-lasting-relations"]
# Two jobs remain, customer relations and public relations. For Gor they come **after the sale**: image and reputation
# before sales; and in public relations “il n'y a pas de communication poussée” (nothing is pushed). Yet a press
# release reaches a journalist who asked for nothing: where is the push? Pelet wants relations that are lasting and
# personal: with individuals, based on what they do, continuous, directed to a result, wherever they are.
# %% [markdown] tags=["fr", "002-relations-image", "002-no-push-in-relations", "003-lasting-relations"]
# Restent deux métiers, la relation client et les relations publiques. Pour Gor, ils viennent **après la vente** :
# l’image et la réputation y priment sur les ventes ; et dans les relations publiques « il n’y a pas de communication poussée ».
# Mais un communiqué atteint un journaliste qui n’a rien demandé : où est le push ? Pelet veut des relations durables
# et personnelles : avec des individus, fondées sur ce qu’ils font, continues, tournées vers un résultat, où qu’ils
# soient.
# %% [markdown] tags=["en", "002-awareness-intent-gap"]
# Neither trust nor followers are the aim: followers, in our view, measure only the last of Grandsire's three. What
# almost every campaign is after, says Gor, without showing it: to narrow **the gap between awareness and purchase
# intent**.
# %% [markdown] tags=["fr", "002-awareness-intent-gap"]
# Ni la confiance ni les abonnés ne sont le but : des trois de Grandsire, les abonnés ne mesurent, selon nous, que le
# dernier. Ce que visent presque toutes les campagnes, dit Gor, sans le montrer : réduire **l’écart entre la notoriété et
# l’intention d’achat**.
# %%
exercises.rates_to_intent
# %%
rates = [0.24 / 0.60, 0.06 / 0.24]  # solution
exercises.rates_to_intent.check(rates)
# %% [markdown] tags=["en"]
# Two ways to spend the same money (all of it assumed): shout louder (80% know you, same rates), or convince better
# (60% know you, and 60% of these consider it). Which one narrows the gap, from 54 points?
# %% [markdown] tags=["fr"]
# Deux façons de dépenser la même somme (tout est supposé) : crier plus fort (80 % vous connaissent, mêmes taux), ou
# mieux convaincre (60 % vous connaissent, et 60 % de ceux-ci l’envisagent). Laquelle réduit l’écart, de 54 points ?
# %%
shout = model.awareness_gap(0.80, 0.80 * 0.40, 0.80 * 0.40 * 0.25)["share"]
convince = model.awareness_gap(0.60, 0.60 * 0.60, 0.60 * 0.60 * 0.25)["share"]
ways = pd.DataFrame({"shout": shout, "convince": convince}).T
ways.assign(gap=ways["aware"] - ways["intending"]).round(2)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 13. **Truth**: 63% trust television adverts. **Typical**: `all_years_together` (other channels in
# other years), `level_for_trend`, `our_label_for_measure`.
#
# **See**: shouting brings 8% to intend and widens the gap to 72 points; convincing, 9%, and narrows it to 51. Had only
# 50% considered it, 7.5% would intend: a smaller gap and fewer buyers. **Ask**: “Which aim would the director choose?”
#
# **Releases**: pushed to the journalist, pulled by the reader. Perhaps Gor means the reader; he does not say.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 13 minutes. **Vérité** : 63 % font confiance aux spots. **Erreurs typiques** : `all_years_together`
# (d’autres canaux selon les années), `level_for_trend`, `our_label_for_measure`.
#
# **À voir** : crier mène à 8 % d’intentions et creuse l’écart à 72 points ; convaincre, à 9 %, et le ramène à 51. Si
# 50 % seulement l’envisageaient, 7,5 % achèteraient : moins d’écart et moins d’acheteurs. **Demandez** : « Quel but
# choisirait le directeur ? »
#
# **Communiqués** : poussés vers le journaliste, tirés par le lecteur. Gor pense peut-être au lecteur ; il ne le dit pas.
# %% [markdown] tags=["en"]
# ## 9. Decide: one budget, push and pull
#
# Adverts fade, here in weeks; content piles up, and old content still brings visitors. Every figure of this lab's
# market is assumed.
#
# **Try**: 1. read the week in which pull overtakes push; 2. all to push, all to pull, then find the share with most
# leads: what do 10 points either way cost? 3. half and half again, and stop the money in week 26; 4. stop back at 52,
# content's half-life at 2 weeks.
#
# **Notice**: which assumptions, changed one at a time, reverse the winner (try a carry-over of 0.9 too).
# %% [markdown] tags=["fr"]
# ## 9. Décider : un budget, push et pull
#
# Les publicités s’effacent, ici en semaines ; les contenus s’empilent, et les anciens amènent encore des visites. Tous
# les chiffres du marché de ce labo sont supposés.
#
# **Essayez** : 1. lisez la semaine où le pull dépasse le push ; 2. tout en push, tout en pull, puis trouvez la part qui
# donne le plus de leads : que coûtent 10 points de part et d’autre ? 3. de nouveau moitié-moitié, et arrêtez l’argent à
# la semaine 26 ; 4. l’arrêt de nouveau à 52, la demi-vie des contenus à 2 semaines.
#
# **Observez** : quelles hypothèses, changées une à une, renversent le gagnant (essayez aussi une rémanence de 0,9).
# %%
mktlib.show(labs.budget)
# %% [markdown] tags=["en"]
# The same plan as a table: €2,500 a week for 52 weeks, half of it in content. One row is a week.
# `plan.loc[40:45, ["push_leads", "pull_leads"]].sum()` adds up weeks 40 to 45: use the rows that you need.
# %% [markdown] tags=["fr"]
# Le même plan en tableau : 2 500 € par semaine pendant 52 semaines, la moitié en contenus. Une ligne est une semaine.
# `plan.loc[40:45, ["push_leads", "pull_leads"]].sum()` additionne les semaines 40 à 45 : prenez les lignes qu’il vous
# faut.
# %%
plan = model.push_pull_plan(2500, 0.5, 0.5, 13, 0.5, stop_week=52)
plan.loc[[10, 40, 53, 60], ["total_eur", "push_leads", "pull_leads"]].round(1)
# %%
exercises.leads_after_the_stop
# %%
left = plan.loc[53:, ["push_leads", "pull_leads"]].sum()  # solution
exercises.leads_after_the_stop.check(left)
# %% [markdown] tags=["en"]
# **+** The next line adds up, week after week, what leads at €70 have brought, minus what was spent. Change the weeks
# between brackets.
# %% [markdown] tags=["fr"]
# **+** La ligne suivante cumule, semaine après semaine, ce qu’ont rapporté des leads à 70 €, moins ce qu’on a dépensé.
# Changez les semaines entre crochets.
# %%
balance = (70 * plan["total_leads"] - plan["total_eur"]).cumsum()
balance.loc[[5, 10, 20, 40]].round()
# %%
exercises.break_even
# %%
week = model.break_even_week(plan, margin_per_lead_eur=70)  # solution
exercises.break_even.check(week)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 11. **See**: at half and half pull overtakes push in week 19, and its leads become the cheaper ones,
# all counted, only in week 52; with a half-life of 2 weeks it overtakes in week 56: both are dying. Leads: 1,426 all
# push, 2,254 all pull, 2,739 at best (65%); 10 points either way cost about 1%. **Reversed** by a half-life of 2 weeks,
# or a carry-over of 0.8 or more (at 0.9 push leaves 655 leads, pull 611). Nobody has measured either here.
#
# **Typical**: `week_for_all_so_far`, `last_paid_week_counted`. **Ask**: “Who in your class would have cut pull in
# week 13?” Then: “What would you measure first?” Half-life: visits to last year's content; carry-over: a week without
# adverts.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 11 minutes. **À voir** : à moitié-moitié, le pull dépasse le push à la semaine 19, et ses leads ne
# deviennent les moins chers, tout compté, qu’à la semaine 52 ; avec une demi-vie de 2 semaines, il ne dépasse qu’à la
# semaine 56, quand les deux s’éteignent. Leads : 1 426 tout en push, 2 254 tout en pull, 2 739 au mieux (65 %) ; 10
# points de part et d’autre coûtent environ 1 %. **Renversé** par une demi-vie de 2 semaines, ou une rémanence d’au
# moins 0,8 (à 0,9, le push laisse 655 leads, le pull 611). Personne n’a mesuré ni l’une ni l’autre ici.
#
# **Erreurs typiques** : `week_for_all_so_far`, `last_paid_week_counted`. **Demandez** : « Qui, dans la classe, aurait
# coupé le pull à la semaine 13 ? » Puis : « Que mesureriez-vous d’abord ? » La demi-vie : les visites aux contenus de
# l’an dernier ; la rémanence : une semaine sans publicité.
# %% [markdown] tags=["en"]
# ## 10. + Transfer: the same mission, another network
#
# Facebook, almost without help. The last cell names `new`, what each count adds, and `days`, those it took.
# %% [markdown] tags=["fr"]
# ## 10. + Transférer : la même mission, un autre réseau
#
# Facebook, presque sans aide. La dernière cellule nomme `new`, ce qu’ajoute chaque chiffre, et `days`, les jours qu’il
# y a fallu.
# %%
facebook = audience_table[audience_table["network"] == "Facebook"]
facebook[["as_of", "followers", "as_of_precision", "precision"]]
# %%
exercises.facebook_per_day
# %%
during = facebook[facebook["mission"] == "Proxima"]
new, days = during["followers"].diff().dropna(), during["as_of"].diff().dt.days.dropna()
facebook_gains = new / days  # solution
exercises.facebook_per_day.check(facebook_gains)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 8, or homework. **Typical**: `always_from_the_eve`, `twitter_again`.
#
# **Doubt**: “near a million”, “1.4 million”, and a day that the dataset estimates. Move that day by a week: the second
# gain goes from 10,700 to about 14,300 or 8,600. **Ask**: “Which of your conclusions survives?” The slow end does.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 8 minutes, ou à la maison. **Erreurs typiques** : `always_from_the_eve`, `twitter_again`.
#
# **Le doute** : « près d’un million », « 1,4 million », et un jour que le tableau estime. Déplacez ce jour d’une
# semaine : le deuxième gain passe de 10 700 à environ 14 300 ou 8 600. **Demandez** : « Laquelle de vos conclusions
# survit ? » La lenteur de la fin.
# %% [markdown] tags=["en"]
# ## 11. Keep: your page of advice
#
# Six lines: the share of the insurer's budget for content; the aim, as a gap to narrow; what stays push; the first piece
# of content (exclusive, immediate or authentic?), its tone; whom you follow; what you count, and the week in which you
# look again. Copy this in the place of the dots, and write between the quotes:
#
# `{"content": "", "aim": "", "push": "", "first": "", "follow": "", "count": ""}`
# %% [markdown] tags=["fr"]
# ## 11. Retenir : votre page de conseil
#
# Six lignes : la part du budget de l’assureur pour les contenus ; le but, comme un écart à réduire ; ce qui reste en
# push ; le premier contenu (exclusif, immédiat ou authentique ?), son ton ; qui vous suivez ; ce que vous comptez, et la
# semaine où vous y revenez. Copiez ceci à la place des points, et écrivez entre les guillemets :
#
# `{"content": "", "aim": "", "push": "", "first": "", "follow": "", "count": ""}`
# %%
advice = {"content": "20 %", "aim": "aware → considering: 40 → 50 %",
          "push": "TV, 12 / 12", "first": "authentic: @claims", "follow": "#assurance",
          "count": "own_leads, week 26"}  # solution
None if advice is ... else pd.Series(advice)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 8. This copy is one example, not the answer.
#
# **Read for**: a share and a date, both with a reason; leads counted without those carried over; an assumption that
# the student names as unmeasured (half-life, R, margin of a lead). **Ask**: “What would make you change the share in
# week 26?” An advice that nothing could change is an opinion.
#
# Exercises at a glance: `python start.py report FOLDER` shows which mistakes the class made.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 8 minutes. Cet exemplaire est un exemple, pas la réponse.
#
# **À lire** : une part et une date, chacune avec sa raison ; des leads comptés sans les reportés ; une hypothèse que
# l’étudiant dit non mesurée (demi-vie, R, marge d’un lead). **Demandez** : « Qu’est-ce qui vous ferait changer la part
# à la semaine 26 ? » Un conseil que rien ne peut changer est une opinion.
#
# Vue d’ensemble : `python start.py report DOSSIER` montre quelles erreurs la classe a faites.
# %% [markdown] tags=["en"]
# **Keep three sentences.**
#
# 1. Push goes to people and fades, faster or slower, when the money stops; pull makes people come, costs work, and may
#    outlive the money: how long each lasts must be measured.
# 2. Ask of every lead which advert, of which week, brought it; ask of every curve which way it bends.
# 3. A level is not a trend, a label is not a measure, a shape is not a cause.
#
# Save the page. Before you hand in, check that each reveal still shows your guess.
# %% [markdown] tags=["fr"]
# **Retenez trois phrases.**
#
# 1. Le push va aux gens et s’efface, plus ou moins vite, quand l’argent s’arrête ; le pull les fait venir, coûte du
#    travail et peut survivre à l’argent : combien dure chacun, il faut le mesurer.
# 2. Demandez à chaque lead quelle publicité, de quelle semaine, l’a amené ; à chaque courbe, de quel côté elle se
#    creuse.
# 3. Un niveau n’est pas une tendance, une étiquette n’est pas une mesure, une forme n’est pas une cause.
#
# Enregistrez la page. Avant de rendre, vérifiez que chaque révélation montre encore votre estimation.
# %% [markdown] tags=["en"]
# **Your page.** Run the cell: what you decided, guessed and got right, on one page to keep, print or hand in (add
# `name="Your name"` after a comma).
# %% [markdown] tags=["fr"]
# **Votre page.** Exécutez la cellule : ce que vous avez décidé, estimé et trouvé, sur une page à garder, à imprimer ou
# à rendre (ajoutez `name="Votre nom"` après une virgule).
# %%
mktlib.memo(exercises, advice).save()
