# %% [markdown] tags=["en", "001-monthly-table"]
# # Reading KPIs: five figures you can defend
#
# ## 1. The case: eight avatars and a monthly table
#
# From October 2011 Demos, a French training company, sends avatars to Twitter, each played by an employee; there
# are eight of them at the time of the interview.
# Every month each one fills in a table: network size, favourites, mentions, retweets, Klout score, posts,
# search rank. It is “un outil de motivation bien plus que d’une procédure de ‘flicage’” (a tool to motivate
# far more than to police), and the marketing department arbitrates with it.
#
# *Source: Carole Blancot, SpotPink, “Demos & les médias sociaux : une stratégie digitale haute en couleur”,
# an interview with Pauline Blanpin.*
#
# And the company? Run the two cells.
# %% [markdown] tags=["fr", "001-monthly-table"]
# # Lire des KPI : cinq chiffres que vous saurez défendre
#
# ## 1. Le cas : huit avatars et un tableau mensuel
#
# À partir d’octobre 2011, Demos, une entreprise de formation, lance des avatars sur Twitter ; derrière chacun, un
# salarié. Ils sont huit au moment de l’interview. Chaque mois, chacun remplit un tableau : taille du réseau, favoris, mentions, retweets, score Klout,
# publications, rang dans les moteurs. Il s’agit « d’un outil de motivation bien plus que d’une procédure de
# “flicage” », et la direction marketing s’en sert pour arbitrer.
#
# *Source : Carole Blancot, SpotPink, « Demos & les médias sociaux : une stratégie digitale haute en couleur »,
# interview de Pauline Blanpin.*
#
# Et l’entreprise ? Exécutez les deux cellules.
# %%
import pandas as pd

import mktlib
from mktlib.kpis import exercises, labs, model

