/** Text beyond this is not read, in characters: RFC 9309, section 2.5 asks for 500 KiB at least. */
const LONGEST = 512_000;

interface Rule {
  allow: boolean;
  pattern: string;
}

interface Group {
  agents: string[];
  rules: Rule[];
}

/**
 * Whether a `robots.txt` lets an agent fetch a path (with its query), by RFC 9309: the groups of the agent's product
 * token together, else those of `*`; of the rules that match, the longest; of two equally long, the one that allows.
 * `agent` may be a whole `User-Agent` value. An empty text, and `/robots.txt` itself, allow.
 */
export function allowedByRobots(robotsTxt: string, path: string, agent: string): boolean {
  const target = comparable(path.startsWith('/') ? path : `/${path}`);
  if (target === '/robots.txt') return true;
  const groups = readGroups(robotsTxt);
  const own = groups.filter((group) => group.agents.includes(productToken(agent)));
  const applying = own.length ? own : groups.filter((group) => group.agents.includes('*'));

  let best: Rule | undefined;
  for (const rule of applying.flatMap((group) => group.rules)) {
    const length = best?.pattern.length ?? -1;
    if (rule.pattern.length < length || (rule.pattern.length === length && !rule.allow)) continue;
    if (matches(rule.pattern, target)) best = rule;
  }
  return best?.allow ?? true;
}

function readGroups(text: string): Group[] {
  const groups: Group[] = [];
  let naming = false;
  for (const line of linesOf(text)) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const key = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const group = groups.at(-1);
    switch (key) {
      case 'user-agent': {
        const name = value === '*' ? '*' : productToken(value);
        if (group && naming) group.agents.push(name);
        else groups.push({ agents: [name], rules: [] });
        naming = true;
        break;
      }
      case 'allow':
      case 'disallow':
        naming = false;
        // An empty rule matches nothing; one before any group belongs to nobody.
        if (value && group) group.rules.push({ allow: key === 'allow', pattern: comparable(value) });
        break;
    }
  }
  return groups;
}

function linesOf(text: string): string[] {
  const lines = text
    .slice(0, LONGEST)
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/);
  const whole = text.length > LONGEST ? lines.slice(0, -1) : lines;
  return whole.map((line) => line.split('#', 1)[0] ?? '');
}

/** Letters, `-` and `_` at the start of a name, in lower case: `mujaz` of `Mujaz/1.0 (+https://…)`. */
function productToken(agent: string): string {
  return /^[a-z_-]*/i.exec(agent)?.[0].toLowerCase() ?? '';
}

/**
 * A path or pattern in the one form in which they are compared octet by octet: what is not ASCII percent-encoded,
 * escapes in capitals, and those of unreserved characters (RFC 3986, section 2.3) undone.
 */
function comparable(path: string): string {
  return path
    .toWellFormed()
    .replace(/[^\x21-\x7e]+/g, encodeURIComponent)
    .replace(/%[0-9a-f]{2}/gi, (encoded) => {
      const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : encoded.toUpperCase();
    });
}

/** Whether a pattern matches from the start of the path; `*` is any run of characters, a final `$` the end. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const [first = '', ...pieces] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  const last = pieces.pop();
  if (last === undefined) return !anchored || path === first;

  let at = first.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return anchored ? path.length - last.length >= at && path.endsWith(last) : path.indexOf(last, at) >= 0;
}
