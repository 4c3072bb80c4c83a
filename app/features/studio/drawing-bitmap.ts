/** Draws what is white in a picture; what is black stays see-through. */
export function drawWhite(pen: CanvasRenderingContext2D, image: HTMLImageElement): void {
  const { width, height } = pen.canvas;
  pen.drawImage(image, 0, 0, width, height);
  const pixels = pen.getImageData(0, 0, width, height);
  for (let i = 0; i < pixels.data.length; i += 4) {
    pixels.data[i + 3] = pixels.data[i] ?? 0;
    pixels.data.fill(255, i, i + 3);
  }
  pen.putImageData(pixels, 0, 0);
}

/** A drawing as a PNG in a data URL, white on black; empty where nothing is white. */
export function toPng(drawing: HTMLCanvasElement): string {
  const sheet = document.createElement('canvas');
  sheet.width = drawing.width;
  sheet.height = drawing.height;
  const pen = sheet.getContext('2d');
  if (!pen) return '';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(drawing, 0, 0);
  const { data } = pen.getImageData(0, 0, sheet.width, sheet.height);
  const isBlank = !data.some((value, i) => i % 4 === 0 && value > 127);
  return isBlank ? '' : sheet.toDataURL('image/png');
}
