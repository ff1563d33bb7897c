/** The connection went while something was asked; whether it was done is not known. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost';

  constructor(cause: unknown) {
    super(`the connection to Postgres was lost: ${plainly(cause)}`, { cause });
  }
}

/** No connection could be had, for longer than it is waited for. */
export class Unreachable extends Error {
  override name = 'Unreachable';

  constructor(where: string, cause: unknown) {
    super(`Postgres cannot be reached at ${where}: ${plainly(cause)}`, { cause });
  }
}

/** What Postgres itself says of a statement, as `pg` hands it on. */
export interface Refusal extends Error {
  code: string;
  severity: string;
}

export function isRefusal(fault: unknown): fault is Refusal {
  return fault instanceof Error && 'severity' in fault && 'code' in fault;
}

/** Refusals that end the connection as well: the engine shuts down, the session was ended. */
export function endsConnection(fault: Refusal): boolean {
  return (
    /^(FATAL|PANIC)$/.test(fault.severity) || fault.code.startsWith('08') || /^57P0[1235]$/.test(fault.code)
  );
}

/** A statement that was prepared before the shape of a table changed; a new connection prepares it anew. */
export function isOutdated(fault: unknown): boolean {
  return isRefusal(fault) && fault.code === '0A000' && /cached plan/i.test(fault.message);
}

/** How often a transaction is tried again after a fault that another transaction caused. */
export function triesAfter(fault: unknown): number {
  if (!isRefusal(fault)) return 0;
  // Not serializable, deadlock.
  if (fault.code === '40001' || fault.code === '40P01') return 40;
  // Already there, refers to nothing, table or its type there: true in earnest, or of a moment that has passed.
  if (/^(23505|23503|42P07|42710)$/.test(fault.code)) return 2;
  return isOutdated(fault) ? 1 : 0;
}

/** Faults of connecting that pass by themselves: restarting, starting, full, or out of reach for a moment. */
export function passes(fault: unknown): boolean {
  if (isRefusal(fault)) return /^(57P0[123]|53300|08\w\w\w)$/.test(fault.code);
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  if (code) return /^(ECONN\w+|ENOENT|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(code);
  return (
    fault instanceof AggregateError || (fault instanceof Error && /timeout|terminated/i.test(fault.message))
  );
}

/** A fault in words; the first of several, where each address of a host had its own. */
function plainly(fault: unknown): string {
  if (fault instanceof AggregateError && fault.errors.length > 0) return plainly(fault.errors[0]);
  return fault instanceof Error ? fault.message : String(fault);
}
