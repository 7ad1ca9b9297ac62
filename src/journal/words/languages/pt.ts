import type { SiteTranslation } from '../english.ts';

/** Portuguese as Brazil writes it, which is what the tag `pt` means alone (CLDR, likely subtags). */
export const portuguese = {
  skip: 'Ir para o texto',
  journal: 'Diário',
  archive: 'Arquivo',
  tags: 'Etiquetas',
  series: 'Séries',
  authors: 'Autores',
  blogroll: 'Blogs recomendados',
  search: 'Busca',
  follow: 'Assinar',
  channel: 'Canal',

  everything: 'Tudo',
  articles: 'Artigos',
  notes: 'Notas',
  newestEntries: 'Publicações mais recentes',
  olderEntries: 'Publicações mais antigas',
  newerEntries: 'Publicações mais recentes',
  page: 'Página {page}',
  streamPage: 'Publicações, página {page} a partir da mais antiga',
  pages: 'Páginas',
  neighbouringMonths: 'Meses vizinhos',
  nothingPublished: 'Ainda não há nada publicado.',
  nothingHere: 'Aqui ainda não há nada publicado.',
  nothingTagged: 'Ainda não há nada com etiqueta.',

  note: 'Nota',
  draft: 'rascunho',
  scheduled: 'agendado para {moment}',
  tldr: 'Em resumo',
  by: 'Por {authors}',
  inReplyTo: 'Em resposta a {place}',
  changedOn: 'Alterado em {day}',
  alsoOn: 'Também em {places}',
  alsoIn: 'Também em {languages}',
  neighbouringEntries: 'Publicações vizinhas',
  older: 'Anterior',
  newer: 'Seguinte',
  relatedEntries: 'Publicações relacionadas',
  referredToBy: 'Mencionado em',
  similar: 'Parecidos',
  moreInTag: 'Mais sobre {tag}',
  moreFromAuthor: 'Mais de {author}',

  seriesPlace: 'Série: {series}, parte {part}',
  partOfSeries: 'Parte {part} de {total} de {series}',
  partBefore: 'Antes',
  partNext: 'Depois',
  partToCome: 'Em breve',
  toCome: 'em breve',
  seriesParts: {
    one: '{done} de {count} parte, {months}',
    other: '{done} de {count} partes, {months}',
  },
  noSeries: 'Ainda não há nenhuma série.',

  noComments: 'Nenhum comentário',
  comments: { one: '{count} comentário', other: '{count} comentários' },
  commentChanged: 'alterado em {moment}',
  commentReply: 'em resposta a {name}',
  discuss: 'Comentar no Telegram',
  morePictures: {
    one: 'e mais {count} imagem na página',
    other: 'e mais {count} imagens na página',
  },

  calloutNote: 'Nota',
  calloutTip: 'Dica',
  calloutImportant: 'Importante',
  calloutWarning: 'Aviso',
  calloutCaution: 'Cuidado',
  pullQuote: 'Citação em destaque',
  spoiler: 'Spoiler',
  taskToDo: 'a fazer',
  taskDone: 'feito',
  video: 'Vídeo',
  audio: 'Áudio',
  videoAt: 'Vídeo em {place}',
  notWritten: 'ainda não escrito',
  footnotes: 'Notas de rodapé',
  backToReference: 'Voltar à chamada {reference}',

  blogrollFile:
    'Um leitor de feeds pode importar todos de uma vez a partir <file>deste arquivo OPML</file>.',
  blogrollOf: '{journal}: blogs recomendados',
  feed: 'Feed',
  feedOf: 'Feed de {title}',
  noBlogs: 'Ainda não há nada recomendado.',

  notFound: 'Não está aqui',
  notFoundText:
    'Não há nenhuma página neste endereço. Talvez tenha mudado sem avisar. O <archive>arquivo</archive> tem tudo por ano, e as <newest>publicações mais recentes</newest> estão onde sempre estiveram.',

  searchWords: 'Palavras a buscar',
  searchButton: 'Buscar',
  searchScript:
    'A busca precisa de JavaScript. O <archive>arquivo</archive> tem tudo por ano, e as <tags>etiquetas</tags>, por assunto.',
  searchFailed: 'Não foi possível carregar a busca. Recarregue a página para tentar de novo.',
  searchResults: {
    one: '{count} resultado para “{query}”.',
    other: '{count} resultados para “{query}”.',
  },
  searchNothing: 'Nada encontrado para “{query}”.',
  searchMore: 'Mais resultados',

  tagFeed: 'Publicações com a etiqueta {tag}',
  authorFeed: 'Publicações de {author}',
  followAbout: 'Como saber das novidades de {journal}: feeds.',
  followAboutChannel: 'Como saber das novidades de {journal}: feeds e um canal no Telegram.',
  followWhy:
    'Não é preciso voltar para ver se há algo novo. Um <feed>feed</feed> é este diário em um endereço que um programa consegue ler: um leitor de feeds passa por lá de vez em quando e guarda o que apareceu. A leitura se faz quando se quer, por inteiro, na ordem em que foi escrito. Não pede conta nem e-mail. Quando bastar, é só tirar o endereço do leitor.',
  followBegin: 'Como começar',
  followReader:
    'Encontre um leitor de feeds do seu gosto. Há bons para qualquer celular e computador, muitos deles gratuitos, e alguns navegadores e programas de e-mail também servem.',
  followCopy: 'Copie para ele um dos endereços abaixo. A maioria encontra o feed só com {address}.',
  followThen: 'É só isso. A próxima publicação chega até você.',
  followFeeds: 'Os feeds',
  followFormats:
    'Cada feed existe em três formatos que dizem o mesmo. Se o seu leitor não pedir nenhum deles, fique com o primeiro.',
  followNewest: {
    one: 'Um feed contém a publicação mais recente do seu assunto, por inteiro. O que é mais antigo espera no <archive>arquivo</archive>.',
    other:
      'Um feed contém as {count} publicações mais recentes do seu assunto, cada uma por inteiro. O que é mais antigo espera no <archive>arquivo</archive>.',
  },
  followParts: 'Só uma parte',
  followOther:
    'Estes são RSS. Para os outros formatos, o endereço termina em {atom} ou {json} em vez de {rss}.',
  followTelegram: 'No Telegram',
  followChannel:
    'Para quem já está lá, o canal {channel} traz o que aparece aqui: as notas por inteiro, os artigos como link.',
} satisfies SiteTranslation;
