# %% [markdown] tags=["en", "003-lifecycle"]
# # The customer lifecycle: win, keep, bring back
#
# ## 1. The case: what happens on Monday?
#
# Demos says that it receives over 40,000 trainees a year. On Friday the course ends. On
# Monday, who are they to the company?
#
# Jean-Éric Pelet (*L'engagement sur les réseaux sociaux*) draws a life in three stages. **Acquire**: more visits and
# downloads, visitors turned into customers. **Engage**: a message, a moment, a channel chosen for the person.
# **Develop**: more customers, more value, and people who plead for the brand, its advocates.
#
# *Source for Demos: Carole Blancot, SpotPink, an interview with Pauline Blanpin.*
# %% [markdown] tags=["fr", "003-lifecycle"]
# # Le cycle de vie du client : gagner, garder, faire revenir
#
# ## 1. Le cas : que se passe-t-il lundi ?
#
# Demos dit recevoir plus de 40 000 stagiaires par an. Vendredi, le cours finit. Lundi, que sont-ils pour l’entreprise ?
#
# Jean-Éric Pelet (*L’engagement sur les réseaux sociaux*) dessine une vie en trois étapes. **Acquérir** : plus de
# visites et de téléchargements, des visiteurs convertis en clients. **Engager** : un message, un moment, un canal
# choisis pour la personne. **Développer** : plus de clients, plus de valeur, et des « avocats » de la marque, ses
# ambassadeurs.
#
# *Source pour Demos : Carole Blancot, SpotPink, interview de Pauline Blanpin.*
# %%
import pandas as pd

import mktlib
from mktlib.customer_lifecycle import exercises, labs, model

