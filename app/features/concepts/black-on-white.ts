/** A drawing of the pad, white on black, as a PNG file of black on white: as on paper. */
export async function blackOnWhite(dataUrl: string): Promise<Blob> {
  const image = new Image();
  image.src = dataUrl;
  await image.decode();
  const sheet = document.createElement('canvas');
  sheet.width = image.width;
  sheet.height = image.height;
  const pen = sheet.getContext('2d')!;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.globalCompositeOperation = 'difference';
  pen.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    sheet.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture of it.'))));
  });
}
