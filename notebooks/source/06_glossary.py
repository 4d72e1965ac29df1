# %% [markdown] tags=["en"]
# # The words: say the same thing with the same word
#
# ## 1. The case: 300 million of what?
#
# For 2014 one page prints two sizes of LinkedIn: 300 million *members*, and 187 million *active users* in a month. Both
# may be right, each for its own word; a plan that takes one for the other counts on 113 million people who do not come.
#
# *Source: the table `platform_history`, which you met in lesson 02.*
#
# **You will do** one thing: tell nine pairs of words apart, with a number or a letter. About 20 minutes. This page is
# also the one to come back to when a word escapes you.
# %% [markdown] tags=["fr"]
# # Les mots : dire la même chose avec le même mot
#
# ## 1. Le cas : 300 millions de quoi ?
#
# Pour 2014, une même page imprime deux tailles de LinkedIn : 300 millions de *membres*, et 187 millions
# d’*utilisateurs actifs* dans le mois. Les deux peuvent être justes, chacune pour son mot ; un plan qui prend l’une
# pour l’autre compte sur 113 millions de personnes qui ne viennent pas.
#
# *Source : le tableau `platform_history`, rencontré à la leçon 02.*
#
# **Vous ferez** une seule chose : départager neuf paires de mots, par un nombre ou une lettre. Environ 20 minutes. C’est
# aussi la page où revenir quand un mot vous échappe.
# %%
import mktlib
from mktlib.plan import exercises

