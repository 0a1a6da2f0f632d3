import { describe, expect, it } from 'vitest'
import { type DecisionGround, decisionReady } from '../../../domain/matter/decision-ready.ts'
import { checkEntry, type MatterEntry } from '../../../domain/matter/matter-entry.ts'
import { matterPath } from '../../../domain/matter/matter-path.ts'

const GROUND: DecisionGround = {
  kind: 'MAJOR_DECISION',
  today: '2026-09-18',
  consultation: { closesOn: '2026-09-02', unbroken: true, opinions: [] },
  earlyReason: false,
  legality: 'LAWFUL',
  met: true,
  resolved: false,
}

const ENTRY: MatterEntry = {
  step: 'BASIS',
  on: '2026-09-01',
  heading: '',
  text: '调研报告',
  measure: '',
  result: null,
  workdays: null,
  noticeId: null,
  fileId: null,
  voids: null,
}

describe('a decision', () => {
  it('can be published after consultation and legality review', () => {
    expect(decisionReady(GROUND)).toEqual({ ok: true, value: true })
  })

  it('waits for the day after the last day for opinions, or for a recorded reason', () => {
    const onLastDay = { ...GROUND, today: '2026-09-02' }
    expect(decisionReady(onLastDay)).toMatchObject({
      code: 'matter.consultation-open',
      params: { date: '2026-09-02' },
    })
    expect(decisionReady({ ...GROUND, today: '2026-09-03' }).ok).toBe(true)
    expect(decisionReady({ ...onLastDay, earlyReason: true }).ok).toBe(true)
  })

  it('needs a consultation that was held to its end, where its kind asks for one', () => {
    const missing = { code: 'matter.consultation-missing' }
    expect(decisionReady({ ...GROUND, consultation: null })).toMatchObject(missing)
    expect(
      decisionReady({ ...GROUND, consultation: { closesOn: null, unbroken: true, opinions: [] } }),
    ).toMatchObject(missing)
    const broken = { closesOn: '2026-09-02', unbroken: false, opinions: [] }
    expect(decisionReady({ ...GROUND, consultation: broken })).toMatchObject(missing)
    expect(decisionReady({ ...GROUND, kind: 'OTHER', consultation: null, legality: null }).ok).toBe(true)
  })

  it('waits until every opinion is answered, unless somebody has recorded why not', () => {
    const open = { id: 'a', number: 17, mergedInto: null, answered: false }
    const consultation = { closesOn: '2026-09-02', unbroken: true, opinions: [open] }
    expect(decisionReady({ ...GROUND, consultation })).toMatchObject({
      code: 'matter.opinions-unanswered',
      params: { count: 1, number: 17 },
    })
    expect(decisionReady({ ...GROUND, consultation, earlyReason: true }).ok).toBe(true)
  })

  it('waits for the meeting its kind asks for, whatever the reason for deciding early', () => {
    const missing = { code: 'matter.meeting-missing' }
    expect(decisionReady({ ...GROUND, met: false })).toMatchObject(missing)
    expect(decisionReady({ ...GROUND, met: false, earlyReason: true })).toMatchObject(missing)
    expect(decisionReady({ ...GROUND, kind: 'OTHER', met: false }).ok).toBe(true)
  })

  it('needs a legality review that does not find it unlawful', () => {
    expect(decisionReady({ ...GROUND, legality: null })).toMatchObject({ code: 'matter.legality-missing' })
    expect(decisionReady({ ...GROUND, legality: 'UNLAWFUL' })).toMatchObject({
      code: 'matter.legality-unlawful',
    })
    expect(decisionReady({ ...GROUND, legality: 'LAWFUL_IF_CHANGED' }).ok).toBe(true)
  })

  it('of a village waits for the resolution of the villagers', () => {
    const village = { ...GROUND, kind: 'VILLAGE_MATTER', consultation: null, legality: null } as const
    expect(decisionReady(village)).toMatchObject({ code: 'matter.resolution-missing' })
    expect(decisionReady({ ...village, resolved: true }).ok).toBe(true)
  })
})

