import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillReadings } from '../../../../server/display/initials/fill-readings.ts'
import type {
  InitialsAnswer,
  SearchWordPreview,
  SearchWordsView,
  SpelledWords,
} from '../../../../server/display/initials-view.ts'
import { type EditionFlow, openEditionFlow, type Refused } from '../../../support/edition-flow.ts'

const LOW_INCOME = '关于2026年度城乡居民最低生活保障对象的公示'

let flow: EditionFlow

beforeEach(async () => {
  flow = await openEditionFlow()
})
afterEach(() => flow.board.close())

const find = async (keys: string): Promise<InitialsAnswer> => {
  const answer = await flow.board
    .visitor()
    .get<InitialsAnswer>(`/api/public/search/initials?keys=${encodeURIComponent(keys)}`)
  expect(answer.status).toBe(200)
  return answer.body
}
const titles = async (keys: string) => (await find(keys)).items.map(({ title }) => title)
const readAnew = () => fillReadings(flow.board.deps)
const add = (word: Record<string, string>) =>
  flow.staff.handler.post<SearchWordsView & Refused>('/api/desk/search-words', word)

describe('the initials pad of the kiosk', () => {
  it('finds a notice from the moment it is published, marked where the keys stand', async () => {
    await flow.publish({ title: LOW_INCOME })
    await flow.publish({ title: '关于河西街道办事处创业补助奖励发放公示' })
    const { keys, items, more } = await find('dbgs')
    expect({ keys, more, titles: items.map(({ title }) => title) }).toEqual({
      keys: 'dbgs',
      more: false,
      titles: [LOW_INCOME],
    })
    expect(items[0]?.titleParts.filter(({ hit }) => hit).map(({ text }) => text)).toEqual([
      '低',
      '保',
      '公示',
    ])
    expect(items[0]?.titleParts.map(({ text }) => text).join('')).toBe(LOW_INCOME)
  })

  it('tells glass and desk while titles are not read yet after an upgrade', async () => {
    await flow.publish({ title: LOW_INCOME })
    expect((await find('dbgs')).incomplete).toBe(false)
    flow.board.deps.store.database.exec('DELETE FROM title_reading; DELETE FROM title_reading_entry')
    expect(await find('dbgs')).toMatchObject({ items: [], incomplete: true })
    expect((await flow.staff.handler.get<SearchWordsView>('/api/desk/search-words')).body.unread).toBe(1)
    await readAnew()
    expect(await find('dbgs')).toMatchObject({ items: [{ title: LOW_INCOME }], incomplete: false })
  })

  it('finds by index and document number, and says by which', async () => {
    const { indexNumber } = await flow.publish({
      title: '停电通知',
      documentNumber: '云政发〔2026〕12号',
      documentDate: '2026-11-20',
    })
    expect((await find('2026 12')).items[0]?.numberParts).toEqual([
      { text: '云政发〔', hit: false },
      { text: '2026', hit: true },
      { text: '〕', hit: false },
      { text: '12', hit: true },
      { text: '号', hit: false },
    ])
    const [byIndex] = (await find('00001')).items
    expect(byIndex?.indexNumber).toBe(indexNumber)
    expect(byIndex?.numberParts.find(({ hit }) => hit)?.text).toBe('00001')
  })

  it('finds the edition in force by its own title, and the former title no more', async () => {
    const { id } = await flow.publish({ title: '停电检修通知' })
    await flow.publishNext(id, { title: '停水检修通知' })
    expect(await titles('tdjx')).toEqual([])
    expect(await titles('tsjx')).toEqual(['停水检修通知'])
  })

  it('never finds what is withdrawn, not even to be read anew', async () => {
    const { id } = await flow.publish({ title: LOW_INCOME })
    expect((await flow.withdraw(id, { reason: 'PUBLISHED_IN_ERROR', editionNumber: 1 })).status).toBe(200)
    expect(await titles('dbgs')).toEqual([])
    await readAnew()
    expect(await titles('dbgs')).toEqual([])
    expect((await find('00001')).items).toEqual([])
  })

  it('never finds what has run out, from that minute on', async () => {
    await flow.publish({ title: LOW_INCOME, expiresAt: '2026-12-01T09:30:00.000Z' })
    flow.board.clock.set('2026-12-01T09:29:59.000Z')
    expect(await titles('dbgs')).toEqual([LOW_INCOME])
    flow.board.clock.set('2026-12-01T09:30:00.000Z')
    expect(await titles('dbgs')).toEqual([])
  })

  it('never finds, nor offers words of, what is for a limited circle', async () => {
    const { store } = flow.board.deps
    await flow.publish({ title: '征地补偿费分配表' })
    expect(await titles('zdbc')).toHaveLength(1)
    store.database.exec(`UPDATE catalogue_row SET disclosure_scope = 'LIMITED_CIRCLE'`)
    expect(await titles('zdbc')).toEqual([])
    const words = await flow.board.visitor().get<SpelledWords>('/api/public/search/words?keys=buchang')
    expect(words.body.words).toEqual([])
  })

  it('reads titles that were published before it could, in the background, once', async () => {
    await flow.publish({ title: LOW_INCOME })
    const { store } = flow.board.deps
    store.database.exec('DELETE FROM title_reading; DELETE FROM title_reading_entry')
    expect(await titles('dbgs')).toEqual([])
    await readAnew()
    expect(await titles('dbgs')).toEqual([LOW_INCOME])
    expect(store.read.titleReading.missing(0, 5)).toEqual([])
  })

  it('takes whatever is typed without a fault', async () => {
    await flow.publish({ title: LOW_INCOME })
    for (const keys of [
      '',
      ' ',
      '"',
      '*',
      'a" OR "b',
      '低保',
      '🙂',
      'ü',
      '#',
      "'; DROP",
      'NOT',
      '0'.repeat(40),
    ]) {
      expect(Array.isArray((await find(keys)).items), keys).toBe(true)
    }
    expect(
      (await flow.board.visitor().get(`/api/public/search/initials?keys=${'a'.repeat(41)}`)).status,
    ).toBe(400)
  })
})

