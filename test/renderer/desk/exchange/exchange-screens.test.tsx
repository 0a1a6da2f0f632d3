import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ExchangeArea } from '../../../../renderer/desk/exchange/exchange-area.tsx'
import { atTheDesk } from '../duty/desk-harness.tsx'
import { exchangeBoard, quietOffice } from './exchange-desk.tsx'
import {
  ITEMS,
  jobOf,
  NO_RECEIPTS,
  ON_A_STICK,
  OUTBOX,
  packageOf,
  receiptOf,
  TASK,
} from './exchange-samples.ts'
import { PATIENCE } from '../../patience.ts'

let answers: Record<string, unknown>
let board: ReturnType<typeof exchangeBoard>

beforeEach(() => {
  answers = quietOffice()
  board = exchangeBoard(answers)
  vi.stubGlobal('fetch', board.fetch)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = (path: string) => atTheDesk(<ExchangeArea path={path} />)

describe('what waits', () => {
  it('says after which package the next one goes on', async () => {
    answers['/api/desk/packages'] = [packageOf({ sequence: 11, ...ON_A_STICK, state: 'ACKNOWLEDGED' })]
    show('/exchange')
    expect(await screen.findByText('接着第 11 包报送。')).toBeTruthy()
    expect(screen.getByText(/发布 41 条，撤下 12 条（第 341 至 393 号变更）/)).toBeTruthy()
  })

  it.each([
    ['FIRST', '给县里的第一包'],
    ['AGAIN_SINCE_RECEIPT', '从县里最后确认的地方接着报'],
    ['NEW_INSTANCE', '本机数据恢复过'],
    ['SNAPSHOT', '重新报送全部信息'],
  ] as const)('says in words why it starts there: %s', async (reason, words) => {
    answers['/api/desk/outbox'] = { ...OUTBOX, next: { ...OUTBOX.next, first: 1, reason } }
    show('/exchange')
    expect(await screen.findByText(new RegExp(words, 'u'))).toBeTruthy()
  })

  it('shows how far writing has got, and stops it on request', async () => {
    answers['/api/desk/package-jobs/current'] = { job: jobOf({}) }
    show('/exchange')
    const bar = await screen.findByRole('progressbar', { name: '生成进度' })
    expect(bar.getAttribute('value')).toBe('12')
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    await vi.waitFor(() => expect(board.asked.some(({ method }) => method === 'DELETE')).toBe(true), PATIENCE)
  })

  it('says which attachment is damaged when it could not write', async () => {
    answers['/api/desk/package-jobs/current'] = { job: jobOf({}) }
    show('/exchange')
    await screen.findByRole('progressbar')
    const params = { indexNumber: '119900000000000019/2026-00405', name: '收支票据.png' }
    answers['/api/desk/package-jobs/current'] = {
      job: jobOf({ state: 'REFUSED', refusal: { code: 'package.attachment-damaged', params } }),
    }
    expect((await screen.findByRole('alert')).textContent).toContain('收支票据.png')
  })

  it('tells that something is held back, as something to be taken down', async () => {
    answers['/api/desk/outbox'] = { ...OUTBOX, heldBack: 2 }
    show('/exchange')
    expect((await screen.findByRole('alert')).textContent).toContain('另有 2 条')
  })
})

describe('putting a package on a stick', () => {
  const drives = [
    { id: 'd1', name: 'KINGSTON', freeBytes: 9e9, totalBytes: 16e9, writable: true },
    { id: 'd2', name: '旧U盘', freeBytes: 1024, totalBytes: 16e9, writable: true },
    { id: 'd3', name: '光盘', freeBytes: 9e9, totalBytes: 16e9, writable: false },
  ]

  it('offers only drives it fits on, and sends the name of who carries it', async () => {
    answers['/api/desk/packages'] = [packageOf({ sequence: 12 })]
    answers['/api/desk/drives'] = { drives, folders: [] }
    answers['/api/desk/packages/12/carriage'] = jobOf({ kind: 'CARRIAGE' })
    show('/exchange')
    const small = await screen.findByRole('radio', { name: /旧U盘.*空间不够/ })
    expect(small.hasAttribute('disabled')).toBe(true)
    expect(screen.getByRole('radio', { name: /光盘.*只读/ }).hasAttribute('disabled')).toBe(true)
    fireEvent.change(screen.getByLabelText('谁送去'), { target: { value: ' 李强 ' } })
    // The one that fits is chosen by itself.
    fireEvent.click(screen.getByRole('button', { name: '拷到 KINGSTON' }))
    await vi.waitFor(
      () => expect(board.asked.some(({ path }) => path.endsWith('/carriage'))).toBe(true),
      PATIENCE,
    )
    const asked = board.asked.find(({ path }) => path.endsWith('/carriage'))
    expect(JSON.parse(asked?.body ?? '')).toEqual({ driveId: 'd1', person: '李强' })
  })

  it('says that no drive is there and what to do', async () => {
    answers['/api/desk/packages'] = [packageOf({ sequence: 12 })]
    show('/exchange')
    expect(await screen.findByText(/插入 U 盘，几秒后会列在这里/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '拷到移动存储' }).hasAttribute('disabled')).toBe(true)
  })

  it('offers no package that the county has taken in', async () => {
    answers['/api/desk/packages'] = [packageOf({ sequence: 12, state: 'ACKNOWLEDGED' })]
    show('/exchange')
    await screen.findByText('接着第 12 包报送。')
    expect(screen.queryByText(/把第 12 包送到县里/)).toBeNull()
  })
})

describe('the packages', () => {
  const row = async (name: string) =>
    (await screen.findByRole('link', { name })).closest('tr') ?? document.createElement('tr')
  const mark = (line: HTMLElement) => line.querySelector('.ex-mark')

  it('turns a row green for nothing but a receipt by which everything was accepted', async () => {
    const answer = {
      number: 7,
      verdict: 'ACCEPTED',
      accepted: 53,
      rejected: 0,
      takenAt: '2026-11-20T02:00:00.000Z',
    }
    answers['/api/desk/packages'] = [
      packageOf({ sequence: 1, ...ON_A_STICK, state: 'SENT', daysInTransit: 4 }),
      packageOf({ sequence: 2, ...ON_A_STICK, state: 'ARRIVED', daysInTransit: 4 }),
      packageOf({ sequence: 3, ...ON_A_STICK, state: 'HELD', daysInTransit: 4 }),
      packageOf({ sequence: 4, ...ON_A_STICK, state: 'PARTLY_REJECTED', daysInTransit: 1 }),
      packageOf({ sequence: 5, ...ON_A_STICK, state: 'ACKNOWLEDGED', daysInTransit: 1, answer } as never),
      packageOf({ sequence: 6, ...ON_A_STICK, state: 'SUPERSEDED' }),
      packageOf({ sequence: 7 }),
    ]
    show('/exchange/packages')
    await row('第 1 包')
    const green = [...document.querySelectorAll('.tone-good')].map((one) => one.textContent)
    expect(green).toEqual(['已回执，全部接收'])
  })

  it('calls it its own state when a package is finished with problems', async () => {
    const answer = { number: 7, verdict: 'PARTLY_REJECTED', accepted: 39, rejected: 2, takenAt: '' }
    answers['/api/desk/packages'] = [packageOf({ sequence: 12, state: 'PARTLY_REJECTED', answer } as never)]
    show('/exchange/packages')
    const line = await row('第 12 包')
    expect(mark(line)?.textContent).toBe('已回执，有退回')
    expect(line.textContent).toContain('第 7 号回执，接收 39 条，退回 2 条')
  })

  it('marks a package that has been out for fourteen days, and not one of thirteen', async () => {
    answers['/api/desk/packages'] = [
      packageOf({ sequence: 12, ...ON_A_STICK, state: 'SENT', daysInTransit: 14 }),
      packageOf({ sequence: 13, ...ON_A_STICK, state: 'SENT', daysInTransit: 13 }),
    ]
    show('/exchange/packages')
    expect(mark(await row('第 12 包'))?.className).toContain('tone-late')
    expect(mark(await row('第 12 包'))?.textContent).toBe('送出 14 天，没有回执')
    expect(mark(await row('第 13 包'))?.textContent).toBe('已送出，未收到回执')
  })

  it('shows what the county is missing, and offers it again', async () => {
    const gap = { receipt: 9, missingFrom: 341, packages: [12], waiting: [13] }
    answers['/api/desk/receipts'] = { ...NO_RECEIPTS, missingNumbers: [3, 5], gap }
    answers['/api/desk/offer-again'] = { next: { ...OUTBOX.next, first: 341 } }
    show('/exchange/packages')
    const note = await screen.findByRole('note')
    expect(note.textContent).toContain('县里缺第 341 号变更起的内容')
    expect(note.textContent).toContain('第 3、5 号回执没有收到')
    fireEvent.click(within(note).getByRole('button', { name: '重新报送' }))
    expect(await screen.findByText('下一包从第 341 号变更起。')).toBeTruthy()
  })

  it('opens its changes row by row, each with its fault in words and the way to the notice', async () => {
    answers['/api/desk/packages'] = [packageOf({ sequence: 12, state: 'PARTLY_REJECTED' })]
    const change = {
      change: 300,
      kind: 'EDITION',
      noticeId: 'n-1',
      indexNumber: '119900000000000019/2026-00405',
      editionNumber: 1,
      title: '困难群众慰问物资发放名单',
      state: 'REJECTED',
      heldBack: false,
      fault: TASK.fault,
      remarks: ['remark.clock'],
    }
    answers['/api/desk/packages/12/changes'] = { sequence: 12, total: 1, changes: [change] }
    show('/exchange/packages/12')
    const link = await screen.findByRole('link', { name: '困难群众慰问物资发放名单' })
    expect(link.getAttribute('href')).toBe('#/notices/n-1')
    const line = link.closest('tr')
    expect(line?.textContent).toContain('正文含有身份证号，不能公开。')
    expect(line?.textContent).toContain('发布时间与县里的时钟相差较大。')
  })
})

describe('taking in', () => {
  it('lists what lies on the stick, and says of each file what became of it', async () => {
    answers['/api/desk/drives'] = {
      drives: [{ id: 'd1', name: 'KINGSTON', freeBytes: 9e9, totalBytes: 16e9, writable: true }],
      folders: [],
    }
    const name = 'receipt-119900000000000019-000007.json'
    answers['/api/desk/drives/d1/exchange-files'] = {
      files: [
        { path: name, name, size: 2000, kind: 'RECEIPT', known: false, number: 7 },
        { path: 'old.json', name: 'old.json', size: 2000, kind: 'RECEIPT', known: false, number: 2 },
      ],
    }
    const receipt = receiptOf({ number: 7, verdict: 'PARTLY_REJECTED', accepted: 39, rejected: 2 })
    answers['/api/desk/drives/d1/take-in'] = {
      receipts: [
        { name, outcome: 'NEW', receipt, tasksOpened: 2, tasksEnded: 1, keyChanged: false },
        { name: 'old.json', outcome: 'REFUSED', code: 'receipt.former-county', params: { number: 2 } },
      ],
      downward: [],
    }
    show('/exchange/receive')
    fireEvent.click(await screen.findByRole('button', { name: '接收这 2 个文件' }))
    const list = await screen.findByRole('list', { name: '接收结果' })
    const [first, second] = within(list).getAllByRole('listitem')
    expect(first?.textContent).toContain('县里接收 39 条，退回 2 条。')
    expect(first?.className).toBe('tone-partly')
    expect(second?.textContent).toContain('没有接收，什么也没有改变')
    expect(second?.textContent).not.toContain('receipt.former-county')
    expect(screen.getByRole('link', { name: '去处理' }).getAttribute('href')).toBe('#/exchange/tasks')
  })

  it('keeps a typed code that was misread, so that it can be mended', async () => {
    show('/exchange/receive')
    const field = await screen.findByLabelText(/用扫码枪扫回执上的二维码/)
    answers['/api/desk/receipts'] = {
      ...NO_RECEIPTS,
      results: [{ name: '', outcome: 'REFUSED', code: 'receipt.not-a-receipt', params: {} }],
    }
    fireEvent.change(field, { target: { value: 'BR1 AAAA' } })
    const card = screen.getByRole('region', { name: '按打印的回执接收' })
    fireEvent.click(within(card).getByRole('button', { name: '接收' }))
    await within(card).findByRole('list', { name: '接收结果' })
    expect((field as HTMLTextAreaElement).value).toBe('BR1 AAAA')
    expect(board.asked.some(({ method }) => method === 'POST')).toBe(true)
  })
})

describe('a computer whose data went back', () => {
  it('is shown the way out beside the refused receipt, with what it means, before anything happens', async () => {
    atTheDesk(<ExchangeArea path="/exchange/receive" />, ['ADMINISTRATOR'])
    const field = await screen.findByLabelText(/用扫码枪扫回执上的二维码/)
    const refusal = { code: 'receipt.ahead', params: { sequence: 7, own: 5 } }
    answers['/api/desk/receipts'] = {
      ...NO_RECEIPTS,
      results: [{ name: '', outcome: 'REFUSED', ...refusal }],
    }
    answers['/api/desk/new-instance'] = { instanceId: 'new', former: 'old' }
    fireEvent.change(field, { target: { value: 'BR1 AAAA' } })
    const card = screen.getByRole('region', { name: '按打印的回执接收' })
    fireEvent.click(within(card).getByRole('button', { name: '接收' }))
    expect(await within(card).findByText(/请管理员在“县级单位”里更换数据库编号，再重新报送。/)).toBeTruthy()
    fireEvent.click(within(card).getByRole('button', { name: '更换数据库编号' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('先对外关闭')
    expect(dialog.textContent).toContain('全部内容重新报送')
    const asked = () => board.asked.filter(({ path }) => path.endsWith('/new-instance'))
    expect(asked()).toEqual([])
    fireEvent.click(within(dialog).getByRole('button', { name: '更换数据库编号' }))
    await vi.waitFor(() => expect(asked()).toHaveLength(1), PATIENCE)
    expect(JSON.parse(asked()[0]?.body ?? '')).toEqual({ reason: 'COUNTY_AHEAD' })
  })
})

describe('what the county rejected', () => {
  it('is a task with what to do, and ends only with a word why', async () => {
    answers['/api/desk/exchange-tasks'] = { open: [TASK], openCount: 1, ended: [] }
    answers['/api/desk/exchange-tasks/t-1/end'] = TASK
    show('/exchange/tasks')
    expect(await screen.findByText(/^请立即打开信息，遮盖后发布更正版，或先撤下。/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '不用处理' }))
    const dialog = await screen.findByRole('dialog')
    const end = within(dialog).getByRole('button', { name: '不用处理' })
    expect(end.hasAttribute('disabled')).toBe(true)
    fireEvent.change(within(dialog).getByLabelText('说明'), { target: { value: ' 县里已电话确认。 ' } })
    fireEvent.click(end)
    await vi.waitFor(() => expect(board.asked.some(({ path }) => path.endsWith('/end'))).toBe(true), PATIENCE)
    const asked = board.asked.find(({ path }) => path.endsWith('/end'))
    expect(JSON.parse(asked?.body ?? '')).toEqual({ note: '县里已电话确认。' })
  })

  it('says by a printed receipt what is known, and where the rest stands', async () => {
    const fault = { code: 'record.personal-data', params: {} } as const
    answers['/api/desk/exchange-tasks'] = { open: [{ ...TASK, fault }], openCount: 1, ended: [] }
    show('/exchange/tasks')
    expect(await screen.findByText('含有不能公开的个人信息。在哪一处、是哪一种，见回执文件。')).toBeTruthy()
  })

  it('counts all that is open, and says that only the oldest are listed', async () => {
    answers['/api/desk/exchange-tasks'] = { open: [TASK], openCount: 20_000, ended: [] }
    show('/exchange/tasks')
    expect(await screen.findByRole('heading', { name: '要处理的 20000 条' })).toBeTruthy()
    expect(screen.getByText('先列最早的 1 条，处理后显示后面的。')).toBeTruthy()
  })
})

describe('what the county sent down', () => {
  it('shows an instruction with its day, late in red, and which package never came', async () => {
    answers['/api/desk/downward-items'] = ITEMS
    show('/exchange/downward')
    expect((await screen.findByText('应于2026年11月20日前办理，已过期')).className).toContain('bad')
    expect(screen.getByRole('note').textContent).toContain('县里第 1 个下发包没有收到')
  })
})

describe('an office that knows no county yet', () => {
  it('is led through three steps, with the words to compare by telephone', async () => {
    show('/exchange/county')
    expect(await screen.findByText('把本单位的名片交给县里')).toBeTruthy()
    expect(screen.getByText(/渔村\s茶园\s生机\s游鱼/)).toBeTruthy()
    // 周敏 is a handler: the county's card is the administrator's to register.
    expect(screen.getByText('由管理员登记县里的名片。')).toBeTruthy()
  })
})

describe('when nothing is there', () => {
  it.each([
    ['/exchange/packages', '还没有报送包。'],
    ['/exchange/receive', '还没有回执。'],
    ['/exchange/tasks', '没有退回的信息。'],
    ['/exchange/downward', '县里没有新的下发内容。'],
    ['/exchange/packages/99', '没有这个报送包。'],
  ])('%s says so', async (path, words) => {
    show(path)
    expect(await screen.findByText(words)).toBeTruthy()
  })

  it('and when the board does not answer, it says that and asks again on request', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    show('/exchange/tasks')
    expect(await screen.findByRole('alert')).toBeTruthy()
    vi.stubGlobal('fetch', board.fetch)
    fireEvent.click(screen.getByRole('button', { name: '重试' }))
    expect(await screen.findByText('没有退回的信息。')).toBeTruthy()
  })
})
