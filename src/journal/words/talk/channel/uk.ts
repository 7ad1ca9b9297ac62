import type { ChannelTranslation } from './english.ts';

/** Ukrainian. */
export const ukrainian = {
  stubText: '(видалено)',
  resendButton: 'Надіслати знову',
  repostButton: 'Розмістити знову',
  sentAgain: 'Надсилається знову.',
  postedAgain: 'Розміщується знову.',
  settledAlready: 'Це вже вирішено.',
  thankYou: 'Дякую: допис {file} на місці.',
  thereAfterAll:
    'Допис {file} усе ж на місці: він прийшов у групу каналу. Робити більше нічого не треба.',
  mayBeThere:
    'Але його допис, можливо, є в каналі: ніхто не знає, чи він дійшов. Подивися там. Якщо він є, перешли його мені, і я його приберу. Якщо ні, робити більше нічого не треба.',
  uncertain: 'Ніхто не знає, чи дійшов допис {file} до каналу: {reason}',
  uncertainHint: 'Подивися там. Якщо він є, перешли його мені. Якщо ні:',
  linkWaits: 'Посилання на {file} ще немає в каналі: {reason}.',
  linkWaitsHint:
    'Я дивлюся далі, і воно вийде, щойно сторінка відповість. Сайт зібрано й викладено?',
  pictureWaits: 'Те, що канал має показати з {file}, чекає: {reason}.',
  pictureWaitsHint: 'Дай мені право читати цей файл; я пробую далі, більше нічого не треба.',
  deletedByHand:
    '{file} змінився, але його допис у каналі видалили. Без твого слова я не розміщу його знову; "mirror: false" у шапці файлу назавжди лишить його поза каналом.',
  refused: 'Канал відмовив у тому, що треба було зробити для {file}: {reason}',
  takeDownByHand: 'Прибери його вручну.',
  triedWhenChanged: 'Спробую знову, коли запис зміниться.',
  pageSilent: '{page} ще не відповідає',
  pageSilentLong: '{page} не відповідає, днів: {count}',
  stub: '{address} старше за 48 годин, і Telegram не дає ботам таке видаляти. Тепер там «{removed}»; видалити можна в каналі.',
  stubs:
    'Ці дописи старші за 48 годин, і Telegram не дає ботам таке видаляти. Тепер там «{removed}»; видалити їх можна в каналі:\n{addresses}',
  unreadablePicture:
    '{file} не читається як картинка, тому запис іде в канал без неї, з посиланням на сторінку. Збережи її заново як JPEG або PNG.',
  waitsForAnswer: 'канал чекає відповіді на моє питання.',
  postIsNote: 'Допис у каналі — це нотатка. {published}',
  postByIsNote: 'Допис у каналі ({name}) — це нотатка. {published}',
  postSaved: 'Допис із каналу збережено у {file}',
  postBySaved: 'Допис із каналу ({name}) збережено у {file}',
  postEditGone: 'Допис у каналі змінили, а його нотатки {file} більше немає.',
  postEditByHand:
    'Допис у каналі змінили, але {file} — це MDX, його текст змінюєш лише ти, вручну, тому правки в ньому немає. Тепер у дописі:',
  postEditConflict:
    'Допис у каналі змінили, але {file} відтоді змінили вручну, тому правки в ньому немає. Обидва лишилися як були. Тепер у дописі:',
  askPosts: {
    one: '{count} запис піде в {channel} разом. Усе, починаючи зі старих, займе {time}. Поки не вибереш, нічого не розміщується.',
    many: '{count} записів підуть у {channel} разом. Усе, починаючи зі старих, займе {time}. Поки не вибереш, нічого не розміщується.',
    other:
      '{count} записи підуть у {channel} разом. Усе, починаючи зі старих, займе {time}. Поки не вибереш, нічого не розміщується.',
  },
  askFirstPosts: {
    one: '{count} запис піде разом у {channel}, де ще нічого немає з цього журналу. Усе, починаючи зі старих, займе {time}. Поки не вибереш, нічого не розміщується.',
    many: '{count} записів підуть разом у {channel}, де ще нічого немає з цього журналу. Усе, починаючи зі старих, займе {time}. Поки не вибереш, нічого не розміщується.',
    other:
      '{count} записи підуть разом у {channel}, де ще нічого немає з цього журналу. Усе, починаючи зі старих, займе {time}. Поки не вибереш, нічого не розміщується.',
  },
  foreignFolder:
    'Жодного із записів, які показує {channel}, немає в {folder}, тому нічого не розміщується, не змінюється й не прибирається.',
  askRemovals:
    'Прибралося б дописів: {removals} із {posts}, бо їхніх записів немає в {folder} або вони не для читачів. Частіше це не та тека (JOURNAL_CONTENT) чи інша гілка, ніж бажання. Поки не вибереш, нічого не прибирається.',
  askMoreRemovals:
    'Прибралося б дописів: {removals} із {posts}, після {gone} за добу, бо їхніх записів немає в {folder} або вони не для читачів. Частіше це не та тека (JOURNAL_CONTENT) чи інша гілка, ніж бажання. Поки не вибереш, нічого не прибирається.',
  askJournal:
    '{channel} показує журнал {known}, а site.yaml каже, що цей — {found}. Тому нічого не розміщується, не змінюється й не прибирається, поки не вибереш.',
  journalChanges:
    'Прибралося б дописів: {removals} із {posts}, розмістилося б чи змінилося: {others}.',
  journalMoved:
    'Якщо це той самий журнал і він переїхав, впиши {setting} у site.yaml: тоді дописи вестимуть туди, а для читачів стрічок записи лишаться тими самими.',
  allButton: 'Усі, починаючи зі старих',
  fromNowButton: 'Лише відтепер',
  laterButton: 'Не зараз',
  takeDownButton: 'Прибрати',
  keepButton: 'Лишити',
  sameJournalButton: 'Це той самий журнал',
  nothingToChoose: 'Це вирішено: вибирати більше нічого.',
  settledOrChanged: 'Це вирішено або відтоді змінилося.',
  unknownAnswer: 'Я не знаю цієї кнопки.',
  postsLater:
    'Не зараз: нічого з цього не розміщується. Те, що ти публікуєш тут, виходить. Кнопки лишаються.',
  journalLater: 'Не зараз: канал лишається як є. Кнопки лишаються.',
  journalShown: 'Тепер канал показує {journal}.',
  goesOut: {
    one: 'Виходить: {count}.',
    many: 'Виходять, починаючи зі старих: {count}.',
    other: 'Виходять, починаючи зі старих: {count}.',
  },
  passedOver: {
    one: 'Лише відтепер: поза каналом лишається {count}. {setting} у site.yaml каже те саме назавжди; {command} усе ж розмістить.',
    many: 'Лише відтепер: поза каналом лишаються {count}. {setting} у site.yaml каже те саме назавжди; {command} усе ж розмістить.',
    other:
      'Лише відтепер: поза каналом лишаються {count}. {setting} у site.yaml каже те саме назавжди; {command} усе ж розмістить.',
  },
  takenDown: {
    one: 'Прибирається: {count}.',
    many: 'Прибираються: {count}.',
    other: 'Прибираються: {count}.',
  },
  keptThere: {
    one: 'У каналі лишається {count}, і нічого не робиться, поки запис не повернеться.',
    many: 'У каналі лишаються {count}, і нічого не робиться, поки запис не повернеться.',
    other: 'У каналі лишаються {count}, і нічого не робиться, поки запис не повернеться.',
  },
  aMoment: 'мить',
  seconds: {
    one: 'близько {count} секунди',
    many: 'близько {count} секунд',
    other: 'близько {count} секунд',
  },
  minutes: {
    one: 'близько {count} хвилини',
    many: 'близько {count} хвилин',
    other: 'близько {count} хвилин',
  },
  hours: {
    one: 'близько {count} години',
    many: 'близько {count} годин',
    other: 'близько {count} годин',
  },
  passedOverFaults:
    'Про ці канал не дізнається, поки їх не виправлено; допис, який там є, лишається як є:',
  allReadAgain: 'Усі записи знову читаються.',
  gitUnfinished:
    'У {folder} щось не закінчено ({work}). До того нічого не йде ні в канал, ні на сайт.',
  gitFinished: 'У git більше немає нічого незакінченого: канал і сайт знову оновлюються.',
  notUpToDate: 'Канал не оновлюється: {reason}',
  upToDateAgain: 'Канал знову оновлюється.',
  dateHasCome: 'Термін {file} настав, але: {reason}',
  carriedOn: 'Те, що не пішло далі файлу, тепер іде далі.',
  botEnds: 'Бот завершує роботу: {reason}',
  diskTrouble: 'Не можу писати на диск: {reason}',
  diskTroubleHint:
    'Усе, що ти надішлеш, чекає по черзі, і нічого не пропаде. Звільни місце або дай мені знову писати туди; двічі надсилати нічого не треба. Я скажу, коли це мине.',
  diskAgain: 'Знову можу писати на диск. Надіслане за цей час прийнято.',
  setAside: 'З цим я не впорався й після кількох спроб відклав: {what}. {reason}',
  setAsideOwn:
    'Подивися через /drafts, чи слова на місці; якщо ні, усунь причину. Воно збережене: /retry спробує знову.',
  setAsideOther: 'Усунь причину. Воно збережене: /retry спробує знову.',
  ownMessage: 'твоє повідомлення («{words}»), повідомлення {message} чату {chat}',
  ownMessageWordless: 'твоє повідомлення, повідомлення {message} чату {chat}',
  otherMessage: 'повідомлення («{words}»), повідомлення {message} чату {chat}',
  otherMessageWordless: 'повідомлення, повідомлення {message} чату {chat}',
  pressedButton: 'натиснута кнопка',
  groupReaction: 'реакція в групі',
  draftsCount: 'Чернетки: {number}',
  nextScheduled: 'Найближчий за планом: {name}, {moment}',
  scheduledNothing: 'За планом: нічого',
  afterThat: '  і ще {number} після',
  inboxWaits: 'Вхідні: чекають {number}',
  inboxFailed: 'Вхідні: чекають {number}, відкладено {failed}; /retry спробує знову',
  outboxWaits: 'Вихідні: чекають {number}',
  outboxNext: 'Вихідні: чекають {number}; наступна спроба {moment}',
  triedTimes: {
    one: '  {file}: {reason} ({count} спроба)',
    many: '  {file}: {reason} ({count} спроб)',
    other: '  {file}: {reason} ({count} спроби)',
  },
  refusedLine: 'Відмовлено: {file}: {reason}',
  uncertainLine: 'Неясно: {file}: {reason}',
  noReason: 'причину не названо',
  andMore: '  і ще {number}',
  neverPublished: 'Публікація ({mode}): поки нічого',
  lastBuild: 'Останнє збирання ({mode}): {moment}, {subject}: успішно',
  lastBuildFailed: 'Останнє збирання ({mode}): {moment}, {subject}: НЕВДАЧА: {reason}',
  channelState: 'Канал: {channel}, записів там: {number}; {rights}',
  noChannel: 'Канал: немає (TELEGRAM_CHANNEL не задано)',
  groupState: 'Група {group}: {rights}',
  warningLine: 'Попередження: {fault}',
  faultLine: 'Помилка: {fault}',
  notAsked: 'не вдалося спитати ({reason})',
  isOwner: 'власник',
  isAdministrator: 'адміністратор',
  mayDo: 'адміністратор: може {rights}',
  mayNotDo: 'адміністратор; НЕ МОЖЕ {rights}',
  mayAndMayNot: 'адміністратор: може {rights}; НЕ МОЖЕ {missing}',
  mayPost: 'розміщувати',
  mayEdit: 'змінювати',
  mayDelete: 'видаляти',
  isMember: 'учасник',
  isRestricted: 'учасник з обмеженнями',
  isOutside: 'НЕ ТАМ; додай бота',
  waitsForYou: 'Чекає на твою відповідь: {what}',
  openJournal: 'чи це той журнал, що в каналі',
  openPosts: {
    one: '{count} новий запис, чи розміщувати',
    many: '{count} нових записів, чи розміщувати',
    other: '{count} нові записи, чи розміщувати',
  },
  openRemovals: {
    one: '{count} допис, чи прибирати',
    many: '{count} дописів, чи прибирати',
    other: '{count} дописи, чи прибирати',
  },
  openComments: { one: '{count} коментар', many: '{count} коментарів', other: '{count} коментарі' },
  openPicks: {
    one: '{count} вибір, через ім’я',
    many: '{count} виборів, через імена',
    other: '{count} вибори, через імена',
  },
  openContacts: { one: '{count} контакт', many: '{count} контактів', other: '{count} контакти' },
  nothingSetAside: 'Нічого не відкладено.',
  triedAgain: {
    one: 'Знову пробую {count} повідомлення. /status покаже, що лишилося.',
    many: 'Знову пробую {count} повідомлень. /status покаже, що лишилося.',
    other: 'Знову пробую {count} повідомлення. /status покаже, що лишилося.',
  },
} satisfies ChannelTranslation;
