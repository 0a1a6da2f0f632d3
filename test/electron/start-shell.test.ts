import { describe, expect, test } from 'vitest'
import { startShell } from '../../electron/start-shell.ts'
import { fakeElectron, fakeTimer, type FakeElectron } from './fake-electron.ts'

const DESK = 'http://127.0.0.1:8631/open?key=geheim'
const KIOSK = 'http://127.0.0.1:8632/kiosk/'

async function start(fake: FakeElectron, commandLine: readonly string[] = [], timer = fakeTimer()) {
  const said: string[] = []
  await startShell({
    api: fake.api,
    words: () => ({
      product: '政务公开栏',
      openDesk: '打开工作台',
      openKiosk: '打开大厅查询屏',
      quit: '退出',
      alreadyRunning: '程序已在运行',
      upgrading: '正在升级数据 <请勿关机>',
      upgradeStep: '第 {{step}} 步，共 {{of}} 步',
    }),
    timer,
    fetch: () => Promise.resolve(new Response(null, { status: 302 })),
    say: (line) => said.push(line),
    commandLine,
    files: { board: '/app/board-server.js', preload: '/app/preload.cjs', icon: '/app/icon.png' },
  })
  return { said, timer }
}

async function listening(fake: FakeElectron): Promise<void> {
  fake.processes.at(-1)?.say({ kind: 'listening', deskUrl: DESK, kioskUrl: KIOSK })
  await new Promise((done) => setImmediate(done))
}

describe('The shell starts in the order Electron needs', () => {
  test('lock, sandbox, scheme and containment come before readiness; the server and the tray after it', async () => {
    const fake = fakeElectron()
    await start(fake)
    expect(fake.log).toEqual([
      'lock',
      'sandbox',
      'register app',
      'contain',
      'ready',
      'handle app in desk',
      'fork',
      'tray',
    ])
  })

  test('no window opens before the board server listens, and then both addresses are said', async () => {
    const fake = fakeElectron()
    const { said } = await start(fake)
    expect(fake.windows).toHaveLength(0)
    await listening(fake)
    expect(said).toEqual([`desk: ${DESK}`, `kiosk: ${KIOSK}`])
    expect(fake.windows.map((window) => window.loaded)).toEqual([['app://board/desk/']])
  })

  test('the address with the launch secret never reaches a window', async () => {
    const fake = fakeElectron()
    await start(fake)
    await listening(fake)
    fake.tray.forEach((item) => item.label !== '退出' && item.click())
    expect(fake.windows.flatMap((window) => window.loaded).join(' ')).not.toContain('geheim')
  })
})

describe('One board for one data folder', () => {
  test('a second start gives way and the first brings its window to the front', async () => {
    const fake = fakeElectron()
    fake.lockFree = false
    const { said } = await start(fake)
    expect(fake.log).toEqual(['lock', 'exit 3'])
    expect(said).toEqual(['程序已在运行'])

    const first = fakeElectron()
    await start(first)
    await listening(first)
    first.secondInstance()
    expect(first.windows).toHaveLength(1)
  })

  test('another data folder is another board and has a lock of its own', async () => {
    const one = fakeElectron()
    await start(one, ['--data', '/data/one'])
    const two = fakeElectron()
    await start(two, ['--data=/data/two'])
    expect(one.log[0]).toMatch(/^userData .*boards/)
    expect(one.log[0]).not.toBe(two.log[0])
    expect(two.processes[0]?.args).toEqual(['--data=/data/two'])
  })

  test('a board that runs without Electron is opened in the browser instead', async () => {
    const fake = fakeElectron()
    const { said } = await start(fake)
    fake.processes[0]?.say({ kind: 'already-running', deskUrl: DESK })
    await new Promise((done) => setImmediate(done))
    expect(said).toEqual([`running: ${DESK}`])
    expect(fake.opened).toEqual([DESK])
    expect(fake.log.at(-1)).toBe('exit 3')
  })

  test('a data folder that cannot be opened ends the shell with the reason, which a person has read', async () => {
    const fake = fakeElectron()
    const { said } = await start(fake)
    const sentences = ['数据由更新的程序写过。', 'The data were written by a newer program.']
    fake.processes[0]?.say({ kind: 'cannot-start', code: 'office.database-newer', sentences })
    expect(said).toEqual([`${sentences.join('  ')} (office.database-newer)`])
    expect(fake.faults).toEqual([`政务公开栏: ${sentences.join('\n')}\noffice.database-newer`])
    expect(fake.log.at(-1)).toBe('exit 1')
  })
})

