/** A connection, as far as it is watched. */
export interface Watched {
  /** Number of the process that serves it. */
  processID?: number | null;
  connection?: { stream: { destroy(reason: Error): void } };
}

/**
 * Waits for an answer, and after every `patience` milliseconds asks whether the engine still works on it. A connection
 * whose other side stopped answering looks like one whose statement is slow; only the engine, asked on another
 * connection, can tell them apart. If it says twice that it does not, or cannot be asked, the connection is given up.
 */
export async function watched<Answer>(
  connection: Watched,
  patience: number,
  isWorking: (processId: number) => Promise<boolean>,
  asked: Promise<Answer>,
): Promise<Answer> {
  let answered = false;
  let doubted = false;
  const look = async () => {
    const works = await isWorking(connection.processID ?? 0).catch(() => false);
    if (answered) return;
    if (!works && doubted) {
      connection.connection?.stream.destroy(new Error('no answer'));
      return;
    }
    // The answer may be on its way just now.
    doubted = !works;
    timer = setTimeout(look, works ? patience : patience / 5);
  };
  let timer = setTimeout(look, patience);
  try {
    return await asked;
  } finally {
    answered = true;
    clearTimeout(timer);
  }
}
