# %% [markdown] tags=["en", "001-strategy-first", "001-led-without-hierarchy"]
# # Choosing channels: whom, how many, how often, for how long
#
# ## 1. The case: the family of eight
#
# Before going live, in October 2011, Demos, a French training company, takes six months for strategy with an outside
# consultant: what do competitors do, where do they stand, what editorial line? The marketing department carries the
# project, the top backs it. Marketing coordinates those who write “sans avoir de lien hiérarchique” (with no
# authority over them), and meets them and their managers regularly.
#
# *Source: Carole Blancot, SpotPink, “Demos & les médias sociaux : une stratégie digitale haute en couleur”, an
# interview with Pauline Blanpin.*
# %% [markdown] tags=["fr", "001-strategy-first", "001-led-without-hierarchy"]
# # Choisir ses canaux : qui, combien, combien de fois, pour combien de temps
#
# ## 1. Le cas : la famille des huit
#
# Avant de se lancer, en octobre 2011, Demos, une entreprise de formation, consacre six mois à la stratégie, avec une
# consultante externe : que font les concurrents, où se placent-ils, quelle ligne éditoriale ? La direction marketing
# porte le projet, la direction générale l’appuie. La direction marketing coordonne ceux qui écrivent « sans avoir de
# lien hiérarchique », par des points réguliers avec eux et leurs managers.
#
# *Source : Carole Blancot, SpotPink, « Demos & les médias sociaux : une stratégie digitale haute en couleur »,
# interview de Pauline Blanpin.*
# %%
import pandas as pd

import mktlib
from mktlib.channel_choice import exercises, labs, model

