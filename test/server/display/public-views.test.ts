import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../../platform/sha256.ts'
import { completeDraft } from '../../../domain/notice/empty-draft.ts'
import { canonicalContent } from '../../../domain/notice/canonical-content.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import type {
  BoardHome,
  PublicNotice,
  PublicPage,
  PublicRow,
  SearchAnswer,
} from '../../../server/display/views.ts'
import { groupFor, searchableText } from '../../../server/notice/public-listing.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import { paragraphs } from '../../support/publish-flow.ts'
import { OFFICE, openTestBoard, setUpOffice, type TestBoard } from '../../support/test-board.ts'

const NOTICES = 45

let board: TestBoard
let visitor: DeskClient

beforeAll(async () => {
  board = openTestBoard()
  await setUpOffice(board.desk)
  visitor = board.visitor()
  publishMany()
})
afterAll(() => board.close())

/** Publishes by the repositories alone: the road there is proved elsewhere, here the lists must be long. */
function publishMany(): void {
  const { store } = board.deps
  const by = store.read.office.accounts()[0]?.id ?? ''
  const at = board.clock.now()
  store.tx((write, read) => {
    for (let number = 1; number <= NOTICES; number++) {
      const id = `notice-${number}`
      const inTitle = number % 3 === 0
      const content: PublicContent = {
        ...{
          format: 'board-edition/1',
          title: inTitle ? `停电通知第${number}号` : `通知第${number}号`,
          noticeKind: 'NOTIFICATION',
        },
        ...{
          body: paragraphs(`因检修，河西村停电。第${number}次。`),
          documentNumber: number === 7 ? '云政发〔2026〕7号' : '',
        },
        ...{
          documentDate: null,
          issueDate: null,
          disclosureMode: 'PROACTIVE',
          audience: 'PUBLIC',
          addressee: '',
          signature: OFFICE.name,
        },
        ...{ office: { name: OFFICE.name, uscc: OFFICE.uscc }, attachments: [] },
        catalogue: { name: '村务公开目录', level1: number % 2 === 0 ? '财务' : '民政', level2: '' },
      }
      const text = canonicalContent(content)
      const indexNumber = `${OFFICE.uscc}/2026-${String(number).padStart(5, '0')}`
      const draft = completeDraft({ ...content, catalogueItemId: null, disclosureModeReason: '' })
      const stored = {
        content: draft,
        title: content.title,
        catalogueItemId: null,
        revision: 1,
        handlerId: by,
        updatedBy: by,
      }
      write.notice.insert({ id, state: 'PUBLISHED', indexNumber, ...stored, createdAt: at, updatedAt: at })
      write.submission.insert({
        id,
        noticeId: id,
        hash: sha256(text),
        content: text,
        submittedBy: by,
        submittedAt: at,
        closed: true,
      })
      const publicGroupId = groupFor(read, write, content, 'VILLAGE')
      const editionId = write.edition.insert({
        ...{
          noticeId: id,
          editionNumber: 1,
          hash: sha256(text),
          content: text,
          indexNumber,
          submissionId: id,
          publishedBy: by,
        },
        ...{
          publishedAt: at,
          publishDate: '2026-11-23',
          state: 'PUBLISHED',
          title: content.title,
          noticeKind: 'NOTIFICATION',
        },
        ...{ documentNumber: content.documentNumber, publicGroupId },
      })
      write.edition.countInGroup(publicGroupId, 1)
      write.search.add(editionId, content.title, searchableText(content, indexNumber))
    }
  })
}

async function everyPage<T extends { next: string | null; items: readonly PublicRow[] }>(
  path: string,
): Promise<T[]> {
  const pages: T[] = []
  let cursor = ''
  do {
    const page = await visitor.get<T>(`${path}${cursor}`)
    expect(page.status).toBe(200)
    pages.push(page.body)
    cursor =
      page.body.next === null
        ? ''
        : `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(page.body.next)}`
  } while (cursor !== '')
  return pages
}

const serials = (pages: readonly { items: readonly PublicRow[] }[]) =>
  pages.flatMap((page) => page.items.map((row) => Number(row.indexNumber.slice(-5))))

