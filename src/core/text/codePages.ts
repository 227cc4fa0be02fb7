export type ArabicCodePage = 'windows-1256' | 'iso-8859-6';

/** Bytes 80 to FF of windows-1256, all of which are assigned. */
const WINDOWS_1256 =
  '€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈ' +
  'گ‘’“”•–—ک™ڑ›œ\u200C\u200Dں' +
  '\u00A0،¢£¤¥¦§¨©ھ«¬\u00AD®¯' +
  '°±²³´µ¶·¸¹؛»¼½¾؟' +
  'ہءآأؤإئابةتثجحخد' +
  'ذرزسشصض×طظعغـفقك' +
  'àلâمنهوçèéêëىيîï' +
  '\u064B\u064C\u064D\u064Eô\u064F\u0650÷\u0651ù\u0652ûü\u200E\u200Fے';

/** The text of single-byte Arabic; bytes that the page does not assign become U+FFFD. */
export function decodeSingleByte(bytes: Uint8Array, page: ArabicCodePage): string {
  const table = page === 'windows-1256' ? windows1256Unit : iso88596Unit;
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192) {
    const units = Array.from(bytes.subarray(i, i + 8192), (byte) =>
      byte < 0x80 ? byte : table(byte),
    );
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

function windows1256Unit(byte: number): number {
  return WINDOWS_1256.charCodeAt(byte - 0x80);
}

/** ISO 8859-6 lays the letters out as Unicode does, from 0621 at C1 on. */
function iso88596Unit(byte: number): number {
  if (byte <= 0xa0 || byte === 0xa4 || byte === 0xad) return byte;
  if (byte === 0xac || byte === 0xbb || byte === 0xbf) return byte + 0x560;
  if ((byte >= 0xc1 && byte <= 0xda) || (byte >= 0xe0 && byte <= 0xf2)) return byte + 0x560;
  return 0xfffd;
}
