import type { Drawer, Drawing } from '../domain/drawing.ts';
import { Undrawable } from '../domain/drawing.ts';
import type { SendOutcome } from '../domain/messenger.ts';

/** Pictures that are remembered: those of the editions of some hours. */
const KEPT = 200;

/** A picture as it goes out: with its bytes, or by the id that Telegram has given it. */
export type PictureToSend = { data: Uint8Array } | { id: string };

/** Sends pictures: each is drawn once and uploaded once, whatever number of chats get it. */
export interface Pictures {
  /** Sends by `call`; where the drawing fails, nothing is sent and the answer is a refusal. */
  send(
    drawing: Drawing,
    call: (picture: PictureToSend) => Promise<SendOutcome>,
    signal?: AbortSignal,
  ): Promise<SendOutcome>;
}

/** Of each picture the id, once it is known, else why there can be none. */
interface Kept {
  id?: string;
  fault?: string;
  /** An upload under way; the others wait for the id that it brings. */
  uploading?: Promise<SendOutcome>;
}

/** What Telegram says of an id that it does not know, or no longer (telegram-bot-api, Client.cpp; FILE_REFERENCE_…). */
const UNKNOWN_ID = /wrong (?:remote )?file (?:id|identifier)|FILE_REFERENCE/i;

export function createPictures({ draw }: Drawer): Pictures {
  const kept = new Map<string, Kept>();

  function pictureOf(drawing: Drawing): Kept {
    const key = JSON.stringify(drawing);
    let picture = kept.get(key);
    if (!picture) {
      picture = {};
      kept.set(key, picture);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    }
    return picture;
  }

  return {
    async send(drawing, call, signal) {
      const picture = pictureOf(drawing);
      while (picture.uploading !== undefined) {
        await picture.uploading;
        if (signal?.aborted) return { kind: 'unreached', reason: 'stopped' };
      }
      if (picture.fault !== undefined) return { kind: 'refused', code: 400, description: picture.fault };
      if (picture.id !== undefined) {
        const outcome = await call({ id: picture.id });
        if (outcome.kind !== 'refused' || !UNKNOWN_ID.test(outcome.description)) return outcome;
        delete picture.id;
      }
      picture.uploading = upload(drawing, picture, call).finally(() => delete picture.uploading);
      return picture.uploading;
    },
  };

  async function upload(
    drawing: Drawing,
    picture: Kept,
    call: (picture: PictureToSend) => Promise<SendOutcome>,
  ): Promise<SendOutcome> {
    let data: Uint8Array;
    try {
      data = await draw(drawing);
    } catch (error) {
      const description = `not drawn: ${error instanceof Error ? error.message : 'unknown'}`;
      // Any other fault passes; as long as it lasts, the drawer says so at once.
      if (error instanceof Undrawable) picture.fault = description;
      return { kind: 'refused', code: 400, description };
    }
    const outcome = await call({ data });
    if (outcome.kind === 'sent' && outcome.pictureId !== undefined) picture.id = outcome.pictureId;
    return outcome;
  }
}