describe('Han words for typed pinyin', () => {
  it('are whole words of titles on the board, and what people call things', async () => {
    await flow.publish({ title: LOW_INCOME })
    const words = async (keys: string) =>
      (await flow.board.visitor().get<SpelledWords>(`/api/public/search/words?keys=${keys}`)).body.words
    expect(await words('gongshi')).toEqual(['公示'])
    expect(await words('gongs')).toEqual(['公示'])
    expect(await words('dibao')).toEqual(['低保'])
    expect(await words('juminz')).toEqual(['居民最低'])
    expect(await words('x')).toEqual([])
  })
})

describe('the office’s own readings and synonyms', () => {
  it('a village read otherwise here is found so, in old titles and new ones, until the entry ends', async () => {
    await flow.publish({ title: '牛尾沟村低保名单' })
    expect(await titles('nygc')).toEqual([])
    const added = await add({ kind: 'READING', word: '牛尾沟', value: 'niu  YI gou' })
    expect(added.status, JSON.stringify(added.body)).toBe(200)
    await readAnew()
    await flow.publish({ title: '牛尾沟村财务公开' })
    expect(await titles('nygc')).toEqual(['牛尾沟村财务公开', '牛尾沟村低保名单'])
    expect(added.body.own).toMatchObject([{ word: '牛尾沟', value: 'niu yi gou', by: '周敏' }])
    const ended = await flow.staff.handler.post<SearchWordsView>(
      `/api/desk/search-words/${added.body.own[0]?.id ?? ''}/end`,
    )
    expect(ended.body.own).toEqual([])
    await readAnew()
    expect(await titles('nygc')).toEqual([])
    expect(await titles('nwgc')).toHaveLength(2)
  })

  it('a word people say finds the title that writes another', async () => {
    await flow.publish({ title: '高标准农田建设项目公示' })
    expect(await titles('gbt')).toEqual([])
    await add({ kind: 'SYNONYM', word: '高标田', value: '高标准农田' })
    await readAnew()
    expect(
      (await find('gbtgs')).items[0]?.titleParts.filter(({ hit }) => hit).map(({ text }) => text),
    ).toEqual(['高标', '田', '公示'])
  })

  it('are shown before they are entered: how a title would be read and whether keys find it', async () => {
    const query = new URLSearchParams({ title: '单城村公示', keys: 'scc', word: '单城', value: 'shan cheng' })
    const preview = await flow.staff.reviewer.get<SearchWordPreview>(
      `/api/desk/search-words/preview?${query}`,
    )
    expect(preview.body).toMatchObject({ found: true, initials: 'sccgs' })
    query.set('word', '')
    const before = await flow.staff.reviewer.get<SearchWordPreview>(`/api/desk/search-words/preview?${query}`)
    expect(before.body).toMatchObject({ found: false, initials: 'dccgs' })
  })

  it('are refused when they cannot be right, and to who may not', async () => {
    const refusal = async (word: Record<string, string>) => (await add(word)).body.code
    expect(await refusal({ kind: 'READING', word: '牛尾沟', value: 'niu yi' })).toBe(
      'search-word.reading-unfit',
    )
    expect(await refusal({ kind: 'READING', word: '牛尾沟', value: 'niu yi 3' })).toBe(
      'search-word.reading-unfit',
    )
    expect(await refusal({ kind: 'READING', word: '牛 沟', value: 'niu gou' })).toBe('search-word.not-han')
    expect(await refusal({ kind: 'SYNONYM', word: '低保', value: '低保' })).toBe('search-word.same')
    await add({ kind: 'READING', word: '牛尾沟', value: 'niu yi gou' })
    expect(await refusal({ kind: 'READING', word: '牛尾沟', value: 'niu wei gou' })).toBe('search-word.known')
    const reviewer = await flow.staff.reviewer.post<Refused>('/api/desk/search-words', {
      kind: 'SYNONYM',
      word: '低保',
      value: '救助',
    })
    expect(reviewer.body.code).toBe('trust.role-missing')
    expect((await flow.staff.handler.post<Refused>('/api/desk/search-words/none/end')).body.code).toBe(
      'search-word.not-found',
    )
  })

  it('are in the log by kind and number of titles, without the words', async () => {
    await flow.publish({ title: '牛尾沟村低保名单' })
    await add({ kind: 'READING', word: '牛尾沟', value: 'niu yi gou' })
    const event = flow.board.deps.store.read.audit.newest()
    expect(event).toMatchObject({
      action: 'search-word.add',
      detail: { searchWordKind: 'READING', titles: 1 },
    })
    expect(JSON.stringify(event)).not.toContain('牛尾沟')
  })
})
