/** A PDF written by hand: Chinese letters named by a table of the reader's (UniGB-UCS2-H) in a face that is not in the file. */
export function chinesePdf(
  pages: readonly (readonly string[])[],
  claims: {
    readonly pageCount?: number
    readonly catalogue?: string
    readonly size?: readonly [number, number]
  } = {},
): Uint8Array {
  const [width, height] = claims.size ?? [595, 842]
  const kids = pages.map((_, at) => `${String(10 + 2 * at)} 0 R`).join(' ')
  const objects = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${claims.catalogue ?? ''} >>`],
    [2, `<< /Type /Pages /Kids [${kids}] /Count ${String(claims.pageCount ?? pages.length)} >>`],
    [
      3,
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    ],
    [
      4,
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>',
    ],
    [
      5,
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ],
  ])
  for (const [at, lines] of pages.entries()) {
    const shown = lines
      .map((line) => `<${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj 0 -40 Td`)
      .join(' ')
    const stream = `BT /F1 24 Tf 60 ${String(height - 90)} Td ${shown} ET`
    objects.set(
      10 + 2 * at,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(width)} ${String(height)}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${String(11 + 2 * at)} 0 R >>`,
    )
    objects.set(11 + 2 * at, `<< /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream`)
  }
  let file = '%PDF-1.5\n'
  const places = new Map<number, number>()
  for (const [number, object] of objects) {
    places.set(number, file.length)
    file += `${String(number)} 0 obj\n${object}\nendobj\n`
  }
  const start = file.length
  const most = Math.max(...objects.keys())
  file += `xref\n0 ${String(most + 1)}\n0000000000 65535 f \n`
  for (let number = 1; number <= most; number += 1) {
    const place = places.get(number)
    file += place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`
  }
  file += `trailer\n<< /Size ${String(most + 1)} /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}
