import type { Translation } from '../message.ts';
import type { TalkTable } from './english.ts';

/** European Portuguese. */
export const europeanPortuguese = {
  doesArticle: 'começar um artigo; o que enviar junta-se a ele',
  fileLine: 'Ficheiro: {value}',
  previewLine: 'Pré-visualização: {value}',
  savedAs: 'Guardado em {file}',
  articleOpen: 'O que enviar agora junta-se a ele. /done termina-o.',
  journalUnread:
    'Não é possível ler o diário neste momento: {reason}\nO que escreve espera, por ordem, até que seja possível. Entretanto nada mais é feito: peça ou toque de novo depois.',
  publishAgain:
    '{file} não foi publicado: pediu-o em {moment}, e até agora não foi possível. Se ainda o quiser, peça de novo.',
  addedFile: 'um ficheiro',
  file: 'Ficheiro',
  document: 'ficheiro',
} satisfies Translation<TalkTable>;
