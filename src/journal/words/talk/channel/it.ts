import type { ChannelTranslation } from './english.ts';

/** Italian. */
export const italian = {
  stubText: '(rimosso)',
  resendButton: 'Invia di nuovo',
  repostButton: 'Pubblica di nuovo',
  sentAgain: 'È inviato di nuovo.',
  postedAgain: 'È pubblicato di nuovo.',
  settledAlready: 'È già risolto.',
  thankYou: 'Grazie: il messaggio di {file} c’è.',
  thereAfterAll:
    'Il messaggio di {file} c’è dopotutto: è arrivato nel gruppo del canale. Non resta niente da fare.',
  mayBeThere:
    'Ma forse nel canale c’è un suo messaggio: nessuno sa se è arrivato. Guarda là. Se c’è, inoltramelo, e lo tolgo. Se no, non resta niente da fare.',
  uncertain: 'Nessuno sa se il messaggio di {file} è arrivato nel canale: {reason}',
  uncertainHint: 'Guarda là. Se c’è, inoltramelo. Se no:',
  linkWaits: 'Il link a {file} non è ancora nel canale: {reason}.',
  linkWaitsHint:
    'Continuo a guardare, e parte appena la sua pagina risponde. Il sito è costruito e in linea?',
  pictureWaits: 'Ciò che il canale deve mostrare di {file} aspetta: {reason}.',
  pictureWaitsHint:
    'Dammi il permesso di leggere quel file; continuo a provare, e non c’è altro da fare.',
  deletedByHand:
    '{file} è cambiato, ma il suo messaggio è stato cancellato nel canale. Non lo pubblico di nuovo se non lo dici; "mirror: false" nella sua intestazione lo tiene fuori dal canale per sempre.',
  refused: 'Il canale ha rifiutato ciò che c’era da fare per {file}: {reason}',
  takeDownByHand: 'Toglilo a mano.',
  triedWhenChanged: 'Si riprova quando il testo cambia.',
  pageSilent: '{page} non risponde ancora',
  pageSilentLong: '{page} non risponde da {count} giorni',
  stub: '{address} ha più di 48 ore, e Telegram non lo lascia cancellare a nessun bot. Ora dice “{removed}”; puoi cancellarlo nel canale.',
  stubs:
    'Questi post hanno più di 48 ore, e Telegram non li lascia cancellare a nessun bot. Ora dicono “{removed}”; puoi cancellarli nel canale:\n{addresses}',
  unreadablePicture:
    '{file} non si può leggere come immagine, quindi il testo va nel canale senza, con il link alla sua pagina. Salvala di nuovo come JPEG o PNG.',
  waitsForAnswer: 'il canale aspetta la tua risposta alla mia domanda.',
  postIsNote: 'Un messaggio del canale è una nota. {published}',
  postByIsNote: 'Un messaggio di {name} nel canale è una nota. {published}',
  postSaved: 'Un messaggio del canale è salvato come {file}',
  postBySaved: 'Un messaggio di {name} nel canale è salvato come {file}',
  postEditGone: 'Un messaggio è stato modificato nel canale, e la sua nota {file} non c’è più.',
  postEditByHand:
    'Un messaggio è stato modificato nel canale, ma {file} è MDX, il cui testo modifichi solo tu, a mano, quindi la modifica non c’è. Il messaggio ora dice:',
  postEditConflict:
    'Un messaggio è stato modificato nel canale, ma {file} è cambiato a mano nel frattempo, quindi la modifica non c’è. Restano entrambi come sono. Il messaggio ora dice:',
  askPosts: {
    one: '{count} testo andrebbe in una volta in {channel}. Tutto, dal più vecchio, richiede {time}. Niente è pubblicato prima della tua scelta.',
    other:
      '{count} testi andrebbero in una volta in {channel}. Tutto, dal più vecchio, richiede {time}. Niente è pubblicato prima della tua scelta.',
  },
  askFirstPosts: {
    one: '{count} testo andrebbe in una volta in {channel}, che non mostra ancora niente di questo diario. Tutto, dal più vecchio, richiede {time}. Niente è pubblicato prima della tua scelta.',
    other:
      '{count} testi andrebbero in una volta in {channel}, che non mostra ancora niente di questo diario. Tutto, dal più vecchio, richiede {time}. Niente è pubblicato prima della tua scelta.',
  },
  foreignFolder:
    'Nessuno dei testi che {channel} mostra è in {folder}, quindi niente è pubblicato, modificato o tolto.',
  askRemovals:
    'Sarebbero tolti {removals} messaggi su {posts}, perché i loro testi non sono in {folder}, o non per i lettori. È più spesso una cartella sbagliata (JOURNAL_CONTENT) o un altro ramo che un desiderio. Niente è tolto prima della tua scelta.',
  askMoreRemovals:
    'Sarebbero tolti {removals} messaggi su {posts}, dopo {gone} in un giorno, perché i loro testi non sono in {folder}, o non per i lettori. È più spesso una cartella sbagliata (JOURNAL_CONTENT) o un altro ramo che un desiderio. Niente è tolto prima della tua scelta.',
  askJournal:
    '{channel} mostra il diario {known}, e site.yaml dice che questo è {found}. Quindi niente è pubblicato, modificato o tolto prima della tua scelta.',
  journalChanges:
    'Sarebbero tolti {removals} messaggi su {posts}, e {others} pubblicati o modificati.',
  journalMoved:
    'Se è lo stesso diario e si è trasferito, scrivi {setting} in site.yaml: i suoi messaggi porteranno là, e per i lettori di feed i testi restano quelli che sono.',
  allButton: 'Tutti, dal più vecchio',
  fromNowButton: 'Solo da adesso',
  laterButton: 'Non ora',
  takeDownButton: 'Toglierli',
  keepButton: 'Tenerli',
  sameJournalButton: 'È lo stesso diario',
  nothingToChoose: 'È risolto: non resta niente da scegliere.',
  settledOrChanged: 'È risolto, o nel frattempo è cambiato.',
  unknownAnswer: 'Non conosco questo pulsante.',
  postsLater:
    'Non ora: niente di questo è pubblicato. Ciò che pubblichi qui parte. I pulsanti restano.',
  journalLater: 'Non ora: il canale resta com’è. I pulsanti restano.',
  journalShown: 'Da adesso il canale mostra {journal}.',
  goesOut: { one: 'Parte.', other: 'Partono questi {count}, dal più vecchio.' },
  passedOver: {
    one: 'Solo da adesso: resta fuori dal canale. {setting} in site.yaml lo dice per sempre; {command} li pubblica comunque.',
    other:
      'Solo da adesso: questi {count} restano fuori dal canale. {setting} in site.yaml lo dice per sempre; {command} li pubblica comunque.',
  },
  takenDown: { one: 'È tolto.', other: 'Questi {count} sono tolti.' },
  keptThere: {
    one: 'Resta nel canale, e non se ne fa niente finché il testo non torna.',
    other: 'Questi {count} restano nel canale, e non se ne fa niente finché il testo non torna.',
  },
  aMoment: 'un momento',
  seconds: { one: 'circa {count} secondo', other: 'circa {count} secondi' },
  minutes: { one: 'circa {count} minuto', other: 'circa {count} minuti' },
  hours: { one: 'circa {count} ora', other: 'circa {count} ore' },
  passedOverFaults:
    'Il canale non ne sa niente finché non sono corretti; un messaggio che c’è resta com’è:',
  allReadAgain: 'Tutti i testi si possono leggere di nuovo.',
  gitUnfinished:
    'In {folder} qualcosa non è finito ({work}). Fino ad allora niente va nel canale o sul sito.',
  gitFinished: 'In git non c’è più niente in sospeso: canale e sito sono di nuovo aggiornati.',
  notUpToDate: 'Il canale non è tenuto aggiornato: {reason}',
  upToDateAgain: 'Il canale è di nuovo tenuto aggiornato.',
  dateHasCome: 'È arrivata la data di {file}, ma: {reason}',
  carriedOn: 'Ciò che prima non era andato oltre il file ora va avanti.',
  botEnds: 'Il bot finisce: {reason}',
  diskTrouble: 'Non posso scrivere sul disco: {reason}',
  diskTroubleHint:
    'Ciò che invii aspetta, in ordine, e niente va perso. Fai spazio, o lasciami scrivere là di nuovo; niente va inviato due volte. Dico quando è finita.',
  diskAgain: 'Posso di nuovo scrivere sul disco. Ciò che hai inviato intanto è ricevuto.',
  setAside:
    'Non sono riuscito con questo, e l’ho messo da parte dopo vari tentativi: {what}. {reason}',
  setAsideOwn:
    'Guarda con /drafts se le parole ci sono; se no, correggi la causa. È conservato: /retry riprova.',
  setAsideOther: 'Correggi la causa. È conservato: /retry riprova.',
  ownMessage: 'un tuo messaggio (“{words}”), messaggio {message} della chat {chat}',
  ownMessageWordless: 'un tuo messaggio, messaggio {message} della chat {chat}',
  otherMessage: 'un messaggio (“{words}”), messaggio {message} della chat {chat}',
  otherMessageWordless: 'un messaggio, messaggio {message} della chat {chat}',
  pressedButton: 'un pulsante che hai premuto',
  groupReaction: 'una reazione in un gruppo',
  draftsCount: 'Bozze: {number}',
  nextScheduled: 'Prossimo programmato: {name}, {moment}',
  scheduledNothing: 'Programmato: niente',
  afterThat: '  e {number} dopo',
  inboxWaits: 'In arrivo: {number} in attesa',
  inboxFailed: 'In arrivo: {number} in attesa, {failed} da parte; /retry li riprova',
  outboxWaits: 'In uscita: {number} in attesa',
  outboxNext: 'In uscita: {number} in attesa; prossimo tentativo {moment}',
  triedTimes: {
    one: '  {file}: {reason} (provato una volta)',
    other: '  {file}: {reason} (provato {count} volte)',
  },
  refusedLine: 'Rifiutato: {file}: {reason}',
  uncertainLine: 'Incerto: {file}: {reason}',
  noReason: 'nessun motivo dato',
  andMore: '  e altri {number}',
  neverPublished: 'Pubblicazione ({mode}): ancora niente',
  lastBuild: 'Ultima costruzione ({mode}): {moment}, {subject}: riuscita',
  lastBuildFailed: 'Ultima costruzione ({mode}): {moment}, {subject}: FALLITA: {reason}',
  channelState: 'Canale: {channel}, testi là: {number}; {rights}',
  noChannel: 'Canale: nessuno (TELEGRAM_CHANNEL non è impostato)',
  groupState: 'Gruppo {group}: {rights}',
  warningLine: 'Avviso: {fault}',
  faultLine: 'Errore: {fault}',
  notAsked: 'non si è potuto chiedere ({reason})',
  isOwner: 'proprietario',
  isAdministrator: 'amministratore',
  mayDo: 'amministratore: può {rights}',
  mayNotDo: 'amministratore; NON PUÒ {rights}',
  mayAndMayNot: 'amministratore: può {rights}; NON PUÒ {missing}',
  mayPost: 'pubblicare',
  mayEdit: 'modificare',
  mayDelete: 'cancellare',
  isMember: 'membro',
  isRestricted: 'membro con restrizioni',
  isOutside: 'NON C’È; aggiungi il bot',
  waitsForYou: 'Aspetta la tua risposta: {what}',
  openJournal: 'se questo è il diario del canale',
  openPosts: {
    one: '{count} testo nuovo, se pubblicarlo',
    other: '{count} testi nuovi, se pubblicarli',
  },
  openRemovals: { one: '{count} messaggio, se toglierlo', other: '{count} messaggi, se toglierli' },
  openComments: { one: '{count} commento', other: '{count} commenti' },
  openPicks: { one: '{count} scelta, per un nome', other: '{count} scelte, per dei nomi' },
  openContacts: { one: '{count} contatto', other: '{count} contatti' },
  nothingSetAside: 'Niente è da parte.',
  triedAgain: {
    one: 'Un messaggio è riprovato. /status mostra ciò che resta.',
    other: '{count} messaggi sono riprovati. /status mostra ciò che resta.',
  },
} satisfies ChannelTranslation;