# %% [markdown] tags=["en"]
# **You will do** one thing: a page of decisions for a training company: whom to win, how to keep them, when to be
# silent, and at what price.
#
# **You will be able to** tell retention from survival; say when a rising rate means nothing; guess who is still a
# customer; compute what one is worth; find the message that is one too many.
#
# About 100 minutes: two sittings of about 50 (1–5, 6–13). What is marked **+** is for those with time.
# %% [markdown] tags=["fr"]
# **Vous ferez** une seule chose : une page de décisions pour une entreprise de formation : qui gagner, comment garder,
# quand se taire, et à quel prix.
#
# **Vous saurez** distinguer fidélisation et survie ; dire quand un taux qui monte ne veut rien dire ; deviner qui est
# encore client ; calculer ce qu’il vaut ; trouver le message de trop.
#
# Environ 100 minutes : deux séances de 50 environ (1 à 5, 6 à 13). Ce qui est marqué **+** est pour qui a le temps.
# %%
exercises.action_of_a_stage
# %%
stages = "abcacabc"  # solution
exercises.action_of_a_stage.check(stages)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 7. Section by section, without the **+** steps: 7, 12, 9, 9, 11, 9, 8, 12, none, 10, 3, 4, 6: 100. The
# **+** steps add some 40, of which section 9 takes eight. In 60 minutes: 1, 3, 4, 5, 8 (pressure only) and 13.
#
# **Typical**: `message_for_engage`; `newcomer_for_acquire` (the colleague is new, but the act is on the one who
# brings them).
#
# **Ask**: “What does *your* school know of you on the Monday after you graduate?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 7 minutes. Section par section, sans les étapes **+** : 7, 12, 9, 9, 11, 9, 8, 12, aucune, 10, 3, 4, 6 :
# 100. Les étapes **+** ajoutent 40 minutes environ, dont huit pour la section 9. En 60 minutes : 1, 3, 4, 5, 8 (la
# pression seule) et 13.
#
# **Erreurs typiques** : `message_for_engage` ; `newcomer_for_acquire` (le collègue est nouveau, mais on agit sur celui
# qui l’amène).
#
# **Demandez** : « Que sait *votre* école de vous, le lundi après votre diplôme ? »
# %% [markdown] tags=["en"]
# ## 2. A flow of people
#
# People come in, stay a while, bring others, leave. Guess first.
# %% [markdown] tags=["fr"]
# ## 2. Un flux de gens
#
# Des gens arrivent, restent un temps, en amènent d’autres, s’en vont. Estimez d’abord.
# %%
point = mktlib.predict(exercises.point_guess)
# %% [markdown] tags=["en"]
# Every figure of this company is assumed. Each has a name that returns all through the lesson: *acquisition*,
# *activation*, *retention*, *loyalty*, *referral* (visitors sent by advocates).
#
# **Try**: 1. raise acquisition by two points and watch the customers; 2. put it back, raise retention by two points;
# 3. the star stands where one more *euro* brings most (you guessed about one more *unit*): raise that; does the star
# stay? 4. push referral as far as it goes.
#
# **Notice**: how soon each change is felt, and how far it goes in the end.
# %% [markdown] tags=["fr"]
# Tous les chiffres de cette entreprise sont supposés. Chacun porte un nom qui revient dans toute la leçon :
# *acquisition*, *activation*, *fidélisation*, *attachement*, *recommandation* (les visiteurs qu’envoient les
# ambassadeurs).
#
# **Essayez** : 1. augmentez l’acquisition de deux points et regardez les clients ; 2. remettez-la, augmentez la
# fidélisation de deux points ; 3. l’étoile montre où un *euro* de plus rapporte le plus (vous avez estimé une *unité*
# de plus) : augmentez cela ; y reste-t-elle ? 4. poussez la recommandation à fond.
#
# **Observez** : quand chaque changement se fait sentir, et jusqu’où il va à la fin.
# %%
mktlib.show(labs.flow)
# %%
point.reveal()
# %% [markdown] tags=["en"]
# A simpler company, to do by hand: one kind of customer, who come and go.
# %% [markdown] tags=["fr"]
# Une entreprise plus simple, à faire à la main : une seule sorte de clients, qui viennent et partent.
# %%
exercises.where_it_settles
# %%
settled = 200 / (1 - 0.90)  # solution
exercises.where_it_settles.check(settled)
# %%
exercises.one_more_kept
# %%
more = 200 / (1 - 0.91) - 200 / (1 - 0.90)  # solution
exercises.one_more_kept.check(more)
# %% [markdown] tags=["en"]
# **+** And if customers bring customers?
# %% [markdown] tags=["fr"]
# **+** Et si les clients amènent des clients ?
# %%
exercises.paid_for_one
# %%
paid = 60 * (1 - 0.25)  # solution
exercises.paid_for_one.check(paid)
# %% [markdown] tags=["en"]
# Back to the company of the lab, with other costs. One row is one thing raised by one unit, as in your first guess
# (21 visits for 20). `cost_eur`: what that unit costs a month; `gain_eur`: the margin that it brings a month, once
# the number of customers no longer changes.
# %% [markdown] tags=["fr"]
# Retour à l’entreprise du labo, avec d’autres coûts. Une ligne est une chose augmentée d’une unité, comme dans votre
# première estimation (21 visites au lieu de 20). `cost_eur` : ce que cette unité coûte par mois ; `gain_eur` : la
# marge qu’elle rapporte par mois, une fois que le nombre de clients ne change plus.
# %%
costs = {"referral_per_advocate": 30, "activation_rate": 1200}
costs |= {"acquisition_rate": 200, "retention_rate": 400}
model.next_euro(model.Lifecycle(), costs).round(2)
# %%
exercises.next_euro_to
# %%
lever = "d"  # solution
exercises.next_euro_to.check(lever)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 12, and 3 more with the **+** step. **Truth**: a first purchase more out of 100 visits; it is a fifth
# more. **See**: two points more of acquisition make 10% more customers from month 2 on, and never more than 10%; two of
# retention, 4% more in month 6, 22% in month 36, 48% in the end.
#
# **Typical**: `one_percent_of_the_base` (first month only), `gain_without_cost`, `top_of_the_funnel`;
# `first_generation_only`.
#
# **Ask**: “Your budget is judged in three months. Which lever will you pull, and is it the right one?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 12 minutes, et 3 de plus avec l’étape **+**. **Vérité** : un premier achat de plus sur 100 visites ; c’est
# un cinquième de plus. **À voir** : deux points d’acquisition font 10 % de clients en plus dès le mois 2, et jamais plus de
# 10 % ; deux points de fidélisation, 4 % au mois 6, 22 % au mois 36, 48 % à la fin.
#
# **Erreurs typiques** : `one_percent_of_the_base` (le premier mois seul), `gain_without_cost`, `top_of_the_funnel` ;
# `first_generation_only`.
#
# **Demandez** : « On juge votre budget dans trois mois. Quel levier tirerez-vous, et est-ce le bon ? »
# %% [markdown] tags=["en"]
# ## 3. Who stays? A thousand subscribers
#
# A company sells subscriptions in two tiers; Peter Fader and Bruce Hardie (2007) published, from a book of Berry and
# Linoff, what became of those who subscribed together: a **cohort**. Here is the *regular* tier. Draw first.
# %% [markdown] tags=["fr"]
# ## 3. Qui reste ? Mille abonnés
#
# Une entreprise vend des abonnements en deux offres ; Peter Fader et Bruce Hardie (2007) ont publié, d’après un
# livre de Berry et Linoff, ce que sont devenus ceux qui se sont abonnés ensemble : une **cohorte**. Voici l’offre standard (*regular*). Dessinez d’abord.
# %%
curve = mktlib.draw_prediction(exercises.survival_curve)
# %%
curve.reveal()
# %% [markdown] tags=["en"]
# Of every 1,000, how many are left at the end of each year; year 0 is the start. (The paper gives percentages.)
# %% [markdown] tags=["fr"]
# Sur 1 000, combien il en reste à la fin de chaque année ; l’année 0 est le départ. (L’article donne des
# pourcentages.)
# %%
subscribers = mktlib.load("subscription_cohorts")
by_year = 1000 * subscribers.pivot(index="year", columns="tier", values="survival_share")
regular = by_year["regular"]
regular.to_frame().T.round()
# %%
exercises.kept_in_year_three
# %%
kept = regular[3] / regular[2]  # solution
exercises.kept_in_year_three.check(kept)
# %%
exercises.same_rate_for_ever
# %%
expected = 1000 * 0.631**7  # solution
exercises.same_rate_for_ever.check(expected)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 9. **See**: most draw a line that goes down too far. **Typical**: `survival_for_retention`,
# `lost_of_the_first`; `one_year_missing`.
#
# **Ask**: “A firm boasts of 82% retention, another of 38% survival. Which keeps its customers better?” They may be the
# same firm, in the same year: this table has both.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 9 minutes. **À voir** : la plupart dessinent une ligne qui descend trop. **Erreurs typiques** :
# `survival_for_retention`, `lost_of_the_first` ; `one_year_missing`.
#
# **Demandez** : « Une entreprise se vante de 82 % de fidélisation, une autre de 38 % de survie. Laquelle garde mieux ses
# clients ? » C’est peut-être la même, la même année : ce tableau contient les deux.
# %% [markdown] tags=["en"]
# ## 4. Retention is rising. Is it?
#
# Each year's rate, of those who could still leave:
# %% [markdown] tags=["fr"]
# ## 4. La fidélisation monte. Vraiment ?
#
# Le taux de chaque année, parmi ceux qui pouvaient encore partir :
# %%
model.cohort_table(regular)[["survivors", "retention_rate"]].round(3).T
# %% [markdown] tags=["en"]
# From 63% to over 90%: good news? Build a company of two kinds of customers, the loyal and the fleeting, in which
# nobody ever changes.
#
# **Try**: 1. half loyal: read the rate of the first and of the last year; 2. bring the loyal ones down to a tenth; 3.
# give both kinds the same rate, 70%; 4. look for a mix that follows the real subscribers.
#
# **Notice**: in which case the rate stands still; and what becomes of your mix in the grey years.
# %% [markdown] tags=["fr"]
# De 63 % à plus de 90 % : une bonne nouvelle ? Bâtissez une entreprise de deux sortes de clients, les fidèles et les
# volages, où personne ne change jamais.
#
# **Essayez** : 1. une moitié de fidèles : lisez le taux de la première et de la dernière année ; 2. descendez-les à un
# dixième ; 3. donnez aux deux le même taux, 70 % ; 4. cherchez un mélange qui suive les vrais abonnés.
#
# **Observez** : dans quel cas le taux ne bouge pas ; et ce que devient votre mélange dans les années grisées.
# %%
mktlib.show(labs.retention)
# %%
exercises.rate_of_a_mix
# %%
rates = [(475 + 250) / 1000, (475 * 0.95 + 250 * 0.50) / (475 + 250)]  # solution
exercises.rate_of_a_mix.check(rates)
# %%
exercises.rising_retention
# %%
reply = "c"  # solution
exercises.rising_retention.check(reply)
# %% [markdown] tags=["en"]
# **+** And a whole company? It wins 1,000 regular subscribers a year (`new`); from year 6 on, none. `customers`: all
# who are there, newcomers included; `kept`: customers of the year before who are still there; `retention_rate`: their
# share of the customers of the year before.
# %% [markdown] tags=["fr"]
# **+** Et une entreprise entière ? Elle gagne 1 000 abonnés standard par an (`new`) ; à partir de l’année 6, aucun.
# `customers` : tous ceux qui sont là, nouveaux compris ; `kept` : les clients de l’année d’avant encore là ;
# `retention_rate` : leur part des clients de l’année d’avant.
# %%
model.company_retention([1000] * 6 + [0] * 4, regular / 1000).round(2)
# %%
exercises.when_winning_stops
# %%
changed = "c"  # solution
exercises.when_winning_stops.check(changed)
# %% [markdown] tags=["en"]
# **+** Two kinds are few. Fader and Hardie's model gives each subscriber a rate of their own, fixed for ever, and
# looks for how many have a low one and how many a high one (*shifted beta-geometric*, sBG: the dashed curve of the
# lab). Show it years 0 to 7 only, which is called *fitting* it, then ask: `mix.survival_share(12)` is the share of
# the 1,000 that it expects to be left in year 12.
# %% [markdown] tags=["fr"]
# **+** Deux sortes, c’est peu. Le modèle de Fader et Hardie donne à chaque abonné son propre taux, fixe pour
# toujours, et cherche combien en ont un bas et combien un haut (*shifted beta-geometric*, sBG : la courbe en tirets
# du labo). Montrez-lui les années 0 à 7 seulement (on dit : *ajustez-le*), puis demandez : `mix.survival_share(12)`
# est la part des 1 000 qu’il s’attend à trouver encore là l’année 12.
# %%
mix = model.fit_sbg(regular.loc[:7])
mix
# %%
exercises.forecast_of_year_twelve
# %%
forecast = 1000 * mix.survival_share(12)  # solution
exercises.forecast_of_year_twelve.check(forecast)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 9, and 7 more with the **+** steps. **Typical**: `same_every_year`, `only_the_loyal_left`;
# `rise_for_effect`, `other_cause_for_no_effect`; `care_for_mix`.
#
# **Say**: the two explanations do not exclude each other. **Ask**: “What would a rate that *falls* with the years tell
# you?” That people do change, or that chance plays: no fixed mix makes it fall. In the other tier it steps back three
# times, by little (86.9%, then 85.5% in year 2); how many were counted is not known. There the model expects 378 in year
# 12, and the table has 394: a mix is enough for these curves, it is not proved by them.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 9 minutes, et 7 de plus avec les étapes **+**. **Erreurs typiques** : `same_every_year`,
# `only_the_loyal_left` ; `rise_for_effect`, `other_cause_for_no_effect` ; `care_for_mix`.
#
# **À dire** : les deux explications ne s’excluent pas. **Demandez** : « Que vous apprendrait un taux qui *baisse* avec
# les années ? » Que les gens changent, ou que le hasard joue : aucun mélange fixe ne le fait baisser. Dans l’autre offre, il
# recule trois fois, de peu (86,9 %, puis 85,5 % l’année 2) ; combien on en comptait n’est pas connu. Là, le modèle en
# attend 378 l’année 12, et le tableau en a 394 : un mélange suffit à ces courbes, elles ne le prouvent pas.
# %% [markdown] tags=["en"]
# ## 5. Who is still a customer?
#
# Subscribers say goodbye. Trainees, or buyers of records, just stop coming. Two guesses.
# %% [markdown] tags=["fr"]
# ## 5. Qui est encore client ?
#
# Les abonnés disent adieu. Les stagiaires, ou les acheteurs de disques, cessent simplement de venir. Deux estimations.
# %%
silent = mktlib.predict(exercises.silent_guess)
# %%
alive = mktlib.predict(exercises.alive_guess)
# %% [markdown] tags=["en"]
# One row is a customer. The `holdout` columns are weeks put aside: the model is made without them, and they will
# judge it.
# %% [markdown] tags=["fr"]
# Une ligne est un client. Les colonnes `holdout` sont des semaines mises de côté : le modèle se fait sans elles, et
# elles le jugeront.
# %%
customers = mktlib.load("cdnow")
past = ["repeat_purchases", "weeks_to_last_purchase", "weeks_observed"]
customers[[*past, "holdout_purchases"]].head()
# %%
silent.reveal()
# %% [markdown] tags=["en"]
# A model, the BG/NBD (Fader, Hardie and Lee, 2005), supposes this: as long as they are customers, people buy at dates
# that chance sets, each at their own rhythm; after any repeat purchase they may leave for good, without a word.
# Nothing but purchases and silence goes in: no season, no advert, no message.
#
# **Try**: 1. three repeat purchases: from which silence on is the customer more likely gone than there (below 50%)?
# 2. ten purchases, the same question; 3. compare with the real customers nearby.
# %% [markdown] tags=["fr"]
# Un modèle, le BG/NBD (Fader, Hardie et Lee, 2005), suppose ceci : tant qu’ils sont clients, les gens achètent à des
# dates que le hasard fixe, chacun à son rythme ; après tout réachat, ils peuvent partir pour de bon, sans un mot. N’y
# entrent que des achats et du silence : ni saison, ni publicité, ni message.
#
# **Essayez** : 1. trois réachats : à partir de quel silence le client est-il plus probablement parti que là (moins de
# 50 %) ? 2. dix réachats, même question ; 3. comparez aux vrais clients voisins.
# %%
mktlib.show(labs.alive)
# %%
alive.reveal()
# %% [markdown] tags=["en"]
# Now use it on all. First `fit_bg_nbd` looks for the rhythms and departures that agree best with all these pasts;
# then `expected` is what it expects of each customer over the next 39 weeks. (To add up a column:
# `table["column"].sum()`.)
# %% [markdown] tags=["fr"]
# Employez-le maintenant sur tous. `fit_bg_nbd` cherche d’abord les rythmes et les départs qui s’accordent le mieux
# avec tous ces passés ; puis `expected` est ce qu’il attend de chaque client sur les 39 semaines suivantes. (Pour
# additionner une colonne : `tableau["colonne"].sum()`.)
# %%
shop = model.fit_bg_nbd(*(customers[column] for column in past))
customers["expected"] = shop.expected_purchases(39, *(customers[column] for column in past))
never = customers[customers["repeat_purchases"] == 0]
never[["expected", "holdout_purchases"]].head()
# %%
exercises.purchases_to_come
# %%
to_come = never["expected"].sum()  # solution
exercises.purchases_to_come.check(to_come)
# %% [markdown] tags=["en"]
# Was that luck? Of all 2,357 it expects 1,653 purchases, 12% fewer than the 1,882 that they made. Expected and bought, on
# average, by number of repeat purchases (7 stands for 7 and more):
# %% [markdown] tags=["fr"]
# Un hasard ? Des 2 357, il attend 1 653 achats, 12 % de moins que les 1 882 qu’ils ont faits. Attendu et acheté, en
# moyenne, par nombre de réachats (7 veut dire 7 et plus) :
# %%
groups = customers.groupby(customers["repeat_purchases"].clip(upper=7))
groups[["expected", "holdout_purchases"]].mean().round(2).T
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 11. **Truth**: 18% of the purchases; and Bob, by far (44% against less than 1%). **See**: the model
# expects too little of every group, by a quarter of those with one or two repeat purchases. Because of Christmas, in the
# weeks put aside? Hardly: by month, 14% more were made than expected from October to December, 12% more from January to
# June, half as many again in March alone (counted in the package's file, which has the days).
#
# **Typical**: `silence_for_goodbye`, `like_a_new_customer`. **Ask**: “Ann was your best customer. When should somebody
# have called her?” Not after 29 weeks: after three or four (the model then
# gives her 73%, then 64%).
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 11 minutes. **Vérité** : 18 % des achats ; et Bob, de loin (44 % contre moins de 1 %). **À voir** : le
# modèle attend trop peu de chaque groupe, d’un quart pour ceux qui ont un ou deux réachats. À cause de Noël, qui tombe dans
# les semaines mises de côté ? Guère : par mois, on a acheté 14 % de plus qu’attendu d’octobre à décembre, 12 % de plus de
# janvier à juin, moitié plus en mars à lui seul (compté dans le fichier du paquet, qui a les jours).
#
# **Erreurs typiques** : `silence_for_goodbye`, `like_a_new_customer`. **Demandez** : « Anne était votre meilleure
# cliente. Quand aurait-il fallu l’appeler ? » Pas après 29 semaines : après trois ou quatre (le modèle
# lui donne alors 73 %, puis 64 %).
# %% [markdown] tags=["en"]
# ## 6. What is a customer worth?
#
# The *customer lifetime value* adds up the margins to come. Three questions before any sum: when is the first margin
# paid? how many stay? what is a euro of later worth today? Change one answer and two honest people differ by almost half.
#
# The *discount* says how much more a euro must be to be worth the same a year later: 10% is 0.10.
# `model.customer_lifetime_value(margin, retention, discount, first_margin="now")` adds up for ever; other timings:
# `"after_a_period"` (the first in a year, from those still there) and `"in_arrears"` (each at the end of its year).
# %% [markdown] tags=["fr"]
# ## 6. Que vaut un client ?
#
# La *valeur vie client* additionne les marges à venir. Trois questions avant toute somme : quand la première marge
# est-elle payée ? combien restent ? que vaut aujourd’hui un euro de plus tard ? Changez une réponse, et deux personnes
# honnêtes diffèrent de près de moitié.
#
# L’*actualisation* dit de combien une somme doit grossir pour valoir autant un an plus tard : 10 %, c’est 0.10.
# `model.customer_lifetime_value(marge, fidélisation, actualisation, first_margin="now")` additionne sans fin ; autres
# moments : `"after_a_period"` (la première dans un an, de ceux qui sont encore là) et `"in_arrears"` (chacune à la
# fin de son année).
# %%
exercises.value_of_a_customer
# %%
value = model.customer_lifetime_value(40, 0.75, 0.10, first_margin="now")  # solution
exercises.value_of_a_customer.check(value)
# %%
exercises.most_for_a_lead
# %%
most = 40 * 1.10 / (1.10 - 0.75) / 20  # solution
exercises.most_for_a_lead.check(most)
# %% [markdown] tags=["en"]
# No company has one rate for ever. Use the subscribers as counted: `model.lifetime_value_of(left, 40, 0.10)`, with `left`
# the share left each year.
# %% [markdown] tags=["fr"]
# Aucune entreprise n’a un seul taux pour toujours. Prenez les abonnés tels que comptés :
# `model.lifetime_value_of(left, 40, 0.10)`, où `left` est la part restante chaque année.
# %%
exercises.value_of_the_cohort
# %%
left = regular / 1000
of_cohort = model.lifetime_value_of(left, 40, 0.10)  # solution
exercises.value_of_the_cohort.check(of_cohort)
# %% [markdown] tags=["en"]
# **+** Worth it in the end; but when? `left.cumsum()` adds up the shares left, year after year.
# %% [markdown] tags=["fr"]
# **+** Rentable à la fin ; mais quand ? `left.cumsum()` additionne les parts restantes, année après année.
# %%
exercises.margins_to_pay_back
# %%
margins = (40 * left.cumsum() < 100).sum() + 1  # solution
exercises.margins_to_pay_back.check(margins)
# %% [markdown] tags=["en"]
# **+** And the next purchase's amount? A second model, Gamma–Gamma, puts it between what this customer spends and
# what all spend; the more repeat purchases, the nearer to the customer's own mean:
# `spend.expected_value(repeat_purchases, mean)`. The very first purchase does not count.
# %% [markdown] tags=["fr"]
# **+** Et le montant du prochain achat ? Un second modèle, Gamma–Gamma, le place entre ce que dépense ce client et ce
# que tous dépensent ; plus il y a de réachats, plus on est près de sa moyenne à lui :
# `spend.expected_value(réachats, moyenne)`. Le tout premier achat ne compte pas.
# %%
back = customers[customers["repeat_purchases"] > 0]
spend = model.fit_gamma_gamma(back["repeat_purchases"], back["mean_repeat_value_usd"])
round(spend.population_mean, 2)
# %%
exercises.next_purchase_value
# %%
next_usd = spend.expected_value(1, 200)  # solution
exercises.next_purchase_value.check(next_usd)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 9, and 7 more with the **+** steps. **Typical**: `first_margin_left_out`, `no_discount`,
# `first_rate_for_ever`; `first_margin_only` for the lead.
#
# **Say**: textbooks disagree on the timing, and mostly do not say so; ask which before you compare two values.
# **Ask**: “Whose retention goes into the sum for a customer whom you do not have yet?” That of past customers, found by
# other adverts.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 9 minutes, et 7 de plus avec les étapes **+**. **Erreurs typiques** : `first_margin_left_out`, `no_discount`,
# `first_rate_for_ever` ; pour le lead, `first_margin_only`.
#
# **À dire** : les manuels ne choisissent pas tous le même moment, et le disent rarement ; demandez lequel avant de
# comparer deux valeurs. **Demandez** : « Quelle fidélisation entre dans la somme d’un client que vous n’avez pas
# encore ? » Celle d’anciens clients, venus par d’autres publicités.
# %% [markdown] tags=["en", "003-lasting-relations"]
# ## 7. The RFM desk
#
# Long before such models, mail-order firms sorted customers by three things: **recency** (weeks since the last
# purchase), **frequency**, **money**. Pelet asks for relations “basées sur ce qu'ils font” (based on what people do):
# here it is, done by hand.
#
# **Try**: 1. set the three cut-offs as you think best; 2. only then show what came after; 3. move one cut-off at a time:
# which of the three changes the score most? 4. fewer contacts: does sorting help more, or less?
#
# **Notice**: your score, that is, of all later dollars, the share spent by those you contact; beside it, customers
# drawn by lot, the model of section 5, and somebody who knew the future.
# %% [markdown] tags=["fr", "003-lasting-relations"]
# ## 7. Le pupitre RFM
#
# Bien avant ces modèles, la vente par correspondance triait ses clients selon trois choses : **récence** (semaines
# depuis le dernier achat), **fréquence**, **montant**. Pelet veut des relations « basées sur ce qu’ils font » : en voici,
# faites à la main.
#
# **Essayez** : 1. réglez les trois seuils à votre idée ; 2. alors seulement, montrez ce qui a suivi ; 3. déplacez un
# seuil à la fois : lequel des trois change le plus le score ? 4. moins de contacts : le tri aide-t-il plus, ou moins ?
#
# **Observez** : votre score, c’est-à-dire la part de tous les dollars d’après que dépensent ceux que vous contactez ;
# à côté, des clients tirés au sort, le modèle de la section 5, et quelqu’un qui connaîtrait l’avenir.
# %%
mktlib.show(labs.rfm)
# %% [markdown] tags=["en"]
# The lab's first cut-offs again, as a table. `spend` is the money of weeks 1 to 39; that of the `holdout` columns was
# spent in the weeks put aside. A `share` is a part of the total of all customers.
# %% [markdown] tags=["fr"]
# Les premiers seuils du labo, en tableau (`promising` : prometteurs ; `cooling` : tièdes ; `win_back` : à reconquérir ;
# `sleeping` : endormis). `spend` est l’argent des semaines 1 à 39 ; celui des colonnes `holdout` fut dépensé dans
# les semaines mises de côté. `share` : la part du total de tous les clients.
# %%
rows = model.rfm_table(customers, model.RfmCuts())
segments = model.segment_value(rows["segment"], rows["spend_usd"], rows["holdout_spend_usd"])
segments.round(3)
# %%
exercises.share_of_champions
# %%
champions = segments.loc["champions", "holdout_spend_share"]  # solution
exercises.share_of_champions.check(champions)
# %% [markdown] tags=["en"]
# **+** With 400 contacts, in the order of the table, what share of those dollars do you reach? `captured_share` is yours;
# `recent_first_share`, that of one rule: the most recent buyers first.
# %% [markdown] tags=["fr"]
# **+** Avec 400 contacts, dans l’ordre du tableau, quelle part de ces dollars touchez-vous ? `captured_share` est la vôtre ;
# `recent_first_share`, celle d’une seule règle : les acheteurs les plus récents d’abord.
# %%
silence, later = rows["weeks_since_last_purchase"], rows["holdout_spend_usd"]
score = model.holdout_score(rows["segment"], silence, later, contacts=400)
shares = ["captured_share", "recent_first_share", "chance_share", "perfect_share"]
pd.Series({share: getattr(score, share) for share in shares}).round(3)
# %%
exercises.score_on_what
# %%
too_high = "a"  # solution
exercises.score_on_what.check(too_high)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 8, and 2 more with the **+** step. **See**: six segments reach hardly more than the date alone. **Typical**:
# `past_for_future`, `people_for_dollars`; `put_aside_for_ever`.
#
# **Say**: champions buy most; that does not say that a letter makes *them* buy more. **Ask**: “To whom does a message
# change most: the champion, or the one who cools?” Only a draw tells.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 8 minutes, et 2 de plus avec l’étape **+**. **À voir** : six segments touchent à peine plus que la date seule.
# **Erreurs typiques** : `past_for_future`, `people_for_dollars` ; `put_aside_for_ever`.
#
# **À dire** : les champions achètent le plus ; cela ne dit pas qu’une lettre les fait acheter *davantage*.
# **Demandez** : « Pour qui un message change-t-il le plus : le champion, ou celui qui s’éloigne ? » Seul un tirage au sort
# le dit.
# %% [markdown] tags=["en"]
# ## 8. How many letters?
#
# A Dutch charity writes to its donors, to some more often than to others. Guess.
# %% [markdown] tags=["fr"]
# ## 8. Combien de lettres ?
#
# Une association néerlandaise écrit à ses donateurs, aux uns plus souvent qu’aux autres. Estimez.
# %%
letter = mktlib.predict(exercises.letter_guess)
# %% [markdown] tags=["en"]
# **Try**: 1. read what a letter more seems to bring; 2. compare donors alike, in one thing after another; 3. for the first
# and for the last comparison, find the cost at which a letter just pays.
#
# **Notice**: who was written to that often.
# %% [markdown] tags=["fr"]
# **Essayez** : 1. lisez ce qu’une lettre de plus semble rapporter ; 2. comparez des donateurs semblables, d’une façon puis
# d’une autre ; 3. pour la première et la dernière, trouvez le coût auquel une lettre se paie tout juste.
#
# **Observez** : à qui l’on a écrit aussi souvent.
# %%
mktlib.show(labs.letters)
# %%
letter.reveal()
# %% [markdown] tags=["en"]
# Four ways to read it, at one guilder a letter, a textbook's cost, beside the gift to one mailing. The charity chose
# whom to write to: nobody drew lots. The first three are *regressions* of Jeffrey Wooldridge's textbook: the straight
# line that passes nearest to the donors, first as they are, then among those with the same past answers, then the
# same answers and gifts; its slope is `gift_per_letter`. The last compares donors within groups of alike ones.
# `standard_error`: how far chance alone usually moves the slope.
# %% [markdown] tags=["fr"]
# Quatre lectures, à un florin la lettre, coût d’un manuel, en face du don à un seul envoi. L’association a choisi à
# qui écrire : rien n’a été tiré au sort. Les trois premières sont des *régressions* du manuel de Jeffrey Wooldridge :
# la droite qui passe au plus près des donateurs, d’abord tels quels, puis à réponses passées égales, puis à réponses
# et dons passés égaux ; sa pente est `gift_per_letter`. La dernière compare des donateurs à l’intérieur de groupes
# semblables. `standard_error` : de combien le seul hasard déplace d’ordinaire la pente.
# %%
charity = mktlib.load("charity_mailings")
model.net_gift_per_letter(charity).round(2)
# %%
exercises.part_that_goes
# %%
gone = 1 - 1.20 / 2.65  # solution
exercises.part_that_goes.check(gone)
# %%
exercises.how_to_know
# %%
proposal = "d"  # solution
exercises.how_to_know.check(proposal)
# %% [markdown] tags=["en", "003-3-preferred-channel"]
# Letters also tire. Figures of an example: each further message of the month is answered less, and makes more people
# leave the list. One row is a message: `gain_eur` is what *it* brings, per person on the list; `net_eur`, what the month
# has brought so far.
# %% [markdown] tags=["fr", "003-3-preferred-channel"]
# Les messages lassent aussi. Chiffres d’un exemple : chaque message de plus dans le mois reçoit moins de réponses et fait
# quitter la liste à plus de gens. Une ligne est un message : `gain_eur` est ce qu’*il* rapporte, par personne de la
# liste ; `net_eur`, ce que le mois a rapporté jusque-là.
# %%
pressure = model.message_pressure(model.Messages(), most=12)
pressure[["responses", "unsubscribed_share", "gain_eur", "net_eur"]].round(3)
# %%
exercises.first_to_cost
# %%
too_many = 6  # solution
exercises.first_to_cost.check(too_many)
# %% [markdown] tags=["en", "003-3-preferred-channel"]
# **+** Pelet's third theme has a remedy: ask people which channel they prefer, “afin de limiter les envois” (so as to
# send less). Suppose that today's channel is the preferred one of 40 people in 100, that the others answer less and
# leave sooner, and that all say which they prefer, at no cost. One row is a number of messages a month,
# `everyone_net_eur` what it brings by today's channel, `asked_net_eur` by the channel that each prefers (which the
# table above took for granted).
# %% [markdown] tags=["fr", "003-3-preferred-channel"]
# **+** Le troisième thème de Pelet propose un remède : demander aux gens quel canal ils préfèrent, « afin de limiter
# les envois ». Supposez que le canal d’aujourd’hui soit le préféré de 40 personnes sur 100, que les autres répondent
# moins et partent plus tôt, et que chacun dit lequel il préfère, sans frais. Une ligne est un nombre de messages par
# mois ; `everyone_net_eur` est ce qu’il rapporte par le canal d’aujourd’hui, `asked_net_eur` par le canal que chacun
# préfère (ce que le tableau d’avant tenait pour acquis).
# %%
asked = model.ask_preference(model.Messages(), model.ChannelPreference(), most=6)
asked.table[["everyone_net_eur", "asked_net_eur"]].round(3)
# %%
exercises.messages_if_asked
# %%
enough = 1  # solution
exercises.messages_if_asked.check(enough)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 12, and 4 more with the **+** step. **Truth**: 1.20 guilders left of 2.65. **Typical**: `response_only`,
# `left_for_gone`; `all_columns`; `total_for_next`: the month earns until message 10, and each after the 5th costs.
#
# **Say**: two donors with average gifts above 500 guilders move a slope by half: ask who weighs in an average. **Ask**:
# “Who in the firm sees the people who left the list?” In most, nobody: the total hides them.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 12 minutes, et 4 de plus avec l’étape **+**. **Vérité** : il reste 1,20 florin sur 2,65. **Erreurs
# typiques** : `response_only`, `left_for_gone` ; `all_columns` ; `total_for_next` : le mois gagne jusqu’au message 10, et
# chacun après le 5e coûte.
#
# **À dire** : deux donateurs au don moyen de plus de 500 florins changent une pente de moitié : demandez qui pèse dans
# une moyenne. **Demandez** : « Qui, dans l’entreprise, voit ceux qui ont quitté la liste ? » Le plus souvent personne : le
# total les cache.
# %% [markdown] tags=["en"]
# ## 9. + Once a year: the donors of a radio station
#
# 11,104 people first gave in the same year. In each of six later years they gave again, or not. One row: all with the
# same number of gifts and the same last year.
# %% [markdown] tags=["fr"]
# ## 9. + Une fois par an : les donateurs d’une radio
#
# 11 104 personnes ont donné pour la première fois la même année. Chacune des six années suivantes, elles ont redonné, ou
# non. Une ligne : tous ceux qui ont le même nombre de dons et la même dernière année.
# %%
radio = mktlib.load("radio_donations")
radio.tail()
# %% [markdown] tags=["en"]
# The same idea as for records, by years (BG/BB; Fader, Hardie and Shang, 2010).
# `giving.expected_donations(5, gifts, last, 6)` says how many gifts it expects, in the five years to come,
# of somebody who in six years gave `gifts` times, the last time in year `last`.
# %% [markdown] tags=["fr"]
# La même idée que pour les disques, par années (BG/BB ; Fader, Hardie et Shang, 2010).
# `giving.expected_donations(5, dons, dernière, 6)` dit combien de dons il attend, dans les cinq ans à
# venir, de qui a donné `dons` fois en six ans, la dernière fois l’année `dernière`.
# %%
columns = ["repeat_donations", "periods_to_last_donation", "periods"]
giving = model.fit_bg_bb(*(radio[column] for column in columns), donors=radio["donors"])
pasts = pd.DataFrame({"gifts": [1, 1, 4, 4], "last": [6, 1, 6, 4]})
pasts.assign(expected=giving.expected_donations(5, pasts["gifts"], pasts["last"], 6)).round(2)
# %%
exercises.donations_to_come
# %%
gifts = giving.expected_donations(5, 6, 6, 6)  # solution
exercises.donations_to_come.check(gifts)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 8, or homework. **Typical**: `past_for_future`, `alive_for_giving`. **See**: with the same four gifts, one
# who gave last in year 6 is worth several of one who gave last in year 4.
#
# **Ask**: “The best donors of this year do worse next year. Who will be blamed?” Nobody, for that alone.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 8 minutes, ou à la maison. **Erreurs typiques** : `past_for_future`, `alive_for_giving`. **À voir** : à
# quatre dons égaux, celui qui a donné l’année 6 en vaut plusieurs dont le dernier don date de l’année 4.
#
# **Demandez** : « Les meilleurs donateurs de l’année font moins bien la suivante. À qui la faute ? » À personne, pour cela seul.
# %% [markdown] tags=["en", "003-6-find-and-help", "003-6-transparency", "003-6-answering", "004-patient-answers"]
# ## 10. Those who speak of you
#
# Pelet's sixth theme. **Find and help** those who already speak of the brand: influencers (people others ask) and fans;
# give them particular benefits. **Be transparent** about errors and conflicts, and above all show that you have solutions.
# **Answer**: somebody whom the slide quotes, without a name, says that merely answering impresses the unhappy, and makes
# an “encore meilleure impression sur les satisfaits” (impresses the satisfied even more).
#
# The author of *Marketing Persuasif* (ENI) answers all requests “avec patience et pédagogie”, patiently, teaching, “même
# les plus stupides” (even the silliest): it shows an open mind, and makes people follow.
# %% [markdown] tags=["fr", "003-6-find-and-help", "003-6-transparency", "003-6-answering", "004-patient-answers"]
# ## 10. Ceux qui parlent de vous
#
# Le sixième thème de Pelet. **Repérer et aider** ceux qui parlent déjà de la marque, prescripteurs et fans ; leur donner
# des avantages particuliers. **Être transparent** sur les erreurs et les conflits, et surtout montrer qu’on a des
# solutions. **Répondre** : selon quelqu’un que la diapositive cite sans le nommer, répondre suffit à faire bonne impression
# sur les mécontents, « et encore meilleure impression sur les satisfaits ».
#
# L’auteur de *Marketing Persuasif* (ENI) répond à toutes les demandes « avec patience et pédagogie », « même les plus
# stupides » : on passe pour quelqu’un d’ouvert, ce qui donne envie de suivre.
# %%
exercises.answer_or_not
# %%
replies = "abcadbc"  # solution
exercises.answer_or_not.check(replies)
# %% [markdown] tags=["en", "003-7-blogs-and-forums", "004-groups-not-networks", "004-no-race-for-engagement", "003-community-manager"]
# Two of the seven were not on your page. Theme 7: watch **blogs and forums** too. For the author of *Marketing Persuasif*,
# the network does not count, but the **groups** where people discuss; and no race for engagement: rather be seen by “LA
# bonne personne” (the one right person) than by a thousand useless ones.
#
# Who does all this? Pelet's good community manager is curious of the web and of people, knows some communication, feels
# with others, takes good and bad alike, has a true strategy; and is not the expert of the subject. Name a group where
# trainees discuss, and who answers there.
# %% [markdown] tags=["fr", "003-7-blogs-and-forums", "004-groups-not-networks", "004-no-race-for-engagement", "003-community-manager"]
# Deux des sept n’étaient pas sur votre page. Thème 7 : surveiller aussi **blogs et forums**. Pour l’auteur de *Marketing
# Persuasif*, ce n’est pas le réseau qui compte, mais les **groupes** où l’on discute ; et pas de course à l’engagement :
# être vu par « LA bonne personne » plutôt que par mille inutiles.
#
# Qui fait tout cela ? Le bon community manager de Pelet est curieux du web et des gens, a un petit bagage de
# communicant, se met à la place des autres, prend le positif comme le négatif, a une vraie stratégie ; et il n’est
# pas l’expert du sujet. Nommez un groupe où des stagiaires discutent, et qui y répond.
# %%
group = ["forum: payroll", "Marion + expert"]  # solution
None if group is ... else group
# %% [markdown] tags=["en", "004-users-not-products", "004-time-without-automation"]
# **+** The same author has seen firms sit on assets, events and insights that they never use; the good ones start from
# users, not from products. His road map: make the most of one's time, “si possible sans automation” (if possible without
# automation). Name three things that a training company has and could use.
# %% [markdown] tags=["fr", "004-users-not-products", "004-time-without-automation"]
# **+** Le même auteur a vu des entreprises assises sur des ressources, des événements, des enseignements dont elles ne
# font rien ; les bons partent des utilisateurs, pas des produits. Sa feuille de route : optimiser le temps, « si possible
# sans automation ». Nommez trois choses qu’une entreprise de formation possède et pourrait employer.
# %%
unused = ["questions / trainers", "forum / trainees", "certificates: dates"]  # solution
None if unused is ... else unused
# %% [markdown] tags=["en"]
# A real case of transparency. On 31 January 2017 GitLab, which stores programmers' work, deleted data from its main
# database by accident. Five ways of saving copies: none worked as meant; a copy six hours old was restored. The firm
# filmed its repair live, kept public notes, then published what was lost (by its estimate, hours of changes to some
# 5,000 projects; not the code), why, and what would change.
#
# *Sources: GitLab, “Postmortem of database outage of January 31”, 2017; Designing Risk, 25 August 2017.*
# %% [markdown] tags=["fr"]
# Un vrai cas de transparence. Le 31 janvier 2017, GitLab, qui conserve le travail de programmeurs, efface par accident des
# données de sa base principale. Cinq moyens de sauvegarde : aucun ne marche comme prévu ; on restaure une copie vieille de
# six heures. L’entreprise filme la réparation en direct, tient des notes publiques, puis publie ce qui est perdu (selon elle,
# des heures de modifications sur quelque 5 000 projets ; pas le code), pourquoi, et ce qui va changer.
#
# *Sources : GitLab, “Postmortem of database outage of January 31”, 2017 ; Designing Risk, 25 août 2017.*
# %%
exercises.what_openness_shows
# %%
openness = "b"  # solution
exercises.what_openness_shows.check(openness)
# %% [markdown] tags=["en", "003-experience-demanded"]
# What was counted?
#
# 1. De Matos, Henrique and Rossi (2007) put studies of repaired errors together: people are more satisfied than
#    before; intention to buy again, word of mouth, image: no effect found.
# 2. Proserpio and Zervas (2017): hotels that begin to answer gain 0.12 star.
# 3. Schmitt, Skiera and Van den Bulte (2011), 10,000 customers of a German bank: those recommended stay longer, are
#    worth 16% more at least.
# 4. Wolters and Gedenk (2019), telecommunications: they stay longer too, with smaller margins.
#
# Pelet's slide says that 87% of consumers demand a rich experience and strong engagement; whom it quotes is lost in our
# copy.
# %% [markdown] tags=["fr", "003-experience-demanded"]
# Qu’a-t-on compté ?
#
# 1. De Matos, Henrique et Rossi (2007) réunissent des études d’erreurs réparées : on est plus satisfait qu’avant ;
#    intention de racheter, bouche-à-oreille, image : aucun effet trouvé.
# 2. Proserpio et Zervas (2017) : les hôtels qui se mettent à répondre gagnent 0,12 étoile.
# 3. Schmitt, Skiera et Van den Bulte (2011), 10 000 clients d’une banque allemande : les recommandés restent plus
#    longtemps, valent au moins 16 % de plus.
# 4. Wolters et Gedenk (2019), télécoms : ils restent aussi plus longtemps, avec des marges plus petites.
#
# Selon une diapositive de Pelet, 87 % des consommateurs exigent une expérience riche et un engagement fort ; qui elle cite
# est perdu dans notre copie.
# %%
exercises.what_was_found
# %%
found = "bcabaca"  # solution
exercises.what_was_found.check(found)
# %% [markdown] tags=["en"]
# **+** Did the bank's reward pay?
# %% [markdown] tags=["fr"]
# **+** La récompense de la banque était-elle rentable ?
# %%
exercises.return_on_reward
# %%
per_euro = (40 - 25) / 25  # solution
exercises.return_on_reward.check(per_euro)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 10, and 7 more with the **+** steps. **Typical**: `silly_unanswered`, `own_pages_only`,
# `explained_for_admitted`; `case_for_law`; `satisfied_so_buys`, `unproved_for_false`.
#
# **Say**: the invoice goes on in private, once admitted in public. Studies 2 and 3 compare firms or people who *chose*:
# no draw there either. **Ask**: “Which of Pelet's three advices would you test first, and how would you draw lots?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 10 minutes, et 7 de plus avec les étapes **+**. **Erreurs typiques** : `silly_unanswered`,
# `own_pages_only`, `explained_for_admitted` ; `case_for_law` ; `satisfied_so_buys`, `unproved_for_false`.
#
# **À dire** : la facture se règle en privé, une fois l’erreur reconnue en public. Les études 2 et 3 comparent des
# entreprises ou des gens qui ont *choisi* : là non plus, pas de tirage au sort. **Demandez** : « Lequel des trois conseils
# de Pelet testeriez-vous d’abord, et comment tireriez-vous au sort ? »
# %% [markdown] tags=["en"]
# ## 11. Doubt: alive, by assumption
#
# `shop` has one more number to offer. Somebody bought once, 39 weeks ago:
# %% [markdown] tags=["fr"]
# ## 11. Douter : encore client, par hypothèse
#
# `shop` a encore un nombre à offrir. Quelqu’un a acheté une fois, il y a 39 semaines :
# %%
shop.alive_share(0, 0, 39)
# %%
exercises.alive_by_assumption
# %%
use = "b"  # solution
exercises.alive_by_assumption.check(use)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 3. **Typical**: `good_here_good_there`. **Ask**: “Which other number of today was an assumption?” The
# discount, the margins, every cost of section 2, the guilder a letter.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 3 minutes. **Erreur typique** : `good_here_good_there`. **Demandez** : « Quel autre nombre du jour était une
# hypothèse ? » L’actualisation, les marges, tous les coûts de la section 2, le florin la lettre.
# %% [markdown] tags=["en"]
# ## 12. Transfer: the other tier
#
# Almost without help. `by_year` still holds both tiers; section 6 has all that you need.
# %% [markdown] tags=["fr"]
# ## 12. Transférer : l’autre offre
#
# Presque sans aide. `by_year` contient encore les deux offres ; la section 6 a tout ce qu’il faut.
# %%
exercises.more_for_high_end
# %%
dearer = model.lifetime_value_of(by_year["high_end"] / 1000, 40, 0.10) - of_cohort  # solution
exercises.more_for_high_end.check(dearer)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 4. **Typical**: `value_for_difference`, `no_discount`. **Ask**: “Should the firm push everybody into the
# high-end tier?” The table does not say what a regular subscriber would do there.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 4 minutes. **Erreurs typiques** : `value_for_difference`, `no_discount`. **Demandez** : « Faut-il pousser tout
# le monde vers l’offre haut de gamme ? » Le tableau ne dit pas ce qu’y ferait un abonné standard.
# %% [markdown] tags=["en"]
# ## 13. Keep: your page of decisions
#
# A training company, 40,000 trainees a year. A row each: what you do, for whom, what you count, and when you stop. The
# first is an example: change it, and fill in the others.
# %% [markdown] tags=["fr"]
# ## 13. Retenir : votre page de décisions
#
# Une entreprise de formation, 40 000 stagiaires par an. Une ligne chacune : ce que vous faites, pour qui, ce que vous
# comptez, et quand vous arrêtez. La première est un exemple : changez-la, et remplissez les autres.
# %%
decisions = {"acquire": ["adverts", "HR managers", "euros per lead", "a lead above 6 euros"]}
decisions["engage"] = ["1 text", "certificate ends", "back / silent", "1 % leave"]  # solution
decisions["develop"] = ["panel", "4 colleagues sent", "visits", "none in 6 months"]  # solution
decisions["be silent"] = ["6th message", "all", "net of the next one", "a draw says no"]  # solution
mine = pd.DataFrame(decisions, index=["what", "for_whom", "count", "stop_if"]).T
# %% [markdown] tags=["en"]
# **Keep three sentences.**
#
# 1. A rate has a base, a value has a date, a score has weeks put aside: name them before you compare.
# 2. Those who are left are not those who came, and those you write to are not those you do not: a draw tells an effect
#    from a choice.
# 3. Listen, answer, ask, and be silent at the message that costs more than it brings.
#
# **Your page.** Run the cell: what you decided, guessed and got right, on one page to keep, print or hand in (add
# `name="Your name"` after a comma).
# %% [markdown] tags=["fr"]
# **Retenez trois phrases.**
#
# 1. Un taux a une base, une valeur a une date, un score a des semaines mises de côté : nommez-les avant de comparer.
# 2. Ceux qui restent ne sont pas ceux qui étaient venus, et ceux à qui l’on écrit ne sont pas les autres : un tirage au
#    sort distingue un effet d’un choix.
# 3. Écoutez, répondez, demandez, et taisez-vous au message qui coûte plus qu’il ne rapporte.
#
# **Votre page.** Exécutez la cellule : ce que vous avez décidé, estimé et trouvé, sur une page à garder, à imprimer ou
# à rendre (ajoutez `name="Votre nom"` après une virgule).
# %%
mktlib.memo(exercises, mine).save()
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 6. One example, not the answer.
#
# **Read for**: a price with its reason; a count that a choice of people cannot fake; a stop that could happen; silence
# somewhere. **Ask**: “Which of your four would you test by a draw first?”
#
# `python start.py report FOLDER` shows which mistakes the class made.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 6 minutes. Un exemple, pas la réponse.
#
# **À lire** : un prix avec sa raison ; un compte que le choix des gens ne peut pas truquer ; un arrêt qui puisse arriver ;
# du silence quelque part. **Demandez** : « Laquelle des quatre testeriez-vous d’abord par tirage au sort ? »
#
# `python start.py report DOSSIER` montre quelles erreurs la classe a faites.
