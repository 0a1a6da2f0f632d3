import type { Block, Body } from '../../../../domain/notice/body.ts'
import { bodyBlocks } from '../../../../domain/notice/body-text.ts'
import type { GateHit, HitKind, HitPlace } from '../../../../domain/privacy/gate-hit.ts'

/** Hits of one kind, in the order in which they stand in the notice. */
export type HitGroup = { readonly kind: HitKind; readonly hits: readonly GateHit[] }

/** The gate's finds as the panel shows them: what stops, what is to be looked at, what is only told, what is allowed. */
export type GateGroups = {
  readonly blocking: readonly HitGroup[]
  readonly warning: readonly HitGroup[]
  readonly noted: readonly HitGroup[]
  readonly allowed: readonly HitGroup[]
}

const PARTS: readonly HitPlace['part'][] = ['TITLE', 'FIELD', 'BODY', 'ATTACHMENT_NAME', 'ATTACHMENT']

function order(one: GateHit, other: GateHit): number {
  const part = PARTS.indexOf(one.place.part) - PARTS.indexOf(other.place.part)
  if (part !== 0) return part
  if (one.place.part === 'BODY' && other.place.part === 'BODY') {
    const [left, right] = [one.place.path, other.place.path]
    for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
      const step = (left[at] ?? -1) - (right[at] ?? -1)
      if (step !== 0) return step
    }
  }
  return one.start - other.start
}

function byKind(hits: readonly GateHit[]): HitGroup[] {
  const kinds = new Map<HitKind, GateHit[]>()
  for (const hit of hits.toSorted(order)) kinds.set(hit.kind, [...(kinds.get(hit.kind) ?? []), hit])
  return [...kinds].map(([kind, found]) => ({ kind, hits: found }))
}

/** Sorts hits by what has to be done about them, then by kind, then by place. */
export function groupHits(hits: readonly GateHit[]): GateGroups {
  const open = hits.filter((hit) => hit.override === null)
  return {
    blocking: byKind(open.filter((hit) => hit.severity === 'BLOCK')),
    warning: byKind(open.filter((hit) => hit.severity === 'WARN')),
    noted: byKind(open.filter((hit) => hit.severity === 'NOTE')),
    allowed: byKind(hits.filter((hit) => hit.override !== null)),
  }
}

/** Where in the body a hit stands, as a person counts: which paragraph, or which row of which table. */
export type BodySpot =
  | { readonly kind: 'PARAGRAPH'; readonly paragraph: number }
  | { readonly kind: 'TABLE_ROW'; readonly table: number; readonly tables: number; readonly row: number }

function isTable(block: Block): boolean {
  return block.type === 'table'
}

/** Counts paragraphs and tables from 1, as a finger on the sheet would. */
export function bodySpot(body: Body, place: Extract<HitPlace, { part: 'BODY' }>): BodySpot {
  const top = place.path[0] ?? 0
  const tables = body.content.filter(isTable).length
  if (place.tableRow !== null) {
    const table = body.content.slice(0, top + 1).filter(isTable).length
    return { kind: 'TABLE_ROW', table: Math.max(1, table), tables: Math.max(1, tables), row: place.tableRow }
  }
  const paragraph = body.content.slice(0, top + 1).filter((block) => !isTable(block)).length
  return { kind: 'PARAGRAPH', paragraph }
}

const AROUND = 10

/** The words around a hit with the masked form in its place, so that the value itself is not repeated on screen. */
export function excerpt(
  body: Body,
  hit: GateHit,
): { readonly before: string; readonly masked: string; readonly after: string } | null {
  if (hit.place.part !== 'BODY') return null
  const wanted = hit.place.path.join('.')
  for (const block of bodyBlocks(body)) {
    if (block.path.join('.') !== wanted) continue
    if (hit.end > block.text.length) return null
    return {
      // A neighbour cut in half may be a number of its own; its rest says nothing and is left out.
      before: block.text.slice(Math.max(0, hit.start - AROUND), hit.start).replace(/^[\dXx*]+/u, ''),
      masked: hit.masked,
      after: block.text.slice(hit.end, hit.end + AROUND).replace(/[\dXx*]+$/u, ''),
    }
  }
  return null
}
