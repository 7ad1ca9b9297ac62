import type { SiteTranslation } from '../english.ts';

/** Polish. */
export const polish = {
  skip: 'Przejdź do tekstu',
  journal: 'Dziennik',
  archive: 'Archiwum',
  tags: 'Tagi',
  series: 'Cykle',
  authors: 'Autorzy',
  blogroll: 'Polecane blogi',
  search: 'Szukaj',
  follow: 'Obserwuj',
  channel: 'Kanał',

  everything: 'Wszystko',
  articles: 'Artykuły',
  notes: 'Notatki',
  newestEntries: 'Najnowsze wpisy',
  olderEntries: 'Starsze wpisy',
  newerEntries: 'Nowsze wpisy',
  page: 'Strona {page}',
  streamPage: 'Wpisy, strona {page}, licząc od najstarszych',
  pages: 'Strony',
  neighbouringMonths: 'Sąsiednie miesiące',
  nothingPublished: 'Nic jeszcze nie opublikowano.',
  nothingHere: 'Nic tu jeszcze nie opublikowano.',
  nothingTagged: 'Nic jeszcze nie ma tagów.',

  note: 'Notatka',
  draft: 'szkic',
  scheduled: 'zaplanowano na {moment}',
  tldr: 'W skrócie',
  by: 'Autor: {authors}',
  inReplyTo: 'W odpowiedzi na {place}',
  changedOn: 'Zmieniono {day}',
  alsoOn: 'Także na {places}',
  alsoIn: 'W innych językach: {languages}',
  neighbouringEntries: 'Sąsiednie wpisy',
  older: 'Starszy',
  newer: 'Nowszy',
  relatedEntries: 'Powiązane wpisy',
  referredToBy: 'Wspomniane w',
  similar: 'Podobne',
  moreInTag: 'Więcej: {tag}',
  moreFromAuthor: 'Tego autora: {author}',

  seriesPlace: 'Cykl: {series}, część {part}',
  partOfSeries: 'Część {part} z {total} cyklu {series}',
  partBefore: 'Poprzednio',
  partNext: 'Dalej',
  partToCome: 'W planach',
  toCome: 'w planach',
  seriesParts: '{done} z {count} części, {months}',
  noSeries: 'Nie ma jeszcze żadnego cyklu.',

  noComments: 'Brak komentarzy',
  comments: { one: '{count} komentarz', many: '{count} komentarzy', other: '{count} komentarze' },
  commentChanged: 'zmieniono {moment}',
  commentReply: 'w odpowiedzi: {name}',
  discuss: 'Dyskusja na Telegramie',
  morePictures: {
    one: 'i jeszcze {count} obraz na stronie',
    many: 'i jeszcze {count} obrazów na stronie',
    other: 'i jeszcze {count} obrazy na stronie',
  },

  calloutNote: 'Uwaga',
  calloutTip: 'Wskazówka',
  calloutImportant: 'Ważne',
  calloutWarning: 'Ostrzeżenie',
  calloutCaution: 'Ostrożnie',
  pullQuote: 'Wyróżniony cytat',
  spoiler: 'Spojler',
  taskToDo: 'do zrobienia',
  taskDone: 'zrobione',
  video: 'Film',
  audio: 'Nagranie',
  videoAt: 'Film na {place}',
  notWritten: 'jeszcze nie napisano',
  footnotes: 'Przypisy',
  backToReference: 'Powrót do odsyłacza {reference}',

  blogrollFile: 'Czytnik kanałów może wczytać wszystkie naraz z <file>tego pliku OPML</file>.',
  blogrollOf: '{journal}: polecane blogi',
  feed: 'Kanał RSS',
  feedOf: 'Kanał RSS: {title}',
  noBlogs: 'Nic jeszcze nie polecono.',

  notFound: 'Nie tutaj',
  notFoundText:
    'Pod tym adresem nie ma strony. Może przeniosła się bez słowa. <archive>Archiwum</archive> ma wszystko według lat, a <newest>najnowsze wpisy</newest> są tam, gdzie zawsze.',

  searchWords: 'Szukane słowa',
  searchButton: 'Szukaj',
  searchScript:
    'Wyszukiwanie wymaga JavaScriptu. <archive>Archiwum</archive> ma wszystko według lat, a <tags>tagi</tags> – według tematów.',
  searchFailed: 'Nie udało się wczytać wyszukiwania. Odśwież stronę, aby spróbować ponownie.',
  searchResults: {
    one: '{count} wynik dla „{query}”.',
    many: '{count} wyników dla „{query}”.',
    other: '{count} wyniki dla „{query}”.',
  },
  searchNothing: 'Nic nie znaleziono dla „{query}”.',
  searchMore: 'Więcej wyników',

  tagFeed: 'Wpisy z tagiem {tag}',
  authorFeed: 'Wpisy, autor: {author}',
  followAbout: 'Jak dowiadywać się o nowościach w {journal}: kanały RSS.',
  followAboutChannel:
    'Jak dowiadywać się o nowościach w {journal}: kanały RSS i kanał na Telegramie.',
  followWhy:
    'Nie trzeba wracać, by sprawdzić, czy jest coś nowego. <feed>Kanał RSS</feed> to ten dziennik pod adresem, który umie czytać program: czytnik kanałów zagląda tam od czasu do czasu i przechowuje to, co się ukazało. Czyta się, kiedy się chce, w całości i w kolejności, w jakiej zostało napisane. Nie wymaga konta ani adresu e-mail. Kto ma dość, usuwa adres z czytnika, i tyle.',
  followBegin: 'Jak zacząć',
  followReader:
    'Znajdź czytnik kanałów, który ci odpowiada. Są dobre na każdy telefon i komputer, wiele z nich za darmo; bywają nimi też programy pocztowe i przeglądarki.',
  followCopy:
    'Skopiuj do niego jeden z adresów poniżej. Większość znajdzie kanał po samym {address}.',
  followThen: 'To wszystko. Następny wpis przyjdzie sam.',
  followFeeds: 'Kanały',
  followFormats:
    'Każdy kanał jest w trzech formatach, które mówią to samo. Jeśli czytnik o żaden nie prosi, weź pierwszy.',
  followNewest: {
    one: 'Kanał zawiera {count} najnowszy wpis na swój temat, w całości. Starsze czekają w <archive>archiwum</archive>.',
    many: 'Kanał zawiera {count} najnowszych wpisów na swój temat, każdy w całości. Starsze czekają w <archive>archiwum</archive>.',
    other:
      'Kanał zawiera {count} najnowsze wpisy na swój temat, każdy w całości. Starsze czekają w <archive>archiwum</archive>.',
  },
  followParts: 'Tylko część',
  followOther:
    'To są adresy RSS. Dla innych formatów adres kończy się na {atom} lub {json} zamiast {rss}.',
  followTelegram: 'Na Telegramie',
  followChannel:
    'Dla tych, którzy już tam są: kanał {channel} podaje to, co się tu ukazuje, notatki w całości, artykuły jako odnośnik.',
} satisfies SiteTranslation;
