import type { SiteTranslation } from '../english.ts';

/** Japanese. */
export const japanese = {
  skip: '本文へ移動',
  journal: '日誌',
  archive: 'アーカイブ',
  tags: 'タグ',
  series: '連載',
  authors: '著者',
  blogroll: 'おすすめのブログ',
  search: '検索',
  follow: '購読',
  channel: 'チャンネル',

  everything: 'すべて',
  articles: '記事',
  notes: '短信',
  newestEntries: '新着',
  olderEntries: '古い投稿',
  newerEntries: '新しい投稿',
  page: '{page}ページ',
  streamPage: '投稿、古いほうから{page}ページ目',
  pages: 'ページ',
  neighbouringMonths: '前後の月',
  nothingPublished: 'まだ何も公開されていません。',
  nothingHere: 'ここにはまだ何も公開されていません。',
  nothingTagged: 'まだタグの付いたものはありません。',

  note: '短信',
  noteName: '{day}：{words}',
  dayAndTime: '{day} {time}',
  draft: '下書き',
  scheduled: '{moment}公開予定',
  tldr: '要約',
  by: '文：{authors}',
  inReplyTo: '{place}への返信',
  changedOn: '{day}更新',
  alsoOn: 'こちらにも：{places}',
  neighbouringEntries: '前後の投稿',
  older: '前へ',
  newer: '次へ',
  relatedEntries: '関連する投稿',
  referredToBy: 'ここに触れた投稿',
  similar: '似た投稿',
  moreInTag: '{tag}の投稿',
  moreFromAuthor: '{author}の投稿',

  seriesPlace: '連載「{series}」第{part}回',
  partOfSeries: '連載「{series}」全{total}回の第{part}回',
  partBefore: '前回',
  partNext: '次回',
  partToCome: '予定',
  toCome: '公開予定',
  seriesParts: { other: '全{count}回中{done}回、{months}' },
  months: '{first}〜{last}',
  noSeries: 'まだ連載はありません。',

  noComments: 'コメントはありません',
  comments: { other: 'コメント{count}件' },
  commentChanged: '{moment}編集',
  commentReply: '{name}への返信',
  discuss: 'Telegramで話す',
  morePictures: {
    other: 'ほか{count}枚はページに',
  },

  calloutNote: '補足',
  calloutTip: 'ヒント',
  calloutImportant: '重要',
  calloutWarning: '警告',
  calloutCaution: '注意',
  pullQuote: '抜き書き',
  spoiler: 'ネタバレ',
  taskToDo: '未完了',
  taskDone: '完了',
  video: '動画',
  audio: '音声',
  videoAt: '{place}の動画',
  notWritten: 'まだ書かれていません',
  footnotes: '脚注',
  backToReference: '本文の注{reference}に戻る',

  blogrollFile: 'フィードリーダーは<file>このOPMLファイル</file>からまとめて取り込めます。',
  blogrollOf: '{journal}：おすすめのブログ',
  feed: 'フィード',
  feedOf: '{title}のフィード',
  noBlogs: 'まだおすすめはありません。',

  notFound: 'ここにはありません',
  notFoundText:
    'このアドレスにページはありません。知らせずに移ったのかもしれません。<archive>アーカイブ</archive>にはすべてが年ごとに、<newest>新着</newest>はいつもの場所にあります。',

  searchWords: '探す言葉',
  searchButton: '検索',
  searchScript:
    '検索にはJavaScriptが必要です。<archive>アーカイブ</archive>には年ごとに、<tags>タグ</tags>には主題ごとにすべてがあります。',
  searchFailed: '検索を読み込めませんでした。ページを再読み込みしてください。',
  searchResults: { other: '「{query}」の検索結果{count}件' },
  searchNothing: '「{query}」は見つかりませんでした。',
  searchMore: 'さらに表示',

  feedTitle: '{journal}：{feed}',
  tagFeed: 'タグ「{tag}」の投稿',
  authorFeed: '{author}の投稿',
  followAbout: '{journal}の新着を知るには：フィード',
  followAboutChannel: '{journal}の新着を知るには：フィードとTelegramチャンネル',
  followWhy:
    '新しいものがあるか、何度も見に来る必要はありません。<feed>フィード</feed>とは、プログラムが読めるアドレスに置かれたこの日誌のことです。フィードリーダーがときどきそこを見て、新しく出たものを取っておいてくれます。好きなときに、全文を、書かれた順に読めます。アカウントもメールアドレスも要りません。もう十分だと思ったら、リーダーからアドレスを消すだけです。',
  followBegin: '始め方',
  followReader:
    '気に入ったフィードリーダーを見つけます。どの電話にもパソコンにも良いものがあり、多くは無料です。メールソフトやブラウザーにもその機能を持つものがあります。',
  followCopy:
    '下のアドレスのどれかをそこに入れます。たいていは{address}だけでフィードが見つかります。',
  followThen: 'それだけです。次の投稿は自動的に届きます。',
  followFeeds: 'フィード',
  followFormats:
    'どのフィードにも、内容が同じ三つの形式があります。リーダーから指定がなければ、最初のものを選んでください。',
  followNewest: {
    other:
      'フィードには、それぞれの主題の新しい投稿{count}件が全文で入っています。それより古いものは<archive>アーカイブ</archive>にあります。',
  },
  followParts: '一部だけ読む',
  followOther:
    'これらはRSSです。ほかの形式では、アドレスの末尾を{rss}の代わりに{atom}または{json}にします。',
  followTelegram: 'Telegramで読む',
  followChannel:
    'Telegramをお使いなら、チャンネル{channel}にもここに出たものが載ります。短信は全文、記事はリンクです。',
} satisfies SiteTranslation;