# %%
business = mktlib.load("demos_business")
business[["year", "metric", "value", "unit"]]
# %% [markdown] tags=["en", "001-too-early"]
# Near bankruptcy in 2015, receivership in 2025. Asked in 2012 about the effect on business, Demos answered that
# the activity was “trop récente pour remarquer un effet significatif” (too recent to notice a significant
# effect). Was the table looking at the right numbers?
#
# We found no published copy. Ours is **synthetic**: invented figures for eight fictional accounts and eighteen
# months, in the columns of Demos and four of ours. Section 4 tells how it was made, once you have judged.
#
# An *impression* counts each time a post is shown; *reach*, the people who saw one; an *engagement*, one reaction; a
# *lead*, somebody who asks for a quote. Look at the last month.
# %% [markdown] tags=["fr", "001-too-early"]
# Dépôt de bilan frôlé en 2015, redressement judiciaire en 2025. Interrogé en 2012 sur l’effet commercial, Demos
# répondait que l’action était « trop récente pour remarquer un effet significatif ». Le tableau regardait-il
# les bons chiffres ?
#
# Nous n’en avons trouvé aucune publication. Le nôtre est **synthétique** : des chiffres inventés pour huit
# comptes fictifs et dix-huit mois, dans les colonnes de Demos et quatre des nôtres. La section 4 dit comment il a été
# fait, une fois que vous aurez jugé.
#
# Une *impression* compte chaque fois qu’une publication s’affiche ; la *portée* (`reach`), les personnes touchées ; un
# *engagement*, une réaction ; un *lead*, quelqu’un qui demande un devis. Regardez le dernier mois.
# %%
accounts = mktlib.load("ambassadors")
accounts.tail(8)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 9. Section by section: 9, 25, 25 / 25, 22, 12 / 15, 8, 12, 15, that is 168; about 150 without the
# **+** steps. Three sittings: 1–3, 4–6, 7–10. In 90 minutes: sections 1–4, 7 and 10 without the **+** steps, the
# memo finished at home. In 60: sections 1, 2 and 4.
#
# **Not before section 4**: the card of `ambassadors`, which says how many accounts truly differ.
#
# **Ask**: “You have five minutes a month to look at a table. Which three columns do you keep?” Write the
# answers on the board; come back to them in section 10.
#
# **Listen for**: who keeps followers? Does anybody ask what a follower costs, or brings?
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 9 minutes. Section par section : 9, 25, 25 / 25, 22, 12 / 15, 8, 12, 15, soit 168 ; environ 150 sans
# les étapes **+**. Trois séances : 1 à 3, 4 à 6, 7 à 10. En 90 minutes : les sections 1 à 4, 7 et 10 sans les
# étapes **+**, le mémo fini à la maison. En 60 : les sections 1, 2 et 4.
#
# **Pas avant la section 4** : la fiche de `ambassadors`, qui dit combien de comptes diffèrent vraiment.
#
# **Demandez** : « Vous avez cinq minutes par mois pour lire un tableau. Quelles trois colonnes gardez-vous ? »
# Notez les réponses au tableau ; on y revient à la section 10.
#
# **Écoutez** : qui garde les abonnés ? Quelqu’un demande-t-il ce que coûte, ou rapporte, un abonné ?
# %% [markdown] tags=["en"]
# **You will do** one thing: a one-page memo for Demos, five KPIs, each with its numerator, its denominator and
# its alarm limit.
#
# **You will be able to** compute a KPI and name what is divided by what; choose a denominator; tell a bad
# account from bad luck; say whether a test has enough data; rule on a claim.
#
# About 150 minutes: three sittings of 50 (1–3, 4–6, 7–10). Steps marked **+** are for those with time.
#
# ## 2. A ratio is two numbers
#
# Real figures now: what American advertisers paid Google. First, a guess.
# %% [markdown] tags=["fr"]
# **Vous ferez** une seule chose : un mémo d’une page pour Demos, cinq KPI, chacun avec son numérateur, son
# dénominateur et son seuil d’alerte.
#
# **Vous saurez** calculer un KPI et dire ce que l’on divise par quoi ; choisir un dénominateur ; distinguer un
# mauvais compte d’une mauvaise passe ; dire si un test a assez de données ; juger une affirmation.
#
# Environ 150 minutes : trois séances de 50 (1 à 3, 4 à 6, 7 à 10). Les étapes marquées **+** sont pour qui a le
# temps.
#
# ## 2. Un ratio, c’est deux nombres
#
# Place à de vrais chiffres : ce que des annonceurs américains ont payé à Google. D’abord, une estimation.
# %%
cheaper = mktlib.predict(exercises.cheaper_action)
# %% [markdown] tags=["en"]
# `.loc["E-Commerce"]` picks the rows of one industry; `.T` swaps rows and columns. A *conversion* is a click that
# ends in the action wanted: a sale, a form sent.
# %% [markdown] tags=["fr"]
# `.loc["E-Commerce"]` choisit les lignes d’un secteur ; `.T` échange lignes et colonnes. Une *conversion* est un
# clic qui aboutit à l’action voulue : une vente, un formulaire envoyé.
# %%
ads = mktlib.load("google_ads").set_index(["industry", "network"])
ads.loc["E-Commerce"].T
# %%
cheaper.reveal()
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 25 for section 2. **Truth**: search (41 dollars against 76 computed, 45 against 66 published).
#
# **Ask**: “The click is 2.6 times dearer. What would have to be true for search to lose?” It would have to
# convert less than 2.6 times as often.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 25 minutes pour la section 2. **Vérité** : le search (41 dollars contre 76 calculés, 45 contre 66 publiés).
#
# **Demandez** : « Le clic est 2,6 fois plus cher. Que faudrait-il pour que le search perde ? » Qu’il convertisse
# moins de 2,6 fois plus souvent.
# %% [markdown] tags=["en"]
# A campaign is a chain: euros buy impressions; some become clicks, some clicks become leads (people who leave
# their details), some leads become customers.
#
# **Try**: 1. double the media spend; 2. put it back to €5,000, then raise *leads that become customers*, point by
# point (from 20% to 21% is one point): at which rate does another step become the best place for the next euro?
#
# **Notice**: what happens to the cost of a customer each time.
# %% [markdown] tags=["fr"]
# Une campagne est une chaîne : des euros achètent des impressions ; certaines deviennent des clics, certains
# clics des leads (des prospects qui laissent leurs coordonnées), certains leads des clients.
#
# **Essayez** : 1. doublez la dépense média ; 2. remettez-la à 5 000 €, puis relevez point par point la part des
# leads qui deviennent clients (de 20 % à 21 %, c’est un point) : à quel taux une autre étape devient-elle le
# meilleur endroit pour l’euro suivant ?
#
# **Observez** : ce que devient chaque fois le coût d’un client.
# %%
mktlib.show(labs.funnel)
# %% [markdown] tags=["instructor", "en"]
# **See**: twice the budget, twice the customers, the same cost each: a model without saturation. Raised far enough,
# the last rate leaves the first place to media: a step, once improved, is no longer the one to improve.
#
# **Ask**: “Who in the company owns each slider?” Marketing owns the first two rates; sales owns the third.
# %% [markdown] tags=["instructor", "fr"]
# **À voir** : deux fois le budget, deux fois plus de clients, au même coût : un modèle sans saturation. Assez relevé, le
# dernier taux cède la première place au média : une étape améliorée n’est plus celle qu’il faut améliorer.
#
# **Demandez** : « Qui, dans l’entreprise, tient chaque curseur ? » Le marketing les deux premiers taux, les
# commerciaux le troisième.
# %% [markdown] tags=["en"]
# Your turn. One row, one figure at a time: `b2b["cost_per_click_usd"]` is the cost per click. A cell with only
# the name of an exercise shows its question.
#
# Replace `...` by a calculation, such as `b2b["cost_per_click_usd"] * 2`. Lines already written for you need not be
# understood: change only the `...`. Letters and words go in quotes: `"b"`.
# %% [markdown] tags=["fr"]
# À vous. Une ligne, un chiffre à la fois : `b2b["cost_per_click_usd"]` est le coût par clic. Une cellule qui ne
# contient que le nom d’un exercice affiche sa question.
#
# Remplacez `...` par un calcul, comme `b2b["cost_per_click_usd"] * 2`. Les lignes déjà écrites n’ont pas à être
# comprises : ne changez que les `...`. Lettres et mots se mettent entre guillemets droits : `"b"`.
# %%
b2b = ads.loc[("B2B", "search")]
b2b
# %%
exercises.cost_per_action
# %%
cost = b2b["cost_per_click_usd"] / b2b["conversion_rate"]  # solution
exercises.cost_per_action.check(cost)
# %% [markdown] tags=["instructor", "en"]
# **Typical**: `percent_used` (dividing by 3.04) and `multiplied` (an action cheaper than a click). Do not
# correct: ask “how many clicks for one action?” `published_for_computed` leads to the next exercise.
# %% [markdown] tags=["instructor", "fr"]
# **Erreurs typiques** : `percent_used` (diviser par 3.04) et `multiplied` (une action moins chère qu’un clic).
# Ne corrigez pas, demandez : « combien de clics pour une action ? » `published_for_computed` mène à l’exercice
# suivant.
# %% [markdown] tags=["en"]
# **+** The same row hides another price, that of a thousand impressions.
# %% [markdown] tags=["fr"]
# **+** La même ligne cache un autre prix, celui de mille impressions.
# %%
exercises.cost_per_mille
# %%
thousand = 1000 * b2b["click_through_rate"] * b2b["cost_per_click_usd"]  # solution
exercises.cost_per_mille.check(thousand)
# %% [markdown] tags=["en"]
# The published cost of an action was not yours. By how much does it differ elsewhere? One line computes all
# 32 rows at once. `.max()` picks the largest of a column, as in `computed.max()`.
# %% [markdown] tags=["fr"]
# Le coût publié d’une action n’était pas le vôtre. Et ailleurs, quel est l’écart ? Une ligne calcule les
# 32 lignes d’un coup. `.max()` prend la plus grande valeur d’une colonne, comme `computed.max()`.
# %%
computed = ads["cost_per_click_usd"] / ads["conversion_rate"]
computed.head()
# %%
exercises.widest_gap
# %%
gap = (ads["cost_per_action_usd"] / computed).max()  # solution
exercises.widest_gap.check(gap)
# %% [markdown] tags=["en"]
# Why such a gap? Each figure printed is typical of many accounts, large and small alike (their average, or their
# median, the one in the middle: WordStream has said both). Divide two typical figures, and you get neither the typical
# cost nor the cost of all accounts together. Two campaigns are enough to see why.
# %% [markdown] tags=["fr"]
# D’où vient un tel écart ? Chaque chiffre imprimé est typique de nombreux comptes, gros et petits à égalité (leur
# moyenne, ou leur médiane, celui du milieu : WordStream a dit les deux). Divisez deux chiffres typiques : vous n’obtenez
# ni le coût typique, ni celui de tous les comptes ensemble. Deux campagnes suffisent pour voir pourquoi.
# %%
exercises.cost_per_lead_of_both
# %%
both = (200 + 3000) / (40 + 100)  # solution
exercises.cost_per_lead_of_both.check(both)
# %% [markdown] tags=["instructor", "en"]
# **Typical**: `mean_of_ratios`, which is the published table's own way. Both are figures:
# one describes the typical account, the other the whole market. The fault is not to say which.
# %% [markdown] tags=["instructor", "fr"]
# **Erreur typique** : `mean_of_ratios`, et c’est celle du tableau publié. Les deux sont
# des chiffres : l’un décrit le compte typique, l’autre l’ensemble du marché. La faute est de ne pas dire lequel.
# %% [markdown] tags=["en"]
# A cost is half of the story. What came back?
# %% [markdown] tags=["fr"]
# Un coût n’est que la moitié de l’histoire. Qu’est-ce qui est revenu ?
# %%
exercises.romi
# %%
margin = 0.35 * 24_000
returned = model.return_on_marketing_investment(gross_margin=margin, spend=6_000)  # solution
exercises.romi.check(returned)
# %% [markdown] tags=["en"]
# One more ratio, famous in every inbound-marketing slide show. *Inbound*: customers come and find you;
# *outbound*: you go and call on them. Compute it, then look at who says so.
# %% [markdown] tags=["fr"]
# Un dernier ratio, vedette de toutes les présentations d’inbound marketing. *Inbound* : les clients viennent à vous ;
# *outbound* : vous allez les chercher. Calculez-le, puis regardez qui le dit.
# %%
exercises.inbound_saving
# %%
saving = 1 - 84 / 220  # solution
exercises.inbound_saving.check(saving)
# %%
leads = mktlib.load("cost_per_lead")
leads[["study", "approach", "segment", "metric", "amount_usd", "share"]].head(9)
# %% [markdown] tags=["instructor", "en"]
# **Typical**: `revenue_for_margin` (+300%) and `roas_for_romi`; `remainder_for_saving` for the last one.
#
# **Ask**: “Firms above 50 employees: a gap of about 400 dollars; small ones: 10 to 15. What is the mean gap
# worth to *your* client?” It is section 6 before its time.
# %% [markdown] tags=["instructor", "fr"]
# **Erreurs typiques** : `revenue_for_margin` (+300 %) et `roas_for_romi` ; `remainder_for_saving` pour le dernier.
#
# **Demandez** : « Au-dessus de 50 salariés, l’écart est d’environ 400 dollars ; chez les petites, de 10 à 15.
# Que vaut l’écart moyen pour *votre* client ? » C’est la section 6 avant l’heure.
# %% [markdown] tags=["en", "004-reach-and-engagement", "004-no-race-for-engagement"]
# ## 3. The denominator decides
#
# “Je préfère être vu par LA bonne personne que par 1.000 inutiles.” *(I would rather be seen by THE right
# person than by a thousand useless ones.)* So says the author of *Marketing Persuasif* (ENI) in his *Bio*
# interview, whose KPIs are nevertheless “very classically, reach and engagement”.
#
# Engagement divided by what? Start with a star: an astronaut's tweet.
# %% [markdown] tags=["fr", "004-reach-and-engagement", "004-no-race-for-engagement"]
# ## 3. Le dénominateur décide
#
# « Je préfère être vu par LA bonne personne que par 1.000 inutiles », dit l’auteur de *Marketing Persuasif*
# (ENI) dans son interview *Bio*. Ses KPI sont pourtant, « très classiquement », portée et engagement.
#
# L’engagement divisé par quoi ? Commençons par une vedette : le tweet d’un astronaute.
# %%
star = mktlib.predict(exercises.best_post_guess)
# %%
posts = mktlib.load("best_posts")
posts[["post_id", "network", "metric", "value", "followers"]]
# %%
exercises.best_post_rate
# %%
best = 25_000 / 367_000  # solution
exercises.best_post_rate.check(best)
# %%
star.reveal()
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 25 for section 3. **Truth**: 25,000 / 367,000, some 7%. Let the highest and the lowest guess explain themselves.
#
# **Ask**: “Row `bonjour_bordeaux`: what was counted?” Nothing. The conference (Jules Grandsire at ISEG
# Bordeaux) said that the photograph was much reshared by the people of Bordeaux; no count was found.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 25 minutes pour la section 3. **Vérité** : 25 000 / 367 000, environ 7 %. Faites parler
# l’estimation la plus haute et la plus basse.
#
# **Demandez** : « Ligne `bonjour_bordeaux` : qu’a-t-on compté ? » Rien. La conférence (Jules Grandsire à l’ISEG
# Bordeaux) disait la photo très repartagée par les Bordelais ; aucun décompte n’a été trouvé.
# %% [markdown] tags=["en"]
# Is that a target for your next post? Look at the median brand: half of them do better, half do worse.
# %% [markdown] tags=["fr"]
# Est-ce un objectif pour votre prochaine publication ? Voyez la marque médiane : la moitié fait mieux, l’autre moitié
# moins bien.
# %%
typical = mktlib.load("engagement_benchmarks")
typical.loc[typical["year"] == 2022, ["network", "sector", "engagement_rate"]].dropna()
# %%
exercises.best_against_typical
# %%
times = best / 0.00035  # solution
exercises.best_against_typical.check(times)
# %% [markdown] tags=["en"]
# Six posts of one page, three ways to divide. **Try**: 1. buy no impression, and find the three winners; 2. buy
# 20,000 for the team photo; 3. buy as many for the practical tip.
#
# **Notice**: a boost lifts one rate and sinks the two others. Which one would you show, if you were paid to
# look good?
# %% [markdown] tags=["fr"]
# Six publications d’une page, trois façons de diviser. **Essayez** : 1. sans impression achetée, trouvez les
# trois gagnantes ; 2. achetez-en 20 000 pour la photo d’équipe ; 3. autant pour le conseil pratique.
#
# **Observez** : la sponsorisation fait monter un taux et descendre les deux autres. Lequel montreriez-vous, si
# l’on vous payait pour faire bonne figure ?
# %%
mktlib.show(labs.denominator)
# %% [markdown] tags=["en"]
# Now on the accounts, with their last month.
# %% [markdown] tags=["fr"]
# Sur nos comptes maintenant, avec leur dernier mois.
# %%
march = accounts[accounts["month"] == "2013-03-01"].set_index("account")
sidonie = march.loc["Sidonie"]
sidonie
# %%
exercises.three_engagement_rates
# %%
done = sidonie["engagements"]
rates = [done / sidonie["network_size"], done / sidonie["reach"],
         done / sidonie["impressions"]]  # solution
