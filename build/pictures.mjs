import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright-core'
import { SAMPLE_PASSWORD } from '../server/sample/sample-office.ts'
import { build, isStale } from './build.mjs'
import { provideChromium } from './find-chromium.mjs'
import { ROOT } from './paths.mjs'

// The pictures of the README, taken from the running product with the sample office in it: `npm run pictures`.

const PICTURES = join(ROOT, 'docs', 'pictures')
const HANDLER = '周敏'

if (isStale()) await build()
mkdirSync(PICTURES, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'pictures-'))
const server = spawn(
  process.execPath,
  [join(ROOT, 'out/server/main.js'), '--sample', '--data', data, '--desk-port', '0', '--public-port', '0'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
const ended = new Promise((done) => server.once('close', done))
const browser = await chromium.launch({
  executablePath: await provideChromium({ playwrightsOwn: chromium.executablePath() }),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
})
try {
  const { desk, kiosk } = await addresses()
  await takeDesk(desk)
  await takeKiosk(kiosk)
  await takeSheet(kiosk)
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await ended
  rmSync(data, { recursive: true, force: true })
}

/** @param {string} address */
async function takeDesk(address) {
  const page = await open(1366, 860)
  await page.goto(address)
  await page.getByRole('button', { name: new RegExp(`^${HANDLER}`) }).click()
  await page.getByLabel('密码', { exact: true }).fill(SAMPLE_PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation').waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(PICTURES, 'desk.png') })
  await page.close()
}

/** @param {string} address */
async function takeKiosk(address) {
  const page = await open(1080, 1920)
  await page.goto(address)
  await page.getByRole('heading').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(PICTURES, 'kiosk.png'), scale: 'css' })
  await page.close()
}

/**
 * The newest notice that has a document number, as it comes out of the printer: its PDF, turned
 * into a picture by pdftoppm (Debian: poppler-utils).
 * @param {string} kiosk
 */
async function takeSheet(kiosk) {
  const origin = new URL(kiosk).origin
  const home = /** @type {import('../server/display/views.ts').BoardHome} */ (
    await (await fetch(`${origin}/api/public/home`)).json()
  )
  const official = home.newest.find((row) => row.documentNumber !== '')
  const index = encodeURIComponent(official?.indexNumber ?? '')
  const notice = /** @type {import('../server/display/views.ts').PublicEdition} */ (
    await (await fetch(`${origin}/api/public/notice?index=${index}`)).json()
  )
  const page = await open(794, 1123)
  await page.goto(`${origin}/sheet/?edition=${notice.hash}`)
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' })
  const pdf = join(data, 'sheet.pdf')
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true })
  execFileSync('pdftoppm', ['-png', '-r', '96', '-f', '1', '-singlefile', pdf, join(PICTURES, 'sheet')])
  await page.close()
}

/**
 * @param {number} width
 * @param {number} height
 */
function open(width, height) {
  return browser.newPage({ viewport: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
}

/** @returns {Promise<{ desk: string, kiosk: string }>} */
function addresses() {
  return new Promise((done, fail) => {
    let desk = ''
    server.once('close', (code) => fail(new Error(`the server ended with ${code}`)))
    createInterface({ input: /** @type {import('node:stream').Readable} */ (server.stdout) }).on(
      'line',
      (line) => {
        if (line.startsWith('desk: ')) desk = line.slice('desk: '.length)
        if (line.startsWith('kiosk: ')) done({ desk, kiosk: line.slice('kiosk: '.length) })
      },
    )
  })
}
