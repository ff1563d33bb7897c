import { badRequest } from './errors.ts';
import { checkLink } from './links.ts';
import type { FileReference } from './shapes.ts';

export type KeptFile = {
  reference: FileReference;
  /** where getFile says it lies, under `/file/bot<token>/` */
  path: string;
} & ({ link: string } | { data: Uint8Array; mimeType: string });

/** Of pictures other than PNG no size is measured here; Telegram's shape demands one. */
const PHOTO_SIZE = { width: 1280, height: 720 };
const PNG_SIGNATURE = '89504e470d0a1a0a';

/** What the bot sent: links as links, uploads with their bytes. */
export class FileShelf {
  readonly #files = new Map<string, KeptFile>();

  /** Keeps an uploaded file. */
  async upload(file: File, kind: 'photo' | 'document'): Promise<FileReference> {
    const data = new Uint8Array(await file.arrayBuffer());
    const size = kind === 'photo' ? pngSize(data) : undefined;
    const mimeType = size ? 'image/png' : file.type || 'application/octet-stream';
    return this.#keep(
      kind,
      file.name || 'file',
      { data, mimeType },
      { file_size: data.length, mime_type: mimeType, ...size },
    );
  }

  /** A file named by its id or by a link; throws Telegram's 400 for anything else. */
  named(value: string, kind: 'photo' | 'document'): FileReference {
    const known = this.#files.get(value);
    if (known !== undefined) return known.reference;
    const link = /^https?:\/\//i.test(value) ? checkLink(value) : { error: 'no link' };
    if ('error' in link) throw badRequest('wrong file identifier/HTTP URL specified');
    const name = decodeURIComponent(new URL(link.url).pathname.split('/').at(-1) || 'file');
    return this.#keep(kind, name, { link: value }, {});
  }

  get(fileId: string): KeptFile | undefined {
    return this.#files.get(fileId);
  }

  atPath(path: string): KeptFile | undefined {
    return [...this.#files.values()].find((file) => file.path === path);
  }

  /** What a browser can show: the link itself or a data URL. */
  url(fileId: string): string | undefined {
    const file = this.#files.get(fileId);
    if (file === undefined) return undefined;
    if ('link' in file) return file.link;
    return `data:${file.mimeType};base64,${Buffer.from(file.data).toString('base64')}`;
  }

  #keep(
    kind: 'photo' | 'document',
    name: string,
    content: { link: string } | { data: Uint8Array; mimeType: string },
    details: Partial<FileReference>,
  ): FileReference {
    const number = this.#files.size + 1;
    const reference: FileReference = {
      file_id: `file-${kind}-${number}`,
      file_unique_id: `unique-${number}`,
      ...(kind === 'photo' ? PHOTO_SIZE : { file_name: name }),
      ...details,
    };
    if (kind === 'photo') delete reference.mime_type;
    this.#files.set(reference.file_id, { reference, path: `${kind}s/file_${number}`, ...content });
    return reference;
  }
}

/** A PNG says its size in its first chunk (PNG, 11.2.1). */
function pngSize(data: Uint8Array): { width: number; height: number } | undefined {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.length < 24 || bytes.toString('hex', 0, 8) !== PNG_SIGNATURE) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
