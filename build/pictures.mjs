import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { loadSampleOffice } from '../server/sample/load-sample.ts'
import { SAMPLE_PASSWORD } from '../server/sample/sample-office.ts'
import { startBoardServer } from '../server/start.ts'
import { build, isStale } from './build.mjs'
import { provideChromium } from './find-chromium.mjs'
import { ROOT } from './paths.mjs'

// The pictures of the README, taken from the running product with the sample office in it: `npm run pictures`.

const PICTURES = join(ROOT, 'docs', 'pictures')
const HANDLER = '周敏'
const REVIEWER = '韩立'
/** The Monday after the story of the sample office ends, so that every picture shows the same duties. */
const MORNING = Date.parse('2026-11-23T01:42:00.000Z')

if (isStale()) await build()
mkdirSync(PICTURES, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
const data = join(folder, 'data')
const begun = performance.now()
const clock = {
  now: () => new Date(MORNING + performance.now() - begun).toISOString(),
  elapsed: () => performance.now(),
}
const loaded = await loadSampleOffice(data)
if (!loaded.ok) throw new Error(loaded.code)
const board = await startBoardServer({
  dataFolder: data,
  clock,
  deskPort: 0,
  publicPort: 0,
  rendererFolder: join(ROOT, 'out', 'renderer'),
})
if (!board.ok) throw new Error(board.code)
const running = board.value
const browser = await chromium.launch({
  executablePath: await provideChromium({ playwrightsOwn: chromium.executablePath() }),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
})
try {
  await takeDesk(running.deskUrl)
  await takeKiosk(running.kioskUrl)
  await takeSheet(running.kioskUrl)
} finally {
  await browser.close()
  await running.close()
  rmSync(folder, { recursive: true, force: true })
}

/**
 * The desk as it begins the day, and the screens behind it.
 * @param {string} address
 */
async function takeDesk(address) {
  const { read } = running.deps.store
  const township = read.catalogue.list().find(({ regime }) => regime === 'GOV')
  const matter = read.matter.openConsultations().at(-1)
  const page = await signedIn(address, HANDLER)
  await shoot(page, 'desk')
  await shootAt(page, 'duties', '/duties')
  await shootAt(page, 'catalogue', `/catalogue/${township?.id}`)
  await shootAt(page, 'matter', `/matters/${matter?.matterId}`)
  await page.close()
  const [waiting] = read.notice.page({ state: 'IN_REVIEW', words: '' }, null, 1)
  const other = await signedIn(address, REVIEWER)
  await shootAt(other, 'review', `/notices/${waiting?.id}`)
  await other.close()
}

/**
 * @param {string} address
 * @param {string} name
 */
async function signedIn(address, name) {
  const page = await open(1366, 860)
  await page.goto(address)
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  await page.getByLabel('密码', { exact: true }).fill(SAMPLE_PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation').waitFor()
  return page
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {string} path
 */
async function shootAt(page, name, path) {
  await page.goto(new URL(`#${path}`, page.url()).href)
  await shoot(page, name)
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name
 */
async function shoot(page, name) {
  await page.waitForLoadState('networkidle')
  await page.getByRole('heading').first().waitFor()
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
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
  const pdf = join(folder, 'sheet.pdf')
  await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true })
  execFileSync('pdftoppm', ['-png', '-r', '96', '-f', '1', '-singlefile', pdf, join(PICTURES, 'sheet')])
  await page.close()
}

/**
 * @param {number} width
 * @param {number} height
 */
async function open(width, height) {
  const viewport = { width, height }
  const page = await browser.newPage({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  // The kiosk tells when the screen and the office's computer disagree on the time.
  await page.clock.setFixedTime(clock.now())
  return page
}
