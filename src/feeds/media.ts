import type { MediaNs } from 'feedsmith';

interface Attached {
  url?: string | undefined;
  type?: string | undefined;
}

/** Addresses of the images among Media RSS elements, the full ones before the thumbnails. */
export function mediaImages(media: MediaNs.ItemOrFeed | undefined): string[] {
  if (!media) return [];
  const contents = [
    ...(media.contents ?? []),
    ...(media.groups ?? []).flatMap((group) => group.contents ?? []),
  ];
  const pictures = contents.filter(({ medium, type, url }) => medium === 'image' || isImage({ type, url }));
  const thumbnails = [media, ...(media.groups ?? []), ...contents].flatMap((each) => each.thumbnails ?? []);
  return [...pictures, ...thumbnails].flatMap(({ url }) => url ?? []);
}

/** Addresses of the images among attachments. */
export function attachedImages(attachments: readonly Attached[] | undefined): string[] {
  return (attachments ?? []).filter(isImage).flatMap(({ url }) => url ?? []);
}

function isImage({ type, url }: Attached): boolean {
  if (type) return type.startsWith('image/');
  return /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url ?? '');
}
