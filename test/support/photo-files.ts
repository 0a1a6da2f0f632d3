import sharp from 'sharp'

/** A photograph as a phone takes it: lying on its side, with the time and the place in it. */
export async function phonePhoto(
  taken = '2026:03:02 09:41:30',
  width = 400,
  height = 300,
): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background: '#b9c4cc' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Phone' },
      IFD2: { DateTimeOriginal: taken },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}