exercises.three_engagement_rates.check(rates)
# %% [markdown] tags=["instructor", "en"]
# **See**: without a boost, three winners. Bought impressions lift the rate by followers only, since followers
# do not move. **Typical**: `reach_and_impressions_swapped`. Make them say it aloud: persons, times shown.
#
# **Ask**: “Which rate can a competitor compute about you?” By followers: the other two need your own figures.
# %% [markdown] tags=["instructor", "fr"]
# **À voir** : sans sponsorisation, trois gagnantes. Acheter des impressions ne fait monter que le taux par
# abonné, puisque les abonnés ne bougent pas. **Erreur typique** : `reach_and_impressions_swapped`. Faites-leur
# dire à voix haute : des personnes, des fois.
#
# **Demandez** : « Quel taux un concurrent peut-il calculer sur vous ? » Par abonné : les deux autres demandent
# vos propres chiffres.
# %% [markdown] tags=["en"]
# Reach itself moves. On Facebook, in one winter:
# %% [markdown] tags=["fr"]
# La portée bouge, elle aussi. Sur Facebook, en un hiver :
# %%
reach = mktlib.load("organic_reach")
reach[["pages", "month", "organic_reach_share"]].dropna()
# %%
exercises.reach_fall
# %%
change = 0.0615 / 0.1205 - 1  # solution
exercises.reach_fall.check(change)
# %% [markdown] tags=["en"]
# Back to THE right person. `groupby` makes one row an account; `.sum()` adds up its 18 months, so that in `reach`
# one person may count 18 times.
# %% [markdown] tags=["fr"]
# Revenons à LA bonne personne. `groupby` fait une ligne par compte ; `.sum()` additionne ses 18 mois : dans `reach`,
# une même personne peut donc compter 18 fois.
# %%
columns = ["impressions", "reach", "engagements", "leads"]
totals = accounts.groupby("account", sort=False)[columns].sum()
totals
# %%
exercises.the_right_person
# %%
leads_per_person = totals["leads"] / totals["reach"]
ahead = leads_per_person["Basile"] / leads_per_person["Sidonie"]  # solution
exercises.the_right_person.check(ahead)
# %% [markdown] tags=["instructor", "en"]
# **Typical**: `points_for_relative_change` (6 points is not 6%); `engagements_for_leads`.
#
# **Doubt to raise**: reach was added over 18 months, so that one person may count 18 times. And in this table
# leads follow nothing: dividing by reach makes the smallest account win. **Ask**: “What else could we divide
# leads by?” Hours of work, for example.
# %% [markdown] tags=["instructor", "fr"]
# **Erreurs typiques** : `points_for_relative_change` (6 points ne sont pas 6 %) ; `engagements_for_leads`.
#
# **Le doute à semer** : on a additionné la portée de 18 mois, une même personne peut y compter 18 fois. Et dans
# ce tableau les leads ne suivent rien : diviser par les personnes touchées fait gagner le plus petit. **Demandez** : « Par quoi
# d’autre diviser les leads ? » Par les heures de travail, par exemple.
# %% [markdown] tags=["en", "003-7-measure"]
# **+** “Mesurer le volume, la cadence, le taux de partage d’une information…” (the volume, the cadence, how much it
# is passed on), and the buzz: theme 7 of Jean-Éric Pelet (*L’engagement sur les réseaux sociaux*). A word becomes a
# KPI on the day two people compute the same number from it. “Taux de partage” is the everyday name of the
# *amplification rate*.
# %% [markdown] tags=["fr", "003-7-measure"]
# **+** « Mesurer le volume, la cadence, le taux de partage d’une information… » : c’est le thème 7 de Jean-Éric
# Pelet (*L’engagement sur les réseaux sociaux*), qui y ajoute le buzz. Un mot devient un KPI le jour où deux
# personnes en tirent le même nombre. « Taux de partage » est le nom courant du *taux d’amplification*.
# %%
octave = accounts[accounts["account"] == "Octave"]
octave[["month", "posts", "mentions", "retweets"]].tail()
# %%
exercises.theme_seven
# %%
sums = octave[["posts", "retweets"]].sum()
habit = octave["mentions"].iloc[:-1].mean()
four = [sums["posts"], sums["posts"] / 18, sums["retweets"] / sums["posts"], 80 / habit]  # solution
exercises.theme_seven.check(four)
# %% [markdown] tags=["en"]
# ## 4. Small accounts: which one would you close?
#
# At Demos “un ou deux comptes ont donc été clôturés” (one or two accounts were thus closed), some topics
# being too thin to feed every day. You decide too.
# First, a guess about the smallest.
# %% [markdown] tags=["fr"]
# ## 4. Petits comptes : lequel fermeriez-vous ?
#
# Chez Demos, « un ou deux comptes ont donc été clôturés », faute de matière pour les animer chaque jour. À vous
# de décider aussi. D’abord, une estimation sur
# le plus petit.
# %%
ends = mktlib.predict(exercises.months_at_an_end)
# %% [markdown] tags=["en"]
# Each dot is an account. Even equal accounts differ a little from month to month: about 95 times in 100, chance keeps
# such an account between the two curves.
#
# **Try**: 1. go through the months one by one and watch Basile; 2. stop at month 18, then pool 6 months, then 18;
# 3. widen the limits, to those that chance respects 99.8% of the time.
#
# **Notice**: at 6 months Basile falls out. If all eight were equal, how often would at least one dot be out by chance?
# Which two stay outside even the wider limits, at 18 months?
# %% [markdown] tags=["fr"]
# Chaque point est un compte. Même des comptes égaux diffèrent un peu d’un mois à l’autre : environ 95 fois sur 100, le
# hasard garde un tel compte entre les deux courbes.
#
# **Essayez** : 1. faites défiler les mois un à un et suivez Basile ; 2. arrêtez-vous au mois 18, puis cumulez
# 6 mois, puis 18 ; 3. élargissez les limites, à celles que le hasard respecte 99,8 % du temps.
#
# **Observez** : sur 6 mois, Basile sort. Si les huit étaient égaux, à quelle fréquence le hasard ferait-il sortir au
# moins un point ? Lesquels restent hors des limites larges, sur 18 mois ?
# %%
mktlib.show(labs.small_accounts)
# %%
ends.reveal()
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 25 for section 4. **Truth**: 15 months of 18, with a true rate that is exactly the usual one.
#
# **See**: month 2, Basile is first with 2 reactions out of 23. Six months pooled to 18, it falls below its 95%
# limits: chance again; one ranking in four has such an alarm. At 99.8% on 18 months two accounts remain:
# Octave (truly 2.8%) and Clovis (truly 1.3%); the others are at 2%.
#
# **Ask**: “Who would have been praised in November 2011? And in December?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 25 minutes pour la section 4. **Vérité** : 15 mois sur 18, avec un vrai taux qui est exactement le
# taux ordinaire.
#
# **À voir** : au mois 2, Basile est premier avec 2 réactions sur 23. En cumulant six mois jusqu’au 18, il passe
# sous ses limites à 95 % : encore le hasard ; un classement sur quatre a une telle alerte. À 99,8 % sur 18 mois,
# il reste deux comptes : Octave (en vrai 2,8 %) et Clovis (en vrai 1,3 %) ; les autres sont à 2 %.
#
# **Demandez** : « Qui aurait-on félicité en novembre 2011 ? Et en décembre ? »
# %% [markdown] tags=["en"]
# Now compute what the picture shows. `totals` still holds the sums of 18 months. Dividing one column by
# another gives a rate for each account.
# %% [markdown] tags=["fr"]
# Calculez maintenant ce que montre l’image. `totals` contient toujours les sommes des 18 mois. Diviser une
# colonne par une autre donne un taux par compte.
# %%
exercises.account_rates
# %%
rate = totals["engagements"] / totals["impressions"]  # solution
exercises.account_rates.check(rate)
# %% [markdown] tags=["en"]
# `account_ranking` adds the limits of chance, `low` and `high`, worked out for the size of each account. It wants to know what
# counts as a success (an engagement), and out of how many trials (impressions).
# %% [markdown] tags=["fr"]
# `account_ranking` ajoute les limites du hasard, `low` et `high`, calculées selon la taille de chaque compte. Il lui
# faut savoir ce qui compte comme un succès (un engagement), et sur combien d’essais (les impressions).
# %%
counts = {"successes": "engagements", "trials": "impressions"}
pooled = model.account_ranking(accounts, last_month=18, months=18, **counts)
pooled.accounts[["account", "rate", "low", "high"]].round(4)
# %%
exercises.beyond_chance
# %%
verdicts = {"Octave": "a", "Clovis": "c", "Sidonie": "b", "Basile": "b"}  # solution
exercises.beyond_chance.check(verdicts)
# %% [markdown] tags=["en"]
# **+** What became of Basile, first in November 2011?
# %% [markdown] tags=["fr"]
# **+** Qu’est devenu Basile, premier en novembre 2011 ?
# %%
later = model.account_ranking(accounts, last_month=18, months=16, **counts)
later.accounts[["account", "rate", "rank"]].round(4)
# %%
exercises.star_of_november
# %%
rank = 7  # solution
exercises.star_of_november.check(rank)
# %% [markdown] tags=["instructor", "en"]
# **Typical**: `last_month_for_all` closes Sidonie, the largest account, on one month; `rank_for_verdict` closes
# Basile. For the table: `mean_of_ratios`, which flatters Basile.
#
# **Name it**: regression to the mean. Whoever is picked for an extreme month will look worse (or better) next
# time, with no help from anyone. **Ask**: “Praise or blame after an extreme month: what will you believe about
# your own talent as a manager?”
# %% [markdown] tags=["instructor", "fr"]
# **Erreurs typiques** : `last_month_for_all` ferme Sidonie, le plus gros compte, sur un seul mois ;
# `rank_for_verdict` ferme Basile. Pour le tableau : `mean_of_ratios`, qui flatte Basile.
#
# **Le nom** : la régression vers la moyenne. Un compte choisi pour un mois extrême semblera moins bon (ou
# meilleur) ensuite, sans que personne n’y soit pour rien. **Demandez** : « On félicite ou on blâme après un mois
# extrême : que croirez-vous de vos talents de manager ? »
# %% [markdown] tags=["en"]
# **Decide.** Write the name of the account that you would close, in quotes (or `"Basile"` to try). The cell then
# shows what you lose with it.
# %% [markdown] tags=["fr"]
# **Décidez.** Écrivez le nom du compte que vous fermeriez, entre guillemets droits (ou `"Basile"` pour essayer).
# La cellule montre alors ce que vous perdez avec lui.
# %%
close = "Clovis"  # solution
totals.loc[close]
# %% [markdown] tags=["en"]
# Does it change your mind? Say why, to a neighbour or to yourself, before you go on.
#
# There was one more column, a score made by somebody else. A correlation near 1: two columns rise and fall
# together; near 0: they ignore each other.
# %% [markdown] tags=["fr"]
# Changez-vous d’avis ? Dites pourquoi, à votre voisin ou à vous-même, avant de continuer.
#
# Il restait une colonne, un score calculé par un tiers. Une corrélation proche de 1 : deux colonnes montent et
# descendent ensemble ; proche de 0 : elles s’ignorent.
# %%
accounts[["klout_score", "posts", "network_size", "leads"]].corr().round(2)
# %%
exercises.klout_in_the_memo
# %%
klout = "d"  # solution
exercises.klout_in_the_memo.check(klout)
# %% [markdown] tags=["en"]
# You have judged. Here is how the table was made: were you right? Read the known flaws.
# %% [markdown] tags=["fr"]
# Vous avez jugé. Voici comment le tableau a été fait : aviez-vous raison ? Lisez les défauts connus.
# %%
mktlib.describe("ambassadors")
# %% [markdown] tags=["instructor", "en"]
# **The tension**: Clovis is the one account truly below, and it has the most leads (33). With about 26 expected,
# 33 is within chance too, but nobody closes the account that brings most quotes on the strength of likes.
# **There is no right answer**: a good one names its KPI, its limit, and what would change it.
#
# **Typical**: `correlation_for_cause`. The link of Klout with posts was built into this table; the real score was
# secret.
# %% [markdown] tags=["instructor", "fr"]
# **La tension** : Clovis est le seul compte vraiment en dessous, et c’est lui qui a le plus de leads (33). On en
# attendrait 26 environ, et 33 reste aussi dans le hasard ; mais personne ne ferme, à cause des favoris, le
# compte qui amène le plus de devis. **Il n’y a pas de bonne réponse** : une réponse solide nomme son KPI, son
# seuil, et ce qui la ferait changer.
#
# **Erreur typique** : `correlation_for_cause`. Le lien du Klout avec les publications a été mis dans ce tableau ;
# le vrai score était secret.
# %% [markdown] tags=["en"]
# Last look at Demos: what does its fate teach us about its eight avatars?
# %% [markdown] tags=["fr"]
# Dernier regard sur Demos : que nous apprend son sort sur ses huit avatars ?
# %%
exercises.demos_conclusion
# %%
conclusion = "b"  # solution
exercises.demos_conclusion.check(conclusion)
# %% [markdown] tags=["en"]
# ## 5. Enough data?
#
# To know what causes what, draw lots: version A or version B, at random. Even then chance has its say. A test asks:
# if A and B were equal, how often would chance alone make a gap this large? That share is *p*; below .05, custom
# calls the gap *significant*. A guess.
# %% [markdown] tags=["fr"]
# ## 5. Assez de données ?
#
# Pour savoir ce qui cause quoi, on tire au sort : version A ou version B. Même là, le hasard a son mot à dire. Un
# test demande : si A et B se valaient, à quelle fréquence le hasard seul ferait-il un écart aussi grand ? Cette
# fréquence s’appelle *p* ; au-dessous de 0,05, l’usage dit l’écart *significatif*. Une estimation.
# %%
fooled = mktlib.predict(exercises.fooled_guess)
# %% [markdown] tags=["en"]
# In this lab you know the truth: B is better, by the gap that you set.
#
# **Try**: 1. the test as it is: how many of 100 find B? 2. add visitors until at least 80 do; 3. set the difference to 0,
# then look ten times.
#
# **Notice**: with too little data, the tests that do “find” something show far more than the truth.
# %% [markdown] tags=["fr"]
# Dans ce labo, vous connaissez la vérité : B est meilleur, de l’écart que vous réglez.
#
# **Essayez** : 1. le test tel quel : combien sur 100 trouvent B ? 2. ajoutez des visiteurs jusqu’à en voir au moins 80 ; 3. mettez
# l’écart à 0, puis regardez dix fois.
#
# **Observez** : avec trop peu de données, les tests qui « trouvent » quelque chose montrent bien plus que la
# vérité.
# %%
mktlib.show(labs.enough_data)
# %%
fooled.reveal()
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 22 for section 5. **Truth**: 19%. As it stands the lab finds B 19 times in 100 too, for another
# reason: power. Do not let the two numbers merge.
#
# **Ask**: “Your agency shows you a live dashboard of the test. What did it just sell you?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 22 minutes pour la section 5. **Vérité** : 19 %. Au départ, le labo trouve B 19 fois sur 100 lui
# aussi, pour une autre raison : la puissance. Ne laissez pas les deux nombres se confondre.
#
# **Demandez** : « Votre agence vous montre le test en direct. Que vient-elle de vous vendre ? »
# %% [markdown] tags=["en"]
# A real test: a Japanese fashion shop, ZOZOTOWN, shows items at `random` or chosen by an algorithm that learns, a
# `bandit`. Each way of choosing is an *arm* of the test. `full` is the whole week, `sample` 10,000 impressions an arm.
# %% [markdown] tags=["fr"]
# Un vrai test : une boutique de mode japonaise, ZOZOTOWN, montre des articles au hasard (`random`) ou choisis par
# un algorithme qui apprend, un `bandit`. Chaque façon de choisir est un *bras* du test. `full` est la semaine entière, `sample`
# 10 000 impressions par bras.
# %%
test = mktlib.load("bandit_test").iloc[:, :6]
test
# %%
exercises.lift
# %%
bandit_lift = [0.0069 - 0.0046, 0.0069 / 0.0046 - 1]  # solution
exercises.lift.check(bandit_lift)
# %% [markdown] tags=["en"]
# Could chance alone make such a gap? The model wants clicks and impressions of the one arm, then of the other. It
# gives the gap seen, then `low` and `high` (a true gap anywhere between these two could well have given these clicks),
# and p.
# %% [markdown] tags=["fr"]
# Le hasard seul peut-il creuser un tel écart ? Le modèle demande les clics et les impressions d’un bras, puis de
# l’autre. Il donne l’écart observé, puis `low` et `high` (tout vrai écart compris entre les deux a bien pu donner ces
# clics), et p.
# %%
found = model.difference_of_proportions(69, 10_000, 46, 10_000)
pd.Series(vars(found)).round(4)
# %%
exercises.what_p_means
# %%
meaning = "c"  # solution
exercises.what_p_means.check(meaning)
# %% [markdown] tags=["en"]
# Before a test, ask how much data it takes. The model wants, as shares, the rate of today (2%) and the gap
# hoped for (half a point, not the new rate); then the *power*, 0.8 if the test is to find that gap 80 times in 100. Each
# arm needs:
# %% [markdown] tags=["fr"]
# Avant un test, demandez combien de données il faut. Le modèle demande, en proportions, le taux d’aujourd’hui (2 %) et
# l’écart espéré (un demi-point, pas le nouveau taux) ; puis la *puissance*, 0,8 si le test doit trouver cet écart 80 fois
# sur 100. Il faut par bras :
# %%
model.sample_size_per_arm(0.02, 0.005, power=0.8)
# %%
exercises.needed_sample
# %%
per_arm = model.sample_size_per_arm(0.0035, 0.0015, power=0.8)  # solution
exercises.needed_sample.check(per_arm)
# %% [markdown] tags=["instructor", "en"]
# **Typical**: `quotient_for_lift`; `chance_of_being_equal`, which one also meets in print;
# `percent_used` for the size of the sample.
#
# **Ask**: “Women's items: 46 clicks against 46. Does the bandit not work for women?” The whole week says
# 0.48% against 0.64%: a small sample that shows nothing is not a proof of nothing.
# %% [markdown] tags=["instructor", "fr"]
# **Erreurs typiques** : `quotient_for_lift` ; `chance_of_being_equal`, que l’on rencontre aussi imprimée ;
# `percent_used` pour la taille de l’échantillon.
#
# **Demandez** : « Articles pour femmes : 46 clics contre 46. Le bandit ne marche-t-il pas pour les femmes ? » La
# semaine entière dit 0,48 % contre 0,64 % : un petit échantillon qui ne montre rien ne prouve pas qu’il n’y a rien.
# %% [markdown] tags=["en"]
# ## 6. The mix moves
#
# **Try**: 1. read the lab as it opens: both groups buy more, and the total falls; 2. set both shares to 60%;
# 3. give new visitors the same rate as returning ones, 4%.
#
# **Notice**: the total falls only if the mix moves *and* the groups differ.
# %% [markdown] tags=["fr"]
# ## 6. Le mix bouge
#
# **Essayez** : 1. lisez le labo tel qu’il s’ouvre : les deux groupes achètent plus, et le total baisse ; 2. mettez
# les deux parts à 60 % ; 3. donnez aux nouveaux le taux des habitués, 4 %.
#
# **Observez** : le total ne baisse que si le mix bouge *et* si les groupes diffèrent.
# %%
mktlib.show(labs.mix_shift)
# %% [markdown] tags=["en"]
# An illustration on your B2B client. Its first rates are the real ones of `google_ads`; its counts are invented.
# `successes` are clicks, `trials` are impressions.
# %% [markdown] tags=["fr"]
# Une illustration, sur votre client B2B. Ses taux de départ sont les vrais de `google_ads` ; ses décomptes sont
# inventés. `successes` compte des clics, `trials` des impressions.
# %%
segment = ["search", "display"]
before = pd.DataFrame({"segment": segment, "successes": [2410, 460], "trials": 100_000})
after = pd.DataFrame({"segment": segment, "successes": [1325, 1771], "trials": [50_000, 350_000]})
# %%
exercises.total_rates
# %%
old, new = before.sum(numeric_only=True), after.sum(numeric_only=True)
two = [old["successes"] / old["trials"], new["successes"] / new["trials"]]  # solution
exercises.total_rates.check(two)
# %% [markdown] tags=["en"]
# How much of the fall comes from the rates, how much from the mix? The two effects add up exactly.
# %% [markdown] tags=["fr"]
# Dans cette baisse, quelle part vient des taux, quelle part du mix ? Les deux effets s’additionnent exactement.
# %%
model.simpson_decomposition(before, after).round(4)
# %%
exercises.sentence_to_the_client
# %%
sentence = "b"  # solution
exercises.sentence_to_the_client.check(sentence)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 12. **Typical**: `mean_of_ratios`, by which the total seems to rise; `rate_for_goal`, which takes
# the rate for the aim.
#
# **Ask**: “Where have you met this today?” The gap of inbound leads by size of firm; the account that weighs
# most in the total of eight.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 12 minutes. **Erreurs typiques** : `mean_of_ratios`, avec laquelle le total semble monter ;
# `rate_for_goal`, qui prend le taux pour le but.
#
# **Demandez** : « Où avez-vous déjà croisé cela aujourd’hui ? » L’écart des leads inbound selon la taille de
# l’entreprise ; le compte qui pèse le plus dans le total des huit.
# %% [markdown] tags=["en", "004-networks-are-media"]
# ## 7. Checking the sources: ours
#
# The texts of this course quote figures too. “Plus de 60 %” of the advertising market is on Facebook and Google,
# says the *Bio* interview: networks are media that live on advertising, so be present, “mais prudent” (but careful).
# Begin with a guess about France, then read the evidence: `scope` says of what and where;
# `nature`, whether the figure was counted (a *measurement*), estimated, expected (a *forecast*) or only claimed.
# %% [markdown] tags=["fr", "004-networks-are-media"]
# ## 7. Vérifier les sources : les nôtres
#
# Les textes de ce cours avancent, eux aussi, des chiffres. « Plus de 60 % » du marché publicitaire se trouverait sur
# Facebook et Google, selon l’interview *Bio* : les réseaux sont des médias qui vivent de la publicité, il faut y être
# présent, « mais prudent ». Commencez par une estimation sur la France, puis lisez les preuves :
# `scope` dit de quoi et où ; `nature`, si le chiffre a été compté (*measurement*), estimé (*estimate*), attendu
# (*forecast*) ou seulement affirmé (*claim*).
# %%
france = mktlib.predict(exercises.digital_share_guess)
# %%
pd.options.display.max_colwidth = 100
evidence = mktlib.load("claim_evidence").set_index("claim_id")
evidence.loc["google_facebook_60_percent", ["scope", "year", "value", "nature"]]
# %%
france.reveal()
# %% [markdown] tags=["en", "003-messages-a-day"]
# Now “2900 Messages Marketing par jour” (Jean-Éric Pelet, *L’engagement sur les réseaux sociaux*). Turn the
# figure into something that you can picture.
# %% [markdown] tags=["fr", "003-messages-a-day"]
# Voici maintenant « 2900 Messages Marketing par jour » (Jean-Éric Pelet, *L’engagement sur les réseaux
# sociaux*). Traduisez ce chiffre en quelque chose que l’on peut se représenter.
# %%
exercises.seconds_between
# %%
seconds = 16 * 3600 / 2900  # solution
exercises.seconds_between.check(seconds)
# %% [markdown] tags=["en"]
# Others say 500, 5,000 or 30,000. Which row was counted, and what did it count?
# %% [markdown] tags=["fr"]
# D’autres disent 500, 5 000 ou 30 000. Quelle ligne a été comptée, et qu’a-t-elle compté ?
# %%
evidence.loc["messages_2900_a_day", ["who", "year", "value", "nature"]]
# %% [markdown] tags=["en"]
# And “560 milliards USD en 2019” (Alexandre Gor, Opteam, *Organiser un service marketing*)? Look at the column
# `nature`, there and for the users of Twitter. Then rule on five claims.
# %% [markdown] tags=["fr"]
# Et « 560 milliards USD en 2019 » (Alexandre Gor, Opteam, *Organiser un service marketing*) ? Regardez la colonne
# `nature`, ici et pour les utilisateurs de Twitter. Puis jugez cinq affirmations.
# %%
two_claims = ["world_ad_spend_560", "twitter_users"]
evidence.loc[two_claims, ["who", "scope", "year", "value", "nature"]]
# %%
exercises.rule_on_claims
# %%
rulings = ["b", "c", "d", "a", "e"]  # solution
exercises.rule_on_claims.check(rulings)
# %% [markdown] tags=["en"]
# Twelve claims were checked for this course. Here is how they fared; `describe("claims")` says how they were
# judged.
# %% [markdown] tags=["fr"]
# Douze affirmations ont été vérifiées pour ce cours. Voici leur sort ; `describe("claims")` dit comment on a
# jugé.
# %%
mktlib.load("claims")["verdict"].value_counts()
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 15. **Truth**: 39% (BUMP, all digital). The same house changed its forecast of 2016 by 40 billion
# in nine months; the only count in the table is one man's, until the end of breakfast: 487.
#
# **Typical**: `same_figure_so_true`, `precise_so_measured`. **Ask**: “Which verdict would you contest?” A verdict
# is a judgement, and can be argued.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 15 minutes. **Vérité** : 39 % (BUMP, tout le digital). La même maison a changé de 40 milliards sa
# prévision de 2016 en neuf mois ; le seul décompte du tableau est celui d’un homme jusqu’à la fin de son petit
# déjeuner, 487.
#
# **Erreurs typiques** : `same_figure_so_true`, `precise_so_measured`. **Demandez** : « Quel verdict
# contesteriez-vous ? » Un verdict est un jugement, et il se discute.
# %% [markdown] tags=["en"]
# ## 8. Doubt
#
# Go back to the whole week of the A/B test, and read it slowly. Something does not add up.
# %% [markdown] tags=["fr"]
# ## 8. Douter
#
# Revenez à la semaine entière du test A/B, et lisez lentement. Quelque chose ne tombe pas juste.
# %%
test[test["data"] == "full"]
# %%
exercises.all_is_not_the_sum
# %%
reason = "c"  # solution
exercises.all_is_not_the_sum.check(reason)
# %% [markdown] tags=["en"]
# One more question, without a check. In B2B, where is an action cheaper: as published, and as computed?
# %% [markdown] tags=["fr"]
# Une dernière question, sans vérification. En B2B, où une action est-elle moins chère : selon le chiffre publié, et selon le
# chiffre calculé ?
# %%
pd.DataFrame({"published": ads["cost_per_action_usd"], "computed": computed}).loc["B2B"]
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 8. **Typical**: `simpson_everywhere`, since section 6 has just taught it: a mix cannot push a mean
# outside its parts.
#
# **B2B**: published, search wins (116 against 130 dollars); computed, display wins (99 against 110). Two right
# ways to average, two budgets. **Ask**: “What would you ask Google for, to decide?” Actions and spend, not rates.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 8 minutes. **Erreur typique** : `simpson_everywhere`, puisque la section 6 vient de l’enseigner : un
# mix ne peut pas pousser une moyenne hors de ses parties.
#
# **B2B** : publié, le search gagne (116 contre 130 dollars) ; calculé, le display gagne (99 contre 110). Deux
# façons correctes de moyenner, deux budgets. **Demandez** : « Que demanderiez-vous à Google pour décider ? » Des
# actions et des dépenses, pas des taux.
# %% [markdown] tags=["en"]
# ## 9. Transfer: did the adverts make people vote?
#
# **+** United States, November 2004. Two researchers buy airtime for the adverts of *Rock the Vote*, which tell the young
# to vote, on cable systems drawn at
# random, within small groups of similar ones (strata). One row is one cable system.
#
# A *standard error* says by how much a figure typically changes from one draw to another. The second table counts in
# four ways: each person as if drawn alone (`persons`); the same, but people of one system may resemble one another
# (`persons_clustered`); each system once (`groups`); each system once, compared within its stratum
# (`groups_in_strata`). Your turn, almost without help.
# %% [markdown] tags=["fr"]
# ## 9. Transférer : ces spots ont-ils fait voter ?
#
# **+** États-Unis, novembre 2004. Deux chercheurs achètent du temps d’antenne pour les spots de *Rock the Vote*, qui
# appellent les jeunes à voter, sur des réseaux câblés
# tirés au sort, au sein de petits groupes de réseaux semblables (des strates). Une ligne est un réseau câblé.
#
# Une *erreur type* dit de combien un chiffre change typiquement d’un tirage à l’autre. Le second tableau compte de
# quatre façons : chaque personne comme tirée seule (`persons`) ; de même, mais celles d’un réseau peuvent se ressembler
# (`persons_clustered`) ; chaque réseau une fois (`groups`) ; chaque réseau une fois, comparé au sein de sa strate
# (`groups_in_strata`). À vous, presque sans aide.
# %%
vote = mktlib.load("rock_the_vote")
vote.head()
# %%
names = {"successes": "voters", "trials": "registered", "treated": "treated"}
analyses = model.clustered_difference(vote, **names, stratum="stratum")
analyses.round(4)
# %%
exercises.error_ratio
# %%
error = analyses["standard_error"]
times_wider = error["persons_clustered"] / error["persons"]  # solution
exercises.error_ratio.check(times_wider)
# %%
exercises.which_analysis
# %%
line = "b"  # solution
exercises.which_analysis.check(line)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 12, or homework. **Typical**: `most_convincing`; `absence_for_proof`.
#
# **Ask**: “Eight Demos accounts, half of them trained: how many draws is that?” Eight, whatever the number of
# tweets. Data: Green & Vavreck (*Political Analysis*, 2008); the 3.1 points within strata are our computation,
# not compared with theirs.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 12 minutes, ou à la maison. **Erreurs typiques** : `most_convincing` ; `absence_for_proof`.
#
# **Demandez** : « Huit comptes Demos, dont la moitié formés : combien de tirages ? » Huit, quel que soit le nombre
# de tweets. Données : Green & Vavreck (*Political Analysis*, 2008) ; les 3,1 points au sein des strates sont notre
# calcul, non comparé au leur.
# %% [markdown] tags=["en"]
# ## 10. Keep: your memo
#
# An alarm that goes off by chance is soon ignored. Suppose that two accounts truly earn 2%: one as small as Basile
# (49 impressions), one as large as Sidonie (35,631). Chance would keep the large one between the limits below about 95
# months in 100, the small one 93:
# %% [markdown] tags=["fr"]
# ## 10. Retenir : votre mémo
#
# Une alerte qui se déclenche par hasard n’est bientôt plus écoutée. Supposez deux comptes dont le vrai taux est de
# 2 % : l’un petit comme Basile (49 impressions), l’autre grand comme Sidonie (35 631). Le hasard garderait le grand
# entre les limites ci-dessous environ 95 mois sur 100, le petit 93 :
# %%
low, high = model.funnel_plot_limits([49, 35_631], centre_rate=0.02)
pd.DataFrame({"low": low, "high": high}, index=["Basile", "Sidonie"]).round(4)
# %% [markdown] tags=["en"]
# Run the cell, then choose five KPIs from the table for the eight accounts. For each, ask: who would have to count
# its numerator and its denominator at Demos?
# %% [markdown] tags=["fr"]
# Exécutez la cellule, puis choisissez cinq KPI dans le tableau pour les huit comptes. Pour chacun, demandez-vous :
# qui, chez Demos, devrait compter son numérateur et son dénominateur ?
# %%
model.glossary()
# %% [markdown] tags=["en"]
# Write your memo between braces: each KPI by its name on the left of the table, a colon, and its alarm limit as
# text, for example `{"cost_per_click": "> 2 €", "share_of_voice": "< 0.10"}`. Say to yourself what you would do
# on the day each alarm goes off. If the answer is “nothing”, choose another KPI.
#
# The cell then shows your five rows; a missing one has its name misspelt.
# %% [markdown] tags=["fr"]
# Écrivez votre mémo entre accolades : chaque KPI par son nom à gauche du tableau, deux-points, et son seuil
# d’alerte en texte, par exemple `{"cost_per_click": "> 2 €", "share_of_voice": "< 0.10"}`. Dites-vous ce que vous
# feriez le jour où chacun se déclencherait. Si la réponse est « rien », choisissez un autre KPI.
#
# La cellule montre ensuite vos cinq lignes ; s’il en manque une, son nom est mal écrit.
# %%
limits = {"cost_per_lead": "> 45 €", "lead_to_customer_rate": "< 0.10",
        "engagement_rate_by_reach": "< 0.05", "amplification_rate": "< 1.5",
        "average_frequency": "> 6"}  # solution