describe('an entry of a decision file', () => {
  const village = { kind: 'VILLAGE_MATTER', today: '2026-09-18', opinionsUntil: null } as const

  it('of the four discussions comes in their order, each once', () => {
    const resolution = { ...ENTRY, step: 'RESOLUTION' } as const
    expect(
      checkEntry(resolution, { ...village, entered: [{ step: 'PROPOSAL', on: '2026-09-01' }] }),
    ).toMatchObject({
      code: 'matter.step-out-of-order',
      params: { step: 'RESOLUTION', before: 'DELIBERATION' },
    })
    const proposal = { ...ENTRY, step: 'PROPOSAL' } as const
    expect(checkEntry(proposal, { ...village, entered: [] }).ok).toBe(true)
    expect(checkEntry(proposal, { ...village, entered: [proposal] })).toMatchObject({
      code: 'matter.step-entered',
    })
    expect(checkEntry(proposal, { ...village, kind: 'OTHER', entered: [] })).toMatchObject({
      code: 'matter.step-not-of-kind',
    })
  })

  it('of the four discussions does not lie before the one before it, nor after the one after it', () => {
    const entered = [
      { step: 'PROPOSAL', on: '2026-08-01' },
      { step: 'DISCUSSION', on: '2026-08-02' },
      { step: 'DELIBERATION', on: '2026-08-03' },
    ] as const
    const resolution = { ...ENTRY, step: 'RESOLUTION', on: '2026-01-05' } as const
    expect(checkEntry(resolution, { ...village, entered })).toMatchObject({
      code: 'matter.date-before-step',
      params: { step: 'DELIBERATION', date: '2026-08-03' },
    })
    expect(checkEntry({ ...resolution, on: '2026-08-03' }, { ...village, entered }).ok).toBe(true)
    const again = { ...ENTRY, step: 'PROPOSAL', on: '2026-08-05' } as const
    expect(checkEntry(again, { ...village, entered: entered.slice(1) })).toMatchObject({
      code: 'matter.date-after-step',
      params: { step: 'DISCUSSION', date: '2026-08-02' },
    })
  })

  it('of a meeting lies after the last day for opinions and not before the legality review', () => {
    const meeting = { ...ENTRY, step: 'MEETING', heading: '镇长办公会议', on: '2026-09-02' } as const
    const matter = { kind: 'MAJOR_DECISION', today: '2026-09-18' } as const
    const entered = [{ step: 'LEGALITY_RESULT', on: '2026-09-01' }] as const
    expect(checkEntry(meeting, { ...matter, entered, opinionsUntil: '2026-09-02' })).toMatchObject({
      code: 'matter.meeting-in-consultation',
      params: { date: '2026-09-02' },
    })
    expect(checkEntry(meeting, { ...matter, entered, opinionsUntil: null }).ok).toBe(true)
    const hasty = { ...meeting, on: '2026-08-31' } as const
    expect(checkEntry(hasty, { ...matter, entered, opinionsUntil: null })).toMatchObject({
      code: 'matter.date-before-step',
      params: { step: 'LEGALITY_RESULT', date: '2026-09-01' },
    })
  })

  it('is not written before its day, and not left empty', () => {
    const other = { kind: 'OTHER', today: '2026-08-31', entered: [], opinionsUntil: null } as const
    expect(checkEntry(ENTRY, other)).toMatchObject({ code: 'matter.date-in-future' })
    expect(checkEntry({ ...ENTRY, text: '  ' }, { ...other, today: '2026-09-01' })).toMatchObject({
      code: 'matter.text-required',
    })
  })
})

describe('the path of a matter', () => {
  it('names the first stage that is asked of its kind and not done', () => {
    const next = (kind: Parameters<typeof matterPath>[0], done: Parameters<typeof matterPath>[1]) =>
      matterPath(kind, done).find(({ state }) => state === 'NEXT')?.stage
    expect(next('MAJOR_DECISION', new Set())).toBe('CONSULTATION')
    expect(next('OTHER', new Set())).toBe('DECISION')
    expect(next('VILLAGE_MATTER', new Set(['PROPOSAL', 'DISCUSSION']))).toBe('DELIBERATION')
    expect(
      next('NORMATIVE_DOCUMENT', new Set(['CONSULTATION', 'LEGALITY', 'MEETING', 'DECISION', 'PROGRESS'])),
    ).toBe(undefined)
  })
})
