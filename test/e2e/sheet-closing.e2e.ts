import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { BUILT_IN_TEMPLATES } from '../../domain/sheet/built-in-templates.ts'
import type { SheetTemplate } from '../../domain/sheet/template.ts'
import { templateCss } from '../../renderer/sheet/template-css.ts'
import { readable } from '../../server/display/readable-text.ts'
import { isPageNumber, linesOf, readPdf } from '../support/pdf-geometry.ts'

const CSS = readFileSync(new URL('../../renderer/sheet/paper.css', import.meta.url), 'utf8')
const SIGNED = '示例县云溪镇人民政府'
const CLOSING = `<div class="attachments"><span>附件：</span><ol><li>分工表</li></ol></div>
<div class="closing"><div class="signature"><p>${SIGNED}</p><p class="signature-date">2026年11月19日</p></div>
<p class="annex">（此件公开发布）</p><div class="version"><p>索引号</p></div></div>`

const paragraphs = (count: number) => '<p class="body-paragraph">本行是正文。</p>'.repeat(count)
const table = (count: number) =>
  `<div class="body-table-frame"><table class="body-table"><tbody>${'<tr class="body-row"><td class="body-cell">本行是正文。</td></tr>'.repeat(count)}</tbody></table></div>`

async function pagesOf(page: Page, template: SheetTemplate, text: string): Promise<string[][]> {
  await page.setContent(
    `<style>*{box-sizing:border-box;margin:0;padding:0}${CSS}${templateCss(template)}</style><article class="area">${text}${CLOSING}</article>`,
  )
  const pdf = await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  return pdf.pages.map((one) =>
    linesOf(one)
      .filter((line) => !isPageNumber(line))
      .map((line) => readable(line.text)),
  )
}

for (const [what, text, template, from, to] of [
  ['paragraphs', paragraphs, BUILT_IN_TEMPLATES.PLAIN, 14, 28],
  ['a table', table, BUILT_IN_TEMPLATES.PLAIN, 14, 40],
  ['a table that lies across', table, BUILT_IN_TEMPLATES.NAME_LIST, 10, 30],
] as const) {
  test(`however long, ${what} and the signature below meet on a page`, async ({ page }) => {
    const lengths = new Set<number>()
    for (let count = from; count <= to; count += 1) {
      const pages = await pagesOf(page, template, text(count))
      lengths.add(pages.length)
      const signed = pages.find((lines) => lines.some((line) => line.includes(SIGNED))) ?? []
      expect(signed.join('\n'), `${String(count)} lines`).toContain('本行是正文')
      expect(signed.join('\n'), `${String(count)} lines`).toContain('索引号')
    }
    // Some of these texts fit one page with their closing and some do not.
    expect([...lengths].sort()).toEqual([1, 2])
  })
}
