import type { SiteTranslation } from '../english.ts';

/** Dutch. */
export const dutch = {
  skip: 'Naar de tekst',
  journal: 'Dagboek',
  archive: 'Archief',
  tags: 'Trefwoorden',
  series: 'Reeksen',
  authors: 'Auteurs',
  blogroll: 'Aanbevolen blogs',
  search: 'Zoeken',
  follow: 'Volgen',
  channel: 'Kanaal',

  everything: 'Alles',
  articles: 'Artikelen',
  notes: 'Notities',
  newestEntries: 'Nieuwste stukken',
  olderEntries: 'Oudere stukken',
  newerEntries: 'Nieuwere stukken',
  page: 'Pagina {page}',
  streamPage: 'Stukken, pagina {page} vanaf de oudste',
  pages: 'Pagina’s',
  neighbouringMonths: 'Aangrenzende maanden',
  nothingPublished: 'Er is nog niets gepubliceerd.',
  nothingHere: 'Hier is nog niets gepubliceerd.',
  nothingTagged: 'Er heeft nog niets een trefwoord.',

  note: 'Notitie',
  draft: 'concept',
  scheduled: 'gepland voor {moment}',
  tldr: 'In het kort',
  by: 'Door {authors}',
  inReplyTo: 'Antwoord op {place}',
  changedOn: 'Gewijzigd op {day}',
  alsoOn: 'Ook op {places}',
  alsoIn: 'Ook in het {languages}',
  neighbouringEntries: 'Aangrenzende stukken',
  older: 'Ouder',
  newer: 'Nieuwer',
  relatedEntries: 'Verwante stukken',
  referredToBy: 'Genoemd in',
  similar: 'Vergelijkbaar',
  moreInTag: 'Meer over {tag}',
  moreFromAuthor: 'Meer van {author}',

  seriesPlace: 'Reeks: {series}, deel {part}',
  partOfSeries: 'Deel {part} van {total} in {series}',
  partBefore: 'Hiervoor',
  partNext: 'Hierna',
  partToCome: 'Volgt',
  toCome: 'volgt nog',
  seriesParts: {
    one: '{done} van {count} deel, {months}',
    other: '{done} van {count} delen, {months}',
  },
  noSeries: 'Er is nog geen reeks.',

  noComments: 'Geen reacties',
  comments: { one: '{count} reactie', other: '{count} reacties' },
  commentChanged: 'gewijzigd op {moment}',
  commentReply: 'antwoord aan {name}',
  discuss: 'Praat mee op Telegram',
  morePictures: {
    one: 'en nog {count} afbeelding op de pagina',
    other: 'en nog {count} afbeeldingen op de pagina',
  },

  calloutNote: 'Opmerking',
  calloutTip: 'Tip',
  calloutImportant: 'Belangrijk',
  calloutWarning: 'Waarschuwing',
  calloutCaution: 'Voorzichtig',
  pullQuote: 'Uitgelicht citaat',
  spoiler: 'Spoiler',
  taskToDo: 'te doen',
  taskDone: 'gedaan',
  video: 'Video',
  audio: 'Audio',
  videoAt: 'Video op {place}',
  notWritten: 'nog niet geschreven',
  footnotes: 'Voetnoten',
  backToReference: 'Terug naar verwijzing {reference}',

  blogrollFile: 'Een feedlezer kan ze allemaal tegelijk halen uit <file>dit OPML-bestand</file>.',
  blogrollOf: '{journal}: aanbevolen blogs',
  feed: 'Feed',
  feedOf: 'Feed van {title}',
  noBlogs: 'Er wordt nog niets aanbevolen.',

  notFound: 'Niet hier',
  notFoundText:
    'Op dit adres is geen pagina. Misschien is ze verhuisd zonder iets te zeggen. Het <archive>archief</archive> heeft alles per jaar, en de <newest>nieuwste stukken</newest> staan waar ze altijd staan.',

  searchWords: 'Woorden om te zoeken',
  searchButton: 'Zoek',
  searchScript:
    'Het zoeken heeft JavaScript nodig. Het <archive>archief</archive> heeft alles per jaar, en de <tags>trefwoorden</tags> hebben het per onderwerp.',
  searchFailed:
    'Het zoeken kon niet worden geladen. Laad de pagina opnieuw om het nog eens te proberen.',
  searchResults: {
    one: '{count} resultaat voor ‘{query}’.',
    other: '{count} resultaten voor ‘{query}’.',
  },
  searchNothing: 'Niets gevonden voor ‘{query}’.',
  searchMore: 'Meer resultaten',

  tagFeed: 'Stukken met het trefwoord {tag}',
  authorFeed: 'Stukken van {author}',
  followAbout: 'Hoe u hoort wat er nieuw is in {journal}: feeds.',
  followAboutChannel: 'Hoe u hoort wat er nieuw is in {journal}: feeds en een Telegram-kanaal.',
  followWhy:
    'U hoeft niet terug te komen om te zien of er iets nieuws is. Een <feed>feed</feed> is dit dagboek op een adres dat een programma kan lezen: een feedlezer kijkt daar af en toe en bewaart voor u wat er is verschenen. U leest het wanneer u wilt, in zijn geheel, in de volgorde waarin het is geschreven. Het vraagt geen account en geen e-mailadres. Hebt u er genoeg van, dan haalt u het adres uit uw lezer, en dat is alles.',
  followBegin: 'Zo begint u',
  followReader:
    'Zoek een feedlezer die u bevalt. Er zijn goede voor elke telefoon en computer, vaak gratis, en sommige mailprogramma’s en browsers zijn er ook een.',
  followCopy:
    'Zet er een van de adressen hieronder in. De meeste vinden de feed al met alleen {address}.',
  followThen: 'Dat is alles. Het volgende stuk komt naar u toe.',
  followFeeds: 'De feeds',
  followFormats:
    'Elke feed is er in drie formaten die hetzelfde zeggen. Vraagt uw lezer niet om een ervan, neem dan het eerste.',
  followNewest: {
    one: 'Een feed bevat het nieuwste stuk over zijn onderwerp, in zijn geheel. Wat ouder is, wacht in het <archive>archief</archive>.',
    other:
      'Een feed bevat de {count} nieuwste stukken over zijn onderwerp, elk in zijn geheel. Wat ouder is, wacht in het <archive>archief</archive>.',
  },
  followParts: 'Alleen een deel',
  followOther:
    'Dit zijn RSS-adressen. Voor de andere formaten eindigt het adres op {atom} of {json} in plaats van {rss}.',
  followTelegram: 'Op Telegram',
  followChannel:
    'Als u daar toch al bent: het kanaal {channel} brengt wat hier verschijnt, notities in hun geheel, artikelen als link.',
} satisfies SiteTranslation;
