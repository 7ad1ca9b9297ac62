import type { ChannelTranslation } from './english.ts';

/** Russian. */
export const russian = {
  stubText: '(удалено)',
  resendButton: 'Отправить снова',
  repostButton: 'Разместить снова',
  sentAgain: 'Отправляется снова.',
  postedAgain: 'Размещается снова.',
  settledAlready: 'Это уже решено.',
  thankYou: 'Спасибо: пост {file} на месте.',
  thereAfterAll:
    'Пост {file} всё-таки на месте: он пришёл в группу канала. Делать больше ничего не надо.',
  mayBeThere:
    'Но его пост, возможно, есть в канале: никто не знает, дошёл ли он. Посмотри там. Если он есть, перешли его мне, и я его уберу. Если нет, делать больше ничего не надо.',
  uncertain: 'Никто не знает, дошёл ли пост {file} до канала: {reason}',
  uncertainHint: 'Посмотри там. Если он есть, перешли его мне. Если нет:',
  linkWaits: 'Ссылки на {file} ещё нет в канале: {reason}.',
  linkWaitsHint:
    'Я смотрю дальше, и она выйдет, как только страница ответит. Сайт собран и выложен?',
  pictureWaits: 'То, что канал должен показать из {file}, ждёт: {reason}.',
  pictureWaitsHint: 'Дай мне право читать этот файл; я пробую дальше, больше ничего не надо.',
  deletedByHand:
    '{file} изменился, но его пост в канале удалили. Без твоего слова я не размещу его снова; "mirror: false" в шапке файла навсегда оставит его вне канала.',
  refused: 'Канал отказал в том, что надо было сделать для {file}: {reason}',
  takeDownByHand: 'Убери его вручную.',
  triedWhenChanged: 'Попробую снова, когда запись изменится.',
  pageSilent: '{page} ещё не отвечает',
  pageSilentLong: '{page} не отвечает, дней: {count}',
  stub: '{address} старше 48 часов, и Telegram не даёт ботам такое удалять. Теперь там «{removed}»; удалить можно в канале.',
  stubs:
    'Эти записи старше 48 часов, и Telegram не даёт ботам такое удалять. Теперь там «{removed}»; удалить их можно в канале:\n{addresses}',
  unreadablePicture:
    '{file} не читается как картинка, поэтому запись идёт в канал без неё, со ссылкой на страницу. Сохрани её заново как JPEG или PNG.',
  waitsForAnswer: 'канал ждёт ответа на мой вопрос.',
  postIsNote: 'Пост в канале — это заметка. {published}',
  postByIsNote: 'Пост в канале ({name}) — это заметка. {published}',
  postSaved: 'Пост из канала сохранён в {file}',
  postBySaved: 'Пост из канала ({name}) сохранён в {file}',
  postEditGone: 'Пост в канале изменили, а его заметки {file} больше нет.',
  postEditByHand:
    'Пост в канале изменили, но {file} — это MDX, его текст меняешь только ты, вручную, поэтому правки в нём нет. Теперь в посте:',
  postEditConflict:
    'Пост в канале изменили, но {file} с тех пор изменили вручную, поэтому правки в нём нет. Оба остались как были. Теперь в посте:',
  askPosts: {
    one: '{count} запись уйдёт в {channel} разом. Всё, начиная со старых, займёт {time}. Пока не выберешь, ничего не размещается.',
    many: '{count} записей уйдут в {channel} разом. Всё, начиная со старых, займёт {time}. Пока не выберешь, ничего не размещается.',
    other:
      '{count} записи уйдут в {channel} разом. Всё, начиная со старых, займёт {time}. Пока не выберешь, ничего не размещается.',
  },
  askFirstPosts: {
    one: '{count} запись уйдёт разом в {channel}, где ещё ничего нет из этого журнала. Всё, начиная со старых, займёт {time}. Пока не выберешь, ничего не размещается.',
    many: '{count} записей уйдут разом в {channel}, где ещё ничего нет из этого журнала. Всё, начиная со старых, займёт {time}. Пока не выберешь, ничего не размещается.',
    other:
      '{count} записи уйдут разом в {channel}, где ещё ничего нет из этого журнала. Всё, начиная со старых, займёт {time}. Пока не выберешь, ничего не размещается.',
  },
  foreignFolder:
    'Ни одной из записей, которые показывает {channel}, нет в {folder}, поэтому ничего не размещается, не меняется и не убирается.',
  askRemovals:
    'Убралось бы постов: {removals} из {posts}, потому что их записей нет в {folder} или они не для читателей. Чаще это не та папка (JOURNAL_CONTENT) или другая ветка, чем желание. Пока не выберешь, ничего не убирается.',
  askMoreRemovals:
    'Убралось бы постов: {removals} из {posts}, после {gone} за сутки, потому что их записей нет в {folder} или они не для читателей. Чаще это не та папка (JOURNAL_CONTENT) или другая ветка, чем желание. Пока не выберешь, ничего не убирается.',
  askJournal:
    '{channel} показывает журнал {known}, а site.yaml говорит, что этот — {found}. Поэтому ничего не размещается, не меняется и не убирается, пока не выберешь.',
  journalChanges:
    'Убралось бы постов: {removals} из {posts}, разместилось бы или изменилось: {others}.',
  journalMoved:
    'Если это тот же журнал и он переехал, впиши {setting} в site.yaml: тогда посты будут вести туда, а для читалок лент записи останутся теми же.',
  allButton: 'Все, начиная со старых',
  fromNowButton: 'Только с этого момента',
  laterButton: 'Не сейчас',
  takeDownButton: 'Убрать',
  keepButton: 'Оставить',
  sameJournalButton: 'Это тот же журнал',
  nothingToChoose: 'Это решено: выбирать больше нечего.',
  settledOrChanged: 'Это решено или с тех пор изменилось.',
  unknownAnswer: 'Я не знаю этой кнопки.',
  postsLater:
    'Не сейчас: ничего из этого не размещается. То, что ты публикуешь здесь, выходит. Кнопки остаются.',
  journalLater: 'Не сейчас: канал остаётся как есть. Кнопки остаются.',
  journalShown: 'Теперь канал показывает {journal}.',
  goesOut: {
    one: 'Выходит: {count}.',
    many: 'Выходят, начиная со старых: {count}.',
    other: 'Выходят, начиная со старых: {count}.',
  },
  passedOver: {
    one: 'Только с этого момента: вне канала остаётся {count}. {setting} в site.yaml говорит то же навсегда; {command} всё же разместит.',
    many: 'Только с этого момента: вне канала остаются {count}. {setting} в site.yaml говорит то же навсегда; {command} всё же разместит.',
    other:
      'Только с этого момента: вне канала остаются {count}. {setting} в site.yaml говорит то же навсегда; {command} всё же разместит.',
  },
  takenDown: {
    one: 'Убирается: {count}.',
    many: 'Убираются: {count}.',
    other: 'Убираются: {count}.',
  },
  keptThere: {
    one: 'В канале остаётся {count}, и ничего не делается, пока запись не вернётся.',
    many: 'В канале остаются {count}, и ничего не делается, пока запись не вернётся.',
    other: 'В канале остаются {count}, и ничего не делается, пока запись не вернётся.',
  },
  aMoment: 'мгновение',
  seconds: {
    one: 'около {count} секунды',
    many: 'около {count} секунд',
    other: 'около {count} секунд',
  },
  minutes: {
    one: 'около {count} минуты',
    many: 'около {count} минут',
    other: 'около {count} минут',
  },
  hours: { one: 'около {count} часа', many: 'около {count} часов', other: 'около {count} часов' },
  passedOverFaults:
    'Об этих канал не узнает, пока они не исправлены; пост, который там есть, остаётся как есть:',
  allReadAgain: 'Все записи снова читаются.',
  gitUnfinished:
    'В {folder} что-то не закончено ({work}). До тех пор ничего не идёт ни в канал, ни на сайт.',
  gitFinished: 'В git больше нет ничего незаконченного: канал и сайт снова обновляются.',
  notUpToDate: 'Канал не обновляется: {reason}',
  upToDateAgain: 'Канал снова обновляется.',
  dateHasCome: 'Срок {file} настал, но: {reason}',
  carriedOn: 'То, что не пошло дальше файла, теперь идёт дальше.',
  botEnds: 'Бот завершает работу: {reason}',
  diskTrouble: 'Не могу писать на диск: {reason}',
  diskTroubleHint:
    'Всё, что ты пришлёшь, ждёт по порядку, и ничего не пропадёт. Освободи место или дай мне снова писать туда; дважды присылать ничего не надо. Я скажу, когда это пройдёт.',
  diskAgain: 'Снова могу писать на диск. Присланное за это время принято.',
  setAside: 'С этим я не справился и после нескольких попыток отложил: {what}. {reason}',
  setAsideOwn:
    'Посмотри через /drafts, на месте ли слова; если нет, устрани причину. Оно сохранено: /retry попробует снова.',
  setAsideOther: 'Устрани причину. Оно сохранено: /retry попробует снова.',
  ownMessage: 'твоё сообщение («{words}»), сообщение {message} чата {chat}',
  ownMessageWordless: 'твоё сообщение, сообщение {message} чата {chat}',
  otherMessage: 'сообщение («{words}»), сообщение {message} чата {chat}',
  otherMessageWordless: 'сообщение, сообщение {message} чата {chat}',
  pressedButton: 'нажатая кнопка',
  groupReaction: 'реакция в группе',
  draftsCount: 'Черновики: {number}',
  nextScheduled: 'Ближайшая по плану: {name}, {moment}',
  scheduledNothing: 'По плану: ничего',
  afterThat: '  и ещё {number} после',
  inboxWaits: 'Входящие: ждут {number}',
  inboxFailed: 'Входящие: ждут {number}, отложено {failed}; /retry попробует снова',
  outboxWaits: 'Исходящие: ждут {number}',
  outboxNext: 'Исходящие: ждут {number}; следующая попытка {moment}',
  triedTimes: {
    one: '  {file}: {reason} ({count} попытка)',
    many: '  {file}: {reason} ({count} попыток)',
    other: '  {file}: {reason} ({count} попытки)',
  },
  refusedLine: 'Отказано: {file}: {reason}',
  uncertainLine: 'Неясно: {file}: {reason}',
  noReason: 'причина не названа',
  andMore: '  и ещё {number}',
  neverPublished: 'Публикация ({mode}): пока ничего',
  lastBuild: 'Последняя сборка ({mode}): {moment}, {subject}: успешно',
  lastBuildFailed: 'Последняя сборка ({mode}): {moment}, {subject}: НЕУДАЧА: {reason}',
  channelState: 'Канал: {channel}, записей там: {number}; {rights}',
  noChannel: 'Канал: нет (TELEGRAM_CHANNEL не задан)',
  groupState: 'Группа {group}: {rights}',
  warningLine: 'Предупреждение: {fault}',
  faultLine: 'Ошибка: {fault}',
  notAsked: 'не удалось спросить ({reason})',
  isOwner: 'владелец',
  isAdministrator: 'администратор',
  mayDo: 'администратор: может {rights}',
  mayNotDo: 'администратор; НЕ МОЖЕТ {rights}',
  mayAndMayNot: 'администратор: может {rights}; НЕ МОЖЕТ {missing}',
  mayPost: 'размещать',
  mayEdit: 'изменять',
  mayDelete: 'удалять',
  isMember: 'участник',
  isRestricted: 'участник с ограничениями',
  isOutside: 'НЕ СОСТОИТ; добавь бота',
  waitsForYou: 'Ждёт твоего ответа: {what}',
  openJournal: 'тот ли это журнал, что в канале',
  openPosts: {
    one: '{count} новая запись, размещать ли',
    many: '{count} новых записей, размещать ли',
    other: '{count} новые записи, размещать ли',
  },
  openRemovals: {
    one: '{count} пост, убирать ли',
    many: '{count} постов, убирать ли',
    other: '{count} поста, убирать ли',
  },
  openComments: {
    one: '{count} комментарий',
    many: '{count} комментариев',
    other: '{count} комментария',
  },
  openPicks: {
    one: '{count} выбор, из-за имени',
    many: '{count} выборов, из-за имён',
    other: '{count} выбора, из-за имён',
  },
  openContacts: { one: '{count} контакт', many: '{count} контактов', other: '{count} контакта' },
  nothingSetAside: 'Ничего не отложено.',
  triedAgain: {
    one: 'Снова пробую {count} сообщение. /status покажет, что осталось.',
    many: 'Снова пробую {count} сообщений. /status покажет, что осталось.',
    other: 'Снова пробую {count} сообщения. /status покажет, что осталось.',
  },
} satisfies ChannelTranslation;
