import type { EntriesTranslation } from './english.ts';

/** Dutch. */
export const dutch = {
  unknownCommand: '{command} ken ik niet. /help vertelt wat ik doe.',
  groupCommand:
    '{command} is voor groepen: daar bewaart het, als antwoord op een bericht, dat bericht als concept. Hier wordt alles wat je stuurt zonder bewaard.',
  commandWithFile:
    'Het bestand wordt niet bewaard en {command} niet gedaan: een opdracht staat alleen. Stuur het bestand en antwoord er dan op met {command}.',
  editedCommand: 'Een bewerkte opdracht wordt niet opnieuw gedaan. Stuur {command} nog eens.',
  answerNext: 'Je volgende bericht is het antwoord. /cancel laat het zitten.',
  questionLeft: 'Dat laten we. Wat je nu stuurt wordt gewoon bewaard.',
  noQuestionInArticle: 'Ik wacht op geen antwoord. /done sluit het artikel af.',
  noQuestion: 'Ik wacht op geen antwoord.',
  noDraftOfMessage: 'Dat bericht hoort bij geen concept. /find en /drafts tonen ze allemaal.',
  noDraftYet: 'Er is nog geen concept. Schrijf eerst iets.',
  takesAway: '- haalt het weg.',
  askArticleTitle: 'Wat is de titel?',
  titleChangedSince:
    'De titel is inmiddels “{title}”, dus je bewerking laat die staan. /title stelt een andere in.',
  noArticle: 'Er is geen artikel bezig. /article Titel begint er een.',
  nextIsNote: 'Je volgende bericht is de notitie.',
  articleEndedAlready: 'Dat artikel is al afgesloten.',
  askTitle: 'Wat is de titel?',
  askTldr: 'Wat is de samenvatting, in een of twee zinnen?',
  askLanguage: 'Welke taal? Een code zoals en, de of pt-BR.',
  articleHasTitle:
    'Er is niets veranderd: een artikel heeft een titel. /title met woorden stelt een andere in.',
  askSlug: 'Wat is het laatste deel van het adres?',
  formerAddresses: 'Oude adressen die hierheen leiden: {addresses}',
  slugSpoiler:
    'Er is niets veranderd: een spoiler zou een deel verbergen. Een adres ziet iedereen; stuur het zonder.',
  tagSpoiler:
    'Er is niets veranderd: een spoiler zou een deel verbergen. Een trefwoord ziet iedereen; stuur het zonder.',
  tagHint: '/tag a, b voegt toe; /tag -a haalt a weg; /tag - haalt alles weg.',
  askSeries: 'Welke reeks?',
  unknownSeries: 'Er is geen reeks “{series}”. Welke bedoel je?',
  newSeriesButton: 'Nieuwe reeks',
  newSeriesNamed: 'Nieuwe reeks: {series}',
  askSeriesTitle: 'Wat is de titel van de nieuwe reeks?',
  seriesTitleIsText: 'De titel van een reeks is tekst; /series begint opnieuw.',
  seriesUnread:
    '{file} is er en is niet te lezen, dus ik laat het zoals het is. Herstel het, dan {command}.',
  onlyCover:
    '{file} heeft geen andere afbeelding dan de omslag, {picture}. /cover - zet die terug in de tekst.',
  noPictureForCover: '{file} heeft geen afbeelding. Stuur er een, dan /cover.',
  askCoverAlt:
    'Wat laat hij zien, voor wie hem niet kan zien? Zonder antwoord is hij alleen versiering.',
  noCover: 'Er is geen omslag om te beschrijven.',
  coverByHand:
    '{file} is MDX, waarvan alleen jij de tekst met de hand bewerkt: haal de afbeelding daar weg.',
  allDescribedReply:
    'Alle afbeeldingen van {file} hebben woorden. Antwoord op een ervan met /alt om ze te wijzigen.',
  hasNoPicture: '{file} heeft geen afbeelding.',
  askAlt: 'Wat laat {picture} zien, voor wie hem niet kan zien?',
  altPlaceholder: 'Wat de afbeelding laat zien',
  allDescribed: 'Elke afbeelding van {file} is beschreven.',
  askedAlready: 'Dat heb ik al gevraagd: je antwoord daarop is de alternatieve tekst.',
  writeAlt: 'Schrijf wat hij laat zien.',
  hasAlt: '{picture} heeft zijn alternatieve tekst.',
  altTakenAway: '{picture} heeft geen woorden',
  altSet: '{picture} laat zien: {words}',
  pictureGone: '{file} toont {picture} niet meer.',
  altByHand:
    '{file} is MDX, waarvan alleen jij de tekst met de hand bewerkt. Zeg daar wat {name} laat zien: ![wat hij laat zien]({picture}).',
  askWhen: 'Wanneer? {examples}',
  unknownTime: 'Ik weet niet wanneer “{words}” is. Verwacht: {examples}',
  timeIsOver:
    '{moment} is voorbij. Er is niets veranderd. Noem een later moment, of nu meteen met /publish.',
  publishedAlready: '{file} is gepubliceerd. Eerst /unpublish, of laat het zo.',
  scheduledIn: 'Gepland voor {moment}, {zone}.',
  clockSkipped:
    'Die nacht gaat de klok vooruit en slaat de genoemde tijd over: het wordt een uur later.',
  clockRepeated:
    'Die nacht gaat de klok terug en toont deze tijd twee keer: het is de eerste van de twee.',
  scheduledHint: '{file}; /unschedule maakt er weer een concept van, /undo draait dit terug.',
  publishTakesNoWords:
    'Er is niets gepubliceerd: /publish staat zonder woorden. {command} stelt een tijd in.',
  brokenPictures:
    '{file} is niet gepubliceerd: met een kapotte afbeelding is geen site te bouwen. Stuur hem opnieuw of haal hem uit de tekst, dan /publish:',
  notPublished: '{file} is niet gepubliceerd: {fault}',
  wasPublished: '{file} was gepubliceerd, en is sindsdien weer een concept.',
  wasDiscarded: '{file} was weggegooid, en is sindsdien terug.',
  publishedNotDiscarded:
    '{file} is gepubliceerd en wordt dus niet weggegooid. /unpublish maakt er eerst een concept van.',
  scheduledNotDiscarded:
    '{file} is gepland en wordt dus niet weggegooid. /unpublish maakt er eerst een concept van.',
  noDraftNotDiscarded: '{file} zegt niet dat het een concept is en wordt dus niet weggegooid.',
  draftAlready: '{file} is al een concept.',
  publishedSince: '{file} werd weer een concept, en is sindsdien gepubliceerd.',
  scheduledSince: '{file} werd weer een concept, en is sindsdien gepland.',
  postTooOld:
    'Het bericht in het kanaal is ouder dan 48 uur, en dat laat Telegram geen bot verwijderen: als het weigert, zeg ik het, en haal jij het met de hand weg.',
  postTakenDown:
    'Het bericht gaat uit het kanaal; Telegram laat me dat doen binnen 48 uur na het plaatsen.',
  untilMended: 'Zolang dit niet hersteld is, wordt er geen site gebouwd:',
  writtenBut: 'Het bestand is geschreven, maar: {reason}',
  notCommitted: 'Er is nog niets gecommit; het wordt af en toe opnieuw geprobeerd.',
  commitKept: 'De commit ligt in deze map en gaat bij de volgende poging mee.',
  changePublish: 'het publiceren van {file}',
  changeTitle: 'de titel van {file}',
  changeTldr: 'de samenvatting van {file}',
  changeLang: 'de taal van {file}',
  changeSlug: 'het adres van {file}',
  changeTags: 'de trefwoorden van {file}',
  changeCover: 'de omslag van {file}',
  changeSeries: 'de reeks van {file}',
  changeSchedule: 'het plannen van {file}',
  changeUnpublish: 'het terugtrekken van {file}',
  changeDiscard: 'het weggooien van {file}',
  changeSent: 'wat je naar {file} stuurde',
  changeEdit: 'je bewerking in {file}',
  changeAlt: 'een beschreven afbeelding van {file}',
  changePost: 'het bericht van {file}',
  changeBegin: 'het begin van {file}',
  nothingToUndo: 'Er is niets meer om terug te draaien.',
  changedSince:
    '{file} is sindsdien gewijzigd, met de hand of elders, dus ik laat het zoals het is. De laatste wijziging van hier was: {change}.',
  undoByHand:
    '{file} is MDX, waarvan alleen jij de tekst met de hand bewerkt, dus ik laat het zoals het is. De laatste wijziging van hier was: {change}.',
  inTheWay:
    '{file} is er weer, dus ik laat beide zoals ze zijn; het andere werd weggelegd ({change}). Verplaats eerst een van de twee.',
  gone: '{file} is er niet meer. Is het weggegooid, dan haalt /undo het misschien terug; heeft het een andere naam, dan vindt /find het.',
  goneFromJournal: '{file} staat niet meer in het dagboek.',
  unread: '{file} is niet als stuk te lezen. Herstel het eerst:',
  wrong: '{what}; verwacht: {expected}; {cure}.',
  wouldHave: 'Dan zou in {file} staan: {what}; verwacht: {expected}; {cure}.',
  nothingChanged: 'Er is niets veranderd in {file}: {fault}',
  nothingByHand:
    '{file} is MDX, waarvan alleen jij de tekst met de hand bewerkt. Er is niets veranderd.',
  changedAgain: 'Het is sindsdien weer gewijzigd en blijft zoals het is: /show toont het.',
  editIn: 'Je bewerking staat in {file}.',
  editGone: '{file} staat niet meer in het dagboek, dus deze bewerking verandert daar niets.',
  editByHand:
    '{file} is MDX, waarvan alleen jij de tekst met de hand bewerkt, dus je bewerking staat er niet in. De bewerkte woorden staan hierboven: zet ze er met de hand in.',
  editConflict:
    '{file} is sindsdien met de hand gewijzigd, dus je bewerking staat er niet in. Het bestand is zoals je het liet; de bewerkte woorden staan hierboven. Zet ze er met de hand in, of stuur ze als antwoord om ze toe te voegen.',
  editForgotten:
    'Ik weet niet meer wat er van dit bericht werd: mijn geheugen is van een oudere dag. {files} ontstond in dezelfde seconde, en je bewerking staat er niet in. De bewerkte woorden staan hierboven: zet ze er met de hand in, of stuur ze opnieuw.',
  twins:
    'Mijn geheugen is van een oudere dag en weet niet waarvan {files} in dezelfde seconde werd gemaakt. Is het dit bericht na een bewerking, gooi er dan een weg.',
  askContact:
    'Een contact. Niets ervan staat in het dagboek. Zeg je niets, dan vergeet ik het over 48 uur.',
  keepNameButton: 'Naam bewaren',
  keepNumberButton: 'Naam en nummer bewaren',
  forgetButton: 'Vergeten',
  contactForgotten: 'Dat contact is vergeten. Stuur het nog eens als je het wilt bewaren.',
  contactIn: 'Het staat in {file}.',
  forgotten: 'Vergeten.',
  forgottenWhole: 'Vergeten. Niets ervan staat in het dagboek.',
  notKept:
    'Dit kan ik niet bewaren: {kind}. Bewaard worden tekst, afbeeldingen, bestanden, plaatsen en peilingen.',
  aStory: 'een story',
  aGiveaway: 'een winactie',
  giveawayNews: 'het bericht van een winactie',
  aGame: 'een spel',
  anInvoice: 'een factuur',
  paidMedia: 'betaalde media',
  aRichMessage: 'een opgemaakt bericht',
  movingSticker: 'een bewegende sticker zonder emoji',
  aGift: 'een cadeau',
  pinNews: 'het bericht dat iets is vastgezet',
  thisKind: 'dit soort bericht',
  voiceNote: 'Spraakbericht',
  video: 'Video',
  file: 'Bestand',
  sticker: 'Sticker',
  picture: 'Een afbeelding',
  notFetched: '{file} (te groot om van Telegram te halen)',
  notKeptFile: '{file} (niet bewaard)',
  somebody: 'iemand',
  aChat: 'een chat',
} satisfies EntriesTranslation;
