import { readText, textFields } from '../text/formatting.ts';
import type { Handlers } from '../world/protocol.ts';
import { writableRoom } from './access.ts';
import { postRequested, readLinkPreview, sendFields } from './sending.ts';

export const messageHandlers: Handlers<'sendMessage'> = {
  sendMessage(parameters, world) {
    const room = writableRoom(parameters, world);
    const fields = textFields(readText(parameters, 'message is too long'));
    const content = { ...sendFields(parameters, room), ...fields, ...readLinkPreview(parameters) };
    world.rateLimit.spend(room.chat);
    return { ...postRequested(world, room, parameters, content), ...fields };
  },
};
