import type { ChannelTranslation } from './english.ts';

/** Spanish. */
export const spanish = {
  stubText: '(eliminado)',
  resendButton: 'Enviar otra vez',
  repostButton: 'Publicar otra vez',
  sentAgain: 'Se envía otra vez.',
  postedAgain: 'Se publica otra vez.',
  settledAlready: 'Eso ya está resuelto.',
  thankYou: 'Gracias: el mensaje de {file} está ahí.',
  thereAfterAll:
    'El mensaje de {file} está ahí después de todo: llegó al grupo del canal. No queda nada que hacer.',
  mayBeThere:
    'Pero puede que haya un mensaje suyo en el canal: nadie sabe si llegó. Mira allí. Si está, reenvíamelo y lo quito. Si no, no queda nada que hacer.',
  uncertain: 'Nadie sabe si el mensaje de {file} llegó al canal: {reason}',
  uncertainHint: 'Mira allí. Si está, reenvíamelo. Si no:',
  linkWaits: 'El enlace a {file} aún no está en el canal: {reason}.',
  linkWaitsHint:
    'Sigo mirando, y sale en cuanto su página responda. ¿Está el sitio construido y en línea?',
  pictureWaits: 'Lo que el canal ha de mostrar de {file} espera: {reason}.',
  pictureWaitsHint:
    'Dame permiso para leer ese archivo; sigo intentándolo y no hay nada más que hacer.',
  deletedByHand:
    '{file} ha cambiado, pero su mensaje se borró en el canal. No lo publico otra vez si no lo dices; "mirror: false" en su cabecera lo deja fuera del canal para siempre.',
  refused: 'El canal rechazó lo que había que hacer para {file}: {reason}',
  takeDownByHand: 'Quítalo a mano.',
  triedWhenChanged: 'Se reintenta cuando cambie la entrada.',
  pageSilent: '{page} aún no responde',
  pageSilentLong: '{page} no responde desde hace {count} días',
  stub: '{address} tiene más de 48 horas y Telegram no deja borrarlo a ningún bot. Ahora dice «{removed}»; puedes borrarlo en el canal.',
  stubs:
    'Estas publicaciones tienen más de 48 horas y Telegram no deja borrarlas a ningún bot. Ahora dicen «{removed}»; puedes borrarlas en el canal:\n{addresses}',
  unreadablePicture:
    '{file} no se puede leer como imagen, así que la entrada va al canal sin ella, con el enlace a su página. Guárdala de nuevo como JPEG o PNG.',
  waitsForAnswer: 'el canal espera tu respuesta a mi pregunta.',
  postIsNote: 'Un mensaje del canal es una nota. {published}',
  postByIsNote: 'Un mensaje de {name} en el canal es una nota. {published}',
  postSaved: 'Un mensaje del canal está guardado como {file}',
  postBySaved: 'Un mensaje de {name} en el canal está guardado como {file}',
  postEditGone: 'Se editó un mensaje en el canal y su nota {file} ya no está.',
  postEditByHand:
    'Se editó un mensaje en el canal, pero {file} es MDX, cuyo texto solo editas tú, a mano, así que la edición no está en él. El mensaje dice ahora:',
  postEditConflict:
    'Se editó un mensaje en el canal, pero {file} cambió a mano desde entonces, así que la edición no está en él. Ambos quedan como estaban. El mensaje dice ahora:',
  askPosts: {
    one: '{count} entrada iría de golpe a {channel}. Todo, de lo más antiguo a lo más nuevo, tarda {time}. No se publica nada hasta que elijas.',
    other:
      '{count} entradas irían de golpe a {channel}. Todo, de lo más antiguo a lo más nuevo, tarda {time}. No se publica nada hasta que elijas.',
  },
  askFirstPosts: {
    one: '{count} entrada iría de golpe a {channel}, que aún no muestra nada de este diario. Todo, de lo más antiguo a lo más nuevo, tarda {time}. No se publica nada hasta que elijas.',
    other:
      '{count} entradas irían de golpe a {channel}, que aún no muestra nada de este diario. Todo, de lo más antiguo a lo más nuevo, tarda {time}. No se publica nada hasta que elijas.',
  },
  foreignFolder:
    'Ninguna de las entradas que muestra {channel} está en {folder}, así que no se publica, edita ni quita nada.',
  askRemovals:
    'Se quitarían {removals} de {posts} mensajes, porque sus entradas no están en {folder} o no son para lectores. Suele ser una carpeta equivocada (JOURNAL_CONTENT) u otra rama, más que un deseo. No se quita nada hasta que elijas.',
  askMoreRemovals:
    'Se quitarían {removals} de {posts} mensajes, tras {gone} en un día, porque sus entradas no están en {folder} o no son para lectores. Suele ser una carpeta equivocada (JOURNAL_CONTENT) u otra rama, más que un deseo. No se quita nada hasta que elijas.',
  askJournal:
    '{channel} muestra el diario {known}, y site.yaml dice que este es {found}. Así que no se publica, edita ni quita nada hasta que elijas.',
  journalChanges:
    'Se quitarían {removals} de {posts} mensajes y se publicarían o editarían {others}.',
  journalMoved:
    'Si es el mismo diario y se ha mudado, escribe {setting} en site.yaml: sus mensajes llevarán allí, y para los lectores de feeds sus entradas siguen siendo las mismas.',
  allButton: 'Todas, las más antiguas primero',
  fromNowButton: 'Solo desde ahora',
  laterButton: 'Ahora no',
  takeDownButton: 'Quitarlos',
  keepButton: 'Dejarlos',
  sameJournalButton: 'Es el mismo diario',
  nothingToChoose: 'Eso está resuelto: no queda nada que elegir.',
  settledOrChanged: 'Eso está resuelto o ha cambiado desde entonces.',
  unknownAnswer: 'No conozco este botón.',
  postsLater:
    'Ahora no: nada de esto se publica. Lo que publiques aquí sale. Los botones se quedan.',
  journalLater: 'Ahora no: el canal queda como está. Los botones se quedan.',
  journalShown: 'El canal muestra {journal} desde ahora.',
  goesOut: { one: 'Sale.', other: 'Salen estas {count}, de lo más antiguo a lo más nuevo.' },
  passedOver: {
    one: 'Solo desde ahora: queda fuera del canal. {setting} en site.yaml lo dice para siempre; {command} las publica de todos modos.',
    other:
      'Solo desde ahora: estas {count} quedan fuera del canal. {setting} en site.yaml lo dice para siempre; {command} las publica de todos modos.',
  },
  takenDown: { one: 'Se quita.', other: 'Se quitan estos {count}.' },
  keptThere: {
    one: 'Queda en el canal y no se hace nada hasta que vuelva la entrada.',
    other: 'Estos {count} quedan en el canal y no se hace nada hasta que vuelva la entrada.',
  },
  aMoment: 'un momento',
  seconds: { one: 'cerca de {count} segundo', other: 'cerca de {count} segundos' },
  minutes: { one: 'cerca de {count} minuto', other: 'cerca de {count} minutos' },
  hours: { one: 'cerca de {count} hora', other: 'cerca de {count} horas' },
  passedOverFaults:
    'El canal no se entera de esto hasta que se arregle; un mensaje que está ahí queda como está:',
  allReadAgain: 'Todas las entradas se pueden leer de nuevo.',
  gitUnfinished:
    'Hay algo sin terminar en {folder} ({work}). Hasta entonces no va nada al canal ni al sitio.',
  gitFinished: 'Ya no hay nada sin terminar en git: el canal y el sitio vuelven a estar al día.',
  notUpToDate: 'El canal no se mantiene al día: {reason}',
  upToDateAgain: 'El canal vuelve a estar al día.',
  dateHasCome: 'Ha llegado la fecha de {file}, pero: {reason}',
  carriedOn: 'Lo que antes no pasó del archivo sigue ahora adelante.',
  botEnds: 'El bot termina: {reason}',
  diskTrouble: 'No puedo escribir en el disco: {reason}',
  diskTroubleHint:
    'Lo que envíes espera, en orden, y nada se pierde. Haz sitio o déjame escribir allí de nuevo; no hace falta enviar nada dos veces. Aviso cuando termine.',
  diskAgain: 'Puedo escribir en el disco otra vez. Lo que enviaste mientras tanto está recibido.',
  setAside: 'No pude con esto y lo he apartado tras varios intentos: {what}. {reason}',
  setAsideOwn:
    'Mira con /drafts si están sus palabras; si no, arregla la causa. Se guarda: /retry lo intenta otra vez.',
  setAsideOther: 'Arregla la causa. Se guarda: /retry lo intenta otra vez.',
  ownMessage: 'un mensaje tuyo («{words}»), mensaje {message} del chat {chat}',
  ownMessageWordless: 'un mensaje tuyo, mensaje {message} del chat {chat}',
  otherMessage: 'un mensaje («{words}»), mensaje {message} del chat {chat}',
  otherMessageWordless: 'un mensaje, mensaje {message} del chat {chat}',
  pressedButton: 'un botón que pulsaste',
  groupReaction: 'una reacción en un grupo',
  draftsCount: 'Borradores: {number}',
  nextScheduled: 'Próxima programada: {name}, {moment}',
  scheduledNothing: 'Programado: nada',
  afterThat: '  y {number} después',
  inboxWaits: 'Entrada: {number} en espera',
  inboxFailed: 'Entrada: {number} en espera, {failed} apartados; /retry los intenta otra vez',
  outboxWaits: 'Salida: {number} en espera',
  outboxNext: 'Salida: {number} en espera; próximo intento {moment}',
  triedTimes: {
    one: '  {file}: {reason} (un intento)',
    other: '  {file}: {reason} ({count} intentos)',
  },
  refusedLine: 'Rechazado: {file}: {reason}',
  uncertainLine: 'Incierto: {file}: {reason}',
  noReason: 'sin motivo indicado',
  andMore: '  y {number} más',
  neverPublished: 'Publicación ({mode}): nada todavía',
  lastBuild: 'Última construcción ({mode}): {moment}, {subject}: fue bien',
  lastBuildFailed: 'Última construcción ({mode}): {moment}, {subject}: FALLÓ: {reason}',
  channelState: 'Canal: {channel}, entradas allí: {number}; {rights}',
  noChannel: 'Canal: ninguno (TELEGRAM_CHANNEL no está puesto)',
  groupState: 'Grupo {group}: {rights}',
  warningLine: 'Aviso: {fault}',
  faultLine: 'Fallo: {fault}',
  notAsked: 'no se pudo preguntar ({reason})',
  isOwner: 'propietario',
  isAdministrator: 'administrador',
  mayDo: 'administrador: puede {rights}',
  mayNotDo: 'administrador; NO PUEDE {rights}',
  mayAndMayNot: 'administrador: puede {rights}; NO PUEDE {missing}',
  mayPost: 'publicar',
  mayEdit: 'editar',
  mayDelete: 'borrar',
  isMember: 'miembro',
  isRestricted: 'miembro con restricciones',
  isOutside: 'NO ESTÁ DENTRO; añade el bot',
  waitsForYou: 'Espera tu respuesta: {what}',
  openJournal: 'si este es el diario del canal',
  openPosts: {
    one: '{count} entrada nueva, si se publica',
    other: '{count} entradas nuevas, si se publican',
  },
  openRemovals: { one: '{count} mensaje, si se quita', other: '{count} mensajes, si se quitan' },
  openComments: { one: '{count} comentario', other: '{count} comentarios' },
  openPicks: { one: '{count} selección, por un nombre', other: '{count} selecciones, por nombres' },
  openContacts: { one: '{count} contacto', other: '{count} contactos' },
  nothingSetAside: 'No hay nada apartado.',
  triedAgain: {
    one: 'Se reintenta un mensaje. /status muestra lo que queda.',
    other: 'Se reintentan {count} mensajes. /status muestra lo que queda.',
  },
} satisfies ChannelTranslation;
