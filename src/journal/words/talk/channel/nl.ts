import type { ChannelTranslation } from './english.ts';

/** Dutch. */
export const dutch = {
  stubText: '(verwijderd)',
  resendButton: 'Opnieuw sturen',
  repostButton: 'Opnieuw plaatsen',
  sentAgain: 'Het wordt opnieuw gestuurd.',
  postedAgain: 'Het wordt opnieuw geplaatst.',
  settledAlready: 'Dat is al geregeld.',
  thankYou: 'Dank je: het bericht van {file} staat er.',
  thereAfterAll:
    'Het bericht van {file} staat er toch: het is in de groep van het kanaal aangekomen. Er is niets meer te doen.',
  mayBeThere:
    'Maar misschien staat er een bericht van in het kanaal: niemand weet of het aankwam. Kijk daar. Staat het er, stuur het dan naar mij door, en ik haal het weg. Zo niet, dan is er niets meer te doen.',
  uncertain: 'Niemand weet of het bericht van {file} in het kanaal aankwam: {reason}',
  uncertainHint: 'Kijk daar. Staat het er, stuur het dan naar mij door. Zo niet:',
  linkWaits: 'De link naar {file} staat nog niet in het kanaal: {reason}.',
  linkWaitsHint:
    'Ik blijf kijken, en hij gaat eruit zodra de pagina antwoordt. Is de site gebouwd en online?',
  pictureWaits: 'Wat het kanaal van {file} moet tonen wacht: {reason}.',
  pictureWaitsHint:
    'Geef me het recht om dat bestand te lezen; ik blijf het proberen, meer is er niet te doen.',
  deletedByHand:
    '{file} is gewijzigd, maar het bericht is in het kanaal verwijderd. Ik plaats het niet opnieuw tenzij je het zegt; "mirror: false" in de kop houdt het voorgoed uit het kanaal.',
  refused: 'Het kanaal weigerde wat voor {file} te doen was: {reason}',
  takeDownByHand: 'Haal het met de hand weg.',
  triedWhenChanged: 'Het wordt opnieuw geprobeerd als het stuk wijzigt.',
  pageSilent: '{page} antwoordt nog niet',
  pageSilentLong: '{page} antwoordt al {count} dagen niet',
  stub: '{address} is ouder dan 48 uur, en dat laat Telegram geen bot verwijderen. Er staat nu “{removed}”; je kunt het in het kanaal verwijderen.',
  stubs:
    'Deze berichten zijn ouder dan 48 uur, en dat laat Telegram geen bot verwijderen. Er staat nu “{removed}”; je kunt ze in het kanaal verwijderen:\n{addresses}',
  unreadablePicture:
    '{file} is niet als afbeelding te lezen, dus het stuk gaat zonder naar het kanaal, met de link naar zijn pagina. Sla het opnieuw op als JPEG of PNG.',
  waitsForAnswer: 'het kanaal wacht op je antwoord op mijn vraag.',
  postIsNote: 'Een bericht in het kanaal is een notitie. {published}',
  postByIsNote: 'Een bericht van {name} in het kanaal is een notitie. {published}',
  postSaved: 'Een bericht in het kanaal is bewaard als {file}',
  postBySaved: 'Een bericht van {name} in het kanaal is bewaard als {file}',
  postEditGone: 'Een bericht is in het kanaal bewerkt, en de notitie {file} is er niet meer.',
  postEditByHand:
    'Een bericht is in het kanaal bewerkt, maar {file} is MDX, waarvan alleen jij de tekst met de hand bewerkt, dus de bewerking staat er niet in. In het bericht staat nu:',
  postEditConflict:
    'Een bericht is in het kanaal bewerkt, maar {file} is sindsdien met de hand gewijzigd, dus de bewerking staat er niet in. Beide blijven zoals ze zijn. In het bericht staat nu:',
  askPosts: {
    one: '{count} stuk zou ineens naar {channel} gaan. Alles, het oudste eerst, duurt {time}. Er wordt niets van geplaatst voor je kiest.',
    other:
      '{count} stukken zouden ineens naar {channel} gaan. Alles, de oudste eerst, duurt {time}. Er wordt niets van geplaatst voor je kiest.',
  },
  askFirstPosts: {
    one: '{count} stuk zou ineens naar {channel} gaan, dat nog niets van dit dagboek toont. Alles, het oudste eerst, duurt {time}. Er wordt niets van geplaatst voor je kiest.',
    other:
      '{count} stukken zouden ineens naar {channel} gaan, dat nog niets van dit dagboek toont. Alles, de oudste eerst, duurt {time}. Er wordt niets van geplaatst voor je kiest.',
  },
  foreignFolder:
    'Geen van de stukken die {channel} toont staat in {folder}, dus er wordt niets geplaatst, bewerkt of weggehaald.',
  askRemovals:
    '{removals} van {posts} berichten zouden worden weggehaald, omdat hun stukken niet in {folder} staan, of niet voor lezers zijn. Dat is vaker een verkeerde map (JOURNAL_CONTENT) of een andere branch dan een wens. Er wordt niets weggehaald voor je kiest.',
  askMoreRemovals:
    '{removals} van {posts} berichten zouden worden weggehaald, na {gone} in een dag, omdat hun stukken niet in {folder} staan, of niet voor lezers zijn. Dat is vaker een verkeerde map (JOURNAL_CONTENT) of een andere branch dan een wens. Er wordt niets weggehaald voor je kiest.',
  askJournal:
    '{channel} toont het dagboek {known}, en site.yaml zegt dat dit {found} is. Er wordt dus niets geplaatst, bewerkt of weggehaald voor je kiest.',
  journalChanges:
    '{removals} van {posts} berichten zouden worden weggehaald, en {others} geplaatst of bewerkt.',
  journalMoved:
    'Is het hetzelfde dagboek en is het verhuisd, schrijf dan {setting} in site.yaml: dan leiden de berichten daarheen, en voor feedlezers blijven de stukken wat ze zijn.',
  allButton: 'Alles, de oudste eerst',
  fromNowButton: 'Alleen vanaf nu',
  laterButton: 'Niet nu',
  takeDownButton: 'Weghalen',
  keepButton: 'Houden',
  sameJournalButton: 'Het is hetzelfde dagboek',
  nothingToChoose: 'Dat is geregeld: er valt niets meer te kiezen.',
  settledOrChanged: 'Dat is geregeld, of sindsdien gewijzigd.',
  unknownAnswer: 'Deze knop ken ik niet.',
  postsLater:
    'Niet nu: niets hiervan wordt geplaatst. Wat je hier publiceert gaat eruit. De knoppen blijven.',
  journalLater: 'Niet nu: het kanaal blijft zoals het is. De knoppen blijven.',
  journalShown: 'Het kanaal toont vanaf nu {journal}.',
  goesOut: { one: 'Het gaat eruit.', other: 'Deze {count} gaan eruit, de oudste eerst.' },
  passedOver: {
    one: 'Alleen vanaf nu: het blijft uit het kanaal. {setting} in site.yaml zegt hetzelfde voorgoed; {command} plaatst ze toch.',
    other:
      'Alleen vanaf nu: deze {count} blijven uit het kanaal. {setting} in site.yaml zegt hetzelfde voorgoed; {command} plaatst ze toch.',
  },
  takenDown: { one: 'Het wordt weggehaald.', other: 'Deze {count} worden weggehaald.' },
  keptThere: {
    one: 'Het blijft in het kanaal, en er gebeurt niets mee tot het stuk terug is.',
    other: 'Deze {count} blijven in het kanaal, en er gebeurt niets mee tot het stuk terug is.',
  },
  aMoment: 'een ogenblik',
  seconds: { one: 'ongeveer {count} seconde', other: 'ongeveer {count} seconden' },
  minutes: { one: 'ongeveer {count} minuut', other: 'ongeveer {count} minuten' },
  hours: 'ongeveer {count} uur',
  passedOverFaults:
    'Het kanaal hoort hier niets van tot het hersteld is; een bericht dat er staat blijft zoals het is:',
  allReadAgain: 'Alle stukken zijn weer te lezen.',
  gitUnfinished:
    'In {folder} is iets niet af ({work}). Tot dan gaat er niets naar het kanaal of de site.',
  gitFinished: 'In git is niets meer onaf: kanaal en site worden weer bijgehouden.',
  notUpToDate: 'Het kanaal wordt niet bijgehouden: {reason}',
  upToDateAgain: 'Het kanaal wordt weer bijgehouden.',
  dateHasCome: 'De datum van {file} is er, maar: {reason}',
  carriedOn: 'Wat eerder niet verder kwam dan het bestand gaat nu verder.',
  botEnds: 'De bot stopt: {reason}',
  diskTrouble: 'Ik kan niet naar de schijf schrijven: {reason}',
  diskTroubleHint:
    'Wat je stuurt wacht, op volgorde, en er gaat niets verloren. Maak ruimte, of laat me daar weer schrijven; je hoeft niets twee keer te sturen. Ik zeg wanneer het voorbij is.',
  diskAgain: 'Ik kan weer naar de schijf schrijven. Wat je intussen stuurde is binnen.',
  setAside: 'Dit lukte me niet, en na een paar pogingen heb ik het opzij gelegd: {what}. {reason}',
  setAsideOwn:
    'Kijk met /drafts of de woorden er zijn; zo niet, herstel de oorzaak. Het blijft bewaard: /retry probeert het opnieuw.',
  setAsideOther: 'Herstel de oorzaak. Het blijft bewaard: /retry probeert het opnieuw.',
  ownMessage: 'een bericht van jou (“{words}”), bericht {message} van chat {chat}',
  ownMessageWordless: 'een bericht van jou, bericht {message} van chat {chat}',
  otherMessage: 'een bericht (“{words}”), bericht {message} van chat {chat}',
  otherMessageWordless: 'een bericht, bericht {message} van chat {chat}',
  pressedButton: 'een knop die je indrukte',
  groupReaction: 'een reactie-emoji in een groep',
  draftsCount: 'Concepten: {number}',
  nextScheduled: 'Volgende gepland: {name}, {moment}',
  scheduledNothing: 'Gepland: niets',
  afterThat: '  en {number} daarna',
  inboxWaits: 'Postvak in: {number} wachtend',
  inboxFailed: 'Postvak in: {number} wachtend, {failed} opzij; /retry probeert ze opnieuw',
  outboxWaits: 'Postvak uit: {number} wachtend',
  outboxNext: 'Postvak uit: {number} wachtend; volgende poging {moment}',
  triedTimes: {
    one: '  {file}: {reason} (één keer geprobeerd)',
    other: '  {file}: {reason} ({count} keer geprobeerd)',
  },
  refusedLine: 'Geweigerd: {file}: {reason}',
  uncertainLine: 'Onzeker: {file}: {reason}',
  noReason: 'geen reden gegeven',
  andMore: '  en nog {number}',
  neverPublished: 'Publiceren ({mode}): nog niets',
  lastBuild: 'Laatste bouw ({mode}): {moment}, {subject}: ging goed',
  lastBuildFailed: 'Laatste bouw ({mode}): {moment}, {subject}: MISLUKT: {reason}',
  channelState: 'Kanaal: {channel}, stukken daar: {number}; {rights}',
  noChannel: 'Kanaal: geen (TELEGRAM_CHANNEL is niet ingesteld)',
  groupState: 'Groep {group}: {rights}',
  warningLine: 'Waarschuwing: {fault}',
  faultLine: 'Fout: {fault}',
  notAsked: 'kon niet worden gevraagd ({reason})',
  isOwner: 'eigenaar',
  isAdministrator: 'beheerder',
  mayDo: 'beheerder: mag {rights}',
  mayNotDo: 'beheerder; MAG NIET {rights}',
  mayAndMayNot: 'beheerder: mag {rights}; MAG NIET {missing}',
  mayPost: 'plaatsen',
  mayEdit: 'bewerken',
  mayDelete: 'verwijderen',
  isMember: 'lid',
  isRestricted: 'lid met beperkingen',
  isOutside: 'ER NIET IN; voeg de bot toe',
  waitsForYou: 'Wacht op je antwoord: {what}',
  openJournal: 'of dit het dagboek van het kanaal is',
  openPosts: {
    one: '{count} nieuw stuk, of het geplaatst wordt',
    other: '{count} nieuwe stukken, of ze geplaatst worden',
  },
  openRemovals: {
    one: '{count} bericht, of het weg moet',
    other: '{count} berichten, of ze weg moeten',
  },
  openComments: { one: '{count} reactie', other: '{count} reacties' },
  openPicks: { one: '{count} keuze, om een naam', other: '{count} keuzes, om namen' },
  openContacts: { one: '{count} contact', other: '{count} contacten' },
  nothingSetAside: 'Er ligt niets opzij.',
  triedAgain: {
    one: 'Eén bericht wordt opnieuw geprobeerd. /status toont wat over is.',
    other: '{count} berichten worden opnieuw geprobeerd. /status toont wat over is.',
  },
} satisfies ChannelTranslation;
