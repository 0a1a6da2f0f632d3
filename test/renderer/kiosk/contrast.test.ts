import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '..', '..', '..', 'renderer')
const read = (file: string) => readFileSync(join(renderer, file), 'utf8')

/** Names and values of the colours that a block of CSS sets. */
function coloursOf(css: string, selector: string): Record<string, string> {
  const at = css.indexOf(`${selector} {`)
  const block = css.slice(at, css.indexOf('}', at))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6}|var\(--[\w-]+\))/giu)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  )
}

function channel(value: number): number {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replaceAll(/[0-9a-f]/giu, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) =>
    Number.parseInt(long.slice(from, from + 2), 16),
  )
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const kiosk = read('kiosk/frame/kiosk.css')
const standard = { ...coloursOf(read('shared/tokens.css'), ':root'), ...coloursOf(kiosk, ':root') }
const high = { ...standard, ...coloursOf(kiosk, ":root[data-contrast='HIGH']") }

// Text and what it stands on, everywhere on the kiosk.
const PAIRS: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['ground', 'surface', 'note', 'change', 'head-cell', 'act-soft']],
  ['ink-soft', ['ground', 'surface', 'note', 'change']],
  ['act', ['ground', 'surface', 'act-soft']],
  ['on-act', ['act']],
  ['act-deep', ['act-soft']],
  ['alarm', ['ground', 'surface']],
  ['late', ['late-soft', 'surface']],
  ['soon', ['note', 'change', 'surface']],
  ['done', ['surface', 'ground']],
  ['mark-ink', ['mark']],
]

describe.each([
  ['standard', standard],
  ['high contrast', high],
])('in %s every text stands out at least 7:1', (_, colours: Record<string, string>) => {
  const valueOf = (name: string): string => {
    const value = colours[name] ?? ''
    const other = /^var\(--([\w-]+)\)$/u.exec(value)?.[1]
    return other === undefined ? value : valueOf(other)
  }
  test.each(PAIRS.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    '%s on %s',
    (text, ground) => {
      expect(contrast(valueOf(text), valueOf(ground))).toBeGreaterThanOrEqual(7)
    },
  )

  test('white on the red of an emergency', () => {
    expect(contrast('#ffffff', valueOf('seal'))).toBeGreaterThanOrEqual(7)
  })
})

test('high contrast goes beyond the standard: text on the ground at least 15:1', () => {
  expect(contrast(high['ink'] ?? '', high['ground'] ?? '')).toBeGreaterThanOrEqual(15)
})

test('a colour of the kiosk is a name, or text and ground are set together, so that high contrast forgets none', () => {
  const lone = globSync('kiosk/**/*.css', { cwd: renderer }).flatMap((file) =>
    [...read(file).matchAll(/([^{}]+)\{([^{}]*)\}/gu)].flatMap(([, selector = '', block = '']) => {
      // White paper under a code, a page of a file or a picture is white in both.
      const own = block.replaceAll(/var\([^()]*\)/gu, '').replaceAll('background: #fff', '')
      const text = /^\s*color:[^;]*#/mu.test(own)
      const ground = /^\s*background(?:-color)?:[^;]*#/mu.test(own)
      return text === ground ? [] : [`${file}: ${selector.trim()}`]
    }),
  )
  // White on the red of an emergency, which is red in both.
  expect(lone.filter((place) => !place.startsWith('kiosk/frame/takeover.css'))).toEqual([])
})
