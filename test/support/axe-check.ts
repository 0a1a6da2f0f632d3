import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const LEVEL_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Reads the page as it stands against WCAG 2.2 A and AA; `strictContrast` asks 7:1 for text as well (AAA). */
export async function expectAccessible(
  page: Page,
  state: string,
  options: { readonly strictContrast?: boolean } = {},
): Promise<void> {
  // A colour caught in the middle of fading in is not the colour anybody reads.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  )
  const rules = options.strictContrast ? { 'color-contrast-enhanced': { enabled: true } } : {}
  const result = await new AxeBuilder({ page }).options({ runOnly: LEVEL_AA, rules }).analyze()
  const found = result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
  )
  expect(found, state).toEqual([])
}
