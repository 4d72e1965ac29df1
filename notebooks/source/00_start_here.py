# %% [markdown] tags=["en"]
# # Start here: guess, look, move, answer
#
# In 2018 a seller of advertising software, WordStream, published what 14,197 American accounts
# paid for their adverts on Google, and what they got. Is a campaign good? To answer, people
# compare it every day with a table like that one. Now you do so, and see what it does not say.
#
# **You will see** one of everything this course is made of, in about ten minutes: run a cell,
# guess before you look, read where a figure comes from, move a lab, have an answer checked, save
# your work.
#
# You need no Python and no statistics. You cannot break anything.
#
# **Run the grey cell below**: click in it, then press Shift + Enter.
# %% [markdown] tags=["fr"]
# # Commencez ici : estimer, regarder, manipuler, répondre
#
# En 2018, un éditeur de logiciels publicitaires, WordStream, a publié ce que 14 197 comptes
# américains payaient pour leurs annonces sur Google, et ce qu’ils en obtenaient. Une campagne
# est-elle bonne ? Pour le dire, on la compare chaque jour à un tableau comme celui-là. À vous de le
# faire, et de voir ce qu’il ne dit pas.
#
# **Vous verrez**, en dix minutes environ, un exemple de tout ce que contient ce cours : exécuter
# une cellule, estimer avant de regarder, lire d’où vient un chiffre, manipuler un labo, faire
# vérifier une réponse, enregistrer.
#
# Ni Python ni statistiques ne sont nécessaires. Vous ne pouvez rien casser.
#
# **Exécutez la cellule grise ci-dessous** : cliquez dedans, puis Maj + Entrée.
# %% [markdown] tags=["instructor", "en"]
# **Before the class**, on the room's own machines: start the course once (the first start
# downloads it), open this page and choose *Run → Run All Cells*; move the lab with the arrow
# keys; look at it from the last row. Have one spare laptop, and know the projector's zoom (Ctrl
# and +).
#
# **Minutes**: 10 to 12, a few more with a class that has never seen a notebook. Let pairs share a
# machine.
#
# **What goes wrong on the day**: someone presses Enter without Shift (a new line, nothing else);
# someone runs a lower cell first (`NameError`: choose *Run → Run All Above Selected Cell*);
# someone's cell shows `[*]` for ever (*Kernel → Restart Kernel*, then run from the top).
# %% [markdown] tags=["instructor", "fr"]
# **Avant le cours**, sur les machines de la salle : lancez le cours une fois (le premier
# lancement le télécharge), ouvrez cette page et choisissez *Run → Run All Cells* ; bougez le labo
# avec les flèches du clavier ; regardez-le du dernier rang. Ayez un ordinateur de secours, et
# sachez agrandir l’écran projeté (Ctrl et +).
#
# **Durée** : 10 à 12 minutes, un peu plus avec une classe qui n’a jamais vu de notebook. Un poste
# pour deux convient.
#
# **Ce qui se passe mal le jour même** : Entrée sans Maj (une ligne de plus, rien d’autre) ; une
# cellule exécutée avant celles du dessus (`NameError` : *Run → Run All Above Selected Cell*) ;
# une cellule qui affiche `[*]` sans fin (*Kernel → Restart Kernel*, puis reprendre en haut).
# %%
import mktlib
from mktlib.kpis import exercises, labs

