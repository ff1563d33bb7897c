/** An answer `{ok: false}` of the Bot API: status, Telegram's wording and its parameters. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly parameters: Record<string, number> | undefined;

  constructor(status: number, description: string, parameters?: Record<string, number>) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }
}

/** 400 with Telegram's prefix; the first letter of its wording is lower case there. */
export const badRequest = (reason: string, parameters?: Record<string, number>): ApiError =>
  new ApiError(400, `Bad Request: ${reason}`, parameters);

/** 403: the bot may not reach that chat or person. */
export const forbidden = (reason: string): ApiError => new ApiError(403, `Forbidden: ${reason}`);

/** 409: another reader of the same updates. */
export const conflict = (reason: string): ApiError => new ApiError(409, `Conflict: ${reason}`);

export type StartFault = 'port-taken' | 'not-loopback' | 'not-started';

/** Why the playground did not start; the message is meant for the operator. */
export class PlaygroundStartError extends Error {
  override readonly name = 'PlaygroundStartError';
  readonly fault: StartFault;

  constructor(fault: StartFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}

/** Something asked of the world that no Telegram client could do: an unknown chat, person or message. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
}