# %%
alike = mktlib.predict(exercises.same_word_guess)
# %% [markdown] tags=["en"]
# One term for one idea, in each language. Without a word, the glossary lists its topics. The last column of a page
# holds the synonyms that this course does not use: elsewhere you will meet them.
# %% [markdown] tags=["fr"]
# Un terme par idée, dans chaque langue. Sans mot, le glossaire donne ses thèmes. La dernière colonne d’une page porte
# les synonymes que ce cours n’emploie pas : ailleurs, vous les rencontrerez.
# %%
mktlib.glossary()
# %%
alike.reveal()
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 4. Section by section: 4, 4, 5, 3, 4. As a page to look words up in, none.
#
# **Ask**, before the list: “Say *reach* in one sentence.” Write two of the sentences on the board; they differ. Keep
# them for section 2.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 4 minutes. Section par section : 4, 4, 5, 3, 4. Comme page où chercher un mot, aucune.
#
# **Demandez**, avant la liste : « Dites *portée* en une phrase. » Écrivez deux des phrases au tableau ; elles diffèrent.
# Gardez-les pour la section 2.
# %% [markdown] tags=["en"]
# ## 2. Push and pull
#
# A word in either language, with or without accents, finds its entry: try `mktlib.glossary("half-life")`, then
# `mktlib.glossary("demi vie")`.
# %% [markdown] tags=["fr"]
# ## 2. Push et pull
#
# Un mot dans l’une ou l’autre langue, avec ou sans accents, trouve son entrée : essayez `mktlib.glossary("demi-vie")`,
# puis `mktlib.glossary("half life")`.
# %%
mktlib.glossary("push_pull")
# %% [markdown] tags=["en"]
# Now the first two pairs. A half-life is a time; a carry-over, a share. `2 ** 3` is 2 times 2 times 2; `0.5 ** (1 / 3)`,
# the number that, taken three times, gives a half.
# %% [markdown] tags=["fr"]
# Et les deux premières paires. Une demi-vie est un temps ; une rémanence, une part. `2 ** 3` fait 2 fois 2 fois 2 ;
# `0.5 ** (1 / 3)`, le nombre qui, pris trois fois, donne la moitié.
# %%
exercises.carry_over_or_half_life
# %%
kept = 0.5 ** (1 / 2)  # solution
exercises.carry_over_or_half_life.check(kept)
# %%
exercises.awareness_or_intent
# %%
sentence = "c"  # solution
exercises.awareness_or_intent.check(sentence)
# %% [markdown] tags=["en"]
# ## 3. Choosing channels, reading KPIs
# %% [markdown] tags=["fr"]
# ## 3. Choisir ses canaux, lire des KPI
# %%
mktlib.glossary("channel_choice")
# %%
exercises.affinity_or_audience
# %%
index_and_share = [100 * 0.45 / 0.30, 0.20 * 0.45 / 0.30]  # solution
exercises.affinity_or_audience.check(index_and_share)
# %%
mktlib.glossary("kpis")
# %%
exercises.reach_or_impressions
# %%
people_and_times = [4_000, 12_000 / 4_000]  # solution
exercises.reach_or_impressions.check(people_and_times)
# %%
exercises.points_or_percent
# %%
two_ways = [3 - 2, 0.03 / 0.02 - 1]  # solution
exercises.points_or_percent.check(two_ways)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 4 for section 2, 5 for this one so far, with the next two exercises.
#
# **Typical**: `half_every_week`, `straight_fall`; `rise_for_narrowing`; `use_for_audience`, the most expensive of all in
# a real plan; `impressions_for_reach`; `points_for_relative_change`.
#
# **Ask**: “Your agency writes: *engagement up 50%*. Which two questions do you send back?” Of what, and from which
# level.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 4 minutes pour la section 2, 5 pour celle-ci jusqu’ici, avec les deux exercices qui suivent.
#
# **Erreurs typiques** : `half_every_week`, `straight_fall` ; `rise_for_narrowing` ; `use_for_audience`, la plus chère de
# toutes dans un vrai plan ; `impressions_for_reach` ; `points_for_relative_change`.
#
# **Demandez** : « Votre agence écrit : *engagement +50 %*. Quelles deux questions lui renvoyez-vous ? » De quoi, et à
# partir de quel niveau.
# %% [markdown] tags=["en"]
# Acronyms that sound alike, twice.
# %% [markdown] tags=["fr"]
# Des sigles qui se ressemblent, deux fois.
# %%
exercises.roas_or_romi
# %%
returns = [20_000 / 5_000, (0.30 * 20_000 - 5_000) / 5_000]  # solution
exercises.roas_or_romi.check(returns)
# %%
exercises.lead_or_action
# %%
costs = [3_000 / 60, 3_000 / 12]  # solution
exercises.lead_or_action.check(costs)
# %% [markdown] tags=["en"]
# ## 4. The customer lifecycle
# %% [markdown] tags=["fr"]
# ## 4. Le cycle de vie du client
# %%
mktlib.glossary("customer_lifecycle")
# %%
exercises.retention_or_repurchase
# %%
two_rates = [150 / 200, 240 / 800]  # solution
exercises.retention_or_repurchase.check(two_rates)
# %% [markdown] tags=["en"]
# ## 5. The plan
#
# Last pair: what serves, and what flatters. Five letters, in one word.
# %% [markdown] tags=["fr"]
# ## 5. Le plan
#
# Dernière paire : ce qui sert, et ce qui flatte. Cinq lettres, en un seul mot.
# %%
mktlib.glossary("plan")
# %%
exercises.vanity_or_kpi
# %%
letters = "babab"  # solution
exercises.vanity_or_kpi.check(letters)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 3 for section 4, 4 for this one. **Typical**: `lost_for_kept`, `all_together`; `ratio_for_kpi`,
# `money_for_kpi`.
#
# **Ask**: “Which word of your own company has two meanings?” Every company has one: *customer* in sales and in
# accounting, *visit* in two tools.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 3 minutes pour la section 4, 4 pour celle-ci. **Erreurs typiques** : `lost_for_kept`, `all_together` ;
# `ratio_for_kpi`, `money_for_kpi`.
#
# **Demandez** : « Quel mot de votre entreprise a deux sens ? » Chacune en a un : *client* aux ventes et à la
# comptabilité, *visite* dans deux outils.
# %% [markdown] tags=["en"]
# **Keep three sentences.**
#
# 1. Before you compare two figures, check that one word stands for one thing.
# 2. Say what is divided by what, in which unit, out of whom.
# 3. A figure that nobody would act on is decoration.
#
# **Your page.** Run the cell: what you guessed and got right, on one page to keep, print or hand in (add
# `name="Your name"` after a comma).
# %% [markdown] tags=["fr"]
# **Retenez trois phrases.**
#
# 1. Avant de comparer deux chiffres, vérifiez qu’un mot y désigne une seule chose.
# 2. Dites ce que l’on divise par quoi, dans quelle unité, sur qui.
# 3. Un chiffre d’après lequel personne n’agirait est un ornement.
#
# **Votre page.** Exécutez la cellule : ce que vous avez estimé et trouvé, sur une page à garder, à imprimer ou à rendre
# (ajoutez `name="Votre nom"` après une virgule).
# %%
mktlib.memo(exercises.words).save("memo_words.html")
