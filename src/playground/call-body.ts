import { badRequest } from './errors.ts';

export type CallBody = {
  parameters: Record<string, unknown>;
  uploads: ReadonlyMap<string, File>;
  /** parameters came as text (form or query), so numbers and objects are written in it */
  textual: boolean;
};

/** Reads the parameters of a Bot API call from its query and its JSON, urlencoded or multipart body. */
export async function readCall(request: Request): Promise<CallBody> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const uploads = new Map<string, File>();
  const type = request.headers.get('content-type') ?? '';
  if (request.method === 'GET' || type === '') return { parameters: query, uploads, textual: true };
  if (type.startsWith('application/json')) {
    return { parameters: { ...query, ...(await readJson(request)) }, uploads, textual: false };
  }
  if (!/^(?:multipart\/form-data|application\/x-www-form-urlencoded)/.test(type)) {
    return { parameters: query, uploads, textual: true };
  }
  const parameters: Record<string, unknown> = { ...query };
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') parameters[name] = value;
    else uploads.set(name, value);
  }
  return { parameters, uploads, textual: true };
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const body = await request.text();
  if (body.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw badRequest("can't parse JSON object");
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('expected a JSON object');
  }
  return Object.fromEntries(Object.entries(value).filter(([, given]) => given !== null));
}
