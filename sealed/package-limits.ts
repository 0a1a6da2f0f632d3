/** What a reader takes at most; a signed package may still be hostile. */
export type PackageLimits = {
  /** Bytes of the whole file. */
  readonly bytes: number
  /** Records of all kinds. */
  readonly records: number
  /** Bytes of one line; it is held in memory whole. */
  readonly lineBytes: number
  readonly attachments: number
}

/**
 * Limits that no honest office meets: a year of a busy one is some thousand records.
 * @example PACKAGE_LIMITS.lineBytes // 16777216
 */
export const PACKAGE_LIMITS: PackageLimits = {
  bytes: 64 * 1024 ** 3,
  records: 5_000_000,
  lineBytes: 16 * 1024 ** 2,
  attachments: 500_000,
}

/** The manifest is held in memory whole: some 190 bytes for each attachment. */
export const MANIFEST_LIMIT = 128 * 1024 ** 2
