// The canonical encoding, byte for byte: a reader that refuses a second spelling, and a writer for what is recomputed.
import { concat } from "./bytes.js";

const TEXT_BYTES_MAX = 4096;
const BYTES_MAX = 1_048_576;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const ENCODER = new TextEncoder();

/** A record that is not what its tag says; whoever reads it knows which link that breaks. */
export class Malformed extends Error {}

export class Reader {
  constructor(tag, bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
    if (this.text() !== tag) throw new Malformed(`a record is no ${tag}`);
  }

  need(length) {
    if (this.at + length > this.bytes.length) throw new Malformed("a record ends early");
    this.at += length;
    return this.at - length;
  }

  raw(length) {
    const from = this.need(length);
    return this.bytes.slice(from, from + length);
  }

  text() {
    const length = this.view.getUint16(this.need(2));
    if (length > TEXT_BYTES_MAX) throw new Malformed(`a text of ${length} bytes`);
    try {
      return UTF8.decode(this.raw(length));
    } catch (notUtf8) {
      throw notUtf8 instanceof Malformed ? notUtf8 : new Malformed("a text is not UTF-8");
    }
  }

  blob() {
    const length = this.i32();
    if (length < 0 || length > BYTES_MAX) throw new Malformed(`a length of ${length} bytes`);
    return this.raw(length);
  }

  u8() {
    return this.view.getUint8(this.need(1));
  }

  i32() {
    return this.view.getInt32(this.need(4));
  }

  i64() {
    return this.view.getBigInt64(this.need(8));
  }

  digest() {
    return this.raw(32);
  }

  /** The ordinal of one of {@code count} constants. */
  choice(count) {
    const ordinal = this.u8();
    if (ordinal >= count) throw new Malformed(`an unknown code ${ordinal}`);
    return ordinal;
  }

  flag() {
    return this.choice(2) === 1;
  }

  list(max, read) {
    const count = this.i32();
    if (count < 0 || count > max) throw new Malformed(`a count of ${count}, at most ${max}`);
    return Array.from({ length: count }, () => read(this));
  }

  end() {
    if (this.at !== this.bytes.length) throw new Malformed(`${this.bytes.length - this.at} bytes too many`);
  }
}

export class Writer {
  constructor(tag) {
    this.parts = [];
    this.text(tag);
  }

  number(length, write) {
    const bytes = new Uint8Array(length);
    write(new DataView(bytes.buffer));
    this.parts.push(bytes);
    return this;
  }

  text(value) {
    const utf8 = ENCODER.encode(value);
    return this.number(2, (view) => view.setUint16(0, utf8.length)).raw(utf8);
  }

  blob(bytes) {
    return this.i32(bytes.length).raw(bytes);
  }

  u8(value) {
    return this.number(1, (view) => view.setUint8(0, value));
  }

  i32(value) {
    return this.number(4, (view) => view.setInt32(0, value));
  }

  i64(value) {
    return this.number(8, (view) => view.setBigInt64(0, value));
  }

  raw(bytes) {
    this.parts.push(bytes);
    return this;
  }

  toBytes() {
    return concat(...this.parts);
  }
}
