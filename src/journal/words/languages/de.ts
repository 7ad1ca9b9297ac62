import type { SiteTranslation } from '../english.ts';

/** German. */
export const german = {
  skip: 'Zum Text springen',
  journal: 'Journal',
  archive: 'Archiv',
  tags: 'Schlagwörter',
  series: 'Serien',
  authors: 'Autoren',
  blogroll: 'Blogroll',
  search: 'Suche',
  follow: 'Abonnieren',
  channel: 'Kanal',

  everything: 'Alles',
  articles: 'Artikel',
  notes: 'Notizen',
  newestEntries: 'Neueste Einträge',
  olderEntries: 'Ältere Einträge',
  newerEntries: 'Neuere Einträge',
  page: 'Seite {page}',
  streamPage: 'Einträge, Seite {page}, von den ältesten an gezählt',
  pages: 'Seiten',
  neighbouringMonths: 'Benachbarte Monate',
  nothingPublished: 'Noch ist nichts veröffentlicht.',
  nothingHere: 'Hier ist noch nichts veröffentlicht.',
  nothingTagged: 'Noch ist nichts verschlagwortet.',

  note: 'Notiz',
  draft: 'Entwurf',
  scheduled: 'geplant für {moment}',
  tldr: 'tl;dr',
  by: 'Von {authors}',
  inReplyTo: 'Antwort auf {place}',
  changedOn: 'Geändert am {day}',
  alsoOn: 'Auch auf {places}',
  alsoIn: 'Auch auf {languages}',
  neighbouringEntries: 'Benachbarte Einträge',
  older: 'Älter',
  newer: 'Neuer',
  relatedEntries: 'Verwandte Einträge',
  referredToBy: 'Erwähnt in',
  similar: 'Ähnliches',
  moreInTag: 'Mehr zu {tag}',
  moreFromAuthor: 'Mehr von {author}',

  seriesPlace: 'Serie: {series}, Teil {part}',
  partOfSeries: 'Teil {part} von {total} in {series}',
  partBefore: 'Davor',
  partNext: 'Danach',
  partToCome: 'Folgt',
  toCome: 'folgt',
  seriesParts: {
    one: '{done} von {count} Teil, {months}',
    other: '{done} von {count} Teilen, {months}',
  },
  noSeries: 'Noch gibt es keine Serie.',

  noComments: 'Keine Kommentare',
  comments: { one: '{count} Kommentar', other: '{count} Kommentare' },
  commentChanged: 'geändert {moment}',
  commentReply: 'Antwort an {name}',
  discuss: 'Auf Telegram mitreden',
  morePictures: {
    one: 'und {count} weiteres Bild auf der Seite',
    other: 'und {count} weitere Bilder auf der Seite',
  },

  calloutNote: 'Hinweis',
  calloutTip: 'Tipp',
  calloutImportant: 'Wichtig',
  calloutWarning: 'Warnung',
  calloutCaution: 'Vorsicht',
  pullQuote: 'Hervorgehobenes Zitat',
  spoiler: 'Spoiler',
  taskToDo: 'zu erledigen',
  taskDone: 'erledigt',
  video: 'Video',
  audio: 'Audio',
  videoAt: 'Video bei {place}',
  notWritten: 'noch nicht geschrieben',
  footnotes: 'Fußnoten',
  backToReference: 'Zurück zu Verweis {reference}',

  blogrollFile: 'Feedreader können alle auf einmal aus <file>dieser OPML-Datei</file> übernehmen.',
  blogrollOf: '{journal}: Blogroll',
  feed: 'Feed',
  feedOf: 'Feed von {title}',
  noBlogs: 'Noch ist nichts empfohlen.',

  notFound: 'Nicht hier',
  notFoundText:
    'Unter dieser Adresse ist keine Seite. Vielleicht ist sie umgezogen, ohne Bescheid zu sagen. Das <archive>Archiv</archive> hat alles nach Jahren, und die <newest>neuesten Einträge</newest> stehen, wo sie immer stehen.',

  searchWords: 'Suchbegriffe',
  searchButton: 'Suchen',
  searchScript:
    'Die Suche braucht JavaScript. Das <archive>Archiv</archive> hat alles nach Jahren, die <tags>Schlagwörter</tags> haben es nach Themen.',
  searchFailed:
    'Die Suche konnte nicht geladen werden. Ein erneutes Laden der Seite hilft vielleicht.',
  searchResults: '{count} Treffer für „{query}“.',
  searchNothing: 'Nichts gefunden für „{query}“.',
  searchMore: 'Weitere Treffer',

  tagFeed: 'Einträge zum Schlagwort {tag}',
  authorFeed: 'Einträge von {author}',
  followAbout: 'Wie man erfährt, was es Neues gibt in {journal}: Feeds.',
  followAboutChannel:
    'Wie man erfährt, was es Neues gibt in {journal}: Feeds und ein Telegram-Kanal.',
  followWhy:
    'Niemand muss wiederkommen, um nachzusehen, ob es etwas Neues gibt. Ein <feed>Feed</feed> ist dieses Journal unter einer Adresse, die ein Programm lesen kann: Ein Feedreader sieht dort ab und zu nach und hebt auf, was erschienen ist. Gelesen wird es, wann man mag, ganz und in der Reihenfolge, in der es geschrieben wurde. Dazu braucht es kein Konto und keine E-Mail-Adresse. Wer genug hat, nimmt die Adresse aus dem Feedreader heraus, und das war es.',
  followBegin: 'So geht es los',
  followReader:
    'Einen Feedreader suchen, der gefällt. Gute gibt es für jedes Telefon und jeden Computer, viele davon kostenlos; auch manche Mailprogramme und Browser sind welche.',
  followCopy:
    'Eine der Adressen unten hineinkopieren. Die meisten finden den Feed schon mit {address} allein.',
  followThen: 'Das ist alles. Der nächste Eintrag kommt von selbst.',
  followFeeds: 'Die Feeds',
  followFormats:
    'Jeden Feed gibt es in drei Formaten, die dasselbe sagen. Wenn der Feedreader keines davon verlangt, ist das erste richtig.',
  followNewest: {
    one: 'Ein Feed enthält den neuesten Eintrag zu seinem Thema, und zwar ganz. Was älter ist, wartet im <archive>Archiv</archive>.',
    other:
      'Ein Feed enthält die {count} neuesten Einträge zu seinem Thema, jeden davon ganz. Was älter ist, wartet im <archive>Archiv</archive>.',
  },
  followParts: 'Nur ein Teil davon',
  followOther:
    'Dies sind RSS-Adressen. Für die anderen Formate endet die Adresse auf {atom} oder {json} statt auf {rss}.',
  followTelegram: 'Auf Telegram',
  followChannel:
    'Wer ohnehin dort ist: Der Kanal {channel} bringt, was hier erscheint, Notizen ganz, Artikel als Link.',
} satisfies SiteTranslation;
