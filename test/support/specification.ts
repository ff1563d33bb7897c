import { readFileSync } from 'node:fs';

type Field = { types: string[]; required: boolean; const?: string };
type Shape = { fields?: Record<string, Field>; subtypes?: string[] };
type Specification = {
  version: string;
  methods: Record<string, { params: Record<string, Field> }>;
  types: Record<string, Shape>;
};

const specification: Specification = JSON.parse(
  readFileSync(new URL('../fixtures/bot-api.json', import.meta.url), 'utf8'),
);

/** What an inline button can do; it must do exactly one of these. */
const BUTTON_ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'disabled',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

/** What a call to the Bot API says that its specification does not allow, as `path: fault`; none if it is right. */
export function violations(method: string, parameters: Record<string, unknown>): string[] {
  const known = specification.methods[method];
  if (known === undefined) return [`${method}: no such method in ${specification.version}`];
  return ofFields(known.params, parameters, '');
}

/** The same for an update that the bot is sent. */
export function updateViolations(update: unknown): string[] {
  return ofType('Update', update, 'update');
}

function ofFields(fields: Record<string, Field>, value: Record<string, unknown>, path: string): string[] {
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const unknown = Object.keys(value)
    .filter((name) => value[name] !== undefined && !Object.hasOwn(fields, name))
    .map((name) => `${at(name)}: unknown field`);
  const wrong = Object.entries(fields).flatMap(([name, field]) => {
    const given = value[name];
    if (given === undefined) return field.required ? [`${at(name)}: missing`] : [];
    if (field.const !== undefined && given !== field.const) {
      return [`${at(name)}: expected "${field.const}", got ${JSON.stringify(given)}`];
    }
    return ofTypes(field.types, given, at(name));
  });
  return [...unknown, ...wrong];
}

/** Of several types one must fit; if none does, the faults of the one that comes nearest are told. */
function ofTypes(types: readonly string[], value: unknown, path: string): string[] {
  const tried = types.map((type) => ofType(type, value, path));
  const near = types.findIndex((type) => namesItself(type, value));
  if (near >= 0) return tried[near] ?? [];
  const best = tried.reduce((a, b) => (b.length < a.length ? b : a));
  const allSimple = tried.every((faults) => faults.length > 0 && faults[0]?.startsWith(`${path}: expected`));
  return types.length > 1 && allSimple
    ? [`${path}: expected ${types.join(' or ')}, got ${describe(value)}`]
    : best;
}

/** Whether the value carries the constant (`type`, `status` or `source`) by which this type is known. */
function namesItself(type: string, value: unknown): boolean {
  const fields = specification.types[type]?.fields ?? {};
  const [name, field] =
    Object.entries(fields).find(([, { const: constant }]) => constant !== undefined) ?? [];
  return name !== undefined && isObject(value) && value[name] === field?.const;
}

function ofType(type: string, value: unknown, path: string): string[] {
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return [`${path}: expected ${type}, got ${describe(value)}`];
    const inner = type.slice('Array of '.length);
    return value.flatMap((item, index) => ofType(inner, item, `${path}[${index}]`));
  }
  const simple = SIMPLE[type];
  if (simple !== undefined) return simple(value) ? [] : [`${path}: expected ${type}, got ${describe(value)}`];
  const shape = specification.types[type];
  if (shape === undefined) return [`${path}: the specification has no type ${type}`];
  if (shape.subtypes !== undefined) return ofTypes(shape.subtypes, value, path);
  // A button that only sends its own text may be given as that text.
  if (type === 'KeyboardButton' && typeof value === 'string') return [];
  if (!isObject(value)) return [`${path}: expected ${type}, got ${describe(value)}`];
  return [...ofFields(shape.fields ?? {}, value, path), ...ofButton(type, value, path)];
}

const SIMPLE: Record<string, (value: unknown) => boolean> = {
  Integer: (value) => Number.isSafeInteger(value),
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  InputFile: (value) =>
    (typeof value === 'string' && value.startsWith('attach://')) || (isObject(value) && 'file_name' in value),
};

function ofButton(type: string, value: Record<string, unknown>, path: string): string[] {
  if (type !== 'InlineKeyboardButton' && type !== 'RichMessageButton') return [];
  const actions = BUTTON_ACTIONS.filter((name) => value[name] !== undefined);
  return actions.length === 1 ? [] : [`${path}: a button does exactly one thing, not ${actions.length}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value;
}
