import type { PackageLimits } from '../../sealed/package-limits.ts'

/**
 * What a county takes in one package at most. A receipt answers for each change and is held in memory whole, some 300 bytes for each.
 * @example COUNTY_LIMITS.records // 500000
 */
export const COUNTY_LIMITS: PackageLimits = {
  bytes: 16 * 1024 ** 3,
  records: 500_000,
  lineBytes: 16 * 1024 ** 2,
  attachments: 200_000,
}

/** Bytes that packages being read may take on the disk together. */
export const STAGING_LIMIT = 64 * 1024 ** 3

/** Bytes of one office's packages that wait for earlier ones; each office has its own share, so that none can keep the others out. */
export const WAITING_SHARE = COUNTY_LIMITS.bytes

/** Bytes that stay free on the disk whatever comes: the database and the files need room too. */
export const STAGING_KEEPS_FREE = 1024 ** 3
