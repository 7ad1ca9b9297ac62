import type { SiteTranslation } from '../english.ts';

/** Turkish. No suffix hangs on a value: its vowels would have to agree with words that nobody knows here. */
export const turkish = {
  skip: 'Metne geç',
  journal: 'Günlük',
  archive: 'Arşiv',
  tags: 'Etiketler',
  series: 'Diziler',
  authors: 'Yazarlar',
  blogroll: 'Önerilen bloglar',
  search: 'Arama',
  follow: 'Abone ol',
  channel: 'Kanal',

  everything: 'Hepsi',
  articles: 'Yazılar',
  notes: 'Notlar',
  newestEntries: 'En yeniler',
  olderEntries: 'Daha eskiler',
  newerEntries: 'Daha yeniler',
  page: 'Sayfa {page}',
  streamPage: 'En eskiden başlayarak sayfa {page}',
  pages: 'Sayfalar',
  neighbouringMonths: 'Komşu aylar',
  nothingPublished: 'Henüz bir şey yayımlanmadı.',
  nothingHere: 'Burada henüz bir şey yayımlanmadı.',
  nothingTagged: 'Henüz hiçbir şey etiketlenmedi.',

  note: 'Not',
  draft: 'taslak',
  scheduled: 'yayım tarihi: {moment}',
  tldr: 'Kısaca',
  by: 'Yazan: {authors}',
  inReplyTo: 'Yanıtlanan: {place}',
  changedOn: 'Değiştirildi: {day}',
  alsoOn: 'Ayrıca: {places}',
  alsoIn: 'Diğer diller: {languages}',
  neighbouringEntries: 'Komşu girdiler',
  older: 'Önceki',
  newer: 'Sonraki',
  relatedEntries: 'İlgili girdiler',
  referredToBy: 'Bundan söz edenler',
  similar: 'Benzerleri',
  moreInTag: 'Dahası: {tag}',
  moreFromAuthor: 'Aynı yazardan: {author}',

  seriesPlace: 'Dizi: {series}, bölüm {part}',
  partOfSeries: '{series}: bölüm {part}/{total}',
  partBefore: 'Önceki',
  partNext: 'Sonraki',
  partToCome: 'Gelecek',
  toCome: 'gelecek',
  seriesParts: '{done}/{count} bölüm, {months}',
  noSeries: 'Henüz dizi yok.',

  noComments: 'Yorum yok',
  comments: '{count} yorum',
  commentChanged: 'değiştirildi: {moment}',
  commentReply: 'yanıt: {name}',
  discuss: 'Telegram’da tartış',
  morePictures: 've sayfada {count} resim daha',

  calloutNote: 'Not',
  calloutTip: 'İpucu',
  calloutImportant: 'Önemli',
  calloutWarning: 'Uyarı',
  calloutCaution: 'Dikkat',
  pullQuote: 'Öne çıkan alıntı',
  spoiler: 'Sürprizbozan',
  taskToDo: 'yapılacak',
  taskDone: 'yapıldı',
  video: 'Video',
  audio: 'Ses',
  videoAt: 'Video: {place}',
  notWritten: 'henüz yazılmadı',
  footnotes: 'Dipnotlar',
  backToReference: '{reference} numaralı göndermeye dön',

  blogrollFile:
    'Bir besleme okuyucusu hepsini bir kerede <file>bu OPML dosyasından</file> alabilir.',
  blogrollOf: '{journal}: önerilen bloglar',
  feed: 'Besleme',
  feedOf: 'Besleme: {title}',
  noBlogs: 'Henüz bir öneri yok.',

  notFound: 'Burada değil',
  notFoundText:
    'Bu adreste bir sayfa yok. Haber vermeden taşınmış olabilir. <archive>Arşivde</archive> her şey yıllara göre durur, <newest>en yeniler</newest> de her zamanki yerindedir.',

  searchWords: 'Aranacak sözcükler',
  searchButton: 'Ara',
  searchScript:
    'Arama için JavaScript gerekir. <archive>Arşivde</archive> her şey yıllara, <tags>etiketlerde</tags> konulara göre durur.',
  searchFailed: 'Arama yüklenemedi. Yeniden denemek için sayfayı yenileyin.',
  searchResults: '“{query}” için {count} sonuç.',
  searchNothing: '“{query}” için bir şey bulunamadı.',
  searchMore: 'Daha fazla sonuç',

  tagFeed: '{tag} etiketli girdiler',
  authorFeed: 'Yazarın girdileri: {author}',
  followAbout: '{journal}: yeniliklerden haberdar olmanın yolu, beslemeler.',
  followAboutChannel:
    '{journal}: yeniliklerden haberdar olmanın yolu, beslemeler ve bir Telegram kanalı.',
  followWhy:
    'Yeni bir şey var mı diye dönüp bakmanız gerekmez. <feed>Besleme</feed>, bu günlüğün bir programın okuyabildiği bir adresteki hâlidir: Besleme okuyucusu oraya ara sıra bakar ve çıkanları sizin için saklar. İstediğiniz zaman, bütün olarak ve yazıldığı sırayla okursunuz. Ne hesap ister ne e-posta adresi. Yeter dediğinizde adresi okuyucunuzdan çıkarırsınız, o kadar.',
  followBegin: 'Nasıl başlanır',
  followReader:
    'Hoşunuza giden bir besleme okuyucusu bulun. Her telefon ve bilgisayar için iyileri vardır, çoğu ücretsizdir; kimi e-posta programları ve tarayıcılar da bu işi görür.',
  followCopy:
    'Aşağıdaki adreslerden birini ona kopyalayın. Çoğu, beslemeyi yalnızca {address} ile de bulur.',
  followThen: 'Hepsi bu. Sonraki girdi size kendisi gelir.',
  followFeeds: 'Beslemeler',
  followFormats:
    'Her besleme, aynı şeyi söyleyen üç biçimde gelir. Okuyucunuz birini istemiyorsa ilkini alın.',
  followNewest: {
    one: 'Bir besleme, konusundaki en yeni {count} girdiyi bütün olarak içerir. Daha eskiler <archive>arşivde</archive> bekler.',
    other:
      'Bir besleme, konusundaki en yeni {count} girdiyi içerir, her birini bütün olarak. Daha eskiler <archive>arşivde</archive> bekler.',
  },
  followParts: 'Yalnızca bir bölümü',
  followOther:
    'Bunlar RSS adresleridir. Öbür biçimlerde adres {rss} yerine {atom} ya da {json} ile biter.',
  followTelegram: 'Telegram’da',
  followChannel:
    'Zaten oradaysanız, {channel} kanalı burada çıkanları verir: notları bütün olarak, yazıları bağlantıyla.',
} satisfies SiteTranslation;
