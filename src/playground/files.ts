import { createHash } from 'node:crypto';
import { badRequest } from './errors.ts';
import { checkLink } from './links.ts';
import { photoSize } from './picture-bytes.ts';
import type { FileReference } from './shapes.ts';

type Kind = 'photo' | 'document';

type Upload = {
  data: Uint8Array;
  mimeType: string;
  /** of the bytes */
  version: string;
};

export type KeptFile = {
  kind: Kind;
  reference: FileReference;
  /** where getFile says it lies, under `/file/bot<token>/` */
  path: string;
} & ({ link: string } | Upload);

/** Of pictures other than PNG no size is measured here; Telegram's shape demands one. */
const PHOTO_SIZE = { width: 1280, height: 720 };
/** What TDLib calls them. */
const NAME_OF_KIND = { photo: 'Photo', document: 'Document' } as const;

/** What the bot sent: links as links, uploads with their bytes. */
export class FileShelf {
  readonly #files = new Map<string, KeptFile>();

  /** Keeps an uploaded file; throws Telegram's 400 for none, and for what is no picture where one is asked for. */
  async upload(file: File, kind: Kind): Promise<FileReference> {
    const data = new Uint8Array(await file.arrayBuffer());
    if (data.length === 0) throw badRequest('file must be non-empty');
    const size = kind === 'photo' ? photoSize(data) : undefined;
    const mimeType = size ? 'image/png' : file.type || 'application/octet-stream';
    const version = createHash('sha256').update(data).digest('base64url').slice(0, 12);
    return this.#keep(
      kind,
      file.name || 'file',
      { data, mimeType, version },
      { file_size: data.length, mime_type: mimeType, ...size },
    );
  }

  /** A file named by its id or by a link; throws Telegram's 400 for anything else. */
  named(value: string, kind: Kind): FileReference {
    const known = this.#files.get(value);
    if (known !== undefined && known.kind !== kind)
      throw badRequest(`can't use file of type ${NAME_OF_KIND[known.kind]} as ${NAME_OF_KIND[kind]}`);
    if (known !== undefined) return known.reference;
    const link = /^https?:\/\//i.test(value) ? checkLink(value) : { error: 'no link' };
    if ('error' in link) throw badRequest('wrong file identifier/HTTP URL specified');
    return this.#keep(kind, nameIn(link.url), { link: value }, {});
  }

  get(fileId: string): KeptFile | undefined {
    return this.#files.get(fileId);
  }

  atPath(path: string): KeptFile | undefined {
    return [...this.#files.values()].find((file) => file.path === path);
  }

  /** Where a browser finds it: the link itself, or an address of this server's own that changes with the bytes. */
  url(fileId: string): string | undefined {
    const file = this.#files.get(fileId);
    if (file === undefined) return undefined;
    if ('link' in file) return file.link;
    return `/playground/file/${fileId}?${file.version}`;
  }

  #keep(
    kind: Kind,
    name: string,
    content: { link: string } | Upload,
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
    this.#files.set(reference.file_id, { kind, reference, path: `${kind}s/file_${number}`, ...content });
    return reference;
  }
}

/** The name that a link's file would be kept by. */
function nameIn(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1) || 'file';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
