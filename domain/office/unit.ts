import type { Regime } from '../catalogue/catalogue-item.ts'

/** Kinds of unit that keep items and boards of their own under one office. */
export const UNIT_KINDS = ['TOWNSHIP', 'OFFICE', 'VILLAGE', 'COMMUNITY', 'PARTY_BRANCH'] as const
/** One kind. */
export type UnitKind = (typeof UNIT_KINDS)[number]

/** The unit that is the office itself; it is always there, and bears the office's name. */
export const TOWNSHIP_UNIT_ID = 'township'

/** 单位: the township, one of its offices, a village, a residents' community, or a Party branch. */
export type Unit = {
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly parentId: string | null
  /** Place among its siblings, from 0. */
  readonly position: number
  /** A unit that was merged or dissolved: it gets no new duties, its records stay. */
  readonly disabled: boolean
}

/** 公开栏: a physical board of a unit. */
export type Board = {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly place: string
  readonly regime: Regime
  readonly disabled: boolean
}

const REGIME_OF: Readonly<Record<UnitKind, Regime>> = {
  TOWNSHIP: 'GOV',
  OFFICE: 'GOV',
  VILLAGE: 'VILLAGE',
  COMMUNITY: 'RESIDENT',
  PARTY_BRANCH: 'PARTY',
}

/**
 * The regime a kind of unit discloses under; the regimes are never mixed (domain book, thing 1).
 * @example regimeOfUnit('VILLAGE') // 'VILLAGE'
 */
export function regimeOfUnit(kind: UnitKind): Regime {
  return REGIME_OF[kind]
}
