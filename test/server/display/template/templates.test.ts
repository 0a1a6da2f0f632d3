import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backupDataFolder } from '../../../../db/backup-folder.ts'
import { restoreDataFolder } from '../../../../db/restore-folder.ts'
import { BUILT_IN_TEMPLATES } from '../../../../domain/sheet/built-in-templates.ts'
import { definitionOf, type TemplateDefinition } from '../../../../domain/sheet/template-definition.ts'
import { NOTICE_FORMS, SHEET_FORMS } from '../../../../domain/sheet/template.ts'
import { openDatabase } from '../../../../db/open.ts'
import { storeOver } from '../../../../db/store.ts'
import { databaseFile } from '../../../../server/create-deps.ts'
import type { SheetPage } from '../../../../server/display/sheet-page.ts'
import { findTemplate, templateVersion } from '../../../../server/display/template/find-template.ts'
import type {
  OfferedTemplate,
  TemplatePreview,
  TemplatesView,
  TemplateVersionView,
  TemplateView,
} from '../../../../server/display/template/views.ts'
import type { DeskClient } from '../../../support/desk-client.ts'
import {
  importVillageCatalogue,
  paragraphs,
  publishDraft,
  writeDraft,
} from '../../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let itemId: string
let names = 0

beforeAll(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  itemId = (await importVillageCatalogue(staff.handler)).id
})
afterAll(() => board.close())

const POSTER = definitionOf(BUILT_IN_TEMPLATES.POSTER)

async function copy(copyOf = 'POSTER', name = `大字海报${++names}`): Promise<TemplateView> {
  const made = await staff.administrator.post<TemplateView>('/api/desk/sheet-templates', { copyOf, name })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}

function change(of: TemplateView, definition: TemplateDefinition, name = of.template.name) {
  const { template, version } = of
  return staff.administrator.json<TemplateView>('PUT', `/api/desk/sheet-templates/${template.id}`, {
    version,
    name,
    definition,
  })
}

