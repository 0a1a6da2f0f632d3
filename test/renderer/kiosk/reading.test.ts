import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { spokenParts } from '../../../renderer/kiosk/notice/aloud/glass-text.ts'
import { createPlayer, type Playing } from '../../../renderer/kiosk/notice/aloud/player.ts'
import { voiceFor } from '../../../renderer/kiosk/notice/aloud/voices.ts'
import { zoomStep } from '../../../renderer/kiosk/notice/file/zoom.ts'
import { offerReadingAloud, stopReadingAloud } from '../../../renderer/kiosk/notice/reading-aloud-context.ts'

const voice = (lang: string, localService = true, isDefault = false) => ({
  lang,
  localService,
  default: isDefault,
})

test.each([
  ['zh-Hans', ['en-US', 'zh-CN'], 'zh-CN'],
  ['zh-Hans', ['zh-HK', 'zh_CN'], 'zh_CN'],
  ['zh-Hans', ['zh-TW'], 'zh-TW'],
  ['zh-Hans', ['en-US'], null],
  ['bo', ['bo-CN'], 'bo-CN'],
  ['mn-Mong', ['mn-MN'], null],
  ['kk-Arab', ['kk-KZ'], null],
  ['en', ['en-GB', 'zh-CN'], 'en-GB'],
] as const)('a text in %s with the voices %j is read by %s', (tag, voices, chosen) => {
  expect(
    voiceFor(
      tag,
      voices.map((lang) => voice(lang)),
    )?.lang ?? null,
  ).toBe(chosen)
})

test('a voice of a far server is never used: the words on the glass stay here', () => {
  expect(voiceFor('zh-Hans', [voice('zh-CN', false)])).toBeNull()
})

type Spoken = { text: string; rate: number; done: (ok: boolean) => void; silenced: boolean }

let spoken: Spoken[]
let told: Playing[]
const part = (speech: string, isConnected = true) => ({ speech, element: { isConnected } })

function player() {
  return createPlayer(
    (text, rate, done) => {
      const one = { text, rate, done, silenced: false }
      spoken.push(one)
      return () => {
        one.silenced = true
      }
    },
    (playing) => told.push(playing),
  )
}

beforeEach(() => {
  vi.useFakeTimers()
  spoken = []
  told = []
})

afterEach(() => {
  vi.useRealTimers()
  document.body.innerHTML = ''
})

test('sentences are said one after the other, and the end is told', () => {
  const reading = player()
  reading.start([part('一'), part('二')])
  spoken[0]?.done(true)
  spoken[1]?.done(true)
  expect(spoken.map(({ text }) => text)).toEqual(['一', '二'])
  expect(told.at(-1)).toEqual({ phase: 'FINISHED', at: 0 })
})

test('paused it is silent, and goes on with the sentence it was in', () => {
  const reading = player()
  reading.start([part('一'), part('二')])
  spoken[0]?.done(true)
  reading.pause()
  expect(spoken[1]?.silenced).toBe(true)
  expect(told.at(-1)).toEqual({ phase: 'PAUSED', at: 1 })
  expect(reading.goOn()).toBe(true)
  expect(spoken.map(({ text }) => text)).toEqual(['一', '二', '二'])
})

test('what has left the glass is not heard', () => {
  const reading = player()
  reading.start([part('一'), part('翻走的行', false), part('三')])
  spoken[0]?.done(true)
  expect(spoken.map(({ text }) => text)).toEqual(['一', '三'])
})

test('a voice that never ends is silenced, so that it cannot hold the visit open for ever', () => {
  const reading = player()
  reading.start([part('一')])
  vi.advanceTimersByTime(60_000)
  expect(told.at(-1)).toEqual({ phase: 'FAILED', at: 0 })
  expect(spoken[0]?.silenced).toBe(true)
  expect(reading.goOn()).toBe(true)
})

test('another speed says the sentence anew at that speed', () => {
  const reading = player()
  reading.start([part('一')])
  reading.setRate(1.3)
  expect(spoken.map(({ rate, silenced }) => [rate, silenced])).toEqual([
    [1, true],
    [1.3, false],
  ])
})

test('what ends the visit stops every reading, also one under an emergency', () => {
  const stop = vi.fn()
  const offer = () =>
    offerReadingAloud({ state: 'SPEAKING', start: () => undefined, pause: () => undefined, stop })
  const ends = [offer(), offer()]
  stopReadingAloud()
  expect(stop).toHaveBeenCalledTimes(2)
  for (const end of ends) end()
})

test('read is what stands on the glass in the language asked for: paragraphs by sentences, tables by rows, heads once', () => {
  document.body.innerHTML = `<article>
    <h1 class="notice-title" lang="zh-Hans">发放明细</h1>
    <p class="notice-title" lang="mn-Mong">ᠮᠣᠩᠭᠣᠯ</p>
    <div lang="zh-Hans">
      <p class="body-paragraph">依据<strong>云政发〔2026〕12号</strong>。请核对。</p>
      <table><thead><tr class="body-row"><th><p class="body-paragraph">户主</p></th><th>金额（元）</th></tr></thead>
      <tbody><tr class="body-row"><td><p class="body-paragraph">张*国</p></td><td>300</td></tr></tbody></table>
    </div></article>`
  const parts = spokenParts(document.body, 'zh-Hans')
  expect(parts.map(({ speech }) => speech)).toEqual([
    '发放明细',
    '依据云政发 二零二六 十二号。',
    '请核对。',
    '户主，张某国；金额，三百元。',
  ])
  expect(parts.map(({ text }) => text)).toEqual([
    '发放明细',
    '依据云政发〔2026〕12号。',
    '请核对。',
    '户主 张*国　金额（元） 300',
  ])
  expect(spokenParts(document.body, 'mn-Mong').map(({ text }) => text)).toEqual(['ᠮᠣᠩᠭᠣᠯ'])
})

test('the size of a file stops at its ends', () => {
  expect([zoomStep(1, -1), zoomStep(1, 1), zoomStep(3, 1)]).toEqual([1, 1.5, 3])
})
