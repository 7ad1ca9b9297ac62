import type { SiteTranslation } from '../english.ts';

/** What is said otherwise in Portugal, and wherever Portuguese is written as there. */
export const europeanPortuguese = {
  blogroll: 'Blogues recomendados',
  search: 'Pesquisa',
  follow: 'Subscrever',
  changedOn: 'Alterado a {day}',
  commentChanged: 'alterado a {moment}',
  taskToDo: 'por fazer',
  blogrollFile:
    'Um leitor de feeds pode importar todos de uma vez a partir <file>deste ficheiro OPML</file>.',
  blogrollOf: '{journal}: blogues recomendados',
  searchWords: 'Palavras a pesquisar',
  searchButton: 'Pesquisar',
  searchScript:
    'A pesquisa precisa de JavaScript. O <archive>arquivo</archive> tem tudo por ano, e as <tags>etiquetas</tags>, por assunto.',
  searchFailed: 'Não foi possível carregar a pesquisa. Recarregue a página para tentar de novo.',
  searchResults: {
    one: '{count} resultado para «{query}».',
    other: '{count} resultados para «{query}».',
  },
  searchNothing: 'Nada encontrado para «{query}».',
  followWhy:
    'Não é preciso voltar para ver se há algo novo. Um <feed>feed</feed> é este diário num endereço que um programa consegue ler: um leitor de feeds passa por lá de vez em quando e guarda o que apareceu. Lê-se quando se quer, por inteiro, na ordem em que foi escrito. Não pede conta nem endereço de correio eletrónico. Quando bastar, é só tirar o endereço do leitor.',
  followReader:
    'Procure um leitor de feeds a seu gosto. Há bons para qualquer telemóvel e computador, muitos deles gratuitos, e alguns navegadores e programas de correio também servem.',
  followThen: 'É só isto. A próxima publicação chega até si.',
  followFormats:
    'Cada feed existe em três formatos que dizem o mesmo. Se o seu leitor não pedir nenhum deles, escolha o primeiro.',
  followChannel:
    'Para quem já lá está, o canal {channel} traz o que aparece aqui: as notas por inteiro, os artigos como ligação.',
} satisfies SiteTranslation;
