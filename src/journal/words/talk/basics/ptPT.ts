import type { BasicsTranslation } from './english.ts';

/** European Portuguese. */
export const europeanPortuguese = {
  doesArticle: 'começar um artigo; o que enviar junta-se a ele',
  fileLine: 'Ficheiro: {value}',
  previewLine: 'Pré-visualização: {value}',
  savedAs: 'Guardado em {file}',
  articleOpen: 'O que enviar agora junta-se a ele. /done termina-o.',
  addedFile: 'um ficheiro',
} satisfies BasicsTranslation;
