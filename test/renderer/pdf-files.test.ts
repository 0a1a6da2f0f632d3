import { expect, test } from 'vitest'
import { pdfFileNames } from '../../renderer/pdf-files.ts'

test('what the reader of PDFs needs for Chinese files and scans travels with the product, with its licences', () => {
  const names = pdfFileNames().map(({ fileName }) => fileName)
  for (const name of [
    'pdf/cmaps/UniGB-UCS2-H.bcmap',
    'pdf/cmaps/GBK-EUC-H.bcmap',
    'pdf/cmaps/Adobe-GB1-UCS2.bcmap',
    'pdf/cmaps/LICENSE',
    'pdf/fonts/LiberationSans-Regular.ttf',
    'pdf/fonts/LICENSE_LIBERATION',
    'pdf/decoders/jbig2.wasm',
    'pdf/decoders/LICENSE_JBIG2',
  ])
    expect(names).toContain(name)
})