# %% [markdown] tags=["en", "001-four-spheres"]
# Four spheres, each with its aim and its audience. *Corporate*: the brand speaks as one, to firms and in time to
# individuals. *Business*: a community manager for each training theme, to firms. *Sales*: sellers win customers and
# keep them. *HR*: the employee, as an individual.
#
# A cell with only the name of an exercise shows its question. Replace `...` by your answer; letters go in quotes,
# several of them in one word, in order, such as `"aabc"`.
# %% [markdown] tags=["fr", "001-four-spheres"]
# Quatre sphères, chacune avec son but et son public. *Corporate* : la marque parle d’une seule voix, aux entreprises
# et, à terme, aux particuliers. *Business* : un community manager par thème de formation, vers les entreprises.
# *Sales* : les commerciaux prospectent et fidélisent. *RH* : le collaborateur, à titre individuel.
#
# Une cellule qui ne contient que le nom d’un exercice affiche sa question. Remplacez `...` par votre réponse ; les
# lettres se mettent entre guillemets droits, plusieurs en un mot, dans l’ordre, comme `"aabc"`.
# %%
exercises.sphere_of_a_message
# %%
spheres = "bbaaccd"  # solution
exercises.sphere_of_a_message.check(spheres)
# %% [markdown] tags=["en", "001-eight-people", "001-trained", "001-account-outlives-employee"]
# Behind the eight avatars, eight volunteers: all who were asked said yes, on top of their own work. Marion gives her
# account for human resources more time than Olivier gives the public sector. Each had a day of training, then months
# of support. Nobody knows who they are: a first name and *Demos*, so that the account stays when its author leaves.
# %% [markdown] tags=["fr", "001-eight-people", "001-trained", "001-account-outlives-employee"]
# Derrière les huit avatars, huit volontaires : tous ceux que l’on a sollicités ont dit oui, en plus de leur travail.
# Marion consacre plus de temps à son compte pour les RH qu’Olivier au secteur public. Chacun a eu une journée de
# formation, puis des mois d’accompagnement. Nul ne sait qui ils sont : un prénom et *Demos*, pour que le compte reste
# quand son auteur s’en va.
# %%
business = mktlib.load("demos_business").set_index("entity")
business.loc["Demos ambassadors", ["metric", "year", "value", "unit"]]
# %% [markdown] tags=["en", "001-three-phases", "001-accounts-closed"]
# Three phases. First, tests, after which “un ou deux comptes ont donc été clôturés” (one or two accounts were thus
# closed): too little to say, the target elsewhere, or nobody to keep it going daily (the sentence breaks off: the
# reasons are partly our reading). Then experts' content, and fewer commercial messages. Last, relations with
# influencers. In the interview, Demos feels the third begin.
#
# Which would you have closed?
# %% [markdown] tags=["fr", "001-three-phases", "001-accounts-closed"]
# Trois phases. D’abord des tests, après quoi « un ou deux comptes ont donc été clôturés » : trop peu à dire, une
# cible ailleurs, ou personne pour l’animer chaque jour (la phrase s’interrompt : ces raisons sont en partie notre
# lecture). Puis du contenu d’experts, et moins de messages commerciaux. Enfin, des relations avec les prescripteurs.
# Lors de l’interview, Demos sent venir la troisième.
#
# Lesquels auriez-vous fermés ?
# %%
exercises.accounts_to_close
# %%
verdicts = "abcdaa"  # solution
exercises.accounts_to_close.check(verdicts)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 14. Section by section, without the **+** steps: 14, 7, 16, 15, 6, 7, none, 13, 8, 6, 5, 8: 105. The
# **+** steps add some 35, section 7 ten. Two sittings of about 50: 1–4, 5–12. In 60 minutes: 1, 3, 4 and 12.
#
# **Typical**: `subject_for_sphere` (Marion talks of HR, so she would be HR); `person_for_account`;
# `small_for_absent`.
#
# **Say**: the six accounts are invented. The article breaks off at “soit encore du collaborateur qui” and prints
# “information suffisante” where it must mean the contrary. **Ask**: “Which of the three reasons can be known before
# opening?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 14 minutes. Section par section, sans les étapes **+** : 14, 7, 16, 15, 6, 7, aucune, 13, 8, 6, 5, 8 :
# 105. Les étapes **+** ajoutent 35 minutes environ, la section 7 dix. Deux séances de 50 environ : 1 à 4, 5 à 12. En
# 60 minutes : 1, 3, 4 et 12.
#
# **Erreurs typiques** : `subject_for_sphere` (Marion parle de RH, elle serait donc RH) ; `person_for_account` ;
# `small_for_absent`.
#
# **À dire** : les six comptes sont inventés. L’article s’interrompt à « soit encore du collaborateur qui » et imprime
# « information suffisante » où il faut lire le contraire. **Demandez** : « Laquelle des trois raisons se connaît
# avant d’ouvrir ? »
# %% [markdown] tags=["en"]
# **You will do** one thing: a one-page channel plan for a training company: one target, three channels, a share of the
# budget for each, and what would make you close it.
#
# **You will be able to** compute an affinity index and name its base; tell contacts from people; say what a share of
# voice does not buy; read a panel of experts; share a budget.
#
# About 105 minutes: two sittings of about 50 (1–4, 5–12). Steps and sections marked **+** are for those with time.
# %% [markdown] tags=["fr"]
# **Vous ferez** une seule chose : le plan de canaux d’une entreprise de formation, en une page : une cible, trois
# canaux, à chacun sa part du budget, et ce qui vous le ferait fermer.
#
# **Vous saurez** calculer un indice d’affinité et nommer sa base ; distinguer des contacts et des gens ; dire ce
# qu’une part de voix n’achète pas ; lire un panel d’experts ; répartir un budget.
#
# Environ 105 minutes : deux séances de 50 environ (1 à 4, 5 à 12). Les étapes et sections marquées **+** sont pour
# ceux qui ont le temps.
# %% [markdown] tags=["en"]
# ## 2. Networks have a life
#
# Read the question, then what Demos says.
# %% [markdown] tags=["fr"]
# ## 2. Les réseaux ont une vie
#
# Lisez la question, puis ce que dit Demos.
# %%
exercises.network_for_whom
# %% [markdown] tags=["en", "001-audience-by-network", "001-next-network"]
# Who is where? The public sector and secretaries, says Pauline Blanpin, are more on Viadeo, less on LinkedIn; human
# resources follow Marion on Twitter. Each place has its form: Twitter makes one write “des messages incisifs” (sharp
# ones); a debate needs room, on Viadeo and LinkedIn; Facebook, perhaps, would gather the trainees. And buyers
# do not behave as followers do.
# %% [markdown] tags=["fr", "001-audience-by-network", "001-next-network"]
# Qui est où ? Le secteur public et les secrétaires, dit Pauline Blanpin, sont plus présents sur Viadeo, moins sur
# LinkedIn ; les RH suivent Marion sur Twitter. Chaque lieu a sa forme : Twitter oblige à rédiger « des messages
# incisifs » ; un débat demande de la place, sur Viadeo et LinkedIn ; Facebook, peut-être, fédérerait les stagiaires.
# Et les acheteurs ne se conduisent pas comme les abonnés.
# %%
networks = "baacd"  # solution
exercises.network_for_whom.check(networks)
# %% [markdown] tags=["en", "001-editorial-committee", "001-watch-and-thank"]
# What do they do all month? An editorial committee picks the subjects; they start or join one in-depth debate a month
# on Viadeo and LinkedIn, with an expertise that is “généreuse” and useful to all. In between, they watch their field,
# retweet, mention and thank: this is how Carole Blancot noticed them, unprompted.
#
# So part of that work lives on Viadeo. What was Viadeo worth in the end?
# %% [markdown] tags=["fr", "001-editorial-committee", "001-watch-and-thank"]
# Que font-ils de leur mois ? Un comité éditorial choisit les sujets ; ils lancent ou rejoignent un débat de fond par
# mois sur Viadeo et LinkedIn, avec une expertise « généreuse » et utile à tous. Entre-temps, ils veillent,
# retweetent, mentionnent, remercient : c’est ainsi que Carole Blancot les a remarqués, d’elle-même.
#
# Une part de ce travail vit donc sur Viadeo. À combien l’estimez-vous ?
# %%
price = mktlib.predict(exercises.viadeo_price)
# %%
history = mktlib.load("platform_history").set_index("platform")
history.loc["Viadeo", ["fact", "region", "as_of", "accounts", "amount_millions"]]
# %%
price.reveal()
# %% [markdown] tags=["en", "003-2-market"]
# *Understanding the market*, the second theme of Jean-Éric Pelet's experts (*L'engagement sur les réseaux sociaux*),
# gives each support a public: YouTube, young and adult; Viadeo and LinkedIn, careers and partners; Twitter, the
# followers of a brand; Picasa, photographers. A good question, *which network reaches whom*, and a list that ages.
#
# **+** What became of seven networks? LinkedIn and Facebook are not in the table: they go on.
# %% [markdown] tags=["fr", "003-2-market"]
# *La compréhension du marché*, deuxième thème des experts de Jean-Éric Pelet (*L’engagement sur les réseaux
# sociaux*), donne à chaque support un public : YouTube, jeunes et adultes ; Viadeo et LinkedIn, carrière et
# partenaires ; Twitter, les abonnés d’une marque ; Picasa, les photographes. Bonne question, *quel réseau touche
# qui*, et liste qui vieillit.
#
# **+** Que sont devenus sept réseaux ? LinkedIn et Facebook ne sont pas dans le tableau : ils continuent.
# %%
history.loc[history["accounts"].isna(), ["fact", "as_of"]].sort_values("as_of")
# %%
exercises.what_became
# %%
fates = "baaaacc"  # solution
exercises.what_became.check(fates)
# %% [markdown] tags=["en", "003-networks-differ"]
# Networks differ in use and in size. A slide of his: Twitter, fast, 300 million and more; LinkedIn, professional,
# 380 and more; blogs, where content is made; Facebook, personal, photographs, birthdays, 1.4 billion. But 380 million
# of *what*?
# %% [markdown] tags=["fr", "003-networks-differ"]
# Les réseaux diffèrent par l’usage et par la taille. Une de ses diapositives : Twitter, rapide, plus de 300 millions ;
# LinkedIn, professionnel, plus de 380 ; les blogs, où l’on crée du contenu ; Facebook, personnel, photos,
# anniversaires, 1,4 milliard. Mais 380 millions de *quoi* ?
# %%
sizes = history.loc[["LinkedIn", "Twitter", "Facebook"], ["fact", "as_of", "accounts"]]
sizes[sizes["as_of"] >= "2014"]
# %%
exercises.active_share
# %%
active = 187 / 300  # solution
exercises.active_share.check(active)
# %% [markdown] tags=["en"]
# **+** Another page counts otherwise.
# %% [markdown] tags=["fr"]
# **+** Une autre page compte autrement.
# %%
exercises.two_counts
# %%
conclusion = "c"  # solution
exercises.two_counts.check(conclusion)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 7, and 4 more with the **+** steps. **Truth**: 1.5 million euros for assets, a hundredth of what the
# shares were worth in 2014.
#
# **Typical**: `members_so_alive`, `google_so_safe`; for the share, `two_dates`.
#
# **Ask**: “What of Demos's work on Viadeo could be carried elsewhere?” The experts, the subjects, the texts; not the
# contacts.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 7 minutes, et 4 de plus avec les étapes **+**. **Vérité** : 1,5 million d’euros pour des actifs, un
# centième de ce que valaient les actions en 2014.
#
# **Erreurs typiques** : `members_so_alive`, `google_so_safe` ; pour la proportion, `two_dates`.
#
# **Demandez** : « De ce que Demos a fait sur Viadeo, que pouvait-on emporter ailleurs ? » Les experts, les sujets, les
# textes ; pas les contacts.
# %% [markdown] tags=["en", "002-channel-definition"]
# ## 3. A channel is a support and an affinity
#
# A channel, says Alexandre Gor (Opteam, *Organiser un service marketing*), is a support that carries the message and
# has “un haut niveau d’affinité avec la cible” (a high affinity with the target). So two numbers. *Size*: the share of
# the target that is there. *Affinity*: that share, divided by the share of everybody, times 100; an index of 100 is
# the average.
# %% [markdown] tags=["fr", "002-channel-definition"]
# ## 3. Un canal, c’est un support et une affinité
#
# Un canal, dit Alexandre Gor (Opteam, *Organiser un service marketing*), est un support qui contient le message et se
# caractérise par « un haut niveau d’affinité avec la cible ». Donc deux nombres. La *taille* : la part de la cible
# qui s’y trouve. L’*affinité* : cette part, divisée par celle de tout le monde, fois 100 ; un indice de 100 est la
# moyenne.
# %%
exercises.index_of_the_young
# %%
index = 100 * 0.613 / 0.471  # solution
exercises.index_of_the_young.check(index)
# %% [markdown] tags=["en"]
# **+** And in minutes?
# %% [markdown] tags=["fr"]
# **+** Et en minutes ?
# %%
exercises.minutes_index
# %%
in_minutes = 100 * 26 / 9  # solution
exercises.minutes_index.check(in_minutes)
# %% [markdown] tags=["en"]
# Large or close? **Try**: 1. raise the premium, what the platform of highest affinity charges on top, until it is
# no longer the cheapest for women; 2. change the target for college graduates, then for people of 65 and over; 3.
# choose 18 to 29, then compare with *online adults, 2016* (without TikTok, Snapchat and YouTube, which it lacks).
#
# **Notice**: a platform nearer to the target may charge more, up to a point; beyond it, another is cheaper. And a
# wrong base can move every dot.
# %% [markdown] tags=["fr"]
# Grande ou proche ? **Essayez** : 1. augmentez le supplément, ce que fait payer en plus la plateforme la plus
# affinitaire, jusqu’à ce qu’elle ne soit plus la moins chère pour les femmes ; 2. prenez pour cible les diplômés
# du supérieur, puis les 65 ans et plus ; 3. prenez les 18 à 29 ans, puis comparez aux *internautes, 2016* (sans
# TikTok, Snapchat ni YouTube, qui y manquent).
#
# **Observez** : une plateforme plus proche de la cible peut coûter plus cher, jusqu’à un certain point ; au-delà,
# une autre est meilleur marché. Et une mauvaise base peut déplacer tous les points.
# %%
mktlib.show(labs.affinity_map)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 16 for section 3, and 4 more with the **+** steps. **See**: Pinterest, index 148 among women, stays
# cheapest at +30% and no longer at +60%. College graduates: LinkedIn, 182. At 65 and over every index is below 100:
# the largest platform is still half of the target. Against online adults of 2016 Instagram has 222 among the young;
# on the right base, 178.
#
# **Typical**: `excess_for_index` (30), `points_for_index` (14). **Ask**: “Index 300 on 1% of the target: buy?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 16 minutes pour la section 3, et 4 de plus avec les étapes **+**. **À voir** : Pinterest, indice 148
# chez les femmes, reste la moins chère à +30 % et ne l’est plus à +60 %. Diplômés du supérieur : LinkedIn, 182. À 65
# ans et plus, tous les indices sont sous 100 : la plus grande plateforme touche encore la moitié de la cible. Face
# aux internautes de 2016, Instagram a 222 chez les jeunes ; sur la bonne base, 178.
#
# **Erreurs typiques** : `excess_for_index` (30), `points_for_index` (14). **Demandez** : « Indice 300 sur 1 % de la
# cible : on achète ? »
# %% [markdown] tags=["en"]
# Two slides that seem to quarrel. `.loc` keeps the rows of Facebook in the survey of 2016.
# %% [markdown] tags=["fr"]
# Deux diapositives qui semblent se contredire. `.loc` garde les lignes de Facebook dans l’enquête de 2016.
# %%
use = mktlib.load("platform_use").set_index(["survey", "platform", "group"]).sort_index()
use.loc[("Pew 2016", "Facebook", "all"), ["as_of", "base", "use_share"]]
# %%
exercises.same_survey
# %%
reason = "b"  # solution
exercises.same_survey.check(reason)
# %% [markdown] tags=["en"]
# **+** So the two shares say a third thing.
# %% [markdown] tags=["fr"]
# **+** Les deux proportions en disent donc une troisième.
# %%
exercises.online_share
# %%
online = 0.68 / 0.79  # solution
exercises.online_share.check(online)
# %% [markdown] tags=["en"]
# Now a trend: is LinkedIn growing? Mind the base.
# %% [markdown] tags=["fr"]
# Une tendance, maintenant : LinkedIn grandit-il ? Attention à la base.
# %%
surveys = ["Pew 2016", "Pew 2021"]
use.loc[(surveys, "LinkedIn", "all"), ["base", "use_share"]]
# %%
exercises.linkedin_change
# %%
change = 0.28 - 0.25  # solution
exercises.linkedin_change.check(change)
# %% [markdown] tags=["instructor", "en"]
# **Typical**: `one_less_the_gap` (.89); `chance_for_everything`; `base_for_trend`, which makes LinkedIn shrink.
#
# **Ask**: “Which word did each slide lose?” *Online*; *adults*. Then: “Which base suits
# your client?” There is no answer without the client.
# %% [markdown] tags=["instructor", "fr"]
# **Erreurs typiques** : `one_less_the_gap` (0,89) ; `chance_for_everything` ; `base_for_trend`, qui fait reculer
# LinkedIn.
#
# **Demandez** : « Quel mot chaque diapositive a-t-elle perdu ? » *Connectés* ; *adultes*. Puis : « Quelle base
# convient à votre client ? » Sans le client, pas de réponse.
# %% [markdown] tags=["en"]
# ## 4. The same people twice
#
# An *insertion* is one appearance of an advert; *reach*, the share of people met at least once; *net* reach counts
# each once, however many media meet them.
#
# Four media, bought in turn. Draw before you look,
# by mouse or with the arrow keys.
# %% [markdown] tags=["fr"]
# ## 4. Deux fois les mêmes
#
# Une *insertion* est un passage d’une annonce ; la *couverture* (`reach`), la part des gens touchés au moins une
# fois ; la couverture *nette* compte chacun une fois, quel que soit le nombre de médias qui le touchent.
#
# Quatre médias, achetés tour à tour.
# Dessinez avant de regarder, à la souris ou avec les flèches.
# %%
curve = mktlib.draw_prediction(exercises.reach_curve)
# %% [markdown] tags=["en"]
# 1,729 real people, by the media they use (published in 1952, in a study of what people know of cancer). **Try**: 1.
# six insertions in the newspaper, everything else at 0; 2. three in the newspaper and three in magazines; 3.
# everything at six.
#
# **Notice**: six insertions in one medium meet 55%; three and three meet 63%, for less money. And the lower picture
# supposes that using one medium tells nothing about using another. Which way is it wrong?
# %% [markdown] tags=["fr"]
# 1 729 vraies personnes, selon les médias qu’elles utilisent (publié en 1952, dans une étude de ce que l’on sait du
# cancer). **Essayez** : 1. six insertions dans le journal, tout le reste à 0 ; 2. trois dans le journal et trois dans
# les magazines ; 3. tout à six.
#
# **Observez** : six insertions dans un seul média touchent 55 % ; trois et trois, 63 %, pour moins d’argent. Et
# l’image du bas suppose qu’utiliser un média n’apprend rien sur l’usage d’un autre. Dans quel sens se trompe-t-elle ?
# %%
mktlib.show(labs.media_plan)
# %%
curve.reveal()
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 15 for section 4, and 3 more with the **+** step. **Truth**: 28% at one insertion, 62% at six, 70% at
# fourteen; never above 72.4%.
#
# **See**: six in the newspaper meet 55%; three and three, 63%; all at six, 72%, for two and a half times the money.
# Independence promises 83% there. **Typical** curve: a straight line.
#
# **Ask**: “Your agency gives you the sum of the audiences. What do you ask for?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 15 minutes pour la section 4, et 3 de plus avec l’étape **+**. **Vérité** : 28 % à une insertion, 62 % à
# six, 70 % à quatorze ; jamais plus de 72,4 %.
#
# **À voir** : six dans le journal touchent 55 % ; trois et trois, 63 % ; tout à six, 72 %, pour deux fois et demie le
# budget. L’indépendance y promet 83 %. **Courbe typique** : une ligne droite.
#
# **Demandez** : « Votre agence vous donne la somme des audiences. Que demandez-vous ? »
# %% [markdown] tags=["en"]
# Now count. A row is a combination of media; `people`, those who use exactly these.
# %% [markdown] tags=["fr"]
# À vous de compter. Une ligne est une combinaison de médias ; `people`, ceux qui utilisent exactement ceux-là.
# %%
sources = mktlib.load("knowledge_sources")
sources.iloc[:, :5]
# %%
model.reach_by_medium(sources).round(3)
# %%
exercises.net_reach
# %%
net = 1 - 477 / 1729  # solution
exercises.net_reach.check(net)
# %% [markdown] tags=["en", "003-3-complementary"]
# Pelet's third theme, *the company's preferred channels*, praises social media for “leur complémentarité avec les
# autres médias” (how they complement the others), and wants the relation thought of without a pause. One sense of
# complementary can be counted: how many people does a channel *add*?
# %% [markdown] tags=["fr", "003-3-complementary"]
# Le troisième thème de Pelet, les « canaux préférés de l’entreprise », loue les médias sociaux pour « leur
# complémentarité avec les autres médias », et veut que l’on pense à la relation sans cesse. Un des sens de
# complémentaire se compte : combien de gens un canal *ajoute*-t-il ?
# %%
two = model.net_reach_observed(sources, ["newspaper", "reading"])
three = model.net_reach_observed(sources, ["newspaper", "reading", "radio"])
two, three
# %%
exercises.radio_adds
# %%
added = three - two  # solution
exercises.radio_adds.check(added)
# %% [markdown] tags=["en", "003-engage-everywhere"]
# “Engager le client PARTOUT !” (engage the customer everywhere), says a slide: listen, answer. The table of 1952
# suggests why: three newspaper readers in five also read magazines, but only three in ten listen to the radio: the
# same people come back, and may speak to you elsewhere. But eight volunteers are not everywhere: listen wide, speak
# where the target is.
#
# **+** When the same people are met again, how often is that?
# %% [markdown] tags=["fr", "003-engage-everywhere"]
# « Engager le client PARTOUT ! », dit une diapositive : écouter, répondre. Le tableau de 1952 suggère pourquoi :
# trois lecteurs du journal sur cinq lisent aussi des magazines, mais trois sur dix seulement écoutent la radio : on
# retrouve les mêmes, et ils peuvent vous parler ailleurs. Mais huit volontaires ne sont pas partout : écoutez large,
# parlez où est la cible.
#
# **+** Quand on touche à nouveau les mêmes, combien de fois est-ce ?
# %%
bought = {"newspaper": 4, "reading": 4, "radio": 4, "lectures": 2}
plan = model.media_plan(bought, sources)
plan.gross_rating_points, plan.observed.net_reach_share
# %%
exercises.average_contacts
# %%
contacts = plan.gross_rating_points / (100 * plan.observed.net_reach_share)  # solution
exercises.average_contacts.check(contacts)
# %% [markdown] tags=["instructor", "en"]
# **Typical**: `reaches_added` (135%), `independence_assumed` (84%), `reach_for_addition` (the radio's 24%).
#
# **Ask**: “Every pair is used together more than chance would have it. What kind of people use none?” 28%, and they
# know less: 18% well informed, 47% of the rest.
# %% [markdown] tags=["instructor", "fr"]
# **Erreurs typiques** : `reaches_added` (135 %), `independence_assumed` (84 %), `reach_for_addition` (les 24 % de la
# radio).
#
# **Demandez** : « Toutes les paires sont utilisées ensemble plus que ne le voudrait le hasard. Qui n’en utilise
# aucun ? » 28 %, et ils en savent moins : 18 % de bien informés, 47 % chez les autres.
# %% [markdown] tags=["en", "003-offline-digital-social", "002-media-planner"]
# ## 5. Doubt: how much does a channel weigh?
#
# *Offline*, then *digital*, then *social*: on one of Pelet's slides the channels pile up, with two claims with no
# source that we can check: more Facebook pages than web sites, more users of networks than owners of an e-mail
# address.
#
# Advertising still weighs, writes Alexandre Gor, and artificial intelligence has not replaced the brain: *media
# planners* choose supports and moments, for agencies mostly. Money leaves traces. A guess.
# %% [markdown] tags=["fr", "003-offline-digital-social", "002-media-planner"]
# ## 5. Douter : combien pèse un canal ?
#
# *Offline*, puis *digital*, puis *social* : sur une diapositive de Pelet les canaux s’empilent, avec deux
# affirmations sans source vérifiable : plus de pages Facebook que de sites web, plus d’utilisateurs des réseaux que de
# détenteurs d’une adresse e-mail.
#
# La publicité pèse encore, écrit Alexandre Gor, et l’intelligence artificielle n’a pas remplacé le cerveau : les
# *planificateurs médias* choisissent supports et moments, souvent en agence. L’argent laisse des traces. Une
# estimation.
# %%
television = mktlib.predict(exercises.television_share)
# %%
france = mktlib.load("ad_market_france").set_index(["year", "measure", "medium"]).sort_index()
france.loc[(2019, "market_share"), ["market_share", "perimeter", "source_title"]]
# %%
television.reveal()
# %% [markdown] tags=["en"]
# Which is the channel of the future? Two of them, in the first half of 2019.
# %% [markdown] tags=["fr"]
# Quel est le canal d’avenir ? En voici deux, au premier semestre 2019.
# %%
exercises.new_euros
# %%
gained = [659 - 659 / 1.203, 1190 - 1190 / 1.104]  # solution
exercises.new_euros.check(gained)
# %% [markdown] tags=["en"]
# **+** And the whole market? Levels of three reports, then the growth that the last two print.
# %% [markdown] tags=["fr"]
# **+** Et l’ensemble du marché ? Les niveaux de trois rapports, puis la croissance qu’annoncent les deux derniers.
# %%
years = [2019, 2022, 2023]
columns = ["period", "compared_with_year", "amount_eur_millions", "relative_change"]
france.loc[(years, ["level", "growth"], "all media"), columns]
# %%
exercises.implied_2019
# %%
implied = 16_736 / 1.103  # solution
exercises.implied_2019.check(implied)
# %%
exercises.why_another_2019
# %%
why = "d"  # solution
exercises.why_another_2019.check(why)
# %% [markdown] tags=["en"]
# **+** And the world? “560 milliards USD en 2019”, writes Alexandre Gor. Is it so?
# %% [markdown] tags=["fr"]
# **+** Et le monde ? « 560 milliards USD en 2019 », écrit Alexandre Gor. Vraiment ?
# %%
world = mktlib.load("ad_spend_world").query("region == 'world' and year == 2019")
world[["house", "medium", "spend_usd_billions", "status", "precision"]]
# %%
exercises.parts_of_560
# %%
parts = (176 + 43 + 24 + 332.4) / 560  # solution
exercises.parts_of_560.check(parts)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 6, and 9 more with the **+** steps. **Truth**: 22.6%. **Typical**: `growth_of_the_new_level`, which
# makes social win; `growth_taken_off`; `rounding_for_everything` (it opens some 14 million, not a hundred).
#
# **Honest limit**: no page that we found *says* that 2019 was counted again; two reports imply it. **Ask**: “Your
# client's dashboard says +11.1%. Which two reports did it mix?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 6 minutes, et 9 de plus avec les étapes **+**. **Vérité** : 22,6 %. **Erreurs typiques** :
# `growth_of_the_new_level`, qui fait gagner le social ; `growth_taken_off` ; `rounding_for_everything` (l’arrondi
# ouvre 14 millions environ, pas cent).
#
# **Limite honnête** : aucune page trouvée ne *dit* que 2019 a été recompté ; deux rapports l’impliquent.
# **Demandez** : « Le tableau de bord de votre client dit +11,1 %. Quels deux rapports a-t-il mélangés ? »
# %% [markdown] tags=["en", "002-share-of-voice"]
# ## 6. Voice is not market
#
# In advertising, says Alexandre Gor, one speaks of “part des voix” (share of voice) in the media, never of sales
# closed. *Share of voice*: what you spend, divided by what everybody spends. Where can one see both a share of
# spending and the outcome? In elections, where campaign spending stands in for the voice. A guess.
# %% [markdown] tags=["fr", "002-share-of-voice"]
# ## 6. La voix n’est pas le marché
#
# Dans la publicité, dit Alexandre Gor, on parle de « part des voix » dans l’espace médiatique, jamais de ventes
# clôturées. La *part de voix* : ce que vous dépensez, divisé par ce que tous dépensent. Où voit-on à la fois une part
# de dépense et le résultat ? Aux élections, où la dépense de campagne tient lieu de voix. Une estimation.
# %%
vote = mktlib.predict(exercises.vote_guess)
# %%
races = mktlib.load("vote_share")
line = model.spend_and_vote(races)
pd.Series({"intercept": line.intercept, "slope": line.slope}).round(2)
# %% [markdown] tags=["en"]
# Slope .46: ten points more of the spend go with 4.6 points more of the votes.
# %% [markdown] tags=["fr"]
# Pente 0,46 : dix points de dépense de plus vont de pair avec 4,6 points de voix.
# %%
vote.reveal()
# %%
exercises.spend_is_no_lever
# %%
advice = "c"  # solution
exercises.spend_is_no_lever.check(advice)
# %% [markdown] tags=["en"]
# **+** For brands there is a rule of thumb: a share of voice above the market share (*excess share of voice*) goes
# with growth.
# %% [markdown] tags=["fr"]
# **+** Pour les marques, il existe une règle approximative : une part de voix supérieure à la part de marché (*excès
# de part de voix*) va de pair avec la croissance.
# %%
rules = mktlib.load("regularities").set_index("topic").loc["share_of_voice"]
rules[["regularity", "value", "unit", "source_kind"]]
# %%
exercises.expected_gain
# %%
excess = model.excess_share_of_voice(share_of_voice=0.25, share_of_market=0.15)
gain = model.expected_share_change(excess, points_per_10=0.7)  # solution
exercises.expected_gain.check(gain)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 7, and 3 more with the **+** step. **Truth**: 69%. **Typical**: `association_for_effect`, comforted by
# the R² of .86; then, once corrected, `association_for_nothing`.
#
# **Ask**: “Would you rather have the spending of the winner, or the district?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 7 minutes, et 3 de plus avec l’étape **+**. **Vérité** : 69 %. **Erreurs typiques** :
# `association_for_effect`, rassurée par un R² de 0,86 ; puis, une fois corrigée, `association_for_nothing`.
#
# **Demandez** : « Préférez-vous le budget du vainqueur, ou sa circonscription ? »
# %% [markdown] tags=["en"]
# ## 7. + On the shelf
#
# **+** The last channel before the till: a display in the shop, a newspaper advert (*feature*), a price. 3,292
# purchases of crackers by 136 households. What was seen, with and without a display of Sunshine:
# %% [markdown] tags=["fr"]
# ## 7. + En rayon
#
# **+** Le dernier canal avant la caisse : une mise en avant en magasin (*display*), une annonce dans le journal
# (*feature*), un prix. 3 292 achats de crackers par 136 ménages. Ce que l’on a vu, avec et sans mise en avant de
# Sunshine :
# %%
crackers = mktlib.load("crackers")
chosen = crackers.assign(sunshine_share=crackers["brand"] == "sunshine")
seen = chosen.groupby("display_sunshine")
seen[["sunshine_share", "price_sunshine_usd", "feature_sunshine"]].mean().round(2)
# %% [markdown] tags=["en"]
# Display, advert and price came together: which of them did it? A *conditional logit* gives each lever its own
# coefficient, at an equal price: 0 changes nothing; above 0, the brand is chosen more often. The exponential of
# `x` is written `2.71828**x`, of a whole column at once too.
# %% [markdown] tags=["fr"]
# Mise en avant, annonce et prix sont venus ensemble : lequel a agi ? Un *logit conditionnel* donne à chaque levier
# son coefficient, à prix égal : 0 ne change rien ; au-dessus de 0, la marque est choisie plus souvent.
# L’exponentielle de `x` s’écrit `2.71828**x`, pour toute une colonne aussi.
# %%
fit = model.fit_display_choice(crackers[~crackers["last_purchase"]])
levers = fit.coefficients[["display_only", "feature_only", "display_and_feature"]]
levers
# %%
exercises.odds_of_the_brand
# %%
odds = 2.71828**levers  # solution
exercises.odds_of_the_brand.check(odds)
# %%
exercises.sunshine_tripled
# %%
culprit = "b"  # solution
exercises.sunshine_tripled.check(culprit)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 10, or homework. **Typical**: `coefficient_for_odds`, `raw_for_effect`.
#
# The log-likelihood is the one that Franses & Paap (2001) publish, −3215.83. **Limit**: shops chose what to display;
# a model that knows the price still does not draw lots. **Ask**: “Who at the brand would like the 17%?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 10 minutes, ou à la maison. **Erreurs typiques** : `coefficient_for_odds`, `raw_for_effect`.
#
# La log-vraisemblance est celle que publient Franses & Paap (2001), −3215,83. **Limite** : les magasins ont choisi
# quoi mettre en avant ; un modèle qui connaît le prix n’a pas tiré au sort pour autant. **Demandez** : « Qui, dans la
# marque, aimerait les 17 % ? »
# %% [markdown] tags=["en", "003-delphi-why", "003-1-goals"]
# ## 8. Ask experts, twice
#
# How can social media serve e-commerce? It changes fast. So Jean-Éric Pelet asks experts, academic and professional,
# by a *Delphi*: they answer, learn what the others answered, answer again. On *goals*, his first theme: social media
# bring customers' problems up in real time, let one hear of events and new ideas, and Starbucks' Twitter is “une
# totale réussite” (a complete success), says an expert. One voice, one adjective. How does one hear twenty-two?
# %% [markdown] tags=["fr", "003-delphi-why", "003-1-goals"]
# ## 8. Interroger des experts, deux fois
#
# Comment les médias sociaux peuvent-ils servir l’e-commerce ? Tout va vite. Jean-Éric Pelet interroge donc des
# experts, académiques et professionnels, par un *Delphi* : on répond, on apprend ce qu’ont répondu les autres, on
# répond à nouveau. Sur les *buts*, son premier thème : les médias sociaux font remonter les problèmes des clients en
# temps réel, tiennent au courant d’évènements et d’idées, et le Twitter de Starbucks est « une totale réussite », dit
# un expert. Une voix, un adjectif. Comment en écouter vingt-deux ?
# %%
panel = mktlib.load("delphi_panel")
panel[["expert", "profile", "expertise", "round", "theme", "rating"]].head(7)
# %% [markdown] tags=["en", "003-delphi-two-rounds"]
# Round 1: 22 experts, their answers weighted (some count for more than others); ten are kept. Round 2: the ten are
# asked again, their answers weighted and set against the first. Out of it come seven themes. How he chose the ten,
# he does not say. We keep those who rate their own expertise highest; when we weight, it is by that rating.
#
# He publishes the design, and no answer. These are **synthetic**: ours, on his design, from 1 (useless) to 9
# (essential). A guess.
# %% [markdown] tags=["fr", "003-delphi-two-rounds"]
# Tour 1 : 22 experts, réponses pondérées (certaines comptent plus que d’autres) ; on en garde dix. Tour 2 : on
# réinterroge les dix, et l’on confronte le poids des réponses. Il en sort sept thèmes. Comment il a choisi les
# dix, il ne le dit pas. Nous gardons ceux qui se donnent le plus d’expertise ; quand nous pondérons, c’est par
# cette note.
#
# Il publie le dispositif, aucune réponse. Celles-ci sont **synthétiques** : les nôtres, sur son dispositif, de 1
# (inutile) à 9 (essentiel). Une estimation.
# %%
agreed = mktlib.predict(exercises.consensus_guess)
# %% [markdown] tags=["en"]
# **Try**: 1. go from round 1, all experts, to round 2, after feedback; 2. go back by way of *round 1, only those
# kept*: which theme had its consensus before any feedback? 3. in round 2, keep six experts only; 4. weigh them by
# self-rated expertise.
#
# **Notice**: which themes moved because people changed their minds, and which because people were changed.
# %% [markdown] tags=["fr"]
# **Essayez** : 1. passez du tour 1, tous les experts, au tour 2, après retour d’information ; 2. revenez par
# *tour 1, seulement les gardés* : quel thème avait son consensus avant tout retour ? 3. au tour 2, ne gardez que six
# experts ; 4. pondérez-les par l’expertise déclarée.
#
# **Observez** : quels thèmes ont bougé parce qu’on a changé d’avis, et lesquels parce qu’on a changé de gens.
# %%
mktlib.show(labs.delphi)
# %%
agreed.reveal()
# %% [markdown] tags=["en"]
# `passage` splits each change in two. `all_first`: all the experts, in round 1; `kept_first`: those kept, in the
# same round; `kept_second`: those kept, in round 2. From one column to the next, either the people change or the
# answers do.
# %% [markdown] tags=["fr"]
# `passage` coupe chaque changement en deux. `all_first` : tous les experts, au tour 1 ; `kept_first` : les gardés,
# au même tour ; `kept_second` : les gardés, au tour 2. D’une colonne à la suivante, ou bien les gens changent, ou
# bien les réponses.
# %%
kept = model.keep_experts(panel, 10)
shares = model.passage(panel, kept)
shares.iloc[:, :3].round(3)
# %%
exercises.chosen_or_convinced
# %%
row = shares.loc["Spreading the word"]
split = [row["kept_first"] - row["all_first"],
         row["kept_second"] - row["kept_first"]]  # solution
