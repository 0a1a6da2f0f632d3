import type { SheetTemplate, SheetType, TypeRole } from '../../domain/sheet/template.ts'
import { turned, typeArea, type TypeArea } from '../../domain/sheet/type-area.ts'

const MM_PER_POINT = 25.4 / 72

/** GB/T 9704-2012, 7.5: 四号 half-width 宋体 between strokes, 7 mm under the type area, one character in from its side. */
const NUMBER = { points: 14, below: 7 }

/** Chromium rounds lengths to 1/64 px; without this much room the last of so many lines goes to the next page. */
const ROUNDING = 0.05

const FACES: Readonly<Record<TypeRole, string>> = {
  BIAOSONG: 'var(--biaosong)',
  FANGSONG: 'var(--fangsong)',
  KAITI: 'var(--kaiti)',
  HEITI: 'var(--heiti)',
  SONGTI: 'var(--songti)',
}

const mm = (length: number) => `${String(Math.round(length * 10_000) / 10_000)}mm`

function sides({ margin }: TypeArea): string {
  return [margin.top, margin.right, margin.bottom - ROUNDING, margin.left].map(mm).join(' ')
}

/** The foot of a page: its number, or both it and how many there are. */
function numberBox(inkBelow: number, template: SheetTemplate): string {
  const { pageNumber, form } = template
  if (pageNumber === 'NONE') return ''
  // From the foot of the line boxes to the middle of the number's own line.
  const above = Math.max(0, NUMBER.below - inkBelow - (NUMBER.points * MM_PER_POINT) / 2)
  // Lists are hung sheet by sheet: who finds the third must know that there are nine.
  const isCounted = form === 'NAME_LIST' || form === 'FINANCE_TABLE'
  const content = isCounted ? `'— ' counter(page) '/' counter(pages) ' —'` : `'— ' counter(page) ' —'`
  const side = pageNumber === 'CENTRE' ? 'center' : 'right'
  const inset = pageNumber === 'CENTRE' ? '0' : `${String(NUMBER.points)}pt`
  return `@bottom-${side} {
    content: ${content};
    padding: ${mm(above)} ${inset} 0 0;
    font: ${String(NUMBER.points)}pt / 1 var(--songti);
    font-variant-numeric: normal;
    vertical-align: top;
  }`
}

function leftPages(box: string, name: string): string {
  return `@page ${name}:left {
    @bottom-right { content: none; }
    ${box.replace('@bottom-right', '@bottom-left').replace(/padding: (\S+) (\S+) 0 0;/u, 'padding: $1 0 0 $2;')}
  }`
}

function pageRule(name: string, template: SheetTemplate, area: TypeArea): string {
  const below = template.margin.bottom - area.margin.bottom
  const box = numberBox(below, template)
  const rule = `@page ${name} {
    size: ${mm(area.page.width)} ${mm(area.page.height)};
    margin: ${sides(area)};
    ${box}
  }`
  return template.pageNumber === 'OUTSIDE' ? `${rule}\n${leftPages(box, name)}` : rule
}

function typeLines(name: string, { role, points, bold }: SheetType): string {
  return `--${name}-face: ${FACES[role]}; --${name}-size: ${String(points)}pt; --${name}-weight: ${bold ? '700' : '400'};`
}

/**
 * Everything a template says of a sheet as a style sheet: the `@page` rules and the variables that paper.css and the forms'
 * own styles are written in. `half` is the page of a sheet that takes half a paper.
 * @example templateCss(BUILT_IN_TEMPLATES.RED_HEAD).includes('--pitch: 10.4455mm') // true
 */
export function templateCss(template: SheetTemplate, half: TypeArea['page'] | null = null): string {
  const area = half === null ? typeArea(template) : typeArea(template, half)
  const across = turned(template)
  const wide = typeArea(across)
  const { margin } = area
  return `
${pageRule('', template, area)}
${pageRule('turned', across, wide)}
:root {
  --page-width: ${mm(area.page.width)};
  --page-height: ${mm(area.page.height)};
  --page-margin: ${sides(area)};
  --page-top: ${mm(margin.top)};
  --page-left: ${mm(margin.left)};
  --type-width: ${mm(area.width)};
  --type-height: ${mm(area.height)};
  --turned-width: ${mm(wide.width)};
  --turned-height: ${mm(wide.height)};
  --pitch: ${mm(area.pitch)};
  --char: ${mm(area.character)};
  --leading: ${String(template.leading)};
  --least-table: ${String(template.leastTablePoints)}pt;
  ${Object.entries(template.type)
    .map(([name, type]) => typeLines(name, type))
    .join('\n  ')}
}
`
}
