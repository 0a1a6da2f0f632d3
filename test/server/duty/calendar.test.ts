import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../domain/exchange/canonical-json.ts'
import type { DueAnswer } from '../../../domain/duty/due.ts'
import { calendarDigest, calendarOf } from '../../../server/duty/calendar/calendar-of.ts'
import type { CalendarChangeView, CalendarPreview, CalendarView } from '../../../server/duty/views.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff

beforeAll(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
})
afterAll(() => board.close())

const days = (year: number, name: string, monthDays: readonly string[]) =>
  monthDays.map((monthDay) => ({ date: `${year}-${monthDay}`, name }))
const arrangement = (year: number) => ({
  year,
  source: '国办发明电〔2026〕9号',
  holidays: [
    ...days(year, '元旦', ['01-01', '01-02', '01-03']),
    ...days(year, '劳动节', ['05-01', '05-02', '05-03', '05-04', '05-05']),
    ...days(year, '国庆节', ['10-01', '10-02', '10-03', '10-04', '10-05']),
  ],
  workdays: [] as { date: string; name: string }[],
})
const fileOf = (...years: readonly ReturnType<typeof arrangement>[]) => ({
  format: 'board-calendar/1',
  years,
})
const bytesOf = (file: unknown) => new TextEncoder().encode(JSON.stringify(file))

function signed(file: Readonly<Record<string, unknown>>, keys = generateKeyPairSync('ed25519')) {
  const der = keys.publicKey.export({ format: 'der', type: 'spki' })
  const value = sign(null, Buffer.from(canonicalJson(file)), keys.privateKey).toString('base64')
  return {
    keys,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    file: { ...file, signature: { publicKey: der.toString('base64'), value } },
  }
}

const preview = (file: unknown, who: keyof Staff = 'handler') =>
  staff[who].upload<CalendarPreview & { code: string; params: object }>(
    '/api/desk/calendar/preview',
    '2027.json',
    bytesOf(file),
  )
const take = (file: unknown, fields: Record<string, string>, who: keyof Staff = 'deputyLeader') =>
  staff[who].upload<CalendarChangeView & { code: string; params: object }>(
    '/api/desk/calendar/take',
    '2027.json',
    bytesOf(file),
    fields,
  )
const due = (query: string) =>
  staff.reviewer.get<DueAnswer & { code: string; params: object }>(`/api/desk/calendar/due?${query}`)

describe('the calendar at the desk', () => {
  it('shows its years, their source and how far it reaches', async () => {
    const { body } = await staff.handler.get<CalendarView>('/api/desk/calendar')
    expect(body.coverage).toEqual({ from: '2004-01-01', to: '2026-12-31' })
    expect(body.year).toMatchObject({ year: 2026, version: 0, localDays: [] })
    expect(body.year?.days).toHaveLength(33 + 6)
    const other = await staff.handler.get<CalendarView>('/api/desk/calendar?year=2040')
    expect(other.body.year).toBeNull()
  })

  it('reckons a due date with its arithmetic, and says which years are missing', async () => {
    expect((await due('from=2026-09-30&amount=20&unit=workday')).body).toMatchObject({
      ...{ due: '2026-11-03', provisional: false },
    })
    expect((await due('from=2026-12-28&amount=20&unit=workday')).body).toMatchObject({
      ...{ provisional: true, missingYears: [2027] },
    })
    expect((await due('from=2026-07-18T21:40&amount=5&unit=hour')).body).toMatchObject({
      ...{ due: '2026-07-19', dueAt: '2026-07-18T18:40:00.000Z' },
    })
  })

  it.each([
    ['from=2026-09-30&amount=0&unit=day', 'duty.amount-invalid', { most: 3650 }],
    ['from=2026-09-30&amount=-3&unit=workday', 'duty.amount-invalid', { most: 3650 }],
    ['from=2026-09-30&amount=1e9&unit=hour', 'duty.amount-invalid', { most: 87_600 }],
    ['from=2026-02-30&amount=3&unit=day', 'duty.date-invalid', { value: '2026-02-30' }],
    ['from=2026-09-30T25:00&amount=3&unit=hour', 'duty.date-invalid', { value: '2026-09-30T25:00' }],
  ])('refuses %s in words', async (query, code, params) => {
    expect(await due(query)).toMatchObject({ status: 422, body: { code, params } })
  })
})

