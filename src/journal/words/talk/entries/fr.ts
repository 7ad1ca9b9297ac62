import type { EntriesTranslation } from './english.ts';

/** French. */
export const french = {
  unknownCommand: 'Je ne connais pas {command}. /help dit ce que je fais.',
  groupCommand:
    '{command} est pour les groupes : là, en réponse à un message, il le garde comme brouillon. Ici, tout ce que tu m’envoies est gardé sans lui.',
  commandWithFile:
    'Le fichier n’est pas gardé, et {command} n’est pas exécuté : une commande vient seule. Envoie le fichier, puis réponds-y avec {command}.',
  editedCommand: 'Une commande modifiée n’est pas exécutée à nouveau. Renvoie {command}.',
  answerNext: 'Ton prochain message est la réponse. /cancel la laisse.',
  questionLeft: 'C’est laissé. Ce que tu envoies maintenant est gardé comme d’habitude.',
  noQuestionInArticle: 'Je n’attends pas de réponse. /done termine l’article.',
  noQuestion: 'Je n’attends pas de réponse.',
  noDraftOfMessage:
    'Ce message n’appartient à aucun brouillon. /find et /drafts les montrent tous.',
  noDraftYet: 'Il n’y a pas encore de brouillon. Écris d’abord quelque chose.',
  takesAway: '- l’enlève.',
  askArticleTitle: 'Quel est son titre ?',
  titleChangedSince:
    'Son titre est entre-temps « {title} », ta modification le laisse donc. /title en choisit un autre.',
  noArticle: 'Aucun article n’est en cours. /article Titre en commence un.',
  nextIsNote: 'Ton prochain message est la note.',
  articleEndedAlready: 'Cet article est déjà terminé.',
  askTitle: 'Quel est le titre ?',
  askTldr: 'Quel est le résumé, en une phrase ou deux ?',
  askLanguage: 'Quelle langue ? Un code comme en, de ou pt-BR.',
  articleHasTitle:
    'Rien n’est changé : un article a un titre. /title suivi de mots en choisit un autre.',
  askSlug: 'Quelle est la fin de son adresse ?',
  formerAddresses: 'Anciennes adresses qui mènent ici : {addresses}',
  slugSpoiler:
    'Rien n’est changé : un texte masqué en cacherait une partie. Une adresse est visible de tous ; envoie-la sans.',
  tagSpoiler:
    'Rien n’est changé : un texte masqué en cacherait une partie. Un mot-clé est visible de tous ; envoie-le sans.',
  tagHint: '/tag a, b ajoute ; /tag -a retire a ; /tag - retire tout.',
  askSeries: 'Quelle série ?',
  unknownSeries: 'Il n’y a pas de série « {series} ». Laquelle est-ce ?',
  newSeriesButton: 'Nouvelle série',
  newSeriesNamed: 'Nouvelle série : {series}',
  askSeriesTitle: 'Quel est le titre de la nouvelle série ?',
  seriesTitleIsText: 'Le titre d’une série est du texte ; /series recommence.',
  seriesUnread:
    '{file} existe et n’est pas lisible, je le laisse donc tel quel. Corrige-le, puis {command}.',
  onlyCover:
    '{file} n’a pas d’autre image que sa couverture, {picture}. /cover - la remet dans le texte.',
  noPictureForCover: '{file} n’a pas d’image. Envoies-en une, puis /cover.',
  askCoverAlt:
    'Que montre-t-elle, pour qui ne peut pas la voir ? Sans réponse, elle décore seulement.',
  noCover: 'Il n’y a pas de couverture à décrire.',
  coverByHand:
    '{file} est du MDX, dont tu es seul à modifier le texte, à la main : enlève l’image là-bas.',
  allDescribedReply:
    'Toutes les images de {file} sont décrites. Réponds à l’une avec /alt pour changer sa description.',
  hasNoPicture: '{file} n’a pas d’image.',
  askAlt: 'Que montre {picture}, pour qui ne peut pas la voir ?',
  altPlaceholder: 'Ce que montre l’image',
  allDescribed: 'Toutes les images de {file} sont décrites.',
  askedAlready: 'J’ai déjà demandé : ta réponse là-bas est le texte alternatif.',
  writeAlt: 'Écris ce qu’elle montre.',
  hasAlt: '{picture} a son texte alternatif.',
  altTakenAway: '{picture} n’a plus de mots',
  altSet: '{picture} montre : {words}',
  pictureGone: '{file} ne montre plus {picture}.',
  altByHand:
    '{file} est du MDX, dont tu es seul à modifier le texte, à la main. Dis là-bas ce que montre {name} : ![ce qu’elle montre]({picture}).',
  askWhen: 'Quand ? {examples}',
  unknownTime: 'Je ne sais pas quand est « {words} ». Attendu : {examples}',
  timeIsOver:
    '{moment}, c’est passé. Rien n’est changé. Donne une date à venir, ou /publish tout de suite.',
  publishedAlready: '{file} est publié. D’abord /unpublish, ou laisse-le ainsi.',
  scheduledIn: 'Prévu pour {moment}, {zone}.',
  clockSkipped:
    'Cette nuit-là, l’heure avance et saute celle que tu as dite : ce sera une heure plus tard.',
  clockRepeated:
    'Cette nuit-là, l’heure recule et passe deux fois par celle-ci : c’est la première des deux.',
  scheduledHint: '{file} ; /unschedule en refait un brouillon, /undo annule ceci.',
  publishTakesNoWords:
    'Rien n’est publié : /publish ne prend pas de mots. {command} fixe une date.',
  brokenPictures:
    '{file} n’est pas publié : aucun site ne se construit avec une image abîmée. Renvoie-la ou enlève-la du texte, puis /publish :',
  notPublished: '{file} n’est pas publié : {fault}',
  wasPublished: '{file} a été publié, et est redevenu un brouillon depuis.',
  wasDiscarded: '{file} a été écarté, et est revenu depuis.',
  publishedNotDiscarded:
    '{file} est publié, il n’est donc pas écarté. /unpublish en refait d’abord un brouillon.',
  scheduledNotDiscarded:
    '{file} est prévu, il n’est donc pas écarté. /unpublish en refait d’abord un brouillon.',
  noDraftNotDiscarded: '{file} ne dit pas qu’il est un brouillon, il n’est donc pas écarté.',
  draftAlready: '{file} est déjà un brouillon.',
  publishedSince: '{file} était redevenu un brouillon, et est publié depuis.',
  scheduledSince: '{file} était redevenu un brouillon, et est prévu depuis.',
  postTooOld:
    'Son message dans le canal a plus de 48 heures, et Telegram ne laisse aucun bot le supprimer : s’il refuse, je te le dis, et tu l’enlèves à la main.',
  postTakenDown: 'Son message est retiré du canal ; Telegram me le permet dans les 48 heures.',
  untilMended: 'Tant que ce n’est pas corrigé, aucun site ne se construit :',
  writtenBut: 'Le fichier est écrit, mais : {reason}',
  notCommitted: 'Rien n’est encore enregistré dans git ; je réessaie de temps en temps.',
  commitKept: 'Le commit est gardé dans ce dossier, et part au prochain essai.',
  changePublish: 'la publication de {file}',
  changeTitle: 'le titre de {file}',
  changeTldr: 'le résumé de {file}',
  changeLang: 'la langue de {file}',
  changeSlug: 'l’adresse de {file}',
  changeTags: 'les mots-clés de {file}',
  changeCover: 'la couverture de {file}',
  changeSeries: 'la série de {file}',
  changeSchedule: 'la date prévue de {file}',
  changeUnpublish: 'le retrait de {file}',
  changeDiscard: 'la mise à l’écart de {file}',
  changeSent: 'ce que tu as envoyé dans {file}',
  changeEdit: 'ta modification dans {file}',
  changeAlt: 'la description d’une image de {file}',
  changePost: 'le message de {file}',
  changeBegin: 'le début de {file}',
  nothingToUndo: 'Il n’y a plus rien à annuler.',
  changedSince:
    '{file} a été changé depuis, à la main ou ailleurs, je le laisse donc tel quel. Le dernier changement d’ici : {change}.',
  undoByHand:
    '{file} est du MDX, dont tu es seul à modifier le texte, à la main, je le laisse donc tel quel. Le dernier changement d’ici : {change}.',
  inTheWay:
    '{file} est de nouveau là, je laisse donc les deux tels quels ; l’autre a été mis de côté ({change}). Déplace d’abord l’un des deux.',
  gone: '{file} n’est plus là. S’il a été écarté, /undo peut le ramener ; s’il a été renommé, /find le trouve.',
  goneFromJournal: '{file} n’est plus dans le journal.',
  unread: '{file} n’est pas lisible. Corrige-le d’abord :',
  wrong: '{what} ; attendu : {expected} ; {cure}.',
  wouldHave: 'Il y aurait dans {file} : {what} ; attendu : {expected} ; {cure}.',
  nothingChanged: 'Rien n’est changé dans {file} : {fault}',
  nothingByHand:
    '{file} est du MDX, dont tu es seul à modifier le texte, à la main. Rien n’est changé.',
  changedAgain: 'Il a été changé de nouveau depuis, et reste tel quel : /show le montre.',
  editIn: 'Ta modification est dans {file}.',
  editGone: '{file} n’est plus dans le journal, cette modification n’y change donc rien.',
  editByHand:
    '{file} est du MDX, dont tu es seul à modifier le texte, à la main ; ta modification n’y est donc pas. Les mots modifiés sont ci-dessus : mets-les à la main.',
  editConflict:
    '{file} a été changé à la main depuis ; ta modification n’y est donc pas. Le fichier est tel que tu l’as laissé ; les mots modifiés sont ci-dessus. Mets-les à la main, ou envoie-les en réponse pour les ajouter.',
  editForgotten:
    'Je ne sais plus ce qu’est devenu ce message : ma mémoire est d’un jour plus ancien. {files} a été fait dans la même seconde, et ta modification n’y est pas. Les mots modifiés sont ci-dessus : mets-les à la main, ou renvoie-les.',
  twins:
    'Ma mémoire est d’un jour plus ancien, et ne sait pas de quoi {files} a été fait dans la même seconde. Si c’est ce message après une modification, écarte l’un des deux.',
  askContact:
    'Un contact. Rien n’en est dans le journal. Sans un mot de toi, je l’oublie dans 48 heures.',
  keepNameButton: 'Garder le nom',
  keepNumberButton: 'Garder le nom et le numéro',
  forgetButton: 'Oublier',
  contactForgotten: 'Ce contact est oublié. Renvoie-le si tu veux le garder.',
  contactIn: 'Il est dans {file}.',
  forgotten: 'Oublié.',
  forgottenWhole: 'Oublié. Rien n’en est dans le journal.',
  notKept:
    'Je ne peux pas garder ceci : {kind}. Je garde le texte, les images, les fichiers, les lieux et les sondages.',
  aStory: 'une story',
  aGiveaway: 'un concours',
  giveawayNews: 'l’annonce d’un concours',
  aGame: 'un jeu',
  anInvoice: 'une facture',
  paidMedia: 'un média payant',
  aRichMessage: 'un message enrichi',
  movingSticker: 'un sticker animé sans emoji',
  aGift: 'un cadeau',
  pinNews: 'l’annonce d’un message épinglé',
  thisKind: 'ce genre de message',
  voiceNote: 'Message vocal',
  video: 'Vidéo',
  file: 'Fichier',
  sticker: 'Sticker',
  picture: 'Une image',
  notFetched: '{file} (trop lourd pour être pris de Telegram)',
  notKeptFile: '{file} (pas gardé)',
  somebody: 'quelqu’un',
  aChat: 'une discussion',
} satisfies EntriesTranslation;
