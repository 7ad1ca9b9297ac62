import type { Handlers } from '../world/protocol.ts';
import { badRequest } from '../world/refusal.ts';

/** Bots download nothing larger. */
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

export const fileHandlers: Handlers<'getFile' | 'answerCallbackQuery'> = {
  getFile(parameters, world) {
    const file = world.files.get(parameters.text('file_id') ?? '');
    if (file === undefined) throw badRequest('invalid file_id');
    if (file.size > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
    return {
      file_id: file.id,
      file_unique_id: file.uniqueId,
      file_size: file.size,
      file_path: file.path,
    };
  },

  answerCallbackQuery(parameters, world) {
    const text = parameters.text('text');
    if (text !== undefined && text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
    const isAnswered = world.callbacks.answer(parameters.text('callback_query_id') ?? '', {
      showAlert: parameters.flag('show_alert'),
      ...(text === undefined ? {} : { text }),
    });
    if (isAnswered) return true;
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  },
};
