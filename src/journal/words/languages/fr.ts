import type { SiteTranslation } from '../english.ts';

/** French. A narrow no-break space stands before `;`, `!` and `?`, a no-break space before `:` and within « ». */
export const french = {
  skip: 'Aller au texte',
  journal: 'Journal',
  archive: 'Archives',
  tags: 'Mots-clés',
  series: 'Séries',
  authors: 'Auteurs',
  blogroll: 'Blogoliste',
  search: 'Recherche',
  follow: 'S’abonner',
  channel: 'Canal',

  everything: 'Tout',
  articles: 'Articles',
  notes: 'Notes',
  newestEntries: 'Dernières publications',
  olderEntries: 'Plus anciennes',
  newerEntries: 'Plus récentes',
  page: 'Page {page}',
  streamPage: 'Publications, page {page} depuis la plus ancienne',
  pages: 'Pages',
  neighbouringMonths: 'Mois voisins',
  nothingPublished: 'Rien n’est encore publié.',
  nothingHere: 'Rien n’est encore publié ici.',
  nothingTagged: 'Rien n’a encore de mot-clé.',

  note: 'Note',
  noteName: '{day}\u00a0: {words}',
  draft: 'brouillon',
  scheduled: 'prévu pour le {moment}',
  tldr: 'En bref',
  by: 'Par {authors}',
  inReplyTo: 'En réponse à {place}',
  changedOn: 'Modifié le {day}',
  alsoOn: 'Aussi sur {places}',
  alsoIn: 'Aussi en {languages}',
  neighbouringEntries: 'Publications voisines',
  older: 'Avant',
  newer: 'Après',
  relatedEntries: 'Publications liées',
  referredToBy: 'Cité par',
  similar: 'Dans le même esprit',
  moreInTag: 'Plus sur {tag}',
  moreFromAuthor: 'Plus de {author}',

  seriesPlace: 'Série\u00a0: {series}, partie {part}',
  partOfSeries: 'Partie {part} sur {total} de {series}',
  partBefore: 'Avant',
  partNext: 'Ensuite',
  partToCome: 'À venir',
  toCome: 'à venir',
  seriesParts: {
    one: '{done} partie sur {count}, {months}',
    other: '{done} parties sur {count}, {months}',
  },
  noSeries: 'Il n’y a pas encore de série.',

  noComments: 'Aucun commentaire',
  comments: { one: '{count} commentaire', other: '{count} commentaires' },
  commentChanged: 'modifié le {moment}',
  commentReply: 'en réponse à {name}',
  discuss: 'En discuter sur Telegram',
  morePictures: {
    one: 'et {count} autre image sur la page',
    other: 'et {count} autres images sur la page',
  },

  calloutNote: 'Remarque',
  calloutTip: 'Astuce',
  calloutImportant: 'Important',
  calloutWarning: 'Attention',
  calloutCaution: 'Prudence',
  pullQuote: 'Citation mise en exergue',
  spoiler: 'Divulgâcheur',
  taskToDo: 'à faire',
  taskDone: 'fait',
  video: 'Vidéo',
  audio: 'Audio',
  videoAt: 'Vidéo sur {place}',
  notWritten: 'pas encore écrit',
  footnotes: 'Notes de bas de page',
  backToReference: 'Retour à l’appel de note {reference}',

  blogrollFile:
    'Un lecteur de flux peut importer tout cela d’un coup depuis <file>ce fichier OPML</file>.',
  blogrollOf: '{journal}\u00a0: blogoliste',
  feed: 'Flux',
  feedOf: 'Flux de {title}',
  noBlogs: 'Rien n’est encore recommandé.',

  notFound: 'Pas ici',
  notFoundText:
    'Il n’y a pas de page à cette adresse. Elle a peut-être déménagé sans prévenir. Les <archive>archives</archive> ont tout, année par année, et les <newest>dernières publications</newest> sont où elles sont toujours.',

  searchWords: 'Mots à chercher',
  searchButton: 'Chercher',
  searchScript:
    'La recherche a besoin de JavaScript. Les <archive>archives</archive> ont tout par année, et les <tags>mots-clés</tags> par sujet.',
  searchFailed: 'La recherche n’a pas pu être chargée. Rechargez la page pour réessayer.',
  searchResults: {
    one: '{count} résultat pour «\u00a0{query}\u00a0».',
    other: '{count} résultats pour «\u00a0{query}\u00a0».',
  },
  searchNothing: 'Rien trouvé pour «\u00a0{query}\u00a0».',
  searchMore: 'Plus de résultats',

  feedTitle: '{journal}\u00a0: {feed}',
  tagFeed: 'Publications avec le mot-clé {tag}',
  authorFeed: 'Publications de {author}',
  followAbout: 'Comment suivre les nouveautés de {journal}\u00a0: les flux.',
  followAboutChannel:
    'Comment suivre les nouveautés de {journal}\u00a0: les flux, et un canal Telegram.',
  followWhy:
    'Inutile de revenir voir s’il y a du nouveau. Un <feed>flux</feed>, c’est ce journal à une adresse qu’un programme peut lire\u00a0: un lecteur de flux y passe de temps en temps et garde pour vous ce qui a paru. Vous le lisez quand vous voulez, en entier, dans l’ordre où il a été écrit. Il ne faut ni compte ni adresse e-mail. Quand vous en avez assez, retirez l’adresse de votre lecteur, et c’est tout.',
  followBegin: 'Pour commencer',
  followReader:
    'Trouvez un lecteur de flux qui vous plaît. Il y en a de bons pour tous les téléphones et ordinateurs, souvent gratuits\u202f; certains navigateurs et logiciels de courrier en sont aussi.',
  followCopy:
    'Copiez-y une des adresses ci-dessous. La plupart trouvent le flux avec {address} seulement.',
  followThen: 'C’est tout. La prochaine publication vient à vous.',
  followFeeds: 'Les flux',
  followFormats:
    'Chaque flux existe en trois formats qui disent la même chose. Si votre lecteur n’en demande aucun, prenez le premier.',
  followNewest: {
    one: 'Un flux contient la dernière publication sur son sujet, en entier. Les plus anciennes attendent dans les <archive>archives</archive>.',
    other:
      'Un flux contient les {count} dernières publications sur son sujet, chacune en entier. Les plus anciennes attendent dans les <archive>archives</archive>.',
  },
  followParts: 'Une partie seulement',
  followOther:
    'Ces adresses sont en RSS. Pour les autres formats, terminez l’adresse par {atom} ou {json} au lieu de {rss}.',
  followTelegram: 'Sur Telegram',
  followChannel:
    'Si vous y êtes déjà, le canal {channel} reprend ce qui paraît ici\u00a0: les notes en entier, les articles sous forme de lien.',
} satisfies SiteTranslation;
