/** Bytes of a text in an 8-bit code page; the platform only decodes, so its own table is turned round. */
export function encode(
  text: string,
  page: 'windows-1256' | 'iso-8859-6' | 'windows-1252' | 'windows-1251',
): Uint8Array {
  const decoder = new TextDecoder(page);
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]),
  );
  return Uint8Array.from([...text], (letter) => {
    const code = codes.get(letter);
    if (code === undefined) throw new Error(`${page} has no ${letter}`);
    return code;
  });
}

/** Bytes of a text in UTF-16, without a mark. */
export function encodeWide(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), order === 'le');
  return bytes;
}