board = model.glossary().assign(alarm_limit=pd.Series(limits)).dropna()
board
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 15. The five in this copy are one example, not the answer; 45 euros is invented: Demos never said
# what a lead was worth.
#
# **Read for**: who counts the numerator and the denominator (the table of section 1 has no spend, no clicks, no
# customers: somebody would have to start); a limit wider than chance; an action on the day it goes off. **Ask**, back to the board of section 1: “Which of your three columns is left?”
#
# Exercises at a glance: `python start.py report FOLDER` shows which mistakes the class made.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 15 minutes. Les cinq de cet exemplaire sont un exemple, pas la réponse ; 45 euros est inventé : Demos
# n’a jamais dit ce que valait un lead.
#
# **À lire** : qui compte le numérateur et le dénominateur (le tableau de la section 1 n’a ni dépense, ni clics, ni
# clients : quelqu’un devrait s’y mettre) ; un seuil plus large que le hasard ; une action le jour où il se
# déclenche. **Demandez**, retour au tableau de la section 1 : « Laquelle de vos trois colonnes
# reste-t-il ? »
#
# Vue d’ensemble : `python start.py report DOSSIER` montre quelles erreurs la classe a faites.
# %% [markdown] tags=["en"]
# **Keep three sentences.**
#
# 1. A KPI is two numbers: say what you divide by, or say nothing.
# 2. Before you reward or close, ask how far chance alone would go at that size.
# 3. A figure has a year, a place, someone who counted, someone who sells: ask for all four.
#
# Save the page: your memo and what checks and reveals last showed stay in it. Before you hand in, check that each
# reveal still shows your guess.
# %% [markdown] tags=["fr"]
# **Retenez trois phrases.**
#
# 1. Un KPI, c’est deux nombres : dites par quoi vous divisez, ou ne dites rien.
# 2. Avant de récompenser ou de fermer, demandez jusqu’où irait le hasard seul à cette taille.
# 3. Un chiffre a une année, un lieu, quelqu’un qui a compté, quelqu’un qui vend : demandez les quatre.
#
# Enregistrez la page : votre mémo et le dernier mot des vérifications et des révélations y restent. Avant de rendre,
# vérifiez que chaque révélation montre encore votre estimation.
# %% [markdown] tags=["en"]
# **Your page.** Run the cell: what you decided, guessed and got right, on one page to keep, print or hand in (add
# `name="Your name"` after a comma).
# %% [markdown] tags=["fr"]
# **Votre page.** Exécutez la cellule : ce que vous avez décidé, estimé et trouvé, sur une page à garder, à imprimer ou
# à rendre (ajoutez `name="Votre nom"` après une virgule).
# %%
mktlib.memo(exercises, board).save()
