import protobuf from 'protobufjs/minimal.js';

/** One field of a protobuf message: `bytes` is all of it, `content` what a length-delimited one holds. */
export interface WireField {
  id: number;
  bytes: Uint8Array;
  content: Uint8Array | undefined;
}

const LENGTH_DELIMITED = 2;

/**
 * Splits a message into its fields without knowing its schema, so that what is not edited keeps its
 * bytes. The fields are views, not copies.
 *
 * @throws RangeError or Error of protobufjs where the message is cut short.
 */
export function splitMessage(message: Uint8Array): WireField[] {
  const reader = protobuf.Reader.create(message);
  const fields: WireField[] = [];
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const tag = reader.uint32();
    let content: Uint8Array | undefined;
    if ((tag & 7) === LENGTH_DELIMITED) content = reader.bytes();
    else reader.skipType(tag & 7);
    fields.push({ id: tag >>> 3, bytes: message.subarray(start, reader.pos), content });
  }
  return fields;
}

/** The tag and length that stand before a length-delimited field's content. */
export function fieldHead(id: number, length: number): Uint8Array {
  return protobuf.Writer.create()
    .uint32((id << 3) | LENGTH_DELIMITED)
    .uint32(length)
    .finish();
}

/** A length-delimited field: a string, bytes, or a message within a message. */
export function contentField(id: number, content: Uint8Array | string): WireField {
  const held = typeof content === 'string' ? Buffer.from(content) : content;
  const bytes = Buffer.concat([fieldHead(id, held.length), held]);
  return { id, bytes, content: held };
}

/** A field that holds a whole number. */
export function numberField(id: number, value: number): WireField {
  const bytes = protobuf.Writer.create()
    .uint32(id << 3)
    .int64(value)
    .finish();
  return { id, bytes, content: undefined };
}

/** The whole numbers under `id`, whether they are packed or one field each. */
export function readNumbers(fields: readonly WireField[], id: number): number[] {
  return fields
    .filter((field) => field.id === id)
    .flatMap(({ bytes, content }) => {
      const reader = protobuf.Reader.create(content ?? bytes);
      if (!content) reader.uint32();
      const numbers: number[] = [];
      while (reader.pos < reader.len) numbers.push(Number(reader.int64()));
      return numbers;
    });
}

/** The strings under `id`. */
export function readStrings(fields: readonly WireField[], id: number): string[] {
  return fields
    .filter((field) => field.id === id && field.content)
    .map(({ content }) => Buffer.from(content!).toString('utf8'));
}
