import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_IN_TEMPLATES } from '../../domain/sheet/built-in-templates.ts'
import { startSampleBoard } from './sample-board.ts'
import { SHEET_PICTURES, sheetPicture } from './sheet-picture.ts'
import { SHEET_SAMPLES, type SheetSample } from './sheet-samples.ts'

// `npm run sheets [name…]`: a picture of every sheet the product can print, from the sample office, by the way every sheet takes
// to paper. Run it when a sheet is meant to look different, and look at what came out.

const NAMES: Readonly<Record<string, string>> = {
  RED_HEAD: '红头公文',
  PLAIN: '普通告示',
  PUBLIC_DISPLAY: '公示',
  NAME_LIST: '名单、明细表',
  FINANCE_TABLE: '财务公开表',
  POSTER: '大字海报',
  PLAIN_CARD: '明白卡',
  SERVICE_GUIDE: '办事指南',
  FIVE_ONES: '五个一',
  EMERGENCY_POSTER: '应急公告',
  REVIEW_SLIP: '审查呈批单',
  DISPLAY_CERTIFICATE: '公示证明',
  POSTING_CERTIFICATE: '张贴证明',
  TAKE_DOWN_LIST: '取下清单',
}

const README = (samples: readonly SheetSample[]) => `# Sheets

What the product prints, one picture a form, made from the sample office by \`npm run sheets\`: the real server, the PDF of a
real browser, the pages of that PDF. \`test/e2e/sheet-pictures.e2e.ts\` prints each again and compares: it sees a rule that
moved or a line that is gone, not a dot at the edge of a letter. Check values and the photographs are invented and always the
same. Faces are those of the computer the pictures were taken on; elsewhere the letters differ and the comparison says so.

${samples
  .map((sample) => {
    const form = sample.subject.kind === 'EDITION' ? sample.subject.form : sample.subject.kind
    const template = form === 'POSTING_CERTIFICATE' ? 'DISPLAY_CERTIFICATE' : form
    const { size, orientation } = BUILT_IN_TEMPLATES[template].paper
    const across = orientation === 'LANDSCAPE' ? ' landscape' : ''
    const of = sample.title === '' ? '' : `《${sample.title}》`
    return `## ${NAMES[form] ?? form} \`${form}\`, ${size}${across}\n\n${of === '' ? '' : `${of}\n\n`}![${NAMES[form] ?? form}](${sample.file}.png)\n`
  })
  .join('\n')}`

const asked = process.argv.slice(2)
const renderer = process.env['BOARD_RENDERER'] ?? join(import.meta.dirname, '..', '..', 'out', 'renderer')
const board = await startSampleBoard(renderer)
try {
  mkdirSync(SHEET_PICTURES, { recursive: true })
  for (const sample of SHEET_SAMPLES) {
    if (asked.length > 0 && !asked.includes(sample.file)) continue
    const picture = await sheetPicture(board, sample)
    writeFileSync(join(SHEET_PICTURES, `${sample.file}.png`), picture)
    process.stdout.write(`${sample.file}  ${String(Math.round(picture.length / 1024))} KB\n`)
  }
  writeFileSync(join(SHEET_PICTURES, 'README.md'), README(SHEET_SAMPLES))
} finally {
  await board.stop()
}
