import type { ChannelTranslation } from './english.ts';

/** Turkish. */
export const turkish = {
  stubText: '(kaldırıldı)',
  resendButton: 'Yeniden gönder',
  repostButton: 'Yeniden paylaş',
  sentAgain: 'Yeniden gönderiliyor.',
  postedAgain: 'Yeniden paylaşılıyor.',
  settledAlready: 'O iş zaten çözüldü.',
  thankYou: 'Teşekkürler: {file} gönderisi orada.',
  thereAfterAll:
    '{file} gönderisi yine de orada: kanalın grubuna ulaştı. Yapılacak bir şey kalmadı.',
  mayBeThere:
    'Ama kanalda bir gönderisi olabilir: ulaştı mı kimse bilmiyor. Oraya bak. Varsa bana ilet, kaldırayım. Yoksa yapılacak bir şey kalmadı.',
  uncertain: '{file} gönderisi kanala ulaştı mı kimse bilmiyor: {reason}',
  uncertainHint: 'Oraya bak. Varsa bana ilet. Yoksa:',
  linkWaits: '{file} bağlantısı henüz kanalda değil: {reason}.',
  linkWaitsHint: 'Bakmayı sürdürüyorum, sayfası yanıt verince çıkar. Site kuruldu ve yayında mı?',
  pictureWaits: 'Kanalın {file} için göstereceği bekliyor: {reason}.',
  pictureWaitsHint: 'O dosyayı okuma izni ver; denemeyi sürdürüyorum, yapılacak başka şey yok.',
  deletedByHand:
    '{file} değişti ama kanaldaki gönderisi silinmiş. Sen demeden yeniden paylaşmam; başındaki "mirror: false" onu kanaldan hep uzak tutar.',
  refused: 'Kanal {file} için yapılacağı reddetti: {reason}',
  takeDownByHand: 'Elle kaldır.',
  triedWhenChanged: 'Yazı değişince yeniden denenir.',
  pageSilent: '{page} henüz yanıt vermiyor',
  pageSilentLong: '{page} {count} gündür yanıt vermiyor',
  stub: '{address} 48 saatten eski; Telegram hiçbir bota bunu sildirmez. Orada şimdi “{removed}” yazıyor; kanalda silebilirsin.',
  stubs:
    'Bu gönderiler 48 saatten eski; Telegram hiçbir bota bunları sildirmez. Orada şimdi “{removed}” yazıyor; kanalda silebilirsin:\n{addresses}',
  unreadablePicture:
    '{file} görsel olarak okunamıyor, bu yüzden yazı kanala onsuz, sayfasının bağlantısıyla gidiyor. JPEG ya da PNG olarak yeniden kaydet.',
  waitsForAnswer: 'kanal soruma vereceğin yanıtı bekliyor.',
  postIsNote: 'Kanaldaki bir gönderi not oldu. {published}',
  postByIsNote: 'Kanaldaki bir gönderi ({name}) not oldu. {published}',
  postSaved: 'Kanaldaki bir gönderi kaydedildi: {file}',
  postBySaved: 'Kanaldaki bir gönderi ({name}) kaydedildi: {file}',
  postEditGone: 'Kanalda bir gönderi düzenlendi, notu {file} ise artık yok.',
  postEditByHand:
    'Kanalda bir gönderi düzenlendi, ama {file} bir MDX; metnini yalnızca sen elle düzenlersin, bu yüzden düzenleme içinde değil. Gönderi şimdi diyor ki:',
  postEditConflict:
    'Kanalda bir gönderi düzenlendi, ama {file} o zamandan beri elle değişti, bu yüzden düzenleme içinde değil. İkisi de olduğu gibi. Gönderi şimdi diyor ki:',
  askPosts: {
    one: '{count} yazı birden {channel} kanalına giderdi. Hepsi, en eskiden başlayarak, {time} sürer. Sen seçmeden hiçbiri paylaşılmaz.',
    other:
      '{count} yazı birden {channel} kanalına giderdi. Hepsi, en eskiden başlayarak, {time} sürer. Sen seçmeden hiçbiri paylaşılmaz.',
  },
  askFirstPosts: {
    one: '{count} yazı birden, henüz bu günlükten bir şey göstermeyen {channel} kanalına giderdi. Hepsi, en eskiden başlayarak, {time} sürer. Sen seçmeden hiçbiri paylaşılmaz.',
    other:
      '{count} yazı birden, henüz bu günlükten bir şey göstermeyen {channel} kanalına giderdi. Hepsi, en eskiden başlayarak, {time} sürer. Sen seçmeden hiçbiri paylaşılmaz.',
  },
  foreignFolder:
    '{channel} kanalının gösterdiği yazıların hiçbiri {folder} içinde değil, bu yüzden hiçbir şey paylaşılmıyor, düzenlenmiyor ya da kaldırılmıyor.',
  askRemovals:
    '{posts} gönderiden {removals} tanesi kaldırılırdı, çünkü yazıları {folder} içinde değil ya da okurlar için değil. Bu çoğu kez istek değil, yanlış klasör (JOURNAL_CONTENT) ya da başka bir daldır. Sen seçmeden hiçbiri kaldırılmaz.',
  askMoreRemovals:
    '{posts} gönderiden {removals} tanesi kaldırılırdı, bir günde {gone} tanesinden sonra, çünkü yazıları {folder} içinde değil ya da okurlar için değil. Bu çoğu kez istek değil, yanlış klasör (JOURNAL_CONTENT) ya da başka bir daldır. Sen seçmeden hiçbiri kaldırılmaz.',
  askJournal:
    '{channel} kanalı {known} günlüğünü gösteriyor, site.yaml ise bunun {found} olduğunu söylüyor. Bu yüzden sen seçmeden hiçbir şey paylaşılmıyor, düzenlenmiyor ya da kaldırılmıyor.',
  journalChanges:
    '{posts} gönderiden {removals} tanesi kaldırılır, {others} tanesi paylaşılır ya da düzenlenirdi.',
  journalMoved:
    'Aynı günlükse ve taşındıysa site.yaml içine {setting} yaz: gönderileri oraya götürür, akış okurları için yazıları aynı kalır.',
  allButton: 'Hepsi, en eskiden başlayarak',
  fromNowButton: 'Yalnızca bundan sonrası',
  laterButton: 'Şimdi değil',
  takeDownButton: 'Kaldır',
  keepButton: 'Bırak',
  sameJournalButton: 'Bu aynı günlük',
  nothingToChoose: 'Çözüldü: seçilecek bir şey kalmadı.',
  settledOrChanged: 'Çözüldü ya da o zamandan beri değişti.',
  unknownAnswer: 'Bu düğmeyi bilmiyorum.',
  postsLater:
    'Şimdi değil: bunların hiçbiri paylaşılmaz. Burada yayımladığın gider. Düğmeler kalır.',
  journalLater: 'Şimdi değil: kanal olduğu gibi kalır. Düğmeler kalır.',
  journalShown: 'Kanal bundan sonra {journal} günlüğünü gösteriyor.',
  goesOut: {
    one: 'Gidiyor.',
    other: 'Bu {count} tanesi gidiyor, en eskiden başlayarak.',
  },
  passedOver: {
    one: 'Yalnızca bundan sonrası: kanalın dışında kalıyor. site.yaml içindeki {setting} bunu hep söyler; {command} yine de paylaşır.',
    other:
      'Yalnızca bundan sonrası: bu {count} tanesi kanalın dışında kalıyor. site.yaml içindeki {setting} bunu hep söyler; {command} yine de paylaşır.',
  },
  takenDown: { one: 'Kaldırılıyor.', other: 'Bu {count} tanesi kaldırılıyor.' },
  keptThere: {
    one: 'Kanalda kalıyor, yazı geri gelene dek bir şey yapılmaz.',
    other: 'Bu {count} tanesi kanalda kalıyor, yazı geri gelene dek bir şey yapılmaz.',
  },
  aMoment: 'bir an',
  seconds: { one: 'yaklaşık {count} saniye', other: 'yaklaşık {count} saniye' },
  minutes: { one: 'yaklaşık {count} dakika', other: 'yaklaşık {count} dakika' },
  hours: { one: 'yaklaşık {count} saat', other: 'yaklaşık {count} saat' },
  passedOverFaults:
    'Düzelene dek kanala bunlardan söz edilmez; orada duran gönderi olduğu gibi kalır:',
  allReadAgain: 'Bütün yazılar yeniden okunabiliyor.',
  gitUnfinished:
    '{folder} içinde bitmemiş bir iş var ({work}). Bitene dek kanala da siteye de bir şey gitmez.',
  gitFinished: 'git içinde bitmemiş iş kalmadı: kanal ve site yeniden güncel tutuluyor.',
  notUpToDate: 'Kanal güncel tutulmuyor: {reason}',
  upToDateAgain: 'Kanal yeniden güncel tutuluyor.',
  dateHasCome: '{file} zamanı geldi, ama: {reason}',
  carriedOn: 'Daha önce dosyadan öteye gitmeyenler şimdi sürüyor.',
  botEnds: 'Bot duruyor: {reason}',
  diskTrouble: 'Diske yazamıyorum: {reason}',
  diskTroubleHint:
    'Gönderdiklerin sırayla bekler, hiçbiri kaybolmaz. Yer aç ya da yeniden yazmama izin ver; hiçbir şeyi iki kez göndermen gerekmez. Geçince söylerim.',
  diskAgain: 'Yeniden diske yazabiliyorum. Bu arada gönderdiklerin alındı.',
  setAside: 'Bununla baş edemedim ve birkaç denemeden sonra kenara koydum: {what}. {reason}',
  setAsideOwn:
    '/drafts ile sözcükleri orada mı bak; değilse nedenini gider. Saklı duruyor: /retry yeniden dener.',
  setAsideOther: 'Nedenini gider. Saklı duruyor: /retry yeniden dener.',
  ownMessage: 'bir iletin (“{words}”), {chat} sohbetinde {message} numaralı ileti',
  ownMessageWordless: 'bir iletin, {chat} sohbetinde {message} numaralı ileti',
  otherMessage: 'bir ileti (“{words}”), {chat} sohbetinde {message} numaralı ileti',
  otherMessageWordless: 'bir ileti, {chat} sohbetinde {message} numaralı ileti',
  pressedButton: 'bastığın bir düğme',
  groupReaction: 'bir gruptaki tepki',
  draftsCount: 'Taslaklar: {number}',
  nextScheduled: 'Sıradaki: {name}, {moment}',
  scheduledNothing: 'Zamanlanan: yok',
  afterThat: '  ve ardından {number} tane',
  inboxWaits: 'Gelenler: {number} bekliyor',
  inboxFailed: 'Gelenler: {number} bekliyor, {failed} kenarda; /retry yeniden dener',
  outboxWaits: 'Gidenler: {number} bekliyor',
  outboxNext: 'Gidenler: {number} bekliyor; sıradaki deneme {moment}',
  triedTimes: {
    one: '  {file}: {reason} (bir kez denendi)',
    other: '  {file}: {reason} ({count} kez denendi)',
  },
  refusedLine: 'Reddedildi: {file}: {reason}',
  uncertainLine: 'Belirsiz: {file}: {reason}',
  noReason: 'neden belirtilmedi',
  andMore: '  ve {number} tane daha',
  neverPublished: 'Yayımlama ({mode}): henüz yok',
  lastBuild: 'Son kuruluş ({mode}): {moment}, {subject}: iyi gitti',
  lastBuildFailed: 'Son kuruluş ({mode}): {moment}, {subject}: BAŞARISIZ: {reason}',
  channelState: 'Kanal: {channel}, oradaki yazılar: {number}; {rights}',
  noChannel: 'Kanal: yok (TELEGRAM_CHANNEL ayarlı değil)',
  groupState: 'Grup {group}: {rights}',
  warningLine: 'Uyarı: {fault}',
  faultLine: 'Hata: {fault}',
  notAsked: 'sorulamadı ({reason})',
  isOwner: 'sahip',
  isAdministrator: 'yönetici',
  mayDo: 'yönetici: yapabildiği {rights}',
  mayNotDo: 'yönetici; YAPAMADIĞI {rights}',
  mayAndMayNot: 'yönetici: yapabildiği {rights}; YAPAMADIĞI {missing}',
  mayPost: 'paylaşma',
  mayEdit: 'düzenleme',
  mayDelete: 'silme',
  isMember: 'üye',
  isRestricted: 'kısıtlı üye',
  isOutside: 'İÇİNDE DEĞİL; botu ekle',
  waitsForYou: 'Yanıtını bekliyor: {what}',
  openJournal: 'bu, kanalın günlüğü mü',
  openPosts: {
    one: '{count} yeni yazı, paylaşılsın mı',
    other: '{count} yeni yazı, paylaşılsın mı',
  },
  openRemovals: {
    one: '{count} gönderi, kaldırılsın mı',
    other: '{count} gönderi, kaldırılsın mı',
  },
  openComments: { one: '{count} yorum', other: '{count} yorum' },
  openPicks: { one: '{count} seçim, bir ad için', other: '{count} seçim, adlar için' },
  openContacts: { one: '{count} kişi', other: '{count} kişi' },
  nothingSetAside: 'Kenarda bir şey yok.',
  triedAgain: {
    one: 'Bir ileti yeniden deneniyor. Kalanı /status gösterir.',
    other: '{count} ileti yeniden deneniyor. Kalanı /status gösterir.',
  },
} satisfies ChannelTranslation;
