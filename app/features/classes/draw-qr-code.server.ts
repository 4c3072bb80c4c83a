import { create } from 'qrcode';

export interface QrCode {
  /** Modules a side, without the quiet zone. */
  size: number;
  /** The dark modules as an SVG path, one unit each. */
  path: string;
}

/** An address as a QR code, which still reads where a seventh of it is hidden or scratched (level M). */
export function drawQrCode(address: string): QrCode {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  let path = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x} ${y}h1v1h-1z`;
  return { size, path };
}
