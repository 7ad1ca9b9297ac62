import type { IncomingTools } from '../incoming/incomingTools.ts';
import type { OwnerTools } from '../owner/ownerTools.ts';

/** What every room needs to handle an update, wired once. Each is handed it as what that room asks for. */
export type UpdateTools = OwnerTools & IncomingTools;