describe('Data of an older program', () => {
  const pageOf = (address: string | undefined) => decodeURIComponent(address ?? '')

  test('are brought up under a window that says so step by step, and that makes way for the desk', async () => {
    const fake = fakeElectron()
    await start(fake)
    fake.processes[0]?.say({ kind: 'upgrading', step: 1, of: 12 })
    fake.processes[0]?.say({ kind: 'upgrading', step: 2, of: 12 })
    expect(fake.windows).toHaveLength(1)
    expect(fake.windows[0]?.options).not.toHaveProperty('preload')
    const [first, second] = fake.windows[0]?.loaded ?? []
    expect(pageOf(first)).toContain('第 1 步，共 12 步')
    expect(pageOf(second)).toContain('第 2 步，共 12 步')
    expect(pageOf(second)).toContain('正在升级数据 &lt;请勿关机&gt;')
    await listening(fake)
    expect(fake.windows[0]?.destroyed).toBe(true)
    expect(fake.windows[1]?.loaded).toEqual(['app://board/desk/'])
  })

  test('go on being brought up when somebody closes that window', async () => {
    const fake = fakeElectron()
    await start(fake)
    fake.processes[0]?.say({ kind: 'upgrading', step: 1, of: 12 })
    fake.windows[0]?.close()
    fake.processes[0]?.say({ kind: 'upgrading', step: 2, of: 12 })
    expect(fake.windows).toHaveLength(1)
    await listening(fake)
    expect(fake.windows[1]?.loaded).toEqual(['app://board/desk/'])
  })
})

describe('A board server that dies', () => {
  test('is started again, more slowly each time, and the open pages are loaded anew', async () => {
    const fake = fakeElectron()
    const { timer } = await start(fake)
    await listening(fake)

    fake.processes[0]?.die(1)
    timer.run(499)
    expect(fake.processes).toHaveLength(1)
    timer.run(1)
    expect(fake.processes).toHaveLength(2)
    await listening(fake)
    expect(fake.windows).toHaveLength(1)
    expect(fake.windows[0]?.reloads).toBe(1)

    fake.processes[1]?.die(1)
    timer.run(500)
    expect(fake.processes).toHaveLength(2)
    timer.run(500)
    expect(fake.processes).toHaveLength(3)
  })

  test('is started quickly again once it has run well for a while', async () => {
    const fake = fakeElectron()
    const { timer } = await start(fake)
    for (const [round, wait] of [500, 1000, 2000].entries()) {
      fake.processes[round]?.die(1)
      timer.run(wait)
    }
    expect(fake.processes).toHaveLength(4)
    timer.run(60_001)
    fake.processes[3]?.die(1)
    timer.run(500)
    expect(fake.processes).toHaveLength(5)
  })
})

describe('Quitting', () => {
  test('waits until the board server has closed its database', async () => {
    const fake = fakeElectron()
    await start(fake)
    await fake.quit()
    expect(fake.log.at(-1)).toBe('quit held')
    expect(fake.processes[0]?.sent).toEqual([{ kind: 'close' }])
    fake.processes[0]?.die(0)
    await new Promise((done) => setImmediate(done))
    expect(fake.log.at(-1)).toBe('quit')
    expect(fake.processes).toHaveLength(1)
  })

  test('ends a board server that hangs', async () => {
    const fake = fakeElectron()
    const { timer } = await start(fake)
    await fake.quit()
    timer.run(10_000)
    expect(fake.processes[0]?.killed).toBe(true)
  })
})

