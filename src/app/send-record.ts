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
  let writing = false;
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
      if (stuck) refuseStarts();
      onTrouble(error);
      return false;
    }
  }

  function refuseStarts(): void {
    const refused = starts;
    starts = new Map();
    for (const tell of refused.values()) tell(false);
  }

  /** One record at a time: what comes in while it is written goes into the next, however slow the disk is. */
  function soon(): void {
    if (writing || stuck) return;
    writing = true;
    void pause().then(async () => {
      while (!stuck && starts.size + ends.length > 0) await write();
      writing = false;
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
    async retry() {
      const taken = await write();
      if (taken && starts.size + ends.length > 0) soon();
      return taken;
    },
  };
}
