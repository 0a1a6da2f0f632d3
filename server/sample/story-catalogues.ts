import { Buffer } from 'node:buffer'
import { regimeOfUnit } from '../../domain/office/unit.ts'
import { editCatalogueItem } from '../catalogue/edit-rows.ts'
import { setUnitItem } from '../catalogue/keep-catalogue.ts'
import { importCatalogue } from '../catalogue/procedures.ts'
import { loadTemplate } from '../catalogue/templates.ts'
import { approveVersion, beginVersion, fileVersion, submitVersion } from '../catalogue/versions.ts'
import { addBoard, addUnit } from '../office/units.ts'
import { upkeepIdle } from '../duty/upkeep.ts'
import {
  type SampleCatalogue,
  TOWNSHIP_CATALOGUE,
  TOWNSHIP_CATALOGUE_LATER,
  VILLAGE_CATALOGUE,
} from './catalogues.ts'
import { must } from './must.ts'
import { SAMPLE_UNITS } from './sample-office.ts'
import type { Story } from './story.ts'

const FILED_WITH = '示例县政务公开办'

/**
 * Registers the units of the sample office with their boards.
 * @example registerUnits(story)
 */
export function registerUnits({ deps, staff }: Story): void {
  for (const { name, kind, board } of SAMPLE_UNITS) {
    const unit = must(addUnit(deps, staff.administrator, { name, kind, parentId: null }), name)
    const input = { ...board, regime: regimeOfUnit(kind) }
    must(addBoard(deps, staff.administrator, unit.id, input), board.name)
  }
}

/** Takes a file in; gives the catalogue it is now the newest version of. */
async function take({ deps, staff }: Story, file: SampleCatalogue, into?: string): Promise<string> {
  const bytes = Buffer.from(file.csv, 'utf8')
  const taken = must(
    await importCatalogue(deps, staff.handler, { fileName: file.fileName, bytes }, into),
    file.fileName,
  )
  const id = taken.diffs[0]?.catalogueId
  if (id === undefined) throw new Error(`${file.fileName} holds one catalogue`)
  return id
}

/** The newest version is submitted by the handler and approved by the leader; gives its id. */
function approve(story: Story, catalogueId: string, name: string): string {
  const { deps, staff } = story
  const id = deps.store.read.catalogue.versions(catalogueId)[0]?.id ?? ''
  story.pass(30)
  must(submitVersion(deps, staff.handler, id), name)
  story.pass(40)
  must(approveVersion(deps, staff.leader, id), name)
  return id
}

/**
 * The catalogues with which the year begins: the township's, the villages', the Party branch's, approved; gives the
 * township's id.
 * @example await importCatalogues(story)
 */
export async function importCatalogues(story: Story): Promise<string> {
  const { deps, staff } = story
  story.pass(10)
  const township = await take(story, TOWNSHIP_CATALOGUE)
  approve(story, township, TOWNSHIP_CATALOGUE.fileName)
  const village = await take(story, VILLAGE_CATALOGUE)
  approve(story, village, VILLAGE_CATALOGUE.fileName)
  const party = must(await loadTemplate(deps, staff.handler, 'PARTY_AFFAIRS'), '党务公开目录')
  approve(story, party.outcomes[0]?.catalogueId ?? '', '党务公开目录')
  const inCharge = { applies: true, reason: '', assigneeId: staff.handler.id }
  for (const [unit, item] of [
    ['河西村', '月度财务收支'],
    ['河东村', '月度财务收支'],
    [undefined, '预算执行情况'],
  ] as const) {
    must(setUnitItem(deps, staff.handler, story.unit(unit), story.item(item), inCharge), item)
  }
  // The worker plans beside; the story goes on once the duties are there.
  await upkeepIdle(deps)
  return township
}

/**
 * Files the version of a catalogue that counts with the county.
 * @example fileCatalogue(story, id, '2026-01-12', '示政公备〔2026〕3号')
 */
export function fileCatalogue(
  story: Story,
  catalogueId: string,
  filedOn: string,
  filingNumber: string,
): void {
  const { deps, staff } = story
  const version = deps.store.read.catalogue.byId(catalogueId)?.version.id ?? ''
  must(
    fileVersion(deps, staff.handler, version, { filedOn, filedWith: FILED_WITH, filingNumber }),
    filingNumber,
  )
}

/**
 * The county's table of September becomes the second version.
 * @example await takeLaterCatalogue(story, id)
 */
export async function takeLaterCatalogue(story: Story, catalogueId: string): Promise<void> {
  await take(story, TOWNSHIP_CATALOGUE_LATER, catalogueId)
  approve(story, catalogueId, TOWNSHIP_CATALOGUE_LATER.fileName)
  await upkeepIdle(story.deps)
}

/**
 * A third version is begun and stays a draft.
 * @example draftNextVersion(story, id)
 */
export function draftNextVersion(story: Story, catalogueId: string): void {
  const { deps, staff } = story
  must(beginVersion(deps, staff.handler, catalogueId), '第3版')
  story.pass(15)
  const change = { contentElements: '工作要点、实施方案、点题公开事项及办理结果' }
  must(editCatalogueItem(deps, staff.handler, story.item('政务公开工作'), change), '第3版')
}
