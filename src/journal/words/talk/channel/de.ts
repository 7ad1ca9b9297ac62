import type { ChannelTranslation } from './english.ts';

/** German. */
export const german = {
  stubText: '(entfernt)',
  resendButton: 'Noch einmal senden',
  repostButton: 'Noch einmal posten',
  sentAgain: 'Wird noch einmal gesendet.',
  postedAgain: 'Wird noch einmal gepostet.',
  settledAlready: 'Das ist schon erledigt.',
  thankYou: 'Danke: Der Beitrag zu {file} ist da.',
  thereAfterAll:
    'Der Beitrag zu {file} ist doch da: Er ist in der Gruppe des Kanals angekommen. Es gibt nichts mehr zu tun.',
  mayBeThere:
    'Aber vielleicht steht ein Beitrag davon im Kanal: Niemand weiß, ob er ankam. Sieh dort nach. Ist er da, leite ihn an mich weiter, dann lösche ich ihn. Wenn nicht, ist nichts mehr zu tun.',
  uncertain: 'Niemand weiß, ob der Beitrag zu {file} im Kanal ankam: {reason}',
  uncertainHint: 'Sieh dort nach. Ist er da, leite ihn an mich weiter. Wenn nicht:',
  linkWaits: 'Der Link zu {file} ist noch nicht im Kanal: {reason}.',
  linkWaitsHint:
    'Ich sehe weiter nach, und er geht hinaus, sobald die Seite antwortet. Ist die Website gebaut und online?',
  pictureWaits: 'Was der Kanal von {file} zeigen soll, wartet: {reason}.',
  pictureWaitsHint:
    'Gib mir das Recht, diese Datei zu lesen; ich versuche es weiter, mehr ist nicht zu tun.',
  deletedByHand:
    '{file} hat sich geändert, aber der Beitrag wurde im Kanal gelöscht. Ich poste ihn nicht wieder, außer du sagst es; "mirror: false" im Kopf der Datei hält ihn für immer aus dem Kanal.',
  refused: 'Der Kanal hat abgelehnt, was für {file} zu tun war: {reason}',
  takeDownByHand: 'Lösch ihn von Hand.',
  triedWhenChanged: 'Es wird wieder versucht, wenn sich der Eintrag ändert.',
  pageSilent: '{page} antwortet noch nicht',
  pageSilentLong: '{page} hat seit {count} Tagen nicht geantwortet',
  stub: '{address} ist älter als 48 Stunden, und so etwas lässt Telegram keinen Bot löschen. Dort steht jetzt „{removed}“; du kannst es im Kanal löschen.',
  stubs:
    'Diese Beiträge sind älter als 48 Stunden, und so etwas lässt Telegram keinen Bot löschen. Dort steht jetzt „{removed}“; du kannst sie im Kanal löschen:\n{addresses}',
  unreadablePicture:
    '{file} lässt sich nicht als Bild lesen, darum geht der Eintrag ohne es in den Kanal, mit dem Link zu seiner Seite. Speichere es neu als JPEG oder PNG.',
  waitsForAnswer: 'Der Kanal wartet auf deine Antwort auf meine Frage.',
  postIsNote: 'Ein Beitrag im Kanal ist eine Notiz. {published}',
  postByIsNote: 'Ein Beitrag von {name} im Kanal ist eine Notiz. {published}',
  postSaved: 'Ein Beitrag im Kanal ist gespeichert als {file}',
  postBySaved: 'Ein Beitrag von {name} im Kanal ist gespeichert als {file}',
  postEditGone: 'Ein Beitrag wurde im Kanal geändert, und seine Notiz {file} ist nicht mehr da.',
  postEditByHand:
    'Ein Beitrag wurde im Kanal geändert; {file} ist aber MDX, dessen Text nur du von Hand änderst, darum steht die Änderung nicht darin. Im Beitrag steht jetzt:',
  postEditConflict:
    'Ein Beitrag wurde im Kanal geändert; {file} wurde aber seither von Hand geändert, darum steht die Änderung nicht darin. Beide sind, wie sie waren. Im Beitrag steht jetzt:',
  askPosts: {
    one: '{count} Eintrag ginge auf einmal an {channel}. Alles, das Älteste zuerst, dauert {time}. Bevor du wählst, wird nichts davon gepostet.',
    other:
      '{count} Einträge gingen auf einmal an {channel}. Alle, die ältesten zuerst, dauern {time}. Bevor du wählst, wird nichts davon gepostet.',
  },
  askFirstPosts: {
    one: '{count} Eintrag ginge auf einmal an {channel}, das noch nichts von diesem Journal zeigt. Alles, das Älteste zuerst, dauert {time}. Bevor du wählst, wird nichts davon gepostet.',
    other:
      '{count} Einträge gingen auf einmal an {channel}, das noch nichts von diesem Journal zeigt. Alle, die ältesten zuerst, dauern {time}. Bevor du wählst, wird nichts davon gepostet.',
  },
  foreignFolder:
    'Keiner der Einträge, die {channel} zeigt, ist in {folder}, darum wird nichts gepostet, geändert oder gelöscht.',
  askRemovals:
    '{removals} von {posts} Beiträgen würden gelöscht, weil ihre Einträge nicht in {folder} sind oder nicht für Leser. Das ist öfter ein falscher Ordner (JOURNAL_CONTENT) oder ein anderer Branch als ein Wunsch. Bevor du wählst, wird nichts gelöscht.',
  askMoreRemovals:
    '{removals} von {posts} Beiträgen würden gelöscht, nach {gone} an einem Tag, weil ihre Einträge nicht in {folder} sind oder nicht für Leser. Das ist öfter ein falscher Ordner (JOURNAL_CONTENT) oder ein anderer Branch als ein Wunsch. Bevor du wählst, wird nichts gelöscht.',
  askJournal:
    '{channel} zeigt das Journal {known}, und site.yaml sagt, dieses sei {found}. Darum wird nichts gepostet, geändert oder gelöscht, bevor du wählst.',
  journalChanges:
    '{removals} von {posts} Beiträgen würden gelöscht und {others} gepostet oder geändert.',
  journalMoved:
    'Ist es dasselbe Journal und nur umgezogen, schreib {setting} in site.yaml: Dann führen seine Beiträge dorthin, und für Feedreader bleiben die Einträge, was sie sind.',
  allButton: 'Alle, die ältesten zuerst',
  fromNowButton: 'Nur ab jetzt',
  laterButton: 'Nicht jetzt',
  takeDownButton: 'Löschen',
  keepButton: 'Behalten',
  sameJournalButton: 'Es ist dasselbe Journal',
  nothingToChoose: 'Das ist erledigt: Es gibt nichts mehr zu wählen.',
  settledOrChanged: 'Das ist erledigt oder hat sich seither geändert.',
  unknownAnswer: 'Diesen Knopf kenne ich nicht.',
  postsLater:
    'Nicht jetzt: Nichts davon wird gepostet. Was du hier veröffentlichst, geht hinaus. Die Knöpfe bleiben.',
  journalLater: 'Nicht jetzt: Der Kanal bleibt, wie er ist. Die Knöpfe bleiben.',
  journalShown: 'Der Kanal zeigt von jetzt an {journal}.',
  goesOut: { one: 'Er geht hinaus.', other: 'Diese {count} gehen hinaus, die ältesten zuerst.' },
  passedOver: {
    one: 'Nur ab jetzt: Er bleibt aus dem Kanal heraus. {setting} in site.yaml sagt dasselbe für immer; {command} postet ihn doch noch.',
    other:
      'Nur ab jetzt: Diese {count} bleiben aus dem Kanal heraus. {setting} in site.yaml sagt dasselbe für immer; {command} postet sie doch noch.',
  },
  takenDown: { one: 'Er wird gelöscht.', other: 'Diese {count} werden gelöscht.' },
  keptThere: {
    one: 'Er bleibt im Kanal, und nichts geschieht damit, bis der Eintrag zurück ist.',
    other:
      'Diese {count} bleiben im Kanal, und nichts geschieht damit, bis der Eintrag zurück ist.',
  },
  aMoment: 'einen Moment',
  seconds: { one: 'etwa {count} Sekunde', other: 'etwa {count} Sekunden' },
  minutes: { one: 'etwa {count} Minute', other: 'etwa {count} Minuten' },
  hours: { one: 'etwa {count} Stunde', other: 'etwa {count} Stunden' },
  passedOverFaults:
    'Davon erfährt der Kanal nichts, bis es in Ordnung ist; ein Beitrag, der da ist, bleibt, wie er ist:',
  allReadAgain: 'Alle Einträge sind wieder lesbar.',
  gitUnfinished:
    'In {folder} ist etwas nicht abgeschlossen ({work}). Bis dahin geht nichts in den Kanal oder auf die Website.',
  gitFinished: 'In git ist nichts mehr offen: Kanal und Website werden wieder aktuell gehalten.',
  notUpToDate: 'Der Kanal wird nicht aktuell gehalten: {reason}',
  upToDateAgain: 'Der Kanal wird wieder aktuell gehalten.',
  dateHasCome: 'Das Datum von {file} ist da, aber: {reason}',
  carriedOn: 'Was vorhin nur bis zur Datei kam, geht jetzt weiter.',
  botEnds: 'Der Bot hört auf: {reason}',
  diskTrouble: 'Ich kann nicht auf die Platte schreiben: {reason}',
  diskTroubleHint:
    'Was du sendest, wartet der Reihe nach, und nichts geht verloren. Schaff Platz, oder lass mich dort wieder schreiben; du musst nichts zweimal senden. Ich sage, wenn es vorbei ist.',
  diskAgain:
    'Ich kann wieder auf die Platte schreiben. Was du inzwischen gesendet hast, ist angenommen.',
  setAside:
    'Das konnte ich nicht verarbeiten und habe es nach mehreren Versuchen zurückgestellt: {what}. {reason}',
  setAsideOwn:
    'Sieh mit /drafts nach, ob die Wörter da sind; wenn nicht, behebe die Ursache. Es bleibt erhalten: /retry versucht es noch einmal.',
  setAsideOther: 'Behebe die Ursache. Es bleibt erhalten: /retry versucht es noch einmal.',
  ownMessage: 'eine Nachricht von dir („{words}“), Nachricht {message} im Chat {chat}',
  ownMessageWordless: 'eine Nachricht von dir, Nachricht {message} im Chat {chat}',
  otherMessage: 'eine Nachricht („{words}“), Nachricht {message} im Chat {chat}',
  otherMessageWordless: 'eine Nachricht, Nachricht {message} im Chat {chat}',
  pressedButton: 'ein Knopf, den du gedrückt hast',
  groupReaction: 'eine Reaktion in einer Gruppe',
  draftsCount: 'Entwürfe: {number}',
  nextScheduled: 'Als Nächstes geplant: {name}, {moment}',
  scheduledNothing: 'Geplant: nichts',
  afterThat: '  und {number} danach',
  inboxWaits: 'Posteingang: {number} warten',
  inboxFailed:
    'Posteingang: {number} warten, {failed} zurückgestellt; /retry versucht sie noch einmal',
  outboxWaits: 'Postausgang: {number} warten',
  outboxNext: 'Postausgang: {number} warten; nächster Versuch {moment}',
  triedTimes: {
    one: '  {file}: {reason} (einmal versucht)',
    other: '  {file}: {reason} ({count}-mal versucht)',
  },
  refusedLine: 'Abgelehnt: {file}: {reason}',
  uncertainLine: 'Ungewiss: {file}: {reason}',
  noReason: 'kein Grund genannt',
  andMore: '  und {number} weitere',
  neverPublished: 'Veröffentlichen ({mode}): noch nichts',
  lastBuild: 'Letzter Bau ({mode}): {moment}, {subject}: lief gut',
  lastBuildFailed: 'Letzter Bau ({mode}): {moment}, {subject}: GESCHEITERT: {reason}',
  channelState: 'Kanal: {channel}, Einträge dort: {number}; {rights}',
  noChannel: 'Kanal: keiner (TELEGRAM_CHANNEL ist nicht gesetzt)',
  groupState: 'Gruppe {group}: {rights}',
  warningLine: 'Warnung: {fault}',
  faultLine: 'Fehler: {fault}',
  notAsked: 'ließ sich nicht fragen ({reason})',
  isOwner: 'Eigentümer',
  isAdministrator: 'Administrator',
  mayDo: 'Administrator: darf {rights}',
  mayNotDo: 'Administrator; DARF NICHT {rights}',
  mayAndMayNot: 'Administrator: darf {rights}; DARF NICHT {missing}',
  mayPost: 'posten',
  mayEdit: 'ändern',
  mayDelete: 'löschen',
  isMember: 'Mitglied',
  isRestricted: 'Mitglied mit Einschränkungen',
  isOutside: 'NICHT DABEI; füge den Bot hinzu',
  waitsForYou: 'Wartet auf deine Antwort: {what}',
  openJournal: 'ob dies das Journal des Kanals ist',
  openPosts: {
    one: '{count} neuer Eintrag, ob er gepostet wird',
    other: '{count} neue Einträge, ob sie gepostet werden',
  },
  openRemovals: {
    one: '{count} Beitrag, ob er gelöscht wird',
    other: '{count} Beiträge, ob sie gelöscht werden',
  },
  openComments: { one: '{count} Kommentar', other: '{count} Kommentare' },
  openPicks: {
    one: '{count} Auswahl, wegen eines Namens',
    other: '{count} Auswahlen, wegen der Namen',
  },
  openContacts: { one: '{count} Kontakt', other: '{count} Kontakte' },
  nothingSetAside: 'Nichts ist zurückgestellt.',
  triedAgain: {
    one: 'Eine Nachricht wird noch einmal versucht. /status zeigt, was übrig ist.',
    other: '{count} Nachrichten werden noch einmal versucht. /status zeigt, was übrig ist.',
  },
} satisfies ChannelTranslation;