const down = (from: number, fits: (number: number) => boolean) =>
  Array.from({ length: from }, (_, index) => from - index).filter(fits)

describe('the kiosk’s first page', () => {
  it('shows the office, the headings with their counts, and the ten newest', async () => {
    const { body } = await visitor.get<BoardHome>('/api/public/home')
    expect(body.office).toEqual({ ...body.office, name: OFFICE.name, telephone: OFFICE.telephone })
    expect(body.groups.map(({ name, count }) => [name, count])).toEqual([
      ['民政', 23],
      ['财务', 22],
    ])
    expect(serials([{ items: body.newest }])).toEqual(down(NOTICES, (number) => number > NOTICES - 10))
    expect(body.total).toBe(NOTICES)
  })

  it('tells the public no more of the office than its address and hours', async () => {
    const { body } = await visitor.get<BoardHome>('/api/public/home')
    expect(Object.keys(body.office).sort()).toEqual(['address', 'name', 'openingHours', 'telephone', 'uscc'])
  })
})

describe('the public list', () => {
  it('goes through all notices, newest first, none twice and none left out', async () => {
    const pages = await everyPage<PublicPage>('/api/public/notices')
    expect(pages.map((page) => page.items.length)).toEqual([20, 20, 5])
    expect(serials(pages)).toEqual(down(NOTICES, () => true))
    expect(pages.every((page) => page.total === NOTICES)).toBe(true)
  })

  it('goes through one heading alone', async () => {
    const home = await visitor.get<BoardHome>('/api/public/home')
    const group = home.body.groups.find((candidate) => candidate.name === '财务')
    const pages = await everyPage<PublicPage>(`/api/public/notices?group=${group?.id}`)
    expect(serials(pages)).toEqual(down(NOTICES, (number) => number % 2 === 0))
  })
})

describe('the public search', () => {
  const search = (words: string) =>
    everyPage<SearchAnswer>(`/api/public/search?q=${encodeURIComponent(words)}`)

  it('shows hits in the title first, then hits in the text, newest first in each, none twice', async () => {
    const pages = await search('停电')
    const inTitle = (number: number) => number % 3 === 0
    expect(serials(pages)).toEqual([
      ...down(NOTICES, inTitle),
      ...down(NOTICES, (number) => !inTitle(number)),
    ])
    expect(pages[0]).toMatchObject({ total: NOTICES, totalIsLowerBound: false })
  })

  it('marks the words where they stand', async () => {
    const [page] = await search('停电 检修')
    expect(page?.items[0]?.titleParts).toEqual([
      { text: '停电', hit: true },
      { text: '通知第45号', hit: false },
    ])
    expect(page?.items[0]?.excerpt.filter((part) => part.hit).map((part) => part.text)).toEqual([
      '检修',
      '停电',
    ])
  })

  it('finds by the exact index number and by the exact document number', async () => {
    for (const [words, serial] of [
      [`${OFFICE.uscc}/2026-00012`, 12],
      ['云政发〔2026〕7号', 7],
    ] as const) {
      const [page] = await search(words)
      expect(serials(page ? [page] : [])).toEqual([serial])
      expect(page?.total).toBe(1)
    }
  })

  it.each(['', '   ', '，。', '不在板上的词'])('finds nothing for %j and says so', async (words) => {
    const [page] = await search(words)
    expect(page).toEqual({ items: [], next: null, total: 0, totalIsLowerBound: false })
  })
})

describe('a notice by its index number', () => {
  it('is the edition with its hash; an unknown number is not found', async () => {
    const index = encodeURIComponent(`${OFFICE.uscc}/2026-00003`)
    const { body } = await visitor.get<PublicNotice>(`/api/public/notice?index=${index}`)
    if (body.state === 'WITHDRAWN') throw new Error('it was published')
    expect(sha256(canonicalContent(body.content))).toBe(body.hash)
    expect(body.editions).toEqual([
      { hash: body.hash, editionNumber: 1, publishDate: '2026-11-23', change: null },
    ])
    expect((await visitor.get('/api/public/notice?index=none')).status).toBe(404)
  })
})
