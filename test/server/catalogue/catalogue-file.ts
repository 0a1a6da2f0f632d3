import { readFileSync } from 'node:fs'
import type { CatalogueDetail, CatalogueImport, ImportPreview } from '../../../server/catalogue/views.ts'
import type { DeskClient } from '../../support/desk-client.ts'

/** A file of test/fixtures/data. */
export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/data/${name}`, import.meta.url))
}

const HEADING = '序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体'

/** A table of a township as CSV: level 1, level 2, contents, deadline a row. */
export function table(...rows: readonly (readonly [string, string, string, string])[]): Uint8Array {
  const lines = rows.map(
    ([level1, level2, contents, deadline], at) =>
      `${at + 1},${level1},${level2},${contents},《政府信息公开条例》,${deadline},乡镇人民政府`,
  )
  return new TextEncoder().encode([HEADING, ...lines].join('\r\n'))
}

/** Three rows of a township. */
export const FIRST = [
  ['机构信息', '机构职能', '机构设置、职能、办公地址', '20个工作日内'],
  ['财政预决算', '政府预算', '收支预算表及说明', '批准后20日内'],
  ['社会救助', '临时救助', '救助对象名单、金额、事由', '10个工作日内'],
] as const

/** Takes a table in one step. */
export function importFile(desk: DeskClient, bytes: Uint8Array, name = '云溪镇政务公开目录.csv') {
  return desk.upload<CatalogueImport>('/api/desk/catalogues', name, bytes)
}

/** Looks at a file before it is taken. */
export function previewFile(desk: DeskClient, bytes: Uint8Array, name = '云溪镇政务公开目录.csv') {
  return desk.upload<ImportPreview>('/api/desk/catalogue-imports', name, bytes)
}

/** A catalogue as the desk shows it. */
export async function detailOf(desk: DeskClient, id: string): Promise<CatalogueDetail> {
  return (await desk.get<CatalogueDetail>(`/api/desk/catalogues/${id}`)).body
}