async function changed(of: TemplateView, definition: TemplateDefinition): Promise<TemplateView> {
  const answer = await change(of, definition)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

async function refusal(answer: Promise<{ status: number; body: unknown }>) {
  const { status, body } = await answer
  const { code, params } = body as { code: string; params: object }
  return { status, code, params }
}

async function all(): Promise<TemplatesView> {
  return (await staff.handler.get<TemplatesView>('/api/desk/sheet-templates')).body
}

async function offered(id: string): Promise<readonly OfferedTemplate[]> {
  const answer = await staff.handler.get<readonly OfferedTemplate[]>(
    `/api/desk/notices/${id}/sheet-templates`,
  )
  expect(answer.status).toBe(200)
  return answer.body
}

describe('the templates at the desk', () => {
  it('are the thirteen of the product, which everybody may look at and only an administrator may copy', async () => {
    const { templates, mayChange } = await all()
    expect(templates.slice(0, SHEET_FORMS.length).map(({ template }) => template.id)).toEqual([
      ...SHEET_FORMS,
    ])
    expect(mayChange).toBe(false)
    const view = await staff.administrator.get<TemplatesView>('/api/desk/sheet-templates')
    expect(view.body.mayChange).toBe(true)
    for (const desk of [staff.handler, staff.deputyLeader]) {
      expect(
        await refusal(desk.post('/api/desk/sheet-templates', { copyOf: 'POSTER', name: '海报' })),
      ).toMatchObject({ status: 403, code: 'trust.role-missing' })
    }
  })

  it('a copy begins as its original and stands behind it', async () => {
    const made = await copy()
    expect(made).toMatchObject({ version: 1, retired: false, copiedFrom: 'POSTER', set: { by: '陈静' } })
    expect(definitionOf(made.template)).toEqual(POSTER)
    expect((await all()).templates.at(-1)).toEqual(made)
  })

  it('a copy of a copy is of the same form and says where it came from', async () => {
    const first = await changed(await copy(), { ...POSTER, leading: 1.8 })
    const second = await copy(first.template.id)
    expect(second.copiedFrom).toBe(first.template.id)
    expect(second.template).toMatchObject({ form: 'POSTER', leading: 1.8 })
  })

  it('no two bear the same name', async () => {
    const made = await copy()
    const { name } = made.template
    expect(
      await refusal(staff.administrator.post('/api/desk/sheet-templates', { copyOf: 'PLAIN', name })),
    ).toMatchObject({ status: 409, code: 'template.name-taken' })
    const other = await copy()
    expect(await refusal(change(other, POSTER, name))).toMatchObject({ code: 'template.name-taken' })
  })

  it('nor the name of one of the product, in either language', async () => {
    for (const name of ['普通告示', 'Large-type poster']) {
      expect(
        await refusal(staff.administrator.post('/api/desk/sheet-templates', { copyOf: 'POSTER', name })),
      ).toMatchObject({ status: 409, code: 'template.name-taken' })
    }
  })

  it('those of the product cannot be changed, not even by an administrator', async () => {
    const put = staff.administrator.json('PUT', '/api/desk/sheet-templates/POSTER', {
      version: 1,
      name: '海报',
      definition: POSTER,
    })
    expect(await refusal(put)).toMatchObject({ status: 404, code: 'template.not-found' })
    expect(await refusal(staff.administrator.post('/api/desk/sheet-templates/POSTER/retire'))).toMatchObject({
      code: 'template.not-found',
    })
  })
})

describe('a changed template', () => {
  it('is a next version; the one before can still be read, for what was printed by it', async () => {
    const made = await copy()
    const larger = { ...POSTER, type: { ...POSTER.type, text: { ...POSTER.type.text, points: 36 } } }
    const second = await changed(made, larger)
    expect(second.version).toBe(2)
    const { read } = board.deps.store
    const { id } = made.template
    expect(findTemplate(read, id, 'POSTER')).toMatchObject({
      value: { version: 2, type: { text: { points: 36 } } },
    })
    expect(templateVersion(read, id, 1)).toMatchObject({
      value: { version: 1, type: { text: { points: 28 } } },
    })
    const versions = await staff.handler.get<readonly TemplateVersionView[]>(
      `/api/desk/sheet-templates/${id}/versions`,
    )
    expect(versions.body.map(({ number, template }) => [number, template.type.text.points])).toEqual([
      [2, 36],
      [1, 28],
    ])
    expect(() =>
      board.deps.store.database.prepare("UPDATE sheet_template_version SET name = 'x'").run(),
    ).toThrow(/never changes/)
  })

  it('is refused with the field that does not fit and what it may be, and nothing is kept', async () => {
    const made = await copy('RED_HEAD')
    const definition = definitionOf(made.template)
    const tooMany = { ...definition, grid: { lines: 22, characters: 40 } }
    expect(await refusal(change(made, tooMany))).toEqual({
      status: 422,
      code: 'template.invalid',
      params: { field: 'GRID_CHARACTERS', least: 14, most: 29 },
    })
    expect((await all()).templates.at(-1)?.version).toBe(1)
  })

  it('is refused at the edge when it is no template at all', async () => {
    const made = await copy()
    for (const [field, wrong] of [
      ['definition.paper.size', { ...POSTER, paper: { size: 'A5', orientation: 'PORTRAIT' } }],
      ['definition.parts', { ...POSTER, parts: ['VERSION', 'VERSION'] }],
      ['definition.margin.left', { ...POSTER, margin: { ...POSTER.margin, left: '28' } }],
      ['definition.colour', { ...POSTER, colour: 'red' }],
    ] as const) {
      const answer = change(made, wrong as unknown as TemplateDefinition)
      expect(await refusal(answer), field).toMatchObject({ status: 400, params: { field } })
    }
  })

  it('is refused when somebody else changed it meanwhile, or when nothing is different', async () => {
    const made = await copy()
    await changed(made, { ...POSTER, leading: 1.7 })
    expect(await refusal(change(made, { ...POSTER, leading: 1.9 }))).toMatchObject({
      status: 409,
      code: 'template.changed-meanwhile',
    })
    const newest = (await all()).templates.at(-1)
    if (!newest) throw new Error('there is one')
    expect(await refusal(change(newest, definitionOf(newest.template)))).toMatchObject({
      code: 'template.nothing-changed',
    })
  })

  it('leaves its trace in the log, without its name', async () => {
    const made = await copy('PLAIN', '河西村告示')
    await changed(made, { ...definitionOf(made.template), leading: 2 })
    const rows = board.deps.store.database
      .prepare("SELECT action, subject_id AS id, detail FROM audit_event WHERE subject_kind = 'template'")
      .all() as { action: string; id: string; detail: string }[]
    const own = rows.filter(({ id }) => id === made.template.id)
    expect(own.map(({ action }) => action)).toEqual(['template.copy', 'template.change'])
    expect(JSON.stringify(own)).not.toContain('河西村')
  })
})

describe('a retired template', () => {
  it('is not offered and not printed by any more, stays on record, and can be put back', async () => {
    const made = await copy('PLAIN')
    const { id } = made.template
    const { read } = board.deps.store
    const notice = await writeDraft(staff.handler, {
      title: '停电通知',
      body: paragraphs('停电。'),
      catalogueItemId: itemId,
    })
    expect((await offered(notice.id)).some((one) => one.id === id)).toBe(true)
    const retire = `/api/desk/sheet-templates/${id}/retire`
    expect((await staff.administrator.post<TemplateView>(retire)).body.retired).toBe(true)
    expect((await offered(notice.id)).some((one) => one.id === id)).toBe(false)
    expect(findTemplate(read, id, 'PLAIN')).toMatchObject({ code: 'template.retired' })
    expect(templateVersion(read, id, 1).ok).toBe(true)
    expect(await refusal(change(made, { ...definitionOf(made.template), leading: 2 }))).toMatchObject({
      code: 'template.retired',
    })
    expect(await refusal(staff.administrator.post(retire))).toMatchObject({
      code: 'template.nothing-changed',
    })
    expect(await refusal(staff.handler.post(`/api/desk/sheet-templates/${id}/restore`))).toMatchObject({
      status: 403,
    })
    const restored = await staff.administrator.post<TemplateView>(`/api/desk/sheet-templates/${id}/restore`)
    expect(restored.body.retired).toBe(false)
    expect((await offered(notice.id)).some((one) => one.id === id)).toBe(true)
  })
})

describe('the template to print by', () => {
  it('is the product’s own when none is named, and one of a form that suits what is printed', () => {
    const { read } = board.deps.store
    expect(findTemplate(read, null, 'RED_HEAD')).toMatchObject({ value: { id: 'RED_HEAD', version: 0 } })
    expect(findTemplate(read, 'POSTER', 'PLAIN', NOTICE_FORMS)).toMatchObject({ value: { form: 'POSTER' } })
    expect(findTemplate(read, 'POSTER', 'REVIEW_SLIP')).toMatchObject({ code: 'template.wrong-form' })
    expect(findTemplate(read, '0', 'PLAIN')).toMatchObject({ code: 'template.not-found' })
    expect(templateVersion(read, 'POSTER', 1)).toMatchObject({ code: 'template.not-found' })
  })

  it('is suggested by what the notice is: first the working copy, once published the edition', async () => {
    const { id, revision } = await writeDraft(staff.handler, {
      title: '防火通知',
      body: paragraphs('禁止野外用火。'),
      catalogueItemId: itemId,
      documentNumber: '云政发〔2026〕7号',
      documentDate: '2026-11-20',
    })
    expect((await offered(id))[0]).toMatchObject({ form: 'RED_HEAD', suggested: true, name: '' })
    expect((await offered(id)).filter(({ suggested }) => suggested)).toHaveLength(1)
    await publishDraft(staff, id, revision)
    const revised = await staff.handler.post<{ draft: { revision: number; content: object } }>(
      `/api/desk/notices/${id}/revise`,
    )
    await staff.handler.json('PUT', `/api/desk/notices/${id}/draft`, {
      revision: revised.body.draft.revision,
      content: { ...revised.body.draft.content, documentNumber: '' },
    })
    expect((await offered(id))[0]).toMatchObject({ form: 'RED_HEAD' })
    expect(await refusal(staff.handler.get('/api/desk/notices/0/sheet-templates'))).toMatchObject({
      status: 404,
      code: 'notice.not-found',
    })
  })

  it('copies of the office stand right behind the product’s own of their form', async () => {
    const made = await copy('PLAIN_CARD', '河西村明白卡')
    const { id } = await writeDraft(staff.handler, {
      title: '高龄津贴申领指南',
      body: paragraphs('年满80周岁。'),
      catalogueItemId: itemId,
      noticeKind: 'SERVICE_GUIDE',
    })
    const list = await offered(id)
    const at = list.findIndex((one) => one.id === made.template.id)
    expect(list[at]).toMatchObject({ form: 'PLAIN_CARD', name: '河西村明白卡', version: 1 })
    expect(list[at - 1]).toMatchObject({ id: 'PLAIN_CARD' })
  })
})

describe('the preview of a template nobody has saved', () => {
  const ask = (desk: DeskClient, body: object) =>
    desk.post<TemplatePreview>('/api/desk/sheet-templates/preview', body)
  const pageAt = (address: string) =>
    board
      .visitor()
      .get<SheetPage>(`/api/public/sheet-tickets/${new URLSearchParams(address.split('?')[1]).get('ticket')}`)

  it.each(SHEET_FORMS)('shows an invented sheet of the form %s', async (form) => {
    const definition = { ...definitionOf(BUILT_IN_TEMPLATES[form]), leading: 1.7 }
    const shown = await ask(staff.handler, { form, definition, hash: null })
    expect(shown.status, JSON.stringify(shown.body)).toBe(200)
    const page = (await pageAt(shown.body.address)).body
    expect(page).toMatchObject({ template: { form, leading: 1.7 } })
    if (page.kind === 'NOTICE') expect(page.data.draft).toBe(true)
  })

  it('shows an edition that was chosen, and none that was never published', async () => {
    const { id, revision } = await writeDraft(staff.handler, {
      title: '停水通知',
      body: paragraphs('停水。'),
      catalogueItemId: itemId,
    })
    const published = await publishDraft(staff, id, revision)
    const hash = published.editions[0]?.hash ?? ''
    const shown = await ask(staff.handler, { form: 'POSTER', definition: POSTER, hash })
    expect((await pageAt(shown.body.address)).body).toMatchObject({ data: { draft: false, hash } })
    expect(
      await refusal(ask(staff.handler, { form: 'POSTER', definition: POSTER, hash: 'a'.repeat(64) })),
    ).toMatchObject({ status: 404, code: 'notice.not-found' })
  })

  it('ends after ten minutes, and at once when what it shows is withdrawn', async () => {
    const draft = { title: '停水通知（二）', body: paragraphs('停水。'), catalogueItemId: itemId }
    const { id, revision } = await writeDraft(staff.handler, draft)
    const { editions } = await publishDraft(staff, id, revision)
    const hash = editions[0]?.hash ?? ''
    const invented = await ask(staff.handler, { form: 'POSTER', definition: POSTER, hash: null })
    const real = await ask(staff.handler, { form: 'POSTER', definition: POSTER, hash })
    expect((await pageAt(real.body.address)).status).toBe(200)
    const why = { hideTitle: false, note: '内容已变更', reason: 'PUBLISHED_IN_ERROR' }
    expect((await staff.handler.post(`/api/desk/notices/${id}/withdraw`, why)).status).toBe(200)
    expect((await pageAt(real.body.address)).status).toBe(404)
    expect((await pageAt(invented.body.address)).status).toBe(200)
    const now = board.clock.now()
    board.clock.set(new Date(Date.parse(now) + 600_000).toISOString())
    expect((await pageAt(invented.body.address)).status).toBe(404)
    board.clock.set(now)
  })

  it('is taken back when two more have been asked for', async () => {
    const one = () => ask(staff.reviewer, { form: 'POSTER', definition: POSTER, hash: null })
    const first = (await one()).body.address
    const second = (await one()).body.address
    expect((await pageAt(first)).status).toBe(200)
    await one()
    expect((await pageAt(first)).status).toBe(404)
    expect((await pageAt(second)).status).toBe(200)
  })

  it('is refused for numbers that do not fit one another', async () => {
    const definition = { ...POSTER, margin: { ...POSTER.margin, left: 260 } }
    expect(await refusal(ask(staff.handler, { form: 'POSTER', definition, hash: null }))).toMatchObject({
      code: 'template.invalid',
      params: { field: 'MARGIN_LEFT' },
    })
  })
})

describe('templates of the office', () => {
  it('come back from a backup with all their versions', async () => {
    const made = await changed(await copy('POSTER', '备份海报'), { ...POSTER, leading: 1.75 })
    const folder = mkdtempSync(join(tmpdir(), 'templates-'))
    try {
      const target = join(folder, 'backup')
      const saved = await backupDataFolder({
        dataDir: board.dataFolder,
        target,
        createdAt: board.clock.now(),
      })
      expect(saved.ok, JSON.stringify(saved)).toBe(true)
      const restoredTo = join(folder, 'restored')
      const restored = await restoreDataFolder({
        source: target,
        dataDir: restoredTo,
        restoredAt: board.clock.now(),
        newInstanceId: '01990000-0000-7000-8000-00000000000b',
      })
      expect(restored.ok, JSON.stringify(restored)).toBe(true)
      const opened = openDatabase(databaseFile(restoredTo))
      if (!opened.ok) throw new Error(opened.code)
      const store = storeOver(opened.value)
      try {
        expect(findTemplate(store.read, made.template.id, 'POSTER')).toMatchObject({
          value: { name: '备份海报', version: 2, leading: 1.75 },
        })
        expect(templateVersion(store.read, made.template.id, 1)).toMatchObject({
          value: { leading: POSTER.leading },
        })
      } finally {
        store.close()
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
