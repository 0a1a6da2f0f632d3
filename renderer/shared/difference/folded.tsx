import { useState, type ReactNode } from 'react'

/** A stretch of a list: shown, or unchanged and folded away. */
export type Stretch<T> = { readonly folded: boolean; readonly from: number; readonly items: readonly T[] }

// One unchanged neighbour at each side tells where a change is; fewer than three are not worth a fold.
const BESIDE = 1
const WORTH = 3

/**
 * Cuts a list into what is shown and what is folded: unchanged entries with no change beside them.
 * @example stretches([kept, kept, kept, kept, changed], isKept).map(({ folded }) => folded) // [true, false]
 */
export function stretches<T>(
  items: readonly T[],
  isKept: (item: T) => boolean,
  keepFirst = false,
): readonly Stretch<T>[] {
  const near = items.map(
    (_, at) =>
      (keepFirst && at === 0) ||
      items.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).some((item) => !isKept(item)),
  )
  const found: { folded: boolean; from: number; items: T[] }[] = []
  for (const [at, item] of items.entries()) {
    const folded = near[at] !== true
    const last = found[found.length - 1]
    if (last?.folded === folded) last.items.push(item)
    else found.push({ folded, from: at, items: [item] })
  }
  return found.map((stretch) => ({ ...stretch, folded: stretch.folded && stretch.items.length >= WORTH }))
}

/** A stretch that opens when it is pressed. */
export function Fold(props: {
  readonly words: string
  readonly row?: number
  readonly children: () => ReactNode
}) {
  const [open, setOpen] = useState(false)
  if (open) return props.children()
  const key = (
    <button
      type="button"
      className="df-fold"
      onClick={() => {
        setOpen(true)
      }}
    >
      {props.words}
    </button>
  )
  return props.row === undefined ? (
    <li className="df-line df-fold-line">{key}</li>
  ) : (
    <tr>
      <td colSpan={props.row} className="df-fold-line">
        {key}
      </td>
    </tr>
  )
}
