// One place that says "this visitor is gone". What keeps something of a visitor listens here; whoever learns that the visit is over
// (nobody touched the glass, the key 结束使用, an emergency, maintenance) says it here, and nowhere is a second list of what to clear.
const listeners = new Set<() => void>()

/** Ends the visit: everything of this visitor is forgotten and the first page is shown as it begins for the next one. */
export function endVisit(): void {
  for (const listener of [...listeners]) listener()
}

/** Calls back at the end of every visit; the returned function ends it. */
export function onVisitEnd(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
