import type { FinishedSend } from '../domain/outbox-store.ts';
import type { Clock, Store } from '../domain/ports.ts';

export interface RecordDoors {
  store: Pick<Store, 'recordSends'>;
  now: Clock;
  holder: string;
  /** Lets what happens in the same moment come together, so that many sends share one commit. */
  pause(): Promise<void>;
  /** The store does not take the record, so nothing is sent; and that it takes it. */
  onTrouble(error: unknown): void;
  onWell(): void;
}

/** Notes that sends begin, before they do, and what became of them. */
export interface SendRecord {
  /** Whether the send may begin: it is on record now. */
  start(id: number): Promise<boolean>;
  /** Settles when it is on record, however long the store takes to work again. */
  end(send: FinishedSend): Promise<void>;
  /** Whether ends wait that the store has not taken. */
  stuck(): boolean;
  /** Offers those once more; whether the store took them. */
  retry(): Promise<boolean>;
}

export function createSendRecord({ store, now, holder, pause, onTrouble, onWell }: RecordDoors): SendRecord {
  let starts = new Map<number, (may: boolean) => void>();
  let ends: { send: FinishedSend; done: () => void }[] = [];
  let waiting = false;
  let stuck = false;

  async function write(): Promise<boolean> {
    const [begun, over] = [starts, ends];
    starts = new Map();
    ends = [];
    if (begun.size === 0 && over.length === 0) return true;
    try {
      const may = await store.recordSends({
        holder,
        now: now(),
        starts: [...begun.keys()],
        ends: over.map(({ send }) => send),
      });
      stuck = false;
      onWell();
      for (const { done } of over) done();
      for (const [id, tell] of begun) tell(may.has(id));
      return true;
    } catch (error) {
      ends = [...over, ...ends];
      stuck = ends.length > 0;
      for (const tell of begun.values()) tell(false);
      onTrouble(error);
      return false;
    }
  }

  function soon(): void {
    if (waiting || stuck) return;
    waiting = true;
    void pause().then(() => {
      waiting = false;
      return write();
    });
  }

  return {
    start(id) {
      // What is not on record could be sent twice: while the store is stuck, nothing begins.
      if (stuck) return Promise.resolve(false);
      return new Promise((resolve) => {
        starts.set(id, resolve);
        soon();
      });
    },
    end: (send) =>
      new Promise((done) => {
        ends.push({ send, done });
        soon();
      }),
    stuck: () => stuck,
    retry: write,
  };
}