exercises.chosen_or_convinced.check(split)
# %% [markdown] tags=["en", "003-3-preferred-channel"]
# One theme never reached a consensus, the third, which says: “demander aux consommateurs quel moyen de communication
# ils préfèrent” (ask consumers by which means they like to be reached), so as to send them fewer messages.
# %% [markdown] tags=["fr", "003-3-preferred-channel"]
# Un thème n’a jamais fait consensus, le troisième, qui dit : « demander aux consommateurs quel moyen de communication
# ils préfèrent », afin de limiter les envois de messages.
# %%
exercises.preferred_channels
# %%
report = "c"  # solution
exercises.preferred_channels.check(report)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 13 for section 8, and 8 more with the **+** steps. **Truth**: 6 themes of 7. **See**: *spreading the
# word* reaches 80% among the ten in round 1; with six kept, *knowing the market* owes its consensus to the choice too
# (with five, two of three tied at 15 must be picked). W stays low; with ten experts .14 is what chance gives (p .22).
#
# **Typical**: `all_by_feedback`; `median_for_opinion`, `rounds_until_tired`. **Built in**: professionals rate
# themselves higher, so that nine of the ten kept are professionals. **Ask**: “Pelet does not say how his ten were
# chosen. What would you ask him?”
#
# **Your class's own Delphi**, the last **+** step: 15 minutes more.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 13 minutes pour la section 8, et 8 de plus avec les étapes **+**. **Vérité** : 6 thèmes sur 7. **À
# voir** : l’essaimage atteint 80 % chez les dix dès le tour 1 ; avec six gardés, *connaître le marché* doit aussi son
# consensus au choix (avec cinq, il faut en prendre deux sur trois ex æquo à 15). W reste bas ; à dix experts, 0,14
# est ce que donne le hasard (p = 0,22).
#
# **Erreurs typiques** : `all_by_feedback` ; `median_for_opinion`, `rounds_until_tired`. **Mis dans les données** :
# les professionnels se notent plus haut, et neuf des dix gardés sont des professionnels. **Demandez** : « Pelet ne
# dit pas comment ses dix ont été choisis. Que lui demanderiez-vous ? »
#
# **Le Delphi de votre classe**, dernière étape **+** : 15 minutes de plus.
# %% [markdown] tags=["en"]
# **+** How many must approve before it looks like more than heads or tails? Lawshe's ratio is (favourable − half) /
# half: 0 when half approve, 1 when all do. His table of 1975 asks for more with nine experts than with eight:
# %% [markdown] tags=["fr"]
# **+** Combien doivent approuver pour que cela dépasse le pile ou face ? Le ratio de Lawshe est (favorables − moitié)
# / moitié : 0 quand la moitié approuve, 1 quand tous approuvent. Sa table de 1975 exige plus à neuf experts qu’à
# huit :
# %%
keys = mktlib.load("delphi_keys").set_index("key")
keys.loc[["lawshe_07", "lawshe_08", "lawshe_09", "lawshe_10"], ["experts_min", "value"]]
# %%
exercises.eight_and_nine
# %%
ratios = [(7 - 4) / 4, (8 - 4.5) / 4.5]  # solution
exercises.eight_and_nine.check(ratios)
# %% [markdown] tags=["en"]
# **+** And weighted? `weighted_summary` counts each by the column that you name.
# %% [markdown] tags=["fr"]
# **+** Et pondérées ? `weighted_summary` compte chacun selon la colonne que vous nommez.
# %%
summary = model.weighted_summary(panel, weights="expertise")
summary.loc[1, ["experts", "median", "high_share"]].round(3)
# %%
exercises.weighted_share
# %%
weighted = 0.542  # solution
exercises.weighted_share.check(weighted)
# %% [markdown] tags=["en"]
# **+** Your own Delphi: this is an empty sheet. `model.answer_sheet(18).to_csv("answers.csv", index=False)` saves one
# for 18 people; once filled in, `mktlib.show(labs.delphi_of(model.read_answers("answers.csv")))` opens the lab on it.
# %% [markdown] tags=["fr"]
# **+** Votre propre Delphi : voici une feuille vide. `model.answer_sheet(18).to_csv("answers.csv", index=False)` en
# enregistre une pour 18 personnes ; une fois remplie,
# `mktlib.show(labs.delphi_of(model.read_answers("answers.csv")))` ouvre le labo dessus.
# %%
model.answer_sheet(experts=3)
# %% [markdown] tags=["instructor", "en"]
# **Typical**: `share_for_ratio` (.875), `normal_curve`. Seven experts must all approve; of ten, nine: Lawshe's .62 at
# ten is no ratio that ten experts can give. **Ask**: “With how few experts would you still publish?”
# %% [markdown] tags=["instructor", "fr"]
# **Erreurs typiques** : `share_for_ratio` (0,875), `normal_curve`. Sept experts doivent tous approuver ; de dix,
# neuf : le 0,62 de Lawshe à dix n’est pas un ratio que dix experts puissent donner. **Demandez** : « Avec combien
# d’experts oseriez-vous encore publier ? »
# %% [markdown] tags=["en"]
# ## 9. Decide: share the budget
#
# In the end a channel saturates: its first euros meet those who were waiting, its last ones those who were not.
#
# **Try**: 1. move the handles until you cannot raise the margin any more; 2. only then show the best plan; 3. lower
# the budget to €30,000 and start again: which channel must go?
#
# **Notice**: where money is well shared, the next euro brings as much in every channel: the dashes have the same
# slope, save in a channel left out or held at its minimum. An S-curve has the same slope twice, low down and high
# up: there, equal slopes are not enough.
# %% [markdown] tags=["fr"]
# ## 9. Décider : répartir le budget
#
# Un canal finit par saturer : ses premiers euros touchent ceux qui attendaient, les derniers ceux qui n’attendaient
# pas.
#
# **Essayez** : 1. déplacez les poignées jusqu’à ne plus pouvoir augmenter la marge ; 2. alors seulement, montrez le
# meilleur plan ; 3. baissez le budget à 30 000 € et recommencez : lequel faut-il abandonner ?
#
# **Observez** : quand l’argent est bien réparti, l’euro suivant rapporte autant dans chaque canal : les pointillés
# ont la même pente, sauf pour un canal abandonné ou tenu à son minimum. Une courbe en S a deux fois la même pente,
# en bas et en haut : là, des pentes égales ne suffisent pas.
# %%
mktlib.show(labs.allocate)
# %% [markdown] tags=["en"]
# Two channels of the lab, in figures. `value_per_euro` looks back at the average; `value_of_next_euro` looks ahead.
# %% [markdown] tags=["fr"]
# Deux canaux du labo, en chiffres. `value_per_euro` regarde en arrière, la moyenne ; `value_of_next_euro`, en avant.
# %%
search = model.Channel("search", ceiling=50_000, half_saturation_eur=8_000)
social = model.Channel("social", ceiling=60_000, half_saturation_eur=20_000)
model.response_table([search, social], [12_000, 8_000]).round(2)
# %%
exercises.next_euro
# %%
channel = "b"  # solution
exercises.next_euro.check(channel)
# %% [markdown] tags=["en"]
# **+** Change the two numbers of the table above until both next euros are worth the same; or let
# `model.best_allocation([search, social], 20_000)` find it.
# %% [markdown] tags=["fr"]
# **+** Changez les deux nombres du tableau ci-dessus jusqu’à ce que les deux euros suivants se vaillent ; ou laissez
# `model.best_allocation([search, social], 20_000)` trouver.
# %%
exercises.best_for_search
# %%
best = model.best_allocation([search, social], 20_000).split_eur[0]  # solution
exercises.best_for_search.check(best)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 8, and 4 more with the **+** step. **See**: equal quarters leave €22,441 of €120,171; the best plan puts
# more than half on television, which is worth next to nothing below a threshold, so that cautious sprinkling is the
# worst way to buy it. With €30,000 television goes; the fair stays at its minimum.
#
# **Typical**: `average_for_marginal`; `halves`. **Ask**: “Who in the company knows these curves?” Nobody: they are
# assumed.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 8 minutes, et 4 de plus avec l’étape **+**. **À voir** : des quarts égaux laissent 22 441 € sur
# 120 171 ; le meilleur plan met plus de la moitié sur la télévision, qui ne vaut presque rien sous un seuil :
# saupoudrer par prudence est la pire façon de l’acheter. Avec 30 000 €, la télévision part ; le salon reste à son
# minimum.
#
# **Erreurs typiques** : `average_for_marginal` ; `halves`. **Demandez** : « Qui, dans l’entreprise, connaît ces
# courbes ? » Personne : elles sont supposées.
# %% [markdown] tags=["en", "002-digitalisation", "002-traffic-manager", "002-seo-manager"]
# ## 10. Who does it?
#
# A channel is also somebody's week. Digitalisation multiplies trades, says Alexandre Gor, which a single digital
# marketing manager may cover.
#
# The *traffic manager* follows visits and audience: “pas de trafic – pas de leads” (no traffic, no leads). The *SEO
# manager* (search engine optimisation) lifts the site in search engines; traffic has other springs too, such as
# online adverts.
# %% [markdown] tags=["fr", "002-digitalisation", "002-traffic-manager", "002-seo-manager"]
# ## 10. Qui s’en charge ?
#
# Un canal, c’est aussi la semaine de quelqu’un. La digitalisation multiplie les métiers, dit Alexandre Gor, qu’un seul
# responsable de marketing digital peut englober.
#
# Le *trafic manager* suit visites et audience : « pas de trafic – pas de leads ». Le *SEO manager* (référencement
# naturel) hisse le site dans les moteurs ; le trafic a aussi d’autres sources, comme la publicité en ligne.
# %%
exercises.who_does_what
# %% [markdown] tags=["en", "002-web-writer", "002-acquisition-manager", "002-event-and-emailing"]
# The *web writer* adapts to the screen: shorter sentences, cross links, calls to action, so that the reader gets in
# touch; public relations, for their part, inform. The *acquisition manager* coordinates channels, online (SEO, SEM,
# that is paid search, affiliation) and offline (print, television, events). *Event* and *e-mailing managers* stand
# between two worlds: they make the firm known, and look after its customers. The *media planner* you met in section 5.
# %% [markdown] tags=["fr", "002-web-writer", "002-acquisition-manager", "002-event-and-emailing"]
# Le *rédacteur web* s’adapte à l’écran : phrases plus courtes, liens croisés, appels à l’action, pour que le lecteur
# prenne contact ; les relations publiques, elles, informent. Le *responsable d’acquisition* coordonne les canaux, en
# ligne (SEO, SEM, c’est-à-dire liens sponsorisés, affiliation) et hors ligne (print, télé, évènements). Chargés
# d’*évènements* et d’*e-mailing* sont entre deux mondes : ils font connaître l’entreprise et s’occupent de ses
# clients. Le *planificateur média*, vous l’avez croisé à la section 5.
# %%
trades = "bgadcef"  # solution
exercises.who_does_what.check(trades)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 6. **Typical**: `search_for_traffic`, `planning_for_coordination`.
#
# **Say**: Gor has a test of taste: who does not like to write should sell rather than promote. **Ask**: “Your client
# has one person and a half. Which two trades first, and who does the rest?”
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 6 minutes. **Erreurs typiques** : `search_for_traffic`, `planning_for_coordination`.
#
# **À dire** : Gor propose un test de goût : qui n’aime pas rédiger ferait mieux de vendre que de communiquer.
# **Demandez** : « Votre client a une personne et demie. Quels deux métiers d’abord, et qui fait le reste ? »
# %% [markdown] tags=["en"]
# ## 11. Transfer: the evening news
#
# 944 Americans in 1996, and the days a week on which they watch the news on television. Almost without help:
# `days[days["age"] >= 65]` keeps the target, `(column == 7).mean()` is a share.
# %% [markdown] tags=["fr"]
# ## 11. Transférer : le journal du soir
#
# 944 Américains en 1996, et le nombre de jours par semaine où ils regardent le journal télévisé. Presque sans aide :
# `days[days["age"] >= 65]` garde la cible, `(colonne == 7).mean()` est une proportion.
# %%
days = mktlib.load("tv_days")
days[["age", "tv_news_days_per_week", "education"]].head()
# %%
exercises.index_of_the_news
# %%
old = days[days["age"] >= 65]["tv_news_days_per_week"]
news_index = 100 * (old == 7).mean() / (days["tv_news_days_per_week"] == 7).mean()  # solution
exercises.index_of_the_news.check(news_index)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 5. **Typical**: `others_for_everybody` (238), `days_for_people` (148). Under 30 the index is 37.
#
# **Ask**: “Is it their age, or their generation?” One survey cannot say.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 5 minutes. **Erreurs typiques** : `others_for_everybody` (238), `days_for_people` (148). Chez les moins
# de 30 ans, l’indice est de 37.
#
# **Demandez** : « Est-ce l’âge, ou la génération ? » Une seule enquête ne peut le dire.
# %% [markdown] tags=["en"]
# ## 12. Keep: your plan
#
# A training company has €20,000 for the quarter. Target: the young; change it if you like (`"women"`,
# `"college graduate"`, `"65+"`…). All shares are of American adults, 2021.
# %% [markdown] tags=["fr"]
# ## 12. Retenir : votre plan
#
# Une entreprise de formation a 20 000 € pour le trimestre. Cible : les jeunes ; changez-la si vous voulez (`"women"`,
# `"college graduate"`, `"65+"`…). Toutes les proportions sont d’adultes américains, 2021.
# %%
target = "18-29"
affinity = model.affinity_table(use.loc["Pew 2021"].reset_index(), target)
affinity.round(2)
# %% [markdown] tags=["en"]
# Three channels, a row each: its share of the budget, which people it adds, who does it, and what would make you
# close it. A row may be outside the table: newspaper, e-mail. The first row
# is an example: change it, and fill in two more. `NaN` on the left: a name misspelt, or no figure for this target.
# %% [markdown] tags=["fr"]
# Trois canaux, une ligne chacun : sa part du budget, qui il touche en plus, qui s’en charge, et ce qui vous le ferait
# fermer. Une ligne peut être hors du tableau : journal, e-mail. La première est un exemple : changez-la, et
# remplissez-en deux autres. `NaN` à gauche : un nom mal écrit, ou pas de chiffre pour cette cible.
# %%
channels = {"trade fair": [0.2, "people on no network", "the sellers", "no meeting within a week"]}
channels["Instagram"] = [0.5, "those under 25", "Marion", "nothing to show in a week"]  # solution
channels["LinkedIn"] = [0.3, "those at work", "Olivier", "no debate in two months"]  # solution
mine = pd.DataFrame(channels, index=["budget_share", "adds", "who", "close_if"]).T
affinity.round(2).reindex(mine.index).join(mine)
# %% [markdown] tags=["en"]
# Your shares must add up to 1:
# %% [markdown] tags=["fr"]
# Vos parts doivent faire 1 en tout :
# %%
pd.to_numeric(mine["budget_share"], errors="coerce").sum().round(2)
# %% [markdown] tags=["instructor", "en"]
# **Minutes**: 8. One example, not the answer: Instagram for its size (71% of the young), LinkedIn for those at work,
# though its index is 107.
#
# **Read for**: size *and* index; which people each channel *adds*; a closing rule that could happen, and is no number
# of followers; a base named (American adults of 2021 are not your client's buyers). **Ask**: “Which of your three
# would you not miss? Where would you go if it closed?”
#
# `python start.py report FOLDER` shows which mistakes the class made.
# %% [markdown] tags=["instructor", "fr"]
# **Durée** : 8 minutes. Un exemple, pas la réponse : Instagram pour sa taille (71 % des jeunes), LinkedIn pour ceux
# qui travaillent, malgré son indice de 107.
#
# **À lire** : taille *et* indice ; qui chaque canal touche *en plus* ; une règle de fermeture qui puisse arriver, et
# qui ne soit pas un nombre d’abonnés ; une base nommée (les adultes américains de 2021 ne sont pas les acheteurs de
# votre client). **Demandez** : « Lequel des trois ne vous manquerait pas ? Où iriez-vous s’il fermait ? »
#
# `python start.py report DOSSIER` montre quelles erreurs la classe a faites.
# %% [markdown] tags=["en"]
# **Keep three sentences.**
#
# 1. A channel is a size and an affinity, and an affinity has a base: name it.
# 2. What counts is what a channel adds: people not met yet, and the next euro, not the average one.
# 3. Ask who was counted, who was kept, and what else moved, before you thank a channel.
#
# Save the page: your plan and what checks and reveals last showed stay in it.
# %% [markdown] tags=["fr"]
# **Retenez trois phrases.**
#
# 1. Un canal, c’est une taille et une affinité, et une affinité a une base : nommez-la.
# 2. Ce qui compte est ce qu’un canal ajoute : des gens pas encore touchés, et l’euro suivant, pas l’euro moyen.
# 3. Demandez qui fut compté, qui fut gardé, et ce qui a bougé aussi, avant de remercier un canal.
#
# Enregistrez la page : votre plan et le dernier résultat des vérifications et des révélations y restent.
# %% [markdown] tags=["en"]
# **Your page.** Run the cell: what you decided, guessed and got right, on one page to keep, print or hand in (add
# `name="Your name"` after a comma).
# %% [markdown] tags=["fr"]
# **Votre page.** Exécutez la cellule : ce que vous avez décidé, estimé et trouvé, sur une page à garder, à imprimer ou
# à rendre (ajoutez `name="Votre nom"` après une virgule).
# %%
mktlib.memo(exercises, mine).save()
