import type { SiteTranslation } from '../english.ts';

/** Spanish. */
export const spanish = {
  skip: 'Ir al texto',
  journal: 'Diario',
  archive: 'Archivo',
  tags: 'Etiquetas',
  series: 'Series',
  authors: 'Autores',
  blogroll: 'Blogs recomendados',
  search: 'Búsqueda',
  follow: 'Suscribirse',
  channel: 'Canal',

  everything: 'Todo',
  articles: 'Artículos',
  notes: 'Notas',
  newestEntries: 'Lo más reciente',
  olderEntries: 'Entradas anteriores',
  newerEntries: 'Entradas más recientes',
  page: 'Página {page}',
  streamPage: 'Entradas, página {page} desde la más antigua',
  pages: 'Páginas',
  neighbouringMonths: 'Meses contiguos',
  nothingPublished: 'Todavía no hay nada publicado.',
  nothingHere: 'Aquí todavía no hay nada publicado.',
  nothingTagged: 'Todavía no hay nada etiquetado.',

  note: 'Nota',
  draft: 'borrador',
  scheduled: 'programado para el {moment}',
  tldr: 'En resumen',
  by: 'Por {authors}',
  inReplyTo: 'En respuesta a {place}',
  changedOn: 'Modificado el {day}',
  alsoOn: 'También en {places}',
  alsoIn: 'También en {languages}',
  neighbouringEntries: 'Entradas contiguas',
  older: 'Anterior',
  newer: 'Siguiente',
  relatedEntries: 'Entradas relacionadas',
  referredToBy: 'Mencionado en',
  similar: 'Parecido',
  moreInTag: 'Más sobre {tag}',
  moreFromAuthor: 'Más de {author}',

  seriesPlace: 'Serie: {series}, parte {part}',
  partOfSeries: 'Parte {part} de {total} de {series}',
  partBefore: 'Antes',
  partNext: 'Después',
  partToCome: 'Próximamente',
  toCome: 'próximamente',
  seriesParts: {
    one: '{done} de {count} parte, {months}',
    other: '{done} de {count} partes, {months}',
  },
  noSeries: 'Todavía no hay ninguna serie.',

  noComments: 'Sin comentarios',
  comments: { one: '{count} comentario', other: '{count} comentarios' },
  commentChanged: 'modificado el {moment}',
  commentReply: 'en respuesta a {name}',
  discuss: 'Comentar en Telegram',
  morePictures: {
    one: 'y {count} imagen más en la página',
    other: 'y {count} imágenes más en la página',
  },

  calloutNote: 'Nota',
  calloutTip: 'Consejo',
  calloutImportant: 'Importante',
  calloutWarning: 'Advertencia',
  calloutCaution: 'Precaución',
  pullQuote: 'Cita destacada',
  spoiler: 'Destripe',
  taskToDo: 'por hacer',
  taskDone: 'hecho',
  video: 'Vídeo',
  audio: 'Audio',
  videoAt: 'Vídeo en {place}',
  notWritten: 'aún sin escribir',
  footnotes: 'Notas al pie',
  backToReference: 'Volver a la llamada {reference}',

  blogrollFile:
    'Un lector de fuentes puede importarlos todos de una vez desde <file>este archivo OPML</file>.',
  blogrollOf: '{journal}: blogs recomendados',
  feed: 'Fuente',
  feedOf: 'Fuente de {title}',
  noBlogs: 'Todavía no hay nada recomendado.',

  notFound: 'No está aquí',
  notFoundText:
    'No hay ninguna página en esta dirección. Quizá se mudó sin avisar. El <archive>archivo</archive> lo tiene todo por años, y <newest>lo más reciente</newest> está donde siempre.',

  searchWords: 'Palabras que buscar',
  searchButton: 'Buscar',
  searchScript:
    'La búsqueda necesita JavaScript. El <archive>archivo</archive> lo tiene todo por años, y las <tags>etiquetas</tags> por temas.',
  searchFailed: 'No se pudo cargar la búsqueda. Recargue la página para volver a intentarlo.',
  searchResults: {
    one: '{count} resultado para «{query}».',
    other: '{count} resultados para «{query}».',
  },
  searchNothing: 'No se encontró nada para «{query}».',
  searchMore: 'Más resultados',

  tagFeed: 'Entradas con la etiqueta {tag}',
  authorFeed: 'Entradas de {author}',
  followAbout: 'Cómo enterarse de lo nuevo en {journal}: fuentes web.',
  followAboutChannel:
    'Cómo enterarse de lo nuevo en {journal}: fuentes web y un canal de Telegram.',
  followWhy:
    'No hace falta volver para ver si hay algo nuevo. Una <feed>fuente</feed> es este diario en una dirección que un programa puede leer: un lector de fuentes pasa por allí de vez en cuando y guarda lo que ha aparecido. Se lee cuando se quiere, entero y en el orden en que se escribió. No pide cuenta ni correo electrónico. Cuando ya no interese, basta con quitar la dirección del lector.',
  followBegin: 'Cómo empezar',
  followReader:
    'Busque un lector de fuentes que le guste. Los hay buenos para cualquier teléfono y ordenador, muchos de ellos gratuitos, y algunos programas de correo y navegadores también lo son.',
  followCopy:
    'Copie en él una de las direcciones de abajo. La mayoría encuentra la fuente solo con {address}.',
  followThen: 'Eso es todo. La próxima entrada llegará sola.',
  followFeeds: 'Las fuentes',
  followFormats:
    'Cada fuente viene en tres formatos que dicen lo mismo. Si su lector no pide ninguno en particular, tome el primero.',
  followNewest: {
    one: 'Una fuente contiene la entrada más reciente de su tema, entera. Lo anterior espera en el <archive>archivo</archive>.',
    other:
      'Una fuente contiene las {count} entradas más recientes de su tema, cada una entera. Lo anterior espera en el <archive>archivo</archive>.',
  },
  followParts: 'Solo una parte',
  followOther:
    'Estas son RSS. Para los otros formatos, la dirección termina en {atom} o {json} en lugar de {rss}.',
  followTelegram: 'En Telegram',
  followChannel:
    'Si ya está allí, el canal {channel} trae lo que aparece aquí: las notas enteras, los artículos como enlace.',
} satisfies SiteTranslation;
