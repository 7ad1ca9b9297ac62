import type { ChannelTranslation } from './english.ts';

/** Portuguese. */
export const portuguese = {
  stubText: '(removido)',
  resendButton: 'Enviar de novo',
  repostButton: 'Postar de novo',
  sentAgain: 'É enviado de novo.',
  postedAgain: 'É postado de novo.',
  settledAlready: 'Isso já está resolvido.',
  thankYou: 'Obrigado: a mensagem de {file} está lá.',
  thereAfterAll:
    'A mensagem de {file} está lá afinal: chegou ao grupo do canal. Não há mais nada a fazer.',
  mayBeThere:
    'Mas talvez haja uma mensagem dele no canal: ninguém sabe se chegou. Veja lá. Se estiver, encaminhe para mim, e eu a tiro. Se não, não há mais nada a fazer.',
  uncertain: 'Ninguém sabe se a mensagem de {file} chegou ao canal: {reason}',
  uncertainHint: 'Veja lá. Se estiver, encaminhe para mim. Se não:',
  linkWaits: 'O link para {file} ainda não está no canal: {reason}.',
  linkWaitsHint:
    'Continuo olhando, e ele sai assim que a página responder. O site foi construído e está no ar?',
  pictureWaits: 'O que o canal deve mostrar de {file} espera: {reason}.',
  pictureWaitsHint:
    'Dê-me o direito de ler esse arquivo; continuo tentando, e não há mais nada a fazer.',
  deletedByHand:
    '{file} mudou, mas a mensagem foi apagada no canal. Não posto de novo a menos que você diga; "mirror: false" no cabeçalho o deixa fora do canal para sempre.',
  refused: 'O canal recusou o que havia a fazer por {file}: {reason}',
  takeDownByHand: 'Tire à mão.',
  triedWhenChanged: 'Tento de novo quando o texto mudar.',
  pageSilent: '{page} ainda não responde',
  pageSilentLong: '{page} não responde há {count} dias',
  stub: '{address} tem mais de 48 horas, e o Telegram não deixa nenhum bot apagar. Agora diz “{removed}”; você pode apagar no canal.',
  stubs:
    'Estes posts têm mais de 48 horas, e o Telegram não deixa nenhum bot apagar. Agora dizem “{removed}”; você pode apagá-los no canal:\n{addresses}',
  unreadablePicture:
    '{file} não pode ser lido como imagem, então o texto vai ao canal sem ela, com o link para a página. Salve de novo como JPEG ou PNG.',
  waitsForAnswer: 'o canal espera sua resposta à minha pergunta.',
  postIsNote: 'Uma mensagem do canal é uma nota. {published}',
  postByIsNote: 'Uma mensagem de {name} no canal é uma nota. {published}',
  postSaved: 'Uma mensagem do canal está salva como {file}',
  postBySaved: 'Uma mensagem de {name} no canal está salva como {file}',
  postEditGone: 'Uma mensagem foi editada no canal, e a nota {file} não existe mais.',
  postEditByHand:
    'Uma mensagem foi editada no canal, mas {file} é MDX, cujo texto só você edita, à mão, então a edição não está nele. A mensagem agora diz:',
  postEditConflict:
    'Uma mensagem foi editada no canal, mas {file} mudou à mão desde então, e a edição não está nele. Os dois ficam como estavam. A mensagem agora diz:',
  askPosts: {
    one: '{count} texto iria de uma vez para {channel}. Tudo, dos mais antigos aos mais novos, leva {time}. Nada disso é postado antes de você escolher.',
    other:
      '{count} textos iriam de uma vez para {channel}. Tudo, dos mais antigos aos mais novos, leva {time}. Nada disso é postado antes de você escolher.',
  },
  askFirstPosts: {
    one: '{count} texto iria de uma vez para {channel}, que ainda não mostra nada deste diário. Tudo, dos mais antigos aos mais novos, leva {time}. Nada disso é postado antes de você escolher.',
    other:
      '{count} textos iriam de uma vez para {channel}, que ainda não mostra nada deste diário. Tudo, dos mais antigos aos mais novos, leva {time}. Nada disso é postado antes de você escolher.',
  },
  foreignFolder:
    'Nenhum dos textos que {channel} mostra está em {folder}, então nada é postado, editado ou tirado.',
  askRemovals:
    '{removals} de {posts} mensagens seriam tiradas, porque seus textos não estão em {folder}, ou não são para leitores. Costuma ser uma pasta errada (JOURNAL_CONTENT) ou outro ramo, mais que um desejo. Nada é tirado antes de você escolher.',
  askMoreRemovals:
    '{removals} de {posts} mensagens seriam tiradas, depois de {gone} em um dia, porque seus textos não estão em {folder}, ou não são para leitores. Costuma ser uma pasta errada (JOURNAL_CONTENT) ou outro ramo, mais que um desejo. Nada é tirado antes de você escolher.',
  askJournal:
    '{channel} mostra o diário {known}, e site.yaml diz que este é {found}. Então nada é postado, editado ou tirado antes de você escolher.',
  journalChanges:
    '{removals} de {posts} mensagens seriam tiradas, e {others} postadas ou editadas.',
  journalMoved:
    'Se é o mesmo diário e ele se mudou, escreva {setting} em site.yaml: as mensagens levarão para lá, e para os leitores de feeds os textos continuam os mesmos.',
  allButton: 'Todos, os mais antigos antes',
  fromNowButton: 'Só daqui em diante',
  laterButton: 'Agora não',
  takeDownButton: 'Tirar',
  keepButton: 'Manter',
  sameJournalButton: 'É o mesmo diário',
  nothingToChoose: 'Está resolvido: não há mais nada a escolher.',
  settledOrChanged: 'Está resolvido, ou mudou desde então.',
  unknownAnswer: 'Não conheço este botão.',
  postsLater: 'Agora não: nada disto é postado. O que você publicar aqui sai. Os botões ficam.',
  journalLater: 'Agora não: o canal fica como está. Os botões ficam.',
  journalShown: 'O canal mostra {journal} daqui em diante.',
  goesOut: { one: 'Sai.', other: 'Saem estes {count}, dos mais antigos aos mais novos.' },
  passedOver: {
    one: 'Só daqui em diante: fica fora do canal. {setting} em site.yaml diz o mesmo para sempre; {command} os posta mesmo assim.',
    other:
      'Só daqui em diante: estes {count} ficam fora do canal. {setting} em site.yaml diz o mesmo para sempre; {command} os posta mesmo assim.',
  },
  takenDown: { one: 'É tirada.', other: 'Estas {count} são tiradas.' },
  keptThere: {
    one: 'Fica no canal, e nada é feito até o texto voltar.',
    other: 'Estas {count} ficam no canal, e nada é feito até o texto voltar.',
  },
  aMoment: 'um momento',
  seconds: { one: 'cerca de {count} segundo', other: 'cerca de {count} segundos' },
  minutes: { one: 'cerca de {count} minuto', other: 'cerca de {count} minutos' },
  hours: { one: 'cerca de {count} hora', other: 'cerca de {count} horas' },
  passedOverFaults:
    'O canal não fica sabendo destes até serem consertados; uma mensagem que está lá fica como está:',
  allReadAgain: 'Todos os textos podem ser lidos de novo.',
  gitUnfinished:
    'Algo em {folder} não está terminado ({work}). Até lá, nada vai ao canal nem ao site.',
  gitFinished: 'Nada mais está pendente no git: o canal e o site são mantidos em dia de novo.',
  notUpToDate: 'O canal não é mantido em dia: {reason}',
  upToDateAgain: 'O canal é mantido em dia de novo.',
  dateHasCome: 'A data de {file} chegou, mas: {reason}',
  carriedOn: 'O que antes não passou do arquivo segue agora.',
  botEnds: 'O bot termina: {reason}',
  diskTrouble: 'Não consigo gravar no disco: {reason}',
  diskTroubleHint:
    'O que você enviar espera, em ordem, e nada se perde. Abra espaço, ou deixe-me gravar lá de novo; nada precisa ser enviado duas vezes. Aviso quando passar.',
  diskAgain: 'Consigo gravar no disco de novo. O que você enviou nesse meio-tempo foi recebido.',
  setAside:
    'Não consegui lidar com isto e deixei de lado depois de várias tentativas: {what}. {reason}',
  setAsideOwn:
    'Veja com /drafts se as palavras estão lá; se não, conserte a causa. Fica guardado: /retry tenta de novo.',
  setAsideOther: 'Conserte a causa. Fica guardado: /retry tenta de novo.',
  ownMessage: 'uma mensagem sua (“{words}”), mensagem {message} da conversa {chat}',
  ownMessageWordless: 'uma mensagem sua, mensagem {message} da conversa {chat}',
  otherMessage: 'uma mensagem (“{words}”), mensagem {message} da conversa {chat}',
  otherMessageWordless: 'uma mensagem, mensagem {message} da conversa {chat}',
  pressedButton: 'um botão que você apertou',
  groupReaction: 'uma reação em um grupo',
  draftsCount: 'Rascunhos: {number}',
  nextScheduled: 'Próximo agendado: {name}, {moment}',
  scheduledNothing: 'Agendado: nada',
  afterThat: '  e {number} depois',
  inboxWaits: 'Entrada: {number} esperando',
  inboxFailed: 'Entrada: {number} esperando, {failed} de lado; /retry tenta de novo',
  outboxWaits: 'Saída: {number} esperando',
  outboxNext: 'Saída: {number} esperando; próxima tentativa {moment}',
  triedTimes: {
    one: '  {file}: {reason} (uma tentativa)',
    other: '  {file}: {reason} ({count} tentativas)',
  },
  refusedLine: 'Recusado: {file}: {reason}',
  uncertainLine: 'Incerto: {file}: {reason}',
  noReason: 'nenhum motivo dado',
  andMore: '  e mais {number}',
  neverPublished: 'Publicação ({mode}): nada ainda',
  lastBuild: 'Última construção ({mode}): {moment}, {subject}: deu certo',
  lastBuildFailed: 'Última construção ({mode}): {moment}, {subject}: FALHOU: {reason}',
  channelState: 'Canal: {channel}, textos lá: {number}; {rights}',
  noChannel: 'Canal: nenhum (TELEGRAM_CHANNEL não está definido)',
  groupState: 'Grupo {group}: {rights}',
  warningLine: 'Aviso: {fault}',
  faultLine: 'Erro: {fault}',
  notAsked: 'não foi possível perguntar ({reason})',
  isOwner: 'dono',
  isAdministrator: 'administrador',
  mayDo: 'administrador: pode {rights}',
  mayNotDo: 'administrador; NÃO PODE {rights}',
  mayAndMayNot: 'administrador: pode {rights}; NÃO PODE {missing}',
  mayPost: 'postar',
  mayEdit: 'editar',
  mayDelete: 'apagar',
  isMember: 'membro',
  isRestricted: 'membro com restrições',
  isOutside: 'NÃO ESTÁ LÁ; adicione o bot',
  waitsForYou: 'Espera sua resposta: {what}',
  openJournal: 'se este é o diário do canal',
  openPosts: {
    one: '{count} texto novo, se é postado',
    other: '{count} textos novos, se são postados',
  },
  openRemovals: {
    one: '{count} mensagem, se é tirada',
    other: '{count} mensagens, se são tiradas',
  },
  openComments: { one: '{count} comentário', other: '{count} comentários' },
  openPicks: { one: '{count} escolha, por um nome', other: '{count} escolhas, por nomes' },
  openContacts: { one: '{count} contato', other: '{count} contatos' },
  nothingSetAside: 'Nada está de lado.',
  triedAgain: {
    one: 'Uma mensagem é tentada de novo. /status mostra o que resta.',
    other: '{count} mensagens são tentadas de novo. /status mostra o que resta.',
  },
} satisfies ChannelTranslation;
