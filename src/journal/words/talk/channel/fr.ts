import type { ChannelTranslation } from './english.ts';

/** French. */
export const french = {
  stubText: '(retiré)',
  resendButton: 'Renvoyer',
  repostButton: 'Republier',
  sentAgain: 'C’est renvoyé.',
  postedAgain: 'C’est republié.',
  settledAlready: 'C’est déjà réglé.',
  thankYou: 'Merci : le message de {file} est bien là.',
  thereAfterAll:
    'Le message de {file} est là finalement : il est arrivé dans le groupe du canal. Il n’y a plus rien à faire.',
  mayBeThere:
    'Mais un message en est peut-être dans le canal : personne ne sait s’il est arrivé. Regarde là-bas. S’il y est, transfère-le-moi, et je l’enlève. Sinon, il n’y a rien à faire.',
  uncertain: 'Personne ne sait si le message de {file} est arrivé dans le canal : {reason}',
  uncertainHint: 'Regarde là-bas. S’il y est, transfère-le-moi. Sinon :',
  linkWaits: 'Le lien vers {file} n’est pas encore dans le canal : {reason}.',
  linkWaitsHint:
    'Je continue de regarder, et il part dès que sa page répond. Le site est-il construit et en ligne ?',
  pictureWaits: 'Ce que le canal doit montrer de {file} attend : {reason}.',
  pictureWaitsHint:
    'Donne-moi le droit de lire ce fichier ; je réessaie, et il n’y a rien d’autre à faire.',
  deletedByHand:
    '{file} a changé, mais son message a été supprimé dans le canal. Je ne le republie que si tu le dis ; "mirror: false" dans son en-tête le tient hors du canal pour de bon.',
  refused: 'Le canal a refusé ce qui était à faire pour {file} : {reason}',
  takeDownByHand: 'Enlève-le à la main.',
  triedWhenChanged: 'Je réessaie quand le texte changera.',
  pageSilent: '{page} ne répond pas encore',
  pageSilentLong: '{page} ne répond pas depuis {count} jours',
  stub: '{address} a plus de 48 heures, et Telegram ne laisse aucun bot le supprimer. On y lit maintenant « {removed} » ; tu peux le supprimer dans le canal.',
  stubs:
    'Ces publications ont plus de 48 heures, et Telegram ne laisse aucun bot les supprimer. On y lit maintenant « {removed} » ; tu peux les supprimer dans le canal :\n{addresses}',
  unreadablePicture:
    '{file} n’est pas lisible comme image, le texte va donc dans le canal sans elle, avec le lien vers sa page. Enregistre-la de nouveau en JPEG ou PNG.',
  waitsForAnswer: 'le canal attend ta réponse à ma question.',
  postIsNote: 'Un message du canal est une note. {published}',
  postByIsNote: 'Un message de {name} dans le canal est une note. {published}',
  postSaved: 'Un message du canal est enregistré dans {file}',
  postBySaved: 'Un message de {name} dans le canal est enregistré dans {file}',
  postEditGone: 'Un message a été modifié dans le canal, et sa note {file} n’est plus là.',
  postEditByHand:
    'Un message a été modifié dans le canal ; {file} est du MDX, dont tu es seul à modifier le texte, à la main : la modification n’y est donc pas. Le message dit maintenant :',
  postEditConflict:
    'Un message a été modifié dans le canal ; {file} a été changé à la main depuis : la modification n’y est donc pas. Les deux restent tels quels. Le message dit maintenant :',
  askPosts: {
    one: '{count} texte irait d’un coup dans {channel}. Le tout, du plus ancien au plus récent, prend {time}. Rien n’en est publié avant ton choix.',
    other:
      '{count} textes iraient d’un coup dans {channel}. Le tout, du plus ancien au plus récent, prend {time}. Rien n’en est publié avant ton choix.',
  },
  askFirstPosts: {
    one: '{count} texte irait d’un coup dans {channel}, qui ne montre encore rien de ce journal. Le tout, du plus ancien au plus récent, prend {time}. Rien n’en est publié avant ton choix.',
    other:
      '{count} textes iraient d’un coup dans {channel}, qui ne montre encore rien de ce journal. Le tout, du plus ancien au plus récent, prend {time}. Rien n’en est publié avant ton choix.',
  },
  foreignFolder:
    'Aucun des textes que montre {channel} n’est dans {folder} ; rien n’est donc publié, modifié ni retiré.',
  askRemovals:
    '{removals} messages sur {posts} seraient retirés, parce que leurs textes ne sont pas dans {folder}, ou pas pour les lecteurs. C’est plus souvent un mauvais dossier (JOURNAL_CONTENT) ou une autre branche qu’un souhait. Rien n’est retiré avant ton choix.',
  askMoreRemovals:
    '{removals} messages sur {posts} seraient retirés, après {gone} en un jour, parce que leurs textes ne sont pas dans {folder}, ou pas pour les lecteurs. C’est plus souvent un mauvais dossier (JOURNAL_CONTENT) ou une autre branche qu’un souhait. Rien n’est retiré avant ton choix.',
  askJournal:
    '{channel} montre le journal {known}, et site.yaml dit que celui-ci est {found}. Rien n’est donc publié, modifié ni retiré avant ton choix.',
  journalChanges:
    '{removals} messages sur {posts} seraient retirés, et {others} publiés ou modifiés.',
  journalMoved:
    'Si c’est le même journal, qui a déménagé, écris {setting} dans site.yaml : ses messages y mèneront, et pour les lecteurs de flux ses textes restent ce qu’ils sont.',
  allButton: 'Tous, les plus anciens d’abord',
  fromNowButton: 'Seulement désormais',
  laterButton: 'Pas maintenant',
  takeDownButton: 'Les retirer',
  keepButton: 'Les garder',
  sameJournalButton: 'C’est le même journal',
  nothingToChoose: 'C’est réglé : il n’y a plus rien à choisir.',
  settledOrChanged: 'C’est réglé, ou cela a changé depuis.',
  unknownAnswer: 'Je ne connais pas ce bouton.',
  postsLater:
    'Pas maintenant : rien n’en est publié. Ce que tu publies ici part. Les boutons restent.',
  journalLater: 'Pas maintenant : le canal reste tel quel. Les boutons restent.',
  journalShown: 'Le canal montre désormais {journal}.',
  goesOut: { one: 'Il part.', other: 'Ces {count} partent, du plus ancien au plus récent.' },
  passedOver: {
    one: 'Seulement désormais : il reste hors du canal. {setting} dans site.yaml le dit pour de bon ; {command} les publie quand même.',
    other:
      'Seulement désormais : ces {count} restent hors du canal. {setting} dans site.yaml le dit pour de bon ; {command} les publie quand même.',
  },
  takenDown: { one: 'Il est retiré.', other: 'Ces {count} sont retirés.' },
  keptThere: {
    one: 'Il reste dans le canal, et rien n’y est fait jusqu’au retour du texte.',
    other: 'Ces {count} restent dans le canal, et rien n’y est fait jusqu’au retour du texte.',
  },
  aMoment: 'un instant',
  seconds: { one: 'environ {count} seconde', other: 'environ {count} secondes' },
  minutes: { one: 'environ {count} minute', other: 'environ {count} minutes' },
  hours: { one: 'environ {count} heure', other: 'environ {count} heures' },
  passedOverFaults:
    'Le canal n’en apprend rien tant que ce n’est pas corrigé ; un message qui y est reste tel quel :',
  allReadAgain: 'Tous les textes sont de nouveau lisibles.',
  gitUnfinished:
    'Quelque chose n’est pas terminé dans {folder} ({work}). D’ici là, rien ne va dans le canal ni sur le site.',
  gitFinished:
    'Plus rien n’est en cours dans git : le canal et le site sont de nouveau tenus à jour.',
  notUpToDate: 'Le canal n’est pas tenu à jour : {reason}',
  upToDateAgain: 'Le canal est de nouveau tenu à jour.',
  dateHasCome: 'La date de {file} est venue, mais : {reason}',
  carriedOn: 'Ce qui n’était pas allé plus loin que le fichier continue maintenant.',
  botEnds: 'Le bot s’arrête : {reason}',
  diskTrouble: 'Je ne peux pas écrire sur le disque : {reason}',
  diskTroubleHint:
    'Ce que tu envoies attend, dans l’ordre, et rien n’est perdu. Fais de la place, ou laisse-moi y écrire de nouveau ; rien n’est à envoyer deux fois. Je dirai quand c’est fini.',
  diskAgain: 'Je peux de nouveau écrire sur le disque. Ce que tu as envoyé entre-temps est reçu.',
  setAside:
    'Je n’ai pas pu traiter ceci et l’ai mis de côté après plusieurs essais : {what}. {reason}',
  setAsideOwn:
    'Regarde avec /drafts si les mots y sont ; sinon, corrige la cause. C’est gardé : /retry réessaie.',
  setAsideOther: 'Corrige la cause. C’est gardé : /retry réessaie.',
  ownMessage: 'un de tes messages (« {words} »), message {message} de la discussion {chat}',
  ownMessageWordless: 'un de tes messages, message {message} de la discussion {chat}',
  otherMessage: 'un message (« {words} »), message {message} de la discussion {chat}',
  otherMessageWordless: 'un message, message {message} de la discussion {chat}',
  pressedButton: 'un bouton que tu as pressé',
  groupReaction: 'une réaction dans un groupe',
  draftsCount: 'Brouillons : {number}',
  nextScheduled: 'Prochain prévu : {name}, {moment}',
  scheduledNothing: 'Prévu : rien',
  afterThat: '  et {number} ensuite',
  inboxWaits: 'Réception : {number} en attente',
  inboxFailed: 'Réception : {number} en attente, {failed} de côté ; /retry les réessaie',
  outboxWaits: 'Envoi : {number} en attente',
  outboxNext: 'Envoi : {number} en attente ; prochain essai {moment}',
  triedTimes: {
    one: '  {file} : {reason} (essayé une fois)',
    other: '  {file} : {reason} (essayé {count} fois)',
  },
  refusedLine: 'Refusé : {file} : {reason}',
  uncertainLine: 'Incertain : {file} : {reason}',
  noReason: 'sans raison donnée',
  andMore: '  et {number} de plus',
  neverPublished: 'Publication ({mode}) : encore rien',
  lastBuild: 'Dernière construction ({mode}) : {moment}, {subject} : réussie',
  lastBuildFailed: 'Dernière construction ({mode}) : {moment}, {subject} : ÉCHEC : {reason}',
  channelState: 'Canal : {channel}, textes là-bas : {number} ; {rights}',
  noChannel: 'Canal : aucun (TELEGRAM_CHANNEL n’est pas réglé)',
  groupState: 'Groupe {group} : {rights}',
  warningLine: 'Avertissement : {fault}',
  faultLine: 'Faute : {fault}',
  notAsked: 'n’a pas pu être demandé ({reason})',
  isOwner: 'propriétaire',
  isAdministrator: 'administrateur',
  mayDo: 'administrateur : peut {rights}',
  mayNotDo: 'administrateur ; NE PEUT PAS {rights}',
  mayAndMayNot: 'administrateur : peut {rights} ; NE PEUT PAS {missing}',
  mayPost: 'publier',
  mayEdit: 'modifier',
  mayDelete: 'supprimer',
  isMember: 'membre',
  isRestricted: 'membre avec restrictions',
  isOutside: 'N’EN EST PAS ; ajoute le bot',
  waitsForYou: 'Attend ta réponse : {what}',
  openJournal: 'si c’est le journal du canal',
  openPosts: {
    one: '{count} nouveau texte, à publier ou non',
    other: '{count} nouveaux textes, à publier ou non',
  },
  openRemovals: {
    one: '{count} message, à retirer ou non',
    other: '{count} messages, à retirer ou non',
  },
  openComments: { one: '{count} commentaire', other: '{count} commentaires' },
  openPicks: { one: '{count} choix, pour un nom', other: '{count} choix, pour des noms' },
  openContacts: { one: '{count} contact', other: '{count} contacts' },
  nothingSetAside: 'Rien n’est de côté.',
  triedAgain: {
    one: 'Un message est réessayé. /status montre ce qui reste.',
    other: '{count} messages sont réessayés. /status montre ce qui reste.',
  },
} satisfies ChannelTranslation;
