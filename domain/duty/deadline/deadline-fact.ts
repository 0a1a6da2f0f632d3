import type {
  DeadlineClass,
  DeadlineEvent,
  DeadlineUnit,
  DisplayPeriod,
  PeriodOffset,
} from './deadline-rule.ts'

/** A day of the year; day 31 stands for the last day of any month. `next` marks 次年, the year after the one disclosed. */
export type MonthDay = { readonly month: number; readonly day: number; readonly next?: true }

/** One thing a deadline text says. `weak` marks 及时, which a number outweighs. */
export type Fact =
  | {
      readonly kind: 'class'
      readonly class: DeadlineClass
      readonly weak: boolean
      /** What 及时 is counted from (批准后及时公开), for an amount that names no event of its own. */
      readonly from?: DeadlineEvent
    }
  | {
      readonly kind: 'amount'
      readonly amount: number
      readonly unit: DeadlineUnit
      /** Null when the text names no event. */
      readonly from: DeadlineEvent | null
      /** The event in the words of the text, for the name of a stage. */
      readonly name: string
    }
  | {
      readonly kind: 'monthday'
      readonly class: DeadlineClass
      readonly monthday: number
      readonly offset: PeriodOffset
    }
  | { readonly kind: 'dates'; readonly dates: readonly MonthDay[] }
  | { readonly kind: 'display'; readonly period: DisplayPeriod }
  /** A time that cannot be put into a rule: 每两个月, 一个月内, 2026年. */
  | { readonly kind: 'unknown' }
