import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { NOTICE_ACTIONS, NOTICE_MACHINE, NOTICE_STATES, mayAct } from '../../../domain/notice/notice-state.ts'

const PAGE = new URL('../../../docs/notice-states.md', import.meta.url)
const terms = JSON.parse(
  readFileSync(new URL('../../../locales/zh-Hans/terms.json', import.meta.url), 'utf8'),
) as { readonly noticeState: Readonly<Record<string, string>> }

/** Every way from a state to another, by the actions that go it. */
function ways(): readonly string[] {
  const found = new Map<string, string[]>()
  for (const action of NOTICE_ACTIONS) {
    const { from, to } = NOTICE_MACHINE[action]
    for (const before of from) {
      for (const after of to.filter((state) => state !== before)) {
        const way = `${before} --> ${after}`
        found.set(way, [...(found.get(way) ?? []), action])
      }
    }
  }
  return [...found].map(([way, actions]) => `  ${way}: ${actions.join(', ')}`)
}

/** One row a state, one column an action; `·` stays what it is. */
function table(): readonly string[] {
  const cell = (state: (typeof NOTICE_STATES)[number], action: (typeof NOTICE_ACTIONS)[number]) => {
    if (!mayAct(state, action)) return ''
    const { to } = NOTICE_MACHINE[action]
    return to.length === 0 ? '·' : to.join(' / ')
  }
  return [
    `| | ${NOTICE_STATES.map((state) => `${state}<br>${terms.noticeState[state]}`).join(' | ')} |`,
    `| --- |${NOTICE_STATES.map(() => ' --- |').join('')}`,
    ...NOTICE_ACTIONS.map(
      (action) => `| ${action} | ${NOTICE_STATES.map((state) => cell(state, action)).join(' | ')} |`,
    ),
  ]
}

const page = [
  '# The life of a notice',
  '',
  'Printed from `NOTICE_MACHINE` in `domain/notice/notice-state.ts` by `test/domain/notice/notice-states.test.ts`; to print it',
  'anew: `UPDATE_DOCS=1 npx vitest run test/domain/notice/notice-states.test.ts`. Every pair that stands empty in the table is',
  'refused with `notice.wrong-state`. Taking down looks at the editions, not at the working copy, and is not among the actions.',
  '',
  '```mermaid',
  'stateDiagram-v2',
  '  [*] --> DRAFT',
  ...ways(),
  '```',
  '',
  'What an action makes of a state; `·` leaves it as it is.',
  '',
  ...table(),
  '',
].join('\n')

it('docs/notice-states.md shows the machine as it is', async () => {
  const printed = await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' })
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(PAGE, printed)
  expect(readFileSync(PAGE, 'utf8')).toBe(printed)
})

it('every state can be reached and left, so that no notice is stuck', () => {
  const reached = new Set(NOTICE_ACTIONS.flatMap((action) => NOTICE_MACHINE[action].to))
  for (const state of NOTICE_STATES) {
    // Taking down is what makes WITHDRAWN of a notice that hangs.
    expect(state === 'DRAFT' || reached.has(state), state).toBe(true)
    expect(
      NOTICE_ACTIONS.some((action) => {
        const { from, to } = NOTICE_MACHINE[action]
        return from.includes(state) && to.some((after) => after !== state)
      }),
      state,
    ).toBe(true)
  }
})
