import type { EntriesTranslation } from './english.ts';

/** German. */
export const german = {
  unknownCommand: '{command} kenne ich nicht. /help sagt, was ich kann.',
  groupCommand:
    '{command} ist für Gruppen: Dort behält es als Antwort auf eine Nachricht diese als Entwurf. Hier wird alles, was du sendest, ohnehin behalten.',
  commandWithFile:
    'Die Datei wird nicht behalten und {command} nicht ausgeführt: Ein Befehl steht allein. Sende die Datei und antworte dann darauf mit {command}.',
  editedCommand: 'Ein geänderter Befehl wird nicht noch einmal ausgeführt. Sende {command} neu.',
  answerNext: 'Deine nächste Nachricht ist die Antwort. /cancel lässt es sein.',
  questionLeft: 'Lassen wir. Was du jetzt sendest, wird wie immer behalten.',
  noQuestionInArticle: 'Ich warte auf keine Antwort. /done beendet den Artikel.',
  noQuestion: 'Ich warte auf keine Antwort.',
  noDraftOfMessage: 'Diese Nachricht gehört zu keinem Entwurf. /find und /drafts zeigen alle.',
  noDraftYet: 'Es gibt noch keinen Entwurf. Schreib erst etwas.',
  takesAway: '- nimmt es weg.',
  askArticleTitle: 'Wie heißt er?',
  titleChangedSince:
    'Der Titel ist inzwischen „{title}“, deine Änderung lässt ihn so. /title setzt einen anderen.',
  noArticle: 'Es ist kein Artikel im Gang. /article Titel beginnt einen.',
  nextIsNote: 'Deine nächste Nachricht ist die Notiz.',
  articleEndedAlready: 'Dieser Artikel ist schon beendet.',
  askTitle: 'Wie ist der Titel?',
  askTldr: 'Wie lautet die Zusammenfassung, in ein, zwei Sätzen?',
  askLanguage: 'Welche Sprache? Ein Kürzel wie en, de oder pt-BR.',
  articleHasTitle:
    'Nichts ist geändert: Ein Artikel hat einen Titel. /title mit Wörtern setzt einen anderen.',
  askSlug: 'Wie lautet der letzte Teil der Adresse?',
  formerAddresses: 'Alte Adressen, die hierher führen: {addresses}',
  slugSpoiler:
    'Nichts ist geändert: Ein Spoiler würde einen Teil verbergen. Einen Slug sehen alle; sende ihn ohne.',
  tagSpoiler:
    'Nichts ist geändert: Ein Spoiler würde einen Teil verbergen. Ein Schlagwort sehen alle; sende es ohne.',
  tagHint: '/tag a, b fügt hinzu; /tag -a nimmt a weg; /tag - nimmt alle weg.',
  askSeries: 'Welche Serie?',
  unknownSeries: 'Es gibt keine Serie „{series}“. Welche ist gemeint?',
  newSeriesButton: 'Neue Serie',
  newSeriesNamed: 'Neue Serie: {series}',
  askSeriesTitle: 'Wie heißt die neue Serie?',
  seriesTitleIsText: 'Der Titel einer Serie ist Text; /series fängt von vorn an.',
  seriesUnread:
    '{file} ist da und nicht lesbar, darum lasse ich es, wie es ist. Bring es in Ordnung, dann {command}.',
  onlyCover:
    '{file} hat außer dem Titelbild {picture} kein Bild. /cover - setzt es in den Text zurück.',
  noPictureForCover: '{file} hat kein Bild. Sende eins, dann /cover.',
  askCoverAlt:
    'Was zeigt es, für alle, die es nicht sehen können? Ohne Antwort ist es nur Schmuck.',
  noCover: 'Es gibt kein Titelbild zu beschreiben.',
  coverByHand: '{file} ist MDX, dessen Text nur du von Hand änderst: Nimm das Bild dort heraus.',
  allDescribedReply:
    'Alle Bilder von {file} haben Wörter. Antworte auf eins mit /alt, um sie zu ändern.',
  hasNoPicture: '{file} hat kein Bild.',
  askAlt: 'Was zeigt {picture}, für alle, die es nicht sehen können?',
  altPlaceholder: 'Was das Bild zeigt',
  allDescribed: 'Jedes Bild von {file} ist beschrieben.',
  askedAlready: 'Ich habe schon gefragt: Deine Antwort darauf ist der Alternativtext.',
  writeAlt: 'Schreib, was es zeigt.',
  hasAlt: '{picture} hat seinen Alternativtext.',
  altTakenAway: '{picture} hat keine Wörter',
  altSet: '{picture} zeigt: {words}',
  pictureGone: '{file} zeigt {picture} nicht mehr.',
  altByHand:
    '{file} ist MDX, dessen Text nur du von Hand änderst. Sag dort, was {name} zeigt: ![was es zeigt]({picture}).',
  askWhen: 'Wann? {examples}',
  unknownTime: 'Wann „{words}“ ist, weiß ich nicht. Erwartet: {examples}',
  timeIsOver:
    '{moment} ist vorbei. Nichts ist geändert. Nenn einen späteren Zeitpunkt, oder sofort mit /publish.',
  publishedAlready: '{file} ist veröffentlicht. Erst /unpublish, oder lass es so.',
  scheduledIn: 'Geplant für {moment}, {zone}.',
  clockSkipped:
    'In dieser Nacht werden die Uhren vorgestellt und überspringen die genannte Zeit: Es wird eine Stunde später.',
  clockRepeated:
    'In dieser Nacht werden die Uhren zurückgestellt und zeigen diese Zeit zweimal: Es ist die erste der beiden.',
  scheduledHint: '{file}; /unschedule macht es wieder zum Entwurf, /undo nimmt dies zurück.',
  publishTakesNoWords:
    'Nichts ist veröffentlicht: /publish steht ohne Wörter. {command} setzt eine Zeit.',
  brokenPictures:
    '{file} ist nicht veröffentlicht: Mit einem kaputten Bild lässt sich keine Website bauen. Sende es neu oder nimm es aus dem Text, dann /publish:',
  notPublished: '{file} ist nicht veröffentlicht: {fault}',
  wasPublished: '{file} war veröffentlicht und ist inzwischen wieder ein Entwurf.',
  wasDiscarded: '{file} war verworfen und ist inzwischen zurück.',
  publishedNotDiscarded:
    '{file} ist veröffentlicht und wird darum nicht verworfen. /unpublish macht es erst zum Entwurf.',
  scheduledNotDiscarded:
    '{file} ist geplant und wird darum nicht verworfen. /unpublish macht es erst zum Entwurf.',
  noDraftNotDiscarded:
    '{file} sagt nicht, dass es ein Entwurf ist, und wird darum nicht verworfen.',
  draftAlready: '{file} ist schon ein Entwurf.',
  publishedSince: '{file} wurde wieder zum Entwurf und ist inzwischen veröffentlicht.',
  scheduledSince: '{file} wurde wieder zum Entwurf und ist inzwischen geplant.',
  postTooOld:
    'Der Beitrag im Kanal ist älter als 48 Stunden, und den lässt Telegram keinen Bot löschen: Wenn es sich weigert, sage ich es dir, und du löschst ihn von Hand.',
  postTakenDown:
    'Der Beitrag im Kanal wird gelöscht; Telegram erlaubt mir das bis 48 Stunden nach dem Posten.',
  untilMended: 'Solange das nicht in Ordnung ist, wird keine Website gebaut:',
  writtenBut: 'Die Datei ist geschrieben, aber: {reason}',
  notCommitted: 'Noch ist nichts committet; es wird ab und zu wieder versucht.',
  commitKept: 'Der Commit liegt in diesem Ordner und geht beim nächsten Versuch mit.',
  changePublish: 'das Veröffentlichen von {file}',
  changeTitle: 'der Titel von {file}',
  changeTldr: 'die Zusammenfassung von {file}',
  changeLang: 'die Sprache von {file}',
  changeSlug: 'der Slug von {file}',
  changeTags: 'die Schlagwörter von {file}',
  changeCover: 'das Titelbild von {file}',
  changeSeries: 'die Serie von {file}',
  changeSchedule: 'das Planen von {file}',
  changeUnpublish: 'das Zurückziehen von {file}',
  changeDiscard: 'das Verwerfen von {file}',
  changeSent: 'was du an {file} gesendet hast',
  changeEdit: 'deine Änderung in {file}',
  changeAlt: 'eine Bildbeschreibung in {file}',
  changePost: 'der Beitrag zu {file}',
  changeBegin: 'der Anfang von {file}',
  nothingToUndo: 'Es gibt nichts mehr zurückzunehmen.',
  changedSince:
    '{file} wurde seither von Hand oder anderswo geändert, darum lasse ich es, wie es ist. Die letzte Änderung von hier war: {change}.',
  undoByHand:
    '{file} ist MDX, dessen Text nur du von Hand änderst, darum lasse ich es, wie es ist. Die letzte Änderung von hier war: {change}.',
  inTheWay:
    '{file} ist wieder da, darum lasse ich beide, wie sie sind; die andere Datei wurde weggelegt ({change}). Verschieb erst eine der beiden.',
  gone: '{file} ist nicht mehr da. Wurde es verworfen, holt /undo es vielleicht zurück; wurde es umbenannt, findet es /find.',
  goneFromJournal: '{file} ist nicht mehr im Journal.',
  unread: '{file} lässt sich nicht als Eintrag lesen. Bring es erst in Ordnung:',
  wrong: '{what}; erwartet: {expected}; {cure}.',
  wouldHave: 'Dann wäre in {file}: {what}; erwartet: {expected}; {cure}.',
  nothingChanged: 'In {file} ist nichts geändert: {fault}',
  nothingByHand: '{file} ist MDX, dessen Text nur du von Hand änderst. Nichts ist geändert.',
  changedAgain: 'Es wurde seither wieder geändert und bleibt, wie es ist: /show zeigt es.',
  editIn: 'Deine Änderung steht in {file}.',
  editGone: '{file} ist nicht mehr im Journal, darum ändert diese Bearbeitung dort nichts.',
  editByHand:
    '{file} ist MDX, dessen Text nur du von Hand änderst, darum steht deine Änderung nicht darin. Die geänderten Wörter stehen oben: Trag sie von Hand ein.',
  editConflict:
    '{file} wurde seither von Hand geändert, darum steht deine Änderung nicht darin. Die Datei ist, wie du sie dort gelassen hast; die geänderten Wörter stehen oben. Trag sie von Hand ein, oder sende sie als Antwort, um sie anzufügen.',
  editForgotten:
    'Was aus dieser Nachricht wurde, weiß ich nicht mehr: Mein Gedächtnis ist von einem älteren Tag. {files} entstand in derselben Sekunde, und deine Änderung steht nicht darin. Die geänderten Wörter stehen oben: Trag sie von Hand ein, oder sende sie neu.',
  twins:
    'Mein Gedächtnis ist von einem älteren Tag und weiß nicht, woraus {files} in derselben Sekunde entstand. Ist es das, was aus dieser Nachricht durch eine Änderung wurde, verwirf eins davon.',
  askContact:
    'Ein Kontakt. Nichts davon steht im Journal. Sagst du nichts, vergesse ich ihn in 48 Stunden.',
  keepNameButton: 'Den Namen behalten',
  keepNumberButton: 'Name und Nummer behalten',
  forgetButton: 'Vergessen',
  contactForgotten:
    'Dieser Kontakt ist vergessen. Sende ihn noch einmal, wenn du ihn behalten willst.',
  contactIn: 'Er steht in {file}.',
  forgotten: 'Vergessen.',
  forgottenWhole: 'Vergessen. Nichts davon steht im Journal.',
  notKept:
    'Das kann ich nicht behalten: {kind}. Behalten werden Text, Bilder, Dateien, Orte und Umfragen.',
  aStory: 'eine Story',
  aGiveaway: 'ein Gewinnspiel',
  giveawayNews: 'die Meldung eines Gewinnspiels',
  aGame: 'ein Spiel',
  anInvoice: 'eine Rechnung',
  paidMedia: 'bezahlte Medien',
  aRichMessage: 'eine gestaltete Nachricht',
  movingSticker: 'ein bewegter Sticker ohne Emoji',
  aGift: 'ein Geschenk',
  pinNews: 'die Meldung, dass eine Nachricht angeheftet ist',
  thisKind: 'diese Art von Nachricht',
  voiceNote: 'Sprachnachricht',
  video: 'Video',
  file: 'Datei',
  sticker: 'Sticker',
  picture: 'Ein Bild',
  notFetched: '{file} (zu groß, um es von Telegram zu holen)',
  notKeptFile: '{file} (nicht behalten)',
  somebody: 'jemand',
  aChat: 'ein Chat',
} satisfies EntriesTranslation;