describe('a calendar file', () => {
  it('is previewed by a handler, and taken only by a leader or administrator who confirmed an unsigned one', async () => {
    const file = fileOf(arrangement(2027))
    const shown = await preview(file)
    expect(shown.body).toMatchObject({
      signature: { state: 'UNSIGNED' },
      years: [{ year: 2027, warnings: [] }],
    })
    expect(shown.body.years[0]?.added).toHaveLength(13)
    expect((await preview(file, 'reviewer')).body.code).toBe('trust.role-missing')
    const { digest } = shown.body
    expect((await take(file, { digest, confirmed: 'true' }, 'handler')).body.code).toBe('trust.role-missing')
    expect((await take(file, { digest })).body.code).toBe('calendar.unsigned')
    expect((await take(file, { digest: 'other', confirmed: 'true' })).body.code).toBe(
      'calendar.preview-outdated',
    )
    const before = calendarDigest(board.deps.store.read)
    const taken = await take(file, { digest, confirmed: 'true' })
    expect(taken).toMatchObject({
      status: 200,
      body: {
        kind: 'YEAR',
        fileName: '2027.json',
        signedBy: '',
        by: { name: '李伟' },
        movedCount: null,
        moved: [],
      },
    })
    expect(calendarDigest(board.deps.store.read)).not.toBe(before)
    expect(calendarOf(board.deps.store.read).coverage.to).toBe('2027-12-31')
    expect((await due('from=2026-12-28&amount=5&unit=workday')).body).toMatchObject({
      ...{ due: '2027-01-05', provisional: false },
    })
    expect((await take(file, { digest, confirmed: 'true' })).body.code).toBe('calendar.preview-outdated')
    const again = (await preview(file)).body.digest
    expect((await take(file, { digest: again, confirmed: 'true' })).body.code).toBe(
      'calendar.nothing-changed',
    )
  })

  it('of the same year again replaces the former arrangement, and the difference is shown first', async () => {
    const corrected = arrangement(2027)
    const file = fileOf({ ...corrected, workdays: [{ date: '2027-01-09', name: '元旦' }] })
    const shown = await preview(file)
    expect(shown.body.years[0]).toMatchObject({
      ...{ added: [{ date: '2027-01-09', kind: 'WORKDAY', name: '元旦' }], removed: [] },
    })
    await take(file, { digest: shown.body.digest, confirmed: 'true' })
    const { body } = await staff.handler.get<CalendarView>('/api/desk/calendar?year=2027')
    expect(body.year).toMatchObject({ version: 2, source: '国办发明电〔2026〕9号' })
    expect(calendarOf(board.deps.store.read).meaning('2027-01-09').working).toBe(true)
  })

  it('signed with a key nobody knows shows its fingerprint; once confirmed the key is known by name', async () => {
    const first = signed(fileOf(arrangement(2028)))
    const shown = await preview(first.file)
    expect(shown.body.signature).toEqual({ state: 'UNKNOWN_KEY', fingerprint: first.fingerprint })
    const { digest } = shown.body
    expect((await take(first.file, { digest })).body).toMatchObject({
      ...{ code: 'calendar.unknown-key', params: { fingerprint: first.fingerprint } },
    })
    const taken = await take(first.file, { digest, confirmed: 'true', keyName: '县政务公开办' })
    expect(taken.body.signedBy).toBe(first.fingerprint)
    const second = signed(fileOf(arrangement(2029)), first.keys)
    const known = await preview(second.file)
    expect(known.body.signature).toEqual({
      ...{ state: 'KNOWN', fingerprint: first.fingerprint, name: '县政务公开办' },
    })
    expect((await take(second.file, { digest: known.body.digest })).status).toBe(200)
  })

  it('whose signature does not fit, or with a key that is none, is refused', async () => {
    const { file } = signed(fileOf(arrangement(2030)))
    const changed = { ...file, years: [{ ...arrangement(2030), source: '别的通知' }] }
    const noKey = { ...file, signature: { ...file.signature, publicKey: 'AAAA' } }
    const extra = { ...file, note: '后加的' }
    for (const one of [changed, noKey, extra]) {
      expect((await preview(one)).body.code).toBe('calendar.signature-invalid')
    }
    const { years } = (await preview(file)).body
    expect(years).toHaveLength(1)
  })

  it('may be a table of date, kind and name in the encoding of the office', async () => {
    const rows = ['日期,类别,名称', '2031/1/1,放假,元旦', '2031年1月2日,放假,元旦', '2031-01-04,上班,元旦']
    const shown = await staff.handler.upload<CalendarPreview>(
      '/api/desk/calendar/preview',
      '2031年放假.csv',
      new TextEncoder().encode(`\ufeff${rows.join('\r\n')}\r\n`),
    )
    expect(shown.body.years[0]).toMatchObject({
      ...{ year: 2031, source: '2031年放假.csv', warnings: ['FEW_HOLIDAYS', 'FIXED_HOLIDAY_WORKS'] },
    })
    expect(shown.body.years[0]?.days.map(({ kind }) => kind)).toEqual(['HOLIDAY', 'HOLIDAY', 'WORKDAY'])
  })

  it.each([
    ['nothing', ''],
    ['a web page', '<html><body>放假</body></html>'],
    ['JSON of another kind', '{"years":[]}'],
    ['JSON that breaks off', '{"format":"board-calendar/1","years":['],
    ['a table of something else', '姓名,电话\n张三,1\n李四,2'],
  ])('that is %s is refused and changes nothing', async (_, text) => {
    const before = calendarDigest(board.deps.store.read)
    const shown = await staff.handler.upload<{ code: string }>(
      ...(['/api/desk/calendar/preview', 'x.json'] as const),
      new TextEncoder().encode(text),
    )
    expect(shown).toMatchObject({ status: 422, body: { code: 'calendar.not-a-calendar' } })
    expect(calendarDigest(board.deps.store.read)).toBe(before)
  })

  it('written after the page that describes it is read', async () => {
    const page = readFileSync(new URL('../../../docs/calendar-format.md', import.meta.url), 'utf8')
    const block = (kind: string): string => new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(page)?.[1] ?? ''
    for (const [name, text, year] of [
      ['a.json', block('json'), '2027'],
      ['a.csv', block('csv'), '2027'],
    ] as const) {
      const path = '/api/desk/calendar/preview'
      const shown = await staff.handler.upload<CalendarPreview>(path, name, new TextEncoder().encode(text))
      expect([shown.status, String(shown.body.years[0]?.year)]).toEqual([200, year])
    }
  })

  it('in GB18030, as table programs save it, is read', async () => {
    const text = iconv.encode('日期,类别,名称\r\n2033-01-01,放假,元旦\r\n', 'gb18030')
    const shown = await staff.handler.upload<CalendarPreview>('/api/desk/calendar/preview', '2033.csv', text)
    expect(shown.body.years[0]?.days).toEqual([{ date: '2033-01-01', kind: 'HOLIDAY', name: '元旦' }])
  })

  it('can be typed in at the desk: the same JSON without a file', async () => {
    const file = fileOf(arrangement(2032))
    const shown = await staff.handler.post<CalendarPreview>('/api/desk/calendar/preview', file)
    const taken = await staff.administrator.post<CalendarChangeView>('/api/desk/calendar/take', {
      ...{ ...file, digest: shown.body.digest, confirmed: true },
    })
    expect(taken).toMatchObject({
      status: 200,
      body: { fileName: '', summary: '2032 国办发明电〔2026〕9号' },
    })
    const wrong = await staff.handler.post<{ code: string }>('/api/desk/calendar/preview', [1])
    expect(wrong).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
    const noDigest = await staff.administrator.post('/api/desk/calendar/take', file)
    expect(noDigest).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', params: { field: 'digest' } },
    })
  })
})

