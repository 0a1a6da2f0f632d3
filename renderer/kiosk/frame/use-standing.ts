import { stillStands } from './still-stands.ts'
import { useOfficeNow } from './use-office-now.ts'

type Expiring = { readonly expiresAt?: string | undefined }

/** Leaves out of a list what has run out by the office's time, at the minute, also while the office is away. */
export function useStanding(): <Row extends Expiring>(rows: readonly Row[]) => readonly Row[] {
  const officeNow = useOfficeNow()
  return (rows) => rows.filter(({ expiresAt }) => stillStands(expiresAt, officeNow))
}
