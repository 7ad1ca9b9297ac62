/** An encoding of Chinese, Japanese or Korean in which signs are of one byte or several. */
interface MultiByte {
  readonly what: string;
  readonly iconv: string;
  /** As `TextDecoder` knows it. */
  readonly label: string;
  /** What makes up a text in it: at least that share of all signs beyond ASCII. */
  readonly script: RegExp;
  readonly share: number;
}

const kana = /[\u3041-\u30FE]/gu;
const hangul = /\p{sc=Hangul}/gu;
const han = /[\p{sc=Han}\u3000-\u303F\uFF01-\uFF60]/gu;

/** Those that fit fewer texts come first: nearly any bytes are some Chinese. */
const encodings: readonly MultiByte[] = [
  { what: 'Shift-JIS', iconv: 'CP932', label: 'shift_jis', script: kana, share: 0.15 },
  { what: 'EUC-JP', iconv: 'EUC-JP', label: 'euc-jp', script: kana, share: 0.15 },
  { what: 'EUC-KR', iconv: 'CP949', label: 'euc-kr', script: hangul, share: 0.85 },
  { what: 'GBK', iconv: 'GB18030', label: 'gb18030', script: han, share: 0.85 },
  { what: 'Big5', iconv: 'BIG5', label: 'big5', script: han, share: 0.85 },
];

/** By its bytes that are no ASCII; undefined where none fits. */
export function multiByteEncoding(
  bytes: Uint8Array,
): Pick<MultiByte, 'what' | 'iconv'> | undefined {
  const found = encodings.find(({ what, label, script, share }) => {
    const text = strictly(bytes, label);
    // Chinese of the mainland is, but for rare signs, in pairs of bytes of which none is ASCII.
    if (text === undefined || (what === 'GBK' && !isInPairs(bytes))) return false;
    const wide = text.match(/[^\0-\x7F]/gu)?.length ?? 0;
    return wide > 0 && (text.match(script)?.length ?? 0) >= share * wide;
  });
  return found && { what: found.what, iconv: found.iconv };
}

function strictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isInPairs(bytes: Uint8Array): boolean {
  let run = 0;
  for (const byte of bytes) {
    if (byte < 0x80 && run % 2 === 1) return false;
    run = byte < 0x80 ? 0 : run + 1;
  }
  return run % 2 === 0;
}
