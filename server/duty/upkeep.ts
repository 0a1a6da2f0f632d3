import type { Deps } from '../deps.ts'

/**
 * Asks for duties to be generated and reckoned anew; returns at once, the work is done beside the requests.
 * @example startUpkeep(deps)
 */
export function startUpkeep(_deps: Deps): void {
  return
}