describe('a local day', () => {
  const festival = { date: '2026-12-08', kind: 'HOLIDAY', name: '民族节', reason: '县政府通知' }

  it('rests over the national calendar until it is taken back, and both are on record', async () => {
    const added = await staff.deputyLeader.post<CalendarChangeView>('/api/desk/calendar/local-days', festival)
    expect(added).toMatchObject({ status: 201, body: { kind: 'LOCAL_DAY', summary: '2026-12-08 民族节' } })
    expect(calendarOf(board.deps.store.read).meaning('2026-12-08')).toMatchObject({ reason: 'LOCAL_HOLIDAY' })
    const twice = await staff.deputyLeader.post('/api/desk/calendar/local-days', festival)
    expect(twice).toMatchObject({ status: 409, body: { code: 'calendar.local-day-exists' } })
    const { body } = await staff.handler.get<CalendarView>('/api/desk/calendar?year=2026')
    const [day] = body.year?.localDays ?? []
    expect(day).toMatchObject(festival)
    const path = `/api/desk/calendar/local-days/${day?.id}`
    const unexplained = await staff.deputyLeader.json('DELETE', path, { reason: ' ' })
    expect(unexplained).toMatchObject({ body: { code: 'calendar.reason-required' } })
    const removed = await staff.deputyLeader.json('DELETE', path, { reason: '通知已取消' })
    expect(removed).toMatchObject({ status: 200, body: { summary: '− 2026-12-08 民族节：通知已取消' } })
    expect(calendarOf(board.deps.store.read).meaning('2026-12-08').working).toBe(true)
    const gone = await staff.deputyLeader.json('DELETE', path, { reason: '再撤一次' })
    expect(gone).toMatchObject({ status: 404, body: { code: 'calendar.local-day-not-found' } })
    const changes = await staff.handler.get<CalendarChangeView[]>('/api/desk/calendar/changes')
    expect(changes.body.slice(0, 2).map(({ summary }) => summary)).toEqual([
      ...['− 2026-12-08 民族节：通知已取消', '2026-12-08 民族节'],
    ])
    const log = board.deps.store.database
      .prepare(
        "SELECT action FROM audit_event WHERE subject_kind = 'calendar' ORDER BY sequence DESC LIMIT 3",
      )
      .pluck()
      .all()
    expect(log).toEqual(['calendar.local-day', 'calendar.local-day', 'calendar.update'])
  })

  it('is refused without name, reason, a real date, or the role', async () => {
    const add = async (change: object, who: keyof Staff = 'administrator') =>
      (await staff[who].post<{ code: string }>('/api/desk/calendar/local-days', { ...festival, ...change }))
        .body.code
    expect(await add({ name: '' })).toBe('calendar.name-required')
    expect(await add({ name: '\ud800' })).toBe('calendar.name-required')
    expect(await add({ reason: '' })).toBe('calendar.reason-required')
    expect(await add({ date: '2026-13-01' })).toBe('duty.date-invalid')
    expect(await add({}, 'handler')).toBe('trust.role-missing')
  })
})

describe('the calendar in use', () => {
  it('is one object as long as nothing changes', () => {
    const { read } = board.deps.store
    expect(calendarOf(read)).toBe(calendarOf(read))
  })
})
