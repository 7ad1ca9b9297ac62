import type { SiteTranslation } from '../english.ts';

/** Italian. */
export const italian = {
  skip: 'Vai al testo',
  journal: 'Diario',
  archive: 'Archivio',
  tags: 'Etichette',
  series: 'Serie',
  authors: 'Autori',
  blogroll: 'Blog consigliati',
  search: 'Ricerca',
  follow: 'Seguire',
  channel: 'Canale',

  everything: 'Tutto',
  articles: 'Articoli',
  notes: 'Note',
  newestEntries: 'Le novità',
  olderEntries: 'Precedenti',
  newerEntries: 'Più recenti',
  page: 'Pagina {page}',
  streamPage: 'Pubblicazioni, pagina {page} a partire dalla più vecchia',
  pages: 'Pagine',
  neighbouringMonths: 'Mesi vicini',
  nothingPublished: 'Non c’è ancora niente di pubblicato.',
  nothingHere: 'Qui non c’è ancora niente di pubblicato.',
  nothingTagged: 'Non c’è ancora niente con un’etichetta.',

  note: 'Nota',
  draft: 'bozza',
  scheduled: 'previsto per {moment}',
  tldr: 'In breve',
  by: 'Di {authors}',
  inReplyTo: 'In risposta a {place}',
  changedOn: 'Modificato: {day}',
  alsoOn: 'Anche su {places}',
  alsoIn: 'Anche in {languages}',
  neighbouringEntries: 'Pubblicazioni vicine',
  older: 'Precedente',
  newer: 'Successivo',
  relatedEntries: 'Pubblicazioni collegate',
  referredToBy: 'Citato in',
  similar: 'Simili',
  moreInTag: 'Altro su {tag}',
  moreFromAuthor: 'Altro di {author}',

  seriesPlace: 'Serie: {series}, parte {part}',
  partOfSeries: 'Parte {part} di {total} di {series}',
  partBefore: 'Prima',
  partNext: 'Dopo',
  partToCome: 'In arrivo',
  toCome: 'in arrivo',
  seriesParts: {
    one: '{done} di {count} parte, {months}',
    other: '{done} di {count} parti, {months}',
  },
  noSeries: 'Non c’è ancora nessuna serie.',

  noComments: 'Nessun commento',
  comments: { one: '{count} commento', other: '{count} commenti' },
  commentChanged: 'modificato: {moment}',
  commentReply: 'in risposta a {name}',
  discuss: 'Parlane su Telegram',
  morePictures: {
    one: 'e un’altra immagine sulla pagina',
    other: 'e altre {count} immagini sulla pagina',
  },

  calloutNote: 'Nota',
  calloutTip: 'Suggerimento',
  calloutImportant: 'Importante',
  calloutWarning: 'Avvertenza',
  calloutCaution: 'Attenzione',
  pullQuote: 'Citazione in evidenza',
  spoiler: 'Spoiler',
  taskToDo: 'da fare',
  taskDone: 'fatto',
  video: 'Video',
  audio: 'Audio',
  videoAt: 'Video su {place}',
  notWritten: 'non ancora scritto',
  footnotes: 'Note a piè di pagina',
  backToReference: 'Torna al richiamo {reference}',

  blogrollFile: 'Un lettore di feed può importarli tutti insieme da <file>questo file OPML</file>.',
  blogrollOf: '{journal}: blog consigliati',
  feed: 'Feed',
  feedOf: 'Feed di {title}',
  noBlogs: 'Non c’è ancora niente di consigliato.',

  notFound: 'Non è qui',
  notFoundText:
    'A questo indirizzo non c’è nessuna pagina. Forse si è spostata senza avvisare. L’<archive>archivio</archive> ha tutto per anno, e <newest>le novità</newest> sono dove stanno sempre.',

  searchWords: 'Parole da cercare',
  searchButton: 'Cerca',
  searchScript:
    'La ricerca ha bisogno di JavaScript. L’<archive>archivio</archive> ha tutto per anno, e le <tags>etichette</tags> per argomento.',
  searchFailed: 'Non è stato possibile caricare la ricerca. Ricarica la pagina per riprovare.',
  searchResults: {
    one: '{count} risultato per «{query}».',
    other: '{count} risultati per «{query}».',
  },
  searchNothing: 'Nessun risultato per «{query}».',
  searchMore: 'Altri risultati',

  tagFeed: 'Pubblicazioni con l’etichetta {tag}',
  authorFeed: 'Pubblicazioni di {author}',
  followAbout: 'Come sapere che cosa c’è di nuovo in {journal}: i feed.',
  followAboutChannel:
    'Come sapere che cosa c’è di nuovo in {journal}: i feed e un canale Telegram.',
  followWhy:
    'Non occorre tornare a vedere se c’è qualcosa di nuovo. Un <feed>feed</feed> è questo diario a un indirizzo che un programma sa leggere: un lettore di feed ci passa di tanto in tanto e tiene da parte quello che è uscito. Lo leggi quando vuoi, per intero, nell’ordine in cui è stato scritto. Non chiede né un account né un indirizzo e-mail. Quando ne hai abbastanza, togli l’indirizzo dal lettore, ed è tutto.',
  followBegin: 'Come cominciare',
  followReader:
    'Trova un lettore di feed che ti piace. Ce ne sono di buoni per ogni telefono e computer, molti gratuiti, e lo sono anche alcuni browser e programmi di posta.',
  followCopy:
    'Copiaci uno degli indirizzi qui sotto. La maggior parte trova il feed anche solo con {address}.',
  followThen: 'È tutto. La prossima pubblicazione arriva da sé.',
  followFeeds: 'I feed',
  followFormats:
    'Ogni feed esiste in tre formati che dicono la stessa cosa. Se il tuo lettore non ne chiede uno, prendi il primo.',
  followNewest: {
    one: 'Un feed contiene la pubblicazione più recente sul suo argomento, per intero. Quelle più vecchie aspettano nell’<archive>archivio</archive>.',
    other:
      'Un feed contiene le {count} pubblicazioni più recenti sul suo argomento, ognuna per intero. Quelle più vecchie aspettano nell’<archive>archivio</archive>.',
  },
  followParts: 'Solo una parte',
  followOther:
    'Questi sono RSS. Per gli altri formati l’indirizzo finisce con {atom} o {json} invece che con {rss}.',
  followTelegram: 'Su Telegram',
  followChannel:
    'Se ci sei già, il canale {channel} riporta quello che esce qui: le note per intero, gli articoli come link.',
} satisfies SiteTranslation;
