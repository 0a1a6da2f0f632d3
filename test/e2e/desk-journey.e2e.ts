import { readFileSync } from 'node:fs'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { readable } from '../../server/display/readable-text.ts'
import {
  editorOf,
  expectSaved,
  openArea,
  pasteHtml,
  pictureBook,
  switchPerson,
  switchToNewPerson,
  typePassword,
} from '../support/journey-desk.ts'
import { readPdf } from '../support/pdf-geometry.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { SOURCE_EXPECTATIONS } from '../support/source-expectations.ts'
import { readSource } from '../support/source-reader.ts'
import { GIVEN_PASSWORD, OFFICE, PASSWORD } from '../support/test-board.ts'
import { sourceAsWord, WORD_EXTRAS, workbookWithHiddenColumn } from '../support/word-files.ts'

const FILE = '002_74e43fde5598cab7.txt'
const PICTURE_WORDS = '任务分解示意图'
const RESIDENT_ID = '99000019800229001X'
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

// What WPS puts on the clipboard for one heading and one paragraph, and a page that smuggles along a script.
const FROM_WPS = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-name:正文}</style></head>
<body><!--StartFragment--><p class="MsoNormal" style="mso-outline-level:1;font-family:黑体"><b><span style="color:red;font-size:22pt">附　则</span></b><o:p></o:p></p>
<p class="MsoNormal" style="text-indent:32pt"><span lang="EN-US" style="font-family:仿宋_GB2312">本要点由办公室负责解释。</span></p>
<script>window.smuggled = true</script><img src="http://tracker.invalid/1.gif" onerror="window.smuggled = true"><!--EndFragment--></body></html>`

const text = readFileSync(new URL(`../fixtures/sources/${FILE}`, import.meta.url), 'utf8')
const source = readSource(text, FILE)
const expected = SOURCE_EXPECTATIONS.find((one) => one.file === FILE)

let board: RealBoard

test.beforeAll(async () => {
  board = await startRealBoard()
})

test.afterAll(() => board.stop())

async function addPerson(page: Page, name: string, role: string): Promise<void> {
  await page.getByRole('button', { name: '添加人员' }).first().click()
  const drawer = page.getByRole('dialog', { name: '添加人员' })
  await drawer.getByLabel('姓名').fill(name)
  if (role !== '经办') {
    await drawer.getByRole('checkbox', { name: '经办' }).uncheck()
    await drawer.getByRole('checkbox', { name: role, exact: true }).check()
  }
  await drawer.getByLabel('密码', { exact: true }).fill(GIVEN_PASSWORD)
  await drawer.getByLabel('再输入一次密码').fill(GIVEN_PASSWORD)
  await drawer.getByRole('button', { name: '添加人员' }).click()
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: name })).toContainText(role)
}

/** What a Word file brings beyond plain paragraphs reaches the reader: list, merged cells, picture and its words. */
async function expectExtras(shown: Locator): Promise<void> {
  for (const item of WORD_EXTRAS.listItems)
    await expect(shown.getByRole('listitem').filter({ hasText: item })).toHaveCount(1)
  await expect(shown.locator('[colspan="2"]')).toHaveText(WORD_EXTRAS.spannedCells.wide)
  await expect(shown.locator('[rowspan="2"]')).toHaveText(WORD_EXTRAS.spannedCells.tall)
  const picture = shown.getByRole('img', { name: PICTURE_WORDS })
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0)
}

test('an office begins with an empty folder and takes a Word file to a published, printed, exported and withdrawn notice', async ({
  page,
  context,
}) => {
  const keep = pictureBook('journey')
  await page.setViewportSize({ width: 1440, height: 900 })
  const main = page.getByRole('main')

  await test.step('the first start asks for the office and says which digit of its code is wrong', async () => {
    await page.goto(board.deskUrl)
    await expect(page.getByRole('heading', { name: '本单位的基本情况' })).toBeVisible()
    await page.getByLabel('单位名称').fill(OFFICE.name)
    const code = page.getByLabel('统一社会信用代码')
    const wrong = OFFICE.uscc.slice(0, 17) + (OFFICE.uscc.endsWith('3') ? '4' : '3')
    await code.fill(wrong)
    await expect(page.getByText(`第18位应为 ${OFFICE.uscc.slice(17)}`)).toBeVisible()
    await page.getByLabel('行政区划代码').fill(OFFICE.regionCode)
    await page.getByLabel('联系电话').fill(OFFICE.telephone)
    await page.getByLabel('开放时间').fill(OFFICE.openingHours)
    await page.getByLabel('办公地址').fill(OFFICE.address)
    await page.getByRole('button', { name: '下一步' }).click()
    await expect(page.getByRole('heading', { name: '第一位管理员' })).toBeHidden()
    await keep(page, 'setup-wrong-code')

    await code.fill(OFFICE.uscc)
    await expect(page.getByText('校验位正确。')).toBeVisible()
    await expect(page.getByText(`${OFFICE.uscc}/2026-00001`)).toBeVisible()
    await page.getByRole('button', { name: '{regionCode}-{yyyy}-{seq:6}' }).click()
    await expect(page.getByText(`${OFFICE.regionCode}-2026-000001`)).toBeVisible()
    await page.getByLabel('索引号规则').fill(OFFICE.indexTemplate)
    await expect(page.getByText(`${OFFICE.uscc}/2026-00001`)).toBeVisible()
    await keep(page, 'setup-office')
  })

  await test.step('the administrator is named and sits at the desk', async () => {
    await page.getByRole('button', { name: '下一步' }).click()
    await expect(page.getByRole('heading', { name: '第一位管理员' })).toBeVisible()
    await page.getByLabel('姓名').fill('陈静')
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.getByLabel('再输入一次密码').fill(PASSWORD)
    await keep(page, 'setup-administrator')
    await page.getByRole('button', { name: '完成' }).click()
    await expect(page.getByRole('heading', { name: /^今天，11月23日/ })).toBeVisible()
    await expect(page.getByText('还没有公开目录')).toBeVisible()
    await keep(page, 'empty-today')
    await openArea(page, '信息')
    await expect(page.getByText('还没有信息')).toBeVisible()
    await keep(page, 'empty-desk')
  })

  await test.step('three people are added', async () => {
    await openArea(page, '人员与审查')
    await addPerson(page, '周敏', '经办')
    await addPerson(page, '韩立', '审核')
    await addPerson(page, '王芳', '保密审查')
    await keep(page, 'people')
  })

  await test.step('the catalogue is imported, read as a tree, and a row mended', async () => {
    for (const file of [
      'catalogue-village.csv',
      'catalogue-social-assistance.xlsx',
      'catalogue-farm-funds.xlsx',
    ]) {
      await openArea(page, '公开目录')
      await main.getByLabel('导入目录文件').last().setInputFiles(`test/fixtures/data/${file}`)
      await expect(main.getByRole('heading', { level: 1, name: file })).toBeVisible()
      await main.getByRole('button', { name: '导入', exact: true }).click()
      await expect(main.getByRole('treegrid')).toBeVisible()
    }
    await openArea(page, '公开目录')
    await expect(main.getByText('catalogue-farm-funds.xlsx')).toBeVisible()
    await keep(page, 'catalogues')
    const row = main.getByRole('row').filter({ hasText: 'catalogue-social-assistance.xlsx' })
    await row.getByRole('link').first().click()
    await expect(main.getByRole('row', { expanded: true }).first()).toBeVisible()
    await keep(page, 'catalogue-tree')
    const edit = main.getByRole('button', { name: /^修改“/ }).first()
    await edit.click()
    const drawer = page.getByRole('dialog', { name: '修改目录事项' })
    await drawer.getByRole('textbox', { name: '公开时限' }).fill('收到文件后20个工作日内')
    await keep(page, 'catalogue-row')
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect(drawer).toBeHidden()
    await expect(main.getByText('收到文件后20个工作日内').first()).toBeVisible()
  })

  await test.step('the handler takes over and begins a notice from a Word file', async () => {
    await switchToNewPerson(page, '周敏')
    await openArea(page, '信息')
    await main.getByLabel('从Word文件新建').setInputFiles({
      name: '工作要点.docx',
      mimeType: WORD_TYPE,
      buffer: await sourceAsWord(source),
    })
    const editor = editorOf(page)
    await expect(page.getByRole('textbox', { name: '标题' })).toHaveValue(source.title)
    await expect(editor.getByRole('heading').first()).toBeVisible()
    for (const item of WORD_EXTRAS.listItems)
      await expect(editor.getByRole('listitem').filter({ hasText: item })).toHaveCount(1)
    const wide = editor.locator('th, td').filter({ hasText: WORD_EXTRAS.spannedCells.wide })
    await expect(wide).toHaveAttribute('colspan', '2')
    const tall = editor.locator('th, td').filter({ hasText: WORD_EXTRAS.spannedCells.tall })
    await expect(tall).toHaveAttribute('rowspan', '2')
    await expect
      .poll(() => editor.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    await keep(page, 'from-word')
  })

  await test.step('the picture without words is pointed out and put into words', async () => {
    await page.getByRole('button', { name: '1 张图片没有说明，看不见图片的人听不到内容' }).click()
    const words = page.getByRole('textbox', { name: '图片说明（供看不见图片的人听）' })
    await words.pressSequentially(PICTURE_WORDS)
    await expect(editorOf(page).getByRole('img', { name: PICTURE_WORDS })).toBeVisible()
    await keep(page, 'picture-words')
    await words.press('Enter')
    await expectSaved(page)
  })

  await test.step('the particulars are filled in and the document number is put in its official form', async () => {
    const item = page.getByRole('combobox', { name: '公开事项' })
    await item.click()
    await item.fill('政策')
    await page.locator('.ant-select-item-option').filter({ hasText: '政策' }).first().click()
    const number = page.getByRole('textbox', { name: '发文字号' })
    await number.fill('穗天府办[2013]06号')
    await page.getByRole('textbox', { name: '成文日期' }).fill('2013年4月22日')
    await page.getByRole('textbox', { name: '印发日期' }).fill('20130423')
    await expect(number).toHaveValue('穗天府办〔2013〕6号')
    await expect(page.getByText('已按规范改写，原为“穗天府办[2013]06号”')).toBeVisible()
    await page.getByRole('textbox', { name: '署名' }).fill(source.issuer)
    await expect(page.getByRole('textbox', { name: '成文日期' })).toHaveValue('2013年4月22日')
    await expectSaved(page)
    await keep(page, 'particulars')
  })

  await test.step('typed personal data is found where it stands and masked at one press', async () => {
    const editor = editorOf(page)
    await editor.getByText('请认真组织实施').first().click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type(`联系人张三，身份证号${RESIDENT_ID}，手机13800138000。`)
    const gate = page.getByRole('region', { name: '隐私检查' })
    await expect(gate.getByText('身份证号 1 处')).toBeVisible()
    await expect(gate.getByText('手机号码 1 处')).toBeVisible()
    await expect(editor.locator('.gate-mark-block').first()).toBeVisible()
    await gate
      .getByRole('button', { name: /^正文第\d+段$/ })
      .first()
      .click()
    await keep(page, 'gate')
    await page.getByRole('button', { name: /还差 1 项/ }).click()
    await expect(page.getByText('2 处个人信息须遮盖')).toBeVisible()
    await page.keyboard.press('Escape')
    await gate.getByRole('button', { name: '全部遮盖（2 处）' }).click()
    await expect(editor).not.toContainText(RESIDENT_ID)
    await expect(editor).not.toContainText('13800138000')
    await expect(editor).toContainText('联系人张三，身份证号')
    // The picture of the Word file cannot be read, so the sentence promises no more than was checked.
    await expect(gate.getByText('能检查的部分没有须遮盖的个人信息')).toBeVisible()
    await keep(page, 'masked')
  })

  await test.step('a fragment from WPS comes in clean', async () => {
    const editor = editorOf(page)
    await page.keyboard.press('Control+End')
    await editor.press('Control+End')
    await pasteHtml(editor, FROM_WPS, '附　则\n本要点由办公室负责解释。')
    await expect(editor.getByText('本要点由办公室负责解释。')).toBeVisible()
    await expect(page.getByText('没有照原样保留：图片')).toBeVisible()
    const markup = await editor.innerHTML()
    expect(markup).not.toMatch(/mso|font-family|color:|tracker|onerror|<o:p/iu)
    expect(await page.evaluate(() => 'smuggled' in window)).toBe(false)
    await expectSaved(page)
    // The imprint is to stay the last line of the document.
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(editor).not.toContainText('本要点由办公室负责解释。')
    await expect(editor).not.toContainText(RESIDENT_ID)
    await expectSaved(page)
  })

  await test.step('an attachment loses its hidden column on the way to the public', async () => {
    const files = page.getByRole('region', { name: '附件' })
    await files.getByLabel('添加附件').setInputFiles({
      name: '资金名单.xlsx',
      mimeType: EXCEL_TYPE,
      buffer: await workbookWithHiddenColumn(),
    })
    await expect(files.getByText(/公开件已去除：.*隐藏列/)).toBeVisible()
    const address = await files.getByRole('link', { name: '查看公开件' }).getAttribute('href')
    const copy = await page.request.get(`${board.deskOrigin}${address ?? ''}`)
    expect(copy.status()).toBe(200)
    await keep(page, 'attachment')
  })

  await test.step('the handler submits, and cannot review it', async () => {
    await page.getByRole('button', { name: '提交审查' }).click()
    await expect(page.getByText(/^周敏 .+ 提交；左侧是提交时的内容。$/)).toBeVisible()
    await expect(page.getByText('您参与了这条信息的起草，不能审查')).toBeVisible()
    await expect(page.getByRole('button', { name: '同意' })).toHaveCount(0)
    await keep(page, 'submitted')
  })

  await test.step('the reviewer reads text and paper face and approves', async () => {
    await switchToNewPerson(page, '韩立')
    await expect(page.getByRole('heading', { level: 1, name: source.title })).toBeVisible()
    await page.getByRole('radio', { name: '纸面' }).locator('..').click()
    const paper = page.frameLocator('iframe[title="纸面"]')
    await expect(paper.locator('html[data-ready]')).toBeAttached()
    await expect(paper.getByText('穗天府办〔2013〕6号').first()).toBeVisible()
    await keep(page, 'review-paper')
    await page.getByRole('radio', { name: '阅读' }).locator('..').click()
    await page.getByRole('button', { name: '同意' }).click()
    await expect(page.getByRole('button', { name: '同意' })).toHaveCount(0)
    await keep(page, 'reviewed')
  })

  await test.step('the secrecy reviewer approves', async () => {
    await switchToNewPerson(page, '王芳')
    // What is written in the picture of the Word file no program has read; a person has to say that they looked.
    await page.getByRole('button', { name: '同意' }).click()
    await expect(page.getByText('同意前须先打开查看这些文件，再勾选上面一项。')).toBeVisible()
    await keep(page, 'unread-files')
    await page.getByRole('checkbox', { name: '已逐个打开查看，没有不宜公开的内容' }).check()
    await page.getByRole('button', { name: '同意' }).click()
    await expect(page.getByText('可以发布')).toBeVisible()
  })

  const index = `${OFFICE.uscc}/2026-00001`
  await test.step('the handler publishes', async () => {
    await switchPerson(page, '周敏')
    await page.getByRole('button', { name: '发布', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: `发布《${source.title}》` })
    await expect(dialog).toContainText('立即在触摸屏和公开网页上对全社会公开')
    await keep(page, 'publish-asked')
    await dialog.getByRole('button', { name: '发布', exact: true }).click()
    await expect(main.getByText('已发布', { exact: true })).toBeVisible()
    await expect(main.getByText(`索引号 ${index}`)).toBeVisible()
    await keep(page, 'published')
  })

  const kiosk = await context.newPage()
  await kiosk.setViewportSize({ width: 1080, height: 1920 })
  await kiosk.clock.install({ time: new Date(board.clock.now()) })

  await test.step('the kiosk shows it, finds it and enlarges it', async () => {
    await kiosk.goto(board.kioskUrl)
    await expect(kiosk.getByRole('heading', { level: 1, name: OFFICE.name })).toBeVisible()
    await keep(kiosk, 'kiosk-home')
    await kiosk.getByRole('searchbox').fill('三公经费')
    await kiosk.getByRole('button', { name: '查找' }).click()
    await expect(kiosk.locator('mark').first()).toHaveText('三公经费')
    await keep(kiosk, 'kiosk-search')
    await kiosk
      .getByRole('link', { name: /政务公开工作要点/ })
      .first()
      .click()
    await expect(kiosk.getByRole('heading', { level: 1 })).toContainText('政务公开工作要点')
    const shown = readable(await kiosk.getByRole('main').innerText())
    expect(shown).toContain(readable(expected?.lastSentence ?? ''))
    expect(shown).not.toContain(RESIDENT_ID)
    await expectExtras(kiosk.getByRole('main'))
    await keep(kiosk, 'kiosk-notice')
    const before = await kiosk
      .locator('.notice-text p')
      .first()
      .evaluate((p) => getComputedStyle(p).fontSize)
    await kiosk.getByRole('button', { name: '大字' }).click()
    const after = await kiosk
      .locator('.notice-text p')
      .first()
      .evaluate((p) => getComputedStyle(p).fontSize)
    expect(Number.parseFloat(after)).toBeGreaterThan(Number.parseFloat(before))
    await keep(kiosk, 'kiosk-large')
  })

  await test.step('the sheet has the list, the merged cells and the picture', async () => {
    const address = await page.getByRole('link', { name: '纸面', exact: true }).first().getAttribute('href')
    const sheet = await context.newPage()
    await sheet.goto(`${board.publicOrigin}${address ?? ''}`)
    await expect(sheet.locator('html[data-ready="true"]')).toBeAttached()
    await expectExtras(sheet.getByRole('article'))
    await sheet.close()
  })

  await test.step('the PDF is whole', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载PDF' }).click(),
    ])
    const pdf = await readPdf(new Uint8Array(readFileSync(await download.path())))
    expect(pdf.text).toContain(readable(expected?.lastSentence ?? ''))
    expect(pdf.text).not.toContain(RESIDENT_ID)
  })

  await test.step('the package is written and verifies on the screen', async () => {
    await openArea(page, '县级报送')
    await page.getByRole('button', { name: '生成报送包' }).click()
    await expect(page.getByText('已生成第 1 包，可在下方送到县里。')).toBeVisible()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载', exact: true }).click(),
    ])
    const bytes = readFileSync(await download.path())
    const name = download.suggestedFilename()
    await page.getByRole('link', { name: '报送记录' }).click()
    const choose = page.getByLabel('选择报送包')
    await choose.setInputFiles({ name, mimeType: 'application/zip', buffer: bytes })
    await expect(page.getByText(`${name} 完整，没有改动。`)).toBeVisible()
    await keep(page, 'package')
    const damaged = Buffer.from(bytes)
    const at = Math.floor(damaged.length / 2)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    await choose.setInputFiles({ name: '坏包.zip', mimeType: 'application/zip', buffer: damaged })
    await expect(page.getByRole('alert').filter({ hasText: '坏包.zip 未通过核验' })).toBeVisible()
    await keep(page, 'package-damaged')
  })

  await test.step('the notice is withdrawn with a reason, and the kiosk keeps a page that says so', async () => {
    await openArea(page, '信息')
    await main.getByRole('link', { name: new RegExp(source.title.slice(0, 12)) }).click()
    await page.getByRole('button', { name: '撤下' }).click()
    const dialog = page.getByRole('dialog', { name: '撤下这条信息' })
    await dialog.getByRole('combobox', { name: '原因' }).click()
    await page.getByTitle('发布有误').click()
    await dialog.getByLabel('说明（公开）').fill('文号有误，更正后另行公布。')
    await keep(page, 'withdraw-asked')
    await dialog.getByRole('button', { name: '撤下' }).click()
    await expect(main.getByText('已撤下，原因：发布有误。文号有误，更正后另行公布。')).toBeVisible()
    await kiosk.reload()
    await expect(kiosk.getByText('这条信息已撤下')).toBeVisible()
    await expect(kiosk.getByText('文号有误，更正后另行公布。')).toBeVisible()
    await expect(kiosk.getByRole('main')).not.toContainText('请认真组织实施')
    await keep(kiosk, 'kiosk-tombstone')
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '操作记录' }).click()
    await page.getByRole('button', { name: '验证记录是否完整' }).click()
    await expect(page.getByText(/^记录完整/)).toBeVisible()
    await keep(page, 'audit')
  })

  await test.step('who sat at the desk can sign out', async () => {
    await page.getByRole('banner').locator('button[aria-haspopup="menu"]').click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await expect(page.getByRole('heading', { level: 1, name: OFFICE.name })).toBeVisible()
    await typePassword(page, '韩立', '登录', 'wrong-one')
    await expect(page.getByText('密码不对，请重新输入。')).toBeVisible()
  })
})