# %% [markdown] tags=["en"]
# A number in brackets has appeared on its left: the cell has run. It has fetched the course's
# tools, and had nothing else to say.
#
# ## Guess before you look
#
# A guess that you commit to, even a wild one, helps you to remember. Nobody marks it. Run the
# cell, set your guess, then press the button.
# %% [markdown] tags=["fr"]
# Un nombre entre crochets est apparu à sa gauche : la cellule a été exécutée. Elle est allée
# chercher les outils du cours, et n’avait rien d’autre à dire.
#
# ## Estimez avant de regarder
#
# Une estimation sur laquelle on s’engage, même faite au hasard, aide à retenir. Personne ne la
# note. Exécutez la cellule, réglez votre estimation, puis appuyez sur le bouton.
# %%
my_guess = mktlib.predict(exercises.first_guess)
# %% [markdown] tags=["en"]
# Committed? Now compare it with the true figure.
# %% [markdown] tags=["fr"]
# C’est fait ? Comparez maintenant avec le vrai chiffre.
# %%
my_guess.reveal()
# %% [markdown] tags=["instructor", "en"]
# Ask for hands before the reveal: who said less, who said more? Then ask what made the high
# guesses high. One reason to offer: we remember the adverts we clicked, not those we passed by.
# %% [markdown] tags=["instructor", "fr"]
# Faites lever les mains avant la révélation : qui a dit moins, qui a dit plus ? Demandez ensuite
# d’où viennent les estimations hautes. Une raison à proposer : on se souvient des annonces sur
# lesquelles on a cliqué, pas de celles devant lesquelles on est passé.
# %% [markdown] tags=["en"]
# ## Look at the real figures
#
# `load` gives a table. `head()` shows its first five rows: one row is one industry on one
# network, search results or display banners. A rate such as 0.0441 is a share (1 would be 100%), here 4.41%: for
# 100 times that the advert is shown, between four and five clicks.
# %% [markdown] tags=["fr"]
# ## Regardez les vrais chiffres
#
# `load` donne un tableau. `head()` en montre les cinq premières lignes : une ligne, c’est un
# secteur sur un réseau, résultats de recherche (*search*) ou bannières (*display*). Un taux comme
# 0.0441 est une proportion (1 ferait 100 %), ici 4,41 % : entre quatre et cinq clics quand
# l’annonce s’affiche 100 fois.
# %%
ads = mktlib.load("google_ads")
ads.iloc[:, :6].head()
# %% [markdown] tags=["en"]
# Who counted, when, and what is wrong with these figures? Every table of this course has a card
# that says so. Read its last lines first.
# %% [markdown] tags=["fr"]
# Qui a compté, quand, et qu’est-ce qui cloche dans ces chiffres ? Chaque tableau de ce cours a
# une fiche qui le dit. Lisez-en d’abord les dernières lignes.
# %%
mktlib.describe("google_ads")
# %% [markdown] tags=["en"]
# ## Move a lab
#
# A lab is a small model with controls. Run the cell, then drag a slider, press the arrow keys, or
# type in the box beside it. The sentence under the picture says what changed.
#
# Move one control at a time, and ask yourself first: *will the cost of a customer go up or down?*
# %% [markdown] tags=["fr"]
# ## Manipulez un labo
#
# Un labo est un petit modèle avec des réglages. Exécutez la cellule, puis faites glisser un
# curseur, utilisez les flèches du clavier, ou tapez dans la case à côté. La phrase sous l’image
# dit ce qui a changé.
#
# Changez un seul réglage à la fois, et demandez-vous d’abord : *un client va-t-il coûter plus, ou
# moins ?*
# %%
mktlib.show(labs.funnel)
# %% [markdown] tags=["instructor", "en"]
# If the lab stays a still picture, the page was opened without a kernel: run the first cell, then
# this one.
#
# A question to ask while they play: "Which slider would you pay to move?" Leave it open, it is
# the question of lesson 04.
# %% [markdown] tags=["instructor", "fr"]
# Si le labo reste une image fixe, la page a été ouverte sans noyau : exécutez la première
# cellule, puis celle-ci.
#
# Une question à poser pendant qu’ils jouent : « Pour déplacer quel curseur seriez-vous prêt à payer ? »
# Laissez-la ouverte, c’est la question de la leçon 04.
# %% [markdown] tags=["en"]
# ## Have an answer checked
#
# Run this cell to read the question.
# %% [markdown] tags=["fr"]
# ## Faites vérifier une réponse
#
# Exécutez cette cellule pour lire la question.
# %%
exercises.first_answer
# %% [markdown] tags=["en"]
# Run the cell below as it is: the check says that there is no answer yet. That is not a mistake,
# three dots only mean *not attempted*. Then replace them by your answer, a number or a calculation
# such as `2 * 3`, and run it again, as often as you like.
#
# A check never gives the answer away. When it recognises a known mistake of reasoning, it points
# it out. Try a wrong answer on purpose: good mistakes teach most here.
# %% [markdown] tags=["fr"]
# Exécutez la cellule ci-dessous telle quelle : la vérification dit qu’il n’y a pas encore de
# réponse. Ce n’est pas une erreur, trois points veulent seulement dire *pas encore tenté*.
# Remplacez-les ensuite par votre réponse, un nombre ou un calcul comme `2 * 3`, et recommencez
# autant de fois que vous voulez.
#
# Une vérification ne livre jamais la réponse. Quand elle reconnaît une erreur de raisonnement
# connue, elle vous la signale. Essayez exprès une réponse fausse : ici, les bonnes erreurs sont
# celles qui apprennent le plus.
# %%
answer = ads["industry"].nunique()  # solution
exercises.first_answer.check(answer)
# %% [markdown] tags=["en"]
# ## Leave with a page, save, hand in
#
# Every notebook ends so: what you guessed, and what the exercises said, on one page to keep, print or hand in.
#
# **Save** with Ctrl + S (⌘ + S on a Mac). The file keeps your answers and what checks and reveals
# last showed; your instructor can read it. **Hand it in** where you are told to.
# %% [markdown] tags=["fr"]
# ## Repartez avec une page, enregistrez, rendez
#
# Tous les notebooks finissent ainsi : ce que vous avez estimé, et ce que les exercices ont dit, sur une page à garder,
# à imprimer ou à rendre.
#
# **Enregistrez** avec Ctrl + S (⌘ + S sur un Mac). Le fichier garde vos réponses et ce que
# disaient vérifications et révélations ; votre formateur peut le lire. **Rendez-le** là où on vous
# le demande.
# %%
mktlib.memo(exercises, name="…").save()
# %% [markdown] tags=["en"]
# ## Go on
#
# **Tomorrow**, labs and guesses do not respond until you run the page (*Run → Run All Cells*). To
# keep a guess, write it in its cell, as the page shows after its button. Before you hand in, check
# that each reveal still shows it.
#
# **Another language?** `mktlib.set_language("fr")` in a new cell (**+** at the top). French pages:
# folder `fr`.
#
# **Keep**: guess first; ask who counted; a wrong answer is information.
#
# **Next**: [push and pull](01_push_pull.ipynb), then [choosing channels](02_channel_choice.ipynb), [the
# customer lifecycle](03_customer_lifecycle.ipynb), [reading KPIs](04_kpis.ipynb) and [the plan](05_plan.ipynb).
# Unknown word: [the glossary](06_glossary.ipynb).
# %% [markdown] tags=["fr"]
# ## Continuez
#
# **Demain**, labos et estimations ne répondent pas tant que vous n’exécutez pas la page (*Run → Run
# All Cells*). Pour garder une estimation, écrivez-la dans sa cellule, comme la page le montre après
# le bouton. Avant de rendre, vérifiez que chaque révélation la montre encore.
#
# **Une autre langue ?** `mktlib.set_language("en")` dans une nouvelle cellule (**+** en haut).
# Pages en anglais : dossier `en`.
#
# **À retenir** : estimer d’abord ; demander qui a compté ; une réponse fausse est une
# information.
#
# **Ensuite** : [push et pull](01_push_pull.ipynb), puis [choisir ses canaux](02_channel_choice.ipynb), [le
# cycle de vie du client](03_customer_lifecycle.ipynb), [lire des KPI](04_kpis.ipynb) et [le plan](05_plan.ipynb). Un mot
# inconnu : [le glossaire](06_glossary.ipynb).
# %% [markdown] tags=["instructor", "en"]
# **What you get back**: put the saved notebooks in a folder and run `python start.py report
# FOLDER`. The report says, exercise by exercise, which mistake the class made, and names no
# student. Tell the students that you read it, and why.
# %% [markdown] tags=["instructor", "fr"]
# **Ce que vous récupérez** : placez les notebooks rendus dans un dossier et lancez `python
# start.py report DOSSIER`. Le rapport dit, exercice par exercice, quelle erreur la classe a
# faite, et ne nomme aucun étudiant. Dites aux étudiants que vous le lisez, et pourquoi.
