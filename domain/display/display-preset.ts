import type { Verification } from '../duty/rule-record.ts'
import type { DisplayLength } from './display-plan.ts'

/** Matters for which a length of display is known (domain book §4.4). */
export const DISPLAY_PRESET_IDS = [
  'SUBSISTENCE',
  'TEMPORARY_RELIEF',
  'LAND_BEFORE',
  'LAND_COMPENSATION',
  'HOUSE_COMPENSATION',
  'MAJOR_DECISION',
  'NORMATIVE_DOCUMENT',
  'PERSONNEL',
  'VOTER_LIST',
  'HOMESTEAD',
  'SUBSIDY',
] as const
/** One matter; its name stands in the words of each language. */
export type DisplayPresetId = (typeof DISPLAY_PRESET_IDS)[number]

/** How long something is displayed by which rule. `length` null: a display is required and its length set by the place. */
export type DisplayPreset = {
  readonly id: DisplayPresetId
  readonly length: DisplayLength | null
  readonly basis: string
  /** How far it was checked; anything but LAW says so on the screen. */
  readonly verified: Verification
}

const days = (count: number): DisplayLength => ({ count, unit: 'CALENDAR_DAY' })
const workdays = (count: number): DisplayLength => ({ count, unit: 'WORKING_DAY' })

/** The lengths of domain book §4.4, each the least that is asked for; a place may set more. */
export const DISPLAY_PRESETS: readonly DisplayPreset[] = [
  { id: 'SUBSISTENCE', length: days(7), basis: '民发〔2021〕57号、43号', verified: 'UNVERIFIED' },
  { id: 'TEMPORARY_RELIEF', length: null, basis: '社会救助暂行办法第48条', verified: 'LAW' },
  { id: 'LAND_BEFORE', length: workdays(10), basis: '土地管理法实施条例第26条', verified: 'LAW' },
  { id: 'LAND_COMPENSATION', length: days(30), basis: '土地管理法第47条', verified: 'LAW' },
  {
    id: 'HOUSE_COMPENSATION',
    length: days(30),
    basis: '国有土地上房屋征收与补偿条例（国务院令第590号）第10条',
    verified: 'LAW',
  },
  {
    id: 'MAJOR_DECISION',
    length: days(30),
    basis: '重大行政决策程序暂行条例（国务院令第713号）第15条',
    verified: 'LAW',
  },
  { id: 'NORMATIVE_DOCUMENT', length: workdays(7), basis: '国办发〔2018〕37号', verified: 'UNVERIFIED' },
  { id: 'PERSONNEL', length: workdays(5), basis: '', verified: 'UNVERIFIED' },
  // The law was amended in 2025 and its articles moved: the number is that of the text before.
  {
    id: 'VOTER_LIST',
    length: days(20),
    basis: '村民委员会组织法（2018年文本）第14条',
    verified: 'UNVERIFIED',
  },
  { id: 'HOMESTEAD', length: null, basis: '土地管理法实施条例第34条', verified: 'LAW' },
  { id: 'SUBSIDY', length: days(7), basis: '', verified: 'UNVERIFIED' },
]