describe('The kiosk window', () => {
  test('that dies again and again is loaded anew, then made anew, then waits: never a tight loop', async () => {
    const fake = fakeElectron()
    const { timer } = await start(fake, ['--kiosk'])
    await listening(fake)
    const kiosks = () => fake.windows.filter(({ options }) => options.kiosk)
    for (let time = 0; time < 1000; time++) kiosks().at(-1)?.crash('crashed')
    expect(kiosks().map(({ reloads, destroyed }) => [reloads, destroyed])).toEqual([
      [3, true],
      [0, true],
      [0, true],
      [0, false],
    ])
    timer.run(10 * 60_000)
    expect(kiosks()).toHaveLength(5)
  })

  test('that answers nobody is loaded anew after fifteen seconds', async () => {
    const fake = fakeElectron()
    const { timer } = await start(fake, ['--kiosk'])
    await listening(fake)
    fake.windows[0]?.hang(true)
    timer.run(15_000)
    expect(fake.windows[0]?.reloads).toBe(1)
  })

  test('shows the public mount in a session that does not know the desk and keeps nothing', async () => {
    const fake = fakeElectron()
    await start(fake, ['--kiosk'])
    await listening(fake)
    expect(fake.windows).toHaveLength(1)
    expect(fake.windows[0]?.options).toMatchObject({ kiosk: true, partition: 'kiosk', devTools: false })
    expect(fake.windows[0]?.options.preload).toBeUndefined()
    expect(fake.windows[0]?.loaded).toEqual([`${KIOSK}?glass=1`])
    expect(fake.windows[0]?.locked).toBe(true)
    expect(fake.sessions.get('kiosk')?.schemes).toEqual([])
    expect(fake.processes[0]?.args).toEqual([])
  })

  test('is loaded again when its page dies, so that the hall never sees a white screen', async () => {
    const fake = fakeElectron()
    await start(fake, ['--kiosk'])
    await listening(fake)
    fake.windows[0]?.crash('oom')
    expect(fake.windows[0]?.reloads).toBe(1)
  })

  test.each([
    { key: 'F5' },
    { key: 'F11' },
    { key: 'F4', alt: true },
    { key: 'p', control: true },
    { key: 'R', control: true },
    { key: '+', control: true },
    { key: 'I', control: true },
    { key: 'J', control: true },
    { key: 'c', control: true },
    { key: 'Delete', control: true, alt: true },
    { key: 'Tab', alt: true },
    { key: 'ArrowLeft', alt: true },
    { key: 'd', meta: true },
    { key: 'Alt' },
    { key: 'ContextMenu' },
    { key: 'BrowserHome' },
    { key: 'F12' },
  ])('does not let $key out', async (stroke) => {
    const fake = fakeElectron()
    await start(fake, ['--kiosk'])
    await listening(fake)
    expect(fake.windows[0]?.press(stroke)).toBe(true)
  })

  test('lets people type', async () => {
    const fake = fakeElectron()
    await start(fake, ['--kiosk'])
    await listening(fake)
    expect(['a', 'Backspace', 'Enter', '5'].map((key) => fake.windows[0]?.press({ key }))).toEqual(
      Array.from({ length: 4 }, () => false),
    )
  })

  test('closes on the word of maintenance, forgets its session, and comes back when the program is started again', async () => {
    const fake = fakeElectron()
    await start(fake, ['--kiosk'])
    await listening(fake)
    fake.processes[0]?.say({ kind: 'leave-kiosk' })
    expect(fake.windows[0]?.destroyed).toBe(true)
    expect(fake.log).toContain('clear kiosk')
    fake.processes[0]?.say({ kind: 'leave-kiosk' })
    expect(fake.windows).toHaveLength(1)
    fake.secondInstance()
    expect(fake.windows[1]?.loaded).toEqual([`${KIOSK}?glass=1`])
  })

  test('made anew finds nothing of the one before: its session was cleared in between', async () => {
    const fake = fakeElectron()
    await start(fake, ['--kiosk'])
    await listening(fake)
    fake.windows[0]?.close()
    fake.secondInstance()
    expect(fake.log.filter((line) => /^(?:clear|window) kiosk/.test(line))).toEqual([
      'window kiosk',
      'clear kiosk',
      'window kiosk',
    ])
  })

  test('downloads nothing', async () => {
    const fake = fakeElectron()
    await start(fake, ['--kiosk'])
    expect(fake.sessions.get('kiosk')?.downloads.map((attempt) => attempt())).toEqual([true])
  })
})

describe('Sheets printed for the board server', () => {
  test('come back as PDF with what the page says of itself', async () => {
    const fake = fakeElectron()
    await start(fake)
    await listening(fake)
    fake.processes[0]?.say({ kind: 'print', job: 7, address: 'http://127.0.0.1:8632/sheet/?edition=ab' })
    await new Promise((done) => setTimeout(done, 0))
    expect(fake.windows[1]?.options.show).toBe(false)
    expect(fake.processes[0]?.sent).toEqual([
      {
        kind: 'printed',
        job: 7,
        bytes: expect.any(Uint8Array),
        marks: { ready: 'true', lastLine: '2026年11月21日' },
        glyphs: null,
      },
    ])
  })

  test('go to paper when the board server asks, and it hears how that ended', async () => {
    const fake = fakeElectron()
    await start(fake)
    await listening(fake)
    const settle = () => new Promise((done) => setTimeout(done, 0))
    const paper = { address: 'http://127.0.0.1:8632/sheet/?drawn=s&file=f', printer: 'HP-2055', copies: 1 }
    fake.processes[0]?.say({ kind: 'list-printers', job: 1 })
    fake.processes[0]?.say({ kind: 'paper', job: 2, ...paper, paper: 'A4' })
    await settle()
    await settle()
    const window = fake.windows[1]
    if (window) window.marks = { ready: 'error' }
    fake.processes[0]?.say({ kind: 'paper', job: 3, ...paper, paper: 'A4' })
    await settle()
    await settle()
    expect(window?.printed).toHaveLength(1)
    expect(fake.processes[0]?.sent).toEqual([
      {
        kind: 'printers',
        job: 1,
        printers: [{ name: 'HP-2055', displayName: '二楼打印机', isDefault: true }],
      },
      { kind: 'on-paper', job: 2 },
      { kind: 'no-paper', job: 3, silent: false },
    ])
  })
})
